//! "Is something new or worse?": the signs by how soon somebody has to look.

use egui::{Role, Sense, Ui, WidgetInfo, pos2, vec2};
use egui_material_icons::icons::ICON_CHECK;

use super::{Shown, paragraph_ui, title_ui};
use crate::coach::HealthMessage;
use crate::program::{Sign, Tier};
use crate::text::HealthSentence as S;
use crate::ui::theme::{Palette, Type, focus_ring, icon_font, radius, soft, space, stroke};
use crate::ui::widgets::{Banner, Weight, card, line, paint_centered};

/// The side of the box before a sign.
const BOX: f32 = 20.0;

/// Draws them, with what the ticked ones ask for above them.
pub(super) fn signs_ui(ui: &mut Ui, shown: Shown<'_>, said: &mut Vec<HealthMessage>) {
    let Shown { person, text, .. } = shown;
    if let Some(tier) = person.tier() {
        let (head, about) = words(tier);
        let (head, about) = (text.ask(head), text.ask(about));
        let weight = if tier == Tier::Routine { Weight::Note } else { Weight::Problem };
        let told = format!("{head}. {about}");
        Banner { weight, text: &told, actions: &[] }.show(ui);
    }
    for tier in [Tier::Now, Tier::Soon, Tier::Routine] {
        card(ui, |ui| tier_ui(ui, tier, shown, said));
    }
}

/// What a tier is called, and what it asks for.
pub(super) const fn words(tier: Tier) -> (S<'static>, S<'static>) {
    match tier {
        Tier::Now => (S::SignsNow, S::SignsNowAbout),
        Tier::Soon => (S::SignsSoon, S::SignsSoonAbout),
        Tier::Routine => (S::SignsRoutine, S::SignsRoutineAbout),
    }
}

fn tier_ui(ui: &mut Ui, tier: Tier, shown: Shown<'_>, said: &mut Vec<HealthMessage>) {
    let Shown { person, text, .. } = shown;
    ui.spacing_mut().item_spacing.y = space::XS;
    let (head, about) = words(tier);
    title_ui(ui, &text.ask(head));
    paragraph_ui(ui, &text.ask(about));
    ui.add_space(space::S);
    for sign in Sign::of_tier(tier) {
        let on = person.signs.contains(&sign);
        if sign_ui(ui, &capital(&text.health_sign(sign)), on) {
            said.push(HealthMessage::Sign(sign));
        }
    }
}

/// A phrase at the beginning of a line.
fn capital(words: &str) -> String {
    let mut chars = words.chars();
    let first = chars.next().into_iter().flat_map(char::to_uppercase);
    first.chain(chars).collect()
}

/// A sign with a box before it; whether it was clicked.
fn sign_ui(ui: &mut Ui, words: &str, on: bool) -> bool {
    let palette = Palette::of(ui);
    let left = BOX + space::M;
    let width = ui.available_width();
    let galley = ui.painter().layout(
        words.to_owned(),
        Type::Body.font(),
        palette.text,
        width - left - space::S,
    );
    let height = (galley.size().y + 2.0 * space::S).max(36.0);
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, ui.is_enabled(), on, words));
    let back = match (on, response.hovered()) {
        (true, _) => soft(palette.alert, palette.surface),
        (false, true) => palette.raised,
        (false, false) => palette.surface,
    };
    ui.painter().rect_filled(rect, radius::SMALL, back);
    let middle = pos2(rect.left() + space::XS + BOX / 2.0, rect.center().y);
    let square = egui::Rect::from_center_size(middle, vec2(BOX, BOX));
    let border = if on { palette.alert } else { palette.control };
    let border = egui::Stroke::new(stroke::FOCUS, border);
    ui.painter().rect_stroke(square, radius::SMALL, border, egui::StrokeKind::Inside);
    if on {
        let tick = line(ui, ICON_CHECK.codepoint, icon_font(16.0), palette.alert);
        paint_centered(ui, middle, tick);
    }
    let at = pos2(rect.left() + left, rect.center().y - galley.size().y / 2.0);
    ui.painter().galley(at, galley, palette.text);
    if response.has_focus() {
        focus_ring(ui, rect.shrink(3.0), radius::SMALL);
    }
    response.clicked()
}
