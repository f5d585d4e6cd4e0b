//! Graphs to be written.

use proptest::prelude::*;

use crate::model::codes::Kind;
use crate::model::kinds::Coded;
use crate::model::{ActorId, NewEvent, Role};
use crate::{
    Accusation, Call, Graph, Group, Leader, NewAccount, Organization, Result, State, Statement,
    Unresolved,
};

/// Names that break files which do not escape them.
pub(crate) const HOSTILE: [&str; 12] = [
    "\"quoted\" 'twice' \\ back\\",
    "<b>bold</b> & <script>alert(1)</script>",
    "&amp; &lt; &#65; &nbsp; AT&T",
    "]]> <!-- --> <?x?> <![CDATA[",
    "two\nlines\r\nand\ta tab",
    "אנגלה מרקל \u{202e}reversed\u{202c}",
    "😀 emoji 👩‍🚀",
    "bell \u{7} nul \0 escape \u{1b} \u{ffff}",
    "\\N \\G \\L \\l { } [ ] ; -> -- \\",
    "<table><tr><td>1</td></tr></table>",
    "{\"json\": [null]}",
    "  blanks  around  ",
];

/// As a format without control characters says a text.
pub(crate) fn said(text: &str) -> String {
    let replaced = |letter: char| match letter {
        '\0' | '\u{7}' | '\u{1b}' | '\u{ffff}' => '\u{fffd}',
        letter => letter,
    };
    text.chars().map(replaced).collect()
}

/// Each of these names calls the next one and tells it its name.
pub(crate) fn hostile() -> Result<Graph> {
    let mut graph = Graph::new();
    let mut all: Vec<ActorId> = Vec::new();
    for name in HOSTILE {
        all.push(
            graph
                .add(Unresolved::new(name).alias(format!("{name}?")))?
                .into(),
        );
    }
    for (nth, name) in HOSTILE.iter().enumerate() {
        let (one, other) = (all[nth], all[(nth + 1) % all.len()]);
        let event = NewEvent::<Coded>::of_kind(Kind::Call)
            .with(Role::Party, one)
            .with(Role::Party, other)
            .saying(*name)
            .about([*name]);
        graph.record(event.on("2021-11-15"))?;
    }
    Ok(graph)
}

/// Two calls of two, of which one is possibly of the month, an accusation, a statement to
/// nobody, an event that nobody dates, and somebody who does nothing.
pub(crate) fn small() -> Result<Graph> {
    let mut graph = Graph::new();
    let macron = graph.add(Leader::new("Emmanuel Macron").alias("Macron"))?;
    let putin = graph.add(Leader::new("Vladimir Putin"))?;
    let union = graph.add(Organization::new("European Union"))?;
    let belarus = graph.add(State::new("Belarus").iso3("BLR"))?;
    let migrants = graph.add(Group::unnamed("the migrants"))?;
    let agency = graph.add(Organization::new("Agency"))?;
    graph.record(
        Call::between(macron, putin)
            .on("2021-11-15")
            .lasting("almost PT2H")
            .key("the-call")
            .about(["migration"])
            .account(NewAccount::by(macron).via(agency))
            .account(NewAccount::by(putin)),
    )?;
    graph.record(Call::between(putin, macron).on("[..2021-12-02]"))?;
    graph.record(Accusation::by(union).against(belarus).on("2021-11-08"))?;
    graph.record(Accusation::by(union).against(belarus).on("2021-11-10"))?;
    graph.record(Accusation::by(belarus).against(union).on("2021-11"))?;
    graph.record(Statement::by(macron).on("2021-11-01"))?;
    graph.record(Accusation::by(union).against(putin))?;
    let _ = migrants;
    Ok(graph)
}

/// What may happen in a random graph.
#[derive(Clone, Debug)]
struct Deed {
    kind: usize,
    who: usize,
    whom: usize,
    when: usize,
}

const KINDS: [(Kind, Role, Role); 5] = [
    (Kind::Call, Role::Party, Role::Party),
    (Kind::Visit, Role::Visitor, Role::Host),
    (Kind::Accusation, Role::Source, Role::Target),
    (Kind::Aid, Role::Source, Role::Target),
    (Kind::Assault, Role::Source, Role::Target),
];

const DATES: [&str; 7] = [
    "[..]",
    "2021",
    "2021-11",
    "2021-11-15",
    "2021-11-15T10:30",
    "[..2021-11-16]",
    "~2021-11-20",
];

/// Small graphs of any kind of event, date and name.
pub(crate) fn any() -> impl Strategy<Value = Graph> {
    let deed = (0..KINDS.len(), 0..6_usize, 0..6_usize, 0..DATES.len());
    let deed = deed.prop_map(|(kind, who, whom, when)| Deed {
        kind,
        who,
        whom,
        when,
    });
    let names = prop::collection::vec(any_name(), 6);
    (names, prop::collection::vec(deed, 0..12)).prop_map(|(names, deeds)| {
        let mut graph = Graph::new();
        let all: Vec<ActorId> = names
            .into_iter()
            .map(|name| graph.add(Unresolved::new(name)).unwrap().into())
            .collect();
        for deed in deeds {
            let (kind, from, to) = KINDS[deed.kind];
            let event = NewEvent::<Coded>::of_kind(kind)
                .with(from, all[deed.who])
                .with(to, all[deed.whom]);
            // Nobody calls oneself.
            let _ = graph.record(event.on(DATES[deed.when]));
        }
        graph
    })
}

fn any_name() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-z<>&\"'\\\\\n ]{1,8}",
        prop::sample::select(HOSTILE.to_vec()).prop_map(str::to_owned),
        "\\PC{1,6}",
    ]
    .prop_filter("a name", |name| !name.trim().is_empty())
}
