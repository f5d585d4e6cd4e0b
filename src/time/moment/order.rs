//! What can be asked of moments: order, and the same day.

use super::Moment;
use crate::time::ticks::Bounds;
use crate::time::{Certainty, Window};

impl Moment {
    /// Was this strictly before `other`, by a second or more?
    ///
    /// Two moments on one day are in no known order. A sign (`~`, `?`, `%`) on
    /// either leaves no more than `Possible`.
    ///
    /// ```
    /// use demarche::time::{Certainty, Moment};
    ///
    /// let morning: Moment = "2021-11-15T09:00".parse()?;
    /// let day: Moment = "2021-11-15".parse()?;
    /// let next: Moment = "2021-11-16".parse()?;
    /// let about: Moment = "~2021-11-01".parse()?;
    ///
    /// assert_eq!(morning.before(&next), Certainty::Certain);
    /// assert_eq!(morning.before(&day), Certainty::Possible);
    /// assert_eq!(next.before(&day), Certainty::Never);
    /// assert_eq!(about.before(&day), Certainty::Possible);
    /// # Ok::<(), demarche::time::ParseTimeError>(())
    /// ```
    pub fn before(&self, other: &Self) -> Certainty {
        let (this, that) = (self.ticks(), other.ticks());
        self.judge(other, this.all_before(that), this.some_before(that))
    }

    /// Was this before `other`, or in the same second?
    ///
    /// ```
    /// use demarche::time::{Certainty, Moment};
    ///
    /// let second: Moment = "2021-11-15T10:30:05".parse()?;
    /// assert_eq!(second.at_or_before(&second), Certainty::Certain);
    /// assert_eq!(second.before(&second), Certainty::Never);
    /// # Ok::<(), demarche::time::ParseTimeError>(())
    /// ```
    pub fn at_or_before(&self, other: &Self) -> Certainty {
        let (this, that) = (self.ticks(), other.ticks());
        self.judge(other, this.high <= that.low, this.low <= that.high)
    }

    /// Were the two on one day?
    ///
    /// ```
    /// use demarche::time::{Certainty, Moment};
    ///
    /// let morning: Moment = "2021-11-15T09:00".parse()?;
    /// let evening: Moment = "2021-11-15T21:00".parse()?;
    /// let month: Moment = "2021-11".parse()?;
    ///
    /// assert_eq!(morning.same_day(&evening), Certainty::Certain);
    /// assert_eq!(morning.same_day(&month), Certainty::Possible);
    /// # Ok::<(), demarche::time::ParseTimeError>(())
    /// ```
    pub fn same_day(&self, other: &Self) -> Certainty {
        let (this, that) = (self.days(), other.days());
        let one_day = this.low == this.high && this == that;
        self.judge(other, one_day, this.overlaps(that))
    }

    /// Does this fall within `window`?
    ///
    /// `Certain` if all of its bounds do, `Possible` if some of them do.
    ///
    /// ```
    /// use demarche::time::{Certainty, Moment, Window};
    ///
    /// let november: Window = "2021-11".parse()?;
    /// let call: Moment = "2021-11-15".parse()?;
    /// let year: Moment = "2021".parse()?;
    ///
    /// assert_eq!(call.within_window(&november), Certainty::Certain);
    /// assert_eq!(year.within_window(&november), Certainty::Possible);
    /// # Ok::<(), demarche::time::ParseTimeError>(())
    /// ```
    pub fn within_window(&self, window: &Window) -> Certainty {
        let (this, frame) = (self.ticks(), window.ticks());
        Certainty::judge(
            this.is_within(frame),
            this.overlaps(frame),
            self.is_qualified(),
        )
    }

    fn judge(&self, other: &Self, always: bool, sometimes: bool) -> Certainty {
        Certainty::judge(
            always,
            sometimes,
            self.is_qualified() || other.is_qualified(),
        )
    }

    fn days(&self) -> Bounds {
        let Bounds { low, high } = self.ticks();
        Bounds::new(low.div_euclid(86_400), high.div_euclid(86_400))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn moment(text: &str) -> Moment {
        text.parse().unwrap()
    }

    #[test]
    fn order_of_unknown_dates_is_open() {
        let day = moment("2021-11-15");
        for other in [
            Moment::unknown(),
            moment("[2021-11-01..]"),
            moment("[..2021-11-20]"),
        ] {
            assert_eq!(day.before(&other), Certainty::Possible);
            assert_eq!(other.before(&day), Certainty::Possible);
        }
        assert_eq!(day.before(&moment("[2021-11-16..]")), Certainty::Certain);
        assert_eq!(day.before(&moment("[..2021-11-14]")), Certainty::Never);
        assert_eq!(
            Moment::unknown().within_window(&Window::all()),
            Certainty::Certain
        );
    }

    #[test]
    fn a_sign_leaves_what_is_impossible() {
        assert_eq!(moment("?2021").before(&moment("2023")), Certainty::Possible);
        assert_eq!(moment("?2023").before(&moment("2021")), Certainty::Never);
        assert_eq!(moment("~2022").before(&moment("2021")), Certainty::Possible);
        assert_eq!(
            moment("?2021").within_window(&"2021".parse().unwrap()),
            Certainty::Possible
        );
    }

    #[test]
    fn utc_and_civil_share_a_line() {
        let utc = moment("2021-11-15T23:00-03:00");
        assert_eq!(utc.same_day(&moment("2021-11-16")), Certainty::Certain);
    }

    /// A moment within one minute, and all the seconds it can be.
    fn small() -> impl Strategy<Value = (Moment, Vec<i64>)> {
        (0..50_i64, 0..5_i64, 0..4).prop_map(|(start, length, form)| {
            let end = start + length;
            let tick = |second: i64| format!("2021-11-15T10:30:{second:02}");
            let (text, seconds) = match form {
                0 => (tick(start), start..=start),
                1 => (format!("~{}", tick(start + 1)), start..=start + 2),
                2 => ("2021-11-15T10:30".to_owned(), 0..=59),
                _ => (format!("[{}..{}]", tick(start), tick(end)), start..=end),
            };
            (moment(&text), seconds.collect())
        })
    }

    proptest! {
        #[test]
        fn order_agrees_with_enumeration((a, a_ticks) in small(), (b, b_ticks) in small()) {
            let qualified = a.is_qualified() || b.is_qualified();
            for (answer, relation) in [
                (a.before(&b), i64::lt as fn(&i64, &i64) -> bool),
                (a.at_or_before(&b), i64::le),
            ] {
                let pairs = || a_ticks.iter().flat_map(|x| b_ticks.iter().map(move |y| relation(x, y)));
                let expected = Certainty::judge(pairs().all(|t| t), pairs().any(|t| t), qualified);
                prop_assert_eq!(answer, expected);
            }
        }
    }
}
