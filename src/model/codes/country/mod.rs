//! Countries, their codes in the systems of the field, and when they existed.
//!
//! # What is a country code?
//!
//! A short text that stands for a state or territory *in one list*. The field has half a dozen such
//! lists, and they give the same letters to different countries. **`RS` is Serbia in ISO 3166 and
//! Russia in FIPS 10-4**; GDELT writes the first kind of list for actors and the second for places
//! in one row. So there is no look-up here without a [`CodeSystem`](crate::model::CodeSystem):
//!
//! ```
//! use demarche::model::CodeSystem;
//! use demarche::model::codes::country::Country;
//!
//! assert_eq!(Country::of_code(CodeSystem::Iso2, "RS")?.name(), "Serbia");
//! assert_eq!(Country::of_code(CodeSystem::Fips, "RS")?.name(), "Russia");
//! # Ok::<(), demarche::Error>(())
//! ```
//!
//! | system | list and version | codes |
//! |---|---|---|
//! | `iso2` | ISO 3166-1 alpha-2 as of 2024, withdrawn ones of ISO 3166-3, `XK` | 275 |
//! | `iso3` | ISO 3166-1 alpha-3, likewise, `XKX` | 281 |
//! | `iso_numeric` | ISO 3166-1 numeric, likewise | 271 |
//! | `fips` | FIPS 10-4, withdrawn in 2008, with a few of its earlier codes and of its heir GEC | 280 |
//! | `cameo` | CAMEO 1.1b3, countries only, and `SSD` | 234 |
//! | `cow` | Correlates of War, State System Membership v2016 | 217 |
//! | `gw` | Gleditsch and Ward | 225 |
//! | `wikidata` | items | 257 |
//!
//! # States come and go
//!
//! A country of this table [exists](Country::exists_on) over spans: the Soviet Union from 1922 to
//! 1991, Estonia twice. Where one ended or split off, a [`Succession`] says who came after, and
//! when. Codes come and go as well: each has its [span](CountryCode::span), and
//! [`Country::of_code_on`] finds who had a code that changed hands.
//!
//! ```
//! use demarche::model::CodeSystem;
//! use demarche::model::codes::country::Country;
//! use jiff::civil::date;
//!
//! let of = |year| Country::of_code_on(CodeSystem::Cow, "365", date(year, 6, 30));
//! assert_eq!(of(1914)?.name(), "Russia");
//! assert_eq!(of(1962)?.name(), "Soviet Union");
//! assert_eq!(of(2021)?.name(), "Russia");
//! # Ok::<(), demarche::Error>(())
//! ```
//!
//! The lists do not agree on when a state is one: COW counts France out from 1942 to 1944, and
//! Kiribati in from its entry into the United Nations, twenty years after independence. COW's
//! spells are therefore the spans of its *codes*; existence is our own column.
//!
//! # What is not a country
//!
//! CAMEO codes [regions](Region) ("Africa", "the West") as it codes countries, and
//! [organizations of states](Igo) in a list of groups. Each has its own type here.
//!
//! # Where the lists part
//!
//! * **Germany**: one row from the Federal Republic on. COW has it as 260 until 1990 and as 255
//!   again after; Gleditsch and Ward keep 260. ISO's number was 280 until 1990.
//! * **Serbia and Yugoslavia**: three rows (Serbia, Yugoslavia, Serbia and Montenegro) that share
//!   COW 345; Gleditsch and Ward have 340 for Serbia. ISO `YUG` is of two of them.
//! * **Yemen**: 678 is North Yemen and, in Gleditsch and Ward, also Yemen; COW has 679.
//! * **Russia and the Soviet Union**: two rows that share 365.
//! * **Kiribati, Nauru, Tonga, Tuvalu** are numbered differently by Gleditsch and Ward, who also
//!   count in Abkhazia, Annam, the Federal Republic of Central America, Gran Colombia, the Orange
//!   Free State, South Ossetia, Tibet and the Transvaal.
//!
//! # Literature
//!
//! * Correlates of War Project, *State System Membership List*, v2016.
//! * K. S. Gleditsch and M. D. Ward, "A Revised List of Independent States since the Congress of
//!   Vienna", *International Interactions* 25 (4), 1999, 393–413.
//! * ISO 3166-1:2020 and ISO 3166-3:2020, *Codes for the representation of names of countries*.
//! * FIPS PUB 10-4, *Countries, Dependencies, Areas of Special Sovereignty*, 1995, with its change
//!   notices.
//! * P. A. Schrodt, *CAMEO Event and Actor Codebook*, version 1.1b3, 2012.

mod code;
mod name;
mod organization;
mod pack;
mod region;
mod succession;
mod table;
mod value;

#[cfg(test)]
mod reference_tests;
#[cfg(test)]
mod tests;

pub use code::CountryCode;
pub use organization::Igo;
pub use region::Region;
pub use succession::Succession;
pub use value::Country;
