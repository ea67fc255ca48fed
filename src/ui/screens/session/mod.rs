//! A session: the whole window, to be read from three metres.
//!
//! While a step runs only the figure, the side, the exercise, the number and "next" are to be seen;
//! controls and timeline come with a pause, the mouse or Tab, and are there for screen readers all
//! the time.

mod controls;
mod keys;
mod layout;
mod overlay;
mod reading;
mod stage;
mod words;

use chrono::{DateTime, FixedOffset};
use egui::{CentralPanel, CursorIcon, Frame, Label, Panel, Ui, accesskit};

pub(super) use keys::take as take_keys;
pub use reading::Awaited;

use crate::coach::{Action, Message, Overlay, Running, SessionMessage, Sound, View};
use crate::program::PainState;
use crate::session::{self, Hurt, Phase, Plan, Variant, Why};
use crate::text::Text;
use crate::ui::theme::{Palette, Type, space};

/// What the screen of a session draws, frozen.
#[derive(Debug, Clone, Copy)]
pub struct Stage<'a> {
    /// The timetable.
    pub plan: &'a Plan,
    /// The session at this moment.
    pub view: &'a session::View,
    /// Whether controls and timeline are to be seen.
    pub controls: bool,
    /// What lies over it.
    pub overlay: Option<Overlay>,
    /// What pain that was told means.
    pub advice: Option<PainState>,
    /// The pain that was told last.
    pub hurt: Option<&'a Hurt>,
    /// The forms that can take the place of the exercise: easier, harder, another exercise.
    pub forms: [Option<&'a Variant>; 3],
    /// What a check waits for.
    pub reading: Option<Awaited<'a>>,
    /// How far three readings may lie apart, in degrees.
    pub spread: u32,
    /// Whether nothing can be heard.
    pub is_silent: bool,
    /// The local time.
    pub now: DateTime<FixedOffset>,
}

impl Stage<'_> {
    fn is_paused(&self) -> bool {
        matches!(self.view.phase, Phase::Paused { .. })
    }
}

/// Draws a running session; answers with what the person asks for.
pub(super) fn session_ui(
    ui: &mut Ui,
    running: &Running,
    view: &View<'_>,
    text: &Text,
) -> Vec<Message> {
    let stage = Stage {
        plan: running.session.plan(),
        view: &running.session.view(),
        controls: running.shows_controls(),
        overlay: running.overlay,
        advice: running.advice,
        reading: awaited(running),
        spread: running.spread(),
        hurt: running.session.hurts().last(),
        forms: Why::ALL.map(|it| running.offered(it)),
        is_silent: *view.sound == Sound::Silent,
        now: view.now,
    };
    trouble_ui(ui, view, text);
    stage_ui(ui, &stage, text)
}

/// What a check waits for; nothing in any other session, and while something lies over it.
fn awaited(running: &Running) -> Option<Awaited<'_>> {
    let plan = running.session.plan();
    let check = plan.check.as_ref().filter(|_| running.overlay.is_none())?;
    Some(Awaited {
        read: plan.reads(running.awaits()?)?,
        typed: running.typed(),
        method: check.conditions.method,
        watches: &check.watches,
    })
}

/// What goes wrong meanwhile, in one line at the edge: the session itself goes on.
fn trouble_ui(ui: &mut Ui, view: &View<'_>, text: &Text) {
    let Some(notice) = view.notices.last() else { return };
    let frame = Frame::new().fill(Palette::of(ui).ground).inner_margin(space::S);
    Panel::bottom("trouble").show_separator_line(false).frame(frame).show(ui, |ui| {
        let said = Type::Label.text(notice.say(text)).color(Palette::of(ui).alert);
        let label = ui.vertical_centered(|ui| ui.add(Label::new(said).truncate())).inner;
        ui.accesskit_node_builder(label.id, |it| it.set_live(accesskit::Live::Polite));
    });
}

/// Draws the screen of a session.
pub fn stage_ui(ui: &mut Ui, stage: &Stage<'_>, text: &Text) -> Vec<Message> {
    let mut asked = keys_asked(ui, stage);
    let frame = Frame::new().fill(Palette::of(ui).ground);
    CentralPanel::default().frame(frame).show(ui, |ui| {
        let layout = stage::layout(ui, stage, text);
        stage::words_ui(ui, stage, &layout, text, &mut asked);
        controls::controls_ui(ui, stage, &layout, text, &mut asked);
        if !stage.controls && stage.overlay.is_none() {
            ui.set_cursor_icon(CursorIcon::None);
        }
    });
    overlay::overlay_ui(ui, stage, text, &mut asked);
    asked
}

/// What the keyboard and the mouse ask for before any widget is drawn.
fn keys_asked(ui: &Ui, stage: &Stage<'_>) -> Vec<Message> {
    let looks = ui.input(|it| {
        it.pointer.delta() != egui::Vec2::ZERO
            || it.pointer.any_pressed()
            || it.key_pressed(egui::Key::Tab)
    });
    let mut asked = Vec::new();
    if looks {
        asked.push(Message::Session(SessionMessage::Look));
    }
    if let Some(Overlay::Leave { .. } | Overlay::Hurt | Overlay::Apart { .. }) = stage.overlay {
        // A question is answered by its own keys; Esc closes it, and the dialog sees to that.
        return asked;
    }
    // While it is said what pain means, Enter and the arrows stay with its buttons.
    let told = stage.overlay == Some(Overlay::Told);
    let answers = |it: &Action| {
        matches!(it, Action::Pause | Action::Easier | Action::Swap | Action::SkipExercise)
    };
    if told {
        let keys = keys::take(ui, |it| answers(&it) || matches!(it, Action::Quit));
        asked.extend(keys.into_iter().map(Message::Act));
        return asked;
    }
    reading::keys_asked(ui, stage, &mut asked);
    let keeps_arrows = controls::timeline_has_focus(ui);
    let keys = keys::take(ui, |it| !(keeps_arrows && matches!(it, Action::Back | Action::Skip)));
    // Over the list of all keys they do nothing but close it, or leave.
    let closes = |it: &Action| matches!(it, Action::Keys | Action::Leave | Action::Quit);
    let keys = keys.into_iter().filter(|it| stage.overlay.is_none() || closes(it));
    asked.extend(keys.map(Message::Act));
    asked
}
