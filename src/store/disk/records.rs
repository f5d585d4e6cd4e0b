//! Tables of records: MessagePack, a chunk a part.

use std::io;

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::manifest::{Part, Table};
use super::opening::{Fault, Found, Opening};
use super::saving::Saving;
use crate::parallel;
use crate::store::chunked::{Chunk, Chunked};

impl Saving<'_> {
    /// The chunks of a vector that were not written before, each value in the form in
    /// which it is saved.
    pub(super) fn table<'v, T: Clone + 'v, S: Serialize>(
        &mut self,
        values: &'v Chunked<T>,
        form: impl Fn(&'v T) -> S,
    ) -> io::Result<Table> {
        let mut chunks = Vec::new();
        for Chunk { values, saved } in values.chunks() {
            chunks.push(self.once(saved, || {
                let forms: Vec<S> = values.iter().map(&form).collect();
                // Structs as maps, as some leave fields out.
                rmp_serde::to_vec_named(&forms).map_err(io::Error::other)
            })?);
        }
        Ok(Table {
            // Nothing is numbered by more than 32 bits.
            len: u32::try_from(values.len()).unwrap_or(u32::MAX),
            chunks,
        })
    }
}

impl Opening {
    /// The values of a table, from the forms in which they were saved.
    pub(super) fn table<T: Clone + Send, S: DeserializeOwned>(
        &self,
        what: &'static str,
        table: &Table,
        value: impl Fn(S) -> Option<T> + Send + Sync,
    ) -> Result<Chunked<T>, Fault> {
        let chunk = |&part: &Part| self.chunk(what, self.checked(part)?, &value);
        let chunks = parallel::each(&table.chunks, chunk).into_iter();
        let values = Chunked::of_chunks(chunks.collect::<Result<_, _>>()?);
        values
            .filter(|values| values.len() == table.len as usize)
            .ok_or_else(|| self.fault(format!("the table of {what} is not as long as it says")))
    }

    fn chunk<T, S: DeserializeOwned>(
        &self,
        what: &'static str,
        found: Found,
        value: impl Fn(S) -> Option<T>,
    ) -> Result<Chunk<T>, Fault> {
        let forms: Vec<S> = rmp_serde::from_slice(found.mapped.bytes())
            .map_err(|error| self.fault(format!("the table of {what}: {error}")))?;
        let values: Option<Vec<T>> = forms.into_iter().map(value).collect();
        let values = values
            .ok_or_else(|| self.fault(format!("the table of {what} tells of what is not there")))?;
        Ok(Chunk {
            values,
            saved: found.note(),
        })
    }
}
