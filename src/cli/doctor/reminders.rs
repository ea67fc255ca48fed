//! How the reminders are on this computer.

use super::RemindersFinding;
use crate::cli::context::Context;
use crate::desktop::{InFront, Notification, in_front};
use crate::files::{self, Folders, LoginEntry};
use crate::text::{ReminderSentence, Text};

pub(super) fn find(context: &Context, folders: &Folders) -> RemindersFinding {
    let disk = &*context.disk;
    // What is wrong with the settings is told beside it.
    let on = context.settings(folders).is_ok_and(|it| it.settings().breaks.on);
    let waiting = files::read_waiting(disk, folders).ok().flatten();
    let next = waiting.and_then(|it| it.next);
    let login = LoginEntry::find().filter(|it| it.is_on(disk).unwrap_or(false));
    RemindersFinding {
        on,
        process: waiting.map(|it| it.process),
        next: next.map(|it| it.format("%Y-%m-%d %H:%M").to_string()),
        login: login.map(|it| it.path().display().to_string()),
        no_buttons: Notification::can_be_shown().err(),
        in_front: match in_front() {
            InFront::Nothing => "nothing",
            InFront::FullScreen => "full screen",
            InFront::KeptAwake => "kept awake",
            InFront::Unknown => "unknown",
        },
    }
}

pub(super) fn rows(it: &RemindersFinding, text: &Text) -> Vec<Vec<String>> {
    let tell = |sentence| text.remind(sentence);
    let none = || text.tell(crate::text::CommandSentence::DoctorNone);
    let next = it.next.clone().unwrap_or_else(none);
    let waits = match (it.on, it.process) {
        (false, _) => tell(ReminderSentence::DoctorOff),
        (true, Some(process)) => tell(ReminderSentence::DoctorWaits { process, next: &next }),
        (true, None) => tell(ReminderSentence::DoctorNobody),
    };
    let shown = it.no_buttons.as_deref().map_or_else(
        || tell(ReminderSentence::DoctorButtons),
        |why| tell(ReminderSentence::DoctorWindow { why }),
    );
    let front = tell(match it.in_front {
        "nothing" => ReminderSentence::FrontNothing,
        "full screen" => ReminderSentence::FrontFull,
        "kept awake" => ReminderSentence::FrontAwake,
        _ => ReminderSentence::FrontUnknown,
    });
    vec![
        vec![tell(ReminderSentence::Doctor), waits],
        vec![tell(ReminderSentence::DoctorShown), shown],
        vec![tell(ReminderSentence::DoctorLogin), it.login.clone().unwrap_or_else(none)],
        vec![tell(ReminderSentence::DoctorFront), front],
    ]
}
