//! A difference in lines.

use std::fmt;

use super::{Change, Difference, Differing, Side};

impl fmt::Display for Difference {
    /// A line for each actor, tie and event, and below it one for each change.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for actor in &self.actors {
            actor.write("actor", f)?;
        }
        for tie in &self.ties {
            tie.write("tie", f)?;
        }
        for event in &self.events {
            event.write("event", f)?;
        }
        Ok(())
    }
}

impl<T> Differing<T> {
    fn write(&self, sort: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {sort}", self.side)?;
        if let Some(key) = &self.key {
            write!(f, " {key}")?;
        }
        write!(f, ": {}", self.what)?;
        if self.times > 1 {
            write!(f, " ({} times)", self.times)?;
        }
        writeln!(f)?;
        self.changes.iter().try_for_each(|change| change.write(f))
    }
}

impl Change {
    fn write(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let facet = self.facet();
        if self.here().is_empty() && self.there().is_empty() {
            return writeln!(f, "  {} {facet}: the same in another order", Side::Both);
        }
        for (side, texts) in [(Side::Here, self.here()), (Side::There, self.there())] {
            for text in texts {
                writeln!(f, "  {side} {facet}: {text}")?;
            }
        }
        Ok(())
    }
}

impl fmt::Display for Side {
    /// `-` for here, `+` for there, `~` for both.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Here => "-",
            Self::There => "+",
            Self::Both => "~",
        })
    }
}
