//! The timeline, the buttons, the time left and the signs.

use egui::{Id, Layout as Flow, Rect, Ui, UiBuilder, accesskit, vec2};
use egui_material_icons::MaterialIcon;
use egui_material_icons::icons::{
    ICON_CHECK, ICON_FORWARD_10, ICON_FULLSCREEN, ICON_KEYBOARD, ICON_LOGOUT, ICON_PAUSE,
    ICON_PERSONAL_INJURY, ICON_PLAY_ARROW, ICON_REPLAY, ICON_REPLAY_10, ICON_SKIP_NEXT,
    ICON_SKIP_PREVIOUS, ICON_SWAP_HORIZ, ICON_TRENDING_DOWN, ICON_TRENDING_UP, ICON_UNDO,
    ICON_VOLUME_OFF,
};

use super::Stage;
use super::layout::Layout;
use crate::coach::{Action, Message, SessionMessage};
use crate::session::{Phase, StepKind};
use crate::text::{Sentence, Text};
use crate::ui::theme::{Palette, Type, icon, size, space};
use crate::ui::widgets::{Button, RingKind, Segment, timeline_ui};
use crate::units::Mss;

/// Shows the controls; painted only when asked for, and there for screen readers all the time.
pub(super) fn controls_ui(
    ui: &mut Ui,
    stage: &Stage<'_>,
    at: &Layout,
    text: &Text,
    asked: &mut Vec<Message>,
) {
    signs_ui(ui, stage, at.top, text);
    let mut top = hidden_until_asked(ui, at.top, stage.controls);
    top_ui(&mut top, stage, text, asked);
    let mut bottom = hidden_until_asked(ui, at.controls, stage.controls);
    bottom.spacing_mut().item_spacing = vec2(space::S, space::M);
    let segments = segments(stage, text);
    let name = text.say(Sentence::UiSessionTimeline);
    let (response, jump) =
        timeline_ui(&mut bottom, &name, &segments, stage.view.step, stage.view.fraction);
    ui.data_mut(|it| it.insert_temp(timeline_id(), response.id));
    asked.extend(jump.map(|it| Message::Session(SessionMessage::Jump(it))));
    buttons_ui(&mut bottom, stage, text, asked);
}

fn hidden_until_asked(ui: &mut Ui, rect: Rect, shown: bool) -> Ui {
    let mut part = ui.new_child(UiBuilder::new().max_rect(rect));
    if !shown {
        part.set_opacity(0.0);
    }
    part
}

/// Whether the arrow keys belong to the timeline.
pub(super) fn timeline_has_focus(ui: &Ui) -> bool {
    let timeline = ui.data(|it| it.get_temp::<Id>(timeline_id()));
    timeline.is_some_and(|it| ui.memory(|memory| memory.has_focus(it)))
}

fn timeline_id() -> Id {
    Id::unique("session timeline")
}

/// What has to be seen all the time: that nothing can be heard.
fn signs_ui(ui: &mut Ui, stage: &Stage<'_>, top: Rect, text: &Text) {
    if !stage.is_silent {
        return;
    }
    let palette = Palette::of(ui);
    let layout = Flow::left_to_right(egui::Align::Center);
    let mut row = ui.new_child(UiBuilder::new().max_rect(top).layout(layout));
    row.label(icon(ICON_VOLUME_OFF, size::ICON).color(palette.ready));
    let words = text.say(Sentence::UiNoSound);
    let label = row.label(Type::Label.text(words).color(palette.ready));
    row.accesskit_node_builder(label.id, |it| it.set_live(accesskit::Live::Polite));
    label.on_hover_text(text.say(Sentence::UiNoSoundHint));
}

/// Time left, all keys, full screen, leave.
fn top_ui(ui: &mut Ui, stage: &Stage<'_>, text: &Text, asked: &mut Vec<Message>) {
    let palette = Palette::of(ui);
    ui.with_layout(Flow::right_to_left(egui::Align::Center), |ui| {
        for (action, glyph) in [
            (Action::Leave, ICON_LOGOUT),
            (Action::Fullscreen, ICON_FULLSCREEN),
            (Action::Keys, ICON_KEYBOARD),
        ] {
            let (label, cap) = (action.label(text), cap(action, text));
            let button = Button::plain(&label).icon(glyph).key(&cap);
            if ui.add(button).on_hover_text(action.tooltip(text)).clicked() {
                asked.push(Message::Act(action));
            }
        }
        ui.add_space(space::M);
        let (time, clock) =
            (Mss(stage.view.left).to_string(), text.clock_in(stage.now, stage.view.left));
        let words = text.say(Sentence::UiSessionLeft { time: &time, clock: &clock });
        ui.label(Type::Label.text(words).color(palette.muted));
    });
}

fn segments(stage: &Stage<'_>, text: &Text) -> Vec<Segment> {
    let kind = |it| match it {
        StepKind::Work => RingKind::Solid,
        StepKind::Rest => RingKind::Dashed,
        StepKind::Ready => RingKind::Dotted,
        StepKind::Switch => RingKind::Arrows,
    };
    let steps = stage.plan.steps.iter();
    steps
        .map(|step| Segment {
            kind: kind(step.kind),
            length: step.length.as_secs_f32(),
            name: stage
                .plan
                .entries
                .get(step.entry)
                .map_or_else(String::new, |it| text.segment(step, it)),
        })
        .collect()
}

/// A command with its icon, and what stands on its button.
struct Control {
    action: Action,
    glyph: MaterialIcon,
    label: String,
    cap: String,
}

/// What stands on the buttons: as much as there is room for. What a key does is on the page of all
/// keys as well.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fullness {
    Words,
    WordsAndKeys,
    All,
}

impl Control {
    fn button(&self, fullness: Fullness) -> Button<'_> {
        let it = if self.action == Action::Hurt {
            Button::alert(&self.label)
        } else if self.action == Action::Pause {
            Button::primary(&self.label)
        } else {
            Button::quiet(&self.label)
        };
        match fullness {
            Fullness::Words => it,
            Fullness::WordsAndKeys => it.key(&self.cap),
            Fullness::All => it.icon(self.glyph).key(&self.cap),
        }
    }
}

fn buttons_ui(ui: &mut Ui, stage: &Stage<'_>, text: &Text, asked: &mut Vec<Message>) {
    let (controls, fullness, width) = fitting(ui, controls(stage, text));
    let free = (ui.available_width() - width).max(0.0);
    ui.horizontal(|ui| {
        ui.add_space(free / 2.0);
        for control in &controls {
            let button = control.button(fullness);
            let response = ui.add(button).on_hover_text(tooltip(control.action, stage, text));
            if response.clicked() {
                asked.push(Message::Act(control.action));
            }
        }
    });
}

/// As many commands as there is room for, in full if possible: first the icons and keys go, then the
/// forms that are seldom asked for. Those still have their keys.
fn fitting(ui: &Ui, mut controls: Vec<Control>) -> (Vec<Control>, Fullness, f32) {
    let width = |controls: &[Control], fullness| {
        let widths = controls.iter().map(|it| it.button(fullness).size(ui).x + space::S);
        widths.sum::<f32>() - space::S
    };
    for seldom in [None, Some(Action::Harder), Some(Action::Swap)] {
        controls.retain(|it| Some(it.action) != seldom);
        for fullness in [Fullness::All, Fullness::WordsAndKeys, Fullness::Words] {
            let wide = width(&controls, fullness);
            if wide <= ui.available_width() {
                return (controls, fullness, wide);
            }
        }
    }
    let wide = width(&controls, Fullness::Words);
    (controls, Fullness::Words, wide)
}

/// The commands that make sense now.
fn controls(stage: &Stage<'_>, text: &Text) -> Vec<Control> {
    let counted = stage.plan.steps.get(stage.view.step).and_then(|it| it.work?.amount.count());
    let corrects = stage.is_paused() && counted.is_some() && stage.reading.is_none();
    let stands = stage.is_paused();
    // A reading is kept by its own button.
    let reads = stage.plan.reads(stage.view.step).is_some();
    let ends = (stage.waits() && !reads) || stage.view.kind != StepKind::Work;
    let mut row = vec![(Action::Back, ICON_SKIP_PREVIOUS), (Action::Redo, ICON_REPLAY)];
    if corrects {
        row.extend([(Action::Fewer, ICON_REPLAY), (Action::More, ICON_CHECK)]);
    } else if !stage.waits() {
        row.extend([(Action::Shorter, ICON_REPLAY_10), (Action::Longer, ICON_FORWARD_10)]);
    }
    row.push((Action::Pause, if stands { ICON_PLAY_ARROW } else { ICON_PAUSE }));
    if ends && !stands {
        row.push((Action::Done, ICON_CHECK));
    }
    let forms = [
        (Action::Easier, ICON_TRENDING_DOWN),
        (Action::Harder, ICON_TRENDING_UP),
        (Action::Swap, ICON_SWAP_HORIZ),
    ];
    let offered = forms.into_iter().zip(stage.forms).filter(|it| it.1.is_some());
    row.extend(offered.map(|it| it.0));
    row.push((Action::Hurt, ICON_PERSONAL_INJURY));
    row.push(if stage.view.undo.is_some() {
        (Action::Undo, ICON_UNDO)
    } else {
        (Action::Skip, ICON_SKIP_NEXT)
    });
    row.into_iter()
        .map(|(action, glyph)| Control {
            action,
            glyph,
            label: label(action, stage, text),
            cap: cap(action, text),
        })
        .collect()
}

fn label(action: Action, stage: &Stage<'_>, text: &Text) -> String {
    match (action, stage.view.phase) {
        (Action::Pause, Phase::Paused { .. }) => text.say(Sentence::UiSessionResume),
        (Action::Pause, _) => text.say(Sentence::UiSessionPause),
        (other, _) => other.label(text),
    }
}

/// What a command does; of another form, which one that is.
fn tooltip(action: Action, stage: &Stage<'_>, text: &Text) -> String {
    let forms = [Action::Easier, Action::Harder, Action::Swap].into_iter().zip(stage.forms);
    let form = forms.filter(|it| it.0 == action).find_map(|it| it.1);
    let form = form.map(|it| if action == Action::Swap { &it.entry.name.long } else { &it.form });
    let about = action.tooltip(text);
    form.map_or_else(|| about.clone(), |it| format!("{it}\n{about}"))
}

/// What stands on the key that does it.
fn cap(action: Action, text: &Text) -> String {
    action.strokes().first().map(|it| it.cap(text)).unwrap_or_default()
}
