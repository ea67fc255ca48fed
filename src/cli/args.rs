//! What can be asked for on the command line, as clap reads it.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::{Args, Parser, Subcommand};

use super::{next, report};
use crate::coach::Place;
use crate::history::Speed;

/// Leads through corrective exercise, and keeps what was done on your own disk.
#[derive(Debug, Parser)]
#[command(name = "evenhold", version, about)]
pub(super) struct Cli {
    /// Keep everything in this folder.
    #[arg(long, global = true, value_name = "DIR", env = "EVENHOLD_DATA_DIR")]
    pub(super) data_dir: Option<PathBuf>,

    #[command(flatten)]
    pub(super) window: WindowArgs,

    #[command(subcommand)]
    pub(super) command: Option<Command>,
}

#[derive(Debug, Args)]
pub(super) struct WindowArgs {
    /// Open the window with this routine ready to start.
    #[arg(long, value_name = "ID")]
    pub(super) routine: Option<String>,

    /// Open the window on this screen.
    #[arg(long, value_name = "NAME")]
    pub(super) screen: Option<ScreenName>,

    /// Show the reminder that was noted last, in a small window: for whoever waits.
    #[arg(long, hide = true, conflicts_with_all = ["routine", "screen"])]
    pub(super) reminder: bool,
}

/// The screens that can be opened from outside.
#[derive(Debug, Clone, Copy, clap::ValueEnum)]
pub(super) enum ScreenName {
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
pub(super) enum Command {
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
pub(super) struct ReportArgs {
    /// The page to write.
    #[arg(value_name = "FILE.html")]
    pub(super) file: PathBuf,

    /// The first day, such as 2026-09-01; without it, twelve weeks before the last.
    #[arg(long, value_name = "DATE")]
    pub(super) from: Option<NaiveDate>,

    /// The last day; without it, today.
    #[arg(long, value_name = "DATE")]
    pub(super) to: Option<NaiveDate>,

    /// Which of the person's own notes are in it.
    #[arg(long, value_name = "WHICH", default_value = "none")]
    pub(super) notes: report::NotesArg,
}

#[derive(Debug, Args)]
pub(super) struct JsonFlag {
    /// Print one JSON value.
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Debug, Args)]
pub(super) struct TodayArg {
    /// Answer as if this were the local day.
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub(super) today: Option<NaiveDate>,
}

#[derive(Debug, Args)]
pub(super) struct PlanArgs {
    /// The routine's id.
    #[arg(value_name = "ROUTINE")]
    pub(super) routine: String,

    /// Fit the routine into so many minutes.
    #[arg(long, value_name = "N")]
    pub(super) minutes: Option<u32>,

    #[command(flatten)]
    pub(super) output: JsonFlag,

    /// Add every sound, with its moment.
    #[arg(long, requires = "json")]
    pub(super) cues: bool,
}

#[derive(Debug, Args)]
pub(super) struct NextArgs {
    #[command(flatten)]
    pub(super) output: JsonFlag,

    /// As if it were this day.
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = next::day)]
    pub(super) today: Option<NaiveDate>,
}

#[derive(Debug, Args)]
pub(super) struct PlayArgs {
    /// The routine's id; with --resume it may be left out.
    #[arg(value_name = "ROUTINE", required_unless_present = "resume")]
    pub(super) routine: Option<String>,

    /// Fit the routine into so many minutes.
    #[arg(long, value_name = "N")]
    pub(super) minutes: Option<u32>,

    /// Let the clock run so many times as fast.
    #[arg(long, value_name = "X", value_parser = speed, default_value = "1")]
    pub(super) speed: Speed,

    /// Whether this session counts for weeks although its clock ran faster.
    #[arg(long)]
    pub(super) count: bool,

    /// Make no sound.
    #[arg(long)]
    pub(super) mute: bool,

    #[command(flatten)]
    pub(super) unfinished: UnfinishedArgs,
}

#[derive(Debug, Args)]
#[group(multiple = false)]
pub(super) struct UnfinishedArgs {
    /// Go on with the session that was left unfinished.
    #[arg(long)]
    pub(super) resume: bool,

    /// Put the session that was left unfinished away, and start anew.
    #[arg(long)]
    pub(super) discard: bool,
}

#[derive(Debug, Args)]
pub(super) struct WaitArgs {
    /// Show one reminder now, and end when it is answered.
    #[arg(long)]
    pub(super) now: bool,

    /// Let the clock run so many times as fast.
    #[arg(long, value_name = "X", value_parser = speed, default_value = "1", hide = true)]
    pub(super) speed: Speed,
}

fn speed(text: &str) -> Result<Speed, String> {
    let factor: f64 = text.parse().map_err(|it: std::num::ParseFloatError| it.to_string())?;
    Speed::try_from(factor).map_err(|it| it.to_string())
}
