//! Measuring an angle on a photo: the picture with its marks, and beside it what they say and what has
//! to be told before the reading is kept. Takes the whole window.

mod empty;
mod kept;
mod marks;
mod panel;
mod stage;

use std::path::PathBuf;

use egui::{CentralPanel, Frame, Key, Margin, Modifiers, Panel, Popup, Ui};
use egui_material_icons::icons::ICON_ARROW_BACK;

use super::frame;
use crate::coach::{Goniometer, GoniometerMessage, Message, Photo};
use crate::text::{MeasureSentence as S, Text};
use crate::ui::theme::{Palette, space};
use crate::ui::widgets::Button;

/// What every part of the screen draws from.
#[derive(Clone, Copy)]
struct Measuring<'a> {
    it: &'a Goniometer,
    text: &'a Text,
}

/// The width of the panel beside the picture, in a wide window and in a narrow one.
const PANEL: (f32, f32) = (360.0, 320.0);

/// Draws it.
pub(super) fn goniometer_ui(
    ui: &mut Ui,
    measuring: &Goniometer,
    text: &Text,
    asked: &mut Vec<Message>,
) {
    let shown = Measuring { it: measuring, text };
    let mut said = Vec::new();
    if top_ui(ui, text) || escape(ui) {
        said.push(GoniometerMessage::Close);
    }
    said.extend(dropped(ui).map(GoniometerMessage::Open));
    let width = if ui.available_width() < 1100.0 { PANEL.1 } else { PANEL.0 };
    let beside = Frame::new().fill(Palette::of(ui).ground).inner_margin(Margin {
        left: space::L as i8,
        right: space::XL as i8,
        bottom: space::L as i8,
        ..Margin::ZERO
    });
    let side = Panel::right("measure").exact_size(width).resizable(false).frame(beside);
    side.show_separator_line(false).show(ui, |ui| panel::panel_ui(ui, shown, &mut said));
    let around = Frame {
        inner_margin: Margin { left: space::XL as i8, ..frame(ui, 0.0, space::L).inner_margin },
        ..frame(ui, 0.0, space::L)
    };
    CentralPanel::default().frame(around).show(ui, |ui| match &measuring.photo {
        Photo::Shown(photo) => stage::stage_ui(ui, shown, photo, &mut said),
        Photo::None | Photo::Opening { .. } | Photo::Refused { .. } => {
            empty::empty_ui(ui, shown, &mut said);
        }
    });
    asked.extend(said.into_iter().map(Message::Goniometer));
}

/// The way back, above the left edge of the picture; whether it was taken.
fn top_ui(ui: &mut Ui, text: &Text) -> bool {
    // The button's own inside stands left of the edge, so that its icon stands above it.
    let margin =
        Margin { left: (space::XL - space::L) as i8, ..frame(ui, space::M, 0.0).inner_margin };
    let bar = Frame { inner_margin: margin, ..frame(ui, 0.0, 0.0) };
    let bar = Panel::top("measure back").show_separator_line(false).frame(bar);
    let back = text.measure(S::Back);
    bar.show(ui, |ui| ui.add(Button::plain(&back).icon(ICON_ARROW_BACK)).clicked()).inner
}

fn escape(ui: &Ui) -> bool {
    !Popup::is_any_open(ui) && ui.input_mut(|it| it.consume_key(Modifiers::NONE, Key::Escape))
}

/// The photo that was dropped on the window.
fn dropped(ui: &Ui) -> Option<PathBuf> {
    let files = ui.input_mut(|it| std::mem::take(&mut it.raw.dropped_files));
    files.first().map(|it| it.path().to_owned())
}

/// Whether something is held over the window, to be dropped.
fn hovers(ui: &Ui) -> bool {
    ui.input(|it| !it.raw.hovered_files.is_empty())
}
