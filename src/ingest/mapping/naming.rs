//! From cells to who somebody is.

use std::borrow::Cow;

use super::Who;
use super::reading::{Read, text, words};
use super::record::ActorTold;
use super::texts::{Text, Texts};
use super::who::InCountry;
use super::words::sort;
use crate::model::codes::country::Country;
use crate::model::{ActorSort, CodeSystem};
use crate::time::Moment;

impl Who {
    /// All whom the cells name.
    pub(super) fn each<'a>(&self, row: &Texts<'a>, when: &Moment) -> Read<Vec<ActorTold<'a>>> {
        let Some(first) = self.one(row, when)? else {
            return Ok(Vec::new());
        };
        let names = match text(self.name.as_ref(), row)? {
            Some(names) => names.parts(self.separator.as_deref()),
            None => return Ok(vec![first]),
        };
        let each = names.into_iter().map(|name| ActorTold {
            name: Some(name),
            ..first.clone()
        });
        Ok(each.collect())
    }

    /// The one whom the cells name; `None` if they name nobody.
    pub(super) fn one<'a>(&self, row: &Texts<'a>, when: &Moment) -> Read<Option<ActorTold<'a>>> {
        if self.is_state {
            let Some(InCountry {
                system: Some(system),
                cell,
            }) = &self.country
            else {
                return Ok(None);
            };
            let code = cell.read(row)?;
            return code.map(|code| state(*system, code, when)).transpose();
        }
        let who = ActorTold {
            name: words(self.name.as_ref(), row)?,
            ..self.described(row)?
        };
        // A country alone is nobody, where a column of names is blank.
        let is_somebody = who.name.is_some()
            || who.code.is_some()
            || who.cameo.is_some()
            || (self.name.is_none() && (who.country.is_some() || who.title.is_some()));
        Ok(is_somebody.then_some(who))
    }

    /// What is said of somebody beside the name.
    pub(super) fn described<'a>(&self, row: &Texts<'a>) -> Read<ActorTold<'a>> {
        let country = match &self.country {
            Some(country) => words(Some(&country.cell), row)?.map(|text| (country.system, text)),
            None => None,
        };
        let code = match &self.code {
            Some(code) => words(Some(&code.cell), row)?.map(|text| (code.system, text)),
            None => None,
        };
        let sort = match text(self.sort.as_ref(), row)? {
            Some(word) => Some(word.parsed(sort, "what an actor is, as leader or armed_group")?),
            None => None,
        };
        Ok(ActorTold {
            name: None,
            code,
            cameo: words(self.cameo.as_ref(), row)?,
            country,
            sectors: words(self.sectors.as_ref(), row)?,
            title: words(self.title.as_ref(), row)?,
            sort,
        })
    }
}

/// The country of a code at a time; of a vague time, by the lists as they are today.
pub(super) fn country(system: CodeSystem, code: &str, when: &Moment) -> Option<Country> {
    let then = Country::of_code_on(system, code, *when);
    then.or_else(|_| Country::of_code(system, code)).ok()
}

fn state<'a>(system: CodeSystem, code: Text<'a>, when: &Moment) -> Read<ActorTold<'a>> {
    let expected = "the code of a country, in the system that the mapping says";
    let state = code.parsed(|code| country(system, code, when), expected)?;
    Ok(ActorTold {
        name: Some(Cow::Borrowed(state.name())),
        country: Some((Some(system), code.text)),
        sort: Some(ActorSort::State),
        ..ActorTold::default()
    })
}
