//! What a triple is made of, in a form that is small and copied.

use super::words::Word;

/// A resource or a literal of the graph told: what RDF calls a term.
///
/// Equal if and only if the terms are: what can be written in two of these forms is
/// always written in the first that fits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Node {
    Word(Word),
    Actor(u32),
    Event(u32),
    Tie(u32),
    Account(Subject, u32),
    Part(Part),
    /// A data set, by its number in the catalogue.
    DataSet(u32),
    /// The triple that says what one actor is or did to another.
    Said(u32, Word, u32),
    /// An `xsd:integer`.
    Integer(i64),
    /// An `xsd:date` of the years 0001 to 9999, by its number from 1970.
    Day(i32),
    /// An `xsd:dateTime` of those years to the second, without an offset, by its number
    /// from 1970.
    Second(i64),
    /// A moment that is one such day and no more.
    OnDay(i32),
    /// Any other term, by its number in the dictionary.
    Told(u32),
}

/// What an account is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Subject {
    Event(u32),
    Tie(u32),
}

impl Subject {
    pub(super) fn node(self) -> Node {
        match self {
            Self::Event(index) => Node::Event(index),
            Self::Tie(index) => Node::Tie(index),
        }
    }
}

/// A part of something, which is a resource because it has several sides.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Part {
    pub(super) owner: Owner,
    pub(super) sort: Sort,
    /// Of several, which, from 0.
    pub(super) nth: u32,
}

/// What has parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Owner {
    Actor(u32),
    Event(u32),
    Account(Subject, u32),
}

impl Owner {
    pub(super) fn node(self) -> Node {
        match self {
            Self::Actor(index) => Node::Actor(index),
            Self::Event(index) => Node::Event(index),
            Self::Account(subject, nth) => Node::Account(subject, nth),
        }
    }

    pub(super) fn part(self, sort: Sort, nth: u32) -> Node {
        Node::Part(Part {
            owner: self,
            sort,
            nth,
        })
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Sort {
    Place,
    Origin,
    Number,
    Figure,
    Words,
    Inference,
    /// A cell of the list that gives the values of a property in their order.
    Cell(Word),
}

impl Node {
    /// The resource in whose description a resource is described: an event in its own,
    /// its accounts and their parts in that too.
    pub(super) fn home(self) -> Option<Home> {
        let of_subject = |subject| match subject {
            Subject::Event(index) => Home::Event(index),
            Subject::Tie(index) => Home::Tie(index),
        };
        match self {
            Self::Actor(index) => Some(Home::Actor(index)),
            Self::Event(index) => Some(Home::Event(index)),
            Self::Tie(index) => Some(Home::Tie(index)),
            Self::Account(subject, _) => Some(of_subject(subject)),
            Self::Part(part) => part.owner.node().home(),
            Self::DataSet(number) => Some(Home::DataSet(number)),
            _ => None,
        }
    }
}

/// What is described as one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Home {
    Actor(u32),
    Event(u32),
    Tie(u32),
    DataSet(u32),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_node_is_small_and_copied() {
        fn check<T: Copy + Send + Sync + 'static>() {}
        check::<Node>();
        assert!(size_of::<Node>() <= 24, "{}", size_of::<Node>());
    }
}
