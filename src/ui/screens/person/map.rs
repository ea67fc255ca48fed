//! The body map: where each place lies on the figure, and from which side it is seen.

use egui::{Ui, Vec2, vec2};
use glam::{Vec3, vec3};

use super::Shown;
use crate::coach::HealthMessage;
use crate::figure::skeleton::{Bone, outward};
use crate::program::{Place, Sore};
use crate::text::HealthSentence as S;
use crate::ui::theme::{Palette, Type, space};
use crate::ui::widgets::{BodyView, Spot, body_map_ui, cut, paint_centered};
use crate::units::Sides;

/// The height of a figure.
const HEIGHT: f32 = 420.0;

/// Draws the figure twice, from the front and from behind.
pub(super) fn map_ui(ui: &mut Ui, shown: Shown<'_>, said: &mut Vec<HealthMessage>) {
    let width = ((ui.available_width() - space::M) / 2.0).floor();
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::M;
        for from in [BodyView::Front, BodyView::Back] {
            ui.vertical(|ui| view_ui(ui, from, width, shown, said));
        }
    });
}

fn view_ui(
    ui: &mut Ui,
    from: BodyView,
    width: f32,
    shown: Shown<'_>,
    said: &mut Vec<HealthMessage>,
) {
    let Shown { person, text, .. } = shown;
    let seen: Vec<_> = Sore::all().filter(|it| is_seen(it.place, from)).collect();
    let names: Vec<_> = seen.iter().map(|it| text.sore(*it)).collect();
    let spots = seen.iter().zip(&names).map(|(sore, name)| {
        let (bone, at, radius) = place(*sore);
        Spot { name, bone, at, radius, on: person.sore.contains(sore) }
    });
    let spots: Vec<_> = spots.collect();
    let clicked = body_map_ui(ui, vec2(width, HEIGHT), from, &spots);
    said.extend(clicked.and_then(|it| seen.get(it)).map(|it| HealthMessage::Sore(*it)));
    words_ui(ui, from, width, shown);
}

/// Under the figure: which view it is, and which leg is which.
fn words_ui(ui: &mut Ui, from: BodyView, width: f32, shown: Shown<'_>) {
    let text = shown.text;
    let palette = Palette::of(ui);
    let (head, sides) = match from {
        BodyView::Front => (S::FigureFront, [Sides::Right, Sides::Left]),
        BodyView::Back => (S::FigureBack, [Sides::Left, Sides::Right]),
    };
    let (rect, _) = ui.allocate_exact_size(vec2(width, 20.0), egui::Sense::hover());
    let head = cut(ui, &text.ask(head), Type::Caption, palette.muted, width * 0.6);
    paint_centered(ui, rect.center(), head);
    let [left, right] = sides.map(|it| text.side_letter(it));
    let inset = width * 0.12;
    let at = |x: f32| egui::pos2(x, rect.center().y);
    let left = cut(ui, &left, Type::Label, palette.text, inset);
    paint_centered(ui, at(rect.left() + inset), left);
    let right = cut(ui, &right, Type::Label, palette.text, inset);
    paint_centered(ui, at(rect.right() - inset), right);
}

/// Whether a place can be marked from there.
const fn is_seen(place: Place, from: BodyView) -> bool {
    match place {
        Place::Front | Place::Knee => matches!(from, BodyView::Front),
        Place::Buttock | Place::LowBack => matches!(from, BodyView::Back),
        Place::OuterHip | Place::OuterThigh => true,
    }
}

/// The bone, the place in its axes (forward, up, right), and half the width and height of the mark.
fn place(Sore { place, side }: Sore) -> (Bone, Vec3, Vec2) {
    let out = outward(side);
    let thigh = Bone::Thigh(side);
    match place {
        Place::Front => (thigh, vec3(0.06, 0.012, -0.004 * out), vec2(0.030, 0.034)),
        Place::OuterHip => (thigh, vec3(0.0, -0.005, 0.050 * out), vec2(0.026, 0.036)),
        Place::OuterThigh => (thigh, vec3(0.0, -0.115, 0.036 * out), vec2(0.022, 0.058)),
        Place::Knee => (Bone::Shank(side), vec3(0.045, 0.005, 0.0), vec2(0.034, 0.034)),
        Place::Buttock => (thigh, vec3(-0.06, -0.010, 0.0), vec2(0.036, 0.038)),
        Place::LowBack => (Bone::Pelvis, vec3(-0.06, 0.085, 0.034 * out), vec2(0.028, 0.034)),
    }
}
