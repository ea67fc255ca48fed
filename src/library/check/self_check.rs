//! A check file: its parts, what is done in them and what is read.

use std::collections::BTreeSet;

use super::exercise::{all_or_nothing, first_byte, stop_if};
use super::words::{NAME, PARAGRAPH, SHORT_CUE};
use super::{Check, ProblemKind};
use crate::library::source;
use crate::library::{
    CheckPart, CheckReading, CheckStep, CheckWord, Cue, Gate, LevelSides, ReadingOf, SelfCheck,
};
use crate::ron::{Spanned, nearest};

/// How often a part is done unless it says otherwise: a mean of three, or what is the same in two.
const USUAL_TIMES: u32 = 3;

/// The check of a file called `name`, whatever movements it names: see [`check_movements`].
pub fn self_check(source: &source::SelfCheck, name: &str, check: &mut Check) -> Option<SelfCheck> {
    check.schema(source.schema);
    let id = check.file_id(source.id.as_ref(), name);
    let names = check.name(source.name.as_ref());
    let about = check.text(source.about.as_ref(), PARAGRAPH);
    let before = check.texts(&source.before);
    let cannot_tell = check.text(source.cannot_tell.as_ref(), PARAGRAPH);
    let stop_if = source.stop_if.iter().filter_map(|it| stop_if(it, check)).collect();
    let sources = check.texts(&source.sources);
    let owner = id.as_deref().unwrap_or(name);
    if source.parts.is_empty() {
        check.follows(source.span, first_byte(source.span), ProblemKind::NoParts);
    } else if source.parts.iter().all(|it| it.readings.is_empty()) {
        check.follows(source.span, first_byte(source.span), ProblemKind::NoReadings);
    }
    if source.methods.is_empty() {
        check.follows(source.span, first_byte(source.span), ProblemKind::NoMethods);
    }
    let parts: Vec<_> = source.parts.iter().filter_map(|it| it.id.as_ref()).collect();
    repeated(&parts, check);
    let readings = source.parts.iter().flat_map(|it| &it.readings);
    repeated(&readings.filter_map(|it| it.what.as_ref()).collect::<Vec<_>>(), check);
    for gate in source.watches.iter().filter(|it| it.value == Gate::Spread) {
        check.error(gate.span, ProblemKind::SpreadWatched);
    }
    let parts = source.parts.iter().filter_map(|it| part(it, owner, check)).collect();
    let found = SelfCheck {
        id: id?,
        name: names?,
        about: about?,
        before,
        cannot_tell: cannot_tell?,
        stop_if,
        sources,
        equipment: source.equipment.iter().map(|it| it.value).collect(),
        methods: source.methods.iter().map(|it| it.value).collect(),
        asks: source.asks.iter().map(|it| it.value).collect(),
        helper: source.helper.map(|it| it.value).unwrap_or_default(),
        watches: source.watches.iter().map(|it| it.value).collect(),
        order: source.order.map(|it| it.value).unwrap_or_default(),
        parts,
    };
    (!check.has_errors()).then_some(found)
}

/// Notes every name that stands a second time.
fn repeated(names: &[&Spanned<String>], check: &mut Check) {
    let mut seen = BTreeSet::new();
    for name in names {
        if !seen.insert(name.value.as_str()) {
            check.error(name.span, ProblemKind::RepeatedName { name: name.value.clone() });
        }
    }
}

fn part(source: &source::CheckPart, owner: &str, check: &mut Check) -> Option<CheckPart> {
    let id = source.id.as_ref().and_then(|it| check.slug(it));
    let name = id.clone().unwrap_or_default();
    let id_of = |what: &str| format!("check.{owner}.{name}.{what}");
    let names = check.name(source.name.as_ref());
    let side_line = side_line(source, id_of("side"), check);
    let movement = source.movement.as_ref().map(|it| check.slug(it));
    let setup = check.sentence(source.setup.as_ref(), id_of("setup"));
    if source.steps.is_empty() && source.readings.is_empty() {
        check.follows(source.span, first_byte(source.span), ProblemKind::EmptyPart);
    }
    let steps = source.steps.iter().enumerate();
    let steps =
        steps.filter_map(|(at, it)| step(it, id_of(&format!("{}", at + 1)), check)).collect();
    let both = source.sides.is_none_or(|it| it.value == LevelSides::Both);
    let readings =
        source.readings.iter().filter_map(|it| reading(it, (both, &id_of), check)).collect();
    let sides = source.sides?;
    Some(CheckPart {
        id: id?,
        name: names?,
        sides: sides.value,
        side_line: side_line?,
        position: source.position?.value,
        screen: source.screen?.value,
        movement: all_or_nothing(movement)?,
        times: source.times.map_or(USUAL_TIMES, |it| it.value),
        setup: setup?,
        steps,
        readings,
    })
}

/// The side line that belongs to the part's sides: one for one side, none for both.
#[expect(clippy::option_option, reason = "left out, wrong and right are three things here")]
fn side_line(source: &source::CheckPart, id: String, check: &mut Check) -> Option<Option<Cue>> {
    let sides = source.sides?;
    match (&source.side_line, sides.value) {
        (_, LevelSides::EachWay) => {
            check.error(sides.span, ProblemKind::CheckEachWay);
            None
        }
        (None, LevelSides::Both) => Some(None),
        (None, LevelSides::Each) => {
            check.error(sides.span, ProblemKind::NoSideLine);
            None
        }
        (Some(words), LevelSides::Both) => {
            check.error(words.span, ProblemKind::SideLineOfBoth);
            None
        }
        (Some(words), LevelSides::Each) => check.side_line(words, id).map(Some),
    }
}

fn step(source: &source::CheckStep, id: String, check: &mut Check) -> Option<CheckStep> {
    let say = check.sentence(source.say.as_ref(), id);
    let movement = source.movement.as_ref().map(|it| check.slug(it));
    Some(CheckStep {
        length: source::duration(source.seconds?),
        say: say?,
        movement: all_or_nothing(movement)?,
    })
}

fn reading(
    source: &source::CheckReading,
    (part_of_both, id_of): (bool, &dyn Fn(&str) -> String),
    check: &mut Check,
) -> Option<CheckReading> {
    let what = source.what.as_ref().and_then(|it| name(it, check));
    let for_both = source.sides.is_some_and(|it| it.value == LevelSides::Both);
    if let Some(sides) = source.sides.filter(|_| for_both && !part_of_both) {
        check.error(sides.span, ProblemKind::ReadingOfBoth);
    }
    if let Some(sides) = source.sides.filter(|it| it.value == LevelSides::EachWay) {
        check.error(sides.span, ProblemKind::CheckEachWay);
    }
    let id = id_of(what.as_deref().unwrap_or_default());
    let ask = match &source.ask {
        Some(words) if !for_both => check.side_line(words, id),
        words => check.sentence(words.as_ref(), id),
    };
    let of = match (source.angle, &source.words) {
        (Some(lean), None) => Some(ReadingOf::Angle(lean.value)),
        (None, Some(words)) => choices(source, words, check).map(ReadingOf::Words),
        (Some(lean), Some(_)) => {
            check.error(lean.span, ProblemKind::AngleAndWords);
            None
        }
        (None, None) => {
            check.follows(source.span, first_byte(source.span), ProblemKind::NothingToRead);
            None
        }
    };
    Some(CheckReading { what: what?, for_both, ask: ask?, of: of? })
}

/// The name of a reading or of an answer: letters, digits, hyphens and lines below.
fn name(it: &Spanned<String>, check: &mut Check) -> Option<String> {
    let is_name = (1..=64).contains(&it.value.len())
        && it
            .value
            .bytes()
            .all(|it| it.is_ascii_lowercase() || it.is_ascii_digit() || matches!(it, b'-' | b'_'));
    if is_name {
        return Some(it.value.clone());
    }
    let instead = super::slug_of(&it.value);
    check.error(it.span, ProblemKind::BadId { id: it.value.clone(), instead });
    None
}

fn choices(
    source: &source::CheckReading,
    words: &[source::CheckWord],
    check: &mut Check,
) -> Option<Vec<CheckWord>> {
    if words.len() < 2 || 9 < words.len() {
        check.follows(source.span, first_byte(source.span), ProblemKind::FewWords);
        return None;
    }
    repeated(&words.iter().filter_map(|it| it.id.as_ref()).collect::<Vec<_>>(), check);
    let choices: Vec<_> = words
        .iter()
        .filter_map(|it| {
            let id = it.id.as_ref().and_then(|it| name(it, check));
            let label = check.text(it.label.as_ref(), NAME.min(SHORT_CUE));
            Some(CheckWord { id: id?, label: label? })
        })
        .collect();
    (choices.len() == words.len()).then_some(choices)
}

/// Whether the movements that show a check are there.
pub fn check_movements(
    source: &source::SelfCheck,
    movements: &BTreeSet<String>,
    check: &mut Check,
) {
    let ids: Vec<&str> = movements.iter().map(String::as_str).collect();
    for movement in source.movements().filter(|it| !movements.contains(&it.value)) {
        let id = movement.value.clone();
        let near = nearest(&id, &ids).map(str::to_owned);
        check.error(movement.span, ProblemKind::UnknownMovement { id, near });
    }
}
