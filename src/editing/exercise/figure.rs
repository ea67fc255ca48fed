//! Carrying a command out on what the figure does: the movement of a level and its poses.
//!
//! A movement or a pose that is not this exercise's alone is copied before it is changed; the copy is
//! a file of the person's own with all that stood in the original, comments too.

use super::super::path::Step::{At, Field};
use super::super::path::{Step, get};
use super::bench::{Bench, exercise_file, movement_file, pose_file, text_in, word};
use super::command::{FigureChange, Touch, Way};
use super::stops::{self, Stop};
use super::things;
use crate::figure::contact::{Contact, Surface, Thing};
use crate::figure::source::{place_of, stance};
use crate::figure::{Channel, Pose, View};
use crate::library::{Id, LevelSides};
use crate::ron::splice::{self, elements, find, quoted};
use crate::ron::{Document, Node, Value};
use crate::units::{Phase, Side};

/// The pose that a movement of one's own begins with.
const STAND: &str = "stand";
/// Degrees by which an angle may differ and is the same as written.
const SAME: f32 = 0.05;

pub(super) fn carry(bench: &mut Bench<'_>, level: usize, change: &FigureChange) -> Option<()> {
    match change {
        FigureChange::Pick(id) => {
            let id = id.as_deref().map(quoted);
            bench.set(&[Field("levels"), At(level), Field("movement")], id.as_deref())
        }
        FigureChange::Fresh => fresh(bench, level).map(drop),
        FigureChange::Pose { stop, pose } => {
            let (movement, stops) = own_movement(bench, level)?;
            bench.put(&movement_file(&movement), &stops.get(*stop)?.path, Some(&quoted(pose)))
        }
        FigureChange::Way(way) => set_way(bench, level, *way),
        FigureChange::Angles { stop, pose } => {
            let id = own_pose(bench, level, *stop)?;
            angles(bench, &pose_file(&id), pose)
        }
        FigureChange::Touch { stop, touch } => {
            let id = own_pose(bench, level, *stop)?;
            set_touch(bench, &pose_file(&id), *touch)
        }
        FigureChange::Mirror(stop) => mirror(bench, level, *stop),
        FigureChange::Like { stop, of } => {
            let (_, stops) = own_movement(bench, level)?;
            let from = bench.text_of(&pose_file(&stops.get(*of)?.pose))?.to_owned();
            let id = own_pose(bench, level, *stop)?;
            let text = renamed(&from, &id)?;
            bench.set_file(&pose_file(&id), &text);
            Some(())
        }
        FigureChange::View(view) => {
            let (movement, _) = own_movement(bench, level)?;
            let View { yaw, pitch } = *view;
            let view = format!("(yaw: {}, pitch: {})", yaw.round(), pitch.round());
            bench.put(&movement_file(&movement), &[Field("views"), At(0)], Some(&view))
        }
        FigureChange::AddThing(kind) => things::add(bench, level, *kind),
        FigureChange::DropThing(at) => things::remove(bench, level, *at),
        FigureChange::PlaceThing { at, place, turn } => {
            things::place(bench, level, *at, (*place, *turn))
        }
    }
}

/// The sides of a level are others: a movement of its own is drawn for them.
pub(super) fn follow_sides(bench: &mut Bench<'_>, level: usize, sides: LevelSides) -> Option<()> {
    let Some(movement) = movement_of(bench, level).filter(|it| is_own(bench, level, it)) else {
        return Some(());
    };
    bench.put(&movement_file(&movement), &[Field("drawn_for")], Some(drawn_for(sides)))
}

const fn drawn_for(sides: LevelSides) -> &'static str {
    match sides {
        LevelSides::Both => "both",
        LevelSides::Each | LevelSides::EachWay => "left",
    }
}

/// The text of a movement or a pose under another id.
fn renamed(text: &str, id: &str) -> Option<String> {
    super::super::path::put(text, &[Field("id")], Some(&quoted(id)))
}

fn movement_of(bench: &Bench<'_>, level: usize) -> Option<Id> {
    let path = [Field("levels"), At(level), Field("movement")];
    bench.exercise(&path, |it| text_in(it).map(str::to_owned))
}

/// Whether a movement is a file of this exercise that no other level shows.
fn is_own(bench: &Bench<'_>, level: usize, movement: &str) -> bool {
    let levels = bench.exercise(&[Field("levels")], |it| Some(elements(it)?.len()));
    let others = (0..levels.unwrap_or_default()).filter(|it| *it != level);
    let shared = others.into_iter().any(|it| movement_of(bench, it).as_deref() == Some(movement));
    !shared && bench.files.contains_key(&movement_file(movement))
}

/// The movement of a level as a file of its own, with its stops.
pub(super) fn own_movement(bench: &mut Bench<'_>, level: usize) -> Option<(Id, Vec<Stop>)> {
    let id = match movement_of(bench, level) {
        None => fresh(bench, level)?,
        Some(id) if is_own(bench, level, &id) => id,
        Some(id) => {
            let Some(text) = bench.text_of(&movement_file(&id)).map(str::to_owned) else {
                return own_movement_anew(bench, level);
            };
            let own = free_movement(bench, level);
            let text = renamed(&text, &own)?;
            bench.set_file(&movement_file(&own), &text);
            show(bench, level, &own)?;
            own
        }
    };
    let stops = stops::stops(&bench.document(&movement_file(&id))?);
    Some((id, stops))
}

/// A fresh movement in place of one that is not there.
fn own_movement_anew(bench: &mut Bench<'_>, level: usize) -> Option<(Id, Vec<Stop>)> {
    let id = fresh(bench, level)?;
    let stops = stops::stops(&bench.document(&movement_file(&id))?);
    Some((id, stops))
}

fn free_movement(bench: &Bench<'_>, level: usize) -> Id {
    let number = bench.exercise(&[Field("levels"), At(level), Field("level")], |it| {
        if let Value::Number(it) = &it.value { Some(it.clone()) } else { None }
    });
    let wanted = format!("{}-{}", bench.id, number.unwrap_or_default());
    bench.free_id(&wanted, movement_file)
}

fn show(bench: &mut Bench<'_>, level: usize, movement: &str) -> Option<()> {
    bench.set(&[Field("levels"), At(level), Field("movement")], Some(&quoted(movement)))
}

/// A movement of two poses of its own. In a hold one goes from the first into the second.
fn fresh(bench: &mut Bench<'_>, level: usize) -> Option<Id> {
    let at = [Field("levels"), At(level)];
    let [levels, here] = at;
    let timed = bench.exercise(&[levels, here, Field("dose")], |it| {
        Some(find(it, "hold").is_some() || find(it, "drill").is_some())
    });
    let one_sided = bench.exercise(&[levels, here, Field("sides")], |it| {
        Some(!matches!(&it.value, Value::Name(it) if it == "both"))
    });
    let side = if one_sided.unwrap_or_default() { "left" } else { "both" };
    let id = free_movement(bench, level);
    let mut poses = Vec::new();
    for end in ["start", "end"] {
        let pose = bench.free_id(&format!("{id}-{end}"), pose_file);
        let text = renamed(bench.text_of(&pose_file(STAND))?, &pose)?;
        bench.set_file(&pose_file(&pose), &text);
        poses.push(pose);
    }
    let [start, end] = poses.as_slice() else { return None };
    let begins_low = bench.exercise(&[levels, here, Field("tempo"), Field("begins")], |it| {
        matches!(&it.value, Value::Name(it) if it == "lower").then_some(())
    });
    let way = match (timed, begins_low) {
        (Some(true), _) => Way::Hold,
        (_, Some(())) => Way::Reps { to: Phase::Lower, back: Phase::Lift },
        _ => Way::Reps { to: Phase::Lift, back: Phase::Lower },
    };
    let (field, course) = course(way, start, end);
    let text = format!(
        "(\n    schema: 1,\n    id: \"{id}\",\n    drawn_for: {side},\n    \
         views: [(yaw: 60, pitch: 12)],\n    {field}: {course},\n)\n"
    );
    bench.set_file(&movement_file(&id), &text);
    show(bench, level, &id)?;
    Some(id)
}

/// The field and the value of a movement of two poses.
fn course(way: Way, start: &str, end: &str) -> (&'static str, String) {
    let (start, end) = (quoted(start), quoted(end));
    match way {
        Way::Hold => ("hold", format!("(rest: {start}, enter: [{end}])")),
        Way::Reps { to, back } => {
            let low = matches!(to, Phase::Lower | Phase::Bottom);
            let begins = if low { "begins: lower, " } else { "" };
            ("reps", format!("({begins}{}: [{end}], {}: [{start}])", word(to), word(back)))
        }
    }
}

fn set_way(bench: &mut Bench<'_>, level: usize, way: Way) -> Option<()> {
    let (movement, stops) = own_movement(bench, level)?;
    stops::way(&stops)?;
    let [start, end] = stops.as_slice() else { return None };
    let (field, value) = course(way, &start.pose, &end.pose);
    let name = movement_file(&movement);
    let document = bench.document(&name)?;
    let root = document.root()?;
    let there = find(root, "reps").or_else(|| find(root, "hold"))?;
    let edits = vec![
        splice::Edit { at: there.name.span, with: field.to_owned() },
        splice::Edit { at: there.value.span, with: value },
    ];
    let text = splice::apply(document.text(), edits)?;
    bench.set_file(&name, &text);
    Some(())
}

/// The pose of a stop as a file of this movement alone.
fn own_pose(bench: &mut Bench<'_>, level: usize, stop: usize) -> Option<Id> {
    let (movement, stops) = own_movement(bench, level)?;
    let pose = stops.get(stop)?.pose.clone();
    let name = pose_file(&pose);
    let sign = quoted(&pose);
    let of_movement = movement_file(&movement);
    let elsewhere = bench.files.iter().filter(|it| *it.0 != of_movement && *it.0 != name);
    let shared = elsewhere.into_iter().any(|it| it.1.contains(&sign));
    // Two stops that share a pose come apart when one of them is posed.
    let twice = stops.iter().filter(|it| it.pose == pose).count() > 1 && stops.len() == 2;
    if bench.files.contains_key(&name) && !shared && !twice {
        return Some(pose);
    }
    let text = bench.text_of(&name)?.to_owned();
    let last = stops.len().checked_sub(1);
    let end = match stop {
        0 => "start".to_owned(),
        it if Some(it) == last => "end".to_owned(),
        it => (it + 1).to_string(),
    };
    let own = bench.free_id(&format!("{movement}-{end}"), pose_file);
    let text = renamed(&text, &own)?;
    bench.set_file(&pose_file(&own), &text);
    for (at, it) in stops.iter().enumerate().filter(|it| it.1.pose == pose) {
        if !twice || at == stop {
            bench.put(&of_movement, &it.path, Some(&quoted(&own)))?;
        }
    }
    Some(own)
}

/// Writes the angles that are others now.
fn angles(bench: &mut Bench<'_>, name: &str, pose: &Pose) -> Option<()> {
    let before = stance(&bench.document(name)?).0?.pose;
    for channel in Channel::all() {
        let (was, is) = (before.get(channel), tenth(pose.get(channel)));
        if (was - is).abs() < SAME {
            continue;
        }
        let path: Vec<Step<'_>> = place_of(channel).iter().map(|it| Field(it)).collect();
        bench.put(name, &path, Some(&is.to_string()))?;
    }
    Some(())
}

/// To a tenth, and never "-0".
fn tenth(degrees: f32) -> f32 {
    (degrees * 10.0).round() / 10.0 + 0.0
}

/// What a list of contacts says of a touch: the entry, and whether it stands for both sides.
fn entry(list: &Node, touch: Touch) -> Option<(usize, bool)> {
    let part = word(touch.part);
    let named = |it: &Node, field: &str, name: &str| {
        find(it, field).is_some_and(|it| matches!(&it.value.value, Value::Name(it) if it == name))
    };
    let nodes = elements(list)?;
    let side = touch.side.to_string();
    let fits = |it: &Node| {
        named(it, "part", &part)
            && (!touch.part.is_paired() || named(it, "side", &side) || named(it, "side", "both"))
    };
    let at = nodes.iter().position(fits)?;
    Some((at, nodes.get(at).is_some_and(|it| named(it, "side", "both"))))
}

/// Puts a contact into the list of a pose, or takes it out. The anchor is one of those that are left.
fn set_touch(bench: &mut Bench<'_>, name: &str, touch: Touch) -> Option<()> {
    let document = bench.document(name)?;
    let list = get(document.root()?, &[Field("touches")]);
    let there = list.and_then(|it| entry(it, touch));
    let count = list.and_then(elements).map_or(0, <[Node]>::len);
    match there {
        None => {
            let contact = contact_text(touch);
            bench.put(name, &[Field("touches"), At(count)], Some(&contact))?;
        }
        Some((at, true)) => {
            let other = touch.side.other().to_string();
            bench.put(name, &[Field("touches"), At(at), Field("side")], Some(&other))?;
        }
        // Something always holds the body in its place.
        Some(_) if count == 1 => return None,
        Some((at, false)) => bench.put(name, &[Field("touches"), At(at)], None)?,
    }
    hold_on(bench, name)
}

fn contact_text(Touch { part, side, on }: Touch) -> String {
    let part_word = word(part);
    let side = if part.is_paired() { format!(", side: {side}") } else { String::new() };
    let on = on.map(|it: Thing| format!(", on: {}", word(it))).unwrap_or_default();
    format!("(part: {part_word}{side}{on})")
}

/// An anchor that no longer touches is taken out: then the first contact is it.
fn hold_on(bench: &mut Bench<'_>, name: &str) -> Option<()> {
    let (read, _) = stance(&bench.document(name)?);
    if read.is_none() {
        bench.put(name, &[Field("anchor")], None)?;
    }
    Some(())
}

/// Swaps left and right in a pose: its angles and what it touches.
fn mirror(bench: &mut Bench<'_>, level: usize, stop: usize) -> Option<()> {
    let id = own_pose(bench, level, stop)?;
    let name = pose_file(&id);
    let before = stance(&bench.document(&name)?).0?;
    angles(bench, &name, &before.pose.mirrored())?;
    let document = bench.document(&name)?;
    let is_sided = |it: &Contact| it.part.is_paired() || matches!(it.on, Surface::Body(_));
    if !before.contacts.iter().any(is_sided) {
        return Some(());
    }
    let mut edits = Vec::new();
    let list = get(document.root()?, &[Field("touches")]).and_then(elements).unwrap_or_default();
    let anchor = find(document.root()?, "anchor").map(|it| &it.value);
    for node in list.iter().chain(anchor) {
        for field in ["side", "of"] {
            let Some(side) = find(node, field).map(|it| &it.value) else { continue };
            let is = |name: &str| matches!(&side.value, Value::Name(it) if it == name);
            let other = if is("left") {
                Side::Right
            } else if is("right") {
                Side::Left
            } else {
                continue;
            };
            edits.push(splice::Edit { at: side.span, with: other.to_string() });
        }
    }
    let text = splice::apply(document.text(), edits)?;
    bench.set_file(&name, &text);
    Some(())
}

/// The document of a level's movement, wherever it is from.
pub(super) fn document(bench: &Bench<'_>, level: usize) -> Option<Document> {
    let id = movement_of(bench, level)?;
    Some(Document::read(bench.text_of(&movement_file(&id))?.as_bytes()))
}

/// Everything of the exercise's own that its text names, and what that names in turn.
pub(super) fn named_files(bench: &mut Bench<'_>, is_own: impl Fn(&str) -> bool) {
    let mut waiting = vec![exercise_file(bench.id)];
    while let Some(name) = waiting.pop() {
        let Some(text) = bench.files.get(&name).cloned() else { continue };
        let needed: Vec<(String, String)> = bench
            .around
            .iter()
            .filter(|it| is_own(it.0) && !bench.files.contains_key(it.0))
            .filter(|it| {
                let stem = it.0.split_once('/').map_or("", |it| it.1).trim_end_matches(".ron");
                text.contains(&quoted(stem))
            })
            .map(|it| (it.0.clone(), it.1.clone()))
            .collect();
        for (name, text) in needed {
            bench.set_file(&name, &text);
            waiting.push(name);
        }
    }
}
