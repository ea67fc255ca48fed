//! Where the person is, in a word, until the screens are drawn.

use crate::coach::{Action, Message, Place, Screen, TodayMessage, View};
use crate::text::Text;

/// Draws the name of the screen, and a button that leads on.
pub(super) fn show(ui: &mut egui::Ui, view: &View<'_>, text: &Text) -> Vec<Message> {
    let place = view.screen.place().unwrap_or(Place::Today).label(text);
    ui.heading(place);
    for notice in view.notices {
        ui.label(notice.say(text));
    }
    let next = match view.screen {
        Screen::Today(_) => (Action::Done.label(text), Message::Today(TodayMessage::Start)),
        Screen::Session(_) => (Action::Leave.label(text), Message::Act(Action::Leave)),
        Screen::Summary(_)
        | Screen::Progress
        | Screen::Routines
        | Screen::Library
        | Screen::Settings => (Place::Today.label(text), Message::Go(Place::Today)),
    };
    ui.button(next.0).clicked().then_some(next.1).into_iter().collect()
}
