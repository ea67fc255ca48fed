//! What is said of a routine that somebody has sent.

use super::{Sentence, ShareSentence, Text};
use crate::library::{Refused, Routine};
use crate::session::Plan;

impl Text {
    /// A routine that was sent: its name, its length, how many exercises, by whom it is prescribed.
    pub fn arriving(&self, routine: &Routine, plan: Option<&Plan>) -> String {
        let name = routine.name.long.as_str();
        let time =
            plan.map_or_else(|| self.say(Sentence::UiUnknown), |it| self.minutes(it.length()));
        let count = plan.map_or(0, |it| it.entries.len());
        let about = self.share(ShareSentence::Routine { name, time: &time, count });
        let by = routine.prescribed.as_ref();
        let by = by.map(|it| self.share(ShareSentence::SheetPrescribed { by: &it.by }));
        by.map_or_else(|| about.clone(), |by| format!("{about} {by}"))
    }

    /// Why a file is not taken in. `file` is how it is called.
    pub fn refused(&self, file: &str, why: &Refused) -> String {
        self.share(match why {
            Refused::TooLarge => ShareSentence::RefusedTooLarge { file },
            Refused::NotOurs => ShareSentence::RefusedNotOurs { file },
            Refused::BadName { name } => ShareSentence::RefusedBadName { file, name },
            Refused::Twice { name } => ShareSentence::RefusedTwice { file, name },
            Refused::TooMany => ShareSentence::RefusedTooMany { file },
            Refused::CaseClash { name } => ShareSentence::RefusedCaseClash { name },
        })
    }
}
