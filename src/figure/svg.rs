//! A drawing as SVG text: for the report, and for contact sheets.

use std::fmt::Write as _;

use glam::Vec2;

use super::shape::{Drawing, Kind, Paint};

/// A place for a drawing on a page, in SVG units.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Cell {
    /// The left edge.
    pub x: f32,
    /// The top edge.
    pub y: f32,
    /// The width.
    pub width: f32,
    /// The height.
    pub height: f32,
}

/// Writes the shapes of a drawing, fitted into a cell; `colour` answers with a colour and an opacity.
pub fn shapes(drawing: &Drawing, cell: Cell, colour: impl Fn(Paint) -> (String, f32)) -> String {
    let fit = drawing.fit(Vec2::new(cell.width, cell.height));
    let mut svg = String::new();
    let at = |it: &Vec2| *it * fit.scale + fit.offset + Vec2::new(cell.x, cell.y);
    if let Some(floor) = drawing.floor {
        let y = at(&Vec2::new(0.0, floor)).y;
        let (paint, opacity) = colour(Paint::Floor);
        put(
            &mut svg,
            format_args!(
                r#"<line x1="{:.1}" x2="{:.1}" y1="{y:.1}" y2="{y:.1}" stroke="{paint}" stroke-opacity="{opacity:.2}" stroke-width="1"/>"#,
                cell.x,
                cell.x + cell.width
            ),
        );
    }
    for shape in &drawing.shapes {
        let mut points = String::new();
        for point in &shape.points {
            let point = at(point);
            put(&mut points, format_args!("{:.1},{:.1} ", point.x, point.y));
        }
        let (paint, opacity) = colour(shape.paint);
        match shape.kind {
            Kind::Fill => put(
                &mut svg,
                format_args!(
                    r#"<polygon points="{points}" fill="{paint}" fill-opacity="{opacity:.3}"/>"#
                ),
            ),
            Kind::Line(width) => put(
                &mut svg,
                format_args!(
                    r#"<polyline points="{points}" fill="none" stroke="{paint}" stroke-opacity="{opacity:.3}" stroke-width="{:.2}" stroke-linecap="round"/>"#,
                    width * fit.scale
                ),
            ),
        }
        svg.push('\n');
    }
    svg
}

/// Writing into a `String` cannot fail.
fn put(to: &mut String, what: std::fmt::Arguments<'_>) {
    if to.write_fmt(what).is_err() {
        to.push_str("<!-- -->");
    }
}
