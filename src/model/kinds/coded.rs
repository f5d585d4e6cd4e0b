//! What no typed kind fits.

/// An event recorded by code, class or label: what coded files hold, and what
/// the typed kinds miss. Begun with
/// [`NewEvent::coded`](crate::NewEvent::coded),
/// [`NewEvent::of_class`](crate::NewEvent::of_class) or
/// [`NewEvent::other`](crate::NewEvent::other).
#[derive(Debug)]
pub enum Coded {}
