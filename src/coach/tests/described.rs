//! Effects as lines of a transcript.

use crate::coach::Effect;
use crate::history::Record;
use crate::library::Amount;
use crate::session::Fact;
use crate::units::Pain;

pub(super) fn amount(it: Amount) -> String {
    it.count().map_or_else(|| format!("{:?}", it.time().unwrap()), |n| n.to_string())
}

/// An effect in a line.
pub(super) fn described(effect: &Effect) -> String {
    match effect {
        Effect::Begin { plan, pain } => {
            let pain = pain.map_or_else(|| "untold".to_owned(), |it| it.to_string());
            format!("begin {}, pain {pain}", plan.routine)
        }
        Effect::Continue(id) => format!("continue {}", id.as_u128()),
        Effect::Log(facts) => {
            format!("log {}", facts.iter().map(fact).collect::<Vec<_>>().join(", "))
        }
        Effect::Finish(it) => format!("finish {}", record(it)),
        Effect::Append(it) => format!("append {} {}", it.body.kind(), record(it)),
        Effect::Perform(it) => {
            let words = it.cues.iter().filter(|it| it.say.is_some()).count();
            let tones = it.cues.iter().filter(|it| it.tone.is_some()).count();
            let anchor = it.anchor.as_secs_f64() - 100.0;
            format!("perform #{} from {anchor} s: {tones} tones, {words} words", it.generation)
        }
        Effect::KeepAwake(true) => "stay awake".to_owned(),
        Effect::KeepAwake(false) => "may sleep".to_owned(),
        Effect::Sound(it) => format!("sound {:?} {:?} muted {}", it.volume, it.profile, it.muted),
        Effect::SaveSettings(text) => {
            let lines: Vec<_> = text.lines().filter(|it| !it.starts_with("//")).collect();
            format!("save settings {}", lines.concat())
        }
        Effect::SaveFile { name, text, before } => {
            let size = |it: &Option<String>| it.as_ref().map_or(0, |it| it.lines().count());
            format!("save {name}: {} lines for {}", size(text), size(before))
        }
        Effect::Share(it) => format!("share {it:?}"),
        Effect::Discard => "discard".to_owned(),
        Effect::Retry => "retry".to_owned(),
        Effect::Silence => "silence".to_owned(),
        Effect::Raise => "raise the window".to_owned(),
        Effect::Fullscreen => "full screen".to_owned(),
        Effect::Keep(it) => format!("keep {} of {}", it.body.kind(), it.date),
        Effect::WriteReport { report, .. } => {
            format!("write a report of {} sessions", report.sessions.len())
        }
        Effect::Show(path) => format!("show {path}"),
        Effect::OpenFolder => "open folder".to_owned(),
        Effect::ChoosePhoto => "choose photo".to_owned(),
        Effect::OpenPhoto { request, path } => format!("open photo {request} {}", path.display()),
        Effect::KeepPhoto { from, record } => {
            format!("keep photo {} with {record}", from.display())
        }
        Effect::ChooseFolder => "choose folder".to_owned(),
        Effect::MoveFolder(to) => format!("move to {}", to.display()),
        Effect::HandOver(it) => format!("hand over {} breaks", it.choices.len()),
        Effect::Reminders(it) => format!("reminders: {it:?}"),
        Effect::Quit => "quit".to_owned(),
    }
}

fn fact(it: &Fact) -> String {
    match it {
        Fact::At { step, into, taps: 0, .. } => format!("at {step} {into:?}"),
        Fact::At { step, into, taps, .. } => format!("at {step} {into:?} rep {taps}"),
        Fact::Set { step, result } => {
            let (done, planned) = (amount(result.done), amount(result.planned));
            let cut = if result.skipped { " cut" } else { "" };
            format!("set {step} {} {} {done}/{planned}{cut}", result.exercise, result.side)
        }
        Fact::Unset { step } => format!("unset {step}"),
        Fact::Dropped { entry } => format!("dropped {entry}"),
        Fact::Paused { reason } => format!("paused {reason:?}"),
        Fact::Resumed => "resumed".to_owned(),
        Fact::Read(it) => {
            let tenths = it.tenths.map(|it| it.to_string());
            let told = tenths.or_else(|| it.word.clone()).unwrap_or_default();
            let why = it.rejected.map(|it| format!(" not {}", it.word())).unwrap_or_default();
            format!("read {} {} {told}{why}", it.what, it.side)
        }
        Fact::Hurt(it) => {
            let exact = it.answer.exact.map(|it| format!(" {it}")).unwrap_or_default();
            let (band, rep) = (it.answer.band, it.rep);
            format!("hurt {} {} rep {rep} {band:?}{exact}", it.exercise, it.side)
        }
        Fact::HurtsAt { place } => format!("hurts at {place:?}"),
        Fact::Replanned(it) => {
            let entries = it.entries.iter().map(|it| format!("{} {}", it.exercise, it.level));
            let entries: Vec<_> = entries.collect();
            format!("replan {}-{} to {} {entries:?}", it.at, it.removed, it.steps.len())
        }
        Fact::Ended { ending } => format!("ended {ending:?}"),
    }
}

fn record(it: &Record) -> String {
    let Some(told) = it.session() else { return format!("{:?}", it.body) };
    let sets: Vec<_> = told
        .sets
        .iter()
        .map(|it| format!("{} {} {}", it.exercise, it.side, amount(it.done)))
        .collect();
    let (id, rev) = (it.id.as_u128(), it.rev);
    let around = told.pain;
    let pain = |it: Option<Pain>| it.map_or_else(|| "-".to_owned(), |it| it.to_string());
    let pain = format!("{}/{}", pain(around.before), pain(around.after));
    let note = if told.note.is_empty() { "" } else { ", noted" };
    format!(
        "{id} rev {rev} {:?} active {:?}: {} (pain {pain}{note})",
        told.ending,
        told.active,
        sets.join(", ")
    )
}
