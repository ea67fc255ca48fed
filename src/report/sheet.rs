//! A routine on one printed page: what to do, how it looks, how much of it.
//!
//! Like the report it has no script and names nothing outside itself; whatever a file says is escaped.

use maud::{Markup, html};

use super::figure::figure;
use super::leaf::Leaf;
use super::page::Drawn;
use crate::library::{Item, Order, Routine, RoutineBlock};
use crate::session::{Entry, Plan};
use crate::text::{ShareSentence as S, Text};

/// What looks different from the report.
const SHEET: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/assets/report/sheet.css"));

/// What stands in the page's head, so that the program knows a sheet of its own again.
pub const SHEET_MARK: &str = "Evenhold routine sheet";

/// The most reminders beside an exercise.
const CUES: usize = 2;

/// The whole page. `plan` is the routine laid out, with nothing left out.
pub fn sheet(routine: &Routine, plan: &Plan, drawn: Drawn<'_>) -> String {
    let text = drawn.text;
    let mut entries = plan.entries.iter().enumerate();
    let body = html! {
            body.sheet {
                header { (head(routine, plan, text)) }
                main {
                    @for block in &routine.blocks {
                        section {
                            h2 { (block.title) @if let Some(it) = way(block, text) { small { (it) } } }
                            div.items {
                                @for (item, (at, entry)) in block.items.iter().zip(&mut entries) {
                                    (item_of(item, (plan, at, entry), drawn))
                                }
                            }
                        }
                    }
                }
                footer { p { (text.share(S::SheetFoot)) } }
            }
    };
    let (language, title) = (text.language(), routine.name.long.as_str());
    Leaf { language, mark: SHEET_MARK, title, style: SHEET }.around(&body)
}

fn head(routine: &Routine, plan: &Plan, text: &Text) -> Markup {
    let time = text.minutes(plan.length());
    let things = text.fetch(plan);
    html! {
        h1 { (routine.name.long) }
        p.period {
            (text.share(S::SheetNeeds { time: &time, things: &things }))
            @if let Some(it) = &routine.prescribed {
                " " (text.share(S::SheetPrescribed { by: &it.by }))
                @if let Some(date) = it.date { ", " (text.short_date(date)) }
            }
        }
        @if !routine.about.is_empty() { p.about { (routine.about) } }
    }
}

/// How the items of a block follow each other, when not one after the other, once.
fn way(block: &RoutineBlock, text: &Text) -> Option<String> {
    let rounds = block.rounds;
    match block.order {
        Order::Circuit => Some(text.share(S::SheetCircuit { rounds })),
        Order::Straight if rounds > 1 => Some(text.share(S::SheetRounds { rounds })),
        Order::Straight if block.each_side => Some(text.share(S::SheetEachSide)),
        Order::Straight => None,
    }
}

fn item_of(item: &Item, (plan, at, entry): (&Plan, usize, &Entry), drawn: Drawn<'_>) -> Markup {
    let text = drawn.text;
    let exercise = drawn.library.exercise(&item.exercise);
    let level = exercise.and_then(|it| it.level(item.level));
    let name = &entry.name.long;
    html! {
        div.item {
            @if let Some(it) = level.and_then(|it| figure(it, drawn.shelf, name)) { (it) } @else { div {} }
            div {
                h3 { (name) }
                p.dose { (text.dose(plan, at)) @if let Some(it) = level { span.level { (it.name) } } }
                ul {
                    @for cue in entry.cues.iter().take(CUES) {
                        li { @if let Some(by) = &cue.by { b { (by) ": " } } (cue.long) }
                    }
                    @if let Some(note) = &entry.note { li.note { (note) } }
                    @for stop in level.iter().flat_map(|it| it.stop_if.iter().take(1)) {
                        li.stop { (text.share(S::SheetStop { sign: &stop.text })) }
                    }
                }
            }
        }
    }
}
