//! What hides what: the order in which solids are painted, farthest first.
//!
//! Solids that overlap in the picture are compared two by two. A box and anything outside it are
//! compared by the face that lies between them, which is exact; round things are compared where they
//! overlap, by the balls they are made of. What does not overlap has no order. A ring of three that
//! hide each other is broken at the farthest.

use glam::{Vec2, Vec3};

use super::camera::{Camera, Seen};

/// Something solid in the picture.
#[derive(Debug, Clone, Default)]
pub(super) struct Solid {
    /// Points or balls on it, close enough together that nothing slips between them.
    pub(super) samples: Vec<Sample>,
    /// The faces of a box: a point on the face and the direction outwards. Empty for round things.
    pub(super) faces: Vec<(Vec3, Vec3)>,
    /// Paint it only after the solids of these numbers.
    pub(super) after: Vec<usize>,
}

/// A ball of a solid, in space and in the picture.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sample {
    pub(super) at: Vec3,
    pub(super) seen: Seen,
    pub(super) radius: f32,
}

/// How deep flesh may press into a cushion or a seat and still count as outside of it.
const SOFT: f32 = 0.03;

impl Solid {
    /// The mean nearness.
    pub(super) fn near(&self) -> f32 {
        let sum: f32 = self.samples.iter().map(|it| it.seen.near).sum();
        sum / (self.samples.len().max(1)) as f32
    }

    fn bounds(&self) -> (Vec2, Vec2) {
        self.samples.iter().fold((Vec2::INFINITY, Vec2::NEG_INFINITY), |(low, high), it| {
            let reach = Vec2::splat(it.radius * it.seen.scale);
            (low.min(it.seen.at - reach), high.max(it.seen.at + reach))
        })
    }

    /// The face of this box that has all of the other solid outside of it, if there is one.
    fn face_towards(&self, other: &Self) -> Option<Vec3> {
        let clear = |(at, out): (Vec3, Vec3)| {
            let least = other
                .samples
                .iter()
                .map(|it| out.dot(it.at - at) - it.radius)
                .fold(f32::INFINITY, f32::min);
            (least, out)
        };
        let best = self.faces.iter().copied().map(clear).max_by(|a, b| a.0.total_cmp(&b.0))?;
        (best.0 > -SOFT).then_some(best.1)
    }
}

/// Whether the first hides the second (positive), is hidden by it (negative), or neither (zero).
fn compare(first: &Solid, second: &Solid, camera: &Camera) -> f32 {
    if let Some(face) = second.face_towards(first) {
        return camera.faces(face);
    }
    if let Some(face) = first.face_towards(second) {
        return -camera.faces(face);
    }
    let mut lead = 0.0;
    for a in &first.samples {
        for b in &second.samples {
            let reach = a.radius + b.radius;
            let apart = a.seen.at.distance_squared(b.seen.at);
            // Few overlap: no root is taken for the others.
            if apart < reach * reach {
                lead += (reach - apart.sqrt()) * (a.seen.near - b.seen.near);
            }
        }
    }
    lead
}

/// The numbers of the solids, farthest first.
pub(super) fn order(solids: &[Solid], camera: &Camera) -> Vec<usize> {
    let bounds: Vec<_> = solids.iter().map(Solid::bounds).collect();
    let apart = |a: (Vec2, Vec2), b: (Vec2, Vec2)| a.0.cmpgt(b.1).any() || b.0.cmpgt(a.1).any();
    // For every solid, those that have to be painted before it.
    let mut before: Vec<Vec<usize>> = solids.iter().map(|it| it.after.clone()).collect();
    for (i, (first, a)) in solids.iter().zip(&bounds).enumerate() {
        for (j, (second, b)) in solids.iter().zip(&bounds).enumerate().take(i) {
            if apart(*a, *b) || first.after.contains(&j) || second.after.contains(&i) {
                continue;
            }
            let lead = compare(first, second, camera);
            let (front, back) = if lead > 0.0 { (i, j) } else { (j, i) };
            if lead != 0.0
                && let Some(list) = before.get_mut(front)
            {
                list.push(back);
            }
        }
    }
    let mut waiting: Vec<usize> = (0..solids.len()).collect();
    let near: Vec<f32> = solids.iter().map(Solid::near).collect();
    waiting.sort_by(|a, b| near.get(*a).unwrap_or(&0.0).total_cmp(near.get(*b).unwrap_or(&0.0)));
    let mut done = Vec::with_capacity(solids.len());
    let mut is_done = vec![false; solids.len()];
    while !waiting.is_empty() {
        let all_done =
            |list: &[usize]| list.iter().all(|it| is_done.get(*it).copied().unwrap_or(false));
        let free = |it: &usize| before.get(*it).is_none_or(|list| all_done(list));
        let forced = |it: &usize| solids.get(*it).is_none_or(|solid| all_done(&solid.after));
        let next =
            waiting.iter().position(free).or_else(|| waiting.iter().position(forced)).unwrap_or(0);
        let next = waiting.remove(next);
        done.push(next);
        is_done.get_mut(next).into_iter().for_each(|it| *it = true);
    }
    done
}
