//! How much memory the process holds, where the operating system tells.

use std::fs;

/// The most that it has held so far, in bytes; the next such call begins anew.
pub(crate) fn peak() -> Option<u64> {
    let peak = field("VmHWM:");
    // Asks Linux to forget it; elsewhere there is no such file, and no field either.
    let _ = fs::write("/proc/self/clear_refs", "5");
    peak
}

/// What it holds now, in bytes.
pub(crate) fn now() -> Option<u64> {
    field("VmRSS:")
}

fn field(name: &str) -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix(name))?;
    let kilobytes: u64 = line.trim().trim_end_matches(" kB").parse().ok()?;
    Some(kilobytes * 1024)
}
