//! The figure under the hand: parts that can be dragged, or moved with the arrow keys.

use egui::{
    EventFilter, Key, Modifiers, Pos2, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2,
};
use egui_material_icons::icons::{ICON_ROTATE_LEFT, ICON_ROTATE_RIGHT};

use super::Shown;
use super::movement::stop_name;
use super::preview::figures_ui;
use crate::coach::OwnMessage;
use crate::figure::{Handle, Posing, Prop, Study};
use crate::text::OwnSentence as S;
use crate::ui::theme::{Palette, Type, focus_ring, radius, space, stroke};
use crate::ui::widgets::{IconButton, Placed, as_heading, study_ui};

/// A centimetre of a body of 170 cm, in body heights.
const CENTIMETRE: f32 = 1.0 / 170.0;
/// How far a drag across the whole picture turns the view, degrees.
const TURN: f32 = 200.0;
/// How far a button turns the view, degrees.
const STEP: f32 = 15.0;
/// The radius of a part's mark, and of what can be taken hold of.
const MARK: [f32; 2] = [7.0, 14.0];

impl Shown<'_> {
    /// The things round the figure.
    pub(super) fn props(self) -> Vec<Prop> {
        let movement = self.editor.draft.movement(self.editor.level);
        movement.map(|it| it.parts.props.clone()).unwrap_or_default()
    }
}

/// The figure: under the hand where its movement is the exercise's own, else as it moves.
pub(super) fn figure_ui(ui: &mut Ui, shown: Shown<'_>, said: &mut Vec<OwnMessage>) {
    let editor = shown.editor;
    ui.add_space(space::S);
    let own = editor.draft.has_own_movement(editor.level);
    let Some((posing, study)) = editor.posing().zip(editor.study).filter(|_| own) else {
        figures_ui(ui, shown, (ui.available_height() - space::XL).max(120.0));
        return;
    };
    head_ui(ui, shown, &study, said);
    let note = 40.0;
    let size = vec2(ui.available_width(), (ui.available_height() - note).max(160.0));
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    let palette = Palette::of(ui);
    let border = Stroke::new(stroke::HAIRLINE, palette.outline);
    ui.painter().rect(rect, radius::CARD, palette.surface, border, StrokeKind::Inside);
    turn_ui(ui, rect, &study, said);
    let placed = study_ui(ui, rect.shrink(2.0), &study, posing, &shown.props());
    let mut handles: Vec<(Handle, f32, Pos2)> = Handle::ALL
        .into_iter()
        .map(|it| {
            let (at, near) = study.see(posing.place(it));
            (it, near, placed.on_screen(at))
        })
        .collect();
    // In the order of the body, so that Tab goes from the head down; what is nearer is taken first.
    let nearest = nearest_to_pointer(ui, &handles);
    handles.sort_by_key(|it| Some(it.0) == nearest);
    let stage = Stage { posing, study, placed };
    for (handle, _, at) in handles {
        handle_ui(ui, shown, &stage, (handle, at), said);
    }
    let keys = shown.text.own(S::HandleKeys);
    ui.label(Type::Note.text(keys).color(palette.muted));
}

/// The part that a press would take: the nearest to the eye of those under the pointer.
fn nearest_to_pointer(ui: &Ui, handles: &[(Handle, f32, Pos2)]) -> Option<Handle> {
    let pointer = ui.input(|it| it.pointer.hover_pos())?;
    let under = handles.iter().filter(|it| it.2.distance(pointer) <= MARK[1]);
    under.max_by(|a, b| a.1.total_cmp(&b.1)).map(|it| it.0)
}

/// What is posed, and the way from its places to those on the screen.
struct Stage<'a> {
    posing: &'a Posing,
    study: Study,
    placed: Placed,
}

fn head_ui(ui: &mut Ui, shown: Shown<'_>, study: &Study, said: &mut Vec<OwnMessage>) {
    let (text, editor) = (shown.text, shown.editor);
    ui.horizontal(|ui| {
        let name = stop_name(text, editor.stop, editor.stops.len());
        let label = ui.label(Type::Title.text(&name).color(Palette::of(ui).text));
        as_heading(&label, &name);
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            for (icon, name, by) in
                [(ICON_ROTATE_RIGHT, S::TurnRight, -STEP), (ICON_ROTATE_LEFT, S::TurnLeft, STEP)]
            {
                let pressed = ui.add(IconButton::new(icon, &text.own(name))).clicked();
                let look = OwnMessage::Look(study.view.turned(by, 0.0));
                said.extend(pressed.then_some(look));
            }
        });
    });
}

/// A drag beside the figure turns the view.
fn turn_ui(ui: &Ui, rect: Rect, study: &Study, said: &mut Vec<OwnMessage>) {
    let response = ui.interact(rect, ui.scope_id().with("turn the view"), Sense::drag());
    if response.dragged() {
        let by = response.drag_delta() / rect.size().max(egui::Vec2::splat(1.0));
        said.push(OwnMessage::Look(study.view.turned(-by.x * TURN, by.y * TURN / 2.0)));
    }
}

fn handle_ui(
    ui: &mut Ui,
    shown: Shown<'_>,
    stage: &Stage<'_>,
    (handle, at): (Handle, Pos2),
    said: &mut Vec<OwnMessage>,
) {
    let rect = Rect::from_center_size(at, egui::Vec2::splat(2.0 * MARK[1]));
    let id = ui.scope_id().with(("handle", handle));
    let response = ui.interact(rect, id, Sense::click_and_drag());
    let held = stage.posing.is_held(handle);
    let plain = shown.text.handle(handle);
    let name = if held { shown.text.own(S::HandleHeld { handle: &plain }) } else { plain };
    let chosen = shown.editor.handle == handle;
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, chosen, &name));
    if response.clicked() || response.gained_focus() {
        said.push(OwnMessage::Take(handle));
        response.request_focus();
    }
    if response.dragged()
        && let Some(pointer) = response.interact_pointer_pos()
    {
        let drag = shown.editor.drag.as_ref().filter(|it| it.handle == handle);
        let base = drag.map_or(stage.posing, |it| &it.base);
        let near = stage.study.see(base.place(handle)).1;
        let to = stage.study.place(stage.placed.in_picture(pointer), near);
        said.push(OwnMessage::Drag(handle, to));
    }
    if response.drag_stopped() {
        said.push(OwnMessage::Drop);
    }
    if response.has_focus() {
        keys(ui, &stage.study, (handle, response.id), said);
    }
    if response.lost_focus() {
        said.push(OwnMessage::Part);
    }
    paint(ui, at, (held, chosen, response.hovered() || response.dragged()));
    if response.has_focus() {
        focus_ring(ui, Rect::from_center_size(at, egui::Vec2::splat(2.0 * MARK[0] + 6.0)), MARK[0]);
    }
    response.on_hover_text(name);
}

/// A disc; one that touches is a square, and the one that keys move is filled.
fn paint(ui: &Ui, at: Pos2, (held, chosen, lifted): (bool, bool, bool)) {
    let palette = Palette::of(ui);
    let radius = if lifted { MARK[0] + 2.0 } else { MARK[0] };
    let fill = if chosen { palette.accent } else { palette.surface };
    let border = Stroke::new(stroke::FOCUS, palette.accent);
    if held {
        let rect = Rect::from_center_size(at, egui::Vec2::splat(2.0 * radius - 2.0));
        ui.painter().rect(rect, radius::SMALL, fill, border, StrokeKind::Inside);
    } else {
        ui.painter().circle(at, radius, fill, border);
    }
}

/// The arrows move a part by a centimetre across the picture, the brackets away and nearer.
fn keys(ui: &Ui, study: &Study, (handle, id): (Handle, egui::Id), said: &mut Vec<OwnMessage>) {
    let filter =
        EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|it| it.set_focus_lock_filter(id, filter));
    let [right, up] = study.across();
    let near = study.nearer();
    for (key, way) in [
        (Key::ArrowLeft, -right),
        (Key::ArrowRight, right),
        (Key::ArrowUp, up),
        (Key::ArrowDown, -up),
        (Key::OpenBracket, -near),
        (Key::CloseBracket, near),
    ] {
        for (modifiers, many) in [(Modifiers::SHIFT, 5.0), (Modifiers::NONE, 1.0)] {
            let pressed = ui.input_mut(|it| it.count_and_consume_key(modifiers, key));
            if pressed > 0 {
                let far = CENTIMETRE * many * pressed as f32;
                said.push(OwnMessage::Nudge(handle, way * far));
            }
        }
    }
}
