//! How far it has come, on a terminal.

use demarche::ingest::Progress;
use indicatif::{ProgressBar, ProgressStyle};

/// A bar on standard error; nothing, where that is no terminal.
pub(crate) struct Bar(ProgressBar);

impl Bar {
    pub(crate) fn new() -> Self {
        let bar = ProgressBar::no_length();
        // Without a length there is nothing to fill.
        if let Ok(style) = ProgressStyle::with_template("{bytes} {bytes_per_sec} {msg}") {
            bar.set_style(style);
        }
        Self(bar)
    }

    /// What a reader is to call.
    pub(crate) fn watcher(&self) -> impl FnMut(Progress<'_>) + Send + 'static {
        let bar = self.0.clone();
        move |progress| {
            if let Some(total) = progress.total()
                && bar.length().is_none()
            {
                let template = "{wide_bar} {bytes}/{total_bytes} {bytes_per_sec} {msg}";
                if let Ok(style) = ProgressStyle::with_template(template) {
                    bar.set_style(style);
                }
                bar.set_length(total);
            }
            bar.set_position(progress.bytes());
            bar.set_message(format!("{}: {} rows", progress.file(), progress.rows()));
        }
    }

    pub(crate) fn finish(&self) {
        self.0.finish_and_clear();
    }
}
