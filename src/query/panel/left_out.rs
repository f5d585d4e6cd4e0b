//! What a panel does not count, and why.

use std::fmt;

use serde::Serialize;

/// What a panel does not count, and why: nothing is lost in silence.
///
/// Each event of the view either links two actors, or is counted here once, under
/// the first heading that fits. Each link of an event that does (two actors, and in a
/// [directed](super::PanelBuilder::directed) panel which of them comes first) is either
/// counted in one cell or here, likewise under the first that fits:
///
/// | events | |
/// |---|---|
/// | [`undated`](Self::undated) | could lie in more than one period, or has no date |
/// | [`uncertain`](Self::uncertain) | possible only in the view: as to window, knowledge or standing |
/// | [`not_root`](Self::not_root) | not said to stand in a lead paragraph |
/// | [`few_publishers`](Self::few_publishers) | on the word of too few publishers |
/// | [`unlinked`](Self::unlinked) | links no two actors: has one alone, or one on another's account |
///
/// | links | |
/// |---|---|
/// | [`uncertain_links`](Self::uncertain_links) | between two who only possibly counted for these on that date |
/// | [`domestic`](Self::domestic) | of an actor with itself |
/// | [`of_others`](Self::of_others) | of an actor that was not asked for |
/// | [`not_existing`](Self::not_existing) | in a period in which the two did not both exist |
/// | [`repeated`](Self::repeated) | like another of the dyad and day |
///
/// So `events` = the five above + `linked`, and `links` = the five below + the sum of
/// all cells.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct LeftOut {
    pub(super) events: usize,
    pub(super) undated: usize,
    pub(super) uncertain: usize,
    pub(super) not_root: usize,
    pub(super) few_publishers: usize,
    pub(super) unlinked: usize,
    pub(super) linked: usize,
    pub(super) links: usize,
    pub(super) uncertain_links: usize,
    pub(super) domestic: usize,
    pub(super) of_others: usize,
    pub(super) not_existing: usize,
    pub(super) repeated: usize,
}

impl LeftOut {
    /// How many events the view has, left out or not.
    pub fn events(&self) -> usize {
        self.events
    }

    /// Events that could lie in more than one period, or have no date.
    pub fn undated(&self) -> usize {
        self.undated
    }

    /// Events that are in the view, in a period that is known, as possible only.
    pub fn uncertain(&self) -> usize {
        self.uncertain
    }

    /// Events that no account has as [standing in a lead
    /// paragraph](super::PanelBuilder::root_only).
    pub fn not_root(&self) -> usize {
        self.not_root
    }

    /// Events on the word of [too few
    /// publishers](super::PanelBuilder::at_least_publishers).
    pub fn few_publishers(&self) -> usize {
        self.few_publishers
    }

    /// Events that link no two actors.
    pub fn unlinked(&self) -> usize {
        self.unlinked
    }

    /// Events that link two actors or more, counted or not.
    pub fn linked(&self) -> usize {
        self.linked
    }

    /// How many links those make, counted or not.
    pub fn links(&self) -> usize {
        self.links
    }

    /// Links between two of whom one only possibly counts for that state or bloc.
    pub fn uncertain_links(&self) -> usize {
        self.uncertain_links
    }

    /// Links of an actor with itself, at the level of the view.
    pub fn domestic(&self) -> usize {
        self.domestic
    }

    /// Links with an actor that was [not asked for](super::PanelBuilder::among).
    pub fn of_others(&self) -> usize {
        self.of_others
    }

    /// Links in a period in which the two did not both exist.
    pub fn not_existing(&self) -> usize {
        self.not_existing
    }

    /// Links like an earlier one of the same [dyad and
    /// day](super::PanelBuilder::one_a_day).
    pub fn repeated(&self) -> usize {
        self.repeated
    }

    /// How many events are left out before it is asked whom they link.
    pub fn events_left_out(&self) -> usize {
        self.undated + self.uncertain + self.not_root + self.few_publishers + self.unlinked
    }

    /// How many links are left out.
    pub fn links_left_out(&self) -> usize {
        self.uncertain_links + self.domestic + self.of_others + self.not_existing + self.repeated
    }
}

impl fmt::Display for LeftOut {
    /// "2 of 9 events (1 undated, 1 unlinked), 1 of 7 links (1 repeated)".
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} of {} events", self.events_left_out(), self.events)?;
        write_reasons(
            f,
            &[
                (self.undated, "undated"),
                (self.uncertain, "uncertain"),
                (self.not_root, "not root"),
                (self.few_publishers, "of few publishers"),
                (self.unlinked, "unlinked"),
            ],
        )?;
        write!(f, ", {} of {} links", self.links_left_out(), self.links)?;
        write_reasons(
            f,
            &[
                (self.uncertain_links, "uncertain"),
                (self.domestic, "domestic"),
                (self.of_others, "of others"),
                (self.not_existing, "not existing"),
                (self.repeated, "repeated"),
            ],
        )
    }
}

fn write_reasons(f: &mut fmt::Formatter<'_>, reasons: &[(usize, &str)]) -> fmt::Result {
    let mut open = " (";
    for (many, why) in reasons.iter().filter(|(many, _)| *many > 0) {
        write!(f, "{open}{many} {why}")?;
        open = ", ";
    }
    f.write_str(if open == ", " { ")" } else { "" })
}
