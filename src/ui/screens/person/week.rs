//! How often, when and where; in the welcome also what there is to train with.

use egui::Ui;

use super::{Shown, columns_ui, paragraph_ui, plan, things, title_ui};
use crate::coach::HealthMessage;
use crate::text::{HealthSentence as S, ProgressSentence};
use crate::ui::theme::space;
use crate::ui::widgets::{card, segments};

/// Targets that are offered, in days a week.
const TARGETS: [u8; 3] = [3, 4, 5];

/// Draws it.
pub(super) fn week_ui(ui: &mut Ui, shown: Shown<'_>, said: &mut Vec<HealthMessage>) {
    let (mut first, mut second) = (Vec::new(), Vec::new());
    if shown.person.step().is_none() {
        card(ui, |ui| target_ui(ui, shown, &mut first));
        card(ui, |ui| plan::plan_ui(ui, shown, &mut second));
    } else {
        columns_ui(
            ui,
            0.5,
            |ui| {
                card(ui, |ui| target_ui(ui, shown, &mut first));
                card(ui, |ui| plan::plan_ui(ui, shown, &mut first));
            },
            |ui| things::things_ui(ui, shown, &mut second),
        );
    }
    said.extend(first);
    said.extend(second);
}

fn target_ui(ui: &mut Ui, shown: Shown<'_>, said: &mut Vec<HealthMessage>) {
    let Shown { person, text, .. } = shown;
    ui.spacing_mut().item_spacing.y = space::S;
    let name = text.ask(S::WeekTarget);
    title_ui(ui, &name);
    let mut targets = TARGETS.to_vec();
    // One that the programme has proposed is shown too.
    if !targets.contains(&person.target) {
        targets.push(person.target);
        targets.sort_unstable();
    }
    let word =
        |it: &u8| text.progress(ProgressSentence::SettingsTargetDays { count: u32::from(*it) });
    let words: Vec<_> = targets.iter().map(word).collect();
    let words: Vec<_> = words.iter().map(String::as_str).collect();
    let chosen = targets.iter().position(|it| *it == person.target);
    let clicked = segments(ui, &name, &words, chosen).and_then(|it| targets.get(it));
    said.extend(clicked.map(|it| HealthMessage::Target(*it)));
    paragraph_ui(ui, &text.ask(S::WeekTargetAbout));
}
