//! Which state came after which.

use std::sync::LazyLock;

use super::table::lines;
use super::value::Country;
use crate::time::Moment;

const SOURCE: &str = include_str!("successions.tsv");

static ALL: LazyLock<Vec<Succession>> =
    LazyLock::new(|| lines(SOURCE).filter_map(succession).collect());

/// One state came after another: Russia after the Soviet Union, since 1991-12-26.
///
/// Dissolutions, mergers, separations and annexations alike, so the predecessor may live on (Sudan
/// after South Sudan left) and the successor may be older (Germany before East Germany joined). The
/// independence of colonies is left out, and so are the Baltic states of 1991, which count as
/// restored.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Succession {
    predecessor: Country,
    successor: Country,
    since: Moment,
}

impl Succession {
    /// All of them, in order of predecessor and successor.
    pub fn all() -> impl ExactSizeIterator<Item = Self> {
        ALL.iter().copied()
    }

    /// Who came before.
    pub fn predecessor(self) -> Country {
        self.predecessor
    }

    /// Who came after.
    pub fn successor(self) -> Country {
        self.successor
    }

    /// The first day of the new order, as finely as it is known.
    pub fn since(self) -> Moment {
        self.since
    }
}

impl Country {
    /// Who came after it, in order of name. Costs O(n) in the table of successions.
    ///
    /// ```
    /// use demarche::model::codes::country::Country;
    ///
    /// let czechoslovakia = Country::named("Czechoslovakia")?;
    /// let after: Vec<_> = czechoslovakia
    ///     .successors()
    ///     .map(|it| format!("{} since {}", it.successor(), it.since()))
    ///     .collect();
    /// assert_eq!(after, ["Czechia since 1993-01-01", "Slovakia since 1993-01-01"]);
    /// # Ok::<(), demarche::Error>(())
    /// ```
    pub fn successors(self) -> impl Iterator<Item = Succession> {
        Succession::all().filter(move |it| it.predecessor == self)
    }

    /// Who came before it, in order of name. Costs O(n) in the table of successions.
    ///
    /// ```
    /// use demarche::model::codes::country::Country;
    ///
    /// let before: Vec<_> = Country::named("Yemen")?
    ///     .predecessors()
    ///     .map(|it| it.predecessor().name())
    ///     .collect();
    /// assert_eq!(before, ["North Yemen", "South Yemen"]);
    /// # Ok::<(), demarche::Error>(())
    /// ```
    pub fn predecessors(self) -> impl Iterator<Item = Succession> {
        Succession::all().filter(move |it| it.successor == self)
    }
}

/// Reads one line; `None` if it is damaged, which a test rules out for the file we ship.
fn succession(line: &'static str) -> Option<Succession> {
    let mut fields = line.split('\t');
    let succession = Succession {
        predecessor: Country::named(fields.next()?).ok()?,
        successor: Country::named(fields.next()?).ok()?,
        since: fields.next()?.parse().ok()?,
    };
    fields.next().is_none().then_some(succession)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::{Certainty, Span};

    #[test]
    fn every_row_parses_in_strictly_ascending_order() {
        assert_eq!(lines(SOURCE).count(), Succession::all().len());
        let pairs: Vec<_> = Succession::all()
            .map(|it| (it.predecessor, it.successor))
            .collect();
        assert!(pairs.is_sorted_by(|a, b| a < b));
    }

    /// The date is no earlier than the predecessor, no later than the day after it ended, and the
    /// successor exists on it or, where a union or a year is concerned, may exist.
    #[test]
    fn dates_agree_with_the_spans_of_existence() {
        for it in Succession::all() {
            let since = it.since;
            let before = it.predecessor.existed().iter();
            assert!(
                before.clone().any(|span| reaches(span, &since)),
                "{it:?} is not of {before:?}"
            );
            assert!(
                it.successor.exists_on(since) > Certainty::Never,
                "{it:?}: the successor does not exist"
            );
        }
    }

    /// Whether a span holds on a moment, or ended on the day before it.
    fn reaches(span: &Span, since: &Moment) -> bool {
        let eve = since
            .first_day()
            .and_then(|day| day.yesterday().ok())
            .map_or(*since, Moment::on);
        span.holds_on(since) > Certainty::Never || span.holds_on(&eve) > Certainty::Never
    }

    #[test]
    fn whoever_ended_has_a_successor() {
        // They became colonies, which are no rows of the table.
        let conquered = ["Annam", "Orange Free State", "Transvaal"];
        for country in Country::all().filter(|it| it.is_state() && !it.still_exists()) {
            assert_eq!(
                country.successors().next().is_none(),
                conquered.contains(&country.name()),
                "{country}"
            );
        }
    }
}
