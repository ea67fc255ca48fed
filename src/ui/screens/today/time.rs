//! "I have 12 min": the person's time, which the routine is fitted into.

use egui::{Ui, vec2};

use super::super::part_ui;
use crate::coach::{Message, Today, TodayMessage};
use crate::text::{ShareSentence, Text, whole_minutes};
use crate::ui::theme::space;
use crate::ui::widgets::{Chip, stepper_ui};

/// Times to choose from at once, in minutes.
const USUAL: [u32; 6] = [5, 8, 12, 15, 20, 30];

/// Shows the times, and a number to set another; only those that are shorter than the routine.
pub(super) fn time_ui(ui: &mut Ui, today: &Today, text: &Text, asked: &mut Vec<Message>) {
    let name = text.share(ShareSentence::TodayTime);
    // As it is said of the routine wherever its length is told.
    let whole = u32::try_from(whole_minutes(today.whole())).unwrap_or(u32::MAX);
    part_ui(ui, &name);
    let mut wanted = None;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(space::S, space::S);
        let all = [text.share(ShareSentence::TodayTimeAll), text.minutes(today.whole())];
        let all = text.list(all);
        if ui.add(Chip { label: &all, on: today.minutes.is_none() }).clicked() {
            wanted = Some(None);
        }
        for minutes in USUAL.into_iter().filter(|it| *it < whole) {
            let label = text.share(ShareSentence::TodayTimeSome { minutes });
            if ui.add(Chip { label: &label, on: today.minutes == Some(minutes) }).clicked() {
                wanted = Some(Some(minutes));
            }
        }
        let value = today.minutes.unwrap_or(whole);
        let shown = text.share(ShareSentence::TodayTimeSome { minutes: value });
        let most = value.max(whole).max(2);
        if let Some(new) = stepper_ui(ui, &name, value.clamp(1, most), 1..=most, &shown) {
            wanted = Some(Some(new).filter(|it| *it < whole));
        }
    });
    asked.extend(wanted.map(|it| Message::Today(TodayMessage::Minutes(it))));
}
