//! Plots as SVG in the page's own colours: bars week by week, and values at their days. What a colour
//! says, a shape and a dash say too.

use chrono::{Datelike as _, NaiveDate};
use maud::{Markup, html};

use crate::text::{ReportSentence as S, Text};

/// A picture as wide as the page, and one of half its width, SVG units.
pub(super) const WIDE: (f32, f32) = (640.0, 150.0);
pub(super) const HALF: (f32, f32) = (380.0, 150.0);
/// Room for labels: left, right, top, bottom.
const MARGIN: (f32, f32, f32, f32) = (28.0, 8.0, 8.0, 22.0);
/// The narrowest that month labels stand, SVG units.
const LABEL: f32 = 46.0;

/// How one series looks; the page's style sheet names the colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Look {
    /// Filled discs.
    Disc,
    /// Empty squares on a dashed line.
    Square,
    /// Filled triangles on a dotted line.
    Triangle,
}

impl Look {
    const fn class(self) -> &'static str {
        match self {
            Self::Disc => "a",
            Self::Square => "b",
            Self::Triangle => "c",
        }
    }

    const fn dash(self) -> &'static str {
        match self {
            Self::Disc => "none",
            Self::Square => "6 3",
            Self::Triangle => "2 3",
        }
    }

    fn dot(self, (x, y): (f32, f32)) -> Markup {
        let class = format!("dot {}", self.class());
        match self {
            Self::Disc => html! { circle class=(class) cx=(at(x)) cy=(at(y)) r="3" {} },
            Self::Square => html! {
                rect class=(class) x=(at(x - 2.5)) y=(at(y - 2.5)) width="5" height="5" {}
            },
            Self::Triangle => html! {
                path class=(class) d={ "M" (at(x)) " " (at(y - 3.5)) "l3.4 6h-6.8z" } {}
            },
        }
    }

    /// Its sign for the key under a plot.
    pub(super) fn sign(self) -> Markup {
        html! {
            svg viewBox="0 0 22 10" aria-hidden="true" {
                line class={ "line " (self.class()) } stroke-dasharray=(self.dash())
                    x1="0" x2="22" y1="5" y2="5" {}
                (self.dot((11.0, 5.0)))
            }
        }
    }
}

/// Values at their days.
#[derive(Debug, Clone)]
pub(super) struct Series {
    pub(super) look: Look,
    pub(super) points: Vec<(NaiveDate, f32)>,
}

/// What every plot has: its name for whoever cannot see it, and its days.
#[derive(Debug, Clone, Copy)]
pub(super) struct Frame<'a> {
    pub(super) name: &'a str,
    pub(super) from: NaiveDate,
    pub(super) to: NaiveDate,
    pub(super) text: &'a Text,
    pub(super) size: (f32, f32),
}

/// One bar.
#[derive(Debug, Clone, Copy)]
pub(super) struct Bar {
    pub(super) start: NaiveDate,
    pub(super) value: f32,
    pub(super) aim: Option<f32>,
}

/// A length with one decimal, as it stands in the page.
fn at(it: f32) -> String {
    format!("{it:.1}")
}

/// The ends of the vertical axis and its steps.
struct Scale {
    low: f32,
    high: f32,
    step: f32,
}

impl Scale {
    /// Holds all values and zero; steps are 1, 2 or 5 times a power of ten, at most five of them.
    fn new(values: impl Iterator<Item = f32>, least_top: f32) -> Self {
        let (mut low, mut high) = (0.0_f32, least_top);
        for it in values {
            low = low.min(it);
            high = high.max(it);
        }
        let rough = (high - low) / 4.0;
        let power = 10.0_f32.powf(rough.max(0.01).log10().floor());
        let step = [1.0, 2.0, 5.0, 10.0].into_iter().map(|it| it * power).find(|it| rough <= *it);
        let step = step.unwrap_or(power * 10.0).max(1.0);
        Self { low: (low / step).floor() * step, high: (high / step).ceil() * step, step }
    }

    /// How far from the top a value lies, 0 to 1.
    fn depth(&self, value: f32) -> f32 {
        (self.high - value) / (self.high - self.low).max(f32::EPSILON)
    }

    fn ticks(&self) -> impl Iterator<Item = f32> + '_ {
        let count = ((self.high - self.low) / self.step).round() as u16;
        (0..=count).map(|it| self.low + f32::from(it) * self.step)
    }
}

impl Frame<'_> {
    fn days(&self) -> f32 {
        ((self.to - self.from).num_days() as f32).max(1.0)
    }

    fn x(&self, date: NaiveDate) -> f32 {
        let (left, right, ..) = MARGIN;
        let width = self.size.0 - left - right;
        left + width * (date - self.from).num_days() as f32 / self.days()
    }

    fn y(&self, scale: &Scale, value: f32) -> f32 {
        let (_, _, top, bottom) = MARGIN;
        top + (self.size.1 - top - bottom) * scale.depth(value)
    }

    /// The plot's ground: lines and numbers at the left, months below.
    fn ground(&self, scale: &Scale) -> Markup {
        let (left, right, _, bottom) = MARGIN;
        let below = self.size.1 - bottom;
        html! {
            @for tick in scale.ticks() {
                line class="axis" x1=(at(left)) x2=(at(self.size.0 - right)) y1=(at(self.y(scale, tick)))
                    y2=(at(self.y(scale, tick))) {}
                text class="tick" x=(at(left - 6.0)) y=(at(self.y(scale, tick) + 4.0)) text-anchor="end" {
                    (tick.round())
                }
            }
            @for (x, label) in self.months() {
                line class="axis" x1=(at(x)) x2=(at(x)) y1=(at(below)) y2=(at(below + 4.0)) {}
                text class="tick" x=(at(x + 2.0)) y=(at(below + 15.0)) { (label) }
            }
        }
    }

    /// Where months begin, as many as have room; the first day of a period without one.
    fn months(&self) -> Vec<(f32, String)> {
        let mut found: Vec<(f32, String)> = Vec::new();
        let room = self.size.0 - MARGIN.1 - LABEL * 0.8;
        let days = self.from.iter_days().take_while(|it| *it <= self.to);
        for date in days.filter(|it| it.day() == 1) {
            let x = self.x(date);
            if found.last().is_none_or(|it| it.0 + LABEL <= x) && x <= room {
                found.push((x, self.month(date)));
            }
        }
        if found.is_empty() {
            found.push((self.x(self.from), self.text.short_day(self.from)));
        }
        found
    }

    /// "Feb"; a January says its year.
    fn month(&self, date: NaiveDate) -> String {
        let month = self.text.report(S::ShortMonth { month: date.month() });
        if date.month() == 1 { format!("{month} {}", date.year()) } else { month }
    }

    fn picture(&self, inside: &Markup) -> Markup {
        html! {
            svg viewBox={ "0 0 " (self.size.0) " " (self.size.1) } role="img" aria-label=(self.name) {
                (inside)
            }
        }
    }

    /// Values at their days, each series joined by a line; `aim` is what was planned.
    pub(super) fn lines(&self, series: &[Series], aim: &[(NaiveDate, f32)], top: f32) -> Markup {
        let all = series.iter().flat_map(|it| &it.points).chain(aim).map(|it| it.1);
        let scale = Scale::new(all, top);
        let place = |it: &(NaiveDate, f32)| (self.x(it.0), self.y(&scale, it.1));
        self.picture(&html! {
            (self.ground(&scale))
            @if !aim.is_empty() { path class="aim" d=(steps(aim.iter().map(place))) {} }
            @for it in series {
                polyline class={ "line " (it.look.class()) } stroke-dasharray=(it.look.dash())
                    points=(corners(it.points.iter().map(place))) {}
                @if it.points.len() <= 120 {
                    @for point in &it.points { (it.look.dot(place(point))) }
                }
            }
        })
    }

    /// A bar a week; one that reached its aim is darker, and the aim is a line.
    pub(super) fn weeks(&self, bars: &[Bar]) -> Markup {
        let values = bars.iter().flat_map(|it| [it.value, it.aim.unwrap_or_default()]);
        let scale = Scale::new(values, 4.0);
        let wide = (self.x(self.from + chrono::Days::new(7)) - self.x(self.from)).min(60.0);
        self.picture(&html! {
            (self.ground(&scale))
            @for bar in bars {
                rect class=(bar.class()) x=(at(self.x(bar.start) + wide * 0.12))
                    width=(at(wide * 0.76)) y=(at(self.y(&scale, bar.value)))
                    height=(at(self.y(&scale, 0.0) - self.y(&scale, bar.value))) {}
                @if let Some(aim) = bar.aim {
                    line class="aim" x1=(at(self.x(bar.start))) x2=(at(self.x(bar.start) + wide))
                        y1=(at(self.y(&scale, aim))) y2=(at(self.y(&scale, aim))) {}
                }
            }
        })
    }
}

impl Bar {
    fn class(self) -> &'static str {
        match self.aim {
            None => "bar pause",
            Some(aim) if self.value < aim => "bar short",
            Some(_) => "bar",
        }
    }
}

fn corners(points: impl Iterator<Item = (f32, f32)>) -> String {
    let points: Vec<_> = points.map(|(x, y)| format!("{x:.1},{y:.1}")).collect();
    points.join(" ")
}

/// A line that keeps its height until the next value.
fn steps(points: impl Iterator<Item = (f32, f32)>) -> String {
    let mut path = String::new();
    for (x, y) in points {
        let part =
            if path.is_empty() { format!("M{x:.1} {y:.1}") } else { format!("H{x:.1}V{y:.1}") };
        path.push_str(&part);
    }
    path
}
