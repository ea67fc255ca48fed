//! Inter in three cuts, and the icons.
//!
//! Inter is variable: one file gives the running text, the strong labels and the tight display cut.
//! Its tabular digits are baked in (see `assets/fonts/bake.py`), as egui cannot switch them on.

use std::sync::Arc;

use egui::epaint::text::VariationCoords;
use egui::{FontData, FontDefinitions, FontFamily, FontTweak};

/// The family of labels and titles.
pub(super) const STRONG: &str = "strong";
/// The family of headings and of the session's digits.
pub(super) const DISPLAY: &str = "display";
/// The family of icons.
pub(super) const ICONS: &str = "icons";

static INTER: &[u8] = include_bytes!("../../../assets/fonts/Inter-tnum.ttf");

/// Name of the cut, weight (100-900), optical size (14-32).
const CUTS: [(&str, f32, f32); 3] =
    [("inter", 440.0, 14.0), (STRONG, 600.0, 16.0), (DISPLAY, 620.0, 32.0)];

pub(super) fn definitions() -> FontDefinitions {
    let mut fonts = FontDefinitions::default();
    let fallback = fonts.families.get(&FontFamily::Proportional).cloned().unwrap_or_default();
    for (name, weight, optical) in CUTS {
        fonts.font_data.insert(name.to_owned(), cut(weight, optical));
        let mut family = vec![name.to_owned()];
        family.extend(fallback.iter().cloned());
        let key =
            if name == "inter" { FontFamily::Proportional } else { FontFamily::Name(name.into()) };
        fonts.families.insert(key, family);
    }
    let icons = egui_material_icons::font_insert();
    fonts.font_data.insert(ICONS.to_owned(), Arc::new(icons.data));
    fonts
        .families
        .insert(FontFamily::Name(ICONS.into()), vec![ICONS.to_owned(), "inter".to_owned()]);
    fonts
}

fn cut(weight: f32, optical: f32) -> Arc<FontData> {
    let coords = VariationCoords::new([("wght", weight), ("opsz", optical)]);
    Arc::new(FontData::from_static(INTER).tweak(FontTweak { coords, ..FontTweak::default() }))
}

#[cfg(test)]
mod tests {
    use super::super::{DIGIT_HEIGHT, Type};
    use super::*;

    fn with_fonts(check: impl Fn(&mut egui::epaint::text::FontsView<'_>)) {
        let ctx = egui::Context::default();
        ctx.set_fonts(definitions());
        let mut ran = false;
        let output = ctx.run_ui(egui::RawInput::default(), |ui| {
            ui.fonts_mut(|it| check(it));
            ran = true;
        });
        output.drop_without_applying_deltas();
        assert!(ran);
    }

    #[test]
    fn digits_are_all_as_wide_as_each_other() {
        with_fonts(|fonts| {
            for font in [Type::Body.font(), Type::Label.font(), Type::session(300.0)] {
                let zero = fonts.glyph_width(&font, '0');
                let mut alike = |it| (fonts.glyph_width(&font, it) - zero).abs() < 0.01;
                assert!(('1'..='9').all(&mut alike), "{font:?}");
            }
        });
    }

    #[test]
    fn every_letter_a_european_name_needs_is_drawn() {
        with_fonts(|fonts| {
            let text = "Łódź, Ångström, Çeşme, ½ × 90° – “quoted” … −3 • ← → ↑ ↓ ≤ ≥ ✓";
            assert!(fonts.has_glyphs(&Type::Body.font(), text));
            assert!(fonts.has_glyphs(&Type::Heading.font(), text));
        });
    }

    #[test]
    fn a_digit_is_as_high_as_the_theme_says() {
        with_fonts(|fonts| {
            let job = egui::text::LayoutJob::simple_singleline(
                "7".to_owned(),
                Type::session(500.0),
                egui::Color32::WHITE,
            );
            let galley = fonts.layout_job(job);
            let drawn = galley.mesh_bounds.height();
            assert!((drawn - 500.0 * DIGIT_HEIGHT).abs() < 4.0, "{drawn}");
        });
    }
}
