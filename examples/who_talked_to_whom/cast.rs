//! Who is in the report, and how they are tied.

use demarche::{
    Graph, Group, GroupId, Leader, LeaderId, NewTie, Organization, OrganizationId,
    OrganizationSort, Result, State, StateId,
};

/// The actors of the report, by the handles that the graph gave them.
///
/// The states that nobody speaks or acts for in it (France, Germany, Latvia, the
/// United States) need none: a question finds them by name.
pub struct Cast {
    pub macron: LeaderId,
    pub putin: LeaderId,
    pub lukashenko: LeaderId,
    pub merkel: LeaderId,
    pub biden: LeaderId,
    pub russian_leader: LeaderId,
    pub chinese_leader: LeaderId,

    pub belarus: StateId,
    pub poland: StateId,
    pub lithuania: StateId,

    pub eu: OrganizationId,
    pub g20: OrganizationId,
    pub elysee: OrganizationId,
    pub kremlin: OrganizationId,
    pub belta: OrganizationId,
    pub ap: OrganizationId,
    pub report: OrganizationId,
    pub polish_guards: OrganizationId,
    pub polish_police: OrganizationId,
    pub polish_officials: OrganizationId,
    pub lithuanian_officials: OrganizationId,
    pub belarusian_services: OrganizationId,
    pub airlines: OrganizationId,

    pub migrants: GroupId,
}

/// Since when the states of the report stand in their present order; their bodies
/// are taken to be parts of them for as long.
mod order {
    pub const FRANCE: &str = "1958-10-04/..";
    pub const RUSSIA: &str = "1991-12-25/..";
    pub const BELARUS: &str = "1991-08-25/..";
    pub const POLAND: &str = "1989-12-31/..";
    pub const LITHUANIA: &str = "1990-03-11/..";
}

impl Cast {
    /// Adds them all to a graph.
    pub fn join(graph: &mut Graph) -> Result<Self> {
        use OrganizationSort::{
            Company, GovernmentBody, Intergovernmental, Media, SecurityForce,
        };

        let mut body = |name: &str, sort| graph.add(Organization::new(name).sort(sort));
        let eu = body("European Union", Intergovernmental)?;
        let nato = body("NATO", Intergovernmental)?;
        let g20 = body("G20", Intergovernmental)?;
        let ap = body("Associated Press", Media)?;
        graph.add_alias(eu, "EU")?;
        graph.add_alias(ap, "AP")?;

        let mut state = |name: &str, code: &str| graph.add(State::new(name).iso3(code));
        let france = state("France", "FRA")?;
        let russia = state("Russia", "RUS")?;
        let belarus = state("Belarus", "BLR")?;
        let germany = state("Germany", "DEU")?;
        let poland = state("Poland", "POL")?;
        let lithuania = state("Lithuania", "LTU")?;
        let latvia = state("Latvia", "LVA")?;
        let united_states = state("United States", "USA")?;
        let china = state("China", "CHN")?;

        // The Union's members of 1958 were those of the Community that it grew out of.
        let mut member = |one, of, since| graph.tie(NewTie::membership(one, of, since));
        for founder in [france, germany] {
            member(founder, eu, "1958-01-01/..")?;
        }
        for later in [poland, lithuania, latvia] {
            member(later, eu, "2004-05-01/..")?;
        }
        for founder in [france, united_states] {
            member(founder, nato, "1949-08-24/..")?;
        }
        member(germany, nato, "1955-05-06/..")?;
        member(poland, nato, "1999-03-12/..")?;
        for later in [lithuania, latvia] {
            member(later, nato, "2004-03-29/..")?;
        }
        for founder in [france, russia, germany, united_states, china] {
            member(founder, g20, "1999-09-26/..")?;
        }
        graph.tie(NewTie::membership(eu, g20, "1999-09-26/.."))?;

        let mut leader =
            |name: &str, title, of, span| graph.add(Leader::new(name).office(title, of, span));
        let macron = leader("Emmanuel Macron", "President", france, "2017-05-14/..")?;
        let putin = leader("Vladimir Putin", "President", russia, "2012-05-07/..")?;
        let lukashenko = leader("Alexander Lukashenko", "President", belarus, "1994-07-20/..")?;
        let merkel = leader("Angela Merkel", "Chancellor", germany, "2005-11-22/2021-12-08")?;
        let biden = leader("Joe Biden", "President", united_states, "2021-01-20/..")?;

        // A headline speaks of them without naming them; since when they lead, it
        // does not say either.
        let mut unnamed =
            |name: &str, of| graph.add(Leader::unnamed(name).office("leader", of, "/"));
        let russian_leader = unnamed("the Russian leader", russia)?;
        let chinese_leader = unnamed("the Chinese leader", china)?;

        let mut body = |name: &str, sort, of, since| {
            graph.add(Organization::new(name).sort(sort).part_of(of, since))
        };
        let elysee = body("Élysée", GovernmentBody, france, order::FRANCE)?;
        let kremlin = body("Kremlin", GovernmentBody, russia, order::RUSSIA)?;
        let belta = body("Belta", Media, belarus, order::BELARUS)?;
        let polish_guards = body("Polish border guards", SecurityForce, poland, order::POLAND)?;
        let polish_police = body("Polish police", SecurityForce, poland, order::POLAND)?;

        let mut unnamed = |description: &str, sort, of, since| {
            let body = Organization::unnamed(description).sort(sort);
            graph.add(body.part_of(of, since))
        };
        let polish_officials = unnamed("Polish officials", GovernmentBody, poland, order::POLAND)?;
        let lithuanian_officials = unnamed(
            "Lithuanian officials",
            GovernmentBody,
            lithuania,
            order::LITHUANIA,
        )?;
        let belarusian_services = unnamed(
            "Belarusian services",
            SecurityForce,
            belarus,
            order::BELARUS,
        )?;

        let airlines = graph.add(Organization::unnamed("the airlines").sort(Company))?;
        let report = graph.add(
            Organization::unnamed("the publisher of the report")
                .key("the-report")
                .sort(Media),
        )?;
        let migrants = graph.add(Group::unnamed("the migrants").alias("the refugees"))?;
        graph.add(Group::unnamed("the Polish soldiers").part_of(poland, order::POLAND))?;

        Ok(Self {
            macron,
            putin,
            lukashenko,
            merkel,
            biden,
            russian_leader,
            chinese_leader,
            belarus,
            poland,
            lithuania,
            eu,
            g20,
            elysee,
            kremlin,
            belta,
            ap,
            report,
            polish_guards,
            polish_police,
            polish_officials,
            lithuanian_officials,
            belarusian_services,
            airlines,
            migrants,
        })
    }
}
