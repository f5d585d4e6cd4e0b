//! What is typed.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use demarche::ingest::FormatName;
use demarche::interop::citation::Layout;
use demarche::query::{Level, Period};
use demarche::time::Moment;
use demarche::{Frame, Graph, What};

use crate::export::{By, Format};

/// Ask a file of events who did what to whom, when, and according to whom.
#[derive(Parser)]
#[command(name = "ask")]
pub(crate) struct Arguments {
    /// A file of any format that can be read, compressed or not, or a JSON document
    pub(crate) file: PathBuf,
    /// The format of the file, which else is told by how it begins
    #[arg(long, global = true, value_name = "NAME")]
    pub(crate) format: Option<FormatName>,
    /// What to ask
    #[command(subcommand)]
    pub(crate) question: Question,
    /// In which frame to ask
    #[command(flatten)]
    pub(crate) frame: FrameArguments,
    /// Give at most so many answers
    #[arg(long, global = true, value_name = "N")]
    pub(crate) limit: Option<usize>,
    /// Answer in JSON
    #[arg(long, global = true)]
    pub(crate) json: bool,
    /// Answer with evidence, frame and licences, as a page or a table
    #[arg(long, global = true, value_name = "LAYOUT", conflicts_with = "json")]
    pub(crate) cite: Option<Cite>,
}

/// How a citation is laid out.
#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum Cite {
    Markdown,
    Csv,
}

impl From<Cite> for Layout {
    fn from(cite: Cite) -> Self {
        match cite {
            Cite::Markdown => Self::Markdown,
            Cite::Csv => Self::Csv,
        }
    }
}

/// What to ask.
#[derive(Subcommand)]
pub(crate) enum Question {
    /// Who talked to an actor; without one, who talked to whom
    Contacts {
        /// A name, alias, key, or code such as iso3:FRA
        actor: Option<String>,
    },
    /// All that stands between two actors
    Relationship {
        /// The one
        a: String,
        /// The other
        b: String,
    },
    /// Who accuses whom; of an actor, by and against it
    Accuses {
        /// A name, alias, key, or code
        actor: Option<String>,
    },
    /// Sanctions; of an actor, by and on it
    Sanctions {
        /// A name, alias, key, or code
        actor: Option<String>,
    },
    /// The accounts of all that links two actors, side by side
    Accounts {
        /// The one
        a: String,
        /// The other
        b: String,
    },
    /// Everything an actor takes part in
    Timeline {
        /// A name, alias, key, or code
        actor: String,
    },
    /// By which chains two actors are linked, whatever the order in time
    Path {
        /// The one
        a: String,
        /// The other
        b: String,
        /// So many chains, the shortest first
        #[arg(long, value_name = "N", default_value_t = 1)]
        k: usize,
        #[command(flatten)]
        through: Through,
    },
    /// Whether word could have travelled from one actor to another, and how
    Journey {
        /// From whom
        a: String,
        /// To whom
        b: String,
        #[command(flatten)]
        best: Best,
        /// As word passes at any moment of a talk, or as what has to arrive first
        #[arg(long = "as", value_name = "TERMS", default_value = "contact")]
        terms: Terms,
        #[command(flatten)]
        through: Through,
    },
    /// Who links two actors: who mediated between them, or talked with both
    Mediators {
        /// The one
        a: String,
        /// The other
        b: String,
    },
    /// How cooperation and conflict of two actors balance, and with whom they form triads
    Balance {
        /// The one
        a: String,
        /// The other
        b: String,
        /// On which scale: Goldstein, ICEWS or PLOVER
        #[arg(long, value_name = "SCALE", default_value = "Goldstein")]
        scale: String,
    },
    /// Dyads over time, as CSV
    Panel {
        /// All pairs of these, whether anything happened between them or not; without
        /// any, the dyads that events link
        actors: Vec<String>,
        /// How long each period is
        #[arg(long, value_name = "PERIOD", default_value = "month")]
        by: Stride,
        /// A dyad for each direction
        #[arg(long)]
        directed: bool,
    },
    /// A question in SPARQL, if built with `--features sparql`
    Sparql {
        /// The query: SELECT, ASK, CONSTRUCT or DESCRIBE
        query: String,
    },
    /// What the file comes to
    Summary,
    /// The view as a file for other programs, on standard output unless told where
    Export {
        /// Which programs are to read it
        // The format of the file that is asked is an option of all questions.
        #[arg(id = "export_format", value_name = "FORMAT")]
        format: Format,
        /// Where to, in one step
        #[arg(long, value_name = "FILE")]
        out: Option<PathBuf>,
        /// What an edge of a graph stands for; in DOT all events of a dyad, else an event
        #[arg(long, value_name = "EDGES")]
        by: Option<By>,
    },
}

/// By which events.
#[derive(Args)]
pub(crate) struct Through {
    /// Only by events of this kind, class, mode or code (repeat for any of several), or
    /// "any"; by talks, unless said
    #[arg(long, value_name = "CLASS", default_value = "talk")]
    through: Vec<String>,
}

impl Through {
    /// What events must be, if it is not any.
    pub(crate) fn what(&self) -> demarche::Result<Option<Vec<What>>> {
        if self.through.iter().any(|class| class == "any") {
            return Ok(None);
        }
        let what = self.through.iter().map(|class| class.parse());
        what.collect::<demarche::Result<_>>().map(Some)
    }
}

/// Which journey is the best.
#[derive(Args)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "one option each, of which one is given"
)]
#[group(multiple = false)]
pub(crate) struct Best {
    /// The one that arrives earliest; so unless said
    #[arg(long)]
    pub(crate) earliest: bool,
    /// The one that leaves latest
    #[arg(long)]
    pub(crate) latest: bool,
    /// The one that takes the shortest time
    #[arg(long)]
    pub(crate) fastest: bool,
    /// The one that takes the fewest steps
    #[arg(long)]
    pub(crate) fewest: bool,
}

/// On which terms word passes.
#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum Terms {
    Contact,
    Transport,
}

/// How long a period is.
#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum Stride {
    Day,
    Week,
    Month,
    Quarter,
    Year,
}

impl From<Stride> for Period {
    fn from(stride: Stride) -> Self {
        match stride {
            Stride::Day => Self::Day,
            Stride::Week => Self::Week,
            Stride::Month => Self::Month,
            Stride::Quarter => Self::Quarter,
            Stride::Year => Self::Year,
        }
    }
}

/// In which frame to ask.
#[derive(Args)]
pub(crate) struct FrameArguments {
    /// A window of valid time: 2021-11, 2021-11-01/2021-11-15, 2021/..
    #[arg(long, global = true, value_name = "WINDOW")]
    during: Option<String>,
    /// As known to us by then, in UTC: 2021-11-15T20:00Z
    #[arg(long, global = true, value_name = "MOMENT")]
    known_by: Option<String>,
    /// As said by then, in UTC
    #[arg(long, global = true, value_name = "MOMENT")]
    stated_by: Option<String>,
    /// On the word of this speaker (repeat for any of several)
    #[arg(long, global = true, value_name = "ACTOR")]
    according_to: Vec<String>,
    /// Through this publisher (repeat for any of several)
    #[arg(long, global = true, value_name = "ACTOR")]
    via: Vec<String>,
    /// A kind (call), class (CONSULT), mode (phone) or code (041); repeat for any
    /// of several
    #[arg(long, global = true, value_name = "KIND")]
    kind: Vec<String>,
    /// recorded, state, or organizations whose members count for them: "European
    /// Union,NATO"
    #[arg(long, global = true, value_name = "LEVEL")]
    level: Option<String>,
    /// Only what is certainly in the frame
    #[arg(long, global = true)]
    certain: bool,
    /// Leave out interviews
    #[arg(long, global = true)]
    without_media: bool,
}

impl FrameArguments {
    /// The frame that the arguments describe, with actors by the graph's keys.
    pub(crate) fn frame(&self, graph: &Graph) -> demarche::Result<Frame> {
        let mut view = graph.view();
        if let Some(window) = &self.during {
            view = view.during(window.as_str())?;
        }
        if let Some(moment) = &self.known_by {
            view = view.known_by(moment.parse::<Moment>()?)?;
        }
        if let Some(moment) = &self.stated_by {
            view = view.stated_by(moment.parse::<Moment>()?)?;
        }
        if !self.according_to.is_empty() {
            view = view.according_to_any(&self.according_to)?;
        }
        if !self.via.is_empty() {
            view = view.via_any(&self.via)?;
        }
        if !self.kind.is_empty() {
            let kinds = self.kind.iter().map(|kind| kind.parse::<What>());
            view = view.of_any(kinds.collect::<demarche::Result<Vec<_>>>()?);
        }
        if let Some(level) = &self.level {
            view = view.level(parse_level(graph, level)?)?;
        }
        if self.certain {
            view = view.certain();
        }
        if self.without_media {
            view = view.without_media();
        }
        Ok(view.frame().clone())
    }
}

fn parse_level(graph: &Graph, level: &str) -> demarche::Result<Level> {
    match level {
        "recorded" | "people" => Ok(Level::Recorded),
        "state" | "states" => Ok(Level::State),
        organizations => organizations
            .split(',')
            .map(|name| {
                let id = graph.organization(name.trim())?;
                Ok(graph.describe(id)?.key().to_owned())
            })
            .collect::<demarche::Result<Vec<_>>>()
            .map(Level::blocs),
    }
}
