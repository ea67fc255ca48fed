//! A check in full: the banner, what it says side by side, what has changed, all readings; and the ways
//! to correct or delete it.

use egui::{Ui, vec2};
use egui_material_icons::icons::{ICON_CHECK, ICON_DELETE, ICON_EDIT, ICON_MENU_BOOK};

use super::super::super::{bottom_ui, heading_ui, part_ui, scroll_ui};
use super::super::session::side_head_ui;
use super::super::{Shown, adding::day_stepper_ui, changed_ui};
use super::{arc, beside_ui, name_of};
use crate::coach::{
    CheckCorrection, CheckMessage, LibraryMessage, Message, OpenedCheck, Place, ProgressMessage,
    Where,
};
use crate::history::Check;
use crate::library::{Link, ReadingOf, SelfCheck};
use crate::program::{Done, Findings, all_seen, findings};
use crate::text::{CheckSentence as S, ProgressSentence, Text};
use crate::ui::theme::{LINE_LENGTH, Palette, Type, space};
use crate::ui::widgets::{
    Banner, Button, Choice, Dropdown, Weight, as_heading, card, segments, stepper_ui, text_area,
};
use crate::units::{Side, Sides};

/// What the page asks for.
pub(in crate::ui::screens::progress) struct Asks<'a> {
    pub(in crate::ui::screens::progress) check: &'a mut Vec<CheckMessage>,
    pub(in crate::ui::screens::progress) progress: &'a mut Vec<ProgressMessage>,
    pub(in crate::ui::screens::progress) others: &'a mut Vec<Message>,
}

/// Draws a check, or the questions that correct it.
pub(in crate::ui::screens::progress) fn opened_ui(
    ui: &mut Ui,
    shown: Shown<'_>,
    opened: &OpenedCheck,
    asks: &mut Asks<'_>,
) {
    doors_ui(ui, shown, opened, asks);
    let text = shown.text;
    scroll_ui(ui, |ui| {
        ui.spacing_mut().item_spacing.y = space::M;
        let how = text.check_conditions(&opened.check);
        let about = text.check(S::On { date: &text.full_date(opened.date), how: &how });
        heading_ui(ui, &name_of(shown, &opened.check), &about);
        changed_ui(ui, shown, asks.progress);
        let banner = text.check_banner();
        Banner { weight: Weight::Note, text: &banner, actions: &[] }.show(ui);
        if opened.is_correcting {
            card(ui, |ui| correct_ui(ui, shown, opened, asks));
        } else {
            told_ui(ui, shown, opened, asks);
        }
        ui.add_space(space::XL);
    });
}

/// What can be done with it; none of it where nothing can be written.
fn doors_ui(ui: &mut Ui, shown: Shown<'_>, opened: &OpenedCheck, asks: &mut Asks<'_>) {
    let text = shown.text;
    if !shown.progress.can_change {
        return;
    }
    bottom_ui(ui, |ui| {
        ui.spacing_mut().item_spacing.x = space::M;
        if opened.is_correcting {
            let keep = text.progress(ProgressSentence::Keep);
            if ui.add(Button::primary(&keep).icon(ICON_CHECK)).clicked() {
                asks.check.push(CheckMessage::Keep);
            }
            if ui.add(Button::quiet(&text.progress(ProgressSentence::Cancel))).clicked() {
                asks.check.push(CheckMessage::Cancel);
            }
            return;
        }
        let correct = text.progress(ProgressSentence::Correct);
        if ui.add(Button::quiet(&correct).icon(ICON_EDIT)).clicked() {
            asks.check.push(CheckMessage::Correct);
        }
        let delete = text.progress(ProgressSentence::Delete);
        if ui.add(Button::plain(&delete).icon(ICON_DELETE)).clicked() {
            asks.progress.push(ProgressMessage::Delete);
        }
    });
}

/// The checks before this one, oldest first.
fn earlier(shown: Shown<'_>, opened: &OpenedCheck) -> Vec<Done> {
    let all = &shown.progress.facts.checks;
    let id = opened.record.id;
    all.iter().take_while(|it| it.record != id).cloned().collect()
}

fn told_ui(ui: &mut Ui, shown: Shown<'_>, opened: &OpenedCheck, asks: &mut Asks<'_>) {
    let (text, check) = (shown.text, &opened.check);
    let of = shown.view.library.and_then(|it| it.self_check(&check.of));
    let earlier = earlier(shown, opened);
    let found = findings(check, &earlier, &shown.view.judged);
    if found.is_to_be_shown() {
        show_ui(ui, text, asks);
    }
    if !found.measured.is_empty() {
        arc::arc_of_ui(ui, shown, check, &earlier);
    }
    card(ui, |ui| says_ui(ui, shown, (check, &found), of));
    if !found.measured.is_empty() {
        card(ui, |ui| changes_ui(ui, text, &found));
    }
    card(ui, |ui| readings_ui(ui, text, check, of));
    if let Some(of) = of {
        card(ui, |ui| {
            title_ui(ui, &text.check(S::CannotTell));
            body_ui(ui, &of.cannot_tell);
        });
    }
}

fn title_ui(ui: &mut Ui, words: &str) {
    ui.spacing_mut().item_spacing.y = space::S;
    let label = ui.label(Type::Title.text(words).color(Palette::of(ui).text));
    as_heading(&label, words);
}

fn body_ui(ui: &mut Ui, words: &str) {
    ui.scope(|ui| {
        ui.set_max_width(LINE_LENGTH);
        ui.label(Type::Body.text(words).color(Palette::of(ui).text));
    });
}

/// Something in it is worth showing to somebody: whom, and how soon.
fn show_ui(ui: &mut Ui, text: &Text, asks: &mut Asks<'_>) {
    card(ui, |ui| {
        title_ui(ui, &text.check(S::Show));
        body_ui(ui, &text.check(S::ShowAbout));
        let see = text.check(S::See);
        if ui.add(Button::quiet(&see).icon(ICON_MENU_BOOK)).clicked() {
            asks.others.push(Message::Go(Place::Library));
            let link = Link::Article { slug: "see-a-professional".to_owned(), anchor: None };
            asks.others.push(Message::Library(LibraryMessage::Follow(link)));
        }
    });
}

/// What it says, the left beside the right.
fn says_ui(
    ui: &mut Ui,
    shown: Shown<'_>,
    (check, found): (&Check, &Findings),
    of: Option<&SelfCheck>,
) {
    let (text, palette) = (shown.text, Palette::of(ui));
    title_ui(ui, &text.check(S::Says));
    beside_ui(ui, &Side::BOTH, space::XL, |ui, side| {
        ui.spacing_mut().item_spacing.y = space::XS;
        side_ui(ui, text, (check, found), *side, of);
    });
    let middle: Vec<_> = all_seen(check).into_iter().filter(|it| it.1 == Sides::Both).collect();
    if !middle.is_empty() || !found.both.is_empty() {
        ui.add_space(space::S);
        part_ui(ui, &text.check(S::Both));
    }
    for (what, _, seen) in &middle {
        let (name, seen) = (text.reading_name(what), text.seen(what, seen, of));
        body_ui(ui, &text.check(S::SeenRow { what: &name, seen: &seen }));
    }
    for it in &found.both {
        body_ui(ui, &text.observation(*it));
    }
    if let Some(pain) = check.pain {
        let words = text.check(S::PainTold { pain: u32::from(pain.get()) });
        ui.label(Type::Note.text(words).color(palette.muted));
    }
    if !found.measured.is_empty() {
        ui.add_space(space::XS);
        ui.scope(|ui| {
            ui.set_max_width(LINE_LENGTH * 1.3);
            ui.label(Type::Note.text(text.check(S::Usual)).color(palette.muted));
        });
    }
}

fn side_ui(
    ui: &mut Ui,
    text: &Text,
    (check, found): (&Check, &Findings),
    side: Side,
    of: Option<&SelfCheck>,
) {
    let palette = Palette::of(ui);
    side_head_ui(ui, side.into(), text);
    for it in found.measured.iter().filter(|it| it.side == side) {
        ui.label(Type::Strong.text(text.mean_of(it)).color(palette.text));
    }
    for (what, _, seen) in all_seen(check).iter().filter(|it| it.1 == Sides::from(side)) {
        let (name, seen) = (text.reading_name(what), text.seen(what, seen, of));
        let words = text.check(S::SeenRow { what: &name, seen: &seen });
        ui.label(Type::Strong.text(words).color(palette.text));
    }
    let said = match side {
        Side::Left => found.sides.first(),
        Side::Right => found.sides.last(),
    };
    for it in said.into_iter().flatten() {
        body_ui(ui, &text.observation(*it));
    }
}

fn changes_ui(ui: &mut Ui, text: &Text, found: &Findings) {
    let Some(since) = found.since else {
        ui.label(Type::Body.text(text.check(S::First)).color(Palette::of(ui).text));
        return;
    };
    title_ui(ui, &text.check(S::Since { date: &text.date(since) }));
    for it in &found.changes {
        body_ui(ui, &text.changed_turn(it));
    }
}

fn readings_ui(ui: &mut Ui, text: &Text, check: &Check, of: Option<&SelfCheck>) {
    let palette = Palette::of(ui);
    title_ui(ui, &text.check(S::Readings));
    ui.spacing_mut().item_spacing.y = 2.0;
    for it in &check.readings {
        let color = if it.rejected { palette.muted } else { palette.text };
        ui.label(Type::Note.text(text.reading_row(it, of)).color(color));
    }
    if !check.note.trim().is_empty() {
        ui.add_space(space::S);
        part_ui(ui, &text.progress(ProgressSentence::Note));
        body_ui(ui, check.note.trim());
    }
}

/// Every value of it, to be changed.
fn correct_ui(ui: &mut Ui, shown: Shown<'_>, opened: &OpenedCheck, asks: &mut Asks<'_>) {
    let (text, check) = (shown.text, &opened.check);
    let of = shown.view.library.and_then(|it| it.self_check(&check.of));
    let mut set = |it| asks.check.push(CheckMessage::Set(it));
    ui.spacing_mut().item_spacing.y = space::S;
    part_ui(ui, &text.progress(ProgressSentence::Date));
    let by = day_stepper_ui(ui, text, opened.date, shown.progress.facts.today);
    if by != 0 {
        set(CheckCorrection::Day(by));
    }
    for (words, told, make) in [
        (S::Hurts, check.hurts, CheckCorrection::Hurts as fn(Where) -> CheckCorrection),
        (S::Stiff, check.stiff, CheckCorrection::Stiff),
    ] {
        let what = text.check(words);
        part_ui(ui, &what);
        let names = Where::ALL.map(|it| it.label(text));
        let at = Where::ALL.iter().position(|it| *it == Where::of(told));
        let clicked = segments(ui, &what, &names.each_ref().map(String::as_str), at);
        clicked.and_then(|it| Where::ALL.get(it)).into_iter().for_each(|it| set(make(*it)));
    }
    part_ui(ui, &text.check(S::Readings));
    for at in 0..check.readings.len() {
        ui.push_id(at, |ui| reading_ui(ui, text, (check, of), at, &mut set));
    }
    let mut note = check.note.clone();
    text_area(ui, &text.progress(ProgressSentence::Note), 2, &mut note);
    if note != check.note {
        set(CheckCorrection::Note(note));
    }
}

fn reading_ui(
    ui: &mut Ui,
    text: &Text,
    (check, of): (&Check, Option<&SelfCheck>),
    reading: usize,
    set: &mut impl FnMut(CheckCorrection),
) {
    let Some(it) = check.readings.get(reading) else { return };
    let palette = Palette::of(ui);
    let row = text.reading_row(it, of);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(space::S, space::S);
        if let Some(tenths) = it.tenths {
            let degrees = u32::try_from((tenths + 5) / 10).unwrap_or_default();
            let shown = text.check(S::Degrees { degrees: &degrees.to_string() });
            if let Some(degrees) = stepper_ui(ui, &row, degrees, 0..=90, &shown) {
                set(CheckCorrection::Degrees { reading, degrees });
            }
        } else if let Some(word) = word_ui(ui, text, (&it.what, it.word.as_deref(), &row), of) {
            set(CheckCorrection::Word { reading, word });
        }
        let aside = text.check(if it.rejected { S::CountIt } else { S::SetAside });
        if ui.add(Button::plain(&aside)).clicked() {
            set(CheckCorrection::SetAside(reading));
        }
        let color = if it.rejected { palette.muted } else { palette.text };
        ui.label(Type::Note.text(row).color(color));
    });
}

/// Another word for what was seen.
fn word_ui(
    ui: &mut Ui,
    text: &Text,
    (what, word, row): (&str, Option<&str>, &str),
    of: Option<&SelfCheck>,
) -> Option<String> {
    let reading = of.and_then(|it| it.readings().find(|it| it.what == what))?;
    let ReadingOf::Words(words) = &reading.of else { return None };
    let unsure = crate::session::UNSURE;
    let ids: Vec<&str> = words.iter().map(|it| it.id.as_str()).chain([unsure]).collect();
    let choices: Vec<_> = ids
        .iter()
        .map(|it| Choice { label: text.answer_word(what, it, of), on: word == Some(*it) })
        .collect();
    let chosen = Dropdown { label: row, on: false, several: false }.show(ui, || choices)?;
    ids.get(chosen).map(|it| (*it).to_owned())
}
