//! PLOVER's scale: a number for each class and mode.

use std::sync::LazyLock;

use super::{CameoCode, Class, Classification, Mode, Scale};

const SOURCE: &str = include_str!("plover.tsv");

static TABLE: LazyLock<Vec<Row>> = LazyLock::new(|| lines().filter_map(row).collect());

/// The figure of a class and mode; of the class by itself, where there is no mode.
#[derive(Debug)]
struct Row {
    class: Class,
    mode: Option<Mode>,
    score: f64,
}

/// PLOVER's figures, from −10 (unconventional weapons) to +10 (aid, disarmament): by class and
/// mode.
///
/// A code is scored through its [class](CameoCode::class) and mode, an event through its own, so
/// that one without a code has a score too. A mode without a figure has that of its class. These
/// are those of the CAMEO table that are in no list of modes, such as ASSAULT *massacre*; what is
/// paired with a class that does not list it; and PROTEST *vandalize*, which the manual leaves
/// out. What has no class (`01`, `02`) has no score.
///
/// # A misprint, as we think
///
/// The manual gives ACCUSE by itself the figure +3. All three modes of ACCUSE are hostile (−2,
/// −3.5, −3.5), as is their quad class, and elsewhere a class lies among its modes. We take it
/// that a minus is missing and score ACCUSE −3; [`printed`](Self::printed) has the figure as
/// it stands. It matters only where no mode is given: the codes `09` and `11`, and files coded in
/// PLOVER.
///
/// Open Event Data Alliance, *PLOVER: Political Language Ontology for Verifiable Event Records,
/// Event, Actor and Data Interchange Specification*.
///
/// # Example
///
/// ```
/// use demarche::model::codes::{CameoCode, Class, Classification, Mode, Plover, Scale};
///
/// assert_eq!(Plover.score(CameoCode::CONSULT_PHONE), Some(1.5));
/// assert_eq!(Plover.score(CameoCode::STATEMENT), None);
/// assert_eq!(Plover.score_class(Class::Assault, Some(Mode::Drone)), Some(-9.5));
/// assert_eq!(Plover.score_class(Class::Accuse, None), Some(-3.0));
/// assert_eq!(Plover::printed(Class::Accuse, None), Some(3.0));
///
/// let from_file = Classification::of_class(Class::Sanction, Some(Mode::Expel));
/// assert_eq!(from_file.score(&Plover), Some(-5.5));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Plover;

impl Plover {
    /// The figure of a class and mode; that of the class, if the mode has none of its own.
    ///
    /// Computes in **O(n)** time in the size of the table, which has 82 rows.
    pub fn score_class(self, class: Class, mode: Option<Mode>) -> Option<f64> {
        figure(class, mode).or_else(|| figure(class, None))
    }

    /// The figure that the manual prints for exactly this class and mode, misprint and all; `None`
    /// if it prints none.
    ///
    /// ```
    /// use demarche::model::codes::{Class, Mode, Plover};
    ///
    /// assert_eq!(Plover::printed(Class::Protest, Some(Mode::Demo)), Some(-5.0));
    /// assert_eq!(Plover::printed(Class::Protest, Some(Mode::Vandalize)), None);
    /// ```
    pub fn printed(class: Class, mode: Option<Mode>) -> Option<f64> {
        match (class, mode) {
            (Class::Accuse, None) => Some(3.0),
            _ => figure(class, mode),
        }
    }
}

impl Scale for Plover {
    fn name(&self) -> &'static str {
        "PLOVER"
    }

    fn score(&self, code: CameoCode) -> Option<f64> {
        self.score_class(code.class()?, code.mode())
    }

    fn score_event(&self, event: Classification) -> Option<f64> {
        self.score_class(event.class()?, event.mode())
    }
}

fn figure(class: Class, mode: Option<Mode>) -> Option<f64> {
    let mut rows = TABLE.iter();
    rows.find(|row| row.class == class && row.mode == mode)
        .map(|row| row.score)
}

/// The lines that hold data: neither remarks nor the header.
fn lines() -> impl Iterator<Item = &'static str> {
    SOURCE.lines().filter(|line| !line.starts_with('#')).skip(1)
}

/// Reads one line; `None` if it is damaged, which a test rules out for the file we ship.
fn row(line: &str) -> Option<Row> {
    let mut fields = line.split('\t');
    Some(Row {
        class: fields.next()?.parse().ok()?,
        mode: Mode::stated(fields.next()?).ok()?,
        score: fields.next()?.parse().ok()?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::codes::Kind;

    #[test]
    fn every_row_parses_and_no_pair_stands_twice() {
        assert_eq!(
            lines().count(),
            TABLE.len(),
            "a row of plover.tsv does not parse"
        );
        assert!(TABLE.is_sorted_by_key(|row| row.class));
        for (at, row) in TABLE.iter().enumerate() {
            let mut before = TABLE.iter().take(at);
            assert!(!before.any(|other| (other.class, other.mode) == (row.class, row.mode)));
        }
    }

    #[test]
    fn all_that_has_a_class_has_a_score() {
        for class in Class::all() {
            let alone = Plover.score_class(class, None);
            assert!(alone.is_some(), "{class}");
            for mode in Mode::all() {
                let score = Plover.score_class(class, Some(mode));
                let own = Plover::printed(class, Some(mode));
                assert_eq!(score, own.or(alone), "{class} {mode}");
            }
        }
        for code in CameoCode::all() {
            assert_eq!(Plover.score(code).is_some(), code.class().is_some());
        }
    }

    #[test]
    fn a_listed_mode_has_a_figure_of_its_own_but_for_one() {
        let listed =
            Class::all().flat_map(|class| class.modes().iter().map(move |mode| (class, *mode)));
        let without: Vec<_> = listed
            .filter(|(class, mode)| Plover::printed(*class, Some(*mode)).is_none())
            .collect();
        assert_eq!(without, [(Class::Protest, Mode::Vandalize)]);
    }

    #[test]
    fn a_class_lies_among_its_modes() {
        for class in Class::all() {
            let figures = class.modes().iter();
            let figures: Vec<_> = figures
                .filter_map(|mode| Plover::printed(class, Some(*mode)))
                .collect();
            let Some(alone) = Plover
                .score_class(class, None)
                .filter(|_| !figures.is_empty())
            else {
                continue;
            };
            assert!(
                figures.iter().any(|figure| *figure <= alone)
                    && figures.iter().any(|figure| *figure >= alone),
                "{class}"
            );
        }
    }

    #[test]
    fn an_event_is_scored_by_its_own_class_and_mode() {
        let by_hand = Classification::of_kind(Kind::Accusation);
        assert_eq!(by_hand.code(), Some(CameoCode::ACCUSE));
        assert_eq!(by_hand.score(&Plover), Some(-3.5)); // allege
        assert_eq!(Plover.score(CameoCode::ACCUSE), Some(-2.0)); // disapprove
        assert_eq!(
            Classification::of_kind(Kind::Transport).score(&Plover),
            None
        );
    }
}
