//! What is typed.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};
use demarche::ingest::FormatName;
use demarche::query::Level;
use demarche::time::Moment;
use demarche::{Frame, Graph, What};

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
    /// What the file comes to
    Summary,
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
