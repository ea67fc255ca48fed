//! A reminder in a small window of its own, for desktops whose notifications have no buttons.
//!
//! It comes while the person types somewhere else: so nothing in it has the focus before Tab is
//! pressed, and no single key answers it.

use egui::{CentralPanel, Frame, Margin, Ui};
use egui_material_icons::icons::{ICON_CHAIR, ICON_PLAY_ARROW};

use crate::program::Offer;
use crate::text::{ReminderSentence, Text};
use crate::ui::theme::{Palette, Type, icon_font, size, space};
use crate::ui::widgets::{Button, as_heading};

/// What a person answers to a reminder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReminderAnswer {
    /// The break, now.
    Start,
    /// Again in a moment.
    Snooze,
    /// "I stood up anyway".
    Stood,
    /// Not this one.
    Skip,
    /// None any more today.
    NotToday,
}

/// Draws a reminder. `snooze` is how many minutes "later" means; `failed` is what could not be done
/// about the last answer.
pub fn reminder_ui(
    ui: &mut Ui,
    offer: &Offer,
    snooze: u8,
    failed: Option<&str>,
    text: &Text,
) -> Option<ReminderAnswer> {
    let palette = Palette::of(ui);
    let margin = Margin::same(space::XL as i8);
    let frame = Frame::new().fill(palette.ground).inner_margin(margin);
    let shown = CentralPanel::default().frame(frame).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = space::S;
        words_ui(ui, offer, text);
        if let Some(failed) = failed {
            ui.label(Type::Label.text(failed).color(palette.alert));
        }
        ui.add_space(space::M);
        let start = text.remind(ReminderSentence::Start);
        let button = Button::primary(&start).icon(ICON_PLAY_ARROW).large().min_width(180.0);
        let started = ui.add(button).clicked().then_some(ReminderAnswer::Start);
        ui.add_space(space::XS);
        started.or_else(|| others_ui(ui, snooze, text))
    });
    shown.inner
}

fn words_ui(ui: &mut Ui, offer: &Offer, text: &Text) {
    let palette = Palette::of(ui);
    let said = text.reminder(offer);
    let title = ui.label(Type::Heading.text(&said.title).color(palette.text));
    as_heading(&title, &said.title);
    ui.label(Type::Title.text(&said.offer).color(palette.text));
    if !said.about.is_empty() {
        ui.label(Type::Body.text(&said.about).color(palette.muted));
    }
    ui.add_space(space::S);
    ui.horizontal_top(|ui| {
        let icon = egui::RichText::new(ICON_CHAIR.codepoint).font(icon_font(size::ICON));
        ui.label(icon.color(palette.accent));
        ui.vertical(|ui| ui.label(Type::Body.text(&said.habit).color(palette.text)));
    });
}

fn others_ui(ui: &mut Ui, snooze: u8, text: &Text) -> Option<ReminderAnswer> {
    let answers = [
        (ReminderAnswer::Snooze, ReminderSentence::Snooze { minutes: snooze }),
        (ReminderAnswer::Stood, ReminderSentence::Stood),
        (ReminderAnswer::Skip, ReminderSentence::Skip),
        (ReminderAnswer::NotToday, ReminderSentence::NotToday),
    ];
    let mut given = None;
    ui.horizontal_wrapped(|ui| {
        for (answer, sentence) in answers {
            if ui.add(Button::quiet(&text.remind(sentence))).clicked() {
                given = Some(answer);
            }
        }
    });
    given
}
