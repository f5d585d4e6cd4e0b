//! Moments as the ends of spans.

use super::{Form, Moment};
use crate::time::point::{Point, Unit};
use crate::time::ticks::Bounds;

impl Moment {
    /// If this is one unsigned date or time: its first and last second, each
    /// written to the day, or finer if the date is.
    pub(in crate::time) fn ends(&self) -> Option<(Self, Self)> {
        let Form::One(point) = self.form else {
            return None;
        };
        let coarse = point.unit() >= Unit::Month;
        let ends = if coarse {
            (
                Self::on(point.first().date()),
                Self::on(point.last().date()),
            )
        } else {
            (*self, *self)
        };
        (!self.is_qualified()).then_some(ends)
    }

    /// Where a span can begin whose start this is: whole days, or what is
    /// finer. A day is the exact point 00:00:00, a year one of 365 such.
    pub(in crate::time) fn starts(&self) -> Bounds {
        let Bounds { low, high } = self.ticks();
        // Of an unbounded date, `high` is the last finite tick as it is.
        let back = self
            .points()
            .1
            .and_then(|_| self.grain())
            .map_or(0, |unit| unit - 1);
        Bounds::new(low, high - back)
    }

    /// Where a span can end whose end this is: the tick after its last. A day
    /// is the exact point 24:00:00.
    pub(in crate::time) fn stops(&self) -> Bounds {
        let Bounds { low, high } = self.ticks();
        let (from, to) = self.points();
        let unit = from.and_then(|_| self.grain()).unwrap_or(0);
        Bounds::new(low + unit, high + i64::from(to.is_some()))
    }

    /// The finer unit of its ends in ticks: a day, or what is finer. A span
    /// that begins or ends here lasts at least as long. `None` if unknown.
    pub(in crate::time) fn grain(&self) -> Option<i64> {
        let (from, to) = self.points();
        from.into_iter().chain(to).map(Point::grain).min()
    }

    fn points(&self) -> (Option<Point>, Option<Point>) {
        match self.form {
            Form::One(point) => (Some(point), Some(point)),
            Form::OneOf { from, to } => (from, to),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::ticks;
    use jiff::civil::date;

    fn midnight(day: i8) -> i64 {
        ticks::of(date(2021, 11, day).at(0, 0, 0, 0))
    }

    #[test]
    fn days_are_exact_and_coarser_dates_are_not() {
        let day: Moment = "2021-11-15".parse().unwrap();
        assert_eq!(day.starts(), Bounds::exactly(midnight(15)));
        assert_eq!(day.stops(), Bounds::exactly(midnight(16)));

        let month: Moment = "2021-11".parse().unwrap();
        assert_eq!(month.starts(), Bounds::new(midnight(1), midnight(30)));
        assert_eq!(
            month.stops(),
            Bounds::new(midnight(2), midnight(30) + 86_400)
        );

        let until: Moment = "[..2021-11-15]".parse().unwrap();
        assert_eq!(until.starts(), Bounds::new(ticks::EARLIEST, midnight(15)));
        assert_eq!(until.stops(), Bounds::new(ticks::EARLIEST, midnight(16)));
    }
}
