//! Who is in the report, and how they are tied.

use demarche::{
    Graph, Group, GroupId, Leader, LeaderId, NewTie, Organization, OrganizationId,
    OrganizationSort, Result, State, StateId,
};

/// Everybody in the report, by the handles that the graph gave them.
pub(crate) struct Cast {
    pub states: States,
    pub leaders: Leaders,
    pub blocs: Blocs,
    pub bodies: Bodies,
    pub media: Media,
    pub others: Others,
}

impl Cast {
    /// Adds them all to a graph, with their ties.
    pub(crate) fn join(graph: &mut Graph) -> Result<Self> {
        let states = States::join(graph)?;
        Ok(Self {
            leaders: Leaders::join(graph, &states)?,
            blocs: Blocs::join(graph, &states)?,
            bodies: Bodies::join(graph, &states)?,
            media: Media::join(graph, &states)?,
            others: Others::join(graph, &states)?,
            states,
        })
    }
}

/// The states.
pub(crate) struct States {
    pub france: StateId,
    pub germany: StateId,
    pub poland: StateId,
    pub lithuania: StateId,
    pub latvia: StateId,
    pub russia: StateId,
    pub belarus: StateId,
    pub united_states: StateId,
    pub china: StateId,
}

impl States {
    fn join(graph: &mut Graph) -> Result<Self> {
        let mut add = |name: &str, code: &str| graph.add(State::new(name).iso3(code));
        Ok(Self {
            france: add("France", "FRA")?,
            germany: add("Germany", "DEU")?,
            poland: add("Poland", "POL")?,
            lithuania: add("Lithuania", "LTU")?,
            latvia: add("Latvia", "LVA")?,
            russia: add("Russia", "RUS")?,
            belarus: add("Belarus", "BLR")?,
            united_states: add("United States", "USA")?,
            china: add("China", "CHN")?,
        })
    }
}

/// Since when the states stand in their present order; what is theirs is taken to
/// be a part of them for as long.
mod order {
    pub(super) const FRANCE: &str = "1958-10-04/..";
    pub(super) const POLAND: &str = "1989-12-31/..";
    pub(super) const LITHUANIA: &str = "1990-03-11/..";
    pub(super) const BELARUS: &str = "1991-08-25/..";
    pub(super) const RUSSIA: &str = "1991-12-25/..";
}

/// The leaders, in their offices.
pub(crate) struct Leaders {
    pub macron: LeaderId,
    pub putin: LeaderId,
    pub lukashenko: LeaderId,
    pub merkel: LeaderId,
    pub biden: LeaderId,
    pub of_russia: LeaderId,
    pub of_china: LeaderId,
}

impl Leaders {
    fn join(graph: &mut Graph, states: &States) -> Result<Self> {
        let mut add = |name: &str, title: &str, of: StateId, span: &str| {
            graph.add(Leader::new(name).office(title, of, span))
        };
        let macron = add(
            "Emmanuel Macron",
            "President",
            states.france,
            "2017-05-14/..",
        )?;
        let putin = add(
            "Vladimir Putin",
            "President",
            states.russia,
            "2012-05-07/..",
        )?;
        let lukashenko = add(
            "Alexander Lukashenko",
            "President",
            states.belarus,
            "1994-07-20/..",
        )?;
        let merkel = add(
            "Angela Merkel",
            "Chancellor",
            states.germany,
            "2005-11-22/2021-12-08",
        )?;
        let biden = add(
            "Joe Biden",
            "President",
            states.united_states,
            "2021-01-20/..",
        )?;

        // A headline has these two without their names, and no word on since when
        // they lead: both ends are unknown.
        let mut unnamed = |description: &str, of: StateId| {
            graph.add(Leader::unnamed(description).office("leader", of, "/"))
        };
        Ok(Self {
            of_russia: unnamed("the Russian leader", states.russia)?,
            of_china: unnamed("the Chinese leader", states.china)?,
            macron,
            putin,
            lukashenko,
            merkel,
            biden,
        })
    }
}

/// What the states are members of.
pub(crate) struct Blocs {
    pub eu: OrganizationId,
    pub g20: OrganizationId,
}

impl Blocs {
    fn join(graph: &mut Graph, states: &States) -> Result<Self> {
        let mut add = |name: &str, alias: &str| {
            graph.add(
                Organization::new(name)
                    .alias(alias)
                    .sort(OrganizationSort::Intergovernmental),
            )
        };
        let eu = add("European Union", "EU")?;
        let nato = add("NATO", "North Atlantic Treaty Organization")?;
        let g20 = add("G20", "Group of Twenty")?;

        let &States {
            france, germany, ..
        } = states;
        let &States {
            poland,
            lithuania,
            latvia,
            ..
        } = states;
        let &States {
            russia,
            united_states,
            china,
            ..
        } = states;
        let memberships = [
            // The members of 1958 were those of the Community that became the Union.
            (eu, "1958-01-01/..", vec![france, germany]),
            (eu, "2004-05-01/..", vec![poland, lithuania, latvia]),
            (nato, "1949-08-24/..", vec![france, united_states]),
            (nato, "1955-05-06/..", vec![germany]),
            (nato, "1999-03-12/..", vec![poland]),
            (nato, "2004-03-29/..", vec![lithuania, latvia]),
            (
                g20,
                "1999-09-26/..",
                vec![france, germany, russia, united_states, china],
            ),
        ];
        for (organization, span, members) in memberships {
            for member in members {
                graph.tie(NewTie::membership(member, organization, span))?;
            }
        }
        graph.tie(NewTie::membership(eu, g20, "1999-09-26/.."))?;
        Ok(Self { eu, g20 })
    }
}

/// Bodies of the states.
pub(crate) struct Bodies {
    pub elysee: OrganizationId,
    pub kremlin: OrganizationId,
    pub polish_guards: OrganizationId,
    pub polish_police: OrganizationId,
    pub polish_officials: OrganizationId,
    pub lithuanian_officials: OrganizationId,
    pub belarusian_services: OrganizationId,
}

impl Bodies {
    fn join(graph: &mut Graph, states: &States) -> Result<Self> {
        use OrganizationSort::{GovernmentBody, SecurityForce};

        let mut add = |name: &str, sort, of: StateId, span: &str| {
            graph.add(Organization::new(name).sort(sort).part_of(of, span))
        };
        let elysee = add("Élysée", GovernmentBody, states.france, order::FRANCE)?;
        let kremlin = add("Kremlin", GovernmentBody, states.russia, order::RUSSIA)?;
        let guards = add(
            "Polish border guards",
            SecurityForce,
            states.poland,
            order::POLAND,
        )?;
        let police = add("Polish police", SecurityForce, states.poland, order::POLAND)?;

        let mut unnamed = |description: &str, sort, of: StateId, span: &str| {
            let body = Organization::unnamed(description).sort(sort);
            graph.add(body.part_of(of, span))
        };
        let &States {
            poland,
            lithuania,
            belarus,
            ..
        } = states;
        Ok(Self {
            polish_officials: unnamed("Polish officials", GovernmentBody, poland, order::POLAND)?,
            lithuanian_officials: unnamed(
                "Lithuanian officials",
                GovernmentBody,
                lithuania,
                order::LITHUANIA,
            )?,
            belarusian_services: unnamed(
                "Belarusian services",
                SecurityForce,
                belarus,
                order::BELARUS,
            )?,
            elysee,
            kremlin,
            polish_guards: guards,
            polish_police: police,
        })
    }
}

/// Through whom we have it.
pub(crate) struct Media {
    pub ap: OrganizationId,
    pub belta: OrganizationId,
    pub report: OrganizationId,
}

impl Media {
    fn join(graph: &mut Graph, states: &States) -> Result<Self> {
        let medium = |name: &str| Organization::new(name).sort(OrganizationSort::Media);
        let report = Organization::unnamed("the report").sort(OrganizationSort::Media);
        Ok(Self {
            ap: graph.add(medium("Associated Press").alias("AP"))?,
            belta: graph.add(medium("Belta").part_of(states.belarus, order::BELARUS))?,
            report: graph.add(report)?,
        })
    }
}

/// Everybody else.
pub(crate) struct Others {
    pub airlines: OrganizationId,
    pub migrants: GroupId,
}

impl Others {
    fn join(graph: &mut Graph, states: &States) -> Result<Self> {
        let airlines = Organization::unnamed("the airlines").sort(OrganizationSort::Company);
        let migrants = Group::unnamed("the migrants").alias("the refugees");
        let soldiers = Group::unnamed("the Polish soldiers").part_of(states.poland, order::POLAND);
        graph.add(soldiers)?;
        Ok(Self {
            airlines: graph.add(airlines)?,
            migrants: graph.add(migrants)?,
        })
    }
}
