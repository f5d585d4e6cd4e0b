//! An actor of a panel: its codes, and when it exists.

use super::existence::{Days, Existence};
use crate::Graph;
use crate::model::codes::country::Country;
use crate::model::{Actor, ActorId, ActorSort, CodeSystem};
use crate::query::Who;
use crate::query::period::Stretch;
use crate::store::day_number;

/// The systems by which a panel is keyed.
pub(super) const SYSTEMS: [CodeSystem; 3] = [CodeSystem::Iso3, CodeSystem::Cow, CodeSystem::Gw];

/// An actor of a panel.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Member {
    pub(super) who: Who,
    pub(super) existence: Existence,
    codes: [Coded; 3],
}

/// Its code in one system.
#[derive(Clone, Debug, PartialEq)]
enum Coded {
    Always(Option<String>),
    /// As of the date, in order of time.
    Dated(Vec<(Days, &'static str)>),
}

impl Member {
    pub(super) fn new(graph: &Graph, id: ActorId) -> Self {
        let actor = graph.describe(id).ok();
        let country = actor.and_then(country_of);
        Self {
            who: Who::new(graph, id),
            existence: country.map_or(Existence::Always, |it| Existence::of(it.existed())),
            codes: SYSTEMS.map(|system| Coded::of(actor, country, system)),
        }
    }

    pub(super) fn existing(self, existence: Existence) -> Self {
        Self { existence, ..self }
    }

    /// Its codes in a period, in the order of [`SYSTEMS`].
    pub(super) fn codes(&self, stretch: Stretch) -> [Option<&str>; 3] {
        self.codes.each_ref().map(|coded| coded.during(stretch))
    }

    /// Whether its codes are the same in every period.
    pub(super) fn has_lasting_codes(&self) -> bool {
        let mut codes = self.codes.iter();
        codes.all(|coded| matches!(coded, Coded::Always(_)))
    }
}

impl Coded {
    /// The one that the actor was given; if it was given none or several, those of the
    /// country that it is.
    fn of(actor: Option<&Actor>, country: Option<Country>, system: CodeSystem) -> Self {
        let given = actor.map_or(&[][..], Actor::codes).iter();
        let mut given = given.filter(|code| code.system == system);
        let first = given.next().map(|code| code.value.clone());
        if first.is_some() && given.next().is_none() {
            return Self::Always(first);
        }
        let codes = country.into_iter().flat_map(|it| it.codes_in(system));
        let dated: Vec<_> = codes
            .map(|code| (Days::of(&code.span()), code.value()))
            .collect();
        match dated.as_slice() {
            [] => Self::Always(first),
            [(_, only), rest @ ..] if rest.iter().all(|(_, code)| code == only) => {
                Self::Always(Some((*only).to_owned()))
            }
            _ => Self::Dated(dated),
        }
    }

    /// The code on the last day of a period; if there is none then, on its first day;
    /// else the latest.
    fn during(&self, stretch: Stretch) -> Option<&str> {
        match self {
            Self::Always(code) => code.as_deref(),
            Self::Dated(codes) => {
                let on = |day| {
                    let mut held = codes.iter().rev();
                    held.find(|(days, _)| days.hold(day))
                };
                let found = on(day_number(stretch.last_day()))
                    .or_else(|| on(day_number(stretch.first_day())));
                found.or(codes.last()).map(|&(_, code)| code)
            }
        }
    }
}

/// Where two countries have shared a code, the name tells which of them it is.
fn country_of(actor: &Actor) -> Option<Country> {
    if actor.sort() != ActorSort::State {
        return None;
    }
    let named = Country::of_name(actor.name());
    let coded = |system: CodeSystem| {
        let code = actor.code(system)?;
        let shared = Country::holders(system, code).find(|holder| Some(*holder) == named);
        shared.or_else(|| Country::of_code(system, code).ok())
    };
    CodeSystem::ALL.into_iter().find_map(coded)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::model::State;
    use crate::query::Period;

    fn codes(graph: &Graph, key: &str, year: i16) -> [Option<String>; 3] {
        let member = Member::new(graph, graph.actor(key).unwrap());
        let stretch = Stretch::of(Period::Year, date(year, 1, 1));
        member.codes(stretch).map(|code| code.map(str::to_owned))
    }

    #[test]
    fn codes_are_as_of_the_period_unless_one_was_given() {
        let mut graph = Graph::new();
        graph.add_states_during("..").unwrap();
        let of = |key, year| codes(&graph, key, year).map(Option::unwrap_or_default);
        assert_eq!(of("germany", 1970), ["DEU", "260", "260"]);
        assert_eq!(of("germany", 1990), ["DEU", "255", "260"]);
        assert_eq!(of("germany", 2014), ["DEU", "255", "260"]);
        assert_eq!(of("russia", 2014)[1], "365");

        let mut graph = Graph::new();
        let germany = State::new("Germany").iso3("DEU");
        graph.add(germany.code(CodeSystem::Cow, "255")).unwrap();
        graph.add(State::new("Ruritania")).unwrap();
        let given = codes(&graph, "germany", 1970).map(Option::unwrap_or_default);
        assert_eq!(given, ["DEU", "255", "260"]);
        assert_eq!(codes(&graph, "ruritania", 1970), [None, None, None]);
    }

    #[test]
    fn a_shared_code_is_that_of_the_state_of_that_name() {
        let mut graph = Graph::new();
        let soviet_union = State::new("Soviet Union").code(CodeSystem::Cow, "365");
        let soviet_union = graph.add(soviet_union).unwrap();
        let other = graph
            .add(State::new("Moscow").code(CodeSystem::Cow, "365"))
            .unwrap();
        let ends = |id: ActorId| Member::new(&graph, id).existence;
        let of = |name| Existence::of(Country::named(name).unwrap().existed());
        assert_eq!(ends(soviet_union.into()), of("Soviet Union"));
        assert_eq!(ends(other.into()), of("Russia"));
    }
}
