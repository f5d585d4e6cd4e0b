//! A news report of November 2021, fact by fact, as a graph.
//!
//! The report had no dateline. That its "Monday" was 15 November is inferred, and
//! marked so on each event that is dated by it; that it appeared on that day or the
//! next is inferred too, and is when all of its accounts came to us. What it leaves
//! undated stays undated here. Words in quotation marks are kept as quotations, and
//! each side's own: the European Union speaks of migrants, Moscow and Minsk of
//! refugees.

use demarche::model::Aspect;
use demarche::{
    Accusation, Appeal, Call, Casualties, Consultation, Disapproval, Graph, Mobilization,
    NewAccount, NewEvent, OrganizationId, Place, Quantity, Request, Result, Sanction, Statement,
    Transport,
};

use super::cast::Cast;

/// When the report appeared: on one of two days.
const APPEARED: &str = "[2021-11-15..2021-11-16]";

/// The graph of the report.
pub(crate) fn report() -> Result<Graph> {
    let mut graph = Graph::new();
    let cast = Cast::join(&mut graph)?;
    paris_and_moscow(&mut graph, &cast)?;
    brussels_and_moscow(&mut graph, &cast)?;
    minsk_and_berlin(&mut graph, &cast)?;
    brussels_and_minsk(&mut graph, &cast)?;
    at_the_border(&mut graph, &cast)?;
    on_whose_word_they_came(&mut graph, &cast)?;
    in_the_headlines(&mut graph, &cast)?;
    Ok(graph)
}

impl Cast {
    /// What a source says, by the report.
    fn says(&self, speaker: OrganizationId) -> NewAccount {
        NewAccount::by(speaker)
            .via(self.media.report)
            .recorded(APPEARED)
    }

    /// What the report says in its own voice.
    fn reports(&self) -> NewAccount {
        NewAccount::from(self.media.report).recorded(APPEARED)
    }
}

/// Dates an event by the report's "Monday".
fn on_monday<K>(event: NewEvent<K>) -> NewEvent<K> {
    event.on("2021-11-15").inferring(
        Aspect::Date,
        "“Monday”, in a report of 15 or 16 November 2021",
    )
}

/// Facts 1 to 5: the call of the presidents, and what was said of it and in it.
fn paris_and_moscow(graph: &mut Graph, cast: &Cast) -> Result<()> {
    let (leaders, bodies) = (&cast.leaders, &cast.bodies);

    let call = on_monday(Call::between(leaders.macron, leaders.putin))
        .key("macron-putin-call")
        .account(
            cast.says(bodies.elysee)
                .about(["the need for de-escalating tensions"])
                .about(["the growing migrant pressure on the EU’s borders with Belarus"]),
        )
        .account(
            NewAccount::by(bodies.elysee)
                .via(cast.media.ap)
                .recorded(APPEARED)
                .quoting("need for a humanitarian effort for the migrants")
                .paraphrasing("the two agreed on it"),
        )
        .account(
            cast.says(bodies.kremlin)
                .about(["Putin’s contacts with Lukashenko"])
                .about(["direct talks of the leaderships of the EU countries and Belarus"])
                .about(["the treatment of refugees by Polish border guards"]),
        )
        .account(
            cast.reports()
                .lasting("almost PT2H")
                .paraphrasing("no concrete steps were announced"),
        );
    let call = graph.record(call)?;

    graph.record(
        Appeal::by(leaders.putin)
            .key("putin-appeal")
            .part_of(call)
            .saying(
                "that the problems be discussed directly between the leaderships of the EU \
                 countries and Belarus",
            )
            .account(cast.says(bodies.kremlin)),
    )?;

    graph.record(
        Accusation::by(leaders.putin)
            .against(bodies.polish_guards)
            .key("putin-on-polish-guards")
            .part_of(call)
            .of("extremely harsh treatment of refugees")
            .inferring(Aspect::Kind, "its substance; the verb is “noted”")
            .account(
                cast.says(bodies.kremlin)
                    .paraphrasing("Putin noted")
                    .quoting("the extremely harsh treatment of refugees by Polish border guards"),
            ),
    )?;

    graph.record(
        Consultation::between(leaders.putin, leaders.lukashenko)
            .key("putin-lukashenko-contacts")
            .several_times()
            .before_end_of(call)
            .account(
                cast.says(bodies.kremlin)
                    .paraphrasing("Putin informed Macron about his contacts with Lukashenko"),
            ),
    )?;
    Ok(())
}

/// Fact 6: what the Union holds of Russia.
fn brussels_and_moscow(graph: &mut Graph, cast: &Cast) -> Result<()> {
    graph.record(
        Accusation::by(cast.blocs.eu)
            .against(cast.states.russia)
            .key("eu-accuses-russia")
            .of("having played a part in increasing the migrant pressure")
            .account(cast.reports()),
    )?;
    graph.record(
        Statement::by(cast.blocs.eu)
            .key("eu-on-russian-help")
            .saying("Moscow may actively assist in alleviating the migrant pressure")
            .about(["Russia", "migrant pressure"])
            .account(cast.reports()),
    )?;
    Ok(())
}

/// Fact 7: the other call of that day.
fn minsk_and_berlin(graph: &mut Graph, cast: &Cast) -> Result<()> {
    let leaders = &cast.leaders;
    graph.record(
        on_monday(Call::between(leaders.lukashenko, leaders.merkel))
            .key("lukashenko-merkel-call")
            .account(
                cast.says(cast.media.belta)
                    .lasting("PT50M")
                    .about([
                        "the situation of the refugees on the Belarusian–Polish, –Lithuanian and \
                         –Latvian borders",
                        "resolving the crisis and preventing its escalation",
                        "humanitarian aid",
                    ])
                    .quoting("ways and prospects of resolving"),
            ),
    )?;
    Ok(())
}

/// Facts 8 to 10: what the Union agreed, charged and asked.
fn brussels_and_minsk(graph: &mut Graph, cast: &Cast) -> Result<()> {
    let (eu, airlines, migrants) = (cast.blocs.eu, cast.others.airlines, cast.others.migrants);

    graph.record(
        Sanction::by(eu)
            .against(airlines)
            .on_account_of(cast.states.belarus)
            .agreed()
            .key("eu-sanction-on-airlines")
            .on("~2021-11-15")
            .inferring(Aspect::Date, "around the time of the calls")
            .saying("as a means of pressure on Belarus")
            .account(cast.reports()),
    )?;

    let passive = "the report’s passive voice, next to what it says of the EU";
    graph.record(
        Accusation::by(eu)
            .against(airlines)
            .key("eu-accuses-airlines")
            .of("helping Lukashenko")
            .inferring(Aspect::Participants, passive)
            .account(cast.reports()),
    )?;
    graph.record(
        Accusation::by(eu)
            .against(cast.leaders.lukashenko)
            .key("eu-accuses-lukashenko")
            .of("waging a “hybrid attack” against the entire bloc by using migrants")
            .inferring(Aspect::Participants, passive)
            .account(cast.reports().quoting("hybrid attack")),
    )?;

    let stranded = graph.record(
        NewEvent::other("stranding")
            .to(migrants)
            .key("migrants-stranded")
            .at(Place::named("temporary camps").in_country("Belarus"))
            .counting("migrants", Quantity::up_to(4_000))
            .saying("in frigid weather")
            .account(cast.reports()),
    )?;
    graph.record(
        Request::by(eu)
            .key("eu-request")
            .coded_as("1033")
            .responding_to(stranded)
            .saying("humanitarian assistance")
            .account(cast.reports()),
    )?;
    Ok(())
}

/// Facts 11 and 12: the border of Poland, and who died at it.
fn at_the_border(graph: &mut Graph, cast: &Cast) -> Result<()> {
    graph.record(
        Mobilization::by(cast.states.poland)
            .key("polish-mobilization")
            .of(15_000, "soldiers, border guards and police")
            .at("the border of Poland")
            .saying("its border strengthened")
            .account(cast.reports()),
    )?;
    graph.record(
        Casualties::among(cast.others.migrants)
            .key("migrant-deaths")
            .several_times()
            .deaths(Quantity::at_least(11))
            .on("[2021-09-20..2021-11-16]")
            .inferring(Aspect::Date, "“several weeks”, taken to be eight at most")
            .saying("in the last several weeks")
            .account(cast.reports()),
    )?;
    Ok(())
}

/// Facts 13 to 15: what the neighbours' officials say.
fn on_whose_word_they_came(graph: &mut Graph, cast: &Cast) -> Result<()> {
    let (bodies, migrants) = (&cast.bodies, cast.others.migrants);

    let led = on_monday(Transport::by(bodies.belarusian_services).of(migrants))
        .key("migrants-led-to-the-border")
        .at("a border crossing with Poland")
        .saying("a large number of migrants, led to believe that a bus would take them to Germany")
        .account(cast.says(bodies.polish_officials).paraphrasing("led"));
    let led = graph.record(led)?;

    graph.record(
        Statement::by(bodies.polish_police)
            .to(migrants)
            .key("polish-police-message")
            .alleging(led)
            .saying("that they have been deceived")
            .account(
                cast.says(bodies.polish_police)
                    .quoting("They have been deceived")
                    .paraphrasing("in a message transmitted across the border"),
            ),
    )?;
    graph.record(
        Accusation::by(bodies.polish_police)
            .jointly_with(bodies.polish_officials)
            .against(bodies.belarusian_services)
            .key("polish-accusation")
            .alleging(led)
            .of("deceiving the migrants")
            .inferring(Aspect::Kind, "the message, with what the officials say")
            .account(cast.says(bodies.polish_police)),
    )?;

    graph.record(
        NewEvent::other("attempted crossing")
            .from(migrants)
            .to(cast.states.lithuania)
            .key("attempted-crossings")
            .several_times()
            .at("the border of Lithuania with Belarus")
            .saying("a rising number of attempts to cross the border from Belarus")
            .account(cast.says(bodies.lithuanian_officials)),
    )?;
    Ok(())
}

/// Fact 16: two headlines inside the report, of some day before it.
fn in_the_headlines(graph: &mut Graph, cast: &Cast) -> Result<()> {
    let leaders = &cast.leaders;
    let before = "[..2021-11-16]";
    let why = "a headline inside the report, and so before it";

    let absence = graph.record(
        NewEvent::other("absence")
            .from(leaders.of_russia)
            .from(leaders.of_china)
            .to(cast.blocs.g20)
            .key("absence-from-g20")
            .on(before)
            .inferring(Aspect::Date, why)
            .account(cast.reports()),
    )?;
    graph.record(
        Disapproval::by(leaders.biden)
            .of(leaders.of_russia)
            .of(leaders.of_china)
            .key("biden-on-absence")
            .responding_to(absence)
            .on(before)
            .inferring(Aspect::Date, why)
            .saying("finds their absence from the G20 disappointing")
            .about(["G20"])
            .account(cast.reports()),
    )?;
    graph.record(
        Statement::by(leaders.putin)
            .key("putin-on-defences")
            .on(before)
            .inferring(Aspect::Date, why)
            .saying("Russia needs to build defences amid NATO moves")
            .about(["NATO"])
            .account(cast.reports()),
    )?;
    Ok(())
}
