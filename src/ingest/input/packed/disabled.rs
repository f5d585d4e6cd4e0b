//! Compressed files, where the feature is not enabled: an error that says so.

use std::convert::Infallible;
use std::fs::File;
use std::io::{self, Read};
use std::marker::PhantomData;

fn needs_feature(what: &str) -> io::Error {
    io::Error::new(
        io::ErrorKind::Unsupported,
        format!("{what}, which needs the feature \"compression\" of demarche"),
    )
}

/// There is none.
#[derive(Debug)]
pub(in crate::ingest) struct Gunzip<R>(Infallible, PhantomData<R>);

impl<R> Gunzip<R> {
    pub(super) fn of(_: R) -> io::Result<Self> {
        Err(needs_feature("compressed with gzip"))
    }
}

impl<R> Read for Gunzip<R> {
    fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
        match self.0 {}
    }
}

/// There is none.
#[derive(Debug)]
pub(super) struct Archive(Infallible);

impl Archive {
    pub(super) fn open(_: File) -> io::Result<Self> {
        Err(needs_feature("a zip archive"))
    }

    pub(super) fn next_member(&mut self) -> io::Result<Option<(String, Member)>> {
        match self.0 {}
    }
}

/// There is none.
#[derive(Debug)]
pub(super) struct Member(Infallible);

impl Read for Member {
    fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
        match self.0 {}
    }
}
