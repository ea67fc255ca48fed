//! One picture of a movement: everything that was decided, put together.

use super::camera::{Camera, View};
use super::draw::draw;
use super::movement::{FigureTime, Movement, Posed};
use super::muscle::Muscle;
use super::scene::Scene;
use super::shape::Drawing;
use super::skeleton::{self, Bone};
use crate::units::{Side, Sides};
use glam::{Vec2, Vec3, vec3};

/// How far beside the figure its fault stands, in body heights.
const BESIDE: f32 = 0.62;

/// What to show.
#[derive(Debug, Clone, Copy)]
pub struct Picture<'p> {
    /// The movement.
    pub movement: &'p Movement,
    /// The movement that shows the fault beside it.
    pub ghost: Option<&'p Movement>,
    /// The hip that works.
    pub side: Sides,
    /// The moment.
    pub time: FigureTime,
    /// The muscles that glow.
    pub glow: &'p [Muscle],
    /// Where to look from; the view for the side that the movement is drawn for.
    pub view: View,
    /// How many corners a round outline has.
    pub fine: u16,
}

/// Where places of the body appear in a picture, in body heights.
#[derive(Debug, Clone, PartialEq)]
pub struct Landmarks {
    /// The corners of everything that the picture covers, as its drawing has them.
    pub frame: (Vec2, Vec2),
    /// The places, in the order in which they were asked for.
    pub at: Vec<Vec2>,
}

impl Picture<'_> {
    /// Where places appear that are given in a bone's own axes; for movements without a fault.
    pub fn landmarks(&self, places: &[(Bone, Vec3)]) -> Landmarks {
        let movement = self.movement;
        let posed = movement.posed(self.side, self.time);
        let camera = Camera::new(self.view, movement.middle() + posed.follow);
        let none = (Vec2::INFINITY, Vec2::NEG_INFINITY);
        let frame = movement.extent.iter().fold(none, |(low, high), ball| {
            let seen = camera.see(ball.at + posed.follow);
            let radius = ball.radius * seen.scale;
            (low.min(seen.at - radius), high.max(seen.at + radius))
        });
        let see = |it: &(Bone, Vec3)| camera.see(posed.frames.at(it.0, it.1)).at;
        Landmarks { frame, at: places.iter().map(see).collect() }
    }

    /// Draws it.
    pub fn draw(&self) -> Drawing {
        let movement = self.movement;
        let mirrored = movement.is_mirrored(self.side);
        let posed = movement.posed(self.side, self.time);
        let mirror = if mirrored { vec3(1.0, 1.0, -1.0) } else { Vec3::ONE };
        let view = if mirrored { self.view.mirrored() } else { self.view };
        let extent: Vec<_> = movement
            .extent
            .iter()
            .map(|it| {
                let at = it.at * mirror + posed.follow;
                super::body::Ball { at, ..*it }
            })
            .collect();
        let middle = movement.middle() * mirror + posed.follow;
        let camera = Camera::new(view, middle);
        let ghost = self.ghost.map(|it| beside(&posed, &it.posed(self.side, self.time), &camera));
        let mut wide = extent;
        if let Some(ghost) = &ghost {
            let by = camera.aside() * BESIDE;
            wide.extend(wide.clone().iter().map(|it| super::body::Ball { at: it.at + by, ..*it }));
            drop(ghost.clone());
        }
        let turned = |it: &super::scene::Mark| if mirrored { it.mirrored() } else { *it };
        let props: Vec<_> = movement
            .parts
            .props
            .iter()
            .map(|it| if mirrored { it.mirrored() } else { *it })
            .collect();
        draw(
            &Scene {
                frames: &posed.frames,
                ghost: ghost.as_ref().map(|it| &it.frames),
                props: &props,
                marks: &movement.parts.marks.iter().map(turned).collect::<Vec<_>>(),
                glow: &self.glowing(),
                band_rest: movement.band_rest,
                extent: &wide,
                follow: posed.follow,
                travel: movement.travel * mirror,
            },
            &camera,
            self.fine,
        )
    }

    /// The knee, and where the ankle would be if the shin leaned so many degrees from upright: more
    /// than 0 away from the other leg, less across it. For a thigh that lies along the floor.
    pub fn shin(&self, side: Side, degrees: &[f32]) -> (Vec2, Vec<Vec2>) {
        let movement = self.movement;
        let mirrored = movement.is_mirrored(self.side);
        let posed = movement.posed(self.side, self.time);
        let mirror = if mirrored { vec3(1.0, 1.0, -1.0) } else { Vec3::ONE };
        let view = if mirrored { self.view.mirrored() } else { self.view };
        let camera = Camera::new(view, movement.middle() * mirror + posed.follow);
        let knee = posed.frames.of(Bone::Shank(side)).origin;
        let away = skeleton::outward(side);
        let at = |degrees: &f32| {
            let (sin, cos) = degrees.to_radians().sin_cos();
            camera.see(knee + skeleton::SHANK * vec3(0.0, cos, away * sin)).at
        };
        (camera.see(knee).at, degrees.iter().map(at).collect())
    }

    /// The muscles with the sides on which they glow.
    fn glowing(&self) -> Vec<(Muscle, Side)> {
        let both =
            self.movement.parts.glows_on_both || self.movement.parts.drawn_for == Sides::Both;
        let side = self.side.one().or(self.movement.parts.drawn_for.one()).filter(|_| !both);
        let on = |it: &Muscle| match side {
            _ if it.is_central() => vec![(*it, Side::Right)],
            Some(side) => vec![(*it, side)],
            None => vec![(*it, Side::Left), (*it, Side::Right)],
        };
        self.glow.iter().flat_map(on).collect()
    }
}

/// A fault beside the right form: its feet on the same floor, its hips at the same place of the way.
fn beside(right: &Posed, fault: &Posed, camera: &Camera) -> Posed {
    let by = right.follow - fault.follow + camera.aside() * BESIDE;
    Posed {
        pose: fault.pose,
        root: fault.root + by,
        frames: fault.frames.moved(by),
        follow: right.follow,
    }
}
