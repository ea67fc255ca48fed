//! Where what was done is kept: a record that is safe, a data folder that moves.

use std::path::PathBuf;

use super::{Access, Coach, Doing, Effect, Saved, Screen, Trouble, notice};
use crate::history::RecordId;

impl Coach {
    /// A record is safely in the journal.
    pub(super) fn record_saved(&mut self, id: RecordId) {
        if let Screen::Summary(summary) = &mut self.screen
            && summary.record.id == id
        {
            summary.saved = Saved::Yes;
        }
        self.progress_saved(id);
        self.measured_saved(id);
    }

    /// The data goes to another folder. Nothing can be begun until it is there.
    pub(super) fn move_folder(&mut self, to: PathBuf, effects: &mut Vec<Effect>) {
        if matches!(self.screen, Screen::Session(_) | Screen::Summary(_)) {
            // What is being written must not be on its way between two places.
            return notice::failed(&mut self.notices, Doing::Moving, Trouble::MoveUnsaved);
        }
        self.today_mut().access = Access::Opening;
        effects.push(Effect::MoveFolder(to));
    }
}
