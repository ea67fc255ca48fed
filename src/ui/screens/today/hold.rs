//! Today while the programme waits: for a sign to be looked at, or for the word of a professional.
//! There is only the advice, and the way back.

use egui::Ui;
use egui_material_icons::icons::{ICON_CHECK, ICON_ERROR, ICON_MENU_BOOK};

use super::super::part_ui;
use crate::coach::{
    Advice, HealthMessage, LibraryMessage, Message, PersonPage, Place, ProgramMessage,
};
use crate::library::Link;
use crate::program::{Gate, Health, Tier};
use crate::text::{HealthSentence as S, Text};
use crate::ui::theme::{LINE_LENGTH, Palette, Type, icon, space};
use crate::ui::widgets::{Button, as_heading, card};

/// The page that says who can help, and where.
const PROFESSIONAL: &str = "see-a-professional";

/// Shows the advice; whether there is any, so that nothing else is shown.
pub(super) fn hold_ui(ui: &mut Ui, advice: &Advice, text: &Text, asked: &mut Vec<Message>) -> bool {
    let health = &advice.known.health;
    match advice.gate {
        Gate::OnHold => card(ui, |ui| sign_ui(ui, health, text, asked)),
        Gate::NeedsClearance => card(ui, |ui| clearance_ui(ui, health, text, asked)),
        Gate::Open | Gate::Unscreened => return false,
    };
    true
}

/// Whom to see, and how soon.
fn sign_ui(ui: &mut Ui, health: &Health, text: &Text, asked: &mut Vec<Message>) {
    let Some((sign, since)) = health.hold() else { return };
    let (head, about) = match sign.tier() {
        Tier::Now => (S::HoldNow, S::HoldNowAbout),
        Tier::Soon | Tier::Routine => (S::HoldSoon, S::HoldSoonAbout),
    };
    head_ui(ui, &text.ask(head), &text.ask(about));
    part_ui(ui, &text.ask(S::HoldTold { day: &text.date(since) }));
    for (sign, _) in health.signs.iter().filter(|it| it.0.holds()) {
        told_ui(ui, &text.health_sign(*sign));
    }
    ui.add_space(space::S);
    let paused = text.ask(S::HoldPaused { day: &text.date(since) });
    ui.label(Type::Note.text(paused).color(Palette::of(ui).muted));
    ways_ui(ui, (S::HoldSafe, S::NewOrWorse, PersonPage::Signs), text, asked);
}

/// A yes before the first session.
fn clearance_ui(ui: &mut Ui, health: &Health, text: &Text, asked: &mut Vec<Message>) {
    head_ui(ui, &text.ask(S::ClearanceTitle), &text.ask(S::ClearanceAbout));
    if let Some(asked) = health.asked {
        part_ui(ui, &text.ask(S::ClearanceTold { day: &text.date(asked) }));
    }
    for (question, _) in health.answers.iter().filter(|it| *it.1) {
        told_ui(ui, &text.question(*question));
    }
    ways_ui(ui, (S::QuestionsCleared, S::ClearanceChange, PersonPage::Questions), text, asked);
}

fn head_ui(ui: &mut Ui, head: &str, about: &str) {
    let palette = Palette::of(ui);
    ui.spacing_mut().item_spacing.y = space::S;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::M;
        ui.label(icon(ICON_ERROR, 28.0).color(palette.alert));
        let label = ui.label(Type::Heading.text(head).color(palette.text));
        as_heading(&label, head);
    });
    ui.scope(|ui| {
        ui.set_max_width(ui.available_width().min(LINE_LENGTH + 80.0));
        ui.label(Type::Body.text(about).color(palette.text));
    });
    ui.add_space(space::S);
}

/// One thing that was told.
fn told_ui(ui: &mut Ui, words: &str) {
    let words = format!("• {words}");
    ui.label(Type::Body.text(words).color(Palette::of(ui).text));
}

/// The way back, a way to tell more, and where to read.
fn ways_ui(
    ui: &mut Ui,
    (safe, more, page): (S<'static>, S<'static>, PersonPage),
    text: &Text,
    asked: &mut Vec<Message>,
) {
    ui.add_space(space::L);
    let [safe, more, read] = [safe, more, S::HoldRead].map(|it| text.ask(it));
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(space::M, space::S);
        if ui.add(Button::quiet(&safe).icon(ICON_CHECK)).clicked() {
            asked.push(Message::Program(ProgramMessage::Safe));
        }
        if ui.add(Button::quiet(&more)).clicked() {
            asked.push(Message::Health(HealthMessage::Open(page)));
        }
        if ui.add(Button::plain(&read).icon(ICON_MENU_BOOK)).clicked() {
            asked.extend(read_messages());
        }
    });
    let about = text.ask(S::HoldSafeAbout);
    ui.label(Type::Note.text(about).color(Palette::of(ui).muted));
}

/// To the page about professionals.
pub(in crate::ui::screens) fn read_messages() -> [Message; 2] {
    let link = Link::Article { slug: PROFESSIONAL.to_owned(), anchor: None };
    [Message::Go(Place::Library), Message::Library(LibraryMessage::Follow(link))]
}
