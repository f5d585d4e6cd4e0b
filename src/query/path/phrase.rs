//! What one did to the other, in words.

use crate::graph::Event;
use crate::model::Modality;
use crate::model::codes::{CameoCode, Class, Kind, SanctionStatus};
use crate::query::sanctions;

/// In which part somebody is told of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Voice {
    /// Who acts.
    Active,
    /// Who is acted upon.
    Passive,
    /// On an equal footing with the other.
    Mutual,
}

/// The words for who acts and for who is acted upon; the other's name is to follow.
type Verb = (&'static str, &'static str);

const TALKED: Verb = ("talked to", "talked to");
/// What there is no better word for: nothing is known of the event, or it has not come
/// to pass.
const DEALT: Verb = ("had to do with", "had to do with");

/// What one did to the other by an event, as far as its sort says.
pub(super) fn phrase(event: Event<'_>, voice: Voice) -> &'static str {
    let verb = if event.modality() == Modality::Actual {
        verb(event)
    } else {
        DEALT
    };
    match voice {
        Voice::Active => verb.0,
        Voice::Passive => verb.1,
        Voice::Mutual if verb.0 == verb.1 => verb.0,
        Voice::Mutual => DEALT.0,
    }
}

fn verb(event: Event<'_>) -> Verb {
    let sort = event.classification();
    if sort.is_talk() {
        return TALKED;
    }
    if sort.is_sanction() {
        return of_sanction(sanctions::status(event));
    }
    let of_code = || sort.code().and_then(of_code);
    let verb = sort.kind().map(of_kind).or_else(of_code);
    verb.or_else(|| sort.class().map(of_class)).unwrap_or(DEALT)
}

fn of_sanction(status: SanctionStatus) -> Verb {
    match status {
        SanctionStatus::Threatened => {
            ("threatened to sanction", "was threatened with sanctions by")
        }
        SanctionStatus::Agreed => ("agreed to sanction", "was to be sanctioned by"),
        SanctionStatus::Imposed => ("sanctioned", "was sanctioned by"),
        SanctionStatus::Eased => ("eased sanctions on", "had sanctions eased by"),
        SanctionStatus::Lifted => ("lifted sanctions on", "had sanctions lifted by"),
    }
}

fn of_kind(kind: Kind) -> Verb {
    match kind {
        Kind::Statement => ("addressed", "was addressed by"),
        Kind::Appeal => ("appealed to", "was appealed to by"),
        Kind::Request => ("made a demand on", "met a demand of"),
        Kind::Agreement => ("signed an agreement with", "signed an agreement with"),
        Kind::Accusation => ("accused", "was accused by"),
        Kind::Disapproval => ("criticized", "was criticized by"),
        Kind::Rejection => ("turned down", "was turned down by"),
        Kind::Threat => ("threatened", "was threatened by"),
        Kind::Sanction => of_sanction(SanctionStatus::Imposed),
        Kind::Aid => ("aided", "was aided by"),
        Kind::Expulsion => ("expelled", "was expelled by"),
        Kind::Mobilization => ("mobilized against", "faced a mobilization by"),
        Kind::Coercion => ("coerced", "was coerced by"),
        Kind::Assault => ("attacked", "was attacked by"),
        Kind::Transport => ("transported", "was transported by"),
        Kind::Casualties => ("inflicted casualties on", "suffered casualties from"),
        Kind::Call
        | Kind::Meeting
        | Kind::Visit
        | Kind::Negotiation
        | Kind::Mediation
        | Kind::Consultation => TALKED,
    }
}

/// By the root of the code: the twenty of CAMEO.
fn of_code(code: CameoCode) -> Option<Verb> {
    Some(match code.root().as_str() {
        "01" => of_kind(Kind::Statement),
        "02" => of_kind(Kind::Appeal),
        "03" => of_class(Class::Agree),
        "04" => TALKED,
        "05" => of_class(Class::Support),
        "06" => of_class(Class::Cooperate),
        "07" => of_kind(Kind::Aid),
        "08" => of_class(Class::Concede),
        "09" => ("investigated", "was investigated by"),
        "10" => of_kind(Kind::Request),
        "11" => of_kind(Kind::Disapproval),
        "12" => of_kind(Kind::Rejection),
        "13" => of_kind(Kind::Threat),
        "14" => of_class(Class::Protest),
        "15" => of_class(Class::Mobilize),
        "16" => of_class(Class::Sanction),
        "17" => of_kind(Kind::Coercion),
        "18" => of_kind(Kind::Assault),
        "19" => ("fought", "was fought by"),
        "20" => ("used mass violence on", "suffered mass violence by"),
        _ => return None,
    })
}

fn of_class(class: Class) -> Verb {
    match class {
        Class::Agree => ("promised cooperation to", "was promised cooperation by"),
        Class::Consult => TALKED,
        Class::Support => ("supported", "was supported by"),
        Class::Concede | Class::Retreat => ("gave way to", "was given way by"),
        Class::Cooperate => ("cooperated with", "cooperated with"),
        Class::Aid => of_kind(Kind::Aid),
        Class::Request => of_kind(Kind::Request),
        Class::Accuse => of_kind(Kind::Disapproval),
        Class::Reject => of_kind(Kind::Rejection),
        Class::Threaten => of_kind(Kind::Threat),
        Class::Protest => ("protested against", "was protested against by"),
        Class::Sanction => ("cut back relations with", "had relations cut back by"),
        Class::Mobilize => ("showed force to", "was shown force by"),
        Class::Coerce => of_kind(Kind::Coercion),
        Class::Assault => of_kind(Kind::Assault),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::codes::Classification;
    use crate::{Graph, Leader, NewEvent, Result};

    #[test]
    fn every_sort_has_a_word_of_its_own() -> Result<()> {
        let mut graph = Graph::new();
        let one = graph.add(Leader::new("One"))?;
        let other = graph.add(Leader::new("Other"))?;
        for code in CameoCode::all() {
            let event = graph.record(NewEvent::coded(code)?.from(one).to(other))?;
            assert_ne!(verb(graph.event(event)?), DEALT, "{code}");
        }
        for class in Class::all() {
            let event = graph.record(NewEvent::of_class(class, None).from(one).to(other))?;
            assert_ne!(verb(graph.event(event)?), DEALT, "{class}");
        }
        let other = graph.record(NewEvent::other("tea party").from(one).to(other))?;
        let tea = graph.event(other)?;
        assert_eq!(tea.classification(), Classification::default());
        assert_eq!(phrase(tea, Voice::Passive), "had to do with");
        Ok(())
    }
}
