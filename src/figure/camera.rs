//! From space to the flat picture: a camera that looks at the figure from a little above.

use glam::{Vec2, Vec3, vec2, vec3};

/// How far away the camera stands, in body heights: near enough that a near limb is a little larger.
const DISTANCE: f32 = 6.0;

/// A direction to look from.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct View {
    /// Degrees about the vertical: 0 looks at the person's front, 90 at the right side (a standing
    /// person faces the right of the picture), -90 at the left side, 180 at the back.
    pub yaw: f32,
    /// Degrees from above: 0 is level, 90 looks straight down.
    pub pitch: f32,
}

impl View {
    /// The highest and the lowest a camera goes: never below the floor.
    pub const PITCH: std::ops::RangeInclusive<f32> = 0.0..=85.0;

    /// Looks from another direction, as a hand turns it: degrees to the right and up.
    #[must_use]
    pub fn turned(self, right: f32, up: f32) -> Self {
        Self {
            yaw: (self.yaw + right + 180.0).rem_euclid(360.0) - 180.0,
            pitch: (self.pitch + up).clamp(*Self::PITCH.start(), *Self::PITCH.end()),
        }
    }

    /// The view that shows the mirrored figure as the mirrored picture.
    #[must_use]
    pub fn mirrored(self) -> Self {
        Self { yaw: -self.yaw, ..self }
    }
}

/// A view turned into axes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Camera {
    right: Vec3,
    up: Vec3,
    /// From the figure to the camera.
    back: Vec3,
    /// The point it turns about.
    about: Vec3,
}

/// A point of the picture.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Seen {
    /// Right and down, in body heights.
    pub(super) at: Vec2,
    /// Nearness: greater is nearer to the camera, in body heights.
    pub(super) near: f32,
    /// How much larger than at the middle of the scene.
    pub(super) scale: f32,
}

impl Camera {
    /// A camera that looks at `about` from the direction of `view`.
    pub(super) fn new(view: View, about: Vec3) -> Self {
        let (yaw, pitch) = (view.yaw.to_radians(), view.pitch.to_radians());
        let back = vec3(yaw.cos() * pitch.cos(), pitch.sin(), yaw.sin() * pitch.cos());
        let right = vec3(yaw.sin(), 0.0, -yaw.cos());
        Self { right, up: back.cross(right), back, about }
    }

    /// Where a point of space appears.
    pub(super) fn see(&self, point: Vec3) -> Seen {
        let from = point - self.about;
        let near = self.back.dot(from);
        let scale = DISTANCE / (DISTANCE - near).max(0.5);
        Seen { at: vec2(self.right.dot(from), -self.up.dot(from)) * scale, near, scale }
    }

    /// The point that appears there, at this nearness.
    pub(super) fn place(&self, at: Vec2, near: f32) -> Vec3 {
        let flat = at * (DISTANCE - near).max(0.5) / DISTANCE;
        self.about + self.right * flat.x - self.up * flat.y + self.back * near
    }

    /// How long a short piece of this length and direction appears.
    pub(super) fn flattened(&self, piece: Vec3) -> f32 {
        vec2(self.right.dot(piece), self.up.dot(piece)).length()
    }

    /// The direction that is right in the picture.
    pub(super) const fn aside(&self) -> Vec3 {
        self.right
    }

    /// The direction from the figure to the camera along the floor.
    pub(super) fn flat_back(&self) -> Vec3 {
        vec3(self.back.x, 0.0, self.back.z).normalize_or(Vec3::X)
    }

    /// Whether a face at a point, looking outwards, can be seen; one that is seen edge-on is not.
    pub(super) fn looks_at(&self, at: Vec3, out: Vec3) -> bool {
        const EDGE_ON: f32 = 0.01;
        out.dot(self.back * DISTANCE - (at - self.about)) > EDGE_ON * DISTANCE
    }

    /// How much a direction points towards the camera, -1 to 1.
    pub(super) fn faces(&self, direction: Vec3) -> f32 {
        self.back.dot(direction)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_front_view_has_the_persons_right_on_the_left_and_the_side_view_faces_right() {
        let front = Camera::new(View { yaw: 0.0, pitch: 0.0 }, Vec3::ZERO);
        assert!(
            front.see(Vec3::Z).at.x < 0.0
                && front.see(Vec3::X).near > 0.0
                && front.see(Vec3::Y).at.y < 0.0
        );
        let side = Camera::new(View { yaw: 90.0, pitch: 0.0 }, Vec3::ZERO);
        assert!(side.see(Vec3::X).at.x > 0.0 && side.see(Vec3::Z).near > 0.0);
        let feet = Camera::new(View { yaw: 180.0, pitch: 0.0 }, Vec3::ZERO);
        assert!(feet.see(Vec3::Z).at.x > 0.0);
    }

    #[test]
    fn the_mirrored_view_shows_the_mirrored_point_as_the_mirrored_picture() {
        let view = View { yaw: 35.0, pitch: 20.0 };
        let point = vec3(0.3, 0.4, -0.2);
        let seen = Camera::new(view, Vec3::ZERO).see(point);
        let mirror = Camera::new(view.mirrored(), Vec3::ZERO).see(point * vec3(1.0, 1.0, -1.0));
        assert!((mirror.at - seen.at * vec2(-1.0, 1.0)).length() < 1e-6);
    }

    #[test]
    fn a_hand_never_turns_the_camera_below_the_floor() {
        let view = View { yaw: 170.0, pitch: 5.0 }.turned(20.0, -30.0);
        assert_eq!(view, View { yaw: -170.0, pitch: 0.0 });
    }
}
