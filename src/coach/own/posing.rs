//! The figure of an exercise under the hand: a part dragged or nudged, a joint turned.

use glam::Vec3;

use super::OwnEditor;
use crate::editing::{ExerciseCommand, FigureChange};
use crate::figure::{Channel, Handle, Pose, Posing, Study, View};
use crate::units::Now;

/// Where one looks from when a movement does not say.
const USUAL: View = View { yaw: 40.0, pitch: 12.0 };

/// A part that is being dragged.
#[derive(Debug, Clone, PartialEq)]
pub struct Drag {
    /// The part.
    pub handle: Handle,
    /// The figure as it was taken hold of: every place that the hand comes to is asked of it, so that
    /// a hand that goes back takes the figure back too.
    pub base: Posing,
    /// The figure as it is.
    pub now: Posing,
}

impl OwnEditor {
    /// The figure under the hand.
    pub fn posing(&self) -> Option<&Posing> {
        let still = || self.posings.get(self.stop)?.as_ref();
        self.drag.as_ref().map(|it| &it.now).or_else(still)
    }

    /// From where the figure is seen.
    fn view(&self) -> View {
        let of_movement = || self.draft.movement(self.level)?.parts.views.first().copied();
        self.view.or_else(of_movement).unwrap_or(USUAL)
    }

    /// Frames the figure under the hand anew.
    pub(super) fn frame(&mut self) {
        let view = self.view();
        self.study = self.posing().map(|it| Study::of(it, view));
    }

    pub(super) fn drag_to(&mut self, handle: Handle, to: Vec3) {
        self.handle = handle;
        let base = match self.drag.take() {
            Some(it) if it.handle == handle => Some(it.base),
            _ => self.posing().cloned(),
        };
        self.drag = base.map(|base| Drag { handle, now: base.moved(handle, to), base });
    }

    /// What was dragged is a step that can be taken back.
    pub(super) fn drop_it(&mut self, now: &Now) {
        let Some(drag) = self.drag.take() else { return };
        self.draft.part();
        self.pose(drag.now.pose(), now);
        self.draft.part();
    }

    pub(super) fn nudge(&mut self, handle: Handle, by: Vec3, now: &Now) {
        self.handle = handle;
        let Some(posing) = self.posing() else { return };
        let next = posing.moved(handle, posing.place(handle) + by);
        self.pose(next.pose(), now);
    }

    pub(super) fn turn(&mut self, channel: Channel, degrees: f32, now: &Now) {
        let Some(posing) = self.posing() else { return };
        let next = posing.turned(channel, degrees);
        self.pose(next.pose(), now);
    }

    fn pose(&mut self, pose: &Pose, now: &Now) {
        let change = FigureChange::Angles { stop: self.stop, pose: *pose };
        let command = ExerciseCommand::Figure { level: self.level, change };
        self.apply(&command, now);
    }
}
