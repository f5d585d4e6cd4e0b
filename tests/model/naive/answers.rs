//! The answer to each question, by loops.

use demarche::{Modality, Role, Standing, TieKind, What};

use super::super::asked::Questions;
use super::super::narrow::Narrow;
use super::super::neutral::{Answers, note};
use super::super::plain::Plain;
use super::super::tables;
use super::Lens;
use super::talks::last_of;

/// What the naive model answers.
pub(in super::super) fn answers(
    plain: &Plain,
    narrows: &[Narrow],
    questions: &Questions,
) -> Answers {
    let lens = Lens::new(plain, narrows);
    let mut answers = Answers::new();
    lens.of_all(questions, &mut answers);
    for actor in questions.actors() {
        lens.of_actor(actor, questions, &mut answers);
    }
    for pair in questions.pairs() {
        lens.of_two(pair, &mut answers);
    }
    answers
}

impl Lens<'_> {
    pub(super) fn of(&self, any: &[What]) -> Self {
        self.and(Narrow::Of(any.to_vec()))
    }

    fn of_all(&self, questions: &Questions, answers: &mut Answers) {
        let mut note = |question: &str, answer: &dyn std::fmt::Debug| {
            note(answers, question, &answer);
        };
        let events: Vec<_> = self
            .hits()
            .into_iter()
            .map(|(nth, certainty)| (nth, certainty, self.standing(nth).0))
            .collect();
        note("events", &events);
        note("summary", &self.summary());
        note("who talked to whom", &self.who_talked_to_whom());
        note("accusations", &self.accusations(&[]));
        note(
            "criticism",
            &self.accusations(&[What::Criticism, What::Suit]),
        );
        note("sanctions", &self.sanctions(|_| true));
        note("agreed", &self.agreed());
        for on in questions.on {
            note(
                &format!("in force {on}"),
                &self.in_force(&tables::moment(on)),
            );
        }
        for (question, standing) in [
            ("contested", Standing::Contested),
            ("denied", Standing::Denied),
            ("alleged", Standing::Alleged),
        ] {
            let lens = self.and(Narrow::Standing(vec![standing]));
            let lens = lens.counting(&Modality::ALL, &[]);
            note(question, &lens.shown(&lens.hits()));
        }
        note("single source", &self.single_source());
        let independent: Vec<_> = (0..self.plain.events.len())
            .map(|nth| self.independent(nth))
            .collect();
        note("independent sources", &independent);
        note("speakers", &self.speakers());
        let both = [questions.one, questions.other];
        note("claimed by both", &self.claimed_only_by(&both));
    }

    fn of_actor(&self, actor: usize, questions: &Questions, answers: &mut Answers) {
        let mut note = |question: String, answer: &dyn std::fmt::Debug| {
            note(answers, question, &answer);
        };
        note(format!("who talked to {actor}"), &self.who_talked_to(actor));
        note(format!("timeline {actor}"), &self.timeline(actor));
        note(
            format!("accusations of {actor}"),
            &self.accusations_of(actor),
        );
        for (how, roles) in [
            ("on", [Role::Target, Role::OnAccountOf].as_slice()),
            ("by", &[Role::Source]),
            ("of", &[Role::Source, Role::Target, Role::OnAccountOf]),
        ] {
            note(
                format!("sanctions {how} {actor}"),
                &self.sanctions_of(actor, roles),
            );
        }
        note(format!("what says {actor}"), &self.what_says(actor));
        note(
            format!("claimed only by {actor}"),
            &self.claimed_only_by(&[actor]),
        );
        for on in questions.on {
            note(
                format!("president of {actor} on {on}"),
                &self.bonds_to(actor, on, TieKind::Office, Some("president")),
            );
            note(
                format!("members of {actor} on {on}"),
                &self.bonds_to(actor, on, TieKind::Membership, None),
            );
        }
        note(format!("ties of {actor}"), &self.ties_of(actor));
    }

    fn of_two(&self, (one, other): (usize, usize), answers: &mut Answers) {
        let pair = format!("{one} and {other}");
        let talks = self.talks_of(one, other);
        note(answers, format!("talks of {pair}"), &talks);
        note(answers, format!("last contact of {pair}"), &last_of(talks));
        let all = self.counting(&Modality::ALL, &Standing::ALL);
        let hits = all.of_pair(one, other).into_iter();
        let compared: Vec<usize> = hits.map(|hit| hit.0).collect();
        note(answers, format!("accounts between {pair}"), &compared);
        let relationship = self.relationship(one, other);
        note(answers, format!("relationship of {pair}"), &relationship);
    }
}
