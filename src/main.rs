//! Finds the command and runs it.

use std::process::ExitCode;

fn main() -> ExitCode {
    evenhold::cli::run()
}
