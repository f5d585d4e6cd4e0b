//! Scales: a number for how friendly or hostile an event is.

use super::{CameoCode, Classification, Plover, UnknownNameError, error, table};

/// A named reading of intensity: from a code to a number, hostile below zero, friendly above.
///
/// Different data sets give different figures for the same code, so a score always comes from a
/// named scale, passed as a value: [`Goldstein`], [`Icews`], [`Plover`]. A scale of your own is a
/// type with this trait.
///
/// # Example
///
/// ```
/// use demarche::model::codes::{CameoCode, Goldstein, Scale};
///
/// #[derive(Debug)]
/// struct TalkOnly;
///
/// impl Scale for TalkOnly {
///     fn name(&self) -> &'static str {
///         "talk only"
///     }
///     fn score(&self, code: CameoCode) -> Option<f64> {
///         code.is_talk().then_some(1.0)
///     }
/// }
///
/// let scales: [&dyn Scale; 2] = [&Goldstein, &TalkOnly];
/// let scores: Vec<_> = scales.iter().map(|scale| scale.score(CameoCode::CONSULT_NEGOTIATE)).collect();
/// assert_eq!(scores, [Some(7.0), Some(1.0)]);
/// ```
pub trait Scale {
    /// What to call the scale beside a figure taken from it.
    fn name(&self) -> &'static str;

    /// The intensity of a code; `None` if the scale does not say.
    fn score(&self, code: CameoCode) -> Option<f64>;

    /// The intensity of an event; `None` if the scale does not say.
    ///
    /// It goes by the code, unless the scale is of something else, as [`Plover`] is of classes.
    ///
    /// ```
    /// use demarche::model::codes::{Class, Classification, Goldstein, Mode, Plover, Scale};
    ///
    /// let riot = Classification::of_class(Class::Protest, Some(Mode::Riot));
    /// assert_eq!(Plover.score_event(riot), Some(-7.0));
    /// assert_eq!(Goldstein.score_event(riot), None); // there is no code
    /// ```
    fn score_event(&self, event: Classification) -> Option<f64> {
        event.code().and_then(|code| self.score(code))
    }
}

const SCALES: [&(dyn Scale + Send + Sync); 3] = [&Goldstein, &Icews, &Plover];

/// The scales that come with the crate: Goldstein, ICEWS, PLOVER.
///
/// ```
/// use demarche::model::codes::{CameoCode, scales};
///
/// let figures = scales().map(|scale| (scale.name(), scale.score(CameoCode::CONSULT_PHONE)));
/// assert!(figures.eq([("Goldstein", Some(1.0)), ("ICEWS", Some(1.0)), ("PLOVER", Some(1.5))]));
/// ```
pub fn scales() -> impl ExactSizeIterator<Item = &'static (dyn Scale + Send + Sync)> + Clone {
    SCALES.into_iter()
}

/// The scale of that name, in any case.
///
/// ```
/// use demarche::model::codes::{Scale, scale_named};
///
/// assert_eq!(scale_named("icews")?.name(), "ICEWS");
/// # Ok::<(), demarche::model::codes::UnknownNameError>(())
/// ```
///
/// # Errors
///
/// If no scale of [`scales`] has that name.
pub fn scale_named(name: &str) -> Result<&'static (dyn Scale + Send + Sync), UnknownNameError> {
    error::named("scale", name, scales().map(|scale| (scale.name(), scale)))
}

impl<S: Scale + ?Sized> Scale for &S {
    fn name(&self) -> &'static str {
        (**self).name()
    }

    fn score(&self, code: CameoCode) -> Option<f64> {
        (**self).score(code)
    }

    fn score_event(&self, event: Classification) -> Option<f64> {
        (**self).score_event(event)
    }
}

/// GDELT's figures, after Goldstein (1992): from −10 (mass violence) to +10 (surrender).
///
/// Goldstein asked a panel to weigh the categories of WEIS, an older list; the figures for CAMEO
/// are a later adaptation. A code has the figure of its own row or none: an unknown code has no
/// score, since its ancestors' may be far off (`131` has −5.8, `138` −7), nor have `1213` and
/// `1214`, which GDELT's list lacks. The figures measure how hostile an act is, and not how
/// important.
///
/// Tables that differ circulate under the same name. These are the figures that GDELT's own files
/// bear, in which the figure depends on the code alone; the tests compare every row they have.
///
/// J. S. Goldstein, "A Conflict-Cooperation Scale for WEIS Events Data", *Journal of Conflict
/// Resolution* 36 (2), 1992, 369–385.
///
/// ```
/// use demarche::model::codes::{CameoCode, Goldstein, Scale};
///
/// assert_eq!(Goldstein.score(CameoCode::CONSULT_PHONE), Some(1.0));
/// assert_eq!(Goldstein.score("13y".parse()?), None);
/// # Ok::<(), demarche::model::codes::ParseCodeError>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Goldstein;

impl Scale for Goldstein {
    fn name(&self) -> &'static str {
        "Goldstein"
    }

    fn score(&self, code: CameoCode) -> Option<f64> {
        code.goldstein()
    }
}

/// ICEWS's figures: Goldstein's too, but other than [GDELT's](Goldstein) for four codes.
///
/// | code | GDELT | ICEWS |
/// |---|---|---|
/// | `016` (deny the deed) | −2.0 | −5.0 |
/// | `022` (appeal for diplomatic backing) | 3.2 | 3.4 |
/// | `164` (leave talks) | −7.0 | −6.5 |
/// | `165` (end mediation) | −6.5 | −7.0 |
///
/// It has a figure for `1213` as well. An unknown code has no score.
///
/// ```
/// use demarche::model::codes::{Goldstein, Icews, Scale};
///
/// let leave_talks = "164".parse()?;
/// assert_eq!(Icews.score(leave_talks), Some(-6.5));
/// assert_eq!(Goldstein.score(leave_talks), Some(-7.0));
/// # Ok::<(), demarche::model::codes::ParseCodeError>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Icews;

impl Scale for Icews {
    fn name(&self) -> &'static str {
        "ICEWS"
    }

    fn score(&self, code: CameoCode) -> Option<f64> {
        table::find(code).and_then(|row| row.icews)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[expect(clippy::float_cmp, reason = "figures read from a table, not computed")]
    fn the_scales_differ_exactly_where_documented() {
        let differ = |code: &CameoCode| match (Goldstein.score(*code), Icews.score(*code)) {
            (Some(ours), Some(theirs)) => ours != theirs,
            (ours, theirs) => ours.is_some() || theirs.is_some(),
        };
        let codes: Vec<_> = CameoCode::all()
            .filter(differ)
            .map(|code| code.to_string())
            .collect();
        assert_eq!(codes, ["016", "022", "1213", "164", "165"]);
    }

    #[test]
    fn scales_are_found_by_name() {
        for scale in scales() {
            let found = scale_named(&scale.name().to_lowercase()).unwrap();
            assert_eq!(found.name(), scale.name());
        }
        let error = scale_named("plovers").err().unwrap();
        assert_eq!(
            error.to_string(),
            "unknown scale 'plovers': did you mean 'PLOVER'?"
        );
    }

    #[test]
    fn a_reference_to_a_scale_scores_alike() {
        fn score(scale: impl Scale, event: Classification) -> Option<f64> {
            scale.score_event(event)
        }
        let class_only = Classification::of_class(crate::model::codes::Class::Aid, None);
        let scores: Vec<_> = scales().map(|scale| score(scale, class_only)).collect();
        assert_eq!(scores, [None, None, Some(10.0)]);
    }
}
