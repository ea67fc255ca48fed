//! The words and the figure of the session screen.

use std::sync::Arc;

use egui::{Color32, FontId, Galley, Pos2, Rect, Role, Sense, Ui, Vec2, pos2, vec2};

use super::Stage;
use super::layout::{Layout, ROW};
use crate::coach::Message;
use crate::program::PainState;
use crate::session::{Phase, StepKind};
use crate::text::{Sentence, Text};
use crate::ui::theme::{DIGIT_HEIGHT, Palette, Type, space};
use crate::ui::widgets::{
    BigNumber, FigureView, Ring, Stand, describe, figure_ui, line, paint_left, paint_ring,
    paint_side_disc, session_time, tempo_row_ui,
};
use crate::units::{Phase as TempoPhase, Sides};

/// The layout for this window and this number.
pub(super) fn layout(ui: &Ui, stage: &Stage<'_>, text: &Text) -> Layout {
    let window = ui.max_rect();
    // Measured at a size at which a digit is 100 points high; everything scales with it.
    let count = stage.count(text);
    let width = |words: &str, size: f32| {
        line(ui, words, Type::session(size), Color32::TRANSPARENT).size().x
    };
    let number = width(&count.number, 100.0 / DIGIT_HEIGHT) / 100.0;
    let beside =
        if count.beside.is_empty() { 0.0 } else { width(&count.beside, 17.0) / 100.0 + 0.08 };
    Layout::new(window, number + beside)
}

/// Shows everything that is there while a step runs.
pub(super) fn words_ui(
    ui: &mut Ui,
    stage: &Stage<'_>,
    at: &Layout,
    text: &Text,
    asked: &mut Vec<Message>,
) {
    figure_and_ring_ui(ui, stage, at);
    phase_ui(ui, stage, at, text);
    name_ui(ui, stage, at.name, at.large);
    side_ui(ui, stage, at.side, at.large, text);
    if stage.reading.is_some() {
        super::reading::reading_ui(ui, stage, at, text, asked);
    } else {
        number_ui(ui, stage, at, text);
        block_ui(ui, stage, at, text);
    }
    if at.next != at.controls || !stage.controls {
        next_ui(ui, stage, at, text);
    }
}

fn figure_and_ring_ui(ui: &mut Ui, stage: &Stage<'_>, at: &Layout) {
    let Some(place) = at.figure else { return };
    let palette = Palette::of(ui);
    let width = (place.width() / 48.0).clamp(5.0, 14.0);
    let ring = Ring {
        middle: place.center(),
        radius: place.width() / 2.0 - width * 1.5,
        width,
        fraction: stage.view.fraction,
    };
    let inside =
        Rect::from_center_size(place.center(), vec2(2.0, 2.0) * (ring.radius - width * 1.2));
    let entry = stage.plan.entries.get(stage.view.entry);
    let own = stage.plan.task(stage.view.step).and_then(|it| it.movement.as_deref());
    let movement = own.or_else(|| entry.and_then(|it| it.movement.as_deref()));
    let moves = stage.view.kind == StepKind::Work && stage.view.phase == Phase::Running;
    let shown = FigureView {
        movement,
        side: stage.view.side,
        at: session_time(stage.view),
        moves,
        glow: entry.map(|it| it.muscles.as_slice()).unwrap_or_default(),
        stand: Stand::Disc,
        name: entry.map(|it| it.name.long.as_str()).unwrap_or_default(),
        ..FigureView::default()
    };
    figure_ui(ui, inside, &shown);
    paint_ring(ui.painter(), &palette, stage.ring(), ring);
}

/// What kind of time it is; with its ring where no figure carries one.
fn phase_ui(ui: &mut Ui, stage: &Stage<'_>, at: &Layout, text: &Text) {
    let palette = Palette::of(ui);
    let color = stage.ring().color(&palette);
    let mut left = at.phase.left();
    if at.figure.is_none() {
        let radius = at.phase.height() / 2.0 - 4.0;
        let middle = pos2(left + radius + 4.0, at.phase.center().y);
        let ring = Ring { middle, radius, width: 3.5, fraction: stage.view.fraction };
        paint_ring(ui.painter(), &palette, stage.ring(), ring);
        left += 2.0 * radius + 8.0 + space::M;
    }
    let size = at.words * 1.1;
    let row = Rect::from_min_max(pos2(left, at.phase.top()), at.phase.max);
    let word = label(ui, row, &stage.phase(text), Type::session(size), color);
    // A reading says its own number.
    if stage.controls && 1 < stage.view.sets && stage.reading.is_none() {
        let (set, sets) = (stage.view.set, stage.view.sets);
        let row = Rect::from_min_max(pos2(left + word + size, at.phase.top()), at.phase.max);
        let words = text.say(Sentence::UiSessionSet { set, sets });
        label(ui, row, &words, Type::session(size), palette.muted);
    }
}

/// The exercise: in full where it fits, smaller down to a twelfth of the window with its row, else
/// by its short name.
fn name_ui(ui: &mut Ui, stage: &Stage<'_>, row: Rect, size: f32) {
    let color = Palette::of(ui).text;
    let fits = |words: &str, size: f32| {
        line(ui, words, Type::session(size), color).size().x <= row.width()
    };
    let least = size / ROW;
    let full = stage.name();
    let (words, size) = [size, f32::midpoint(size, least), least]
        .into_iter()
        .find(|it| fits(full, *it))
        .map_or((stage.short_name(), size), |it| (full, it));
    let size = if fits(words, size) { size } else { least };
    label_cut(ui, row, words, full, (Role::Heading, Type::session(size), color));
}

fn side_ui(ui: &mut Ui, stage: &Stage<'_>, row: Rect, size: f32, text: &Text) {
    let palette = Palette::of(ui);
    let hip = stage.view.side;
    let disc = size;
    let middle = pos2(row.left() + disc / 2.0, row.center().y);
    paint_side_disc(ui, middle, disc, hip, &text.side_letter(hip));
    let words = stage.side(text);
    let row = Rect::from_min_max(pos2(row.left() + disc + size * 0.3, row.top()), row.max);
    let width = line(ui, &words, Type::session(size), palette.text).size().x;
    let size = if width <= row.width() { size } else { size / ROW };
    let color = if hip == Sides::Both { palette.muted } else { palette.text };
    label_cut(ui, row, &words, &words, (Role::Label, Type::session(size), color));
}

fn number_ui(ui: &mut Ui, stage: &Stage<'_>, at: &Layout, text: &Text) {
    let palette = Palette::of(ui);
    let count = stage.count(text);
    let color = match (stage.is_paused(), stage.view.kind) {
        (true, _) => palette.muted,
        (false, StepKind::Work) => palette.text,
        (false, _) => stage.ring().color(&palette),
    };
    let number = BigNumber {
        number: &count.number,
        beside: &count.beside,
        digits: at.number.height(),
        beside_size: at.beside,
        said: &count.said,
    };
    let mut place = ui.new_child(egui::UiBuilder::new().max_rect(at.number));
    number.show(&mut place, color);
}

/// The tempo of a paced rep and a cue, or what to do.
fn block_ui(ui: &mut Ui, stage: &Stage<'_>, at: &Layout, text: &Text) {
    let palette = Palette::of(ui);
    let mut y = at.block.top();
    if let Some(tempo) = stage.view.tempo.filter(|_| !stage.is_paused()) {
        let words = tempo_words(stage, text);
        let now = words.iter().position(|it| it.0 == tempo.phase).unwrap_or_default();
        let words: Vec<_> = words.into_iter().map(|it| it.1).collect();
        let row = Rect::from_min_max(pos2(at.block.left(), y), at.block.max);
        let mut place = ui.new_child(egui::UiBuilder::new().max_rect(row));
        let shown = tempo_row_ui(&mut place, &words, now, tempo.fraction, at.words * 1.25);
        y = shown.rect.bottom() + at.words * 0.4;
    }
    let alert = stage.advice.is_some_and(|it| it >= PainState::Amber);
    let color = if alert { palette.alert } else { palette.muted };
    for [full, short] in stage.lines(text).iter().filter(|it| !it[0].is_empty()) {
        let room = vec2(at.block.width(), at.block.bottom() - y);
        let galley = fitting(ui, [full, short], at.words, room, color);
        let rect = Rect::from_min_size(pos2(at.block.left(), y), galley.size());
        y = rect.bottom() + at.words * 0.2;
        let response = ui.allocate_rect(rect, Sense::hover());
        describe(&response, Role::Label, full);
        ui.painter().galley(rect.min, galley, color);
    }
}

/// Words in as many lines as there is room for: smaller, or in their short form, where they would
/// need more.
fn fitting(
    ui: &Ui,
    [full, short]: [&String; 2],
    size: f32,
    room: Vec2,
    color: Color32,
) -> Arc<Galley> {
    let lay = |words: &str, size: f32| {
        let font = FontId::new(size, egui::FontFamily::Proportional);
        ui.painter().layout(words.to_owned(), font, color, room.x)
    };
    let forms = [(full, 1.0), (full, 0.88), (full, 0.78), (short, 1.0), (short, 0.88)];
    let mut forms = forms.into_iter().map(|(words, scale)| lay(words, size * scale));
    let fits = |it: &Arc<Galley>| it.size().y <= room.y + size * 0.2;
    forms.find(fits).unwrap_or_else(|| lay(short, size * 0.78))
}

/// The parts of a rep that take time, in order, by this exercise's own words.
fn tempo_words(stage: &Stage<'_>, text: &Text) -> Vec<(TempoPhase, String)> {
    let own = stage.plan.entries.get(stage.view.entry).and_then(|it| it.phase_words.as_ref());
    let work = stage.plan.steps.get(stage.view.step).and_then(|it| it.work);
    let Some(tempo) = work.and_then(|it| it.tempo) else { return Vec::new() };
    tempo.phases().map(|(phase, _)| (phase, text.phase(phase, own))).collect()
}

/// What comes next, and the exercise after that.
fn next_ui(ui: &mut Ui, stage: &Stage<'_>, at: &Layout, text: &Text) {
    let palette = Palette::of(ui);
    let view = stage.view;
    let mut left = at.next.left();
    let then = view.then.as_ref().map(|it| (Sentence::UiSessionThen, stage.brief(Some(it), text)));
    let next = (Sentence::UiSessionNext, stage.brief(view.next.as_ref(), text));
    for (head, words) in [Some(next), then].into_iter().flatten() {
        let row = |left: f32| Rect::from_min_max(pos2(left, at.next.top()), at.next.max);
        let font = FontId::new(at.words, egui::FontFamily::Proportional);
        let head = text.say(head);
        let wide = line(ui, &head, font.clone(), palette.muted).size().x + space::M;
        let whole = wide + line(ui, &words, Type::session(at.words), palette.text).size().x;
        if at.next.left() < left && at.next.right() < left + whole {
            break;
        }
        label(ui, row(left), &head, font, palette.muted);
        label(ui, row(left + wide), &words, Type::session(at.words), palette.text);
        left += whole + space::HUGE;
    }
}

/// One line of words at the left of a row; answers with its width.
fn label(ui: &mut Ui, row: Rect, words: &str, font: FontId, color: Color32) -> f32 {
    let galley = line(ui, words, font, color);
    let width = galley.size().x;
    let rect = Rect::from_min_size(
        Pos2::new(row.left(), row.center().y - galley.size().y / 2.0),
        galley.size(),
    );
    let response = ui.allocate_rect(rect, Sense::hover());
    describe(&response, Role::Label, words);
    paint_left(ui, pos2(row.left(), row.center().y), galley);
    width
}

/// One line of words that ends in "…" when it does not fit; a screen reader hears all of `said`.
fn label_cut(
    ui: &mut Ui,
    row: Rect,
    words: &str,
    said: &str,
    (role, font, color): (Role, FontId, Color32),
) {
    let mut job = egui::text::LayoutJob::simple_singleline(words.to_owned(), font, color);
    job.wrap = egui::text::TextWrapping::truncate_at_width(row.width());
    let galley = ui.painter().layout_job(job);
    let response = ui.allocate_rect(row, Sense::hover());
    describe(&response, role, said);
    paint_left(ui, row.left_center(), galley);
}
