//! What a view shows, by loops over plain structs and the words of the docs.
//!
//! Only the primitives of `demarche::time` and `model::codes` are borrowed, which
//! have tests of their own.

mod answers;
mod between;
mod charges;
mod level;
mod order;
mod sanctions;
mod sources;
mod summary;
mod talks;
mod tally;

use demarche::model::codes::{CameoCode, Classification, Kind};
use demarche::time::{Certainty, Duration, Moment, Window};
use demarche::{LinkKind, Modality, Place, Stance, Standing, What};

use super::narrow::{Narrow, Rank};
use super::plain::{Account, Event, Plain};

pub(super) use answers::answers;

/// A frame laid over plain structs.
#[derive(Clone)]
pub(super) struct Lens<'a> {
    plain: &'a Plain,
    narrows: Vec<Narrow>,
    /// What a question counts besides, where the frame does not say.
    besides: (Vec<Modality>, Vec<Standing>),
}

/// An event in the frame, by number.
type Hit = (usize, Certainty);

impl<'a> Lens<'a> {
    pub(super) fn new(plain: &'a Plain, narrows: &[Narrow]) -> Self {
        Self {
            plain,
            narrows: narrows.to_vec(),
            besides: (Vec::new(), Vec::new()),
        }
    }

    fn and(&self, narrow: Narrow) -> Self {
        let mut lens = self.clone();
        lens.narrows.push(narrow);
        lens
    }

    fn counting(&self, modality: &[Modality], standing: &[Standing]) -> Self {
        let mut lens = self.clone();
        lens.besides = (modality.to_vec(), standing.to_vec());
        lens
    }

    fn whenever(&self) -> Self {
        let mut lens = self.clone();
        lens.narrows
            .retain(|narrow| !matches!(narrow, Narrow::During(_)));
        lens
    }

    fn event(&self, nth: usize) -> &'a Event {
        &self.plain.events[nth]
    }

    /// Whether an account counts for the values of its event.
    fn counts(&self, account: &Account) -> bool {
        account.stance == Stance::Asserts && self.shows(account) != Certainty::Never
    }

    fn when(&self, nth: usize) -> Moment {
        self.event(nth).when_by(|account| self.counts(account))
    }

    fn duration(&self, nth: usize) -> Option<Duration> {
        self.event(nth).duration_by(|account| self.counts(account))
    }

    fn place(&self, nth: usize) -> Option<Place> {
        self.event(nth).place_by(|account| self.counts(account))
    }

    fn has(&self, is: impl Fn(&Narrow) -> bool) -> bool {
        self.narrows.iter().any(is)
    }

    fn without_media(&self) -> bool {
        self.has(|narrow| matches!(narrow, Narrow::WithoutMedia))
    }

    fn without_domestic(&self) -> bool {
        self.has(|narrow| matches!(narrow, Narrow::WithoutDomestic))
    }

    /// Blocs before states, states before what is recorded; all blocs named.
    fn rank(&self) -> Rank {
        let mut rank = Rank::Recorded;
        for narrow in &self.narrows {
            let Narrow::Level(level) = narrow else {
                continue;
            };
            rank = match (rank, level.clone()) {
                (Rank::Blocs(one), Rank::Blocs(other)) => Rank::Blocs([one, other].concat()),
                (Rank::Blocs(blocs), _) | (_, Rank::Blocs(blocs)) => Rank::Blocs(blocs),
                (Rank::State, _) | (_, Rank::State) => Rank::State,
                (Rank::Recorded, Rank::Recorded) => Rank::Recorded,
            };
        }
        rank
    }

    /// Certain enough for whoever asks, and possible at all.
    fn suffices(&self, certainty: Certainty) -> bool {
        for narrow in &self.narrows {
            if let Narrow::AtLeast(least) = narrow
                && certainty < *least
            {
                return false;
            }
        }
        certainty != Certainty::Never
    }

    /// The events in the frame by the earliest time that they can have been, those
    /// without one first, and then in order of recording.
    fn hits(&self) -> Vec<Hit> {
        let mut hits = Vec::new();
        for nth in 0..self.plain.events.len() {
            let certainty = self.certainty(nth);
            let certainty = self.minding((nth, certainty));
            if self.suffices(certainty) {
                hits.push((nth, certainty));
            }
        }
        hits.sort_by_key(|&(nth, _)| (self.when(nth).earliest(), nth));
        hits
    }

    /// How certainly an event is in the frame.
    fn certainty(&self, nth: usize) -> Certainty {
        let event = self.event(nth);
        if !self.is_of_the_sort(nth) {
            return Certainty::Never;
        }
        if event.modality == Modality::Actual && self.is_yet_to_come(nth) {
            return Certainty::Never;
        }
        let modalities: Vec<_> = self
            .narrows
            .iter()
            .filter_map(|narrow| match narrow {
                Narrow::Modality(any) => Some(any),
                _ => None,
            })
            .collect();
        let counted = if modalities.is_empty() {
            event.modality == Modality::Actual || self.besides.0.contains(&event.modality)
        } else {
            modalities.iter().all(|any| any.contains(&event.modality))
        };
        let standings: Vec<_> = self
            .narrows
            .iter()
            .filter_map(|narrow| match narrow {
                Narrow::Standing(any) => Some(any),
                _ => None,
            })
            .collect();
        let mut wanted = Standing::ALL.to_vec();
        if standings.is_empty() {
            wanted.retain(|one| *one == Standing::Asserted || self.besides.1.contains(one));
        } else {
            wanted.retain(|one| standings.iter().all(|any| any.contains(one)));
        }
        let on_whose_word = self.stands_any(nth, &wanted);
        let certainty = self
            .in_time(nth)
            .min(self.not_retracted(event.retracted))
            .min(on_whose_word);
        if counted && self.suffices(certainty) {
            certainty
        } else {
            Certainty::Never
        }
    }

    /// Its sort, who takes part, where, about what, in which words.
    fn is_of_the_sort(&self, nth: usize) -> bool {
        let event = self.event(nth);
        let shown: Vec<&Account> = event
            .accounts
            .iter()
            .filter(|account| self.shows(account) != Certainty::Never)
            .collect();
        self.narrows.iter().all(|narrow| match narrow {
            Narrow::Of(any) => any.iter().any(|&what| is(event.classification, what)),
            Narrow::With(any) => event.who.iter().any(|(_, actor)| any.contains(actor)),
            Narrow::Within(area) => self
                .place(nth)
                .iter()
                .chain(shown.iter().filter_map(|account| account.place.as_ref()))
                .any(|place| area.holds(place)),
            Narrow::About(any) => event
                .topics
                .iter()
                .chain(shown.iter().filter_map(|account| account.topic.as_ref()))
                .any(|topic| any.iter().any(|sought| alike(sought, topic))),
            Narrow::Saying(text) => event
                .text
                .iter()
                .chain(shown.iter().filter_map(|account| account.text.as_ref()))
                .any(|words| words.to_lowercase().contains(&text.to_lowercase())),
            _ => true,
        })
    }

    /// How certainly an account is shown: by whom it is, and stated, known and not
    /// withdrawn by the dates asked for.
    fn shows(&self, account: &Account) -> Certainty {
        let named = |any: &[usize], one: Option<usize>| one.is_some_and(|one| any.contains(&one));
        for narrow in &self.narrows {
            let fits = match narrow {
                Narrow::AccordingTo(any) => named(any, account.speaker),
                Narrow::Via(any) => named(any, account.publisher),
                _ => true,
            };
            if !fits {
                return Certainty::Never;
            }
        }
        self.known(account)
    }

    fn known(&self, account: &Account) -> Certainty {
        let mut certainty = self.not_retracted(account.withdrawn);
        for narrow in &self.narrows {
            certainty = certainty.min(match narrow {
                Narrow::StatedBy(by) => is_by(&account.stated, by),
                // Nothing comes to us before it was said.
                Narrow::KnownBy(by) if is_surely_after(&account.stated, by) => Certainty::Never,
                Narrow::KnownBy(by) => is_by(&account.recorded, by),
                _ => Certainty::Certain,
            });
        }
        certainty
    }

    /// How certainly it was not taken back by any date of knowledge asked for; by
    /// now, if none is.
    fn not_retracted(&self, retracted: Option<Moment>) -> Certainty {
        let Some(retracted) = retracted else {
            return Certainty::Certain;
        };
        let mut asked = false;
        let mut certainty = Certainty::Certain;
        for narrow in &self.narrows {
            if let Narrow::KnownBy(by) = narrow {
                asked = true;
                certainty = certainty.min(match is_by(&retracted, by) {
                    Certainty::Certain => Certainty::Never,
                    Certainty::Never => Certainty::Certain,
                    between => between,
                });
            }
        }
        if asked { certainty } else { Certainty::Never }
    }

    /// Whether its date is certainly after one asked for of statement or knowledge.
    fn is_yet_to_come(&self, nth: usize) -> bool {
        let when = self.when(nth);
        self.has(|narrow| match narrow {
            Narrow::StatedBy(by) | Narrow::KnownBy(by) => is_surely_after(&when, by),
            _ => false,
        })
    }

    /// How it stands most certainly by the accounts shown, and how certainly that is;
    /// alleged if none are.
    fn standing(&self, nth: usize) -> (Standing, Certainty) {
        let mut best = (Standing::Alleged, Certainty::Never);
        for standing in Standing::ALL {
            let certainty = self.stands(nth, standing);
            if certainty > best.1 {
                best = (standing, certainty);
            }
        }
        best
    }

    /// How certainly it stands in one way: some say what makes it so, and none what
    /// would make it otherwise.
    fn stands(&self, nth: usize, standing: Standing) -> Certainty {
        let [asserted, alleged, denied] = self.said(nth);
        match standing {
            Standing::Asserted => asserted.min(unless(denied)),
            Standing::Denied => denied.min(unless(asserted)),
            Standing::Contested => asserted.min(denied),
            Standing::Alleged => alleged.min(unless(asserted.max(denied))),
        }
    }

    /// How certainly it stands in one of several ways. To be asserted or contested is
    /// to be asserted by someone, to be denied or contested to be denied by someone, and
    /// to stand in any way to be spoken of.
    fn stands_any(&self, nth: usize, wanted: &[Standing]) -> Certainty {
        let [asserted, alleged, denied] = self.said(nth);
        let mut certainty = Certainty::Never;
        for &standing in wanted {
            certainty = certainty.max(self.stands(nth, standing));
        }
        if wanted.contains(&Standing::Contested) {
            if wanted.contains(&Standing::Asserted) {
                certainty = certainty.max(asserted);
            }
            if wanted.contains(&Standing::Denied) {
                certainty = certainty.max(denied);
            }
            if wanted.len() == Standing::ALL.len() {
                certainty = certainty.max(alleged);
            }
        }
        certainty
    }

    /// How certainly it is asserted, alleged, denied by an account shown.
    fn said(&self, nth: usize) -> [Certainty; 3] {
        let event = self.event(nth);
        if event.accounts.is_empty() {
            let mut certainty = Certainty::Certain;
            for narrow in &self.narrows {
                certainty = certainty.min(match narrow {
                    Narrow::AccordingTo(_) | Narrow::Via(_) => Certainty::Never,
                    Narrow::StatedBy(_) | Narrow::KnownBy(_) => Certainty::Possible,
                    _ => Certainty::Certain,
                });
            }
            return if self.is_alleged(nth) {
                [Certainty::Never, certainty, Certainty::Never]
            } else {
                [certainty, Certainty::Never, Certainty::Never]
            };
        }
        [Stance::Asserts, Stance::Alleges, Stance::Denies].map(|stance| {
            let mut most = Certainty::Never;
            for account in &event.accounts {
                if account.stance == stance {
                    most = most.max(self.shows(account));
                }
            }
            most
        })
    }

    /// Whether an event that still stands says that this one took place.
    fn is_alleged(&self, nth: usize) -> bool {
        self.plain.events.iter().any(|other| {
            other.links.contains(&(LinkKind::Alleges, nth))
                && self.not_retracted(other.retracted) != Certainty::Never
        })
    }

    /// The one window that all windows asked for have in common; `Err` if there is
    /// none.
    fn window(&self) -> Result<Window, ()> {
        let mut window = Window::all();
        for narrow in &self.narrows {
            if let Narrow::During(other) = narrow {
                window = window.intersect(other).ok_or(())?;
            }
        }
        Ok(window)
    }
}

/// Whether a moment is at or before the latest that another can be.
fn is_by(moment: &Moment, by: &Moment) -> Certainty {
    match by.latest() {
        Some(latest) => moment.at_or_before(&Moment::at(latest)),
        None => Certainty::Certain,
    }
}

/// Whether a moment that is not in doubt cannot be by another.
fn is_surely_after(moment: &Moment, by: &Moment) -> bool {
    !moment.is_qualified() && is_by(moment, by) == Certainty::Never
}

/// How certain it is that something is not so.
fn unless(certainty: Certainty) -> Certainty {
    match certainty {
        Certainty::Certain => Certainty::Never,
        Certainty::Never => Certainty::Certain,
        between => between,
    }
}

/// Without regard to case, accents and punctuation, as far as the tables go.
fn alike(one: &str, other: &str) -> bool {
    let plain = |text: &str| {
        text.to_lowercase()
            .replace('é', "e")
            .replace([' ', '-'], "")
    };
    plain(one) == plain(other)
}

fn is(event: Classification, what: What) -> bool {
    match what {
        What::Kind(kind) => event.kind() == Some(kind),
        What::Class(class) => event.class() == Some(class),
        What::Mode(mode) => event.mode() == Some(mode),
        What::Code(code) => event
            .code()
            .is_some_and(|of| of.as_str().starts_with(code.as_str())),
        What::Talk => event.is_talk(),
        What::Accusation => event.is_accusation(),
        What::Criticism => {
            event.kind() == Some(Kind::Disapproval)
                || event.code().is_some_and(CameoCode::is_criticism)
        }
        What::Suit => event.code().is_some_and(CameoCode::is_suit),
        What::Sanction => event.is_sanction(),
    }
}
