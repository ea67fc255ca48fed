//! Carrying a command out on the things round the figure: a chair, a wall, a mat.

use super::super::path::Step::{At, Field};
use super::bench::{Bench, movement_file, word};
use super::figure::own_movement;
use crate::figure::source::PropKind;
use crate::ron::splice::elements;

/// The most things round a figure; more than anyone could tell apart.
const MOST: usize = 12;

/// Puts a thing where such a thing usually stands.
pub(super) fn add(bench: &mut Bench<'_>, level: usize, kind: PropKind) -> Option<()> {
    let (movement, _) = own_movement(bench, level)?;
    let name = movement_file(&movement);
    let count = count(bench, &name);
    let at = kind.usual_place().map(|(x, z)| format!(", x: {x}, z: {z}")).unwrap_or_default();
    let thing = format!("(thing: {}{at})", word(kind));
    if count < MOST { bench.put(&name, &[Field("things"), At(count)], Some(&thing)) } else { None }
}

/// Takes a thing away.
pub(super) fn remove(bench: &mut Bench<'_>, level: usize, at: usize) -> Option<()> {
    let (movement, _) = own_movement(bench, level)?;
    let name = movement_file(&movement);
    let count = count(bench, &name);
    if at >= count {
        return None;
    }
    let whole = count == 1;
    let path = [Field("things"), At(at)];
    bench.put(&name, if whole { &path[..1] } else { &path }, None)
}

/// Puts a thing elsewhere: to a hundredth of a body height, and to a whole degree.
pub(super) fn place(
    bench: &mut Bench<'_>,
    level: usize,
    at: usize,
    ((x, z), turn): ((f32, f32), f32),
) -> Option<()> {
    let (movement, _) = own_movement(bench, level)?;
    let name = movement_file(&movement);
    if at >= count(bench, &name) {
        return None;
    }
    // Never "-0".
    let rounded = |it: f32| ((it * 1000.0).round() / 1000.0 + 0.0).to_string();
    for (field, value) in [("x", rounded(x)), ("z", rounded(z)), ("turn", rounded(turn.round()))] {
        let path = [Field("things"), At(at), Field(field)];
        bench.put(&name, &path, Some(&value))?;
    }
    Some(())
}

fn count(bench: &Bench<'_>, name: &str) -> usize {
    let list = bench.document(name).and_then(|it| {
        let things = super::super::path::get(it.root()?, &[Field("things")])?;
        Some(elements(things)?.len())
    });
    list.unwrap_or_default()
}
