//! What a screen reader gets: the role and the name of everything on the screen, in order.

use egui::accesskit::{Rect, Role, Toggled};
use egui_kittest::Harness;
use egui_kittest::kittest::NodeT as _;

use super::Played;

/// One line for everything that has a name or a value.
pub(super) fn outline(window: &Harness<'_, Played>) -> String {
    let lines = window.root().children_recursive().filter_map(|it| {
        let node = it.accesskit_node();
        // The runs inside a label say what the label says.
        if node.role() == Role::TextRun {
            return None;
        }
        let name = node.label().filter(|it| !it.is_empty());
        let value = node.value().filter(|it| !it.is_empty());
        if name.is_none() && value.is_none() {
            return None;
        }
        let mut line = format!("{:?}", node.role());
        for part in [name.map(|it| format!(" \"{it}\"")), value.map(|it| format!(" = \"{it}\""))] {
            line.push_str(&part.unwrap_or_default());
        }
        if node.toggled() == Some(Toggled::True) {
            line.push_str(" (on)");
        }
        if node.is_disabled() {
            line.push_str(" (off)");
        }
        if it.is_focused() {
            line.push_str(" <- focus");
        }
        Some(line)
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// The role and name of everything that has a place on the screen, with that place in points.
pub(super) fn places(window: &Harness<'_, Played>) -> Vec<(String, Rect)> {
    let nodes = window.root().children_recursive();
    let places = nodes.filter_map(|it| {
        let node = it.accesskit_node();
        let name = node.label().or_else(|| node.value()).unwrap_or_default();
        Some((format!("{:?} {name}", node.role()), node.raw_bounds()?))
    });
    places.collect()
}
