//! `doctor`: how things are on this computer, for whoever is to help. It changes nothing.

use std::io::Write;
use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::channel;
use std::time::Duration;

use serde::Serialize;

mod reminders;

use super::context::Context;
use super::table::Table;
use super::{Answer, Outcome, json};
use crate::coach::{News, Trouble};
use crate::desktop::Desktop;
use crate::files::{self, Folders, Holder, Problem};
use crate::session::score::Tone;
use crate::sound::{
    Latency, Performance, Performer, PlannedSound, Silence, SoundState, Voice, check_voice,
};
use crate::text::{CommandSentence, Sentence, Text};

/// Everything that was found out.
#[derive(Debug, Serialize)]
struct Findings {
    version: &'static str,
    data: FolderFinding,
    state: FolderFinding,
    device: Option<String>,
    in_use: InUse,
    journal: JournalFinding,
    unfinished: Option<String>,
    settings_problems: usize,
    library_problems: usize,
    sound: SoundFinding,
    speech: &'static str,
    keep_awake: KeepAwake,
    reminders: RemindersFinding,
    window: String,
    /// What could not even be looked at.
    problems: Vec<String>,
}

#[derive(Debug, Serialize)]
struct FolderFinding {
    path: String,
    exists: bool,
    private: bool,
}

#[derive(Debug, Serialize)]
struct InUse {
    held: bool,
    process: Option<u32>,
}

#[derive(Debug, Serialize)]
struct JournalFinding {
    files: usize,
    records: usize,
    bad: Vec<String>,
    changed: Vec<String>,
    newer: usize,
}

#[derive(Debug, Serialize)]
struct SoundFinding {
    device: Option<String>,
    why_silent: Option<String>,
    latency_ms: Option<f64>,
    latency_left_ms: Option<f64>,
}

#[derive(Debug, Serialize)]
struct KeepAwake {
    works: bool,
    refused: Vec<String>,
}

#[derive(Debug, Serialize)]
pub(super) struct RemindersFinding {
    pub(super) on: bool,
    pub(super) process: Option<u32>,
    pub(super) next: Option<String>,
    /// The entry by which waiting begins with the login, if it does.
    pub(super) login: Option<String>,
    /// Why there is no notification with buttons; then it is a small window.
    pub(super) no_buttons: Option<String>,
    pub(super) in_front: &'static str,
}

/// Looks at everything, prints it, and answers "no" when something is wrong with the person's data.
pub(super) fn doctor(context: &Context, as_json: bool, out: &mut dyn Write) -> Outcome {
    let folders = context.folders()?;
    let findings = find(context, &folders);
    if as_json {
        json::print(&findings, out)?;
    } else {
        print(&findings, &context.text, out)?;
    }
    let is_good = findings.journal.bad.is_empty()
        && findings.settings_problems + findings.library_problems == 0
        && findings.problems.is_empty();
    Ok(if is_good { Answer::Done } else { Answer::No })
}

fn find(context: &Context, folders: &Folders) -> Findings {
    let disk = &*context.disk;
    let mut problems: Vec<Problem> = Vec::new();
    let mut noted = |problem: Problem| problems.push(problem);
    let holder = files::holder(disk, folders).map_err(&mut noted).unwrap_or(Holder::Nobody);
    let (process, held) = match holder {
        Holder::Nobody => (None, false),
        Holder::Process(id) => (id, true),
    };
    let (journal, unreadable) = files::read_journal(disk, folders);
    unreadable.into_iter().for_each(&mut noted);
    let known = files::look(disk, folders).map_err(&mut noted).unwrap_or_default();
    let health = journal.health();
    let place = |it: &crate::history::Place| format!("{}:{}", it.file, it.line);
    let mut said: Vec<_> = problems.iter().map(|it| context.problem_sentence(it)).collect();
    let mut count = |result: Result<usize, super::Failure>| match result {
        Ok(count) => count,
        Err(super::Failure::Said(sentence) | super::Failure::Usage(sentence)) => {
            said.push(sentence);
            0
        }
        Err(super::Failure::Output(error)) => {
            said.push(error.to_string());
            0
        }
    };
    let settings_problems = count(context.settings(folders).map(|it| it.problems().len()));
    let library_problems = count(context.library(folders).map(|it| it.problems.len()));
    let rules_problems = count(context.rules(folders).map(|it| it.problems.len()));
    Findings {
        version: env!("CARGO_PKG_VERSION"),
        data: folder(context, &folders.data),
        state: folder(context, &folders.state),
        device: known.device.map(|it| it.to_string()),
        in_use: InUse { held, process },
        journal: JournalFinding {
            files: health.files,
            records: health.lines,
            bad: health.bad.iter().map(|it| place(&it.place)).collect(),
            changed: health.changed.iter().map(place).collect(),
            newer: health.newer,
        },
        unfinished: known.unfinished.map(|it| it.started.plan.name.long),
        settings_problems,
        library_problems: library_problems + rules_problems,
        sound: sound(context),
        speech: voice(check_voice()),
        keep_awake: keep_awake(context),
        reminders: reminders::find(context, folders),
        window: window(),
        problems: said,
    }
}

fn folder(context: &Context, path: &Path) -> FolderFinding {
    FolderFinding {
        path: path.display().to_string(),
        exists: context.disk.exists(path).unwrap_or(false),
        private: context.disk.is_private(path).unwrap_or(true),
    }
}

/// Opens the sound device for a moment, with the volume at zero, to see how late it is.
fn sound(context: &Context) -> SoundFinding {
    /// Long enough to open a device and to measure it a few times.
    const PATIENCE: Duration = Duration::from_secs(4);
    const LOOK: Duration = Duration::from_millis(100);

    let silent = |why: String| SoundFinding {
        device: None,
        why_silent: Some(why),
        latency_ms: None,
        latency_left_ms: None,
    };
    let clock = &context.clock;
    let performer = match Performer::start(Arc::clone(clock), Arc::new(|| {})) {
        Ok(it) => it,
        Err(error) => return silent(error.to_string()),
    };
    performer.set_volume(0.0);
    let start = clock.mono();
    let until = start + PATIENCE;
    let ready = |secs| PlannedSound { at: secs, tone: Some(Tone::Ready), say: None };
    let cues = (0..4).map(|it| ready(Duration::from_secs(it))).collect();
    performer.perform(Performance { generation: 1, anchor: start, speed: 1.0, cues });
    while performer.latency().is_none() && clock.mono() < until {
        clock.sleep(LOOK);
    }
    // What is left after compensation is known only when it was watched for a while.
    while performer.latency().is_some() && clock.mono() < until {
        clock.sleep(LOOK);
    }
    let millis = |it: Duration| it.as_micros() as f64 / 1000.0;
    let latency: Option<Latency> = performer.latency();
    match performer.state() {
        SoundState::Playing { device } => SoundFinding {
            device: Some(device),
            why_silent: None,
            latency_ms: latency.map(|it| millis(it.compensated)),
            latency_left_ms: latency.map(|it| millis(it.left)),
        },
        SoundState::Silent { why } => silent(match why {
            Silence::Failed(words) => words,
            Silence::Unneeded | Silence::Opening | Silence::NoDevice | Silence::Lost => {
                context.text.tell(CommandSentence::DoctorNoDevice)
            }
        }),
    }
}

/// The name by which a voice goes among people who help.
const fn voice(voice: Voice) -> &'static str {
    match voice {
        Voice::SpeechDispatcher => "speech-dispatcher",
        Voice::Say => "say",
        Voice::Sapi => "SAPI",
        Voice::Looking | Voice::Nothing => "none",
    }
}

/// Keeps the computer awake for a moment, to see whether the system agrees.
fn keep_awake(context: &Context) -> KeepAwake {
    /// The system may have to start a service first.
    const PATIENCE: Duration = Duration::from_millis(1500);

    let (send, told) = channel();
    let reason = context.text.say(Sentence::AwakeReason);
    let desktop = Desktop::start(reason, move |it| drop(send.send(it)));
    let refused = match desktop {
        Ok(desktop) => {
            desktop.keep_awake(true);
            context.clock.sleep(PATIENCE);
            told.try_iter().filter_map(refusal).collect()
        }
        Err(error) => vec![error.to_string()],
    };
    KeepAwake { works: refused.is_empty(), refused }
}

/// The system's own words for not staying awake.
fn refusal(news: News) -> Option<String> {
    if let News::Failed { why: Trouble::Other(words), .. } = news { Some(words) } else { None }
}

/// What a window would be shown by. Whether it can be opened only opening it tells.
fn window() -> String {
    let named = |it: &str| std::env::var(it).ok().filter(|it| !it.is_empty());
    match (named("WAYLAND_DISPLAY"), named("DISPLAY")) {
        (Some(display), _) => format!("Wayland {display}, OpenGL"),
        (None, Some(display)) => format!("X11 {display}, OpenGL"),
        (None, None) if cfg!(any(windows, target_os = "macos")) => "OpenGL".to_owned(),
        (None, None) => String::new(),
    }
}

fn print(it: &Findings, text: &Text, out: &mut dyn Write) -> std::io::Result<()> {
    let tell = |sentence| text.tell(sentence);
    let none = || tell(CommandSentence::DoctorNone);
    let yes_no =
        |yes| tell(if yes { CommandSentence::DoctorYes } else { CommandSentence::DoctorNo });
    let in_use = match (it.in_use.held, it.in_use.process) {
        (false, _) => tell(CommandSentence::DoctorFree),
        (true, Some(process)) => tell(CommandSentence::DoctorProcess { process }),
        (true, None) => tell(CommandSentence::DoctorProcessUnknown),
    };
    let health = CommandSentence::DoctorJournalHealth {
        files: it.journal.files,
        lines: it.journal.records,
        bad: it.journal.bad.len(),
        changed: it.journal.changed.len(),
    };
    let latency = it.sound.latency_ms.zip(it.sound.latency_left_ms).map(|(compensated, left)| {
        let (compensated, left) = (compensated.round() as u64, left.round() as u64);
        tell(CommandSentence::DoctorLatencyNumbers { compensated, left })
    });
    let silent = it.sound.why_silent.as_deref().unwrap_or_default();
    let sound = it.sound.device.clone();
    let rows = [
        (CommandSentence::DoctorVersion, it.version.to_owned()),
        (CommandSentence::DoctorData, shown(&it.data, text)),
        (CommandSentence::DoctorState, shown(&it.state, text)),
        (CommandSentence::DoctorDevice, it.device.clone().unwrap_or_else(none)),
        (CommandSentence::DoctorInUse, in_use),
        (CommandSentence::DoctorJournal, tell(health)),
        (CommandSentence::DoctorUnfinished, it.unfinished.clone().unwrap_or_else(none)),
        (CommandSentence::DoctorSettings, problems(it.settings_problems, text)),
        (CommandSentence::DoctorLibrary, problems(it.library_problems, text)),
        (
            CommandSentence::DoctorSound,
            sound.unwrap_or_else(|| tell(CommandSentence::DoctorSilent { why: silent })),
        ),
        (CommandSentence::DoctorLatency, latency.unwrap_or_else(none)),
        (CommandSentence::DoctorSpeech, it.speech.to_owned()),
        (CommandSentence::DoctorAwake, yes_no(it.keep_awake.works)),
        (
            CommandSentence::DoctorWindow,
            if it.window.is_empty() { none() } else { it.window.clone() },
        ),
    ];
    let mut table = Table::default();
    for (label, value) in rows {
        table.row(vec![tell(label), value]);
    }
    for row in reminders::rows(&it.reminders, text) {
        table.row(row);
    }
    table.print(out)?;
    let places = it.journal.bad.iter().chain(&it.journal.changed);
    for more in places.chain(&it.keep_awake.refused).chain(&it.problems) {
        writeln!(out, "  {more}")?;
    }
    Ok(())
}

fn shown(folder: &FolderFinding, text: &Text) -> String {
    let path = folder.path.as_str();
    match (folder.exists, folder.private) {
        (false, _) => text.tell(CommandSentence::DoctorNotThereYet { path }),
        (true, false) => text.tell(CommandSentence::DoctorOpenToOthers { path }),
        (true, true) => path.to_owned(),
    }
}

fn problems(count: usize, text: &Text) -> String {
    text.tell(CommandSentence::DoctorProblems { count })
}
