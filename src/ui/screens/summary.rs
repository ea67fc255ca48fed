//! After a session: what was done against what was planned, side by side, and four short questions.

use egui::{Layout, Role, Sense, Ui, accesskit, vec2};
use egui_material_icons::icons::ICON_CHECK;

use super::program::changes_ui;
use super::{bottom_ui, heading_ui, part_ui, scroll_ui};
use crate::coach::{
    HealthMessage, Message, PersonPage, Saved, Summary, SummaryMessage, SummaryRow, SummarySide,
    View,
};
use crate::history::{Form, Rir};
use crate::library::Amount;
use crate::session::Ending;
use crate::text::{HurtSentence, Sentence, Text};
use crate::ui::theme::{LINE_LENGTH, Palette, Type, icon, size, space};
use crate::ui::widgets::{
    Banner, Button, Weight, as_heading, card, describe, line, paint_left, paint_side_disc,
    rating_ui, segments, stepper_ui, text_area,
};

/// From this width on the questions stand beside what was done.
const COLUMNS: f32 = 860.0;

/// Draws the summary.
pub(super) fn summary_ui(
    ui: &mut Ui,
    summary: &Summary,
    view: &View<'_>,
    text: &Text,
    asked: &mut Vec<Message>,
) {
    done_ui(ui, summary, text, asked);
    scroll_ui(ui, |ui| {
        ui.spacing_mut().item_spacing.y = space::M;
        head_ui(ui, summary, text);
        if summary.stopped_by_pain {
            let said = text.say(Sentence::UiSummaryStopped);
            let signs = text.hurt(HurtSentence::ToldSigns);
            let banner = Banner { weight: Weight::Problem, text: &said, actions: &[&signs] };
            if banner.show(ui).is_some() {
                asked.push(Message::Health(HealthMessage::Open(PersonPage::Signs)));
            }
        }
        for (index, row) in summary.rows.iter().enumerate() {
            card(ui, |ui| row_ui(ui, index, row, text, asked));
        }
        card(ui, |ui| around_ui(ui, summary, text, asked));
        if let Some(known) = view.advice.zip(view.library) {
            changes_ui(ui, known, text, asked);
        }
        ui.add_space(space::XL);
    });
}

fn head_ui(ui: &mut Ui, summary: &Summary, text: &Text) {
    let name = summary.draft.name.as_str();
    let head = text.say(match summary.ending {
        Ending::Completed => Sentence::UiSummaryCompleted { name },
        Ending::Early | Ending::Left => Sentence::UiSummaryEarly { name },
    });
    let sides = || summary.rows.iter().flat_map(|it| &it.sides);
    let (done, sets) =
        (sides().map(|it| it.sets_done).sum::<u32>(), sides().map(|it| it.sets).sum::<u32>());
    let time = text.minutes(summary.draft.active);
    let about = text.say(Sentence::UiSummaryLine { time: &time, done, sets });
    heading_ui(ui, &head, &about);
}

/// The way on, and whether the record is safe.
fn done_ui(ui: &mut Ui, summary: &Summary, text: &Text, asked: &mut Vec<Message>) {
    let palette = Palette::of(ui);
    bottom_ui(ui, |ui| {
        let label = text.say(Sentence::UiSummaryDone);
        let button = Button::primary(&label).icon(ICON_CHECK).key("Enter").large();
        let response = ui.add(button.min_width(240.0));
        if ui.memory(|it| it.focused().is_none()) {
            response.request_focus();
        }
        if response.clicked() {
            asked.push(Message::Summary(SummaryMessage::Done));
        }
        ui.add_space(space::L);
        let (words, color) = match summary.saved {
            Saved::Saving => (Sentence::UiSummarySaving, palette.muted),
            Saved::Yes => (Sentence::UiSummarySaved, palette.good),
            Saved::No => (Sentence::UiSummaryUnsaved, palette.alert),
        };
        if summary.saved == Saved::Yes {
            ui.label(icon(ICON_CHECK, size::ICON).color(color));
        }
        let label = ui.label(Type::Body.text(text.say(words)).color(color));
        ui.accesskit_node_builder(label.id, |it| it.set_live(accesskit::Live::Polite));
    });
}

/// One exercise: what was done of it, and what would change its level.
fn row_ui(ui: &mut Ui, index: usize, row: &SummaryRow, text: &Text, asked: &mut Vec<Message>) {
    if ui.available_width() < COLUMNS {
        ui.spacing_mut().item_spacing.y = space::S;
        name_ui(ui, row, text);
        sides_ui(ui, index, row, text, asked);
        questions_ui(ui, index, row, text, asked);
        return;
    }
    let all = ui.available_width() - 2.0 * space::XL;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing = vec2(space::XL, space::S);
        part_of_row(ui, (all * 0.26).floor(), |ui| name_ui(ui, row, text));
        part_of_row(ui, (all * 0.36).floor(), |ui| sides_ui(ui, index, row, text, asked));
        part_of_row(ui, (all * 0.38).floor(), |ui| questions_ui(ui, index, row, text, asked));
    });
}

fn part_of_row(ui: &mut Ui, width: f32, add: impl FnOnce(&mut Ui)) {
    let down = Layout::top_down(egui::Align::Min);
    ui.allocate_ui_with_layout(vec2(width, 0.0), down, |ui| {
        ui.set_width(width);
        add(ui);
    });
}

fn name_ui(ui: &mut Ui, row: &SummaryRow, text: &Text) {
    let palette = Palette::of(ui);
    let name = ui.label(Type::Title.text(&row.name).color(palette.text));
    as_heading(&name, &row.name);
    if let Some(pain) = row.pain {
        let words = text.say(Sentence::UiSummaryHurt { pain: pain.get() });
        ui.label(Type::Label.text(words).color(palette.alert));
    }
}

fn sides_ui(ui: &mut Ui, index: usize, row: &SummaryRow, text: &Text, asked: &mut Vec<Message>) {
    for side in &row.sides {
        if let Some(by) = side_ui(ui, row, side, text) {
            let message = SummaryMessage::Correct { row: index, side: side.side, by };
            asked.push(Message::Summary(message));
        }
    }
}

/// One side: its sign, what was done of what was planned, and the way to correct it.
fn side_ui(ui: &mut Ui, row: &SummaryRow, side: &SummarySide, text: &Text) -> Option<i32> {
    let palette = Palette::of(ui);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::M;
        let words = done_of(side, text);
        let color = if side.sets_done == side.sets { palette.text } else { palette.ready };
        let words_laid = line(ui, &words, Type::Body.font(), color);
        let width = 168.0_f32.max(words_laid.size().x + 48.0);
        let (rect, response) = ui.allocate_exact_size(vec2(width, size::CONTROL), Sense::hover());
        let name = text.side(side.side);
        let disc = 28.0;
        let middle = rect.left_center() + vec2(disc / 2.0, 0.0);
        paint_side_disc(ui, middle, disc, side.side, &text.side_letter(side.side));
        paint_left(ui, rect.left_center() + vec2(disc + space::M, 0.0), words_laid);
        describe(&response, Role::Label, &text.list([name.clone(), words]));
        if !side.can_correct {
            return None;
        }
        let said = text.say(Sentence::UiSummaryRepsSaid { name: &row.name, side: &name });
        let done = side.done.count().unwrap_or_default();
        let new = stepper_ui(ui, &said, done, 0..=999, &done.to_string())?;
        new.checked_signed_diff(done)
    })
    .inner
}

/// "18 of 20 reps", "45 s of 1:00 min".
fn done_of(side: &SummarySide, text: &Text) -> String {
    let done = match side.done {
        Amount::Hold(time) | Amount::Drill(time) => text.time(time),
        Amount::Reps(n) | Amount::Steps(n) | Amount::Reaches(n) => n.to_string(),
    };
    let planned = match side.planned {
        Amount::Hold(time) | Amount::Drill(time) => text.time(time),
        counted @ (Amount::Reps(_) | Amount::Steps(_) | Amount::Reaches(_)) => text.amount(counted),
    };
    text.say(Sentence::UiSummaryOf { done: &done, planned: &planned })
}

fn questions_ui(
    ui: &mut Ui,
    index: usize,
    row: &SummaryRow,
    text: &Text,
    asked: &mut Vec<Message>,
) {
    if row.asks.rir {
        let question = text.say(Sentence::UiSummaryMore);
        part_ui(ui, &question);
        let what = text.say(Sentence::UiSummaryAbout { name: &row.name, question: &question });
        let chosen = row.rir.map(|it| usize::from(it.get()));
        if let Some(more) = segments(ui, &what, &["0", "1", "2", "3", "4+"], chosen) {
            let rir = Rir::new(u8::try_from(more).unwrap_or(u8::MAX));
            asked.push(Message::Summary(SummaryMessage::MoreReps { row: index, rir }));
        }
    }
    if row.asks.form {
        let question = text.say(Sentence::UiSummaryClean);
        part_ui(ui, &question);
        let what = text.say(Sentence::UiSummaryAbout { name: &row.name, question: &question });
        let names =
            [Sentence::UiSummaryFormClean, Sentence::UiSummaryFormShaky].map(|it| text.say(it));
        let forms = [Form::Clean, Form::Shaky];
        let chosen = forms.iter().position(|it| row.form == Some(*it));
        let names = names.each_ref().map(String::as_str);
        if let Some(form) = segments(ui, &what, &names, chosen).and_then(|it| forms.get(it)) {
            asked.push(Message::Summary(SummaryMessage::Form { row: index, form: *form }));
        }
    }
}

/// Pain after the session, and a note.
fn around_ui(ui: &mut Ui, summary: &Summary, text: &Text, asked: &mut Vec<Message>) {
    let pain = text.say(Sentence::UiSummaryPain);
    part_ui(ui, &pain);
    let ends = [text.say(Sentence::UiPainNone), text.say(Sentence::UiPainWorst)];
    let ends = ends.each_ref().map(String::as_str);
    let clicked = rating_ui(ui, &pain, summary.draft.pain.after, ends);
    asked.extend(clicked.map(|it| Message::Summary(SummaryMessage::Pain(it))));
    ui.add_space(space::S);
    ui.scope(|ui| {
        ui.set_max_width(LINE_LENGTH);
        let mut note = summary.draft.note.clone();
        if text_area(ui, &text.say(Sentence::UiSummaryNote), 3, &mut note).changed() {
            asked.push(Message::Summary(SummaryMessage::Note(note)));
        }
    });
}
