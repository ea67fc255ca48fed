//! Looking for exercises and adding them: Enter takes the first one that is found.

use egui::{
    Key, Modifiers, Role, ScrollArea, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};
use egui_material_icons::icons::ICON_ADD;

use super::Shown;
use crate::coach::{EditorMessage, Pane};
use crate::library::Exercise;
use crate::text::{EditorSentence as S, LearnSentence, OwnSentence};
use crate::ui::theme::{Palette, Type, focus_ring, icon_font, radius, size, space, stroke};
use crate::ui::widgets::{
    Button, FigureView, SearchField, cut, figure_ui, line, paint_centered, paint_left, scrolled,
};

/// The height of an exercise.
const HEIGHT: f32 = 64.0;
/// The width of its figure.
const FIGURE: f32 = 84.0;

pub(super) fn add_ui(ui: &mut Ui, shown: Shown<'_>, said: &mut Vec<EditorMessage>) {
    let text = shown.text;
    let (name, clear) =
        (text.learn(LearnSentence::LibrarySearch), text.learn(LearnSentence::LibraryClear));
    let hint = text.edit(S::FindHint);
    let field = SearchField { name: &name, hint: &hint, clear: &clear, key: "/" };
    let mut query = shown.editor.query.clone();
    let response = field.show(ui, &mut query);
    if query != shown.editor.query {
        said.push(EditorMessage::Search(query));
    }
    let entered = response.lost_focus() && ui.input(|it| it.key_pressed(Key::Enter));
    if let Some(first) = shown.editor.hits.first().filter(|_| entered) {
        said.push(EditorMessage::Add(first.clone()));
    }
    // One after the other: the search is at hand for the next.
    if entered || take_focus(ui) {
        response.request_focus();
    }
    let new = text.own(OwnSentence::AddNew);
    if ui.add(Button::plain(&new).icon(ICON_ADD)).clicked() {
        said.push(EditorMessage::NewExercise);
    }
    if shown.editor.hits.is_empty() {
        let words = text.learn(LearnSentence::LibraryNoExercise);
        ui.label(Type::Body.text(words).color(Palette::of(ui).muted));
    }
    scrolled(ScrollArea::vertical().id_salt("found").auto_shrink(false), ui, |ui| {
        ui.spacing_mut().item_spacing.y = space::XS;
        for (at, id) in shown.editor.hits.iter().enumerate() {
            let Some(exercise) = shown.library.exercise(id) else { continue };
            let first = at == 0 && !shown.editor.query.is_empty();
            if exercise_ui(ui, shown, exercise, first) {
                said.push(EditorMessage::Add(exercise.id.clone()));
            }
        }
        ui.add_space(space::XL);
    });
}

/// `/` anywhere leads to the search; it is then no letter of anything.
pub(super) fn find_key(ui: &Ui, shown: Shown<'_>, said: &mut Vec<EditorMessage>) {
    let pressed = ui.input_mut(|input| {
        let pressed = input.consume_key(Modifiers::NONE, Key::Slash);
        if pressed {
            input.events.retain(|it| !matches!(it, egui::Event::Text(it) if it == "/"));
        }
        pressed
    });
    if pressed {
        if shown.editor.pane != Pane::Add {
            said.push(EditorMessage::Show(Pane::Add));
        }
        ask_focus(ui);
    }
}

fn focus_id() -> egui::Id {
    egui::Id::unique("editor find")
}

/// The search gets the focus in the next picture that shows it.
pub(super) fn ask_focus(ui: &Ui) {
    ui.data_mut(|it| it.insert_temp(focus_id(), true));
}

fn take_focus(ui: &Ui) -> bool {
    ui.data_mut(|it| it.remove_temp::<bool>(focus_id())).unwrap_or_default()
}

/// One exercise with its figure; whether it is to be added.
fn exercise_ui(ui: &mut Ui, shown: Shown<'_>, exercise: &Exercise, first: bool) -> bool {
    let palette = Palette::of(ui);
    let wide = vec2(ui.available_width() - space::S, HEIGHT);
    let (rect, response) = ui.allocate_exact_size(wide, Sense::click());
    let name = shown.text.edit(S::AddNamed { name: &exercise.name.long });
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    if !ui.is_rect_visible(rect) {
        return response.clicked();
    }
    let fill = if response.hovered() || first { palette.raised } else { palette.surface };
    let border = Stroke::new(stroke::HAIRLINE, palette.outline);
    ui.painter().rect(rect, radius::BUTTON, fill, border, StrokeKind::Inside);
    let level = exercise.level(3).or_else(|| exercise.levels.first());
    if let Some(level) = level {
        let place = egui::Rect::from_min_size(rect.min, vec2(FIGURE, HEIGHT)).shrink(space::XS);
        let view = FigureView::of(level);
        ui.push_id(&exercise.id, |ui| figure_ui(ui, place, &view));
    }
    let left = rect.left() + FIGURE + space::S;
    let room = rect.right() - left - size::CONTROL;
    let position = level.map(|it| shown.text.position(it.position)).unwrap_or_default();
    let about = shown.text.list([shown.text.block(exercise.block), position]);
    let title = cut(ui, &exercise.name.long, Type::Strong, palette.text, room);
    paint_left(ui, pos2(left, rect.top() + 22.0), title);
    paint_left(ui, pos2(left, rect.top() + 44.0), cut(ui, &about, Type::Note, palette.muted, room));
    let plus = line(ui, ICON_ADD.codepoint, icon_font(size::ICON), palette.accent);
    paint_centered(ui, rect.right_center() - vec2(size::CONTROL / 2.0, 0.0), plus);
    if response.has_focus() {
        focus_ring(ui, rect.shrink(3.0), radius::BUTTON);
    }
    response.clicked()
}
