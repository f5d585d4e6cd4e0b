//! What a view comes to.

use std::collections::BTreeSet;

use super::super::neutral::Summary;
use super::Lens;
use super::tally::counts;

impl Lens<'_> {
    pub(super) fn summary(&self) -> Summary {
        let events: Vec<usize> = self.hits().into_iter().map(|hit| hit.0).collect();
        let mut active = Vec::new();
        for &nth in &events {
            let mut actors = BTreeSet::new();
            for &(_, actor) in &self.event(nth).who {
                actors.extend(self.counted(actor, nth).into_keys());
            }
            active.extend(actors);
        }
        let mut most_active = self.most_first(active);
        let actors = most_active.len();
        most_active.truncate(10);
        let month = |nth: &usize| {
            let when = self.when(*nth);
            let (first, last) = (when.first_day()?.to_string(), when.last_day()?.to_string());
            (first[..7] == last[..7]).then(|| first[..7].to_owned())
        };
        let class = |nth: &usize| {
            let class = self.event(*nth).classification.class();
            class.map_or("none".to_owned(), |class| class.to_string())
        };
        Summary {
            events: events.len(),
            actors,
            first: self.first(&events),
            last: self.last(&events),
            undated: events.iter().filter(|nth| month(nth).is_none()).count(),
            by_class: counts(events.iter().map(class)),
            by_kind: counts(events.iter().map(|&nth| self.event(nth).label.clone())),
            by_month: counts(events.iter().filter_map(month)),
            most_active,
        }
    }
}
