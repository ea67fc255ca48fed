//! The command line: the window, and every other way to use the program.
//!
//! Exit status: 0 done; 1 the answer is "no", or something in the data is wrong; 2 wrong usage. With
//! `--json`, one JSON value on standard output and nothing else.

mod archive;
mod check;
mod context;
mod doctor;
mod history;
mod json;
mod next;
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

use chrono::NaiveDate;
use clap::error::ErrorKind;
use clap::{Args, CommandFactory as _, Parser, Subcommand};

use crate::coach::Place;
use crate::history::Speed;
use crate::shell;
use context::Context;

/// Leads through corrective exercise, and keeps what was done on your own disk.
#[derive(Debug, Parser)]
#[command(name = "evenhold", version, about)]
struct Cli {
    /// Keep everything in this folder.
    #[arg(long, global = true, value_name = "DIR", env = "EVENHOLD_DATA_DIR")]
    data_dir: Option<PathBuf>,

    #[command(flatten)]
    window: WindowArgs,

    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, Args)]
struct WindowArgs {
    /// Open the window with this routine ready to start.
    #[arg(long, value_name = "ID")]
    routine: Option<String>,

    /// Open the window on this screen.
    #[arg(long, value_name = "NAME")]
    screen: Option<ScreenName>,

    /// Show the reminder that was noted last, in a small window: for whoever waits.
    #[arg(long, hide = true, conflicts_with_all = ["routine", "screen"])]
    reminder: bool,
}

/// The screens that can be opened from outside.
#[derive(Debug, Clone, Copy, clap::ValueEnum)]
enum ScreenName {
    Today,
    Progress,
    Routines,
    Library,
    Settings,
}

impl From<ScreenName> for Place {
    fn from(name: ScreenName) -> Self {
        match name {
            ScreenName::Today => Self::Today,
            ScreenName::Progress => Self::Progress,
            ScreenName::Routines => Self::Routines,
            ScreenName::Library => Self::Library,
            ScreenName::Settings => Self::Settings,
        }
    }
}

#[derive(Debug, Subcommand)]
enum Command {
    /// List the routines.
    Routines {
        #[command(flatten)]
        output: JsonFlag,
    },
    /// Show the timetable of a routine.
    Plan(PlanArgs),
    /// Run a routine here in the terminal, with sound, and keep what was done.
    Play(PlayArgs),
    /// Check files of exercises and routines, and folders of them.
    Check {
        /// Files and folders.
        #[arg(required = true, value_name = "PATH")]
        paths: Vec<PathBuf>,
        #[command(flatten)]
        output: JsonFlag,
    },
    /// Say what the programme proposes now, each with its reason.
    Next(NextArgs),
    /// List what was done.
    History {
        #[command(flatten)]
        output: JsonFlag,
        /// Print comma-separated values, a line for each set.
        #[arg(long, conflicts_with = "json")]
        csv: bool,
    },
    /// Show weeks against the target, weeks on track, and what each exercise came to.
    Stats {
        #[command(flatten)]
        output: JsonFlag,
        #[command(flatten)]
        today: TodayArg,
    },
    /// Write everything that was kept to one archive of open formats.
    Export {
        /// The archive to make, such as evenhold.zip.
        #[arg(value_name = "FILE")]
        file: PathBuf,
    },
    /// Show what an archive or a routine that was sent would add, and add it with --yes. Nothing is
    /// written over without --replace.
    Import {
        /// An archive made by `export`, or a routine.
        #[arg(value_name = "FILE")]
        file: PathBuf,
        /// Add it.
        #[arg(long)]
        yes: bool,
        /// Let a routine take the place of another version.
        #[arg(long, requires = "yes")]
        replace: bool,
    },
    /// Write a routine or a check, with the exercises and movements of yours that it needs, as one
    /// file.
    Share {
        /// The id of the routine, or of the check.
        #[arg(value_name = "ROUTINE")]
        routine: String,
        /// The file to make, such as evening.evenhold.
        #[arg(value_name = "FILE")]
        file: PathBuf,
    },
    /// Write a routine as a page to print.
    Sheet {
        /// The routine's id.
        #[arg(value_name = "ROUTINE")]
        routine: String,
        /// The page to make, such as evening.html.
        #[arg(value_name = "FILE")]
        file: PathBuf,
    },
    /// Write the sessions that are still planned this week as an iCalendar file.
    Calendar {
        /// The file to make, such as week.ics.
        #[arg(value_name = "FILE.ics")]
        file: PathBuf,
        #[command(flatten)]
        today: TodayArg,
    },
    /// Write the report for a professional: one HTML page.
    Report(ReportArgs),
    /// List the copies of your own files and of past months, or take one back.
    Restore {
        /// The file, as the list names it; its newest copy is taken.
        #[arg(value_name = "FILE")]
        file: Option<String>,
    },
    /// Keep the data in another folder: everything is copied there and checked.
    Move {
        /// The new folder; one that holds Evenhold data already is joined with yours.
        #[arg(value_name = "DIR")]
        to: PathBuf,
    },
    /// Wait without a window, and remind you to get up as the settings say.
    Wait(WaitArgs),
    /// Show what somebody would need to know who is to help: folders, journal, sound, speech.
    Doctor {
        #[command(flatten)]
        output: JsonFlag,
    },
}

#[derive(Debug, Args)]
struct ReportArgs {
    /// The page to write.
    #[arg(value_name = "FILE.html")]
    file: PathBuf,

    /// The first day, such as 2026-09-01; without it, twelve weeks before the last.
    #[arg(long, value_name = "DATE")]
    from: Option<NaiveDate>,

    /// The last day; without it, today.
    #[arg(long, value_name = "DATE")]
    to: Option<NaiveDate>,

    /// Which of the person's own notes are in it.
    #[arg(long, value_name = "WHICH", default_value = "none")]
    notes: report::NotesArg,
}

#[derive(Debug, Args)]
struct JsonFlag {
    /// Print one JSON value.
    #[arg(long)]
    json: bool,
}

#[derive(Debug, Args)]
struct TodayArg {
    /// Answer as if this were the local day.
    #[arg(long, value_name = "YYYY-MM-DD")]
    today: Option<NaiveDate>,
}

#[derive(Debug, Args)]
struct PlanArgs {
    /// The routine's id.
    #[arg(value_name = "ROUTINE")]
    routine: String,

    /// Fit the routine into so many minutes.
    #[arg(long, value_name = "N")]
    minutes: Option<u32>,

    #[command(flatten)]
    output: JsonFlag,

    /// Add every sound, with its moment.
    #[arg(long, requires = "json")]
    cues: bool,
}

#[derive(Debug, Args)]
struct NextArgs {
    #[command(flatten)]
    output: JsonFlag,

    /// As if it were this day.
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = next::day)]
    today: Option<NaiveDate>,
}

#[derive(Debug, Args)]
struct PlayArgs {
    /// The routine's id; with --resume it may be left out.
    #[arg(value_name = "ROUTINE", required_unless_present = "resume")]
    routine: Option<String>,

    /// Fit the routine into so many minutes.
    #[arg(long, value_name = "N")]
    minutes: Option<u32>,

    /// Let the clock run so many times as fast.
    #[arg(long, value_name = "X", value_parser = speed, default_value = "1")]
    speed: Speed,

    /// Whether this session counts for weeks although its clock ran faster.
    #[arg(long)]
    count: bool,

    /// Make no sound.
    #[arg(long)]
    mute: bool,

    #[command(flatten)]
    unfinished: UnfinishedArgs,
}

#[derive(Debug, Args)]
#[group(multiple = false)]
struct UnfinishedArgs {
    /// Go on with the session that was left unfinished.
    #[arg(long)]
    resume: bool,

    /// Put the session that was left unfinished away, and start anew.
    #[arg(long)]
    discard: bool,
}

#[derive(Debug, Args)]
struct WaitArgs {
    /// Show one reminder now, and end when it is answered.
    #[arg(long)]
    now: bool,

    /// Let the clock run so many times as fast.
    #[arg(long, value_name = "X", value_parser = speed, default_value = "1", hide = true)]
    speed: Speed,
}

fn speed(text: &str) -> Result<Speed, String> {
    let factor: f64 = text.parse().map_err(|it: std::num::ParseFloatError| it.to_string())?;
    Speed::try_from(factor).map_err(|it| it.to_string())
}

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
        writeln!(io::stderr(), "evenhold: {sentence}").ok();
    }
    ExitCode::from(status)
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
