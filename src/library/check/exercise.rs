//! An exercise file: its levels, doses and words.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;
use std::time::Duration;

use super::words::{NAME, PARAGRAPH};
use super::{Check, Known, ProblemKind};
use crate::library::source;
use crate::library::{
    Alternative, Amount, Cue, Dose, Exercise, Id, Instead, Level, LevelSides, Muscle, StopIf,
};
use crate::ron::{Span, Spanned, nearest};
use crate::units::{Phase, Tempo};

/// The exercise of a file called `name`, without what it refers to: see [`references`] and
/// [`movements`].
pub fn exercise(source: &source::Exercise, name: &str, check: &mut Check) -> Option<Exercise> {
    check.schema(source.schema);
    let id = check.file_id(source.id.as_ref(), name);
    let names = check.name(source.name.as_ref());
    let why = check.text(source.why.as_ref(), PARAGRAPH);
    let sources = check.texts(&source.sources);
    let aliases: Vec<Id> = source.aliases.iter().filter_map(|it| check.slug(it)).collect();
    let muscles: Vec<Muscle> = source.muscles.iter().map(|it| it.value).collect();
    let alternatives = source.alternatives.iter().filter_map(|it| alternative(it, check)).collect();
    if source.levels.is_empty() {
        check.follows(source.span, first_byte(source.span), ProblemKind::NoLevels);
    }
    let owner = id.as_deref().unwrap_or(name);
    let levels = source.levels.iter().filter_map(|it| level(it, owner, &muscles, check)).collect();
    level_numbers(&source.levels, check);
    cue_ids(&source.levels, check);
    let block = source.block?.value;
    let exercise = Exercise {
        id: id?,
        name: names?,
        block,
        muscles,
        aliases,
        why: why?,
        sources,
        alternatives,
        levels,
    };
    (!check.has_errors()).then_some(exercise)
}

/// Level numbers rise.
fn level_numbers(levels: &[source::Level], check: &mut Check) {
    let numbers: Vec<_> = levels.iter().filter_map(|it| it.number).collect();
    for pair in numbers.windows(2) {
        let [before, number] = pair else { continue };
        let (level, before) = (number.value, before.value);
        if before == level {
            check.error(number.span, ProblemKind::RepeatedLevel { level });
        } else if before > level {
            check.error(number.span, ProblemKind::LevelOrder { level, before });
        }
    }
}

/// A cue id stands once in a level, and for the same words in the whole exercise.
fn cue_ids(levels: &[source::Level], check: &mut Check) {
    let mut said: BTreeMap<&str, [Option<&str>; 2]> = BTreeMap::new();
    for level in levels {
        let mut here = BTreeSet::new();
        for cue in &level.cues {
            let Some(id) = &cue.id else { continue };
            let words = [&cue.words.long, &cue.words.short]
                .map(|it| it.as_ref().map(|it| it.value.as_str()));
            let same = *said.entry(&id.value).or_insert(words) == words;
            if !here.insert(&id.value) || !same {
                check.error(id.span, ProblemKind::RepeatedCue { id: id.value.clone() });
            }
        }
    }
}

fn level(
    source: &source::Level,
    exercise: &str,
    muscles: &[Muscle],
    check: &mut Check,
) -> Option<Level> {
    let number = source.number.map(|it| it.value as u8);
    let id = |part: &str| format!("{exercise}.{}.{part}", number.unwrap_or_default());
    let name = check.text(source.name.as_ref(), NAME);
    let side_line = side_line(source, id("side"), check);
    let dose = source.dose.as_ref().and_then(|it| dose(it, check));
    let counted = source.dose.as_ref().is_none_or(is_counted);
    let tempo = source.tempo.as_ref().map(|it| tempo(it, counted, check));
    let phase_words = source.phases.as_ref().map(|it| phase_words(it, check));
    let movement = source.movement.as_ref().map(|it| check.slug(it));
    let setup = check.sentence(source.setup.as_ref(), id("setup"));
    let how = check.text(source.how.as_ref(), PARAGRAPH);
    let cues = source.cues.iter().filter_map(|it| check.cue(it, exercise)).collect();
    let mistakes = check.texts(&source.mistakes);
    let stop_if = source.stop_if.iter().filter_map(|it| stop_if(it, check)).collect();
    let own: Vec<Muscle> = source.muscles.iter().map(|it| it.value).collect();
    Some(Level {
        number: number?,
        name: name?,
        sides: source.sides?.value,
        side_line: side_line?,
        position: source.position?.value,
        equipment: source.equipment.iter().map(|it| it.value).collect(),
        screen: source.screen?.value,
        dose: dose?,
        tempo: all_or_nothing(tempo)?,
        phase_words: all_or_nothing(phase_words)?,
        movement: all_or_nothing(movement)?,
        setup: setup?,
        how: how?,
        cues,
        mistakes,
        stop_if,
        muscles: if own.is_empty() { muscles.to_vec() } else { own },
    })
}

/// What may be left out, but not be wrong.
#[expect(clippy::option_option, reason = "left out, wrong and right are three things here")]
pub(super) fn all_or_nothing<T>(it: Option<Option<T>>) -> Option<Option<T>> {
    match it {
        None => Some(None),
        Some(None) => None,
        Some(Some(it)) => Some(Some(it)),
    }
}

/// The side line that belongs to the level's sides: one for one side, none for both.
#[expect(clippy::option_option, reason = "left out, wrong and right are three things here")]
fn side_line(source: &source::Level, id: String, check: &mut Check) -> Option<Option<Cue>> {
    let sides = source.sides?;
    match (&source.side_line, sides.value) {
        (None, LevelSides::Both) => Some(None),
        (None, LevelSides::Each | LevelSides::EachWay) => {
            check.error(sides.span, ProblemKind::NoSideLine);
            None
        }
        (Some(words), LevelSides::Both) => {
            check.error(words.span, ProblemKind::SideLineOfBoth);
            None
        }
        (Some(words), LevelSides::Each | LevelSides::EachWay) => {
            check.side_line(words, id).map(Some)
        }
    }
}

fn is_counted(dose: &source::Dose) -> bool {
    dose.amounts.iter().all(|it| it.ends.is_none_or(|it| it.0.count().is_some()))
        || dose.amounts.len() > 1
}

fn dose(source: &source::Dose, check: &mut Check) -> Option<Dose> {
    let sets = source.sets.and_then(|(low, high)| rising(low, high, check));
    let [amount] = source.amounts.as_slice() else {
        let what = match source.amounts.get(1) {
            None => ProblemKind::NoAmount,
            Some(_) => ProblemKind::ManyAmounts,
        };
        let place = source.amounts.get(1).map_or(first_byte(source.span), |it| it.span);
        check.follows(source.span, place, what);
        return None;
    };
    let (low, high) = amount.ends?;
    if size(low) > size(high) {
        check.error(amount.span, ProblemKind::LowAboveHigh);
        return None;
    }
    Some(Dose { sets: sets?, low, high })
}

fn rising(low: Spanned<u32>, high: Spanned<u32>, check: &mut Check) -> Option<RangeInclusive<u32>> {
    if low.value <= high.value {
        return Some(low.value..=high.value);
    }
    check.error(low.span.to(high.span), ProblemKind::LowAboveHigh);
    None
}

fn size(amount: Amount) -> Duration {
    amount.time().unwrap_or(Duration::from_secs(amount.count().unwrap_or_default().into()))
}

/// The opening bracket, for what is wrong with all that it opens.
pub(super) const fn first_byte(span: Span) -> Span {
    Span::new(span.start, span.start + 1)
}

/// The pace of something counted.
pub(super) fn tempo(source: &source::Tempo, counted: bool, check: &mut Check) -> Option<Tempo> {
    let [lift, top, lower, bottom] =
        source.phases.map(|it| it.map(source::duration).unwrap_or_default());
    let begins = source.begins.map_or(Phase::Lift, |it| it.value);
    let problem = if !counted {
        ProblemKind::TempoOfTime
    } else if (lift + top + lower + bottom).is_zero() {
        ProblemKind::NoTempo
    } else if matches!(begins, Phase::Top | Phase::Bottom) {
        ProblemKind::BeginsAtRest
    } else {
        return Some(Tempo::new(lift, top, lower, bottom, begins));
    };
    let begins = source.begins.filter(|_| problem == ProblemKind::BeginsAtRest);
    check.error(begins.map_or(source.span, |it| it.span), problem);
    None
}

/// Words for the phases; an empty one means that the phase has none.
fn phase_words(source: &[Option<Spanned<String>>; 4], check: &mut Check) -> Option<[String; 4]> {
    let mut words = [const { String::new() }; 4];
    let mut fit = true;
    for (word, source) in words.iter_mut().zip(source) {
        let Some(source) = source.as_ref().filter(|it| !it.value.is_empty()) else { continue };
        match check.text(Some(source), super::words::SHORT_NAME) {
            Some(it) => *word = it,
            None => fit = false,
        }
    }
    fit.then_some(words)
}

pub(super) fn stop_if(source: &source::StopIf, check: &mut Check) -> Option<StopIf> {
    let text = check.text(source.text.as_ref(), PARAGRAPH)?;
    Some(StopIf { text, pain: source.pain.map(|it| it.value as u8) })
}

fn alternative(source: &source::Alternative, check: &mut Check) -> Option<Alternative> {
    let note = check.text(source.note.as_ref(), PARAGRAPH);
    let hold_at_most = source.hold_seconds.map(source::duration);
    let skips = source.skip.is_some_and(|it| it.value);
    let (place, problem) = match (&source.exercise, source.level) {
        (Some(exercise), Some(level)) if !skips => {
            let instead =
                Instead::Swap { exercise: exercise.value.clone(), level: level.value as u8 };
            return Some(Alternative {
                when: source.when?.value,
                instead,
                hold_at_most,
                note: note?,
            });
        }
        (None, None) if skips || hold_at_most.is_some() => {
            let instead = if skips { Instead::Skip } else { Instead::Same };
            return Some(Alternative {
                when: source.when?.value,
                instead,
                hold_at_most,
                note: note?,
            });
        }
        (Some(exercise), _) if skips => (exercise.span, ProblemKind::SkipAndSwap),
        (Some(exercise), _) => (exercise.span, ProblemKind::ExerciseAlone),
        (None, Some(level)) => (level.span, ProblemKind::LevelAlone),
        (None, None) => (first_byte(source.span), ProblemKind::NoChange),
    };
    check.follows(source.span, place, problem);
    None
}

/// Whether what an exercise refers to is there, and what it calls itself is free.
pub fn references(source: &source::Exercise, known: Known<'_>, check: &mut Check) {
    let own = source.id.as_ref().map(|it| it.value.as_str());
    for alias in &source.aliases {
        let others = || known.exercises.values().filter(|it| Some(it.id.as_str()) != own);
        let leads = |it: &&Exercise| it.id == alias.value || it.aliases.contains(&alias.value);
        if let Some(other) = others().find(leads) {
            let (id, exercise) = (alias.value.clone(), other.id.clone());
            check.error(alias.span, ProblemKind::TakenAlias { id, exercise });
        }
    }
    for alternative in &source.alternatives {
        let (Some(id), Some(level)) = (&alternative.exercise, alternative.level) else { continue };
        check.level(id, level, known);
    }
}

/// Whether the movements that show an exercise are there.
pub fn movements(source: &source::Exercise, movements: &BTreeSet<Id>, check: &mut Check) {
    let ids: Vec<&str> = movements.iter().map(String::as_str).collect();
    for movement in source.levels.iter().filter_map(|it| it.movement.as_ref()) {
        if !movements.contains(&movement.value) {
            let id = movement.value.clone();
            let near = nearest(&id, &ids).map(str::to_owned);
            check.error(movement.span, ProblemKind::UnknownMovement { id, near });
        }
    }
}
