//! Carrying a command out on the exercise's own file.

use super::super::change;
use super::super::fresh::short;
use super::super::path::Step::{At, Field};
use super::super::path::{Step, get};
use super::Around;
use super::bench::{Bench, exercise_file, text_in, word};
use super::command::{ExerciseCommand, LevelChange};
use super::figure;
use super::past::Files;
use crate::library::LevelSides;
use crate::library::source::{self, MOST_LEVEL};
use crate::ron::splice::{self, Edit, quoted};
use crate::ron::{Document, Node, Severity, Value};
use crate::units::Phase;

/// The longest reminder.
const REMINDER: usize = 100;
/// The tempo that reps get when they get one.
const TEMPO: &str = "(lift: 2, top: 1, lower: 2, bottom: 0)";

/// The files after a command; nothing when they cannot take it, or would be harder to read.
pub(super) fn out(
    id: &str,
    files: &Files,
    around: &Around,
    command: &ExerciseCommand,
) -> Option<Files> {
    let name = exercise_file(id);
    let mut bench = Bench { id, files: files.clone(), around };
    if let ExerciseCommand::Text(text) = command {
        bench.set_file(&name, text);
        return Some(bench.files);
    }
    let document = bench.document(&name)?;
    let newer = source::Exercise::read(&document).source.and_then(|it| it.schema);
    if newer.is_some_and(|it| it.value > source::SCHEMA) {
        return None;
    }
    carry(&mut bench, command)?;
    let unread =
        |it: &Document| it.found().iter().filter(|it| it.severity == Severity::Error).count();
    (unread(&bench.document(&name)?) <= unread(&document)).then_some(bench.files)
}

fn carry(bench: &mut Bench<'_>, command: &ExerciseCommand) -> Option<()> {
    match command {
        ExerciseCommand::Name(name) => {
            let names = [&[Field("name"), Field("long")], &[Field("name"), Field("short")]];
            let [long, brief] =
                names.map(|it| bench.exercise(it, |it| text_in(it).map(str::to_owned)));
            let follows = brief.is_none() || brief == long.map(|it| short(&it));
            bench.set(names[0], Some(&quoted(name)))?;
            if follows {
                bench.set(names[1], Some(&quoted(&short(name))))?;
            }
            Some(())
        }
        ExerciseCommand::ShortName(it) => {
            bench.set(&[Field("name"), Field("short")], Some(&quoted(it)))
        }
        ExerciseCommand::Why(it) => bench.set(&[Field("why")], Some(&quoted(it))),
        ExerciseCommand::Block(it) => bench.set(&[Field("block")], Some(&word(it))),
        ExerciseCommand::Muscle(it) => toggle(bench, &[Field("muscles")], &word(it)),
        ExerciseCommand::Level { at, change } => level(bench, place_of(bench, *at)?, change),
        ExerciseCommand::CopyLevel(at) => copy_level(bench, *at),
        ExerciseCommand::DropLevel(at) => {
            let at = place_of(bench, *at)?;
            bench.set(&[Field("levels"), At(at)], None)?;
            bench.tidy();
            Some(())
        }
        ExerciseCommand::Figure { level, change } => {
            let at = place_of(bench, *level)?;
            figure::carry(bench, at, change)?;
            bench.tidy();
            Some(())
        }
        ExerciseCommand::Text(_) => None,
    }
}

/// The place of a level among everything that stands in the list.
fn place_of(bench: &Bench<'_>, level: usize) -> Option<usize> {
    let document = bench.document(&exercise_file(bench.id))?;
    let span = source::Exercise::read(&document).source?.levels.get(level)?.span;
    let list = &splice::find(document.root()?, "levels")?.value;
    splice::elements(list)?.iter().position(|it| it.span == span)
}

/// Puts a word into a list, or takes it out.
fn toggle(bench: &mut Bench<'_>, path: &[Step<'_>], word: &str) -> Option<()> {
    let is_it = |it: &Node| matches!(&it.value, Value::Name(name) if name == word);
    let list = bench.exercise(path, |it| {
        let nodes = splice::elements(it)?;
        Some((nodes.iter().position(is_it), nodes.len()))
    });
    let (there, count) = list.unwrap_or((None, 0));
    let mut path = path.to_vec();
    path.push(At(there.unwrap_or(count)));
    bench.set(&path, if there.is_some() { None } else { Some(word) })
}

fn level(bench: &mut Bench<'_>, at: usize, change: &LevelChange) -> Option<()> {
    let mut set = |field: &str, value: Option<&str>| {
        bench.set(&[Field("levels"), At(at), Field(field)], value)
    };
    match change {
        LevelChange::Name(it) => set("name", Some(&quoted(it))),
        LevelChange::How(it) => set("how", Some(&quoted(it))),
        LevelChange::Position(it) => set("position", Some(&word(it))),
        LevelChange::Screen(it) => set("screen", Some(&word(it))),
        LevelChange::Equipment(it) => {
            toggle(bench, &[Field("levels"), At(at), Field("equipment")], &word(it))
        }
        LevelChange::Sides(it, line) => sides(bench, at, *it, line),
        LevelChange::SideLine(it) => words(bench, at, &[Field("side_line")], it),
        LevelChange::Setup(it) => words(bench, at, &[Field("setup")], it),
        LevelChange::Sets(low, high) => {
            let sets = if low < high { format!("({low}, {high})") } else { low.to_string() };
            bench.set(&[Field("levels"), At(at), Field("dose"), Field("sets")], Some(&sets))
        }
        LevelChange::Amount(amount) => {
            edit(bench, &[Field("levels"), At(at), Field("dose")], |text, dose| {
                change::amount(text, dose, Some(*amount))
            })?;
            if matches!(amount.kind, "hold" | "drill") {
                bench.set(&[Field("levels"), At(at), Field("tempo")], None)?;
            }
            Some(())
        }
        LevelChange::Phase(phase) => edit(bench, &[Field("levels"), At(at)], |text, level| {
            change::phase(text, level, *phase)
        }),
        LevelChange::OwnPace(own) => set("tempo", if *own { None } else { Some(TEMPO) }),
        LevelChange::Begins(phase) => {
            let begins = if *phase == Phase::Lower { Some("lower") } else { None };
            bench.set(&[Field("levels"), At(at), Field("tempo"), Field("begins")], begins)
        }
        LevelChange::Cue(index, words) => cue(bench, at, *index, words.as_deref()),
        LevelChange::ShortCue(index, words) => {
            own_cue(bench, at, *index)?;
            let path = [Field("levels"), At(at), Field("cues"), At(*index), Field("short")];
            bench.set(&path, Some(&quoted(words)))
        }
        LevelChange::Mistake(index, it) => {
            let path = [Field("levels"), At(at), Field("mistakes"), At(*index)];
            bench.set(&path, it.as_deref().map(quoted).as_deref())
        }
        LevelChange::StopIf(index, it) => {
            let path = [Field("levels"), At(at), Field("stop_if"), At(*index)];
            let Some(it) = it else { return bench.set(&path, None) };
            let [levels, level, list, sign] = path;
            bench.set(&[levels, level, list, sign, Field("text")], Some(&quoted(it)))
        }
        LevelChange::StopPain(index, it) => {
            let path = [Field("levels"), At(at), Field("stop_if"), At(*index), Field("pain")];
            bench.set(&path, it.map(|it| it.to_string()).as_deref())
        }
    }
}

/// Whether one side works at a time; then it is said what to do for one.
fn sides(bench: &mut Bench<'_>, at: usize, sides: LevelSides, line: &str) -> Option<()> {
    bench.set(&[Field("levels"), At(at), Field("sides")], Some(&word(sides)))?;
    figure::follow_sides(bench, at, sides)?;
    let path = [Field("levels"), At(at), Field("side_line")];
    let has_line = bench.exercise(&path, |_| Some(())).is_some();
    match sides {
        LevelSides::Both => bench.set(&path, None),
        LevelSides::Each | LevelSides::EachWay if has_line => Some(()),
        LevelSides::Each | LevelSides::EachWay => words(bench, at, &[Field("side_line")], line),
    }
}

/// Changes what a value holds by edits of its own.
fn edit(
    bench: &mut Bench<'_>,
    path: &[Step<'_>],
    edits: impl FnOnce(&str, &Node) -> Option<Vec<Edit>>,
) -> Option<()> {
    let name = exercise_file(bench.id);
    let document = bench.document(&name)?;
    let edits = edits(document.text(), get(document.root()?, path)?)?;
    let text = splice::apply(document.text(), edits)?;
    bench.set_file(&name, &text);
    Some(())
}

/// Words in full; the short ones follow where they did before.
fn words(bench: &mut Bench<'_>, at: usize, to: &[Step<'_>], words: &str) -> Option<()> {
    let path = |end| [&[Field("levels"), At(at)], to, &[Field(end)]].concat();
    let [long, brief] =
        ["long", "short"].map(|it| bench.exercise(&path(it), |it| text_in(it).map(str::to_owned)));
    let follows = brief.is_none() || brief == long.map(|it| reminder(&it));
    bench.set(&path("long"), Some(&quoted(words)))?;
    if follows { bench.set(&path("short"), Some(&quoted(&reminder(words)))) } else { Some(()) }
}

/// What fits of a sentence into a reminder.
fn reminder(words: &str) -> String {
    words.chars().take(REMINDER).collect()
}

fn cue(bench: &mut Bench<'_>, at: usize, index: usize, words: Option<&str>) -> Option<()> {
    let path = [Field("levels"), At(at), Field("cues"), At(index)];
    let Some(words) = words else { return bench.set(&path, None) };
    let is_new = bench.exercise(&path, |_| Some(())).is_none();
    if is_new {
        let (id, words, brief) = (cue_id(bench)?, quoted(words), quoted(&reminder(words)));
        let cue = format!("(id: \"{id}\", long: {words}, short: {brief})");
        return bench.set(&path, Some(&cue));
    }
    own_cue(bench, at, index)?;
    self::words(bench, at, &[Field("cues"), At(index)], words)
}

/// A cue that another level says too gets an id of its own before its words change: one id means the
/// same words in the whole exercise.
fn own_cue(bench: &mut Bench<'_>, at: usize, index: usize) -> Option<()> {
    let path = [Field("levels"), At(at), Field("cues"), At(index), Field("id")];
    let id = bench.exercise(&path, |it| text_in(it).map(str::to_owned));
    let shared = cue_ids(bench).iter().filter(|it| Some(*it) == id.as_ref()).count() > 1;
    if id.is_some() && !shared {
        return Some(());
    }
    let id = cue_id(bench)?;
    bench.set(&path, Some(&quoted(&id)))
}

fn cue_ids(bench: &Bench<'_>) -> Vec<String> {
    let document = bench.document(&exercise_file(bench.id));
    let source = document.and_then(|it| source::Exercise::read(&it).source);
    let cues = source.iter().flat_map(|it| &it.levels).flat_map(|it| &it.cues);
    cues.filter_map(|it| Some(it.id.as_ref()?.value.clone())).collect()
}

/// A cue id that the exercise does not have yet.
fn cue_id(bench: &Bench<'_>) -> Option<String> {
    let ids = cue_ids(bench);
    (1..=ids.len() + 1).map(|it| format!("own-{it}")).find(|it| !ids.contains(it))
}

/// A level once more, with the next number that is free, at the place where that belongs.
fn copy_level(bench: &mut Bench<'_>, level: usize) -> Option<()> {
    let at = place_of(bench, level)?;
    let document = bench.document(&exercise_file(bench.id))?;
    let source = source::Exercise::read(&document).source?;
    let numbers: Vec<u32> =
        source.levels.iter().filter_map(|it| it.number.map(|it| it.value)).collect();
    let own = source.levels.get(level)?.number.map_or(0, |it| it.value);
    let free = || (1..=MOST_LEVEL).filter(|it| !numbers.contains(it));
    let number = free().find(|it| own < *it).or_else(|| free().next_back())?;
    let before = source.levels.iter().position(|it| it.number.is_some_and(|it| number < it.value));
    let to = match before {
        Some(it) => place_of(bench, it)?,
        None => bench.exercise(&[Field("levels")], |it| Some(splice::elements(it)?.len()))?,
    };
    let copied = bench.exercise(&[Field("levels"), At(at)], |it| {
        document.text().get(it.span.start..it.span.end).map(str::to_owned)
    })?;
    edit(bench, &[Field("levels")], |text, list| splice::insert(text, list, to, &copied))?;
    bench.set(&[Field("levels"), At(to), Field("level")], Some(&number.to_string()))
}
