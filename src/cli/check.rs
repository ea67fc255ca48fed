//! `check`: every problem of files and folders, each where it was made.

use std::io::Write;
use std::path::{Path, PathBuf};

use serde::Serialize;

use super::context::Context;
use super::{Answer, Failure, Outcome, json};
use crate::files::{PersonalFile, read_named};
use crate::library::Library;
use crate::library::check::{Problem, ProblemKind};
use crate::program::{Rules, is_rule_file};
use crate::ron::{Found, Severity};
use crate::settings::{self, SettingsFile};
use crate::text::{CommandSentence, Text};

/// A problem as `--json` shows it.
#[derive(Debug, Serialize)]
struct ProblemJson<'a> {
    file: &'a str,
    line: usize,
    column: usize,
    severity: String,
    message: String,
    expected: Option<String>,
}

/// Checks files and folders together, over what is shipped: a routine may use an exercise that lies
/// beside it. The answer is "no" when anything is wrong with them, warnings aside.
pub(super) fn check(
    context: &Context,
    paths: &[PathBuf],
    as_json: bool,
    out: &mut dyn Write,
) -> Outcome {
    // What is checked need not be one's own: without a data folder it is checked all the same.
    let (mut files, folders) = (Vec::new(), context.folders().ok());
    for path in paths {
        let named = read_named(&*context.disk, folders.as_ref(), path);
        files.extend(named.map_err(|it| context.problem(&it))?);
    }
    let count = files.len();
    let (mut readable, mut unreadable) = (Vec::new(), Vec::new());
    for PersonalFile { path, bytes } in files {
        let name = path.display().to_string();
        match bytes {
            Ok(bytes) => readable.push((name, bytes)),
            Err(problem) => unreadable.push((name, context.problem_sentence(&problem))),
        }
    }
    let (settings, library): (Vec<_>, Vec<_>) =
        readable.into_iter().partition(|it| is_settings(&it.0));
    let (rules, library): (Vec<_>, Vec<_>) =
        library.into_iter().partition(|it| is_rule_file(&it.0));
    let mut problems = Library::load(library).problems;
    problems.extend(Rules::load(rules).problems);
    problems.extend(settings.iter().flat_map(|(file, bytes)| of_settings(file, bytes)));
    if as_json {
        print_json(&context.text, &problems, &unreadable, out)?;
    } else {
        print(&context.text, &problems, &unreadable, out)?;
        if problems.is_empty() && unreadable.is_empty() {
            writeln!(out, "{}", context.text.tell(CommandSentence::CheckGood { count }))?;
        }
    }
    let is_good =
        unreadable.is_empty() && problems.iter().all(|it| it.severity == Severity::Warning);
    Ok(if is_good { Answer::Done } else { Answer::No })
}

fn is_settings(file: &str) -> bool {
    Path::new(file).file_name().is_some_and(|it| it == "settings.ron")
}

/// What is wrong with a settings file, in the shape of the others.
pub(super) fn of_settings(file: &str, bytes: &[u8]) -> Vec<Problem> {
    let read = SettingsFile::read(bytes);
    let document = read.document();
    let problem = |it: &Found<settings::Problem>| Problem {
        file: file.to_owned(),
        start: document.place(it.span.start),
        end: document.place(it.span.end),
        severity: it.severity,
        what: match &it.what {
            settings::Problem::Fault(fault) => ProblemKind::Format(fault.clone()),
            settings::Problem::Newer { schema } => {
                ProblemKind::Newer { schema: *schema, known: settings::SCHEMA }
            }
        },
        excerpt: document.excerpt(it.span),
    };
    read.problems().iter().map(problem).collect()
}

fn print(
    text: &Text,
    problems: &[Problem],
    unreadable: &[(String, String)],
    out: &mut dyn Write,
) -> Result<(), Failure> {
    for problem in problems {
        writeln!(out, "{}", text.problem_report(problem))?;
    }
    for (file, sentence) in unreadable {
        let severity = text.severity(Severity::Error);
        writeln!(out, "{file}:1:1: {severity}: {sentence}")?;
    }
    Ok(())
}

fn print_json(
    text: &Text,
    problems: &[Problem],
    unreadable: &[(String, String)],
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let of_files = problems.iter().map(|it| {
        let said = text.problem(it);
        ProblemJson {
            file: &it.file,
            line: it.start.line,
            column: it.start.column,
            severity: severity(it.severity),
            message: said.message,
            expected: said.expected,
        }
    });
    let of_disk = unreadable.iter().map(|(file, message)| ProblemJson {
        file,
        line: 1,
        column: 1,
        severity: severity(Severity::Error),
        message: message.clone(),
        expected: None,
    });
    json::print(&of_files.chain(of_disk).collect::<Vec<_>>(), out)
}

/// The word for programs, the same in every language.
fn severity(it: Severity) -> String {
    match it {
        Severity::Error => "error",
        Severity::Warning => "warning",
    }
    .to_owned()
}
