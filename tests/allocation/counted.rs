//! An allocator that counts what each thread has.

#![expect(unsafe_code, reason = "an allocator is nothing else")]

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;

/// The system's, counted.
struct Counted;

#[global_allocator]
static ALLOCATOR: Counted = Counted;

/// How many bytes a thread has, and the most that it had.
#[derive(Clone, Copy)]
struct Count {
    now: usize,
    most: usize,
}

thread_local! {
    static COUNT: Cell<Count> = const { Cell::new(Count { now: 0, most: 0 }) };
}

fn change(by: impl FnOnce(&mut Count)) {
    // A thread that is ending counts no more.
    let _ = COUNT.try_with(|count| {
        let mut changed = count.get();
        by(&mut changed);
        count.set(changed);
    });
}

fn gain(bytes: usize) {
    change(|count| {
        count.now = count.now.saturating_add(bytes);
        count.most = count.most.max(count.now);
    });
}

fn lose(bytes: usize) {
    change(|count| count.now = count.now.saturating_sub(bytes));
}

// SAFETY: whatever is asked for, the system's allocator does; counting allocates nothing.
unsafe impl GlobalAlloc for Counted {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        gain(layout.size());
        // SAFETY: the caller's promise is passed on.
        unsafe { System.alloc(layout) }
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        gain(layout.size());
        // SAFETY: the caller's promise is passed on.
        unsafe { System.alloc_zeroed(layout) }
    }

    unsafe fn realloc(&self, from: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        // While it is moved, there is the old and the new.
        gain(size);
        lose(layout.size());
        // SAFETY: the caller's promise is passed on.
        unsafe { System.realloc(from, layout, size) }
    }

    unsafe fn dealloc(&self, from: *mut u8, layout: Layout) {
        lose(layout.size());
        // SAFETY: the caller's promise is passed on.
        unsafe { System.dealloc(from, layout) }
    }
}

/// The most bytes that this thread has at once while something is done, beyond those that it
/// has before.
pub(crate) fn most<T>(work: impl FnOnce() -> T) -> usize {
    let before = COUNT.get().now;
    change(|count| count.most = before);
    drop(work());
    COUNT.get().most.saturating_sub(before)
}
