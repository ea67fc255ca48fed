//! What other processes of the program tell an open window: a break to go to, having stood up.

use std::sync::Arc;

use super::App;
use super::loading::{Loaded, Source};
use crate::coach::News;
use crate::files::{self, Attending};
use crate::history::DeviceId;
use crate::units::Now;

/// Whether it is heard what they tell.
#[derive(Debug, Default)]
pub(super) struct Calls {
    attending: Option<Box<Attending>>,
    /// Whether somebody is looking what there is.
    looking: bool,
    /// Whether there may be more since.
    stirred: bool,
}

impl App {
    /// The data folder is this window's: from now on it hears what others tell.
    pub(super) fn attend(&self) {
        if self.calls.attending.is_none() {
            self.source.attend();
        }
    }

    /// It hears them.
    pub(super) fn attends(&mut self, attending: Box<Attending>, now: &Now) {
        self.calls.attending = Some(attending);
        // What was told since the journal was read.
        self.heed(now);
    }

    /// Somebody may have told something.
    pub(super) fn heed(&mut self, now: &Now) {
        if std::mem::replace(&mut self.calls.looking, true) {
            self.calls.stirred = true;
        } else if let Some(device) = self.keeping.device() {
            self.source.heed(device, now.clone());
        }
    }

    /// It was looked what there is.
    pub(super) fn heeded(&mut self, now: &Now) {
        self.calls.looking = false;
        if std::mem::take(&mut self.calls.stirred) {
            self.heed(now);
        }
    }
}

impl Source {
    fn attend(&self) {
        let source = self.clone();
        Self::on_thread(move || {
            let Ok(folders) = &source.folders else { return };
            let send = Arc::clone(&source.send);
            let attending = files::attend(&*source.disk, folders, move || send(Loaded::Called));
            if let Some(it) = attending {
                (source.send)(Loaded::Attending(Box::new(it)));
            }
        });
    }

    fn heed(&self, device: DeviceId, now: Now) {
        let source = self.clone();
        Self::on_thread(move || {
            for it in source.told(&device, &now) {
                (source.send)(Loaded::News(it));
            }
            (source.send)(Loaded::Heeded);
        });
    }

    /// What others have told. What cannot be read is found by the next start, which says so.
    fn told(&self, device: &DeviceId, now: &Now) -> Vec<News> {
        let Ok(folders) = &self.folders else { return Vec::new() };
        let call = files::take_call(&*self.disk, folders, now).ok().flatten();
        let stood = files::stood_notes(&*self.disk, folders, device).unwrap_or_default();
        let stood = (!stood.is_empty()).then_some(News::Stood(stood));
        call.map(|it| News::Called(it.routine)).into_iter().chain(stood).collect()
    }
}
