//! What the whole program promises, checked from outside it: one binary, one module a subject.
//!
//! Modules that open a real window, play real sound or time the real program (`REAL` in `./dev`)
//! run one test at a time after all others; what is missing on this machine skips, see [`skip`].

#![expect(clippy::expect_used, reason = "`allow-expect-in-tests` does not reach helper functions")]
#![expect(clippy::disallowed_methods, reason = "tests read files and wait for real windows")]

mod architecture;
mod programme;
mod tidy;

mod skip;
mod source_files;
mod source_paths;
