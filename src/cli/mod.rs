//! The command line: the window, and every other way to use the program.
//!
//! Exit status: 0 done; 1 the answer is "no", or something in the data is wrong; 2 wrong usage. With
//! `--json`, one JSON value on standard output and nothing else.

mod archive;
mod args;
mod check;
mod context;
mod doctor;
mod history;
mod json;
mod next;
mod own;
mod plan;
mod play;
mod report;
mod share;
mod stats;
mod restore;
mod table;
mod wait;

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::error::ErrorKind;
use clap::{CommandFactory as _, Parser as _};

use crate::coach::Place;
use crate::shell;
use args::{Cli, Command, NextArgs, PlanArgs, PlayArgs, ReportArgs, WaitArgs, WindowArgs};
use context::Context;

/// What a command came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Answer {
    /// It is done.
    Done,
    /// The answer is "no", and was given.
    No,
}

/// Why a command gave no answer.
#[derive(Debug)]
enum Failure {
    /// Something in the data, or on the computer, is in the way: a sentence.
    Said(String),
    /// It was asked wrongly: a sentence.
    Usage(String),
    /// The output cannot be written.
    Output(io::Error),
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}

/// What a command returns.
type Outcome = Result<Answer, Failure>;

/// Reads the command line, does what it asks for, and returns the exit status.
pub fn run() -> ExitCode {
    let cli = Cli::parse();
    let asks_for_window = cli.window.routine.is_some() || cli.window.screen.is_some();
    if cli.command.is_some() && (asks_for_window || cli.window.reminder) {
        let why = "`--routine` and `--screen` are for the window, which opens without a command";
        Cli::command().error(ErrorKind::ArgumentConflict, why).exit();
    }
    let outcome = match cli.command {
        None if cli.window.reminder => reminder(cli.data_dir),
        None => window(cli.data_dir, cli.window),
        Some(command) => {
            let mut context = Context::new(cli.data_dir);
            if let Command::Wait(args) = &command {
                context.hurry(args.speed);
            }
            dispatch(&context, command, &mut io::stdout().lock())
        }
    };
    let (status, sentence) = match outcome {
        Ok(Answer::Done) => (0, None),
        Ok(Answer::No) => (1, None),
        Err(Failure::Said(sentence)) => (1, Some(sentence)),
        Err(Failure::Usage(sentence)) => (2, Some(sentence)),
        // Whoever reads us has read enough.
        Err(Failure::Output(error)) if error.kind() == io::ErrorKind::BrokenPipe => (0, None),
        Err(Failure::Output(error)) => (1, Some(error.to_string())),
    };
    if let Some(sentence) = sentence {
        // With nobody to hear it, the status still tells.
        warn(&sentence).ok();
    }
    ExitCode::from(status)
}

/// Says something beside the answer, which stays one JSON value, one table or one list of lines.
fn warn(sentence: &str) -> io::Result<()> {
    writeln!(io::stderr(), "evenhold: {sentence}")
}

fn dispatch(context: &Context, command: Command, out: &mut dyn Write) -> Outcome {
    match command {
        Command::Routines { output } => plan::routines(context, output.json, out),
        Command::Plan(args) => plan::plan(context, &args, out),
        Command::Play(args) => play::play(context, &args, out),
        Command::Next(args) => next::next_command(context, &args, out),
        Command::Check { paths, output } => check::check(context, &paths, output.json, out),
        Command::History { output, csv } => {
            let form = match (output.json, csv) {
                (true, _) => history::Form::Json,
                (false, true) => history::Form::Csv,
                (false, false) => history::Form::Table,
            };
            history::history(context, form, out)
        }
        Command::Stats { output, today } => stats::stats(context, today.today, output.json, out),
        Command::Export { file } => archive::export(context, &file, out),
        Command::Import { file, yes, replace } => {
            if archive::is_archive(context, &file) {
                archive::import(context, &file, yes, out)
            } else {
                share::take_in(context, &file, share::Allowed { yes, replace }, out)
            }
        }
        Command::Share { routine, file } => share::share(context, &routine, &file, out),
        Command::Sheet { routine, file } => share::print(context, &routine, &file, out),
        Command::Calendar { file, today } => archive::calendar(context, &file, today.today, out),
        Command::Report(args) => report::report(context, &args, out),
        Command::Restore { file } => restore::restore(context, file.as_deref(), out),
        Command::Move { to } => restore::take_to(context, &to, out),
        Command::Wait(args) => wait::wait(context, &args, out),
        Command::Doctor { output } => doctor::doctor(context, output.json, out),
    }
}

fn window(data_dir: Option<PathBuf>, args: WindowArgs) -> Outcome {
    let options = shell::Options {
        data_dir,
        routine: args.routine,
        place: args.screen.map(Place::from),
        locale: context::locale(),
    };
    shell::run(options).map_err(|it| Failure::Said(it.to_string()))?;
    Ok(Answer::Done)
}

fn reminder(data_dir: Option<PathBuf>) -> Outcome {
    let options =
        shell::Options { data_dir, locale: context::locale(), ..shell::Options::default() };
    shell::remind(&options).map_err(|it| Failure::Said(it.to_string()))?;
    Ok(Answer::Done)
}

/// The command line as clap knows it, for tests and for the manual.
pub fn definition() -> clap::Command {
    Cli::command()
}
