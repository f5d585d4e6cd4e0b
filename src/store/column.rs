//! A column of numbers, in memory or in a file.

use std::borrow::Cow;
use std::ops::Deref;
use std::sync::Arc;

use bytemuck::{AnyBitPattern, NoUninit};
use memmap2::MmapMut;

use super::disk::Mapped;
use super::pages::Zeros;

/// Numbers one after another: in memory, or as they lie in a mapped file.
///
/// What reads it sees a slice. What writes it has it in a vector from then on.
#[derive(Clone, Debug)]
pub(crate) struct Column<T> {
    /// Empty if the numbers are elsewhere.
    owned: Vec<T>,
    elsewhere: Option<Elsewhere>,
}

/// Where numbers are that do not change.
#[derive(Clone, Debug)]
enum Elsewhere {
    OnPages(Arc<MmapMut>),
    InFile(Mapped),
}

impl Elsewhere {
    fn bytes(&self) -> &[u8] {
        match self {
            Self::OnPages(pages) => pages,
            Self::InFile(mapped) => mapped.bytes(),
        }
    }
}

/// A number of fixed size whose bytes are kept with the lowest first.
pub(crate) trait Fixed: AnyBitPattern + NoUninit {
    /// The number, with its bytes in the other order where this machine has them so.
    fn lowest_first(self) -> Self;
}

impl Fixed for u8 {
    fn lowest_first(self) -> Self {
        self
    }
}

impl Fixed for u16 {
    fn lowest_first(self) -> Self {
        self.to_le()
    }
}

impl Fixed for u32 {
    fn lowest_first(self) -> Self {
        self.to_le()
    }
}

impl Fixed for i32 {
    fn lowest_first(self) -> Self {
        self.to_le()
    }
}

impl<T: Fixed> Column<T> {
    /// The column that these bytes of a file are; what is no whole number at their end is
    /// left out.
    pub(super) fn of_file(mapped: Mapped) -> Self {
        let whole = mapped.len() / size_of::<T>() * size_of::<T>();
        let mapped = mapped.up_to(whole);
        if cfg!(target_endian = "little")
            && bytemuck::try_cast_slice::<u8, T>(mapped.bytes()).is_ok()
        {
            return Self {
                owned: Vec::new(),
                elsewhere: Some(Elsewhere::InFile(mapped)),
            };
        }
        let numbers = mapped.bytes().chunks_exact(size_of::<T>());
        let number = |bytes| bytemuck::pod_read_unaligned::<T>(bytes).lowest_first();
        numbers.map(number).collect::<Vec<T>>().into()
    }

    /// The numbers to be changed: copied if they are in a file or on pages.
    pub(super) fn to_mut(&mut self) -> &mut Vec<T> {
        if self.elsewhere.is_some() {
            self.owned = self.to_vec();
            self.elsewhere = None;
        }
        &mut self.owned
    }

    /// Numbers that are not to change any more: without room for others, and if there are
    /// many, where they are quickly got at.
    pub(super) fn settled(owned: Vec<T>) -> Self {
        let mut column = Self::from(owned);
        column.settle();
        column
    }

    /// The same with those that there are.
    pub(super) fn settle(&mut self) {
        if !Zeros::<T>::are_many(self.owned.len()) {
            // None, if they are elsewhere.
            self.owned.shrink_to_fit();
            return;
        }
        let mut settled = Zeros::new(self.owned.len());
        for (to, &number) in settled.iter_mut().zip(&self.owned) {
            *to = number;
        }
        *self = settled.into();
    }

    /// What it takes in memory, in bytes.
    pub(super) fn heap(&self) -> usize {
        match &self.elsewhere {
            Some(Elsewhere::OnPages(pages)) => pages.len(),
            _ => self.owned.capacity().saturating_mul(size_of::<T>()),
        }
    }
}

/// A column, of whatever numbers.
pub(super) trait AnyColumn {
    fn is_empty(&self) -> bool;

    /// The bytes as they are written to a file.
    fn to_file(&self) -> Cow<'_, [u8]>;

    /// What of it lies in a file, in bytes.
    fn mapped(&self) -> usize;
}

impl<T: Fixed> AnyColumn for Column<T> {
    fn is_empty(&self) -> bool {
        <[T]>::is_empty(self)
    }

    fn to_file(&self) -> Cow<'_, [u8]> {
        if cfg!(target_endian = "little") {
            return bytemuck::cast_slice(self).into();
        }
        let numbers: Vec<T> = self.iter().map(|number| number.lowest_first()).collect();
        bytemuck::cast_slice(&numbers).to_vec().into()
    }

    fn mapped(&self) -> usize {
        match &self.elsewhere {
            Some(Elsewhere::InFile(mapped)) => mapped.len(),
            _ => 0,
        }
    }
}

impl<T> Default for Column<T> {
    fn default() -> Self {
        Vec::new().into()
    }
}

impl<T> From<Vec<T>> for Column<T> {
    fn from(owned: Vec<T>) -> Self {
        Self {
            owned,
            elsewhere: None,
        }
    }
}

impl<T> From<Zeros<T>> for Column<T> {
    fn from(zeros: Zeros<T>) -> Self {
        match zeros {
            Zeros::Few(owned) => owned.into(),
            Zeros::Many(pages, _) => Self {
                owned: Vec::new(),
                elsewhere: Some(Elsewhere::OnPages(Arc::new(pages))),
            },
        }
    }
}

impl<T: Fixed> Deref for Column<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        match &self.elsewhere {
            None => &self.owned,
            // Was found to be so when the column was made.
            Some(numbers) => bytemuck::try_cast_slice(numbers.bytes()).unwrap_or_default(),
        }
    }
}
