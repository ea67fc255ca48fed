//! Before a check: what to see to, the signs that come first, how it is read, and Begin.

use egui::Ui;
use egui_material_icons::icons::{ICON_MEDICAL_SERVICES, ICON_PLAY_ARROW};

use super::super::super::{bottom_ui, heading_ui, part_ui, scroll_ui};
use super::super::Shown;
use crate::coach::{CheckMessage, HealthMessage, Message, PersonPage, Preparing, Where};
use crate::library::{Asked, Footwear, Gate, SelfCheck, Surface};
use crate::text::{CheckSentence as S, Sentence, Text};
use crate::ui::theme::{LINE_LENGTH, Palette, Type, space};
use crate::ui::widgets::{Banner, Button, Chip, Weight, as_heading, card, rating_ui, segments};

/// Draws what is asked before a check.
pub(in crate::ui::screens::progress) fn preparing_ui(
    ui: &mut Ui,
    shown: Shown<'_>,
    preparing: &Preparing,
    (said, asked): (&mut Vec<CheckMessage>, &mut Vec<Message>),
) {
    let Some(check) = shown.view.library.and_then(|it| it.self_check(&preparing.check)) else {
        return;
    };
    begin_ui(ui, shown, (preparing, check), said);
    let text = shown.text;
    scroll_ui(ui, |ui| {
        ui.spacing_mut().item_spacing.y = space::M;
        heading_ui(ui, &check.name.long, &check.about);
        if let Some(days) = preparing.soon {
            let words = text.check(S::Soon { days });
            Banner { weight: Weight::Note, text: &words, actions: &[] }.show(ui);
        }
        let mut next = preparing.clone();
        card(ui, |ui| before_ui(ui, check, text));
        card(ui, |ui| signs_ui(ui, text, &mut next, asked));
        card(ui, |ui| how_ui(ui, check, text, &mut next));
        ui.add_space(space::XL);
        if next != *preparing {
            said.push(CheckMessage::Tell(next));
        }
    });
}

/// The button that begins, or what keeps it from doing so.
fn begin_ui(
    ui: &mut Ui,
    shown: Shown<'_>,
    (preparing, check): (&Preparing, &SelfCheck),
    said: &mut Vec<CheckMessage>,
) {
    let text = shown.text;
    let holds = shown.view.advice.is_some_and(|it| !it.gate.lets_in());
    let refused = if holds {
        Some(text.check(S::RefusedHold))
    } else if !shown.view.can_begin {
        Some(text.check(S::RefusedBusy))
    } else {
        preparing.refusal(check).map(|it| it.say(text))
    };
    bottom_ui(ui, |ui| {
        let words = if preparing.soon.is_some() { S::BeginSoon } else { S::Begin };
        let label = text.check(words);
        let button = Button::primary(&label).icon(ICON_PLAY_ARROW).large().min_width(240.0);
        if ui.add_enabled(refused.is_none(), button).clicked() {
            said.push(CheckMessage::Begin);
        }
        ui.add_space(space::L);
        if let Some(why) = refused {
            let label = ui.label(Type::Note.text(why).color(Palette::of(ui).muted));
            ui.accesskit_node_builder(label.id, |it| it.set_live(egui::accesskit::Live::Polite));
        }
    });
}

fn title_ui(ui: &mut Ui, words: &str) {
    ui.spacing_mut().item_spacing.y = space::S;
    let label = ui.label(Type::Title.text(words).color(Palette::of(ui).text));
    as_heading(&label, words);
}

/// What to wear, when, and when to stop.
fn before_ui(ui: &mut Ui, check: &SelfCheck, text: &Text) {
    title_ui(ui, &text.check(S::Before));
    for it in &check.before {
        point_ui(ui, it);
    }
    if !check.equipment.is_empty() {
        let things = text.list(check.equipment.iter().map(|it| text.equipment(*it)));
        super::super::super::pair_wide_ui(ui, &text.say(Sentence::UiTodayFetch), &things);
    }
    ui.add_space(space::S);
    part_ui(ui, &text.check(S::Stop));
    for it in &check.stop_if {
        point_ui(ui, &it.text);
    }
}

/// A sentence with a point before it.
fn point_ui(ui: &mut Ui, words: &str) {
    let palette = Palette::of(ui);
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        ui.label(Type::Body.text("•").color(palette.muted));
        ui.scope(|ui| {
            ui.set_max_width(LINE_LENGTH);
            ui.add(egui::Label::new(Type::Body.text(words).color(palette.text)).wrap());
        });
    });
}

/// The signs that come first, pain now, and complaints of these days.
fn signs_ui(ui: &mut Ui, text: &Text, next: &mut Preparing, asked: &mut Vec<Message>) {
    let palette = Palette::of(ui);
    title_ui(ui, &text.check(S::Signs));
    ui.scope(|ui| {
        ui.set_max_width(LINE_LENGTH);
        ui.label(Type::Body.text(text.check(S::SignsAbout)).color(palette.text));
    });
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        let none = text.check(S::SignsNone);
        if ui.add(Chip { label: &none, on: next.no_signs }).clicked() {
            next.no_signs = !next.no_signs;
        }
        if ui.add(Button::plain(&text.check(S::SignsRead)).icon(ICON_MEDICAL_SERVICES)).clicked() {
            asked.push(Message::Health(HealthMessage::Open(PersonPage::Signs)));
        }
    });
    ui.add_space(space::S);
    let name = text.check(S::PainNow);
    part_ui(ui, &name);
    let ends = [text.say(Sentence::UiPainNone), text.say(Sentence::UiPainWorst)];
    if let Some(pain) = rating_ui(ui, &name, next.pain, ends.each_ref().map(String::as_str)) {
        next.pain = Some(pain).filter(|it| next.pain != Some(*it));
    }
    ui.add_space(space::S);
    where_ui(ui, text, S::Hurts, &mut next.hurts);
    ui.add_space(space::S);
    where_ui(ui, text, S::Stiff, &mut next.stiff);
}

fn where_ui(ui: &mut Ui, text: &Text, what: S<'_>, told: &mut Option<Where>) {
    let what = text.check(what);
    part_ui(ui, &what);
    let names = Where::ALL.map(|it| it.label(text));
    let names = names.each_ref().map(String::as_str);
    let at = told.and_then(|it| Where::ALL.iter().position(|all| *all == it));
    if let Some(it) = segments(ui, &what, &names, at).and_then(|it| Where::ALL.get(it)) {
        *told = Some(*it);
    }
}

/// How it is read, who helps, on what.
fn how_ui(ui: &mut Ui, check: &SelfCheck, text: &Text, next: &mut Preparing) {
    let palette = Palette::of(ui);
    let what = text.check(S::Method);
    title_ui(ui, &what);
    let methods: Vec<_> =
        check.methods.iter().map(|it| text.check_method(*it, check.measures())).collect();
    let names: Vec<_> = methods.iter().map(String::as_str).collect();
    let at = check.methods.iter().position(|it| *it == next.method);
    if let Some(it) = segments(ui, &what, &names, at).and_then(|it| check.methods.get(it)) {
        next.method = *it;
    }
    ui.add_space(space::S);
    let what = text.check(S::Helper);
    part_ui(ui, &what);
    let alone = text.check(S::HelperNo);
    let watched = check.watches.contains(&Gate::Pelvis);
    let alone = if watched { text.list([alone, text.check(S::Unwatched)]) } else { alone };
    let names = [text.check(S::HelperYes), alone];
    let names = names.each_ref().map(String::as_str);
    if let Some(it) = segments(ui, &what, &names, Some(usize::from(!next.helper))) {
        next.helper = it == 0;
    }
    for asked in &check.asks {
        ui.add_space(space::S);
        match asked {
            Asked::Surface => surface_ui(ui, text, &mut next.surface),
            Asked::Footwear => footwear_ui(ui, text, &mut next.footwear),
        }
    }
    ui.add_space(space::S);
    ui.label(Type::Note.text(text.check(S::Conditions)).color(palette.muted));
}

fn surface_ui(ui: &mut Ui, text: &Text, told: &mut Option<Surface>) {
    let what = text.check(S::Surface);
    part_ui(ui, &what);
    let names = Surface::ALL.map(|it| text.surface(it));
    let at = told.and_then(|it| Surface::ALL.iter().position(|all| *all == it));
    let clicked = segments(ui, &what, &names.each_ref().map(String::as_str), at);
    if let Some(it) = clicked.and_then(|it| Surface::ALL.get(it)) {
        *told = Some(*it);
    }
}

fn footwear_ui(ui: &mut Ui, text: &Text, told: &mut Option<Footwear>) {
    let what = text.check(S::Footwear);
    part_ui(ui, &what);
    let names = Footwear::ALL.map(|it| text.footwear(it));
    let at = told.and_then(|it| Footwear::ALL.iter().position(|all| *all == it));
    let clicked = segments(ui, &what, &names.each_ref().map(String::as_str), at);
    if let Some(it) = clicked.and_then(|it| Footwear::ALL.get(it)) {
        *told = Some(*it);
    }
}
