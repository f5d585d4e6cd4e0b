//! Questions in SPARQL.

use std::error::Error;
use std::io::Write;

use demarche::View;
use demarche::interop::rdf::{Answer, Format, Sparql, Table};

use crate::question::Form;

/// The answer to a query: a line for each row, a truth, or Turtle; in SPARQL's own JSON
/// if that is asked for.
pub(crate) fn sparql(
    view: &View<'_>,
    query: &str,
    form: &Form<'_>,
) -> Result<String, Box<dyn Error>> {
    let answer = Sparql::of(view).answer(query)?;
    if let Some(layout) = form.cite {
        return form.cited(&answer, layout);
    }
    let mut text = Vec::new();
    match &answer {
        Answer::Triples(triples) => triples.write(Format::Turtle, &mut text)?,
        _ if form.json => {
            answer.write(Table::Json, &mut text)?;
            text.push(b'\n');
        }
        Answer::Truth(truth) => return Ok(format!("{truth}\n")),
        Answer::Rows(rows) if rows.is_empty() => return Ok("nothing found\n".to_owned()),
        Answer::Rows(rows) => {
            for row in rows.iter().take(form.limit.unwrap_or(usize::MAX)) {
                writeln!(text, "{row}")?;
            }
        }
    }
    Ok(String::from_utf8(text)?)
}
