//! What the body says: stretch minutes for each muscle, pain, range of motion.

use std::time::Duration;

use egui::{Pos2, Rect, Role, Sense, Stroke, Ui, vec2};

use super::super::Shown;
use super::chart::key_ui;
use super::{Chart, Line, Mark, Palette, Type, space, weeks_before, x_of};
use crate::coach::Facts;
use crate::history::{PainCourse, STRETCH_MINUTES, StretchWeek};
use crate::text::{ProgressSentence as S, Text};
use crate::ui::theme::radius;
use crate::ui::widgets::{as_heading, cut, describe, line, paint_left};
use crate::units::{Pain, Sides};

/// A change of fewer degrees is within what such a reading varies by.
const CLEAR: f64 = 10.0;

/// A heading and a quiet sentence, where there is nothing to draw yet.
pub(super) fn quiet_ui(ui: &mut Ui, head: &str, words: &str) {
    let palette = Palette::of(ui);
    ui.spacing_mut().item_spacing.y = space::S;
    let label = ui.label(Type::Title.text(head).color(palette.text));
    as_heading(&label, head);
    ui.label(Type::Body.text(words).color(palette.muted));
}

/// Minutes of each muscle in the last full week, or in this one when it is the first.
pub(super) fn stretch_ui(ui: &mut Ui, shown: Shown<'_>) {
    let (text, facts) = (shown.text, &shown.progress.facts);
    let head = text.progress(S::StretchHead);
    let Some(week) = stretch_week(facts) else {
        return quiet_ui(ui, &head, &text.progress(S::StretchNone));
    };
    let palette = Palette::of(ui);
    ui.spacing_mut().item_spacing.y = space::S;
    let label = ui.label(Type::Title.text(&head).color(palette.text));
    as_heading(&label, &head);
    let date = text.short_date(week.start);
    let about = text.progress(S::StretchWeek { date: &date });
    ui.label(Type::Note.text(about).color(palette.muted));
    let longest = week.muscles.values().map(|it| it.0.max(it.1)).max().unwrap_or_default();
    let longest = longest.as_secs_f32().max(60.0 * STRETCH_MINUTES as f32 * 1.25);
    for (muscle, sides) in &week.muscles {
        muscle_ui(ui, &text.muscle_name(muscle), *sides, longest, text);
    }
    ui.label(Type::Body.text(stretch_words(week, text)).color(palette.text));
}

/// The last week that is over, else the one that runs.
fn stretch_week(facts: &Facts) -> Option<&StretchWeek> {
    let this = facts.weeks.current().map(|it| it.start);
    let over = facts.stretches.iter().rev().find(|it| Some(it.start) != this);
    over.or_else(|| facts.stretches.last())
}

fn minutes(time: Duration) -> String {
    format!("{:.1}", time.as_secs_f32() / 60.0)
}

fn stretch_words(week: &StretchWeek, text: &Text) -> String {
    let enough = |it: &(Duration, Duration)| STRETCH_MINUTES * 60 <= it.0.min(it.1).as_secs();
    let (of, count) = (week.muscles.len(), week.muscles.values().filter(|it| enough(it)).count());
    let least = week.muscles.iter().min_by_key(|it| it.1.0.min(it.1.1));
    match least {
        Some((muscle, sides)) if count < of => text.progress(S::StretchSaid {
            enough: count,
            of,
            muscle: &text.muscle_name(muscle),
            minutes: &minutes(sides.0.min(sides.1)),
        }),
        _ => text.progress(S::StretchAll { of }),
    }
}

/// One muscle: a bar for each side, and a line at five minutes.
fn muscle_ui(ui: &mut Ui, name: &str, sides: (Duration, Duration), longest: f32, text: &Text) {
    let palette = Palette::of(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 26.0), Sense::hover());
    let (left, right) = (minutes(sides.0), minutes(sides.1));
    let said = text.progress(S::StretchRow { muscle: name, left: &left, right: &right });
    describe(&response, Role::Label, &said);
    let names = 210.0_f32.min(rect.width() * 0.42);
    paint_left(ui, rect.left_center(), cut(ui, name, Type::Note, palette.text, names - space::S));
    let track = Rect::from_min_max(
        Pos2::new(rect.left() + names, rect.top()),
        Pos2::new(rect.right() - 76.0, rect.bottom()),
    );
    let x = |it: f32| track.left() + track.width() * (it / longest).min(1.0);
    for (at, (time, mark)) in
        [(sides.0, Mark::Disc), (sides.1, Mark::Square)].into_iter().enumerate()
    {
        let top = track.top() + 4.0 + at as f32 * 10.0;
        let place =
            |to: f32| Rect::from_min_max(Pos2::new(track.left(), top), Pos2::new(to, top + 8.0));
        ui.painter().rect_filled(place(track.right()), radius::SMALL, palette.raised);
        let fill = mark.color(&palette);
        ui.painter().rect_filled(place(x(time.as_secs_f32())), radius::SMALL, fill);
    }
    let aim = x(60.0 * STRETCH_MINUTES as f32);
    ui.painter().vline(aim, track.y_range(), Stroke::new(1.5, palette.text));
    let letters = [Sides::Left, Sides::Right].map(|it| text.side_letter(it));
    let [l, r] = letters;
    let words = format!("{l} {left}  {r} {right}");
    let words = line(ui, &words, Type::Caption.font(), palette.muted);
    let at = Pos2::new(rect.right() - words.size().x, rect.center().y);
    paint_left(ui, at, words);
}

/// Pain before, during, after and the next morning.
pub(super) fn pain_ui(ui: &mut Ui, shown: Shown<'_>) {
    let (text, facts) = (shown.text, &shown.progress.facts);
    let head = text.progress(S::PainHead);
    if facts.pain.is_empty() {
        return quiet_ui(ui, &head, &text.progress(S::PainNone));
    }
    let sentence = pain_words(facts, text);
    let of = |told: fn(&PainCourse) -> Option<Pain>| {
        let points = facts.pain.iter();
        points.filter_map(|it| Some([x_of(it.date), f64::from(told(it)?.get())])).collect()
    };
    let lines = [
        (text.when_words(0), Mark::Disc, of(|it| it.before)),
        (text.when_words(1), Mark::Square, of(|it| it.after)),
        (text.when_words(2), Mark::Triangle, of(|it| it.morning.as_ref()?.pain)),
        (text.progress(S::KeyDuring), Mark::Diamond, of(|it| it.during)),
    ];
    let lines = lines.map(|(name, mark, points): (_, _, Vec<_>)| Line { name, mark, points });
    let lines: Vec<_> = lines.into_iter().filter(|it| !it.points.is_empty()).collect();
    Chart { id: "pain", head: &head, sentence: &sentence, top: 10.0, text }.show(ui, |plot| {
        for line in &lines {
            plot.line(line);
        }
    });
    key_ui(ui, &lines.iter().collect::<Vec<_>>());
}

/// The last four weeks against the four before.
fn pain_words(facts: &Facts, text: &Text) -> String {
    let mean = |from: u64, to: u64| {
        let (from, to) = (weeks_before(facts.today, from), weeks_before(facts.today, to));
        let told = facts.pain.iter().filter(|it| from < it.date && it.date <= to);
        let told: Vec<_> = told.filter_map(|it| it.before).map(|it| f32::from(it.get())).collect();
        let count = told.len();
        (0 < count).then(|| (told.iter().sum::<f32>() / count as f32, count))
    };
    let one = |it: f32| format!("{it:.1}");
    match (mean(4, 0), mean(8, 4)) {
        (Some((now, _)), Some((before, _))) => {
            text.progress(S::PainTwo { mean: &one(now), earlier: &one(before) })
        }
        (Some((now, times)), None) => text.progress(S::PainOne { mean: &one(now), times }),
        (None, _) => {
            let all = facts.pain.iter().filter_map(|it| it.before).map(|it| f32::from(it.get()));
            let all: Vec<_> = all.collect();
            let mean = all.iter().sum::<f32>() / all.len().max(1) as f32;
            text.progress(S::PainOne { mean: &one(mean), times: all.len() })
        }
    }
}

/// Turning in and out, left and right, by the checks.
pub(super) fn motion_ui(ui: &mut Ui, shown: Shown<'_>) {
    let (text, facts) = (shown.text, &shown.progress.facts);
    let head = text.progress(S::MotionHead);
    let lines = motion_lines(facts, text);
    if lines.is_empty() {
        return quiet_ui(ui, &head, &text.progress(S::MotionNone));
    }
    let sentence = motion_words(&lines, text);
    Chart { id: "motion", head: &head, sentence: &sentence, top: 60.0, text }.show(ui, |plot| {
        for line in &lines {
            plot.line(&line.line);
        }
    });
    key_ui(ui, &lines.iter().map(|it| &it.line).collect::<Vec<_>>());
}

/// A series with what it is.
struct Motion {
    turn: String,
    side: String,
    line: Line,
}

fn motion_lines(facts: &Facts, text: &Text) -> Vec<Motion> {
    let kinds = [
        ("ir", Sides::Left, Mark::Disc),
        ("ir", Sides::Right, Mark::Square),
        ("er", Sides::Left, Mark::Triangle),
        ("er", Sides::Right, Mark::Diamond),
    ];
    kinds
        .into_iter()
        .filter_map(|(what, side, mark)| {
            let of = facts.motion.iter().filter(|it| it.what == what && it.side == side);
            let points: Vec<_> = of.map(|it| [x_of(it.date), it.mean]).collect();
            let turn = text.turn_words(what == "ir");
            let side = text.side(side).to_lowercase();
            let name = text.progress(S::KeySide { turn: &turn, side: &side });
            let line = Line { name, mark, points };
            (!line.points.is_empty()).then_some(Motion { turn, side, line })
        })
        .collect()
}

/// The clearest change, if there is a clear one.
fn motion_words(lines: &[Motion], text: &Text) -> String {
    let ends = lines.iter().filter_map(|it| {
        let [first, .., last] = it.line.points.as_slice() else { return None };
        Some((it, first[1], last[1]))
    });
    let most = ends.max_by(|a, b| (a.2 - a.1).abs().total_cmp(&(b.2 - b.1).abs()));
    match most {
        None => text.progress(S::MotionOnce),
        Some((it, from, to)) if CLEAR <= (to - from).abs() => text.progress(S::MotionSaid {
            turn: &it.turn,
            side: &it.side,
            from: from.round() as i32,
            to: to.round() as i32,
        }),
        Some(_) => text.progress(S::MotionSteady),
    }
}
