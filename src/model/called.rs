//! What an actor is called.

/// Key and name, in one allocation.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Called {
    /// The key, and the name right behind it.
    text: Box<str>,
    /// So many bytes are the key.
    key: usize,
}

impl Called {
    pub(crate) fn new(key: &str, name: &str) -> Self {
        Self {
            text: [key, name].concat().into_boxed_str(),
            key: key.len(),
        }
    }

    pub(crate) fn key(&self) -> &str {
        self.text.get(..self.key).unwrap_or_default()
    }

    pub(crate) fn name(&self) -> &str {
        self.text.get(self.key..).unwrap_or_default()
    }

    /// How many bytes the texts have.
    pub(crate) fn len(&self) -> usize {
        self.text.len()
    }
}

impl std::fmt::Debug for Called {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:?} under {:?}", self.name(), self.key())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn key_and_name_are_told_apart_again() {
        for (key, name) in [("a-b", "A B"), ("", ""), ("elysee", "Élysée"), ("é", "")] {
            let called = Called::new(key, name);
            assert_eq!((called.key(), called.name()), (key, name));
        }
        assert_ne!(Called::new("a", "bc"), Called::new("ab", "c"));
    }
}
