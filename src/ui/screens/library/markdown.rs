//! Markdown as it stands on pages. Links lead to other pages and never out of the program.

use egui::{OutputCommand, TextStyle, Ui};
use egui_commonmark::{CommonMarkCache, CommonMarkViewer};

use crate::coach::LibraryMessage;
use crate::library::{Link, link_targets};
use crate::ui::theme::Palette;

/// Draws a text; answers with where the link leads that was clicked.
pub(super) fn text_ui(ui: &mut Ui, text: &str) -> Option<LibraryMessage> {
    let mut cache = CommonMarkCache::default();
    // A target that is known to the viewer is told to us and not to the system.
    for target in link_targets(text) {
        cache.add_link_hook(target);
    }
    ui.scope(|ui| {
        let palette = Palette::of(ui);
        // Rows are as high as their letters: nothing in a text is a control.
        ui.spacing_mut().interact_size.y = ui.text_style_height(&TextStyle::Body);
        let visuals = ui.visuals_mut();
        // Words that stand out do so by being brighter: the font has one weight here.
        let quiet = palette.text.lerp_to_gamma(palette.muted, 0.45);
        visuals.widgets.noninteractive.fg_stroke.color = quiet;
        visuals.weak_text_color = Some(palette.muted);
        CommonMarkViewer::new().show(ui, &mut cache, text);
    });
    // Whatever else in a person's page may be a link leads nowhere.
    ui.output_mut(|it| it.commands.retain(|it| !matches!(it, OutputCommand::OpenUrl(_))));
    let clicked = link_targets(text).find(|it| cache.get_link_hook(it) == Some(true))?;
    Link::read(clicked).map(LibraryMessage::Follow)
}
