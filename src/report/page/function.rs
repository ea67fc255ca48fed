//! What the person can do in a day, by their own ratings, as a plot and as numbers.

use maud::{Markup, html};

use super::super::plot::{Frame, HALF, Look, Series};
use crate::report::Report;
use crate::text::{HealthSentence, ReportSentence as S, Text};

/// So many activities are told apart.
const LOOKS: [Look; 3] = [Look::Disc, Look::Square, Look::Triangle];

/// The activities that were rated; nothing where none were.
pub(super) fn function(report: &Report, text: &Text) -> Markup {
    let names = names(report);
    let head = text.ask(HealthSentence::FunctionHead);
    html! {
        @if !names.is_empty() {
            section aria-labelledby="function" {
                h2 #function { (head) }
                p.about { (text.ask(HealthSentence::FunctionReport)) }
                div.two { (plot(report, &names, text)) (table(report, &names, text)) }
            }
        }
    }
}

/// The names of the activities, in the order in which they first came.
fn names(report: &Report) -> Vec<&str> {
    let mut names: Vec<&str> = Vec::new();
    for (name, _) in report.function.iter().flat_map(|it| &it.ratings) {
        if !names.contains(&name.as_str()) {
            names.push(name);
        }
    }
    names
}

fn plot(report: &Report, names: &[&str], text: &Text) -> Markup {
    let series = names.iter().zip(LOOKS).map(|(name, look)| {
        let points = report.function.iter().filter_map(|it| {
            let rating = it.ratings.iter().find(|it| it.0 == *name)?.1;
            Some((it.date, rating as f32))
        });
        Series { look, points: points.collect() }
    });
    let series: Vec<_> = series.collect();
    let name = text.ask(HealthSentence::FunctionHead);
    let (from, to) = (report.choices.from, report.choices.to);
    let frame = Frame { name: &name, from, to, text, size: HALF };
    html! {
        figure.card {
            (frame.lines(&series, &[], 10.0))
            figcaption {
                @for (name, look) in names.iter().zip(LOOKS) {
                    span.key { (look.sign()) (name) }
                }
            }
        }
    }
}

fn table(report: &Report, names: &[&str], text: &Text) -> Markup {
    let cell = |at: usize, name: &str| {
        let rated = report.function.get(at)?.ratings.iter().find(|it| it.0 == name)?.1;
        Some(rated.round().to_string())
    };
    html! {
        div.table {
            table {
                thead {
                    tr {
                        th scope="col" { (text.report(S::HeadDate)) }
                        @for name in names { th scope="col" { (name) } }
                    }
                }
                tbody {
                    @for (at, it) in report.function.iter().enumerate() {
                        tr {
                            th scope="row" { (text.short_date(it.date)) }
                            @for name in names {
                                td { (cell(at, name).unwrap_or_else(|| text.report(S::None))) }
                            }
                        }
                    }
                }
            }
        }
    }
}
