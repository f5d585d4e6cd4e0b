//! The states of the world and their organizations, put into a graph.

use super::Graph;
use crate::Result;
use crate::model::codes::country::{Country, Igo, Succession};
use crate::model::{
    ActorCode, ActorId, ActorSort, CodeSystem, NewTie, Organization, OrganizationId,
    OrganizationSort, State, StateId, TieKind,
};
use crate::time::{Boundary, ParseTimeError, Span, Window};

impl Graph {
    /// Adds every state that exists today, with its names and codes, and gives their handles in
    /// order of name.
    ///
    /// The states are those of the embedded [table of countries](Country). A state that is there
    /// already, by name or code, gets the names and codes that it lacks and is not doubled, so that
    /// adding twice changes nothing. Keys are made of names: `france`. A successor is tied to its
    /// predecessor if the graph holds both.
    ///
    /// Costs some two hundred actors. For states of the past see
    /// [`add_states_during`](Self::add_states_during).
    ///
    /// # Errors
    /// When the graph is full.
    ///
    /// ```
    /// use demarche::{Graph, State};
    ///
    /// let mut graph = Graph::new();
    /// let ours = graph.add(State::new("Russian Federation"))?;
    /// graph.add_states()?;
    ///
    /// assert_eq!(graph.state("iso3:RUS")?, ours);
    /// assert_eq!(graph.state("fips:RS")?, ours);
    /// assert_eq!(graph.state("Ivory Coast")?, graph.state("cote-divoire")?);
    /// assert!(graph.state("Soviet Union").unwrap_err().is_unknown());
    /// # Ok::<(), demarche::Error>(())
    /// ```
    pub fn add_states(&mut self) -> Result<Vec<StateId>> {
        self.add_states_that(Country::still_exists)
    }

    /// Adds every state that existed, or may have, at some time in a window: on a day, in a year,
    /// or (`".."`) in all of history since 1816. Else as [`add_states`](Self::add_states).
    ///
    /// # Errors
    /// When the window cannot be read, or the graph is full.
    ///
    /// ```
    /// use demarche::{Graph, TieKind};
    ///
    /// let mut graph = Graph::new();
    /// graph.add_states_during("1991")?;
    ///
    /// let russia = graph.state("Russia")?;
    /// let soviet_union = graph.state("iso3:SUN")?;
    /// let after = graph.ties().find(|tie| tie.to() == soviet_union.into());
    /// let after = after.expect("a state came after the Soviet Union");
    /// assert_eq!(after.kind(), TieKind::Succession);
    /// assert_eq!(after.span(), "1991-12-26/..".parse()?);
    /// assert!(graph.ties().any(|tie| tie.from() == russia.into()));
    /// # Ok::<(), demarche::Error>(())
    /// ```
    pub fn add_states_during<T>(&mut self, window: T) -> Result<Vec<StateId>>
    where
        T: TryInto<Window>,
        T::Error: Into<ParseTimeError>,
    {
        let window = window.try_into().map_err(Into::into)?;
        self.add_states_that(|country| {
            let mut spans = country.existed().iter();
            spans.any(|span| !span.holds_during(&window).is_never())
        })
    }

    /// Adds the organizations and standing groups of states of the embedded [list](Igo), past ones
    /// too, and gives their handles in order of name.
    ///
    /// One that is there already, by name or code, gets what it lacks and is not doubled. A body is
    /// tied to the organization of which it is a part, over the span in which both exist. Members
    /// are not in the list.
    ///
    /// # Errors
    /// When the graph is full.
    ///
    /// ```
    /// use demarche::Graph;
    ///
    /// let mut graph = Graph::new();
    /// graph.add_intergovernmental_organizations()?;
    /// assert_eq!(graph.organization("NATO")?, graph.organization("cameo:NAT")?);
    /// assert_eq!(graph.organization("UNSC")?, graph.organization("un-security-council")?);
    /// # Ok::<(), demarche::Error>(())
    /// ```
    pub fn add_intergovernmental_organizations(&mut self) -> Result<Vec<OrganizationId>> {
        let mut added = Vec::with_capacity(Igo::all().len());
        for igo in Igo::all() {
            added.push((igo, self.add_organization_of(igo)?));
        }
        for &(igo, part) in &added {
            let whole = added
                .iter()
                .find(|(other, _)| Some(*other) == igo.part_of());
            if let Some(&(other, whole)) = whole
                && part != whole
                && !self.is_tied(TieKind::PartOf, part.into(), whole.into())?
            {
                let span = part_span(igo.existed(), other.existed())?;
                self.tie(NewTie::part(part, whole, span))?;
            }
        }
        Ok(added.into_iter().map(|(_, id)| id).collect())
    }

    fn add_states_that(&mut self, wanted: impl Fn(Country) -> bool) -> Result<Vec<StateId>> {
        let mut added = Vec::new();
        for country in Country::all().filter(|country| country.is_state() && wanted(*country)) {
            added.push(self.add_state_of(country)?);
        }
        for succession in Succession::all() {
            self.tie_succession(succession)?;
        }
        Ok(added)
    }

    /// The state that is a country, with the names and codes that it lacked; a new one if
    /// there is none.
    pub(crate) fn add_state_of(&mut self, country: Country) -> Result<StateId> {
        let id = match self.state_of(country) {
            Some(known) => known,
            None => self.add(State::new(country.name()))?,
        };
        self.complete(id.into(), country.names(), codes(country))?;
        Ok(id)
    }

    /// The organization of the list, likewise.
    pub(crate) fn add_organization_of(&mut self, igo: Igo) -> Result<OrganizationId> {
        let id = match self.organization_of(igo) {
            Some(known) => known,
            None => self.add(Organization::new(igo.name()))?,
        };
        let actor = self.actors.get(id.into())?;
        if actor.sort == ActorSort::Organization(OrganizationSort::Other) {
            self.set_sort(id, OrganizationSort::Intergovernmental)?;
        }
        self.complete(id.into(), igo.names(), igo.codes())?;
        Ok(id)
    }

    /// The state that is a country, added if it is not there, with all its names and codes.
    pub(crate) fn found_state(&mut self, country: Country) -> Result<StateId> {
        let id = match self.state_of(country) {
            Some(known) => known,
            None => self.add(State::new(country.name()))?,
        };
        self.complete_state(id, country)?;
        Ok(id)
    }

    /// Gives a state the names and codes of a country that it lacks.
    pub(crate) fn complete_state(&mut self, id: StateId, country: Country) -> Result<()> {
        self.complete(id.into(), country.names(), codes(country))
    }

    /// The organization of the list, added if it is not there, with all its names and codes.
    pub(crate) fn found_organization(&mut self, igo: Igo) -> Result<OrganizationId> {
        let id = match self.organization_of(igo) {
            Some(known) => known,
            None => self.add(Organization::new(igo.name()))?,
        };
        self.complete_organization(id, igo)?;
        Ok(id)
    }

    /// Gives an organization the names and codes of the list that it lacks.
    pub(crate) fn complete_organization(&mut self, id: OrganizationId, igo: Igo) -> Result<()> {
        let actor = self.actors.get(id.into())?;
        if actor.sort == ActorSort::Organization(OrganizationSort::Other) {
            self.set_sort(id, OrganizationSort::Intergovernmental)?;
        }
        self.complete(id.into(), igo.names(), igo.codes())
    }

    /// Ties a successor to its predecessor, if both are there.
    fn tie_succession(&mut self, succession: Succession) -> Result<()> {
        let successor = self.state_of(succession.successor());
        let predecessor = self.state_of(succession.predecessor());
        if let (Some(successor), Some(predecessor)) = (successor, predecessor)
            && successor != predecessor
            && !self.is_tied(TieKind::Succession, successor.into(), predecessor.into())?
        {
            let span = Span::new(succession.since(), Boundary::Open)?;
            self.tie(NewTie::succession(successor, predecessor, span))?;
        }
        Ok(())
    }

    /// Gives an actor the names and codes that it lacks.
    fn complete(
        &mut self,
        id: ActorId,
        names: impl Iterator<Item = &'static str>,
        codes: impl Iterator<Item = ActorCode>,
    ) -> Result<()> {
        for name in names {
            self.add_alias(id, name)?;
        }
        for code in codes {
            let known = self.actors.by_code(code.system, &code.value).contains(&id);
            if !known {
                self.add_code(id, code.system, code.value)?;
            }
        }
        Ok(())
    }

    /// Whether a tie of this kind was ever recorded. A retracted one counts: it was taken back by
    /// hand, and is not to come again.
    fn is_tied(&self, kind: TieKind, from: ActorId, to: ActorId) -> Result<bool> {
        let mut ties = self.ties.from(self.actors.check(from)?);
        Ok(ties.any(|(_, tie)| tie.kind == kind && tie.to == to))
    }

    /// The state that is a country: by its name, else by a code that only this country has had.
    fn state_of(&self, country: Country) -> Option<StateId> {
        let by_name = country
            .names()
            .flat_map(|name| self.actors.by_name(name))
            .find(|&id| self.is_state_called(id, country));
        by_name
            .or_else(|| {
                let own = country
                    .codes()
                    .filter(|code| Country::holders(code.system(), code.value()).eq([country]));
                own.flat_map(|code| self.actors.by_code(code.system(), code.value()))
                    .find(|&id| self.sort_of(id) == Some(ActorSort::State))
            })
            .map(StateId)
    }

    /// Whether it is a state and its own name, not an alias alone, is one of the country's: a
    /// Germany that is also called "East Germany" is not East Germany.
    fn is_state_called(&self, id: ActorId, country: Country) -> bool {
        self.actors.get(id).is_ok_and(|actor| {
            actor.sort == ActorSort::State
                && Country::named(actor.name()).is_ok_and(|named| named == country)
        })
    }

    /// The organization of the list: by its name, else by a code that no other has.
    fn organization_of(&self, igo: Igo) -> Option<OrganizationId> {
        let by_name = igo
            .names()
            .flat_map(|name| self.actors.by_name(name))
            .find(|&id| {
                self.actors.get(id).is_ok_and(|actor| {
                    matches!(actor.sort, ActorSort::Organization(_))
                        && Igo::named(actor.name()).is_ok_and(|named| named == igo)
                })
            });
        by_name
            .or_else(|| {
                let own = igo
                    .cameo()
                    .iter()
                    .filter(|code| Igo::of_cameo(code).is_ok());
                own.flat_map(|code| self.actors.by_code(CodeSystem::Cameo, code))
                    .find(|&id| matches!(self.sort_of(id), Some(ActorSort::Organization(_))))
            })
            .map(OrganizationId)
    }

    fn sort_of(&self, id: ActorId) -> Option<ActorSort> {
        self.actors.get(id).ok().map(|actor| actor.sort)
    }
}

/// From when both exist until the part ends, or else the whole: the European Parliament is older
/// than the European Union.
fn part_span(part: Span, whole: Span) -> Result<Span> {
    let begins_later = match (part.start(), whole.start()) {
        (Boundary::At(part), Boundary::At(whole)) => !part.before(&whole).is_never(),
        _ => false,
    };
    let start = if begins_later { whole } else { part }.start();
    let end = if part.end().is_open() { whole } else { part }.end();
    Ok(Span::new(start, end)?)
}

/// The codes of a country, its latest in each system before its earlier ones:
/// [`Actor::code`](crate::model::Actor::code) gives the first.
fn codes(country: Country) -> impl Iterator<Item = ActorCode> {
    let latest = country
        .codes()
        .filter(move |code| country.code(code.system()) == Some(code.value()));
    latest.chain(country.codes()).map(ActorCode::from)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Unresolved;

    #[test]
    fn adding_twice_changes_nothing() -> Result<()> {
        let mut graph = Graph::new();
        graph.add_states_during("..")?;
        graph.add_intergovernmental_organizations()?;
        let before = graph.clone();
        graph.add_states()?;
        graph.add_states_during("..")?;
        graph.add_intergovernmental_organizations()?;
        assert_eq!(graph, before);
        assert_eq!(graph.tie_count(), before.tie_count());
        let states = Country::all().filter(|country| country.is_state()).count();
        assert_eq!(graph.actor_count(), states + Igo::all().len());
        Ok(())
    }

    #[test]
    fn states_of_today_are_found_by_every_name_and_latest_code() -> Result<()> {
        let mut graph = Graph::new();
        let added = graph.add_states()?;
        let countries = Country::all().filter(|it| it.is_state() && it.still_exists());
        for (id, country) in added.into_iter().zip(countries) {
            assert_eq!(graph.state(country.name())?, id);
            for alias in country.aliases() {
                assert_eq!(graph.state(*alias)?, id, "{alias}");
            }
            for system in CodeSystem::ALL {
                let code = country.code(system);
                assert_eq!(graph.describe(id)?.code(system), code, "{country} {system}");
            }
        }
        Ok(())
    }

    #[test]
    fn what_is_there_is_completed_and_not_doubled() -> Result<()> {
        let mut graph = Graph::new();
        let by_alias = graph.add(State::new("Burma"))?;
        let by_code = graph.add(State::new("Österreich").iso3("aut"))?;
        let germany = graph.add(State::new("Germany").alias("East Germany"))?;
        let chad = graph.add(Unresolved::new("Chad"))?;
        let alliance = graph.add(Organization::new("NATO"))?;
        graph.add_states_during("1980/2000")?;
        graph.add_intergovernmental_organizations()?;

        assert_eq!(graph.state("Myanmar")?, by_alias);
        assert_eq!(graph.describe(by_alias)?.name(), "Burma");
        assert_eq!(graph.state("Austria")?, by_code);
        assert_eq!(graph.describe(by_code)?.code(CodeSystem::Iso3), Some("aut"));
        assert_ne!(graph.state("iso3:DDR")?, germany);
        assert_eq!(graph.state("iso3:DEU")?, germany);
        // Somebody of whom nothing is known is not taken for a state.
        assert_ne!(ActorId::from(graph.state("Chad")?), chad.into());
        assert_eq!(graph.organization("cameo:NAT")?, alliance);
        assert_eq!(
            graph.describe(alliance)?.sort(),
            ActorSort::Organization(OrganizationSort::Intergovernmental)
        );
        Ok(())
    }

    #[test]
    fn a_body_is_a_part_while_both_exist() -> Result<()> {
        let mut graph = Graph::new();
        graph.add_intergovernmental_organizations()?;
        let span_of = |name: &str| -> Result<String> {
            let body = ActorId::from(graph.organization(name)?);
            let mut ties = graph.ties();
            let tie = ties.find(|tie| tie.from() == body).unwrap();
            assert_eq!(tie.kind(), TieKind::PartOf);
            Ok(tie.span().to_string())
        };
        assert_eq!(span_of("European Parliament")?, "1993-11-01/..");
        assert_eq!(span_of("UNICEF")?, "1946-12-11/..");
        assert_eq!(span_of("PCIJ")?, "1922/1946");
        Ok(())
    }

    #[test]
    fn a_day_holds_the_states_of_that_day() -> Result<()> {
        let mut graph = Graph::new();
        graph.add_states_during("1989-11-09")?;
        assert!(graph.state("East Germany").is_ok() && graph.state("Soviet Union").is_ok());
        assert!(graph.state("Slovakia").is_err() && graph.state("Russia").is_err());
        assert!(graph.add_states_during("no day").unwrap_err().is_invalid());
        Ok(())
    }
}
