//! The edits for one value of an item, a block or a prescription.

use super::command::{AmountChange, BlockChange, ItemChange, Often, PhaseChange};
use crate::library::{ItemSides, Order, Priority};
use crate::ron::splice::{self, Edit, find, quoted, remove_field, set_field};
use crate::ron::{Node, Value};
use crate::units::{Phase, Side};

/// The fields of an item that say how much.
const AMOUNTS: [&str; 5] = ["hold", "reps", "steps", "reaches", "drill"];

/// The edits for a value of an item.
pub(super) fn item(text: &str, item: &Node, change: &ItemChange) -> Option<Vec<Edit>> {
    let set = |name: &str, value: Option<String>| match value {
        Some(it) => set_field(text, item, name, &it),
        None => remove_field(text, item, name),
    };
    match change {
        ItemChange::Level(it) => set("level", Some(it.to_string())),
        ItemChange::Sets(it) => set("sets", it.map(|it| it.to_string())),
        ItemChange::Amount(it) => amount(text, item, *it),
        ItemChange::Phase(it) => phase(text, item, *it),
        ItemChange::UsualTempo => pace(text, item, None),
        ItemChange::OwnPace(it) => pace(text, item, it.then_some("true")),
        ItemChange::Rest(it) => set("rest", it.map(|it| it.to_string())),
        ItemChange::Sides(it) => set("sides", it.map(|it| sides_word(it).to_owned())),
        ItemChange::First(it) => set("first", it.map(|it| side_word(it).to_owned())),
        ItemChange::ExtraSet(it) => set("extra_set", it.map(|it| side_word(it).to_owned())),
        ItemChange::Priority(Priority::Normal) => set("priority", None),
        ItemChange::Priority(it) => set("priority", Some(priority_word(*it).to_owned())),
        ItemChange::Note(it) => set("note", it.as_deref().map(quoted)),
        ItemChange::Cue { index, words } => cue(text, item, *index, words),
        ItemChange::CueBy { index, by } => {
            let cue = splice::elements(&find(item, "cues")?.value)?.get(*index)?;
            match by {
                Some(by) => set_field(text, cue, "by", &quoted(by)),
                None => remove_field(text, cue, "by"),
            }
        }
        ItemChange::NoCue(index) => {
            let list = &find(item, "cues")?.value;
            if splice::elements(list)?.len() == 1 && *index == 0 {
                set("cues", None)
            } else {
                splice::remove(text, list, *index)
            }
        }
    }
}

/// How much: the field that stands there is written over, even if it is of another kind.
pub(super) fn amount(text: &str, item: &Node, change: Option<AmountChange>) -> Option<Vec<Edit>> {
    let there = AMOUNTS.iter().find_map(|it| find(item, it));
    let Some(AmountChange { kind, low, high }) = change else {
        return there.map_or(Some(Vec::new()), |it| remove_field(text, item, &it.name.value));
    };
    let value = match high.filter(|it| *it > low) {
        Some(high) => format!("({low}, {high})"),
        None => low.to_string(),
    };
    let Some(field) = there else { return set_field(text, item, kind, &value) };
    let mut edits = vec![Edit { at: field.value.span, with: value }];
    if field.name.value != kind {
        edits.push(Edit { at: field.name.span, with: kind.to_owned() });
    }
    Some(edits)
}

/// One phase of the tempo. An item without a tempo of its own gets all the phases it has now.
pub(super) fn phase(text: &str, item: &Node, change: PhaseChange) -> Option<Vec<Edit>> {
    let PhaseChange { tempo: now, phase, seconds: new } = change;
    if let Some(field) = find(item, "tempo") {
        return set_field(text, &field.value, phase_word(phase), &seconds(new));
    }
    let lengths = Phase::ALL.map(|it| {
        let length = if it == phase { new } else { now.phase(it).as_secs_f64() };
        format!("{}: {}", phase_word(it), seconds(length))
    });
    let begins = if now.begins() == Phase::Lower { ", begins: lower" } else { "" };
    let tempo = format!("({}{begins})", lengths.join(", "));
    match find(item, "own_pace") {
        // One or the other: the tempo takes the place of the person's own pace.
        Some(own) => Some(vec![
            Edit { at: own.name.span, with: "tempo".to_owned() },
            Edit { at: own.value.span, with: tempo },
        ]),
        None => set_field(text, item, "tempo", &tempo),
    }
}

/// The person's own pace in place of a tempo, or neither.
fn pace(text: &str, item: &Node, own: Option<&str>) -> Option<Vec<Edit>> {
    let there = find(item, "tempo").or_else(|| find(item, "own_pace"));
    match (own, there) {
        (None, None) => Some(Vec::new()),
        (None, Some(field)) => remove_field(text, item, &field.name.value),
        (Some(it), None) => set_field(text, item, "own_pace", it),
        (Some(it), Some(field)) => Some(vec![
            Edit { at: field.name.span, with: "own_pace".to_owned() },
            Edit { at: field.value.span, with: it.to_owned() },
        ]),
    }
}

/// The words of a cue. The reminder is what fits of them; a new cue gets an id that none there has.
fn cue(text: &str, item: &Node, index: usize, words: &str) -> Option<Vec<Edit>> {
    let list = find(item, "cues").map(|it| &it.value);
    let cues = list.and_then(splice::elements).unwrap_or_default();
    let reminder: String = words.chars().take(100).collect();
    if let Some(cue) = cues.get(index) {
        let mut edits = set_field(text, cue, "long", &quoted(words))?;
        edits.extend(set_field(text, cue, "short", &quoted(&reminder))?);
        return Some(edits);
    }
    let is_taken = |id: &str| {
        let id_of = |it: &Node| match &find(it, "id").map(|it| &it.value.value) {
            Some(Value::Text(it)) => it == id,
            _ => false,
        };
        cues.iter().any(id_of)
    };
    let id = (1..=cues.len() + 1).map(|it| format!("own-{it}")).find(|it| !is_taken(it))?;
    let cue = format!("(id: \"{id}\", long: {}, short: {})", quoted(words), quoted(&reminder));
    match list {
        Some(list) => splice::insert(text, list, cues.len(), &cue),
        None => set_field(text, item, "cues", &format!("[{cue}]")),
    }
}

/// The edits for a value of a block.
pub(super) fn block(text: &str, block: &Node, change: &BlockChange) -> Option<Vec<Edit>> {
    match change {
        BlockChange::Title(it) => set_field(text, block, "title", &quoted(it)),
        BlockChange::Rounds(1) => remove_field(text, block, "rounds"),
        BlockChange::Rounds(it) => set_field(text, block, "rounds", &it.to_string()),
        BlockChange::Order(Order::Straight) => remove_field(text, block, "order"),
        BlockChange::Order(Order::Circuit) => set_field(text, block, "order", "circuit"),
        BlockChange::EachBlock(true) => set_field(text, block, "sides", "each_block"),
        BlockChange::EachBlock(false) => remove_field(text, block, "sides"),
    }
}

/// The fields that say how often; what contradicts the new one goes.
pub(super) fn often(often: &Often) -> Vec<(&'static str, Option<String>)> {
    match often {
        Often::Day(it) => vec![("a_day", it.map(|it| it.to_string()))],
        Often::Week(it) => vec![("a_week", it.map(|it| it.to_string())), ("days", None)],
        Often::Days(days) => {
            let words: Vec<_> = days.iter().map(|it| it.word()).collect();
            let list = (!days.is_empty()).then(|| format!("[{}]", words.join(", ")));
            vec![("a_week", None), ("days", list)]
        }
    }
}

/// Seconds to the tenth, as a person writes them.
fn seconds(seconds: f64) -> String {
    ((seconds * 10.0).round() / 10.0).to_string()
}

const fn phase_word(phase: Phase) -> &'static str {
    match phase {
        Phase::Lift => "lift",
        Phase::Top => "top",
        Phase::Lower => "lower",
        Phase::Bottom => "bottom",
    }
}

const fn side_word(side: Side) -> &'static str {
    match side {
        Side::Left => "left",
        Side::Right => "right",
    }
}

const fn sides_word(sides: ItemSides) -> &'static str {
    match sides {
        ItemSides::EachSet => "each_set",
        ItemSides::EachExercise => "each_exercise",
        ItemSides::Left => "left",
        ItemSides::Right => "right",
        ItemSides::Both => "both",
    }
}

const fn priority_word(priority: Priority) -> &'static str {
    match priority {
        Priority::Key => "key",
        Priority::Normal => "normal",
        Priority::Optional => "optional",
    }
}
