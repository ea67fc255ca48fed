//! The readings that were kept on this visit, and where a copied photo is.

use egui::Ui;
use egui_material_icons::icons::ICON_UNDO;

use super::Measuring;
use super::panel::part_ui;
use crate::coach::{GoniometerMessage, Saved};
use crate::text::MeasureSentence as S;
use crate::ui::theme::{Palette, Type};
use crate::ui::widgets::{Banner, Button, Weight};
use crate::units::Side;

/// Draws them.
pub(super) fn kept_ui(ui: &mut Ui, shown: Measuring<'_>, said: &mut Vec<GoniometerMessage>) {
    let Measuring { it, text } = shown;
    let palette = Palette::of(ui);
    if !it.taken.is_empty() {
        part_ui(ui, &text.measure(S::Kept));
        for side in Side::BOTH {
            let own = it.taken.iter().filter(|it| it.side == side);
            let what = text.list(own.map(|it| text.measured(it.line, it.way, it.tenths)));
            if !what.is_empty() {
                let side = text.side(side.into());
                let row = text.measure(S::KeptRow { side: &side, what: &what });
                ui.label(Type::Body.text(row).color(palette.text));
            }
        }
        let count = it.taken.len() as u32;
        let more = text.measure(S::KeptMore { count });
        ui.label(Type::Note.text(more).color(palette.muted));
    }
    match it.saved {
        None => {}
        Some(Saved::Saving) => {
            ui.label(Type::Note.text(text.measure(S::Saving)).color(palette.muted));
        }
        Some(Saved::Yes) => {
            ui.label(Type::Note.text(text.measure(S::Saved)).color(palette.good));
        }
        Some(Saved::No) => {
            ui.label(Type::Note.text(text.measure(S::Unsaved)).color(palette.alert));
        }
    }
    if !it.taken.is_empty() {
        let back = text.measure(S::TakeBack);
        if ui.add(Button::plain(&back).icon(ICON_UNDO)).clicked() {
            said.push(GoniometerMessage::TakeBack);
        }
    }
    let banner = match &it.photo_kept {
        None => return,
        Some(Ok(path)) => (Weight::Done, text.measure(S::PhotoKept { path })),
        Some(Err(why)) => {
            let why = why.say(text);
            (Weight::Problem, text.measure(S::PhotoNotKept { why: &why }))
        }
    };
    Banner { weight: banner.0, text: &banner.1, actions: &[] }.show(ui);
}
