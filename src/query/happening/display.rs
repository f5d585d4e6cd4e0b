//! An event in words.

use std::fmt;

use super::Happening;
use crate::model::codes::{Kind, SanctionStatus};
use crate::model::{Modality, Occurrence, Role};
use crate::query::Standing;
use crate::time::{Basis, Certainty, Moment};

impl Happening {
    /// How far a sanction has got, where neither what it is called nor its modality
    /// says so.
    fn step(&self) -> Option<SanctionStatus> {
        let told = |status: &SanctionStatus| match status {
            SanctionStatus::Imposed => true,
            SanctionStatus::Agreed => self.modality == Modality::Agreed,
            _ => self.what != Kind::Sanction.name(),
        };
        self.sanction_status.filter(|status| !told(status))
    }

    /// "Emmanuel Macron – Vladimir Putin", "European Union → Russia".
    pub fn dramatis_personae(&self) -> String {
        let of = |role: Role| {
            self.participants
                .iter()
                .filter(|part| part.role == role)
                .map(|part| part.who.name())
                .collect::<Vec<_>>()
        };
        let acting = [Role::Source, Role::Visitor]
            .into_iter()
            .flat_map(of)
            .collect::<Vec<_>>()
            .join(", ");
        let acted_upon = [Role::Target, Role::Host]
            .into_iter()
            .flat_map(of)
            .collect::<Vec<_>>()
            .join(", ");
        let mut text = match (acting.is_empty(), acted_upon.is_empty()) {
            (false, false) => format!("{acting} → {acted_upon}"),
            (true, false) => format!("→ {acted_upon}"),
            (_, true) => acting,
        };
        let mediators = of(Role::Mediator);
        if !mediators.is_empty() {
            text.push_str(&mediators.join(", "));
            text.push_str(" between ");
        }
        text.push_str(&of(Role::Party).join(" – "));
        let behind = of(Role::OnAccountOf);
        if !behind.is_empty() {
            text.push_str(" on account of ");
            text.push_str(&behind.join(", "));
        }
        text
    }
}

impl fmt::Display for Happening {
    /// "2021-11-15 · call · Emmanuel Macron – Vladimir Putin · almost 2 h · according
    /// to Élysée, Kremlin".
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} · {}", dated(&self.when, self.basis), self.what)?;
        if let Some(status) = self.step() {
            write!(f, " {status}")?;
        }
        write!(f, " · {}", self.dramatis_personae())?;
        match self.occurrence {
            Occurrence::Once => {}
            Occurrence::Several => write!(f, " · several times")?,
            Occurrence::Times(many) => write!(f, " · {many} times")?,
        }
        if let Some(duration) = self.duration {
            write!(f, " · {duration}")?;
        }
        if self.modality != Modality::Actual {
            write!(f, " · {}", self.modality)?;
        }
        for (what, many) in &self.numbers {
            write!(f, " · {many} {what}")?;
        }
        if let Some(text) = &self.text {
            write!(f, " · {text}")?;
        }
        for (kind, other) in self.links.iter().filter(|(kind, _)| kind.is_order()) {
            write!(f, " · {kind} {other}")?;
        }
        if self.standing != Standing::Asserted {
            write!(f, " · {}", self.standing)?;
        }
        write_sources(f, &self.sources())?;
        if !self.inferred.is_empty() {
            write!(f, " · inferred in part")?;
        }
        write_certainty(f, self.certainty)
    }
}

/// The moment, or that there is none; "reported" if it is the report's.
pub(in crate::query) fn dated(when: &Moment, basis: Basis) -> String {
    match basis {
        _ if when.is_unknown() => "undated".to_owned(),
        Basis::Event => when.to_string(),
        Basis::Report => format!("reported {when}"),
    }
}

/// " · according to A, B and 3 more".
pub(in crate::query) fn write_sources<T: AsRef<str>>(
    f: &mut fmt::Formatter<'_>,
    sources: &[T],
) -> fmt::Result {
    const SHOWN: usize = 4;
    for (nth, source) in sources.iter().take(SHOWN).enumerate() {
        let lead = if nth == 0 { " · according to " } else { ", " };
        write!(f, "{lead}{}", source.as_ref())?;
    }
    match sources.len().saturating_sub(SHOWN) {
        0 => Ok(()),
        more => write!(f, " and {more} more"),
    }
}

/// " · possibly", if it is not certain; what is shown though it is not in the frame,
/// as evidence may be, says so.
pub(in crate::query) fn write_certainty(
    f: &mut fmt::Formatter<'_>,
    certainty: Certainty,
) -> fmt::Result {
    match certainty {
        Certainty::Certain => Ok(()),
        Certainty::AsDated => write!(f, " · as dated"),
        Certainty::Possible => write!(f, " · possibly"),
        Certainty::Never => write!(f, " · not in this frame"),
    }
}
