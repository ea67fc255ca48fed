//! The colours of the moving figure, mixed from the palette so that every look has its own.

use egui::Color32;

use super::Palette;
use crate::figure::{Ground, Paint, SHADOWS};

/// The figure's colours on one background.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FigureColors {
    palette: Palette,
    /// What the figure stands before.
    back: Color32,
    dark: bool,
}

impl FigureColors {
    /// The colours of a palette on a background.
    pub fn new(palette: Palette, back: Color32) -> Self {
        let dark = palette.text.r() > palette.ground.r();
        Self { palette, back, dark }
    }

    /// The colour of a part of a drawing.
    pub fn of(&self, paint: Paint) -> Color32 {
        let Palette { text, muted, outline, control, accent, alert, ready, switch, .. } =
            self.palette;
        let on_back = |color: Color32, share: f32| self.back.lerp_to_gamma(color, share);
        let between = |from: Color32, to: Color32, share: f32| from.lerp_to_gamma(to, share);
        match paint {
            Paint::Body(near) => self.body(near),
            Paint::Edge => self.back,
            Paint::Hair => {
                on_back(if self.dark { muted } else { text }, if self.dark { 0.26 } else { 0.80 })
            }
            Paint::Muscle(strength) => accent.gamma_multiply(strength),
            Paint::Mark => ready,
            Paint::Band { tension, inside } => {
                let color = between(on_back(ready, 0.62), ready, tension);
                if inside { between(color, self.back, 0.45) } else { color }
            }
            Paint::GhostLine => alert,
            Paint::Ghost => on_back(alert, 0.12),
            Paint::Furniture(light) => {
                let shade = between(outline, control, if self.dark { 0.05 } else { 0.30 });
                between(shade, between(outline, control, if self.dark { 0.35 } else { 0.0 }), light)
            }
            Paint::Wall(light) => {
                on_back(outline, 0.30 + if self.dark { 0.25 * light } else { 0.25 * (1.0 - light) })
            }
            Paint::Mat(light) => {
                on_back(accent, if self.dark { 0.06 + 0.05 * light } else { 0.16 - 0.06 * light })
            }
            Paint::Soft(light) => {
                on_back(switch, if self.dark { 0.20 + 0.15 * light } else { 0.36 - 0.16 * light })
            }
            Paint::Weight => on_back(text, 0.62),
            Paint::Floor => outline,
            Paint::Shadow(step, ground) => self.shadow(step, ground),
        }
    }

    /// Far limbs are paler than near ones: they lie further from the eye.
    fn body(&self, near: f32) -> Color32 {
        let muted = self.palette.muted;
        let (far, close) = if self.dark { (0.44, 0.92) } else { (0.36, 0.80) };
        self.back.lerp_to_gamma(muted, far + (close - far) * near)
    }

    fn shadow(&self, step: u8, ground: Ground) -> Color32 {
        let under = match ground {
            Ground::Floor => self.back,
            Ground::Mat => self.of(Paint::Mat(1.0)),
        };
        let deep = f32::from(step + 1) / f32::from(SHADOWS);
        let (shade, most) =
            if self.dark { (Color32::BLACK, 0.55) } else { (self.palette.text, 0.20) };
        under.lerp_to_gamma(shade, deep * most)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::theme::Look;

    /// How far apart two colours are, 0 to 255.
    fn apart(a: Color32, b: Color32) -> u8 {
        let channels = [(a.r(), b.r()), (a.g(), b.g()), (a.b(), b.b())];
        channels.map(|(a, b)| a.abs_diff(b)).into_iter().max().unwrap_or_default()
    }

    #[test]
    fn a_near_limb_can_be_told_from_a_far_one_and_both_from_the_background() {
        for look in Look::ALL {
            let palette = Palette::new(look);
            for back in [palette.ground, palette.surface] {
                let colors = FigureColors::new(palette, back);
                let (far, near) = (colors.of(Paint::Body(0.0)), colors.of(Paint::Body(1.0)));
                assert!(apart(far, near) >= 40, "{look:?}: {far:?} {near:?}");
                assert!(apart(far, back) >= 40, "{look:?}: {far:?} {back:?}");
            }
        }
    }

    #[test]
    fn a_muscle_that_glows_is_seen_on_the_body() {
        for look in Look::ALL {
            let palette = Palette::new(look);
            let body = FigureColors::new(palette, palette.surface).of(Paint::Body(1.0));
            assert!(apart(palette.accent, body) >= 60, "{look:?}");
        }
    }
}
