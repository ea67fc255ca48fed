//! What a person tells of themselves, a page at a time: its own way on and back stay at the bottom.

mod function;
mod map;
mod places;
mod plan;
mod questions;
mod signs;
mod sunday;
mod things;
mod week;

use egui::{CentralPanel, Key, Layout, Modifiers, ScrollArea, Ui, vec2};
use egui_material_icons::icons::{ICON_ARROW_BACK, ICON_ARROW_FORWARD, ICON_CHECK, ICON_PAUSE};

use super::{bottom_ui, column_ui, frame, heading_ui};
use crate::coach::{HealthMessage, Message, Origin, Person, PersonPage, STEPS, View};
use crate::text::{HealthSentence as S, Text};
use crate::ui::theme::{LINE_LENGTH, Palette, Type, space};
use crate::ui::widgets::{Button, as_heading, scrolled};

/// From this width on two cards stand beside each other.
const COLUMNS: f32 = 760.0;

/// What every part of these pages needs.
#[derive(Clone, Copy)]
struct Shown<'a> {
    person: &'a Person,
    view: &'a View<'a>,
    text: &'a Text,
}

/// Draws the page.
pub(super) fn person_ui(
    ui: &mut Ui,
    person: &Person,
    view: &View<'_>,
    text: &Text,
    asked: &mut Vec<Message>,
) {
    let mut said = Vec::new();
    let shown = Shown { person, view, text };
    if !ui.text_edit_focused() && !egui::Popup::is_any_open(ui) {
        let back = ui.input_mut(|it| it.consume_key(Modifiers::NONE, Key::Escape));
        said.extend(back.then_some(HealthMessage::Back));
    }
    doors_ui(ui, shown, &mut said);
    let frame = frame(ui, space::XL, 0.0);
    CentralPanel::default().frame(frame).show(ui, |ui| {
        let scroll = ScrollArea::vertical().id_salt(("person", person.visit)).auto_shrink(false);
        scrolled(scroll, ui, |ui| {
            column_ui(ui, |ui| {
                ui.spacing_mut().item_spacing.y = space::M;
                head_ui(ui, shown);
                match person.page {
                    PersonPage::Questions => questions::questions_ui(ui, shown, &mut said),
                    PersonPage::Places => places::places_ui(ui, shown, &mut said),
                    PersonPage::Week => week::week_ui(ui, shown, &mut said),
                    PersonPage::Things => things::things_ui(ui, shown, &mut said),
                    PersonPage::Signs => signs::signs_ui(ui, shown, &mut said),
                    PersonPage::Function => function::function_ui(ui, shown, &mut said),
                    PersonPage::Sunday => sunday::sunday_ui(ui, shown, asked, &mut said),
                }
                ui.add_space(space::XL);
            });
        });
    });
    asked.extend(said.into_iter().map(Message::Health));
}

/// What the page is called, and where in the welcome it stands.
fn head_ui(ui: &mut Ui, shown: Shown<'_>) {
    let Shown { person, text, .. } = shown;
    let is_welcome = person.step().is_some();
    if person.step() == Some(0) {
        heading_ui(ui, &text.ask(S::WelcomeTitle), &text.ask(S::WelcomeAbout));
        ui.add_space(space::S);
    }
    let (title, about) = match person.page {
        PersonPage::Questions if person.origin == Origin::Start => {
            (S::QuestionsTitle, Some(S::QuestionsStartAbout))
        }
        PersonPage::Questions => (S::QuestionsTitle, Some(S::QuestionsAbout)),
        PersonPage::Places => (S::PlacesTitle, Some(S::PlacesAbout)),
        PersonPage::Week if is_welcome => (S::WeekTitleWelcome, Some(S::WeekAbout)),
        PersonPage::Week => (S::WeekTitle, Some(S::WeekAbout)),
        PersonPage::Things => (S::ThingsTitle, Some(S::ThingsAbout)),
        PersonPage::Signs => (S::SignsTitle, Some(S::SignsAbout)),
        PersonPage::Function => (S::FunctionTitle, Some(S::FunctionAbout)),
        PersonPage::Sunday => (S::SundayTitle, None),
    };
    let title = text.ask(title);
    let about = match (about, &person.week) {
        (Some(about), _) => text.ask(about),
        (None, Some(week)) => sunday::dates(week, text),
        (None, None) => String::new(),
    };
    if person.step() == Some(0) {
        let palette = Palette::of(ui);
        let label = ui.label(Type::Title.text(&title).color(palette.text));
        as_heading(&label, &title);
        paragraph_ui(ui, &about);
    } else {
        heading_ui(ui, &title, "");
        paragraph_ui(ui, &about);
    }
}

/// The ways on and back, always to be seen; the way on has the focus when nothing else has and it can
/// be taken.
fn doors_ui(ui: &mut Ui, shown: Shown<'_>, said: &mut Vec<HealthMessage>) {
    let Shown { person, text, .. } = shown;
    bottom_ui(ui, |ui| {
        ui.spacing_mut().item_spacing.x = space::M;
        let (label, icon) = on(person);
        let label = text.ask(label);
        let button = Button::primary(&label).icon(icon).key("Enter").large();
        let can = person.can_go_on();
        let response = ui.add_enabled(can, button.min_width(200.0));
        if can && ui.memory(|it| it.focused().is_none()) {
            response.request_focus();
        }
        if response.clicked() {
            said.push(HealthMessage::Next);
        }
        if person.page != PersonPage::Sunday && person.step() != Some(0) {
            let back = text.ask(S::Back);
            if ui.add(Button::quiet(&back).icon(ICON_ARROW_BACK).key("Esc")).clicked() {
                said.push(HealthMessage::Back);
            }
        }
        let skip = match person.origin {
            Origin::Welcome => Some(S::Skip),
            Origin::Start => Some(S::StartEasy),
            Origin::Today
            | Origin::Progress
            | Origin::Library
            | Origin::Settings
            | Origin::Session => None,
        };
        if let Some(skip) = skip {
            let skip = text.ask(skip);
            if ui.add(Button::plain(&skip)).clicked() {
                said.push(HealthMessage::Skip);
            }
        }
        questions::open_ui(ui, shown);
        step_ui(ui, shown);
    });
}

/// "Step 2 of 3", at the right.
fn step_ui(ui: &mut Ui, shown: Shown<'_>) {
    let Shown { person, text, .. } = shown;
    let Some(step) = person.step() else { return };
    ui.with_layout(Layout::right_to_left(egui::Align::Center), |ui| {
        let words = text.ask(S::WelcomeStep { step: step + 1, of: STEPS.len() });
        ui.label(Type::Note.text(words).color(Palette::of(ui).muted));
    });
}

/// What the way on is called.
fn on(person: &Person) -> (S<'static>, egui_material_icons::MaterialIcon) {
    let last = person.step().is_some_and(|it| it + 1 == STEPS.len());
    match person.page {
        PersonPage::Signs if person.signs.iter().any(|it| it.holds()) => (S::SignsHold, ICON_PAUSE),
        PersonPage::Signs if person.signs.is_empty() => (S::SignsNone, ICON_CHECK),
        PersonPage::Sunday => (S::SundayDoneButton, ICON_CHECK),
        _ if last => (S::Finish, ICON_CHECK),
        _ if person.step().is_some() => (S::Next, ICON_ARROW_FORWARD),
        PersonPage::Questions
        | PersonPage::Places
        | PersonPage::Week
        | PersonPage::Things
        | PersonPage::Signs
        | PersonPage::Function => (S::Save, ICON_CHECK),
    }
}

/// Quiet words that are easy to read.
fn paragraph_ui(ui: &mut Ui, words: &str) {
    if words.is_empty() {
        return;
    }
    let palette = Palette::of(ui);
    ui.scope(|ui| {
        ui.set_max_width(ui.available_width().min(LINE_LENGTH + 80.0));
        ui.label(Type::Body.text(words).color(palette.muted));
    });
}

/// The head of a card.
fn title_ui(ui: &mut Ui, title: &str) {
    let palette = Palette::of(ui);
    let label = ui.label(Type::Title.text(title).color(palette.text));
    as_heading(&label, title);
}

/// Two columns where there is room, the first so wide; else one below the other.
fn columns_ui(ui: &mut Ui, share: f32, first: impl FnOnce(&mut Ui), second: impl FnOnce(&mut Ui)) {
    if ui.available_width() < COLUMNS {
        first(ui);
        second(ui);
        return;
    }
    let left = (ui.available_width() * share).floor();
    let right = ui.available_width() - left - space::L;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing = vec2(space::L, space::M);
        let down = Layout::top_down(egui::Align::Min);
        ui.allocate_ui_with_layout(vec2(left, 0.0), down, |ui| {
            ui.set_width(left);
            first(ui);
        });
        ui.allocate_ui_with_layout(vec2(right, 0.0), down, |ui| {
            ui.set_width(right);
            second(ui);
        });
    });
}
