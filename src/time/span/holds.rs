//! What can be asked of spans: whether they hold, and how two lie.

use super::Span;
use crate::time::{Certainty, Moment, Relations, Window};

impl Span {
    /// Does it hold at that moment?
    ///
    /// `Certain` if it does whenever it began and ended, and at whatever
    /// second of its bounds the moment was. A sign (`~`, `?`, `%`) on the
    /// moment or on either end leaves no more than `Possible`.
    ///
    /// ```
    /// use demarche::time::{Certainty, Moment, Span};
    ///
    /// let term: Span = "2017-05-14/2022-05-13".parse()?;
    /// let last: Moment = "2022-05-13".parse()?;
    /// let month: Moment = "2022-05".parse()?;
    /// let june: Moment = "2022-06".parse()?;
    ///
    /// assert_eq!(term.holds_on(&last), Certainty::Certain);
    /// assert_eq!(term.holds_on(&month), Certainty::Possible);
    /// assert_eq!(term.holds_on(&june), Certainty::Never);
    /// # Ok::<(), demarche::time::ParseTimeError>(())
    /// ```
    pub fn holds_on(&self, moment: &Moment) -> Certainty {
        let ((start, stop), when) = (self.ticks(), moment.ticks());
        let always = start.high <= when.low && when.high < stop.low;
        let sometimes = start.low <= when.high && when.low < stop.high;
        Certainty::judge(
            always,
            sometimes,
            self.is_qualified() || moment.is_qualified(),
        )
    }

    /// Does it hold at some time within the window?
    ///
    /// ```
    /// use demarche::time::{Certainty, Span, Window};
    ///
    /// let term: Span = "2017-05-14/2022-05-13".parse()?;
    /// let year: Window = "2022".parse()?;
    ///
    /// assert_eq!(term.holds_during(&year), Certainty::Certain);
    /// assert_eq!(term.holds_throughout(&year), Certainty::Never);
    /// # Ok::<(), demarche::time::ParseTimeError>(())
    /// ```
    pub fn holds_during(&self, window: &Window) -> Certainty {
        let ((start, stop), frame) = (self.ticks(), window.ticks());
        let always = start.high <= frame.high && frame.low < stop.low;
        let sometimes = start.low <= frame.high && frame.low < stop.high;
        Certainty::judge(always, sometimes, self.is_qualified())
    }

    /// Does it hold at every time within the window?
    ///
    /// An open end of the window asks for ever: only a span open at that end,
    /// or possibly one whose end is unknown, can answer.
    ///
    /// ```
    /// use demarche::time::{Certainty, Span, Window};
    ///
    /// let term: Span = "2017-05-14/".parse()?;
    /// assert_eq!(term.holds_throughout(&"2018/..".parse()?), Certainty::Possible);
    /// assert_eq!(term.holds_throughout(&"2017".parse()?), Certainty::Never);
    /// # Ok::<(), demarche::time::ParseTimeError>(())
    /// ```
    pub fn holds_throughout(&self, window: &Window) -> Certainty {
        let ((start, stop), frame) = (self.ticks(), window.ticks());
        // The tick after the last; for an open end the same, as for a span.
        let past = frame.high + i64::from(window.latest().is_some());
        let always = start.high <= frame.low && past <= stop.low;
        let sometimes = start.low <= frame.low && past <= stop.high;
        Certainty::judge(always, sometimes, self.is_qualified())
    }

    /// Do the two hold at some one time?
    ///
    /// ```
    /// use demarche::time::{Certainty, Span};
    ///
    /// let macron: Span = "2017-05-14/..".parse()?;
    /// let merkel: Span = "2005-11-22/2021-12-08".parse()?;
    /// let obama: Span = "2009-01-20/2017-01-20".parse()?;
    ///
    /// assert_eq!(macron.overlaps(&merkel), Certainty::Certain);
    /// assert_eq!(macron.overlaps(&obama), Certainty::Never);
    /// # Ok::<(), demarche::time::ParseTimeError>(())
    /// ```
    pub fn overlaps(&self, other: &Self) -> Certainty {
        let ((a_start, a_stop), (b_start, b_stop)) = (self.ticks(), other.ticks());
        let always = a_start.all_before(b_stop) && b_start.all_before(a_stop);
        let sometimes = a_start.some_before(b_stop) && b_start.some_before(a_stop);
        Certainty::judge(
            always,
            sometimes,
            self.is_qualified() || other.is_qualified(),
        )
    }

    /// Which of [Allen's relations](crate::time::Allen) the two may be in.
    ///
    /// Every relation is listed that some choice of the four end points within
    /// their bounds allows, and no other; decided in O(1). Spans count as
    /// half-open: an end on a day is 24:00 of that day, so that it *meets* a
    /// start on the next. Points are chosen by whole days, or by minutes or
    /// seconds if any of the four ends is given so. Open ends lie infinitely
    /// far, and so two of them coincide; unknown ones may lie anywhere, there
    /// included.
    ///
    /// ```
    /// use demarche::time::{Allen, Span};
    ///
    /// let first: Span = "2017-01-01/2021-12-31".parse()?;
    /// let second: Span = "2022-01-01/..".parse()?;
    /// let whenever: Span = "2022-01-01/".parse()?;
    ///
    /// let meets = first.relations_to(&second);
    /// assert!(meets.is_certain() && meets.contains(Allen::Meets));
    /// assert_eq!(whenever.relations_to(&second).to_string(), "starts or equals");
    /// # Ok::<(), demarche::time::ParseTimeError>(())
    /// ```
    ///
    /// # Example: years as ends are some day of theirs
    ///
    /// ```
    /// use demarche::time::Span;
    ///
    /// let first: Span = "2017/2021".parse()?;
    /// let second: Span = "2022/..".parse()?;
    /// assert_eq!(first.relations_to(&second).to_string(), "before or meets");
    /// # Ok::<(), demarche::time::ParseTimeError>(())
    /// ```
    pub fn relations_to(&self, other: &Self) -> Relations {
        let qualified = self.is_qualified() || other.is_qualified();
        let unit = self
            .grain()
            .into_iter()
            .chain(other.grain())
            .min()
            .unwrap_or(1);
        Relations::between(self.ticks(), other.ticks(), unit, qualified)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::Allen;
    use proptest::prelude::*;

    fn span(text: &str) -> Span {
        text.parse().unwrap()
    }

    fn holds(text: &str, when: &str) -> Certainty {
        span(text).holds_on(&when.parse().unwrap())
    }

    #[test]
    fn ends_are_included_by_day() {
        use Certainty::{Certain, Never, Possible};
        for (text, when, expected) in [
            ("2017-05-14/2022-05-13", "2017-05-14T00:00:00", Certain),
            ("2017-05-14/2022-05-13", "2022-05-13T23:59:59", Certain),
            ("2017-05-14/2022-05-13", "2022-05-14T00:00:00", Never),
            ("2017-05-14/2022-05-13", "2017-05-13", Never),
            ("2017-05-14/2022-05-13", "~2020", Possible),
            ("2017-05-14/2022-05-13", "[..]", Possible),
            ("2017/2021", "2017-12-30", Possible),
            ("2017/2021", "2017-12-31", Certain),
            ("2017/2021", "2018", Certain),
            ("2017/2021", "2021-01-01", Certain),
            ("2017/2021", "2021-01-02", Possible),
            ("2021", "2021", Certain),
            ("2012-05-07/", "2012-05-07", Certain),
            ("2012-05-07/", "2012-05-08", Possible),
            ("2012-05-07/", "9999", Possible),
            ("2012-05-07/", "2012-05-06", Never),
            ("2012-05-07/..", "9999", Certain),
            ("/2020-06-01", "2020-06-01", Certain),
            ("/2020-06-01", "-9999", Possible),
            ("../2020-06-01", "-9999", Certain),
            ("../2020-06-01", "2020-06-02", Never),
            ("2012/[2020-01-01..2020-01-31]", "2020-01-01", Certain),
            ("2012/[2020-01-01..2020-01-31]", "2020-01-31", Possible),
            ("2012/[2020-01-01..2020-01-31]", "2020-02-01", Never),
            ("[..]/2020-01-31", "2020-01-31", Certain),
            ("~2012/..", "2020", Possible),
            ("~2012/..", "2010", Never),
            ("/", "2020", Possible),
            ("../..", "[..]", Certain),
        ] {
            assert_eq!(holds(text, when), expected, "{text} on {when}");
        }
    }

    #[test]
    fn windows_open_at_an_end_ask_for_ever() {
        use Certainty::{Certain, Never, Possible};
        for (text, window, during, throughout) in [
            ("2012/..", "2013/..", Certain, Certain),
            ("2012/", "2013/..", Possible, Possible),
            ("2012/2020", "2013/..", Certain, Never),
            ("2012/[..]", "2013/..", Possible, Never),
            ("/", "..", Certain, Possible),
            ("../..", "..", Certain, Certain),
            ("[..]/..", "..", Certain, Never),
            ("2021-11-15", "2021-11", Certain, Never),
            ("2021-11", "2021-11-30", Certain, Certain),
            ("2021-11/2021-12", "2021-11", Certain, Possible),
        ] {
            let (span, window) = (span(text), window.parse().unwrap());
            let found = (span.holds_during(&window), span.holds_throughout(&window));
            assert_eq!(found, (during, throughout), "{text} in {window}");
        }
    }

    #[test]
    fn relations_of_open_and_unknown_ends() {
        for (a, b, expected) in [
            ("2017/..", "2012/..", "finishes"),
            ("../..", "../..", "equals"),
            ("2012-05-07/", "2012-05-07/..", "starts or equals"),
            ("2012-05-07/[..]", "2012-05-07/..", "starts"),
            ("/2016-12-31", "2017-01-01/..", "meets"),
            (
                "2021-11-15T10:00/2021-11-15T10:29",
                "2021-11-15T10:30/..",
                "meets",
            ),
        ] {
            assert_eq!(
                span(a).relations_to(&span(b)).to_string(),
                expected,
                "{a} to {b}"
            );
        }
        assert_eq!(Span::UNKNOWN.relations_to(&Span::UNKNOWN).len(), 13);
        let doubted = span("2017-01-01?/..").relations_to(&span("2018-01-01/.."));
        assert!(doubted.len() == 1 && !doubted.is_certain());
    }

    /// A span in days of November, with all its choices of first and last day.
    fn small() -> impl Strategy<Value = (Span, Vec<(i64, i64)>)> {
        let end = || (1..12_i64, 0..4_i64);
        (end(), end()).prop_filter_map("ends before it begins", |((a, m), (b, n))| {
            let text = format!(
                "[2021-11-{a:02}..2021-11-{:02}]/[2021-11-{b:02}..2021-11-{:02}]",
                a + m,
                b + n
            );
            let pairs = (a..=a + m).flat_map(|first| (b..=b + n).map(move |last| (first, last)));
            let choices: Vec<_> = pairs.filter(|(first, last)| first <= last).collect();
            Some((text.parse().ok()?, choices))
        })
    }

    proptest! {
        /// Against every choice of first and last day.
        #[test]
        fn answers_agree_with_enumeration(
            (a, a_choices) in small(), (b, b_choices) in small(), from in 1..15_i64, length in 0..5_i64,
        ) {
            let to = from + length;
            let over = |test: &dyn Fn(i64, i64) -> bool| {
                let mut results = a_choices.iter().map(|(first, last)| test(*first, *last));
                let some = results.clone().any(|holds| holds);
                Certainty::judge(results.all(|holds| holds), some, false)
            };
            let window: Window = format!("2021-11-{from:02}/2021-11-{to:02}").parse().unwrap();
            prop_assert_eq!(a.holds_during(&window), over(&|first, last| first <= to && from <= last));
            prop_assert_eq!(a.holds_throughout(&window), over(&|first, last| first <= from && to <= last));

            let moment: Moment = format!("[2021-11-{from:02}..2021-11-{to:02}]").parse().unwrap();
            let days = || a_choices.iter().flat_map(|choice| (from..=to).map(move |day| (choice, day)));
            let on = |((first, last), day): (&(i64, i64), i64)| (*first..=*last).contains(&day);
            let expected = Certainty::judge(days().all(on), days().any(on), false);
            prop_assert_eq!(a.holds_on(&moment), expected);

            let pairs = || a_choices.iter().flat_map(|x| b_choices.iter().map(move |y| (x, y)));
            let meet = |(x, y): (&(i64, i64), &(i64, i64))| x.0 <= y.1 && y.0 <= x.1;
            let expected = Certainty::judge(pairs().all(meet), pairs().any(meet), false);
            prop_assert_eq!(a.overlaps(&b), expected);
            let relations = a.relations_to(&b);
            prop_assert_eq!(relations.certainty_that(Allen::shares_time), expected);

            let relation = |(x, y): (&(i64, i64), &(i64, i64))| {
                let points = [x.0, x.1 + 1, y.0, y.1 + 1];
                Allen::ALL.into_iter().find(|relation| relation.is_of(points))
            };
            let found: Relations = pairs().filter_map(relation).collect();
            prop_assert_eq!(relations, found);
        }
    }
}
