//! One function a screen: frozen values in, messages out.

mod about_settings;
mod arriving;
mod break_settings;
mod editor;
mod goniometer;
mod library;
mod own;
mod passing;
mod person;
mod program;
mod progress;
mod reminder;
mod routines;
pub mod session;
mod settings;
mod summary;
mod today;
mod week_settings;

use egui::{CentralPanel, Frame, Margin, Panel, Role, ScrollArea, Sense, Ui, UiBuilder, vec2};
use egui_material_icons::icons::{
    ICON_ARROW_BACK, ICON_MENU_BOOK, ICON_MONITORING, ICON_SETTINGS, ICON_TODAY, ICON_VIEW_LIST,
};

pub use reminder::{ReminderAnswer, reminder_ui};

use crate::coach::{Action, Message, Notice, Place, Screen, View};
use crate::session::Plan;
use crate::text::{Sentence, Text};
use crate::ui::theme::{LINE_LENGTH, Palette, Type, size, space};
use crate::ui::widgets::{
    Banner, Button, RailEntry, Weight, as_heading, describe, forget_photo, line, rail_ui,
    remember_figures, scrolled,
};

/// Draws the screen where the person is; answers with what they ask for, in order. `folder` is where
/// the data lies, to be shown in the settings.
pub fn show(ui: &mut Ui, view: &View<'_>, folder: &str, text: &Text) -> Vec<Message> {
    remember_figures(ui.ctx(), view.figures);
    if let Some(measuring) = view.measuring {
        let mut asked = window_keys(ui);
        notices_ui(ui, view.notices, text, &mut asked);
        goniometer::goniometer_ui(ui, measuring, text, &mut asked);
        return asked;
    }
    forget_photo(ui.ctx());
    let dropped = arriving::dropped(ui);
    if let Screen::Session(running) = view.screen {
        // What was dropped is looked at after the session.
        return session::session_ui(ui, running, view, text).into_iter().chain(dropped).collect();
    }
    let mut asked = window_keys(ui);
    asked.extend(dropped);
    if let Some(here) = view.screen.place() {
        rail(ui, here, text, &mut asked);
    }
    notices_ui(ui, view.notices, text, &mut asked);
    if let Some(passing) = &view.share.passing {
        passing::passing_ui(ui, passing, text, &mut asked);
    }
    if let Some(arriving) = &view.share.arriving {
        arriving::arriving_ui(ui, arriving, view, text, &mut asked);
    } else {
        screen_ui(ui, view, folder, text, &mut asked);
    }
    arriving::drop_hint(ui, text);
    asked
}

fn screen_ui(ui: &mut Ui, view: &View<'_>, folder: &str, text: &Text, asked: &mut Vec<Message>) {
    match view.screen {
        Screen::Own(editor) => own::own_ui(ui, editor, view, text, asked),
        Screen::Today(today) => today::today_ui(ui, today, view, text, asked),
        Screen::Summary(summary) => summary::summary_ui(ui, summary, view, text, asked),
        Screen::Progress(it) => progress::progress_ui(ui, it, view, text, asked),
        Screen::Routines => routines::routines_ui(ui, view, text, asked),
        Screen::Editor(editor) => editor::editor_ui(ui, editor, view, text, asked),
        Screen::Library(browsing) => {
            library::library_ui(ui, browsing, view, text, asked);
        }
        Screen::Person(person) => {
            person::person_ui(ui, person, view, text, asked);
        }
        Screen::Session(_) => {}
        Screen::Settings => settings::settings_ui(ui, view, folder, text, asked),
    }
}

/// The way back to where one came from, above the page and always to be seen; whether it was taken.
fn back_ui(ui: &mut Ui, name: &str) -> bool {
    let frame = frame(ui, space::M, 0.0);
    let bar = Panel::top("back").show_separator_line(false).frame(frame);
    let shown = bar.show(ui, |ui| {
        let mut taken = false;
        column_ui(ui, |ui| {
            let button = Button::plain(name).icon(ICON_ARROW_BACK);
            let place = ui.available_rect_before_wrap().translate(vec2(-space::L, 0.0));
            let place = UiBuilder::new().max_rect(place);
            taken = ui.scope_builder(place, |ui| ui.add(button).clicked()).inner;
        });
        taken
    });
    shown.inner
}

/// The keys that work on every screen: they belong to the window.
fn window_keys(ui: &Ui) -> Vec<Message> {
    let keys = session::take_keys(ui, |it| matches!(it, Action::Fullscreen | Action::Quit));
    keys.into_iter().map(Message::Act).collect()
}

fn rail(ui: &mut Ui, here: Place, text: &Text, asked: &mut Vec<Message>) {
    let frame = Frame::new()
        .fill(Palette::of(ui).ground)
        .inner_margin(Margin::symmetric(space::S as i8, space::L as i8));
    Panel::left("rail").exact_size(size::RAIL).resizable(false).frame(frame).show(ui, |ui| {
        let labels = Place::ALL.map(|it| it.label(text));
        let icon = |it| match it {
            Place::Today => ICON_TODAY,
            Place::Progress => ICON_MONITORING,
            Place::Routines => ICON_VIEW_LIST,
            Place::Library => ICON_MENU_BOOK,
            Place::Settings => ICON_SETTINGS,
        };
        let entries: Vec<_> = Place::ALL
            .iter()
            .zip(&labels)
            .map(|(place, label)| RailEntry { label, icon: icon(*place) })
            .collect();
        let at = Place::ALL.iter().position(|it| *it == here).unwrap_or_default();
        let clicked = rail_ui(ui, &entries, at).and_then(|it| Place::ALL.get(it));
        asked.extend(clicked.map(|it| Message::Go(*it)));
    });
}

/// What needs saying, above whatever the person is looking at.
fn notices_ui(ui: &mut Ui, notices: &[Notice], text: &Text, asked: &mut Vec<Message>) {
    if notices.is_empty() {
        return;
    }
    let frame = frame(ui, space::L, 0.0);
    Panel::top("notices").show_separator_line(false).frame(frame).show(ui, |ui| {
        column_ui(ui, |ui| {
            for (index, notice) in notices.iter().enumerate() {
                asked.extend(notice_ui(ui, index, notice, text));
            }
        });
    });
}

fn notice_ui(ui: &mut Ui, index: usize, notice: &Notice, text: &Text) -> Option<Message> {
    let (retry, dismiss) = (text.say(Sentence::UiRetry), text.say(Sentence::UiDismiss));
    let both = [retry.as_str(), dismiss.as_str()];
    let actions = if notice.can_retry() { &both[..] } else { &[dismiss.as_str()] };
    let said = notice.say(text);
    let clicked = Banner { weight: Weight::Problem, text: &said, actions }.show(ui)?;
    let retries = notice.can_retry() && clicked == 0;
    Some(if retries { Message::Retry } else { Message::Dismiss(index) })
}

/// The margin at both sides of a screen's content: it stays in the middle of a wide window.
fn side_margin(ui: &Ui) -> f32 {
    let width = ui.available_width();
    let least = if 900.0 < width { space::HUGE } else { space::XL };
    least.max(((width - size::CONTENT) / 2.0).floor())
}

/// Content between the margins.
fn column_ui<R>(ui: &mut Ui, add: impl FnOnce(&mut Ui) -> R) -> R {
    let room = ui.available_rect_before_wrap();
    let room = room.shrink2(vec2(side_margin(ui), 0.0));
    ui.scope_builder(UiBuilder::new().max_rect(room), add).inner
}

/// A panel's frame with so much room above and below.
fn frame(ui: &Ui, above: f32, below: f32) -> Frame {
    let margin = Margin { top: above as i8, bottom: below as i8, ..Margin::ZERO };
    Frame::new().fill(Palette::of(ui).ground).inner_margin(margin)
}

/// What scrolls.
fn scroll_ui(ui: &mut Ui, add: impl FnOnce(&mut Ui)) {
    let frame = frame(ui, space::XL, 0.0);
    CentralPanel::default().frame(frame).show(ui, |ui| {
        scrolled(ScrollArea::vertical().auto_shrink(false), ui, |ui| column_ui(ui, add));
    });
}

/// What stays at the bottom.
fn bottom_ui(ui: &mut Ui, add: impl FnOnce(&mut Ui)) {
    let frame = frame(ui, space::M, space::L);
    Panel::bottom("bottom").frame(frame).show(ui, |ui| {
        column_ui(ui, |ui| {
            ui.horizontal(add);
        });
    });
}

/// A screen's content: a heading, and below it whatever scrolls.
fn page_ui(ui: &mut Ui, heading: &str, about: &str, add: impl FnOnce(&mut Ui)) {
    scroll_ui(ui, |ui| {
        heading_ui(ui, heading, about);
        ui.add_space(space::L);
        add(ui);
        ui.add_space(space::XXL);
    });
}

fn heading_ui(ui: &mut Ui, heading: &str, about: &str) {
    let palette = Palette::of(ui);
    let response = ui.label(Type::Heading.text(heading).color(palette.text));
    as_heading(&response, heading);
    if !about.is_empty() {
        ui.label(Type::Body.text(about).color(palette.muted));
    }
}

/// The small heading of a part of a screen.
fn part_ui(ui: &mut Ui, heading: &str) {
    let palette = Palette::of(ui);
    let response = ui.label(Type::Label.text(heading).color(palette.muted));
    as_heading(&response, heading);
}

/// What to fetch for a plan, and the floor it needs.
fn needs_ui(ui: &mut Ui, plan: &Plan, text: &Text) {
    pair_ui(ui, &text.say(Sentence::UiTodayFetch), &text.fetch(plan));
    pair_ui(ui, &text.say(Sentence::UiTodayFloor), &text.floor(plan));
}

/// A short word and what it stands for, side by side.
fn pair_ui(ui: &mut Ui, head: &str, words: &str) {
    pair_at_ui(ui, head, words, 64.0);
}

/// Some words and what they stand for, side by side.
fn pair_wide_ui(ui: &mut Ui, head: &str, words: &str) {
    pair_at_ui(ui, head, words, 132.0);
}

fn pair_at_ui(ui: &mut Ui, head: &str, words: &str, left: f32) {
    let palette = Palette::of(ui);
    let head = line(ui, head, Type::Label.font(), palette.muted);
    let width = (ui.available_width() - left).min(LINE_LENGTH);
    let words_laid = ui.painter().layout(words.to_owned(), Type::Body.font(), palette.text, width);
    let size = vec2(ui.available_width(), words_laid.size().y);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    describe(&response, Role::Label, &format!("{}: {words}", head.text()));
    ui.painter().galley(rect.min + vec2(0.0, 2.0), head, palette.muted);
    ui.painter().galley(rect.min + vec2(left, 0.0), words_laid, palette.text);
}
