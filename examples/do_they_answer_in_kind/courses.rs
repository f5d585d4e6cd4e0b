//! Whether the two answer each other, and in kind.

use std::fmt;

use demarche::analysis::{Answer, Course, Reciprocity, Responses};
use demarche::model::codes::Scale;
use demarche::query::{Balance, Period};
use demarche::time::Certainty;
use demarche::{ActorId, Result, View};
use serde::Serialize;

use crate::bars;
use crate::layout::{heading, signed};

/// The course of a relationship, by what each side does, and how each answers.
#[derive(Serialize)]
pub(crate) struct Courses {
    months: Course,
    correlation: [Correlation; 2],
    within: u32,
    answers: Reciprocity,
}

/// How what the two do in a period goes together, and with what the other does in the next.
#[derive(Serialize)]
struct Correlation {
    period: Period,
    periods: usize,
    same: Option<f64>,
    other_follows_one: Option<f64>,
    one_follows_other: Option<f64>,
}

impl Courses {
    pub(crate) fn of(
        view: &View<'_>,
        [one, other]: [ActorId; 2],
        within: u32,
        scale: &dyn Scale,
    ) -> Result<Self> {
        let months = view.course(one, other, Period::Month, scale)?;
        let weeks = view.course(one, other, Period::Week, scale)?;
        Ok(Self {
            correlation: [Correlation::of(&months), Correlation::of(&weeks)],
            months,
            within,
            answers: view.reciprocity(one, other, Answer::within_days(within), scale)?,
        })
    }

    /// What one side did, month by month: how much of it was conflict, and all in all.
    fn write_side(&self, f: &mut fmt::Formatter<'_>, is_one: bool) -> fmt::Result {
        let (from, to) = (self.months.one(), self.months.other());
        let (from, to) = if is_one { (from, to) } else { (to, from) };
        let sides = || {
            let chapters = self.months.chapters().iter();
            chapters.map(|chapter| {
                if is_one {
                    chapter.by_one()
                } else {
                    chapter.by_other()
                }
            })
        };
        let cooperation = bars::sparkline(sides().map(Balance::cooperation));
        let conflict = bars::sparkline(sides().map(|side| -side.conflict()));
        let sum: f64 = sides().map(Balance::sum).sum();
        writeln!(
            f,
            "  {:<20} cooperation {cooperation}  conflict {conflict}  sum {sum:+.1}",
            format!("{from} → {to}")
        )
    }
}

impl Correlation {
    fn of(course: &Course) -> Self {
        Self {
            period: course.period(),
            periods: course.chapters().len(),
            same: course.correlation(0),
            other_follows_one: course.correlation(1),
            one_follows_other: course.seen_from_other().correlation(1),
        }
    }

    fn write(&self, f: &mut fmt::Formatter<'_>, months: &Course) -> fmt::Result {
        let (one, other, period) = (months.one(), months.other(), self.period);
        let what = format!("{} {period}s:", self.periods);
        writeln!(
            f,
            "  r of {what:<11} the same {period} {} · {other} the next after {one} {} · {one} after {other} {}",
            signed(self.same),
            signed(self.other_follows_one),
            signed(self.one_follows_other)
        )
    }
}

fn write_answers(f: &mut fmt::Formatter<'_>, answers: &Responses, within: u32) -> fmt::Result {
    let answered = |certainty| answers.answered(certainty);
    writeln!(
        f,
        "  {} answers {} within {within} days: of {} acts {} certainly, {} as dated, {} possibly, {} never",
        answers.answerer(),
        answers.actor(),
        answers.acts(),
        answered(Certainty::Certain),
        answered(Certainty::AsDated),
        answered(Certainty::Possible),
        answered(Certainty::Never)
    )?;
    let median = answers.median().map(|lag| format!("median {lag} · "));
    let kind = answers.in_kind();
    writeln!(
        f,
        "      {}in kind {} of {}: conflict {} of {}, cooperation {} of {}",
        median.unwrap_or_default(),
        kind.tit_for_tat(),
        kind.len(),
        kind.conflict_by_conflict,
        kind.conflict_by_conflict + kind.conflict_by_cooperation,
        kind.cooperation_by_cooperation,
        kind.cooperation_by_cooperation + kind.cooperation_by_conflict
    )
}

impl fmt::Display for Courses {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        heading(
            f,
            "2 The course",
            "View::course, Course::correlation",
            "Goldstein & Freeman 1990",
        )?;
        self.write_side(f, true)?;
        self.write_side(f, false)?;
        for correlation in &self.correlation {
            correlation.write(f, &self.months)?;
        }
        heading(
            f,
            "3 Who answers whom, how fast, and in kind",
            "View::reciprocity",
            "Axelrod 1984; Goldstein & Freeman 1990",
        )?;
        write_answers(f, self.answers.by_other(), self.within)?;
        write_answers(f, self.answers.by_one(), self.within)
    }
}
