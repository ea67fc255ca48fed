//! What the whole program promises, checked from outside it: one binary, one module a subject.
//!
//! What opens a real window, plays real sound or times the real program stands in [`real`]: those
//! tests run one at a time after all others. What is missing on a machine is skipped, see [`skip`].

#![expect(clippy::expect_used, reason = "`allow-expect-in-tests` does not reach helper functions")]
#![expect(clippy::disallowed_methods, reason = "tests read files and wait for real windows")]

mod architecture;
mod archive;
mod checks;
mod commands;
mod dependencies;
mod diaries;
mod figure;
mod fuzz;
mod drawing;
mod import;
mod library;
mod faults;
mod faults_content;
mod faults_copies;
mod journal;
mod play;
mod programme;
mod real;
mod report;
mod same_bytes;
mod screens;
mod tidy;
mod wording;

mod kill;
/// The made-up past of the pictures of `./dev shots`.
#[path = "../../examples/shots/past.rs"]
mod past;
mod skip;
mod source_files;
mod source_paths;
mod terminal;
