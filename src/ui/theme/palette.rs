//! The colours, by what they are for.

use egui::Color32;

/// One of the three sets of colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Look {
    /// Light letters on dark.
    Dark,
    /// Dark letters on light.
    Light,
    /// White on black, nothing muted.
    Contrast,
}

impl Look {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Dark, Self::Light, Self::Contrast];

    /// Whether letters are lighter than what is behind them.
    pub const fn is_dark(self) -> bool {
        matches!(self, Self::Dark | Self::Contrast)
    }
}

/// Colours by role. A phase has a colour, and always a word and a shape too.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Palette {
    /// The window.
    pub ground: Color32,
    /// Cards and panels.
    pub surface: Color32,
    /// What is hovered or selected, and fields.
    pub raised: Color32,
    /// Hairlines: decoration.
    pub outline: Color32,
    /// The empty part of rings and bars.
    pub track: Color32,
    /// The border of a control, which must be seen to be used.
    pub control: Color32,
    /// Text.
    pub text: Color32,
    /// Second-rank text.
    pub muted: Color32,
    /// The primary button, focus, links, work.
    pub accent: Color32,
    /// Text on `accent`, on any phase's colour, and on `alert`.
    pub on_accent: Color32,
    /// Rest.
    pub rest: Color32,
    /// Get ready.
    pub ready: Color32,
    /// Change sides.
    pub switch: Color32,
    /// Pain and errors.
    pub alert: Color32,
    /// Done, in range.
    pub good: Color32,
    /// Behind a dialog.
    pub veil: Color32,
    /// Under things that float.
    pub shadow: Color32,
}

#[expect(clippy::disallowed_methods, reason = "this is where colours are named")]
const fn rgb(hex: u32) -> Color32 {
    let [_, r, g, b] = hex.to_be_bytes();
    Color32::from_rgb(r, g, b)
}

impl Palette {
    /// The colours of a look.
    pub const fn new(look: Look) -> Self {
        match look {
            Look::Dark => Self {
                ground: rgb(0x14_17_1A),
                surface: rgb(0x1C_21_26),
                raised: rgb(0x27_2E_35),
                outline: rgb(0x36_3F_47),
                track: rgb(0x36_3F_47),
                control: rgb(0x75_83_8E),
                text: rgb(0xEE_F1_F3),
                muted: rgb(0xA9_B4_BD),
                accent: rgb(0x57_C7_B5),
                on_accent: rgb(0x0D_12_14),
                rest: rgb(0x93_B4_FF),
                ready: rgb(0xF2_BC_57),
                switch: rgb(0xC7_A2_FF),
                alert: rgb(0xFF_86_75),
                good: rgb(0x86_D5_97),
                veil: Color32::from_black_alpha(150),
                shadow: Color32::from_black_alpha(110),
            },
            Look::Light => Self {
                ground: rgb(0xFA_F8_F5),
                surface: rgb(0xFF_FF_FF),
                raised: rgb(0xF2_EE_E8),
                outline: rgb(0xDE_D8_CF),
                track: rgb(0xDE_D8_CF),
                control: rgb(0x84_7C_72),
                text: rgb(0x1A_1E_22),
                muted: rgb(0x56_60_6A),
                accent: rgb(0x0B_75_65),
                on_accent: rgb(0xFF_FF_FF),
                rest: rgb(0x2F_5B_B0),
                ready: rgb(0x8C_58_00),
                switch: rgb(0x6A_3A_B5),
                alert: rgb(0xB3_26_1E),
                good: rgb(0x1E_75_38),
                veil: Color32::from_black_alpha(90),
                shadow: Color32::from_black_alpha(36),
            },
            Look::Contrast => Self {
                ground: rgb(0x00_00_00),
                surface: rgb(0x00_00_00),
                raised: rgb(0x1C_1C_1C),
                outline: rgb(0xFF_FF_FF),
                track: rgb(0x5A_5A_5A),
                control: rgb(0xFF_FF_FF),
                text: rgb(0xFF_FF_FF),
                muted: rgb(0xFF_FF_FF),
                accent: rgb(0x5C_FF_E4),
                on_accent: rgb(0x00_00_00),
                rest: rgb(0x9F_C0_FF),
                ready: rgb(0xFF_D0_5C),
                switch: rgb(0xDC_BE_FF),
                alert: rgb(0xFF_9E_90),
                good: rgb(0x8C_FF_A5),
                veil: Color32::from_black_alpha(200),
                shadow: Color32::TRANSPARENT,
            },
        }
    }

    /// The colours in force.
    pub fn of(ctx: &egui::Context) -> Self {
        ctx.data(|it| it.get_temp(id())).unwrap_or(const { Self::new(Look::Dark) })
    }

    pub(super) fn remember(self, ctx: &egui::Context) {
        ctx.data_mut(|it| it.insert_temp(id(), self));
    }
}

fn id() -> egui::Id {
    egui::Id::unique("evenhold palette")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Relative luminance (WCAG 2.2).
    fn luminance(color: Color32) -> f32 {
        let linear = |it: u8| {
            let it = f32::from(it) / 255.0;
            if it <= 0.040_45 { it / 12.92 } else { ((it + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(color.r()) + 0.7152 * linear(color.g()) + 0.0722 * linear(color.b())
    }

    fn contrast(a: Color32, b: Color32) -> f32 {
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[track_caller]
    fn check(look: Look, what: &str, front: Color32, back: Color32, least: f32) {
        let found = contrast(front, back);
        assert!(least <= found, "{look:?}: {what} has {found:.2}:1, less than {least}:1");
    }

    #[test]
    fn contrast_is_measured_as_wcag_does() {
        assert!((contrast(rgb(0x00_00_00), rgb(0xFF_FF_FF)) - 21.0).abs() < 0.01);
        assert!((contrast(rgb(0x77_77_77), rgb(0xFF_FF_FF)) - 4.48).abs() < 0.01);
    }

    fn backs(p: &Palette) -> [(&'static str, Color32); 3] {
        [("ground", p.ground), ("surface", p.surface), ("raised", p.raised)]
    }

    fn tints(p: &Palette) -> [(&'static str, Color32); 6] {
        [
            ("accent", p.accent),
            ("rest", p.rest),
            ("ready", p.ready),
            ("switch", p.switch),
            ("alert", p.alert),
            ("good", p.good),
        ]
    }

    #[test]
    fn text_can_be_read_on_everything_it_stands_on() {
        for (look, p) in Look::ALL.map(|it| (it, Palette::new(it))) {
            check(look, "text on ground", p.text, p.ground, 12.0);
            let letters = [("text", p.text), ("muted", p.muted)].into_iter().chain(tints(&p));
            for ((what, front), (name, back)) in
                letters.flat_map(|it| backs(&p).map(|back| (it, back)))
            {
                check(look, &format!("{what} on {name}"), front, back, 4.5);
            }
            for (what, back) in tints(&p) {
                check(look, &format!("letters on {what}"), p.on_accent, back, 4.5);
            }
        }
    }

    #[test]
    fn the_border_of_a_control_can_be_seen() {
        for look in Look::ALL {
            let p = Palette::new(look);
            for (name, back) in [("ground", p.ground), ("surface", p.surface), ("raised", p.raised)]
            {
                check(look, &format!("control on {name}"), p.control, back, 3.0);
                check(look, &format!("focus on {name}"), p.accent, back, 3.0);
            }
        }
    }

    #[test]
    fn text_on_a_soft_tint_can_be_read() {
        for look in Look::ALL {
            let p = Palette::new(look);
            for (_, tint) in tints(&p) {
                let back = super::super::soft(tint, p.surface);
                check(look, "text on a soft tint", p.text, back, 7.0);
                check(look, "muted on a soft tint", p.muted, back, 4.5);
                check(look, "a tint on itself, softened", tint, back, 4.5);
            }
        }
    }
}
