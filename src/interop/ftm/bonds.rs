//! Ties as entities.

use std::io;

use super::Writing;
use super::actors::has_position;
use super::dates::over;
use super::entity::Entity;
use crate::Result;
use crate::graph::Tie;
use crate::interop::output::Output;
use crate::model::{ActorId, TieKind};

/// The figures that an ownership has properties for.
const FIGURES: [&str; 3] = ["percentage", "sharesCount", "sharesValue"];

impl<'g> Writing<'_, 'g> {
    /// Writes the ties to an actor, and the positions that there are in it.
    pub(super) fn ties_to(&self, body: ActorId, to: &mut Output<'_>) -> io::Result<()> {
        let mut titles: Vec<&str> = Vec::new();
        let id = |nth: usize| format!("position-{}-{nth}", self.people.id(body));
        for tie in self.graph.ties_to(body).filter(|tie| self.knows(*tie)) {
            let title = tie.title().filter(|_| has_position(tie));
            let known = title.and_then(|title| titles.iter().position(|known| *known == title));
            let position = known.or_else(|| title.map(|_| titles.len()));
            if let Some(title) = title.filter(|_| known.is_none()) {
                self.position(id(titles.len()), title, body)
                    .map_err(io::Error::other)?
                    .write(to)?;
                titles.push(title);
            }
            let entity = self.tie(tie, position.map(id)).map_err(io::Error::other)?;
            if let Some(entity) = entity {
                entity.write(to)?;
            }
        }
        Ok(())
    }

    fn position(&self, id: String, title: &str, body: ActorId) -> Result<Entity> {
        let position = Entity::new("Position", id)
            .called(title)
            .with("name", [title]);
        let is_state = self.graph.describe(body)?.sort() == crate::ActorSort::State;
        let code = self.people.code(self.graph, body)?;
        Ok(match code.filter(|_| is_state) {
            Some(code) => position.with("country", [code]),
            None => position.with("organization", [self.people.id(body)]),
        })
    }

    /// The entity that a tie is; `None` if the entity of an actor says it.
    fn tie(&self, tie: Tie<'g>, position: Option<String>) -> Result<Option<Entity>> {
        if self.country(tie)?.is_some() {
            return Ok(None);
        }
        let (from, to) = (self.people.id(tie.from()), self.people.id(tie.to()));
        let id = format!("tie-{}", tie.id().index());
        let title = tie.title();
        let link = |schema: &str, ends: [&'static str; 2], role: &'static str| {
            Entity::new(schema, id.as_str())
                .with(ends[0], [from])
                .with(ends[1], [to])
                .with(role, title)
        };
        let mut entity = match (tie.kind(), position) {
            (TieKind::Office, Some(position)) => Entity::new("Occupancy", id.as_str())
                .with("holder", [from])
                .with("post", [position]),
            (TieKind::Office, None) => link("Employment", ["employee", "employer"], "role"),
            (TieKind::Membership, _) => link("Membership", ["member", "organization"], "role"),
            (TieKind::Ownership, _) => link("Ownership", ["owner", "asset"], "role"),
            (TieKind::Family, _) => link("Family", ["person", "relative"], "relationship"),
            (TieKind::Succession, _) => link("Succession", ["successor", "predecessor"], "role"),
            (TieKind::Representation, _) => link("Representation", ["agent", "client"], "role"),
            (TieKind::Association, _) => link("UnknownLink", ["subject", "object"], "role"),
            (kind @ (TieKind::PartOf | TieKind::Alliance | TieKind::Affiliation), _) => {
                let unnamed = title.is_none().then(|| kind.to_string());
                link("UnknownLink", ["subject", "object"], "role").with("role", unnamed)
            }
        };
        let has_status = tie.kind() != TieKind::Family;
        entity = over(entity, tie.span(), has_status);
        for account in tie.accounts() {
            let of_figure = |name: &'static str| Some((name, account.measure(name)?));
            if tie.kind() == TieKind::Ownership {
                for (name, figure) in FIGURES.into_iter().filter_map(of_figure) {
                    entity = entity.with(name, [figure.to_string()]);
                }
            }
            let words = account.words().iter().map(|words| words.text.as_str());
            entity = entity.with("summary", words);
        }
        entity.told(self.graph, tie.accounts()).map(Some)
    }
}
