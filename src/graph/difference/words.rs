//! What differs, in words.

use crate::graph::{Account, Event, Graph, Tie};
use crate::model::{ActorId, Stance};
use crate::time::Moment;

/// "Emmanuel Macron".
pub(super) fn actor(graph: &Graph, actor: ActorId) -> String {
    // Whom the graph mentions, it holds.
    let name = graph.actors.get(actor).map(|actor| actor.name().to_owned());
    name.unwrap_or_default()
}

/// "office (President) · Emmanuel Macron · France · 2017-05-14/..".
pub(super) fn tie(tie: Tie<'_>) -> String {
    let title = tie.title().map(|title| format!(" ({title})"));
    format!(
        "{}{} · {} · {} · {}",
        tie.kind(),
        title.unwrap_or_default(),
        actor(tie.graph, tie.data.from),
        actor(tie.graph, tie.data.to),
        tie.span()
    )
}

/// "2021-11-15 · call · Emmanuel Macron, Vladimir Putin".
pub(super) fn event(event: Event<'_>) -> String {
    let when = event.when();
    let when = if when.is_unknown() {
        "undated".to_owned()
    } else {
        when.to_string()
    };
    let who = event.stored.participants();
    let who: Vec<String> = who.map(|who| actor(event.graph, who.actor)).collect();
    format!("{when} · {} · {}", event.label(), who.join(", "))
}

/// "Élysée via Associated Press: “a talk”; stated 2021-11-16".
pub(super) fn account(graph: &Graph, account: Account<'_>) -> String {
    let named = [account.speaker(), account.publisher()];
    let named: Vec<String> = named
        .into_iter()
        .flatten()
        .map(|who| actor(graph, who))
        .collect();
    let mut parts: Vec<String> = account.words().iter().map(ToString::to_string).collect();
    parts.extend(account.when().map(|when| format!("on {when}")));
    parts.extend(account.place().map(|place| format!("in {place}")));
    parts.extend(account.duration().map(|duration| duration.to_string()));
    parts.extend(
        account
            .numbers()
            .map(|(what, many)| format!("{many} {what}")),
    );
    let dates = [
        ("stated", Some(account.stated())),
        ("recorded", Some(account.recorded())),
        ("withdrawn", account.withdrawn()),
    ];
    for (what, when) in dates {
        let known = when.filter(|when| what == "withdrawn" || !Moment::is_unknown(when));
        parts.extend(known.map(|when| format!("{what} {when}")));
    }
    let rows: Vec<&str> = account.rows().collect();
    if !rows.is_empty() {
        parts.push(format!("rows {}", rows.join(", ")));
    }
    let mut text = named.join(" via ");
    if account.stance() != Stance::Asserts {
        text = format!("{text} {} it", account.stance());
    }
    if parts.is_empty() {
        text
    } else {
        format!("{text}: {}", parts.join("; "))
    }
}
