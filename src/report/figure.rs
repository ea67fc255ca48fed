//! The figure that does an exercise, as SVG in the page's own colours.

use maud::{Markup, PreEscaped, html};

use crate::figure::svg::{Cell, shapes};
use crate::figure::{FigureTime, Ground, Paint, Picture, Shelf, View};
use crate::library::Level;
use crate::units::Sides;

/// Width and height of the picture, SVG units.
const SIZE: (f32, f32) = (148.0, 120.0);
/// Corners of a round outline: the picture is small.
const FINE: u16 = 14;

/// The figure at the end of a level's movement; nothing when it has none.
pub(super) fn figure(level: &Level, shelf: &Shelf, name: &str) -> Option<Markup> {
    let movement = shelf.movement(level.movement.as_deref()?)?;
    let view = movement.parts.views.first().copied().unwrap_or(View { yaw: 40.0, pitch: 12.0 });
    let side = movement.parts.drawn_for;
    let side = if side.one().is_some() { side } else { Sides::Both };
    let picture = Picture {
        movement,
        ghost: None,
        side,
        time: FigureTime::End,
        glow: &level.muscles,
        view,
        fine: FINE,
    };
    let cell = Cell { x: 0.0, y: 0.0, width: SIZE.0, height: SIZE.1 };
    let drawn = shapes(&picture.draw(), cell, colour);
    Some(html! {
        svg viewBox={ "0 0 " (SIZE.0) " " (SIZE.1) } role="img" aria-label=(name) {
            (PreEscaped(drawn))
        }
    })
}

/// So many percent of one colour of the page on another.
fn mix(front: &str, share: f32, back: &str) -> String {
    format!("color-mix(in srgb, var(--{front}) {:.0}%, var(--{back}))", share * 100.0)
}

/// The colour and the opacity of a part of the drawing.
fn colour(paint: Paint) -> (String, f32) {
    let one = |name: &str| (format!("var(--{name})"), 1.0);
    match paint {
        Paint::Body(near) => (mix("muted", 0.40 + 0.45 * near, "surface"), 1.0),
        Paint::Edge => one("surface"),
        Paint::Hair | Paint::Weight => (mix("text", 0.62, "surface"), 1.0),
        Paint::Muscle(strength) => ("var(--accent)".to_owned(), strength),
        Paint::Mark => one("ready"),
        Paint::GhostLine => one("alert"),
        Paint::Ghost => (mix("alert", 0.12, "surface"), 1.0),
        Paint::Furniture(light) | Paint::Wall(light) => {
            (mix("outline", 0.55 + 0.35 * (1.0 - light), "surface"), 1.0)
        }
        Paint::Mat(light) => (mix("accent", 0.15 - 0.06 * light, "surface"), 1.0),
        Paint::Soft(light) => (mix("switch", 0.32 - 0.14 * light, "surface"), 1.0),
        Paint::Band { inside: true, .. } => (mix("ready", 0.55, "surface"), 1.0),
        Paint::Band { tension, inside: false } => {
            (mix("ready", 0.62 + 0.38 * tension, "surface"), 1.0)
        }
        Paint::Floor => one("outline"),
        Paint::Shadow(step, ground) => {
            let share = 0.03 * f32::from(step + 1);
            let back = match ground {
                Ground::Floor => "surface",
                Ground::Mat => "raised",
            };
            (mix("text", share, back), 1.0)
        }
    }
}
