//! What a code means: its class, mode, kind and quad class, and the questions often asked of it.

use super::{CameoCode, Class, Context, Kind, Mode, Quad, Reading, table};

impl CameoCode {
    /// The PLOVER class of the code; `None` for statements (`01`) and appeals (`02`), which PLOVER
    /// leaves out, and for codes of no known root.
    ///
    /// An unknown code is read as its nearest known ancestor: `13y` as `13`.
    ///
    /// ```
    /// use demarche::model::codes::{CameoCode, Class};
    ///
    /// assert_eq!(CameoCode::CONSULT_PHONE.class(), Some(Class::Consult));
    /// assert_eq!(CameoCode::STATEMENT.class(), None);
    /// assert_eq!("13y".parse::<CameoCode>()?.class(), Some(Class::Threaten));
    /// # Ok::<(), demarche::model::codes::ParseCodeError>(())
    /// ```
    ///
    /// # Where we deviate from PLOVER's table
    ///
    /// Class and mode are those of the table from CAMEO to PLOVER in the PLOVER manual, 276 rows,
    /// except:
    ///
    /// | code | the table | ours | why |
    /// |---|---|---|---|
    /// | `163` (impose sanctions) | COERCE *restrict* | SANCTION *discontinue* | the manual's list of modes puts international sanctions there, and so will whoever codes in PLOVER |
    /// | `08` (yield) | two rows, CONCEDE and RETREAT | CONCEDE | the first, which is also that of `080`; the codes below have rows of their own |
    /// | `175` (violent repression) | ASSAULT `pro_autocracy` | ASSAULT | the word is a context and no mode: we read it as one |
    ///
    /// # What looks odd, and is the table's
    ///
    /// * A code may leave the class of its parent: `0813` and `0814` are RETREAT below CONCEDE,
    ///   `1712` and `175` ASSAULT below COERCE, `191` and `192` COERCE below ASSAULT.
    /// * `112` (accuse) is ACCUSE *disapprove*, and only the codes below it, with `114` and `115`,
    ///   are *allege*. An accusation written by hand is *allege*: see [`Kind::mode`].
    /// * `162` (cut aid) is SANCTION *discontinue* too.
    /// * `1712` (destroy property) is ASSAULT *seize*, although *seize* is a mode of COERCE; `105`
    ///   and `124` (to give way) are *change*, and the codes below them mostly *yield*.
    /// * `116` (find guilty) is ACCUSE *disapprove*, although SANCTION *convict* is the manual's mode
    ///   for it; `195` (strike from the air) is *heavy-weapons* and not *aerial*; `0874` (withdraw or
    ///   surrender) is *disarm* and not *withdraw*; `143` (strike or boycott) is always *boycott*.
    /// * Some modes are in no list of modes: see [`Mode`].
    pub fn class(self) -> Option<Class> {
        self.nearest_known().and_then(|row| row.class)
    }

    /// The PLOVER mode of the code, from its own row: `None` if the row has none, and for an
    /// unknown code, since a mode is a detail that its ancestors cannot vouch for.
    ///
    /// For where this deviates from PLOVER's table see [`class`](Self::class).
    ///
    /// ```
    /// use demarche::model::codes::{CameoCode, Mode};
    ///
    /// assert_eq!(CameoCode::CONSULT_PHONE.mode(), Some(Mode::Phone));
    /// assert_eq!(CameoCode::CONSULT.mode(), None);
    /// ```
    pub fn mode(self) -> Option<Mode> {
        table::find(self).and_then(|row| row.mode)
    }

    /// The PLOVER contexts of the code, from its own row, in the order of PLOVER's table; none for
    /// an unknown code.
    ///
    /// ```
    /// use demarche::model::codes::{CameoCode, Context};
    ///
    /// let war_crimes: CameoCode = "1124".parse()?;
    /// assert!(war_crimes.contexts().eq([Context::MILITARY, Context::LEGAL]));
    /// assert_eq!(CameoCode::CONSULT_PHONE.contexts().count(), 0);
    /// # Ok::<(), demarche::model::codes::ParseCodeError>(())
    /// ```
    pub fn contexts(self) -> impl Iterator<Item = Context> {
        Context::list(table::find(self).map_or("", |row| row.contexts))
    }

    /// The kind that a person would have written for the code; `None` for what has no kind of
    /// ours: promises (`03`), practical cooperation (`06`), investigations (`09`), protests (`14`)
    /// and others.
    ///
    /// An unknown code is read as its nearest known ancestor.
    ///
    /// | code | kind |
    /// |---|---|
    /// | `01*`, `02*` | statement, appeal |
    /// | `04`, `040` | consultation |
    /// | `041` · `042`, `043` · `044` · `045` · `046` | call · visit · meeting · mediation · negotiation |
    /// | `057` | agreement |
    /// | `07*` | aid |
    /// | `085`, `1312`, `163` | sanction: eased, threatened, imposed (see [`SanctionStatus`]) |
    /// | `10*` | request |
    /// | `11`, `110`, `111`, `113`, `114` | disapproval |
    /// | `112*` | accusation |
    /// | `12*`, other `13*` | rejection, threat |
    /// | `15*` | mobilization |
    /// | `166*` | expulsion |
    /// | `17*` to `20*` | coercion or assault, by its class |
    ///
    /// ```
    /// use demarche::model::codes::{CameoCode, Kind};
    ///
    /// assert_eq!(CameoCode::CONSULT_PHONE.kind(), Some(Kind::Call));
    /// assert_eq!(CameoCode::CONSULT_HOST.kind(), Some(Kind::Visit));
    /// assert_eq!(CameoCode::SUE.kind(), None);
    /// ```
    ///
    /// [`SanctionStatus`]: super::SanctionStatus
    pub fn kind(self) -> Option<Kind> {
        let row = self.nearest_known()?;
        match row.code.to_bytes() {
            [b'0', b'1', ..] => Some(Kind::Statement),
            [b'0', b'2', ..] => Some(Kind::Appeal),
            [b'0', b'4', b'1', _] => Some(Kind::Call),
            [b'0', b'4', b'2' | b'3', _] => Some(Kind::Visit),
            [b'0', b'4', b'4', _] => Some(Kind::Meeting),
            [b'0', b'4', b'5', _] => Some(Kind::Mediation),
            [b'0', b'4', b'6', _] => Some(Kind::Negotiation),
            [b'0', b'4', ..] => Some(Kind::Consultation),
            [b'0', b'5', b'7', _] => Some(Kind::Agreement),
            [b'0', b'7', ..] => Some(Kind::Aid),
            [b'0', b'8', b'5', _] | [b'1', b'3', b'1', b'2'] | [b'1', b'6', b'3', _] => {
                Some(Kind::Sanction)
            }
            [b'1', b'0', ..] => Some(Kind::Request),
            [b'1', b'1', b'2', _] => Some(Kind::Accusation),
            [b'1', b'1', b'5' | b'6', _] => None,
            [b'1', b'1', ..] => Some(Kind::Disapproval),
            [b'1', b'2', ..] => Some(Kind::Rejection),
            [b'1', b'3', ..] => Some(Kind::Threat),
            [b'1', b'5', ..] => Some(Kind::Mobilization),
            [b'1', b'6', b'6', _] => Some(Kind::Expulsion),
            [b'1', b'7' | b'8' | b'9', ..] | [b'2', b'0', ..] => Kind::of_class(row.class?, None),
            _ => None,
        }
    }

    /// The quad class in the reading asked for.
    ///
    /// CAMEO's goes by the root, and so holds for an unknown code with a known root; PLOVER's goes
    /// by the [class](Self::class), and is `None` where there is none.
    ///
    /// ```
    /// use demarche::model::codes::{CameoCode, Quad, Reading};
    ///
    /// let investigate: CameoCode = "090".parse()?;
    /// assert_eq!(investigate.quad(Reading::Cameo), Some(Quad::MaterialCooperation));
    /// assert_eq!(investigate.quad(Reading::Plover), Some(Quad::VerbalConflict));
    /// assert_eq!(CameoCode::STATEMENT.quad(Reading::Plover), None);
    /// # Ok::<(), demarche::model::codes::ParseCodeError>(())
    /// ```
    pub fn quad(self, reading: Reading) -> Option<Quad> {
        match reading {
            Reading::Plover => self.class().map(Class::quad),
            Reading::Cameo => match self.root().to_bytes() {
                [b'0', b'1'..=b'5', ..] => Some(Quad::VerbalCooperation),
                [b'0', b'6'..=b'9', ..] => Some(Quad::MaterialCooperation),
                [b'1', b'0'..=b'4', ..] => Some(Quad::VerbalConflict),
                [b'1', b'5'..=b'9', ..] | [b'2', b'0', ..] => Some(Quad::MaterialConflict),
                _ => None,
            },
        }
    }

    /// GDELT's intensity of the code, from −10 (hostile) to +10 (friendly): short for
    /// [`Goldstein.score(code)`](super::Goldstein).
    ///
    /// ```
    /// use demarche::model::codes::CameoCode;
    ///
    /// assert_eq!(CameoCode::SANCTION.goldstein(), Some(-8.0));
    /// ```
    pub fn goldstein(self) -> Option<f64> {
        table::find(self).and_then(|row| row.goldstein)
    }

    /// Whether the code says the same of both sides, so that files write such an event once from
    /// each: `040`, `041`, `044`, `046` and `057`. Not `045`, which links a mediator with a party,
    /// nor a visit, which `042` and `043` tell from the guest's side and from the host's.
    ///
    /// ```
    /// use demarche::model::codes::CameoCode;
    ///
    /// assert!(CameoCode::CONSULT_PHONE.is_symmetric());
    /// assert!(!CameoCode::CONSULT_MEDIATE.is_symmetric());
    /// ```
    pub fn is_symmetric(self) -> bool {
        matches!(
            self,
            Self::CONSULT_UNSPECIFIED
                | Self::CONSULT_PHONE
                | Self::CONSULT_MEET
                | Self::CONSULT_NEGOTIATE
                | Self::SIGN_AGREEMENT
        )
    }

    /// Whether the code tells a visit from the host's side: `043`. As a visit by PLOVER or by
    /// hand, in which the visitor comes first, its source and target change places.
    ///
    /// ```
    /// use demarche::model::codes::CameoCode;
    ///
    /// assert!(CameoCode::CONSULT_HOST.swaps_roles());
    /// assert!(!CameoCode::CONSULT_VISIT.swaps_roles());
    /// ```
    pub fn swaps_roles(self) -> bool {
        self == Self::CONSULT_HOST
    }

    /// Whether it is talk: `04` and all below.
    pub fn is_talk(self) -> bool {
        self.is_within(Self::CONSULT)
    }

    /// Whether it is an accusation: `112` and all below. Criticism and law suits lie beside it:
    /// [`is_criticism`](Self::is_criticism), [`is_suit`](Self::is_suit).
    pub fn is_accusation(self) -> bool {
        self.is_within(Self::ACCUSE)
    }

    /// Whether it finds fault without an accusation: `110`, `111`, `113`, `114`.
    pub fn is_criticism(self) -> bool {
        let criticism = [
            Self::DISAPPROVE,
            Self::CRITICIZE,
            Self::RALLY_OPPOSITION,
            Self::COMPLAIN,
        ];
        criticism.into_iter().any(|code| self.is_within(code))
    }

    /// Whether it is a matter for a court: `115` (sue) or `116` (find guilty).
    pub fn is_suit(self) -> bool {
        self.is_within(Self::SUE) || self.is_within(Self::CONVICT)
    }

    /// The row of the code, or of the nearest code above it that has one.
    fn nearest_known(self) -> Option<&'static table::Row> {
        self.lineage().find_map(table::find)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(text: &str) -> CameoCode {
        text.parse().unwrap()
    }

    fn within(text: &str) -> Vec<String> {
        let root = code(text);
        CameoCode::all()
            .filter(|code| code.is_within(root))
            .map(|code| code.to_string())
            .collect()
    }

    #[test]
    fn kinds_are_as_the_table_in_the_documentation_says() {
        let expected = [
            (vec!["01"], Kind::Statement),
            (vec!["02"], Kind::Appeal),
            (vec!["041"], Kind::Call),
            (vec!["042", "043"], Kind::Visit),
            (vec!["044"], Kind::Meeting),
            (vec!["045"], Kind::Mediation),
            (vec!["046"], Kind::Negotiation),
            (vec!["040"], Kind::Consultation),
            (vec!["057"], Kind::Agreement),
            (vec!["07"], Kind::Aid),
            (vec!["085", "1312", "163"], Kind::Sanction),
            (vec!["10"], Kind::Request),
            (vec!["110", "111", "113", "114"], Kind::Disapproval),
            (vec!["112"], Kind::Accusation),
            (vec!["12"], Kind::Rejection),
            (
                vec![
                    "130", "1311", "1313", "132", "133", "134", "135", "136", "137", "138", "139",
                ],
                Kind::Threat,
            ),
            (vec!["15"], Kind::Mobilization),
            (vec!["166"], Kind::Expulsion),
        ];
        for (roots, kind) in expected {
            for text in roots.into_iter().flat_map(within) {
                assert_eq!(code(&text).kind(), Some(kind), "{text}");
            }
        }
        for text in ["03", "06", "09", "14"].into_iter().flat_map(within) {
            assert_eq!(code(&text).kind(), None, "{text}");
        }
        for text in [
            "05", "051", "08", "080", "115", "116", "16", "161", "162", "164", "99",
        ] {
            assert_eq!(code(text).kind(), None, "{text}");
        }
        for (text, kind) in [
            ("04", Kind::Consultation),
            ("11", Kind::Disapproval),
            ("131", Kind::Threat),
        ] {
            assert_eq!(code(text).kind(), Some(kind));
        }
    }

    #[test]
    fn roots_17_to_20_have_a_kind_by_their_class() {
        for text in ["17", "18", "19", "20"].into_iter().flat_map(within) {
            let kind = match code(&text).class() {
                Some(Class::Coerce) => Kind::Coercion,
                Some(Class::Assault) => Kind::Assault,
                class => panic!("{text} is {class:?}"),
            };
            assert_eq!(code(&text).kind(), Some(kind));
        }
        assert_eq!(code("191").kind(), Some(Kind::Coercion));
        assert_eq!(code("1712").kind(), Some(Kind::Assault));
    }

    #[test]
    fn an_unknown_code_is_read_as_its_nearest_known_ancestor() {
        for (text, kind, class) in [
            ("13y", Some(Kind::Threat), Some(Class::Threaten)),
            ("1129", Some(Kind::Accusation), Some(Class::Accuse)),
            ("1631", Some(Kind::Sanction), Some(Class::Sanction)),
            ("1319", Some(Kind::Threat), Some(Class::Threaten)),
            ("16z", None, Some(Class::Sanction)),
            ("0411", Some(Kind::Call), Some(Class::Consult)),
            ("99", None, None),
        ] {
            assert_eq!(
                (code(text).kind(), code(text).class()),
                (kind, class),
                "{text}"
            );
            assert_eq!(
                (
                    code(text).mode(),
                    code(text).label(),
                    code(text).goldstein()
                ),
                (None, None, None)
            );
        }
        assert_eq!(code("13y").quad(Reading::Cameo), Some(Quad::VerbalConflict));
        assert_eq!(code("00").quad(Reading::Cameo), None);
        assert_eq!(code("21").quad(Reading::Cameo), None);
    }

    #[test]
    fn predicates_hold_for_these_codes_and_no_others() {
        let all = |holds: fn(CameoCode) -> bool| -> Vec<String> {
            CameoCode::all()
                .filter(|code| holds(*code))
                .map(|code| code.to_string())
                .collect()
        };
        assert_eq!(
            all(CameoCode::is_symmetric),
            ["040", "041", "044", "046", "057"]
        );
        assert_eq!(all(CameoCode::is_talk), within("04"));
        assert_eq!(
            all(CameoCode::is_accusation),
            ["112", "1121", "1122", "1123", "1124", "1125"]
        );
        assert_eq!(all(CameoCode::is_criticism), ["110", "111", "113", "114"]);
        assert_eq!(all(CameoCode::is_suit), ["115", "116"]);
        assert_eq!(all(CameoCode::swaps_roles), ["043"]);
    }

    #[test]
    fn the_readings_differ_as_documented() {
        let differ: Vec<_> = CameoCode::all()
            .filter(|code| code.class().is_some())
            .filter(|code| code.quad(Reading::Cameo) != code.quad(Reading::Plover))
            .collect();
        let below = |root: &str| {
            differ
                .iter()
                .filter(|code| code.is_within(root.parse().unwrap()))
                .count()
        };
        assert_eq!(
            (below("14"), below("09"), below("08"), differ.len()),
            (27, 6, 11, 44)
        );
        assert_eq!(
            differ.iter().filter(|code| code.parent().is_some()).count(),
            41
        );
    }

    #[test]
    fn exactly_statements_and_appeals_have_no_class() {
        for code in CameoCode::all() {
            assert_eq!(
                code.class().is_none(),
                matches!(code.root().as_str(), "01" | "02"),
                "{code}"
            );
            assert!(code.quad(Reading::Cameo).is_some());
        }
    }
}
