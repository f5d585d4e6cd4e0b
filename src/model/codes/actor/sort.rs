//! What sort of actor a code makes.

use super::{CameoActor, Part};
use crate::model::ActorSort;

impl CameoActor {
    /// What the actor is, as far as its code tells.
    ///
    /// The first of these rules that applies decides:
    ///
    /// 1. A named organization is what it is: NATO intergovernmental, Hamas an armed group.
    /// 2. The first role says it, by [`ActorRole::sort`](super::ActorRole::sort); one that leaves
    ///    it open (`INT`, `UIS`) gives way to the next.
    /// 3. With a part that is in no list it is unresolved, since that part might have told.
    /// 4. A people or a religion is a group, wherever it lives.
    /// 5. A country is a state, and so is a territory with a code of its own, as in CAMEO.
    /// 6. All else is unresolved: a region (`EUR` may be a continent, its states or their union),
    ///    and an actor without a code.
    ///
    /// A code never says "a person": a president and his government are both `RUSGOV`.
    ///
    /// ```
    /// use demarche::model::{ActorSort, OrganizationSort, codes::CameoActor};
    ///
    /// let sort = |code: &str| CameoActor::new(code).sort();
    /// assert_eq!(sort("RUS"), ActorSort::State);
    /// assert_eq!(sort("RUSGOV"), ActorSort::Organization(OrganizationSort::GovernmentBody));
    /// assert_eq!(sort("RUSMIL"), ActorSort::Organization(OrganizationSort::SecurityForce));
    /// assert_eq!(sort("RUSCVL"), ActorSort::Group);
    /// assert_eq!(sort("IMGMOSALQ"), ActorSort::Organization(OrganizationSort::ArmedGroup));
    /// assert_eq!(sort("EUR"), ActorSort::Unresolved);
    /// ```
    pub fn sort(&self) -> ActorSort {
        let parts = || self.parts().iter();
        let organization = parts().find_map(|part| match part {
            Part::Organization(listed) => Some(listed.sort()),
            _ => None,
        });
        let mut roles = parts().filter_map(|part| match part {
            Part::Role(role) => Some(role.sort()),
            _ => None,
        });
        let by_role = || {
            let first = roles.next()?;
            let telling = std::iter::once(first).chain(roles);
            let mut telling = telling.filter(|sort| *sort != ActorSort::Unresolved);
            Some(telling.next().unwrap_or(first))
        };
        organization.or_else(by_role).unwrap_or_else(|| {
            if !self.is_known() {
                ActorSort::Unresolved
            } else if parts().any(|part| matches!(part, Part::Ethnic(_) | Part::Religion(_))) {
                ActorSort::Group
            } else if parts().any(|part| matches!(part, Part::Country(_))) {
                ActorSort::State
            } else {
                ActorSort::Unresolved
            }
        })
    }
}
