//! Where a check waits for a reading: degrees, one of five pictures, or one of some words; large
//! enough for the mat, and all of it by keys.

mod keys;
mod scale;

use egui::{
    Layout as Flow, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo,
    pos2, vec2,
};
use egui_material_icons::icons::{ICON_CHECK, ICON_REPLAY, ICON_SQUARE_FOOT};

use super::Stage;
use super::layout::Layout;
use crate::coach::{
    CheckMessage, GoniometerMessage, MeasureAsked, Message, Overlay, ReadingMessage,
};
use crate::library::{CheckWord, Gate, Lean, Method, ReadingOf};
use crate::measure::{Line as MeasureLine, Way};
use crate::session::Read;
use crate::text::{CheckSentence as S, MeasureSentence, Text};
use crate::ui::theme::{Palette, Type, focus_ring, radius, space, stroke};
use crate::ui::widgets::{
    Button, Dialog, cut, describe, key_cap_size, line, paint_key_cap, paint_left,
};
use keys::gates;
pub(super) use keys::keys_asked;
use scale::scale_ui;

/// What is waited for.
#[derive(Debug, Clone, Copy)]
pub struct Awaited<'a> {
    /// What is read.
    pub read: &'a Read,
    /// The degrees typed so far.
    pub typed: Option<u32>,
    /// How it is read.
    pub method: Method,
    /// What makes it useless.
    pub watches: &'a [Gate],
}

/// Shows what can be answered, in place of the number.
pub(super) fn reading_ui(
    ui: &mut Ui,
    stage: &Stage<'_>,
    at: &Layout,
    text: &Text,
    asked: &mut Vec<Message>,
) {
    let Some(awaited) = stage.reading else { return };
    let bottom =
        if stage.controls { at.block.bottom() } else { at.block.bottom().max(at.next.top()) };
    let room = Rect::from_min_max(at.number.min, pos2(at.block.right(), bottom));
    let room = match at.figure {
        Some(figure) if figure.intersects(room) => {
            Rect::from_min_max(room.min, pos2(figure.left() - space::L, room.bottom()))
        }
        _ => room,
    };
    let mut place = ui.new_child(UiBuilder::new().max_rect(room));
    place.spacing_mut().item_spacing = vec2(space::S, space::S);
    let (question, short) = question(stage, text);
    question_ui(&mut place, [&question, &short], at.words);
    let said = match &awaited.read.of {
        ReadingOf::Words(words) => words_ui(&mut place, words, text),
        ReadingOf::Angle(lean) if awaited.method == Method::Scale => {
            scale_ui(&mut place, *lean, text)
        }
        ReadingOf::Angle(_) => degrees_ui(&mut place, awaited.typed, text),
    };
    let (answered, measures) = place
        .horizontal_wrapped(|ui| {
            let typed = match awaited.read.of {
                ReadingOf::Angle(_) if awaited.method != Method::Scale => {
                    keep_ui(ui, awaited.typed.is_some(), text)
                }
                ReadingOf::Angle(_) | ReadingOf::Words(_) => None,
            };
            let measures = match awaited.read.of {
                ReadingOf::Angle(lean) if awaited.method == Method::Photo => {
                    measure_ui(ui, text).then_some(lean)
                }
                ReadingOf::Angle(_) | ReadingOf::Words(_) => None,
            };
            (again_ui(ui, &awaited, text).or(typed), measures)
        })
        .inner;
    asked.extend(measures.and_then(|it| measure(stage, it)));
    asked.extend(said.or(answered).map(|it| Message::Check(CheckMessage::Read(it))));
}

/// The button that keeps what was typed.
fn keep_ui(ui: &mut Ui, can: bool, text: &Text) -> Option<ReadingMessage> {
    let keep = text.check(S::Keep);
    let button = Button::primary(&keep).icon(ICON_CHECK).key("Enter").min_width(180.0);
    ui.add_enabled(can, button).clicked().then_some(ReadingMessage::Keep)
}

/// The way to the goniometer.
fn measure_ui(ui: &mut Ui, text: &Text) -> bool {
    let label = text.measure(MeasureSentence::Open);
    ui.add(Button::quiet(&label).icon(ICON_SQUARE_FOOT).key("M")).clicked()
}

/// What the goniometer is to measure.
fn measure(stage: &Stage<'_>, lean: Lean) -> Option<Message> {
    let check = stage.plan.check.as_ref()?.check.clone();
    let step = stage.plan.steps.get(stage.view.step)?;
    let way = match lean {
        Lean::Away => Way::Away,
        Lean::Across => Way::Towards,
    };
    let asked = MeasureAsked {
        check,
        line: MeasureLine::Shin,
        side: step.side.one()?,
        way: Some(way),
        number: step.set,
        of: step.sets,
    };
    Some(Message::Goniometer(GoniometerMessage::Measure(Some(asked))))
}

fn question(stage: &Stage<'_>, text: &Text) -> (String, String) {
    let task = |short| text.task(stage.plan, stage.view.step, short).unwrap_or_default();
    (task(false), task(true))
}

/// The question, in full where it fits in two lines.
fn question_ui(ui: &mut Ui, [full, short]: [&String; 2], size: f32) {
    let palette = Palette::of(ui);
    let width = ui.available_width();
    let lay = |words: &str| {
        let font = egui::FontId::new(size, egui::FontFamily::Proportional);
        ui.painter().layout(words.to_owned(), font, palette.text, width)
    };
    let galley = Some(lay(full)).filter(|it| it.rows.len() <= 2).unwrap_or_else(|| lay(short));
    let (rect, response) = ui.allocate_exact_size(galley.size(), Sense::hover());
    describe(&response, Role::Label, full);
    ui.painter().galley(rect.min, galley, palette.text);
}

/// The degrees typed so far, one more and one less.
fn degrees_ui(ui: &mut Ui, typed: Option<u32>, text: &Text) -> Option<ReadingMessage> {
    let palette = Palette::of(ui);
    let number = typed.map(|it| it.to_string());
    let shown = number
        .as_deref()
        .map_or_else(|| text.check(S::DegreesNone), |it| text.check(S::Degrees { degrees: it }));
    let size = (ui.available_height() * 0.42).clamp(44.0, 150.0);
    let color = if typed.is_some() { palette.text } else { palette.muted };
    let mut said = None;
    ui.horizontal(|ui| {
        let (less, more) = (text.check(S::Less), text.check(S::More));
        let galley = line(ui, &shown, Type::session(size), color);
        let wide = vec2(galley.size().x.max(size * 1.9), size * 1.15);
        let (rect, response) = ui.allocate_exact_size(wide, Sense::hover());
        response.widget_info(|| {
            let mut info = WidgetInfo::labeled(Role::SpinButton, true, text.check(S::DegreesName));
            info.value = typed.map(f64::from);
            info.current_text_value = Some(shown.clone());
            info
        });
        paint_left(ui, rect.left_center(), galley);
        ui.with_layout(Flow::top_down(egui::Align::Min), |ui| {
            ui.add_space((size * 1.15 - 2.0 * 40.0 - space::S).max(0.0) / 2.0);
            if ui.add(Button::quiet(&more).key("↑")).clicked() {
                said = Some(ReadingMessage::By(1));
            }
            if ui.add(Button::quiet(&less).key("↓")).clicked() {
                said = Some(ReadingMessage::By(-1));
            }
        });
    });
    ui.label(Type::Body.text(text.check(S::TypeThem)).color(palette.muted));
    said
}

/// One large button a word, with the number that chooses it.
fn words_ui(ui: &mut Ui, words: &[CheckWord], text: &Text) -> Option<ReadingMessage> {
    let palette = Palette::of(ui);
    let mut said = None;
    let unsure = CheckWord { id: String::new(), label: text.check(S::Unsure) };
    let all: Vec<_> = words.iter().chain([&unsure]).collect();
    let columns = if all.len() <= 4 { 1 } else { 2 };
    let rows = all.len().div_ceil(columns);
    let gap = space::S;
    let room = ui.available_size() - vec2(0.0, 28.0);
    let width = (room.x - gap * (columns as f32 - 1.0)) / columns as f32;
    let height = ((room.y - gap * rows as f32) / rows as f32).clamp(38.0, 76.0);
    let size = vec2(width.min(420.0), height);
    for (row, words) in all.chunks(columns).enumerate() {
        let clicked = ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = gap;
            let places = words.iter().enumerate().map(|it| (row * columns + it.0, *it.1));
            let clicked =
                places.filter(|(at, word)| word_ui(ui, size, word, (*at, at + 1 == all.len())));
            clicked.last().map(|it| it.0)
        });
        said = clicked.inner.map(|at| answer(at, all.len())).or(said);
    }
    ui.label(Type::Note.text(text.check(S::WordsHint)).color(palette.muted));
    said
}

/// The answer at a place; the last of all is that nobody can tell.
const fn answer(at: usize, all: usize) -> ReadingMessage {
    if at + 1 == all { ReadingMessage::Unsure } else { ReadingMessage::Word(at) }
}

/// One word; whether it was chosen.
fn word_ui(
    ui: &mut Ui,
    size: egui::Vec2,
    word: &CheckWord,
    (at, is_unsure): (usize, bool),
) -> bool {
    let palette = Palette::of(ui);
    let cap = if is_unsure { "U".to_owned() } else { (at + 1).to_string() };
    let (rect, response) = choice(ui, size, &word.label, &cap);
    let color = if is_unsure { palette.muted } else { palette.text };
    let left = rect.left() + space::L + key_cap_size(ui, &cap).x + space::M;
    let words = cut(ui, &word.label, Type::Title, color, rect.right() - left - space::M);
    paint_left(ui, pos2(left, rect.center().y), words);
    response.clicked()
}

/// A place to click, with the key that does the same at its left.
fn choice(ui: &mut Ui, size: egui::Vec2, name: &str, cap: &str) -> (Rect, Response) {
    let palette = Palette::of(ui);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), name));
    ui.accesskit_node_builder(response.id, |it| it.set_keyboard_shortcut(cap));
    let fill = if response.hovered() { palette.raised } else { palette.surface };
    let border = Stroke::new(stroke::HAIRLINE, palette.control);
    ui.painter().rect(rect, radius::CARD, fill, border, StrokeKind::Inside);
    let tall = 90.0 < rect.height();
    let y = if tall { rect.top() + 20.0 } else { rect.center().y };
    let x = if tall { space::M } else { space::L };
    paint_key_cap(ui, pos2(rect.left() + x, y), cap, palette.muted);
    if response.has_focus() {
        focus_ring(ui, rect, radius::CARD);
    }
    (rect, response)
}

/// What makes a reading useless: it is taken again at once.
fn again_ui(ui: &mut Ui, awaited: &Awaited<'_>, text: &Text) -> Option<ReadingMessage> {
    let mut said = None;
    for (key, gate) in gates(awaited) {
        let words = match gate {
            Gate::Pelvis => S::PelvisAgain,
            Gate::Knee | Gate::Spread => S::KneeAgain,
        };
        let label = text.check(words);
        let cap = key.symbol_or_name();
        if ui.add(Button::quiet(&label).icon(ICON_REPLAY).key(cap)).clicked() {
            said = Some(ReadingMessage::Again(gate));
        }
    }
    said
}

/// Three readings that lie too far apart.
pub(super) fn apart_ui(ui: &Ui, stage: &Stage<'_>, text: &Text, asked: &mut Vec<Message>) {
    let Some(Overlay::Apart { degrees, .. }) = stage.overlay else { return };
    let title = text.check(S::Apart { degrees });
    let dialog = Dialog { width: 560.0, ..Dialog::new("apart", &title) }.show(ui, |ui| {
        let about = text.check(S::ApartAbout { most: stage.spread });
        ui.label(Type::Body.text(about).color(Palette::of(ui).muted));
        ui.add_space(space::S);
        let mut choice = None;
        ui.horizontal_wrapped(|ui| {
            let again = text.check(S::TakeAgain);
            let response = ui.add(Button::primary(&again).icon(ICON_REPLAY));
            if ui.memory(|it| it.focused().is_none()) {
                response.request_focus();
            }
            if response.clicked() {
                choice = Some(ReadingMessage::TakeAgain);
            }
            if ui.add(Button::quiet(&text.check(S::LeaveOut))).clicked() {
                choice = Some(ReadingMessage::LeaveOut);
            }
        });
        choice
    });
    asked.extend(dialog.inner.map(|it| Message::Check(CheckMessage::Read(it))));
}
