//! The first page: the answer before everything else.

use maud::{Markup, html};

use crate::report::overview::{Changed, Stopped, Told};
use crate::report::plot::{Bar, Frame, HALF, Look, Series};
use crate::report::{PainFacts, Report};
use crate::text::{ReportSentence as S, Text};

/// Lines of a card that stay on the first page; the rest stands in the tables.
const MOST: usize = 6;

/// The answer, on one page.
pub(super) fn glance(report: &Report, text: &Text) -> Markup {
    html! {
        section aria-labelledby="glance" {
            h2 #glance { (text.report(S::Glance)) }
            (stops(report, text))
            div.glance {
                (card("card lead", S::AskedHead, &asked(report, text), text))
                (card("card lead", S::DoneHead, &done(report, text), text))
                (card("card", S::PainHead, &pain_lines(&report.pain, text), text))
                (card("card", S::ChangedHead, &changed(report, text), text))
            }
            div.two { (weeks(report, text)) (pain_plot(report, text)) }
        }
    }
}

/// The heads and lines of the first page, in its order.
pub fn first_page(report: &Report, text: &Text) -> Vec<(String, Vec<String>)> {
    let mut stops: Vec<_> = report.stops.iter().rev().map(|it| stop_line(it, text)).collect();
    if stops.is_empty() {
        stops.push(text.report(S::StopsNone));
    }
    vec![
        (text.report(S::Stops), capped(stops, text)),
        (text.report(S::AskedHead), asked(report, text)),
        (text.report(S::DoneHead), done(report, text)),
        (text.report(S::PainHead), pain_lines(&report.pain, text)),
        (text.report(S::ChangedHead), changed(report, text)),
    ]
}

fn stop_line(it: &Stopped, text: &Text) -> String {
    text.list([text.short_date(it.date()), stop(it, text)])
}

fn card(class: &str, head: S<'_>, lines: &[String], text: &Text) -> Markup {
    html! {
        div class=(class) {
            h3 { (text.report(head)) }
            ul { @for it in lines { li { (it) } } }
        }
    }
}

fn stops(report: &Report, text: &Text) -> Markup {
    let class = if report.stops.is_empty() { "card plain" } else { "card stops" };
    // The newest come first: they matter most.
    let shown: Vec<_> = report.stops.iter().rev().take(MOST).collect();
    let more = report.stops.len() - shown.len();
    html! {
        div class=(class) {
            h3 { (text.report(S::Stops)) }
            @if shown.is_empty() { p { (text.report(S::StopsNone)) } }
            ul {
                @for it in shown {
                    li {
                        time datetime=(it.date()) { (text.short_date(it.date())) }
                        (stop(it, text))
                    }
                }
                @if 0 < more { li { (text.report(S::ChangedMore { count: more })) } }
            }
        }
    }
}

fn stop(it: &Stopped, text: &Text) -> String {
    match it {
        Stopped::Hurt { name, side, exact, ended, .. } => {
            let side = text.side(*side).to_lowercase();
            let ended = text.report(if *ended { S::StopEnded } else { S::StopWentOn });
            let (side, ended) = (side.as_str(), ended.as_str());
            text.report(match exact {
                Some(pain) => S::StopHurtExact { name, side, pain: u32::from(pain.get()), ended },
                None => S::StopHurt { name, side, ended },
            })
        }
        Stopped::Pain { when, pain, .. } => {
            let when = text.when_words(*when);
            text.report(S::StopPain { when: &when, pain: u32::from(pain.get()) })
        }
        Stopped::Worse { .. } => text.report(S::StopWorse),
        Stopped::Health { questions, cleared, .. } => {
            let questions = text.list(questions.iter().map(|it| it.replace(['-', '_'], " ")));
            let questions = questions.as_str();
            text.report(if *cleared {
                S::StopHealthCleared { questions }
            } else {
                S::StopHealth { questions }
            })
        }
    }
}

fn asked(report: &Report, text: &Text) -> Vec<String> {
    let target = report.asked.target.map(|(from, to)| {
        text.report(if from == to {
            S::AskedTarget { days: from }
        } else {
            S::AskedTargets { from, to }
        })
    });
    let routines = report.asked.routines.iter().map(|it| {
        let (name, times) = (it.name.as_str(), it.times);
        text.report(if it.prescribed {
            S::AskedPrescribed { name, times }
        } else {
            S::AskedRoutine { name, times }
        })
    });
    capped(target.into_iter().chain(routines).collect(), text)
}

/// At most so many lines; the last then says how many there are beside them.
fn capped(mut lines: Vec<String>, text: &Text) -> Vec<String> {
    let count = lines.len().saturating_sub(MOST);
    if 0 < count {
        lines.truncate(MOST);
        lines.push(text.report(S::ChangedMore { count }));
    }
    lines
}

fn done(report: &Report, text: &Text) -> Vec<String> {
    let it = report.done;
    let mut lines = vec![
        text.report(S::DoneSessions { count: it.sessions, early: it.early }),
        text.report(S::DoneWeeks { met: it.met, weeks: it.weeks }),
    ];
    if let Some(percent) = (it.sets * 100).checked_div(it.planned) {
        lines.push(text.report(S::DoneSets { done: it.sets, planned: it.planned, percent }));
    }
    lines.push(text.report(S::DoneMinutes { count: it.minutes }));
    if 0 < it.breaks {
        lines.push(text.report(S::DoneBreaks { count: it.breaks }));
    }
    lines
}

fn pain_lines(facts: &PainFacts, text: &Text) -> Vec<String> {
    let around = facts.around.iter().enumerate();
    let around = around.filter_map(|(when, told)| Some(told_line(when, &(*told)?, text)));
    let mut lines: Vec<_> = around.collect();
    let [better, same, less] = facts.mornings;
    if 0 < better + same + less {
        lines.push(text.report(S::PainMornings { better, same, worse: less }));
    }
    lines.extend(facts.during.iter().map(|it| {
        let name = it.name.as_str();
        text.report(S::PainDuring { name, times: it.times, worst: u32::from(it.worst) })
    }));
    if lines.is_empty() {
        lines.push(text.report(S::PainNone));
    }
    capped(lines, text)
}

fn told_line(when: usize, told: &Told, text: &Text) -> String {
    let one = |it: f32| format!("{it:.1}");
    let when = text.when_words(when);
    let mut letters = when.chars();
    let when: String = letters.next().map(char::to_uppercase).into_iter().flatten().collect();
    let when = when + letters.as_str();
    let line = text.report(S::PainTold {
        when: &when,
        mean: &one(told.mean),
        least: u32::from(told.range.0),
        worst: u32::from(told.range.1),
        times: told.times,
        of: told.of,
    });
    let trend = told.from_to.filter(|it| 0.5 <= (it.0 - it.1).abs());
    let trend =
        trend.map(|(from, to)| text.report(S::PainTrend { from: &one(from), to: &one(to) }));
    text.list(std::iter::once(line).chain(trend))
}

fn changed(report: &Report, text: &Text) -> Vec<String> {
    let lines: Vec<_> = report.changed.iter().map(|it| change(it, text)).collect();
    if lines.is_empty() {
        return vec![text.report(S::ChangedNothing)];
    }
    capped(lines, text)
}

fn change(it: &Changed, text: &Text) -> String {
    match it {
        Changed::Level { name, from, to } => {
            text.report(S::ChangedLevel { name, from: u32::from(*from), to: u32::from(*to) })
        }
        Changed::Dose { name, from, to } => {
            let dose = |(sets, each)| text.sets_of(sets, each);
            text.report(S::ChangedDose { name, from: &dose(*from), to: &dose(*to) })
        }
        Changed::Target { date, value } => {
            let date = text.short_date(*date);
            text.report(S::ChangedTarget { date: &date, days: u32::from(*value) })
        }
        Changed::Pause { from, to } => {
            let (from, to) = (text.short_date(*from), text.short_date(*to));
            text.report(S::ChangedPause { from: &from, to: &to })
        }
    }
}

fn weeks(report: &Report, text: &Text) -> Markup {
    let name = text.report(S::PlotWeeks);
    let bars: Vec<_> = report
        .weeks
        .iter()
        .map(|it| Bar {
            start: it.start,
            value: it.days as f32,
            aim: (!it.is_paused()).then_some(it.target as f32),
        })
        .collect();
    let from = report.weeks.first().map_or(report.choices.from, |it| it.start);
    let last = report.weeks.last().map_or(report.choices.to, |it| it.start);
    let frame = Frame { name: &name, from, to: last + chrono::Days::new(7), text, size: HALF };
    let most = report.weeks.iter().map(|it| it.days).max().unwrap_or_default();
    let (met, weeks) = (report.done.met, report.done.weeks);
    html! {
        figure.card {
            h3 { (name) }
            (frame.weeks(&bars))
            figcaption {
                span.key { (bar_sign()) (text.report(S::PlotWeeksKey)) }
                span.key { (super::aim_sign()) (text.report(S::KeyTarget)) }
                br;
                (text.report(S::PlotWeeksSaid { met, weeks, most }))
            }
        }
    }
}

fn bar_sign() -> Markup {
    html! {
        svg viewBox="0 0 22 10" aria-hidden="true" {
            rect class="bar" x="6" y="0" width="10" height="10" {}
        }
    }
}

fn pain_plot(report: &Report, text: &Text) -> Markup {
    let name = text.report(S::PlotPain);
    let looks = [Look::Disc, Look::Square, Look::Triangle];
    let series = looks.into_iter().enumerate().map(|(when, look)| {
        let told = report.sessions.iter().filter(|it| !it.is_break);
        let points = told.filter_map(|it| {
            let pain = it.pain.get(when).copied().flatten()?;
            Some((it.date, f32::from(pain.get())))
        });
        Series { look, points: points.collect() }
    });
    let series: Vec<_> = series.collect();
    let count = series.iter().map(|it| it.points.len()).sum();
    let (from, to) = (report.choices.from, report.choices.to);
    let frame = Frame { name: &name, from, to, text, size: HALF };
    html! {
        figure.card {
            h3 { (name) }
            (frame.lines(&series, &[], 10.0))
            figcaption {
                @for (when, look) in looks.into_iter().enumerate() {
                    span.key { (look.sign()) (text.when_words(when)) }
                }
                br;
                (text.report(S::PlotPainSaid { count }))
            }
        }
    }
}
