//! Accounts to be recorded.

use std::sync::Arc;

use indexmap::IndexMap;

use super::may::{Publish, Speak};
use super::{
    AccountData, ActorId, DataSet, Fault, Place, Quantity, Remarks, Stance, Version, Wording, Words,
};
use crate::Error;
use crate::model::codes::CameoCode;
use crate::time::{Duration, Moment, ParseTimeError};

/// An account to be recorded with an event or a tie, or added to one later.
///
/// ```
/// use demarche::{Call, Graph, Leader, NewAccount, Organization};
///
/// let mut graph = Graph::new();
/// let macron = graph.add(Leader::new("Emmanuel Macron"))?;
/// let putin = graph.add(Leader::new("Vladimir Putin"))?;
/// let elysee = graph.add(Organization::new("Élysée"))?;
/// let ap = graph.add(Organization::new("Associated Press"))?;
///
/// let call = graph.record(
///     Call::between(macron, putin).account(
///         NewAccount::by(elysee)
///             .via(ap)
///             .quoting("need for a humanitarian effort for the migrants"),
///     ),
/// )?;
/// let account = graph.event(call)?.accounts().next().unwrap();
/// assert_eq!(account.speaker(), Some(elysee.into()));
/// assert_eq!(account.words()[0].text, "need for a humanitarian effort for the migrants");
/// # Ok::<(), demarche::Error>(())
/// ```
#[derive(Debug)]
#[must_use = "an account says nothing until it is recorded"]
pub struct NewAccount {
    account: AccountData,
    remarks: Remarks,
    version: Version,
    fault: Fault,
}

impl NewAccount {
    /// The version of this speaker.
    pub fn by(speaker: impl Speak) -> Self {
        Self::of(Some(speaker.into()), None)
    }

    /// A version that this publisher carries, without naming whose it is.
    pub fn from(publisher: impl Publish) -> Self {
        Self::of(None, Some(publisher.into()))
    }

    pub(crate) fn of(speaker: Option<ActorId>, publisher: Option<ActorId>) -> Self {
        Self {
            account: AccountData {
                stamp: None,
                speaker,
                publisher,
                stance: Stance::Asserts,
                stated: Moment::unknown(),
                recorded: Moment::unknown(),
                withdrawn: None,
                superseded_by: None,
                source: None,
                rows: Vec::new(),
                version: None,
                remarks: None,
            },
            remarks: Remarks::default(),
            version: Version::default(),
            fault: Fault::default(),
        }
    }

    /// Names the publisher through which we have it.
    pub fn via(mut self, publisher: impl Publish) -> Self {
        self.account.publisher = Some(publisher.into());
        self
    }

    /// Says when it was said, in UTC.
    pub fn stated<T>(mut self, when: T) -> Self
    where
        T: TryInto<Moment>,
        T::Error: Into<ParseTimeError>,
    {
        if let Some(moment) = self.fault.note(when.try_into().map_err(Into::into)) {
            self.account.stated = moment;
        }
        self
    }

    /// Says when it came to us, in UTC.
    pub fn recorded<T>(mut self, when: T) -> Self
    where
        T: TryInto<Moment>,
        T::Error: Into<ParseTimeError>,
    {
        if let Some(moment) = self.fault.note(when.try_into().map_err(Into::into)) {
            self.account.recorded = moment;
        }
        self
    }

    pub(crate) fn withdrawn(mut self, when: Moment) -> Self {
        self.account.withdrawn = Some(when);
        self
    }

    pub(crate) fn superseded_by(mut self, ordinal: u32) -> Self {
        self.account.superseded_by = Some(ordinal);
        self
    }

    /// Says whether it asserts (as it does if nothing is said), alleges or denies.
    pub fn stance(mut self, stance: Stance) -> Self {
        self.account.stance = stance;
        self
    }

    /// The source denies the event.
    pub fn denying(self) -> Self {
        self.stance(Stance::Denies)
    }

    /// Adds words of it, word for word.
    pub fn quoting(self, text: impl Into<String>) -> Self {
        self.words(text, Wording::Verbatim)
    }

    /// Adds words of it in other words.
    pub fn paraphrasing(self, text: impl Into<String>) -> Self {
        self.words(text, Wording::Paraphrase)
    }

    /// Adds words of it, put into another language.
    pub fn translating(self, text: impl Into<String>) -> Self {
        self.words(text, Wording::Translation)
    }

    pub(crate) fn words(mut self, text: impl Into<String>, wording: Wording) -> Self {
        self.remarks.words.push(Words {
            text: text.into(),
            wording,
        });
        self
    }

    /// Says what it is about, in its own terms.
    pub fn about<T: Into<String>>(mut self, topics: impl IntoIterator<Item = T>) -> Self {
        self.remarks
            .topics
            .extend(topics.into_iter().map(Into::into));
        self
    }

    /// Says how sure the source or the coder is, from 0 to 1.
    pub fn confidence(mut self, confidence: f64) -> Self {
        let checked = if (0.0..=1.0).contains(&confidence) {
            Ok(confidence)
        } else {
            Err(Error::invalid("confidence", confidence, "0 to 1"))
        };
        self.remarks.confidence = self.fault.note(checked);
        self
    }

    /// Grades it by the Admiralty system: `"B2"`.
    pub fn grade(mut self, grade: &str) -> Self {
        self.remarks.grade = self.fault.note(grade.parse());
        self
    }

    /// Says where it can be read.
    pub fn url(mut self, url: impl Into<String>) -> Self {
        self.remarks.url = Some(url.into());
        self
    }

    /// Names the data set it came in; shared, as many accounts come in one.
    pub fn data_set(mut self, source: Arc<DataSet>) -> Self {
        self.account.source = Some(source);
        self
    }

    /// Adds a row of the data set that it rests on.
    pub fn row(mut self, id: impl Into<String>) -> Self {
        self.account.rows.push(id.into());
        self
    }

    /// Its own date of the event.
    pub fn dating<T>(mut self, when: T) -> Self
    where
        T: TryInto<Moment>,
        T::Error: Into<ParseTimeError>,
    {
        self.version.when = self.fault.note(when.try_into().map_err(Into::into));
        self
    }

    /// Its own place of the event.
    pub fn placing(mut self, place: impl Into<Place>) -> Self {
        self.version.place = Some(place.into());
        self
    }

    /// Its own length of the event: `"almost PT2H"`.
    pub fn lasting<T>(mut self, duration: T) -> Self
    where
        T: TryInto<Duration>,
        T::Error: Into<ParseTimeError>,
    {
        self.version.duration = self.fault.note(duration.try_into().map_err(Into::into));
        self
    }

    /// Its own number of something: `("deaths", Quantity::at_least(11))`.
    pub fn counting(mut self, what: impl Into<String>, many: impl Into<Quantity>) -> Self {
        self.version.numbers.insert(what.into(), many.into());
        self
    }

    /// A figure that a data set computes: the tone of a story, how many mentions.
    ///
    /// Unlike [`counting`](Self::counting), what it is and in which unit is the data
    /// set's own affair. It must be finite.
    pub fn measuring(mut self, what: impl Into<String>, value: f64) -> Self {
        if value.is_finite() {
            self.version.measures.insert(what.into(), value);
        } else {
            let refused = Error::invalid("measure", value, "a finite number");
            self.fault.note::<(), _>(Err(refused));
        }
        self
    }

    /// Its own code of the event.
    pub fn coding(mut self, code: CameoCode) -> Self {
        self.version.code = Some(code);
        self
    }

    pub(crate) fn check(self) -> Result<AccountData, Error> {
        self.fault.check()?;
        let remarks = (self.remarks != Remarks::default()).then(|| Box::new(self.remarks));
        let version = (self.version != Version::default()).then(|| Box::new(self.version));
        Ok(AccountData {
            version,
            remarks,
            ..self.account
        })
    }

    /// Takes numbers over at once.
    pub(crate) fn numbers(mut self, numbers: IndexMap<String, Quantity>) -> Self {
        self.version.numbers = numbers;
        self
    }
}
