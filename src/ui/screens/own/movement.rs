//! What the figure does: a movement that there is, or poses of its own and the way between them.

use egui::{Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};
use egui_material_icons::icons::{
    ICON_ACCESSIBILITY_NEW, ICON_FLIP, ICON_RESTART_ALT, ICON_SEARCH, ICON_VIDEOCAM,
};

use super::preview::figures_ui;
use super::things::things_ui;
use super::{Shown, angles, named_ui, pick, scroll_ui, wrong_ui};
use crate::coach::{Choosing, OwnMessage};
use crate::editing::{By, ExerciseCommand, ExerciseDraft, FigureChange, Touch, Way};
use crate::figure::Prop;
use crate::figure::contact::{Part, Surface, Thing};
use crate::text::{OwnSentence as S, Text};
use crate::ui::theme::{Palette, Type, focus_ring, radius, soft, space, stroke};
use crate::ui::widgets::{Button, Choice, Dropdown, cut, paint_left, study_ui};
use crate::units::Side;

/// What can rest on the floor, in the order in which it is offered.
const PARTS: [Part; 12] = [
    Part::Foot,
    Part::Ball,
    Part::Heel,
    Part::Instep,
    Part::Shin,
    Part::Knee,
    Part::Pelvis,
    Part::Hip,
    Part::Trunk,
    Part::Shoulder,
    Part::Head,
    Part::Forearm,
];
/// The rest of them.
const ARMS: [Part; 3] = [Part::Elbow, Part::Hand, Part::Fingers];
/// What can rest on a thing.
const RESTS: [Part; 5] = [Part::Pelvis, Part::Foot, Part::Shin, Part::Hand, Part::Forearm];
/// The height of a picture of a pose.
const PICTURE: f32 = 84.0;

pub(super) fn movement_ui(ui: &mut Ui, shown: Shown<'_>, said: &mut Vec<OwnMessage>) {
    match shown.editor.choosing {
        Choosing::Movement => pick::movements_ui(ui, shown, said),
        Choosing::Pose => pick::poses_ui(ui, shown, said),
        Choosing::Nothing => scroll_ui(ui, "own-movement", |ui| parts_ui(ui, shown, said)),
    }
}

fn parts_ui(ui: &mut Ui, shown: Shown<'_>, said: &mut Vec<OwnMessage>) {
    let (text, editor) = (shown.text, shown.editor);
    let palette = Palette::of(ui);
    figures_ui(ui, shown, 150.0);
    let wrong: Vec<_> = editor.draft.wrong_figure().map(|it| shown.said(&it.problem)).collect();
    wrong_ui(ui, &wrong);
    let has_any = !editor.stops.is_empty();
    let own = editor.draft.has_own_movement(editor.level);
    ui.horizontal_wrapped(|ui| {
        let choose = text.own(S::MovementPick);
        if ui.add(Button::quiet(&choose).icon(ICON_SEARCH)).clicked() {
            said.push(OwnMessage::Choose(Choosing::Movement));
        }
        if !own {
            let label = text.own(if has_any { S::MovementPose } else { S::MovementFresh });
            if ui.add(Button::quiet(&label).icon(ICON_ACCESSIBILITY_NEW)).clicked() {
                said.push(shown.figure(own_change(shown)));
            }
        }
    });
    if !has_any {
        ui.label(Type::Body.text(text.own(S::MovementNoneAbout)).color(palette.muted));
        return;
    }
    way_ui(ui, shown, said);
    named_ui(ui, &text.own(S::Stops), |ui| stops_ui(ui, shown, said));
    if own {
        stop_ui(ui, shown, said);
        things_ui(ui, shown, said);
        angles::remarks_ui(ui, shown);
        angles::angles_ui(ui, shown, said);
    }
}

/// What makes the movement one of the exercise's own: its poses as they are, as a copy.
fn own_change(shown: Shown<'_>) -> FigureChange {
    let posing = shown.editor.posings.first().and_then(Option::as_ref);
    posing.map_or(FigureChange::Fresh, |it| FigureChange::Angles { stop: 0, pose: *it.pose() })
}

impl Shown<'_> {
    /// A change of what the figure does at this level.
    pub(super) fn figure(self, change: FigureChange) -> OwnMessage {
        OwnMessage::Do(ExerciseCommand::Figure { level: self.editor.level, change })
    }
}

/// The phases that lead to the two poses.
fn way_ui(ui: &mut Ui, shown: Shown<'_>, said: &mut Vec<OwnMessage>) {
    let text = shown.text;
    let Some(now) = ExerciseDraft::way(&shown.editor.stops) else { return };
    let label = text.own(S::WayName);
    let name = |way: Way| match way {
        Way::Hold => text.own(S::WayHold),
        Way::Reps { to, back } => {
            let (to, back) = (text.phase(to, None), text.phase(back, None));
            text.own(S::WayReps { to: &to, back: &back })
        }
    };
    let names = Way::ALL.map(name);
    let here = Way::ALL.iter().position(|it| *it == now);
    named_ui(ui, &label, |ui| {
        let choice =
            |(at, label): (usize, &String)| Choice { label: label.clone(), on: here == Some(at) };
        let choices: Vec<_> = names.iter().enumerate().map(choice).collect();
        let on = here.and_then(|it| names.get(it)).cloned().unwrap_or_else(|| name(now));
        let dropdown = Dropdown { label: &on, on: false, several: false };
        let way = dropdown.show(ui, || choices).and_then(|it| Way::ALL.get(it));
        said.extend(way.map(|it| shown.figure(FigureChange::Way(*it))));
    });
}

/// What a pose of the movement is called.
pub(super) fn stop_name(text: &Text, at: usize, count: usize) -> String {
    match at {
        0 => text.own(S::StopStart),
        it if it + 1 == count && count == 2 => text.own(S::StopEnd),
        it => text.own(S::StopNumber { number: it + 1 }),
    }
}

/// The poses as pictures; one of them is under the hand.
fn stops_ui(ui: &mut Ui, shown: Shown<'_>, said: &mut Vec<OwnMessage>) {
    let (text, editor) = (shown.text, shown.editor);
    let count = editor.stops.len();
    let wide = ((ui.available_width() - space::S) / 2.0).max(96.0);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(space::S, space::S);
        for (at, stop) in editor.stops.iter().enumerate() {
            let by = match stop.by {
                By::Phase(it) => text.phase(it, None),
                By::Enter => text.own(S::WayHold),
                By::Rest | By::Step => String::new(),
            };
            let name = stop_name(text, at, count);
            let words = if by.is_empty() { name.clone() } else { format!("{name} · {by}") };
            let size = vec2(wide, PICTURE + 28.0);
            if stop_card_ui(ui, shown, (at, &words), size) {
                said.push(OwnMessage::Stop(at));
            }
        }
    });
}

fn stop_card_ui(
    ui: &mut Ui,
    shown: Shown<'_>,
    (at, words): (usize, &str),
    size: egui::Vec2,
) -> bool {
    let palette = Palette::of(ui);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    let on = shown.editor.stop == at;
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, on, words));
    let fill = if on { soft(palette.accent, palette.surface) } else { palette.surface };
    let border = if on {
        Stroke::new(stroke::FOCUS, palette.accent)
    } else {
        Stroke::new(stroke::HAIRLINE, palette.outline)
    };
    ui.painter().rect(rect, radius::BUTTON, fill, border, StrokeKind::Inside);
    let place = Rect::from_min_size(rect.min, vec2(size.x, PICTURE)).shrink(space::XS);
    if let (Some(Some(posing)), Some(study)) = (shown.editor.posings.get(at), shown.editor.study) {
        let study = crate::figure::Study::of(posing, study.view);
        let props = shown.props();
        ui.push_id(("stop", at), |ui| study_ui(ui, place, &study, posing, &props));
    }
    let label = cut(ui, words, Type::Label, palette.text, size.x - 2.0 * space::S);
    paint_left(ui, egui::pos2(rect.left() + space::S, rect.bottom() - 14.0), label);
    if response.has_focus() {
        focus_ring(ui, rect, radius::BUTTON);
    }
    response.clicked()
}

/// What can be done with the pose under the hand.
fn stop_ui(ui: &mut Ui, shown: Shown<'_>, said: &mut Vec<OwnMessage>) {
    let (text, editor) = (shown.text, shown.editor);
    let stop = editor.stop;
    let other = if stop == 0 { editor.stops.len().saturating_sub(1) } else { 0 };
    ui.horizontal_wrapped(|ui| {
        let label = text.own(S::PoseChoose);
        if ui.add(Button::quiet(&label).icon(ICON_SEARCH)).clicked() {
            said.push(OwnMessage::Choose(Choosing::Pose));
        }
        let label = text.own(S::Mirror);
        if ui.add(Button::quiet(&label).icon(ICON_FLIP)).clicked() {
            said.push(shown.figure(FigureChange::Mirror(stop)));
        }
        if other != stop {
            let label = text.own(if stop == 0 { S::LikeEnd } else { S::LikeStart });
            if ui.add(Button::quiet(&label).icon(ICON_RESTART_ALT)).clicked() {
                said.push(shown.figure(FigureChange::Like { stop, of: other }));
            }
        }
        let label = text.own(S::FromHere);
        if let Some(study) = editor.study
            && ui.add(Button::quiet(&label).icon(ICON_VIDEOCAM)).clicked()
        {
            said.push(shown.figure(FigureChange::View(study.view)));
        }
        touches_ui(ui, shown, said);
    });
}

/// The things of the scene with a top, each once.
fn things_on(shown: Shown<'_>) -> Vec<Thing> {
    let mut things = Vec::new();
    for prop in shown.props() {
        if let Prop::Thing { thing, .. } = prop
            && !things.contains(&thing)
        {
            things.push(thing);
        }
    }
    things
}

/// A part on its sides.
fn both(part: Part) -> Vec<(Part, Side)> {
    let sides = if part.is_paired() { &Side::BOTH[..] } else { &[Side::Right] };
    sides.iter().map(|it| (part, *it)).collect()
}

/// What touches something: on the floor where nothing else was written.
fn touches_ui(ui: &mut Ui, shown: Shown<'_>, said: &mut Vec<OwnMessage>) {
    let (text, editor) = (shown.text, shown.editor);
    let stop = editor.stops.get(editor.stop);
    let stance = stop.and_then(|it| editor.draft.shelf().stance(&it.pose));
    let contacts = stance.map_or(&[][..], |it| &it.contacts);
    let mut choices = Vec::new();
    let mut touches = Vec::new();
    for part in PARTS.into_iter().chain(ARMS) {
        let sides = if part.is_paired() { &Side::BOTH[..] } else { &[Side::Right] };
        for side in sides {
            let is_it = |it: &&crate::figure::contact::Contact| {
                it.part == part && (!part.is_paired() || it.side == *side)
            };
            let there = contacts.iter().find(is_it);
            let label = text.body_part(part, *side);
            choices.push(Choice { label, on: there.is_some() });
            let on = there.and_then(|it| match it.on {
                Surface::Thing(thing) => Some(thing),
                Surface::Floor | Surface::Wall | Surface::Body(_) => None,
            });
            touches.push(Touch { part, side: *side, on });
        }
    }
    for thing in things_on(shown) {
        for (part, side) in RESTS.into_iter().flat_map(both) {
            let on = contacts.iter().any(|it| {
                it.part == part
                    && (!part.is_paired() || it.side == side)
                    && it.on == Surface::Thing(thing)
            });
            let (body, what) = (text.body_part(part, side), text.top(thing));
            let label = text.own(S::TouchOn { part: &body, thing: &what });
            choices.push(Choice { label, on });
            touches.push(Touch { part, side, on: Some(thing) });
        }
    }
    let label = text.own(S::Touches { count: contacts.len() });
    let dropdown = Dropdown { label: &label, on: !contacts.is_empty(), several: true };
    let touch = dropdown.show(ui, || choices).and_then(|it| touches.get(it)).copied();
    let stop = editor.stop;
    said.extend(touch.map(|touch| shown.figure(FigureChange::Touch { stop, touch })));
}
