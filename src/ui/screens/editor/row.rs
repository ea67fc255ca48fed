//! One row of the list: the head of a block, or an item with its figure, dose, length and problems.

use egui::{Id, Rect, Role, Sense, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo, pos2, vec2};
use egui_dnd::Handle;
use egui_material_icons::icons::{ICON_DRAG_INDICATOR, ICON_ERROR};

use super::Shown;
use crate::coach::{EditorMessage, Pick};
use crate::editing::{ItemAt, ItemView};
use crate::library::{Item, ItemSides, Level, LevelSides, Order};
use crate::text::{EditorSentence as S, LearnSentence, Sentence};
use crate::ui::theme::{Palette, Type, focus_ring, icon_font, radius, size, soft, space, stroke};
use crate::ui::widgets::{FigureView, as_heading, cut, figure_ui, line, paint_left};
use crate::units::{Side, Sides};

/// The height of an item, and the room for each of its problems.
const HEIGHT: f32 = 56.0;
const PROBLEM: f32 = 22.0;
/// The width of the figure and of the handle.
const FIGURE: f32 = 68.0;
const HANDLE: f32 = 28.0;

/// The head of a block; its id.
pub(super) fn block_row_ui(
    ui: &mut Ui,
    shown: Shown<'_>,
    block: usize,
    said: &mut Vec<EditorMessage>,
) -> Id {
    let Some(view) = shown.editor.draft.blocks().get(block) else { return Id::NULL };
    let (text, palette) = (shown.text, Palette::of(ui));
    let title = view.source.title.as_ref().map_or("", |it| it.value.as_str()).to_owned();
    let mut about = vec![text.time(view.length)];
    if let Some(rounds) = view.source.rounds.filter(|it| it.value > 1) {
        about.push(text.edit(S::RoundsCount { count: rounds.value }));
    }
    if view.source.order.is_some_and(|it| it.value == Order::Circuit) {
        about.push(text.edit(S::Circuit));
    }
    if view.source.sides.is_some() {
        about.push(text.edit(S::EachBlockShort));
    }
    let about = text.list(about);
    let problems = view.problems.iter().map(|it| shown.problem(*it));
    let said_name = text.list([title.clone(), about.clone()].into_iter().chain(problems));
    let wide = vec2(ui.available_width(), 44.0);
    let (rect, response) = ui.allocate_exact_size(wide, Sense::click());
    let chosen = shown.editor.on_block && shown.editor.cursor.block == block;
    response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, chosen, &said_name));
    as_heading(&response, &said_name);
    if response.clicked() {
        said.push(EditorMessage::PickBlock(block));
    }
    let fill = if chosen { soft(palette.accent, palette.ground) } else { palette.ground };
    ui.painter().rect_filled(rect.shrink2(vec2(0.0, space::XS)), radius::SMALL, fill);
    let about = line(ui, &about, Type::Note.font(), palette.muted);
    let room = rect.width() - about.size().x - space::XL;
    let bad = !view.problems.is_empty();
    let color = if bad { palette.alert } else { palette.text };
    let title = if title.trim().is_empty() { text.edit(S::NoTitle) } else { title };
    let middle = rect.center().y;
    paint_left(
        ui,
        pos2(rect.left() + space::XS, middle),
        cut(ui, &title, Type::Strong, color, room),
    );
    paint_left(ui, pos2(rect.right() - about.size().x - space::M, middle), about);
    steer(ui, &response);
    if response.has_focus() {
        focus_ring(ui, rect.shrink2(vec2(3.0, space::S)), radius::SMALL);
    }
    response.id
}

/// An item; its id.
pub(super) fn item_row_ui(
    ui: &mut Ui,
    shown: Shown<'_>,
    at: ItemAt,
    (handle, lifted): (Handle<'_>, bool),
    said: &mut Vec<EditorMessage>,
) -> Id {
    let Some(view) = shown.editor.draft.item(at) else { return Id::NULL };
    let palette = Palette::of(ui);
    let height = HEIGHT + PROBLEM * view.problems.len() as f32;
    let wide = vec2(ui.available_width(), height);
    let id = Id::unique(("editor item", at.block, at.item));
    let rect = Rect::from_min_size(ui.next_widget_position(), wide);
    let response = ui.interact(rect, id, Sense::click());
    let words = Words::of(shown, view);
    let picked = shown.editor.picked.contains(&at);
    let name = words.said(shown, view);
    response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, picked, &name));
    if response.clicked() {
        let modifiers = ui.input(|it| it.modifiers);
        let how = match (modifiers.command, modifiers.shift) {
            (true, _) => Pick::Toggle,
            (false, true) => Pick::To,
            (false, false) => Pick::Only,
        };
        said.push(EditorMessage::Pick(at, how));
    }
    steer(ui, &response);
    if ui.is_rect_visible(rect) {
        let fill = match (picked, response.hovered() || lifted) {
            (true, _) => soft(palette.accent, palette.surface),
            (false, true) => palette.raised,
            (false, false) => palette.surface,
        };
        let border = if picked { palette.accent } else { palette.outline };
        let border = Stroke::new(stroke::HAIRLINE, border);
        ui.painter().rect(rect, radius::BUTTON, fill, border, StrokeKind::Inside);
        paint(ui, shown, view, rect, &words);
        if response.has_focus() {
            focus_ring(ui, rect.shrink(3.0), radius::BUTTON);
        }
    }
    let left = Rect::from_min_size(rect.min, vec2(HANDLE, HEIGHT));
    ui.scope_builder(UiBuilder::new().max_rect(left).id_salt(at), |ui| {
        handle.ui(ui, |ui| {
            let (place, _) = ui.allocate_exact_size(left.size(), Sense::hover());
            let mark =
                line(ui, ICON_DRAG_INDICATOR.codepoint, icon_font(size::ICON), palette.muted);
            paint_left(ui, place.left_center() + vec2(space::XS, 0.0), mark);
        })
    });
    ui.advance_cursor_after_rect(rect);
    id
}

/// The arrow keys move the cursor of the list, and not the focus by the places on the screen.
fn steer(ui: &Ui, response: &egui::Response) {
    if response.has_focus() {
        let filter = egui::EventFilter { vertical_arrows: true, ..egui::EventFilter::default() };
        ui.memory_mut(|it| it.set_focus_lock_filter(response.id, filter));
    }
}

/// What is written on a row.
struct Words {
    name: String,
    dose: String,
    time: String,
}

impl Words {
    fn of(shown: Shown<'_>, view: &ItemView) -> Self {
        let text = shown.text;
        let id = view.source.exercise.as_ref().map_or("", |it| it.value.as_str());
        let exercise = shown.library.exercise(id);
        let name = exercise.map_or_else(|| id.to_owned(), |it| it.name.long.clone());
        let level = view.usable.as_ref().and_then(|it| exercise?.level(it.level));
        let dose = view.usable.as_ref().zip(level).map(|(item, level)| dose(shown, item, level));
        Self { name, dose: dose.unwrap_or_default(), time: text.time(view.length) }
    }

    fn said(&self, shown: Shown<'_>, view: &ItemView) -> String {
        let problems = view.problems.iter().map(|it| shown.problem(*it));
        let words = [self.name.clone(), self.dose.clone(), self.time.clone()];
        let words = words.into_iter().filter(|it| !it.is_empty());
        shown.text.list(words.chain(problems))
    }
}

/// "2 × 12 reps, each side, level 3".
fn dose(shown: Shown<'_>, item: &Item, level: &Level) -> String {
    let text = shown.text;
    let sets = item.sets;
    let amount = match item.most {
        Some(most) => {
            let low = item
                .amount
                .count()
                .map_or_else(|| item.amount.time().unwrap_or_default().as_secs(), u64::from);
            text.edit(S::Range { low: &low.to_string(), high: &text.amount(most) })
        }
        None => text.amount(item.amount),
    };
    let amount = amount.as_str();
    let mut all = vec![match (level.sides, item.sides) {
        (LevelSides::Both, _) => text.say(Sentence::UiDose { sets, amount }),
        (_, ItemSides::Left | ItemSides::Right) => {
            let side = if item.sides == ItemSides::Left { Sides::Left } else { Sides::Right };
            let dose = text.say(Sentence::UiDose { sets, amount });
            text.list([dose, text.side(side)])
        }
        _ => text.say(Sentence::UiDoseEachSide { sets, amount }),
    }];
    if let Some(side) = item.extra_set {
        let side = text.side(side.into());
        all.push(text.edit(S::ExtraOn { side: &side }));
    }
    if item.first == Side::Right {
        all.push(text.edit(S::RightFirst));
    }
    all.push(text.learn(LearnSentence::LearnLevelShort { number: u32::from(item.level) }));
    text.list(all)
}

fn paint(ui: &mut Ui, shown: Shown<'_>, view: &ItemView, rect: Rect, words: &Words) {
    let palette = Palette::of(ui);
    let top = Rect::from_min_size(rect.min, vec2(rect.width(), HEIGHT));
    let place = Rect::from_min_size(
        top.min + vec2(HANDLE, space::XS),
        vec2(FIGURE, HEIGHT - 2.0 * space::XS),
    );
    let id = view.source.exercise.as_ref().map_or("", |it| it.value.as_str());
    let level = shown.library.exercise(id).and_then(|it| {
        let number = view.usable.as_ref().map_or(3, |it| it.level);
        it.level(number).or_else(|| it.levels.first())
    });
    if let Some(level) = level {
        let view = FigureView::of(level);
        ui.push_id(("figure", view.movement, rect.top() as i32), |ui| figure_ui(ui, place, &view));
    }
    let left = place.right() + space::S;
    let time = line(ui, &words.time, Type::Note.font(), palette.muted);
    let end = rect.right() - space::M - time.size().x;
    let room = end - left - space::S;
    let name = cut(ui, &words.name, Type::Strong, palette.text, room);
    paint_left(ui, pos2(left, top.top() + 18.0), name);
    paint_left(
        ui,
        pos2(left, top.top() + 39.0),
        cut(ui, &words.dose, Type::Note, palette.muted, room),
    );
    paint_left(ui, pos2(end, top.center().y), time);
    for (at, problem) in view.problems.iter().enumerate() {
        let y = top.bottom() + PROBLEM * (at as f32 + 0.4);
        let mark = line(ui, ICON_ERROR.codepoint, icon_font(16.0), palette.alert);
        paint_left(ui, pos2(left - 22.0, y), mark);
        let room = rect.right() - left - space::M;
        let words = cut(ui, &shown.problem(*problem), Type::Note, palette.alert, room);
        paint_left(ui, pos2(left, y), words);
    }
}
