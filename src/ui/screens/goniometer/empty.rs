//! Before there is a picture: the place to drop one, and the other ways to open it.

use egui::{Align, Key, Layout, Rect, Role, Sense, Shape, Stroke, StrokeKind, Ui, UiBuilder, vec2};
use egui_material_icons::icons::{ICON_ADD_PHOTO_ALTERNATE, ICON_FOLDER_OPEN};

use super::{Measuring, hovers};
use crate::coach::{GoniometerMessage, Photo};
use crate::text::MeasureSentence as S;
use crate::ui::theme::{LINE_LENGTH, Palette, Type, icon_font, radius, soft, space, stroke};
use crate::ui::widgets::{Banner, Button, Weight, describe, line, paint_centered, text_field};

/// Draws the place.
pub(super) fn empty_ui(ui: &mut Ui, shown: Measuring<'_>, said: &mut Vec<GoniometerMessage>) {
    let palette = Palette::of(ui);
    let (rect, response) = ui.allocate_exact_size(ui.available_size(), Sense::hover());
    let drop = shown.text.measure(S::Drop);
    describe(&response, Role::Group, &drop);
    let is_over = hovers(ui);
    let fill = if is_over { soft(palette.accent, palette.surface) } else { palette.surface };
    ui.painter().rect_filled(rect, radius::CARD, fill);
    edge(ui, rect, is_over);
    let width = (rect.width() - 2.0 * space::XXL).min(LINE_LENGTH);
    let middle = Rect::from_center_size(rect.center(), vec2(width, rect.height() - 2.0 * space::L));
    let column = UiBuilder::new().max_rect(middle).layout(Layout::top_down(Align::Center));
    ui.scope_builder(column, |ui| {
        ui.spacing_mut().item_spacing.y = space::M;
        let content = if matches!(shown.it.photo, Photo::Refused { .. }) { 430.0 } else { 330.0 };
        ui.add_space(((middle.height() - content) / 2.0).max(0.0));
        state_ui(ui, shown);
        ui.add_space(space::S);
        let choose = shown.text.measure(S::Choose);
        if ui.add(Button::primary(&choose).icon(ICON_FOLDER_OPEN)).clicked() {
            said.push(GoniometerMessage::ChoosePhoto);
        }
        ui.add_space(space::S);
        path_ui(ui, shown, said);
    });
}

/// The dashed edge of a place to drop something on.
fn edge(ui: &Ui, rect: Rect, is_over: bool) {
    let palette = Palette::of(ui);
    if is_over {
        let line = Stroke::new(stroke::FOCUS, palette.accent);
        ui.painter().rect_stroke(rect, radius::CARD, line, StrokeKind::Inside);
        return;
    }
    let inner = rect.shrink(1.0);
    let corners = [
        inner.left_top(),
        inner.right_top(),
        inner.right_bottom(),
        inner.left_bottom(),
        inner.left_top(),
    ];
    let line = Stroke::new(1.5, palette.control);
    ui.painter().extend(Shape::dashed_line(&corners, line, 8.0, 6.0));
}

/// What became of the last photo, or what to do.
fn state_ui(ui: &mut Ui, shown: Measuring<'_>) {
    let Measuring { it, text } = shown;
    let palette = Palette::of(ui);
    let (rect, _) = ui.allocate_exact_size(vec2(56.0, 56.0), Sense::hover());
    let glyph = line(ui, ICON_ADD_PHOTO_ALTERNATE.codepoint, icon_font(48.0), palette.muted);
    paint_centered(ui, rect.center(), glyph);
    let head = if hovers(ui) { text.measure(S::DropNow) } else { text.measure(S::Drop) };
    match &it.photo {
        Photo::Opening { name } => {
            let opening = text.measure(S::Opening { name });
            ui.label(Type::Title.text(opening).color(palette.text));
        }
        Photo::Refused { name, why } => {
            ui.label(Type::Title.text(head).color(palette.text));
            let why = text.photo_refusal(name, *why);
            Banner { weight: Weight::Problem, text: &why, actions: &[] }.show(ui);
        }
        Photo::None | Photo::Shown(_) => {
            ui.label(Type::Title.text(head).color(palette.text));
            ui.label(Type::Body.text(text.measure(S::DropAbout)).color(palette.muted));
        }
    }
    if it.was_not_chosen {
        let none = text.measure(S::NotChosen);
        Banner { weight: Weight::Note, text: &none, actions: &[] }.show(ui);
    }
}

/// The path, for computers that have no dialog for choosing files.
fn path_ui(ui: &mut Ui, shown: Measuring<'_>, said: &mut Vec<GoniometerMessage>) {
    let Measuring { it, text } = shown;
    let open = text.measure(S::PathOpen);
    let button = Button::quiet(&open);
    let width = ui.available_width();
    ui.allocate_ui_with_layout(vec2(width, 68.0), Layout::left_to_right(Align::Max), |ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        let field = width - button.size(ui).x - space::S;
        let mut path = it.path.clone();
        let shown = ui.allocate_ui(vec2(field, 64.0), |ui| {
            let (name, hint) = (text.measure(S::Path), text.measure(S::PathHint));
            text_field(ui, &name, &hint, &mut path)
        });
        let entered = shown.inner.lost_focus() && ui.input(|it| it.key_pressed(Key::Enter));
        if path != it.path {
            said.push(GoniometerMessage::Path(path));
        }
        if ui.add(button).clicked() || entered {
            said.push(GoniometerMessage::OpenPath);
        }
    });
}
