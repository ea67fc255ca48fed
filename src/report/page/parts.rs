//! After the first page: exercise by exercise, range of motion, notes, every session.

use chrono::Datelike as _;
use maud::{Markup, html};

use super::{Drawn, aim_sign, pain_cell};
use crate::program::Turn;
use crate::report::plot::{Frame, HALF, Look, Series, WIDE};
use crate::report::range::MotionPart;
use crate::report::{Dosed, ExercisePart, Motion, Report, SessionRow, figure};
use crate::text::{ReportSentence as S, Text};
use crate::units::{Side, Sides};

/// A change of fewer degrees is within what such a reading varies by.
const CLEAR: f32 = 10.0;

/// Prescribed against done, exercise by exercise.
pub(super) fn exercises(report: &Report, drawn: Drawn<'_>) -> Markup {
    let text = drawn.text;
    html! {
        section aria-labelledby="exercises" {
            h2 #exercises { (text.report(S::ExercisesHead)) }
            p.about { (text.report(S::ExercisesAbout)) }
            @for part in &report.exercises { (exercise(report, part, drawn)) }
        }
    }
}

fn exercise(report: &Report, part: &ExercisePart, drawn: Drawn<'_>) -> Markup {
    let text = drawn.text;
    let picture = picture(part, drawn);
    let top = if picture.is_some() { "top" } else { "top bare" };
    html! {
        article.exercise {
            h3 { (part.name) }
            div class=(top) {
                @if let Some(picture) = picture { (picture) }
                (progress(report, part, text))
            }
            (doses(part, text))
        }
    }
}

/// The figure of the level that was done last.
fn picture(part: &ExercisePart, drawn: Drawn<'_>) -> Option<Markup> {
    let number = part.first_and_last()?.1.level;
    let level = drawn.library.exercise(&part.id)?.level(number)?;
    let name = drawn.text.report(S::Figure { name: &part.name });
    figure::figure(level, drawn.shelf, &name)
}

fn progress(report: &Report, part: &ExercisePart, text: &Text) -> Markup {
    let is_counted = part.doses.last().is_some_and(|it| it.each.count().is_some());
    let unit = text.report(if is_counted { S::UnitReps } else { S::UnitSeconds });
    let name = text.report(S::PlotExercise { name: &part.name, unit: &unit });
    let series: Vec<_> =
        [(Sides::Left, Look::Disc), (Sides::Right, Look::Square), (Sides::Both, Look::Disc)]
            .into_iter()
            .filter_map(|(side, look)| {
                let of_side = part.points.iter().filter(|it| it.side == side);
                let points: Vec<_> = of_side.map(|it| (it.date, it.done)).collect();
                (!points.is_empty()).then_some((side, Series { look, points }))
            })
            .collect();
    let planned: Vec<_> = part.points.iter().map(|it| (it.date, it.planned)).collect();
    let (from, to) = (report.choices.from, report.choices.to);
    let frame = Frame { name: &name, from, to, text, size: WIDE };
    let drawn: Vec<_> = series.iter().map(|it| it.1.clone()).collect();
    html! {
        figure {
            (frame.lines(&drawn, &planned, 4.0))
            figcaption {
                (unit) ": "
                @for (side, it) in &series { span.key { (it.look.sign()) (text.side(*side)) } }
                span.key { (aim_sign()) (text.report(S::KeyPlanned)) }
            }
        }
    }
}

fn doses(part: &ExercisePart, text: &Text) -> Markup {
    let has_sides = part.doses.iter().any(|it| it.each_side);
    let heads = [S::HeadWhen, S::HeadLevel, S::HeadPrescribed, S::HeadSessions, S::HeadDone];
    let tail = [S::HeadPain, S::HeadForm, S::HeadRir];
    let sides = [S::HeadLeft, S::HeadRight];
    let sides = if has_sides { &sides[..] } else { &[] };
    html! {
        div.table {
            table {
                thead {
                    tr {
                        @for it in heads.iter().chain(sides).chain(&tail) {
                            th scope="col" { (text.report(*it)) }
                        }
                    }
                }
                tbody { @for it in &part.doses { (dose(it, has_sides, text)) } }
            }
        }
    }
}

fn dose(it: &Dosed, has_sides: bool, text: &Text) -> Markup {
    let none = || text.report(S::None);
    let to = text.short_date(it.to);
    let is_one_year = it.from.year() == it.to.year();
    let from = if is_one_year { text.short_day(it.from) } else { text.short_date(it.from) };
    let when = if it.from == it.to { to } else { text.report(S::Span { from: &from, to: &to }) };
    let (clean, shaky) = it.form;
    let form =
        if clean + shaky == 0 { none() } else { text.report(S::FormCounts { clean, shaky }) };
    let [left, right, _] = it.done;
    html! {
        tr {
            th scope="row" { (when) }
            td { (text.report(S::Level { number: u32::from(it.level) })) }
            td { (text.sets_of_side(it.sets, it.each, it.each_side)) }
            td { (it.sessions) }
            td { (text.report(S::SetsOf { done: it.done(), planned: it.planned })) }
            @if has_sides {
                @if it.each_side { td { (left) } td { (right) } } @else { td { (none()) } td { (none()) } }
            }
            td { (it.pain.map_or_else(none, |it| it.to_string())) }
            td { (form) }
            td { (rir(it.rir, text)) }
        }
    }
}

fn rir(told: Option<(u8, u8)>, text: &Text) -> String {
    match told {
        None => text.report(S::None),
        Some((least, most)) if least == most => text.report(S::RirOne { number: u32::from(most) }),
        Some((least, most)) => {
            text.report(S::RirRange { least: u32::from(least), most: u32::from(most) })
        }
    }
}

fn turn_name(turn: Turn, text: &Text) -> String {
    text.report(match turn {
        Turn::Inward => S::Inward,
        Turn::Outward => S::Outward,
    })
}

const fn look_of(side: Side) -> Look {
    match side {
        Side::Left => Look::Disc,
        Side::Right => Look::Square,
    }
}

/// Range of motion, as plots and as numbers.
pub(super) fn motion(report: &Report, text: &Text) -> Markup {
    html! {
        section aria-labelledby="motion" {
            h2 #motion { (text.report(S::MotionHead)) }
            @if report.motion.is_empty() {
                p { (text.report(S::MotionNone)) }
            } @else {
                p.about { (text.report(S::MotionAbout)) }
                div.two { @for turn in Turn::ALL { (motion_plot(report, turn, text)) } }
                (motion_table(report, text))
            }
        }
    }
}

fn motion_plot(report: &Report, turn: Turn, text: &Text) -> Markup {
    let parts: Vec<_> = report.motion.iter().filter(|it| it.turn == turn).collect();
    let name = text.report(S::PlotMotion { turn: &turn_name(turn, text) });
    let series: Vec<_> = parts
        .iter()
        .map(|it| Series {
            look: look_of(it.side),
            points: it.points.iter().map(|it| (it.date, it.mean)).collect(),
        })
        .collect();
    let (from, to) = (report.choices.from, report.choices.to);
    let frame = Frame { name: &name, from, to, text, size: HALF };
    html! {
        @if !parts.is_empty() {
            figure.card {
                h3 { (name) }
                (frame.lines(&series, &[], 40.0))
                figcaption {
                    @for it in &parts {
                        span.key { (look_of(it.side).sign()) (text.side(it.side.into())) }
                    }
                    @for it in &parts { br; (change(it, text)) }
                }
            }
        }
    }
}

fn change(part: &MotionPart, text: &Text) -> String {
    let side = text.side(part.side.into());
    let whole = |it: Option<&Motion>| it.map_or(0, |it| it.mean.round() as i32);
    let (from, to) = (whole(part.points.first()), whole(part.points.last()));
    let side = side.as_str();
    match part.change() {
        None => text.list([side.to_owned(), text.report(S::Degrees { degrees: to })]),
        Some(by) if by.abs() < CLEAR => text.report(S::MotionNoChange { side, from, to }),
        Some(_) => text.report(S::MotionChange { side, from, to }),
    }
}

fn motion_table(report: &Report, text: &Text) -> Markup {
    let mut dates: Vec<_> =
        report.motion.iter().flat_map(|it| &it.points).map(|it| it.date).collect();
    dates.sort_unstable();
    dates.dedup();
    let cell = |part: &MotionPart, date| {
        let point = part.points.iter().find(|it| it.date == date);
        point.map_or_else(|| text.report(S::None), |it| degrees(it, text))
    };
    html! {
        div.table {
            table {
                thead {
                    tr {
                        th scope="col" { (text.report(S::HeadDate)) }
                        @for it in &report.motion {
                            th scope="col" {
                                (turn_name(it.turn, text)) ", " (text.side(it.side.into()).to_lowercase())
                            }
                        }
                    }
                }
                tbody {
                    @for date in dates {
                        tr {
                            th scope="row" { (text.short_date(date)) }
                            @for it in &report.motion { td { (cell(it, date)) } }
                        }
                    }
                }
            }
        }
    }
}

fn degrees(it: &Motion, text: &Text) -> String {
    let whole = |it: f32| it.round() as i32;
    let (degrees, least, most) = (whole(it.mean), whole(it.range.0), whole(it.range.1));
    text.report(if it.count < 2 || least == most {
        S::Degrees { degrees }
    } else {
        S::DegreesRange { degrees, least, most }
    })
}

/// The notes that the person chose.
pub(super) fn notes(report: &Report, text: &Text) -> Markup {
    html! {
        section aria-labelledby="notes" {
            h2 #notes { (text.report(S::NotesHead)) }
            @if report.notes.is_empty() { p { (text.report(S::NotesNone)) } }
            @for it in &report.notes {
                blockquote {
                    (it.words)
                    footer {
                        (text.report(S::NoteOf { date: &text.short_date(it.date), of: &it.of }))
                    }
                }
            }
        }
    }
}

/// Every session, in a table.
pub(super) fn sessions(report: &Report, text: &Text) -> Markup {
    let heads = [
        (S::HeadDate, ""),
        (S::HeadRoutine, ""),
        (S::HeadMinutes, "number"),
        (S::HeadSets, "number"),
        (S::HeadBefore, "number"),
        (S::HeadAfter, "number"),
        (S::HeadMorning, "number"),
        (S::HeadEnding, ""),
    ];
    html! {
        section aria-labelledby="sessions" {
            h2 #sessions { (text.report(S::SessionsHead)) }
            div.table {
                table {
                    thead {
                        tr {
                            @for (it, class) in heads {
                                th scope="col" class=(class) { (text.report(it)) }
                            }
                        }
                    }
                    tbody { @for it in &report.sessions { (session(it, text)) } }
                }
            }
        }
    }
}

fn session(it: &SessionRow, text: &Text) -> Markup {
    let sets = S::SetsOf { done: it.done as u32, planned: it.sets as u32 };
    let ending = match (it.is_break, it.early) {
        (true, _) => S::EndingBreak,
        (false, true) => S::EndingEarly,
        (false, false) => S::EndingWhole,
    };
    html! {
        tr {
            th scope="row" { (text.short_date(it.date)) }
            td { (it.name) }
            td.number { (it.minutes) }
            td.number { (text.report(sets)) }
            @for pain in it.pain { td.number { (pain_cell(pain, text)) } }
            td { (text.report(ending)) }
        }
    }
}
