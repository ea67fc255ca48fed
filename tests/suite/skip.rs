//! How a test says that it could not run here, so that nobody takes it for passed.

use std::env;
use std::io::{self, Write as _};
use std::path::Path;
use std::thread;

/// Says on the real standard error, which the test runner does not swallow, that this test was
/// skipped and why; `./dev test` counts these lines and takes them off the passed ones.
pub(crate) fn skip(reason: &str) {
    let current = thread::current();
    let name = current.name().unwrap_or("a test");
    let line = format!("skipped: {name}: {reason}\n");
    io::stderr().write_all(line.as_bytes()).expect("standard error is open");
}

/// Whether all of `programs` are found on the `PATH`; where one is not, the test is [`skip`]ped.
pub(crate) fn installed(programs: &[&str]) -> bool {
    let path = env::var_os("PATH").unwrap_or_default();
    let found = |program: &str| env::split_paths(&path).any(|dir| is_file(&dir.join(program)));
    match programs.iter().find(|program| !found(program)) {
        Some(missing) => {
            skip(&format!("{missing} is not installed"));
            false
        }
        None => true,
    }
}

fn is_file(path: &Path) -> bool {
    path.metadata().is_ok_and(|it| it.is_file())
}

#[cfg(test)]
mod tests {
    use super::installed;

    #[test]
    fn a_program_on_the_path_is_found() {
        assert!(installed(&["sh", "cargo"]));
    }
}
