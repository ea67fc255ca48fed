//! What lies over a session: how much it hurts, leave, all keys.

use egui::{Key, Response, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};

use egui_material_icons::icons::{
    ICON_LOGOUT, ICON_MEDICAL_SERVICES, ICON_PLAY_ARROW, ICON_SWAP_HORIZ, ICON_TRENDING_DOWN,
};

use super::Stage;
use crate::coach::{
    Action, HealthMessage, LeaveChoice, Message, Overlay, PersonPage, SessionMessage,
};
use crate::program::PainState;
use crate::session::{HurtAnswer, HurtBand, HurtPlace};
use crate::text::{HurtSentence, Sentence, Text};
use crate::ui::theme::{Palette, Type, focus_ring, radius, soft, space, stroke};
use crate::ui::widgets::{
    Button, Chip, Dialog, KeyRow, key_cap_size, line, paint_key_cap, paint_left, rating_ui,
};

/// Shows what lies over the session.
pub(super) fn overlay_ui(ui: &Ui, stage: &Stage<'_>, text: &Text, asked: &mut Vec<Message>) {
    match stage.overlay {
        None => {}
        Some(Overlay::Hurt) => hurt_ui(ui, text, asked),
        Some(Overlay::Told) => told_ui(ui, stage, text, asked),
        Some(Overlay::Leave { .. }) => leave_ui(ui, text, asked),
        Some(Overlay::Keys { .. }) => keys_ui(ui, text, asked),
        Some(Overlay::Apart { .. }) => super::reading::apart_ui(ui, stage, text, asked),
    }
}

/// Three large answers, and the exact number for whoever wants to give it.
fn hurt_ui(ui: &Ui, text: &Text, asked: &mut Vec<Message>) {
    let title = text.hurt(HurtSentence::Title);
    let dialog = Dialog { width: 620.0, ..Dialog::new("hurt", &title) }.show(ui, |ui| {
        let mut answer = None;
        for (band, key, head, more) in [
            (HurtBand::Green, Key::Num1, HurtSentence::Green, HurtSentence::GreenMore),
            (HurtBand::Amber, Key::Num2, HurtSentence::Amber, HurtSentence::AmberMore),
            (HurtBand::Red, Key::Num3, HurtSentence::Red, HurtSentence::RedMore),
        ] {
            let (head, more) = (text.hurt(head), text.hurt(more));
            let clicked = answer_ui(ui, band, [&head, &more], key.symbol_or_name()).clicked();
            if clicked || ui.input_mut(|it| it.consume_key(egui::Modifiers::NONE, key)) {
                answer = Some(HurtAnswer { band, exact: None });
            }
        }
        ui.add_space(space::S);
        let exact = text.hurt(HurtSentence::Exact);
        ui.label(Type::Label.text(&exact).color(Palette::of(ui).muted));
        let ends = [text.say(Sentence::UiPainNone), text.say(Sentence::UiPainWorst)];
        let [none, worst] = ends.each_ref().map(String::as_str);
        let rated = rating_ui(ui, &title, None, [none, worst]);
        rated.map(|it| HurtAnswer { band: HurtBand::of(it), exact: Some(it) }).or(answer)
    });
    match dialog.inner {
        Some(answer) => asked.push(Message::Session(SessionMessage::Hurt(answer))),
        None if dialog.closed => asked.push(Message::Session(SessionMessage::CloseOverlay)),
        None => {}
    }
}

/// What the answer means, what one can do, and where it hurts.
fn told_ui(ui: &Ui, stage: &Stage<'_>, text: &Text, asked: &mut Vec<Message>) {
    let Some(means) = stage.advice else { return };
    let low = stage
        .hurt
        .and_then(|it| it.answer.exact)
        .is_some_and(|it| HurtBand::of(it) == HurtBand::Green);
    let (title, about) = match means {
        PainState::Green => (HurtSentence::ToldGreen, HurtSentence::ToldGreenMore),
        PainState::Frozen => (HurtSentence::ToldFrozen, HurtSentence::ToldFrozenMore),
        PainState::Amber if low => (HurtSentence::ToldAmber, HurtSentence::ToldAmberRisen),
        PainState::Amber => (HurtSentence::ToldAmber, HurtSentence::ToldAmberMore),
        PainState::Red => (HurtSentence::ToldRed, HurtSentence::ToldRedMore),
    };
    let title = text.hurt(title);
    let dialog = Dialog { width: 620.0, ..Dialog::new("told", &title) }.show(ui, |ui| {
        let about = text.hurt(about);
        ui.label(Type::Body.text(about).color(Palette::of(ui).text));
        ui.add_space(space::XS);
        ways_on_ui(ui, (stage, means), text, asked);
        ui.add_space(space::S);
        where_ui(ui, stage, text, asked);
    });
    if dialog.closed {
        asked.push(Message::Session(SessionMessage::CloseOverlay));
    }
}

/// What one can do now: in an amber answer the easier form comes first.
fn ways_on_ui(
    ui: &mut Ui,
    (stage, means): (&Stage<'_>, PainState),
    text: &Text,
    asked: &mut Vec<Message>,
) {
    let [easier, _, other] = stage.forms;
    let easier = easier.map(|it| {
        (Action::Easier, text.hurt(HurtSentence::ToldEasier { form: &it.form }), ICON_TRENDING_DOWN)
    });
    let other = other.map(|it| {
        let name = &it.entry.name.short;
        (Action::Swap, text.hurt(HurtSentence::ToldSwap { name }), ICON_SWAP_HORIZ)
    });
    let go_on = text.hurt(match means {
        PainState::Red => HurtSentence::ToldNext,
        PainState::Green | PainState::Frozen | PainState::Amber => HurtSentence::ToldGoOn,
    });
    let go_on = Some((Action::Pause, go_on, ICON_PLAY_ARROW));
    let all = match means {
        PainState::Amber => [easier, other, go_on],
        PainState::Green | PainState::Frozen | PainState::Red => [go_on, easier, other],
    };
    let width = ui.available_width();
    for (nth, (action, label, glyph)) in all.into_iter().flatten().enumerate() {
        let cap = action.strokes().first().map(|it| it.cap(text)).unwrap_or_default();
        let button = if nth == 0 { Button::primary(&label) } else { Button::quiet(&label) };
        let response = ui.add(button.icon(glyph).key(&cap).min_width(width));
        if nth == 0 && ui.memory(|it| it.focused().is_none()) {
            response.request_focus();
        }
        if response.on_hover_text(action.tooltip(text)).clicked() {
            asked.push(Message::Act(action));
        }
    }
    if means == PainState::Red {
        let finish = text.hurt(HurtSentence::ToldFinish);
        if ui.add(Button::quiet(&finish).icon(ICON_LOGOUT).min_width(width)).clicked() {
            asked.push(Message::Session(SessionMessage::Leave(LeaveChoice::Finish)));
        }
        let signs = text.hurt(HurtSentence::ToldSigns);
        if ui.add(Button::quiet(&signs).icon(ICON_MEDICAL_SERVICES).min_width(width)).clicked() {
            asked.push(Message::Health(HealthMessage::Open(PersonPage::Signs)));
        }
    }
}

/// Where it hurts, for whoever wants to say so.
fn where_ui(ui: &mut Ui, stage: &Stage<'_>, text: &Text, asked: &mut Vec<Message>) {
    let question = text.hurt(HurtSentence::ToldWhere);
    ui.label(Type::Label.text(question).color(Palette::of(ui).muted));
    let told = stage.hurt.and_then(|it| it.place);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(space::S, space::S);
        for place in HurtPlace::ALL {
            let label = text.hurt_place(place);
            if ui.add(Chip { label: &label, on: told == Some(place) }).clicked() {
                asked.push(Message::Session(SessionMessage::HurtsAt(place)));
            }
        }
    });
}

/// One large answer: how much, and what that means.
fn answer_ui(ui: &mut Ui, band: HurtBand, [head, more]: [&str; 2], key: &str) -> Response {
    let palette = Palette::of(ui);
    let color = match band {
        HurtBand::Green => palette.good,
        HurtBand::Amber => palette.ready,
        HurtBand::Red => palette.alert,
    };
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 92.0), Sense::click());
    let said = format!("{head}: {more}");
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, ui.is_enabled(), &said));
    ui.accesskit_node_builder(response.id, |it| it.set_keyboard_shortcut(key));
    let fill = soft(color, palette.surface);
    let fill = if response.hovered() { fill.lerp_to_gamma(color, 0.12) } else { fill };
    let border = Stroke::new(stroke::HAIRLINE, color);
    ui.painter().rect(rect, radius::CARD, fill, border, StrokeKind::Inside);
    let left = rect.left() + space::XL;
    let head = line(ui, head, Type::Heading.font(), palette.text);
    let more = line(ui, more, Type::Body.font(), palette.muted);
    paint_left(ui, egui::pos2(left, rect.top() + 32.0), head);
    paint_left(ui, egui::pos2(left, rect.bottom() - 26.0), more);
    let cap = key_cap_size(ui, key).x;
    let right = egui::pos2(rect.right() - space::L - cap, rect.center().y);
    paint_key_cap(ui, right, key, palette.muted);
    if response.has_focus() {
        focus_ring(ui, rect, radius::CARD);
    }
    response
}

fn leave_ui(ui: &Ui, text: &Text, asked: &mut Vec<Message>) {
    let title = text.say(Sentence::UiLeaveTitle);
    let dialog = Dialog { width: 560.0, ..Dialog::new("leave", &title) }.show(ui, |ui| {
        let about = text.say(Sentence::UiLeaveAbout);
        ui.label(Type::Body.text(about).color(Palette::of(ui).muted));
        ui.add_space(space::S);
        let mut choice = None;
        ui.horizontal_wrapped(|ui| {
            let stay = text.say(Sentence::UiLeaveStay);
            let response = ui.add(Button::primary(&stay));
            if ui.memory(|it| it.focused().is_none()) {
                response.request_focus();
            }
            let finish = text.say(Sentence::UiLeaveFinish);
            let later = text.say(Sentence::UiLeaveLater);
            let others = [
                (ui.add(Button::quiet(&finish)), LeaveChoice::Finish),
                (ui.add(Button::quiet(&later)), LeaveChoice::Later),
            ];
            let all = std::iter::once((response, LeaveChoice::Stay)).chain(others);
            choice = all.into_iter().find(|it| it.0.clicked()).map(|it| it.1);
        });
        choice
    });
    match dialog.inner {
        Some(choice) => asked.push(Message::Session(SessionMessage::Leave(choice))),
        None if dialog.closed => asked.push(Message::Session(SessionMessage::CloseOverlay)),
        None => {}
    }
}

/// All keys.
fn keys_ui(ui: &Ui, text: &Text, asked: &mut Vec<Message>) {
    let title = Action::Keys.label(text);
    let dialog = Dialog { width: 760.0, ..Dialog::new("keys", &title) }.show(ui, |ui| {
        ui.spacing_mut().item_spacing = vec2(space::XXL, 0.0);
        let half = Action::ALL.len().div_ceil(2);
        let (left, right) = Action::ALL.split_at(half);
        ui.columns_const(|[first, second]| {
            key_rows_ui(first, left, text);
            key_rows_ui(second, right, text);
        });
    });
    if dialog.closed {
        asked.push(Message::Session(SessionMessage::CloseOverlay));
    }
}

fn key_rows_ui(ui: &mut Ui, actions: &[Action], text: &Text) {
    for action in actions {
        let caps: Vec<_> = action.strokes().iter().map(|it| it.cap(text)).collect();
        let caps: Vec<_> = caps.iter().map(String::as_str).collect();
        let row = KeyRow { what: &action.label(text), keys: &caps };
        ui.add(row).on_hover_text(action.tooltip(text));
    }
}
