//! Of which graph an answer is.

use std::fmt;
use std::io::{self, Write};
use std::str::FromStr;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::Graph;
use super::equal::{
    Content, Likeness, Naming, Signature, actor_form, links_in_row, merged_into, settle_by,
};
use crate::Error;
use crate::model::{Actor, ActorSort, CodeSystem, OrganizationSort};

/// By which one sees whether two answers are of the same data: a hash of all that a graph
/// holds.
///
/// [Equal](Graph#equality) graphs have the same, in whatever order they were built, of
/// however many runs they consist, and whether they were built or read. Graphs that differ
/// in anything have different ones, but by a chance of one in 2⁶⁴. So it guards against
/// mistakes, and not against forgery.
///
/// It is the sum of the hashes (FNV-1a of 64 bits, mixed as in `SplitMix64`) of all actors,
/// ties and events, each written as JSON with actors by the rank of their keys, and events
/// with what their links lead to. What is written may be more in a later version of this
/// crate, by which the same graph then has another: keep the version with it, as
/// [citations](crate::interop::citation) do.
///
/// Displayed, and read back, as 16 hexadecimal digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Fingerprint(u64);

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

impl FromStr for Fingerprint {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let is_plain = text.len() == 16 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
        let hash = u64::from_str_radix(text, 16).ok().filter(|_| is_plain);
        hash.map(Self)
            .ok_or_else(|| Error::invalid("fingerprint", text, "16 hexadecimal digits"))
    }
}

impl Serialize for Fingerprint {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Fingerprint {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(D::Error::custom)
    }
}

impl Graph {
    /// By which one sees whether another graph holds the same; see [`Fingerprint`](crate::interop::citation::Fingerprint).
    ///
    /// Costs O(n) in all that the graph holds, about a microsecond an event, and O(a) memory
    /// in the actors; where events are linked, O(n), and more where links run in circles, as
    /// for [equality](Self#equality).
    ///
    /// ```
    /// use demarche::{Call, Graph, Leader};
    ///
    /// let mut one = Graph::new();
    /// let macron = one.add(Leader::new("Emmanuel Macron"))?;
    /// let putin = one.add(Leader::new("Vladimir Putin"))?;
    /// one.record(Call::between(macron, putin).on("2021-11-15"))?;
    ///
    /// let mut other = Graph::new();
    /// let putin = other.add(Leader::new("Vladimir Putin"))?;
    /// let macron = other.add(Leader::new("Emmanuel Macron"))?;
    /// assert_ne!(one.fingerprint(), other.fingerprint());
    /// other.record(Call::between(putin, macron).on("2021-11-15"))?;
    /// assert_eq!(one.fingerprint(), other.fingerprint());
    /// # Ok::<(), demarche::Error>(())
    /// ```
    pub fn fingerprint(&self) -> Fingerprint {
        let content = Content::numbered(ranks(self));
        let mut hash = 0_u64;
        let mut add = |one: u64| hash = hash.wrapping_add(one);
        for (id, actor) in self.actors() {
            let form = actor_form(actor);
            add(hashed(&ActorForm::of(&form, merged_into(self, id))));
        }
        for tie in self.ties() {
            add(hashed(&content.tie(tie)));
        }
        let events = self.events().map(|event| hashed(&content.event(event)));
        if self.events.has_links() {
            let contents: Vec<u64> = events.collect();
            let links: Vec<_> = self.events().map(|event| links_in_row(event, 0)).collect();
            for likeness in settle_by(|| ByHash, &contents, &links) {
                add(hashed(&likeness));
            }
        } else {
            // As an event that leads to nothing is called among those that do.
            for content in events {
                let signature = Signature::of_unlinked(content);
                add(hashed(&Likeness::Ending(hashed(&signature))));
            }
        }
        Fingerprint(hash)
    }
}

/// The rank of each actor's key among all, by the actor's index.
fn ranks(graph: &Graph) -> Vec<u32> {
    let mut keys: Vec<(&str, usize)> = (graph.actors().map(|(_, actor)| actor.key()))
        .zip(0..)
        .collect();
    keys.sort_unstable();
    let mut ranks = vec![0; keys.len()];
    for ((_, index), rank) in keys.into_iter().zip(0..) {
        if let Some(place) = ranks.get_mut(index) {
            *place = rank;
        }
    }
    ranks
}

/// An actor as it is written to be hashed.
#[derive(Serialize)]
struct ActorForm<'a> {
    sort: String,
    organization: Option<OrganizationSort>,
    key: &'a str,
    name: &'a str,
    unnamed: bool,
    aliases: &'a [String],
    codes: Vec<(CodeSystem, &'a str)>,
    sectors: &'a [String],
    merged_into: Option<&'a str>,
}

impl<'a> ActorForm<'a> {
    fn of(actor: &'a Actor, merged_into: Option<&'a str>) -> Self {
        // Taken apart in full, so that a field added to the model cannot be forgotten.
        let Actor {
            sort,
            called,
            unnamed,
            aliases,
            codes,
            sectors,
        } = actor;
        Self {
            sort: sort.to_string(),
            organization: match sort {
                ActorSort::Organization(sort) => Some(*sort),
                _ => None,
            },
            key: called.key(),
            name: called.name(),
            unnamed: *unnamed,
            aliases,
            codes: codes
                .iter()
                .map(|code| (code.system, code.value.as_str()))
                .collect(),
            sectors,
            merged_into,
        }
    }
}

/// Signatures called by their hash.
struct ByHash;

impl Naming for ByHash {
    type Name = u64;

    fn name(&mut self, signature: Signature<u64>) -> u64 {
        hashed(&signature)
    }
}

/// The hash of what a value is as JSON.
fn hashed(value: &impl Serialize) -> u64 {
    let mut hash = Fnv(0xcbf2_9ce4_8422_2325);
    // Nothing here is without a form in JSON, and a hash takes every byte.
    let _ = serde_json::to_writer(&mut hash, value);
    mixed(hash.0)
}

/// Each bit of the hash depends on all, so that sums of hashes do not show what sums of
/// their texts would.
fn mixed(hash: u64) -> u64 {
    let hash = (hash ^ (hash >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let hash = (hash ^ (hash >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    hash ^ (hash >> 31)
}

/// Fowler, Noll and Vo's hash of what is written to it.
struct Fnv(u64);

impl Write for Fnv {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        for &byte in bytes {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests;
