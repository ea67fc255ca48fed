//! What the person can do in a day, by their own ratings.

use egui::Ui;

use super::super::Shown;
use super::body::quiet_ui;
use super::chart::key_ui;
use super::{Chart, Line, Mark, x_of};
use crate::coach::Facts;
use crate::text::{HealthSentence as S, Text};

/// A change of so many points or fewer says nothing.
const STEADY: f64 = 1.0;
/// The look of each activity.
const MARKS: [Mark; 3] = [Mark::Disc, Mark::Square, Mark::Triangle];

/// Draws it.
pub(super) fn function_ui(ui: &mut Ui, shown: Shown<'_>) {
    let (text, facts) = (shown.text, &shown.progress.facts);
    let head = text.ask(S::FunctionHead);
    let lines = lines(facts);
    if lines.is_empty() {
        return quiet_ui(ui, &head, &text.ask(S::FunctionNone));
    }
    let sentence = words(&lines, text);
    Chart { id: "function", head: &head, sentence: &sentence, top: 10.0, text }.show(ui, |plot| {
        for line in &lines {
            plot.line(line);
        }
    });
    key_ui(ui, &lines.iter().collect::<Vec<_>>());
}

/// The activities of the last rating, each over time.
fn lines(facts: &Facts) -> Vec<Line> {
    let names = facts.function.last().into_iter().flat_map(|it| &it.ratings);
    let line = |(name, mark): (&String, Mark)| {
        let points = facts.function.iter().filter_map(|it| {
            let rating = it.ratings.iter().find(|it| it.0 == *name)?.1;
            Some([x_of(it.date), rating])
        });
        Line { name: name.clone(), mark, points: points.collect() }
    };
    names.map(|it| &it.0).zip(MARKS).map(line).collect()
}

/// The clearest change, if there is one.
fn words(lines: &[Line], text: &Text) -> String {
    let ends = lines.iter().filter_map(|it| {
        let [first, .., last] = it.points.as_slice() else { return None };
        Some((&it.name, first[1], last[1]))
    });
    let most = ends.max_by(|a, b| (a.2 - a.1).abs().total_cmp(&(b.2 - b.1).abs()));
    let whole = |it: f64| it.round().to_string();
    match most {
        None => text.ask(S::FunctionOnce),
        Some((name, from, to)) if STEADY < (to - from).abs() => {
            text.ask(S::FunctionMore { name, from: &whole(from), to: &whole(to) })
        }
        Some(_) => text.ask(S::FunctionSteady),
    }
}
