//! The rows of the three files.

use std::collections::HashMap;
use std::error::Error;

use demarche::Result;
use demarche::analysis::forecast::{Benchmark, Fact};
use demarche::ingest::{QuadrupleReader, QuadrupleRecord};
use jiff::civil::date;

use crate::arguments::Arguments;

const FILES: [&str; 3] = ["train.txt", "valid.txt", "test.txt"];

/// A reader of the three files, one after the other; a bad row is an error.
pub(crate) fn reader(arguments: &Arguments) -> Result<QuadrupleReader> {
    let dir = &arguments.dir;
    let mut builder = QuadrupleReader::builder().strict();
    let entities = dir.join("entity2id.txt");
    if entities.exists() {
        builder = builder
            .entities(entities)?
            .relations(dir.join("relation2id.txt"))?
            .days_from(arguments.day_one, 1);
    }
    builder.from_paths(FILES.map(|file| dir.join(file)))
}

/// Each row as a fact, none folded, in the part that its file is.
pub(crate) fn benchmark(arguments: &Arguments) -> std::result::Result<Benchmark, Box<dyn Error>> {
    let mut reader = reader(arguments)?;
    let mut entities = Numbers::default();
    let mut relations = Numbers::default();
    let (mut train, mut valid, mut test) = (Vec::new(), Vec::new(), Vec::new());
    while let Some(record) = reader.next_record()? {
        let fact = Fact {
            subject: entities.of(&record.head),
            relation: relations.of(&record.relation),
            object: entities.of(&record.tail),
            time: day(&record)?,
        };
        match record.file {
            0 => train.push(fact),
            1 => valid.push(fact),
            _ => test.push(fact),
        }
    }
    Ok(Benchmark::new(entities.next, train, valid, test)?)
}

fn day(record: &QuadrupleRecord<'_>) -> std::result::Result<i32, Box<dyn Error>> {
    let Some(day) = record.when.exact_day() else {
        return Err(format!("line {}: not of one day", record.line).into());
    };
    Ok((day - date(1970, 1, 1)).get_days())
}

/// Numbers for names, in the order in which they come up.
#[derive(Default)]
struct Numbers {
    known: HashMap<String, u32>,
    next: u32,
}

impl Numbers {
    fn of(&mut self, name: &str) -> u32 {
        if let Some(&number) = self.known.get(name) {
            return number;
        }
        let number = self.next;
        self.known.insert(name.to_owned(), number);
        self.next += 1;
        number
    }
}
