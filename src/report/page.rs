//! The facts as one HTML page.

mod function;
mod glance;
mod parts;

use chrono::{Datelike as _, NaiveDate};
use maud::{Markup, html};

use super::Report;
use super::leaf::Leaf;
use crate::figure::Shelf;
use crate::library::Library;
use crate::text::{ReportSentence as S, Text};
use crate::units::Pain;
pub use glance::first_page;

/// What the page is drawn with beside the facts.
#[derive(Debug, Clone, Copy)]
pub struct Drawn<'a> {
    /// What the exercises are.
    pub library: &'a Library,
    /// How they are done.
    pub shelf: &'a Shelf,
    /// The language.
    pub text: &'a Text,
}

/// What stands in the page's head, so that the program knows a page of its own again.
pub const MARK: &str = "Evenhold report";

/// The whole page.
pub fn html(report: &Report, drawn: Drawn<'_>) -> String {
    let text = drawn.text;
    let title = format!("{}, {}", text.report(S::Title), period(report, text));
    let body = html! {
            body {
                main {
                    div.first {
                        header { (head(report, text)) }
                        @if report.is_empty() {
                            p { (text.report(S::Empty)) }
                        } @else {
                            (glance::glance(report, text))
                        }
                    }
                    @if !report.exercises.is_empty() { (parts::exercises(report, drawn)) }
                    (function::function(report, text))
                    (parts::motion(report, text))
                    (parts::notes(report, text))
                    @if !report.sessions.is_empty() { (parts::sessions(report, text)) }
                }
                footer { p { (text.report(S::Foot)) } }
            }
    };
    Leaf { language: text.language(), mark: MARK, title: &title, style: "" }.around(&body)
}

fn head(report: &Report, text: &Text) -> Markup {
    let made = text.short_date(report.choices.made);
    html! {
        h1 { (text.report(S::Title)) }
        p.period { (period(report, text)) }
        p.made {
            (text.report(S::Made { date: &made, version: env!("CARGO_PKG_VERSION") }))
            " " (text.report(S::Banner))
        }
    }
}

fn period(report: &Report, text: &Text) -> String {
    let (from, to) = (text.short_date(report.choices.from), text.short_date(report.choices.to));
    text.report(S::Period { from: &from, to: &to })
}

/// A rating, or a dash where none was told.
fn pain_cell(pain: Option<Pain>, text: &Text) -> String {
    pain.map_or_else(|| text.report(S::None), |it| it.to_string())
}

/// The sign of what was aimed at, for the key under a plot.
fn aim_sign() -> Markup {
    html! {
        svg viewBox="0 0 22 10" aria-hidden="true" {
            line class="aim" x1="0" x2="22" y1="5" y2="5" {}
        }
    }
}

impl Text {
    /// The title of the report.
    pub fn report_title(&self) -> String {
        self.report(S::Title)
    }

    /// A month: "Nov".
    pub fn short_month(&self, date: NaiveDate) -> String {
        self.report(S::ShortMonth { month: date.month() })
    }

    /// When pain was told: 0 is before a session, 1 after it, 2 the next morning.
    pub fn when_words(&self, when: usize) -> String {
        self.report(match when {
            0 => S::PainBefore,
            1 => S::PainAfter,
            _ => S::PainMorning,
        })
    }

    /// Which way the thigh turns.
    pub fn turn_words(&self, inward: bool) -> String {
        self.report(if inward { S::Inward } else { S::Outward })
    }

    /// A day in a table: "22 Nov 2026".
    pub fn short_date(&self, date: NaiveDate) -> String {
        let month = self.report(S::ShortMonth { month: date.month() });
        let year = date.year().to_string();
        self.report(S::ShortDate { day: date.day(), month: &month, year: &year })
    }

    /// A day of a year that is known: "22 Nov".
    pub fn short_day(&self, date: NaiveDate) -> String {
        let month = self.report(S::ShortMonth { month: date.month() });
        self.report(S::ShortDay { day: date.day(), month: &month })
    }
}
