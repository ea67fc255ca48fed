//! A picture of a figure that is being posed: it stays where it is while a hand moves a part of it, and
//! a place in the picture can be told from a place in space and back.

use glam::{Vec2, Vec3, vec2};

use super::body::{Ball, Piece};
use super::camera::{Camera, View};
use super::draw::draw;
use super::posing::Posing;
use super::prop::{Prop, band_length};
use super::scene::Scene;
use super::shape::Drawing;

/// The least of the room that a study shows about its middle, body heights.
const LEAST: f32 = 0.56;
/// How much more room than the figure takes it shows, so that parts can be moved outwards.
const ROOM: f32 = 1.25;

/// What a picture of a posed figure shows.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Study {
    /// Where it is seen from.
    pub view: View,
    about: Vec3,
    radius: f32,
}

impl Study {
    /// The frame for a figure: its middle, and room round it.
    pub fn of(posing: &Posing, view: View) -> Self {
        let frames = posing.frames();
        let balls = Piece::ALL.iter().flat_map(|it| it.outline(&frames).balls);
        let (low, high) = balls.fold((Vec3::INFINITY, Vec3::NEG_INFINITY), |(low, high), it| {
            (low.min(it.at - it.radius), high.max(it.at + it.radius))
        });
        let about = low.midpoint(high);
        Self { view, about, radius: ((high - low).length() / 2.0 * ROOM).max(LEAST) }
    }

    /// The same seen from another direction.
    #[must_use]
    pub const fn seen_from(&self, view: View) -> Self {
        Self { view, about: self.about, radius: self.radius }
    }

    fn camera(&self) -> Camera {
        Camera::new(self.view, self.about)
    }

    /// Where a place appears, right and down, in body heights; and its nearness.
    pub fn see(&self, point: Vec3) -> (Vec2, f32) {
        let seen = self.camera().see(point);
        (seen.at, seen.near)
    }

    /// The place that appears there, at a nearness.
    pub fn place(&self, at: Vec2, near: f32) -> Vec3 {
        self.camera().place(at, near)
    }

    /// The direction towards the eye.
    pub fn nearer(&self) -> Vec3 {
        self.camera().place(Vec2::ZERO, 1.0) - self.about
    }

    /// The direction that is right in the picture, and the one that is up.
    pub fn across(&self) -> [Vec3; 2] {
        let camera = self.camera();
        [vec2(1.0, 0.0), vec2(0.0, -1.0)].map(|it| camera.place(it, 0.0) - self.about)
    }

    /// Draws the figure among things; `fine` is how many corners a round outline has.
    pub fn draw(&self, posing: &Posing, props: &[Prop], fine: u16) -> Drawing {
        let frames = posing.frames();
        let band =
            props.iter().find_map(|it| if let Prop::Band(at) = it { Some(*at) } else { None });
        let scene = Scene {
            frames: &frames,
            ghost: None,
            props,
            marks: &[],
            glow: &[],
            band_rest: band.map_or(0.0, |it| band_length(it, &frames) - 0.02),
            extent: &[Ball { at: self.about, radius: self.radius }],
            follow: Vec3::ZERO,
            travel: Vec3::ZERO,
        };
        draw(&scene, &self.camera(), fine)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figure::{Shelf, Stance};
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_place_in_the_picture_is_the_place_in_space(
            yaw in -180.0f32..180.0, pitch in 0.0f32..85.0,
            x in -0.8f32..0.8, y in 0.0f32..1.2, z in -0.8f32..0.8,
        ) {
            let shelf = Shelf::default();
            let (posing, _) = Posing::new(shelf.stance("stand").unwrap(), None, &[]);
            let study = Study::of(&posing, View { yaw, pitch });
            let point = Vec3::new(x, y, z);
            let (at, near) = study.see(point);
            prop_assert!(study.place(at, near).distance(point) < 1e-4);
        }
    }

    #[test]
    fn the_frame_stays_while_a_part_moves() {
        let shelf = Shelf::default();
        let stance: &Stance = shelf.stance("stand").unwrap();
        let (posing, _) = Posing::new(stance, None, &[]);
        let study = Study::of(&posing, View { yaw: 0.0, pitch: 10.0 });
        let hand = super::super::Handle::Hand(crate::units::Side::Left);
        let up = posing.moved(hand, posing.place(hand) + Vec3::Y * 0.6);
        let frame = |it: &Posing| study.draw(it, &[], 12).frame;
        assert_eq!(frame(&posing), frame(&up));
    }
}
