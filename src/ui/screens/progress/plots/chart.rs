//! A plot of ours: days below, numbers at the left, nothing that moves; and its sentence.

use chrono::{Datelike as _, NaiveDate};
use egui::{Color32, Pos2, Rect, Role, Sense, Shape, Stroke, StrokeKind, Ui, Vec2b, vec2};
use egui_plot::{
    Bar, BarChart, GridInput, GridMark, Line as PlotLine, LineStyle, MarkerShape, Plot, PlotPoints,
    PlotUi, Points,
};

use crate::text::{ProgressSentence as S, Text};
use crate::ui::theme::{Palette, Type, soft, space};
use crate::ui::widgets::{as_heading, describe};

/// The height of a plot, points.
const HEIGHT: f32 = 170.0;
/// The height of a sentence of two lines, points.
const SENTENCE: f32 = 42.0;

/// A plot with its name and its sentence.
pub(in crate::ui::screens::progress) struct Chart<'a> {
    /// Unique on the screen.
    pub(in crate::ui::screens::progress) id: &'a str,
    /// Its name.
    pub(in crate::ui::screens::progress) head: &'a str,
    /// What it shows.
    pub(in crate::ui::screens::progress) sentence: &'a str,
    /// The least that its vertical axis reaches to.
    pub(in crate::ui::screens::progress) top: f64,
    /// The language.
    pub(in crate::ui::screens::progress) text: &'a Text,
}

/// The shape of a series' points: never colour alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    /// Filled discs on a line.
    Disc,
    /// Empty squares on a dashed line.
    Square,
    /// Triangles on a dotted line.
    Triangle,
    /// Diamonds without a line.
    Diamond,
}

/// One series.
pub(super) struct Line {
    pub(super) name: String,
    pub(super) mark: Mark,
    pub(super) points: Vec<[f64; 2]>,
}

/// A day on the horizontal axis.
pub(in crate::ui::screens::progress) fn x_of(date: NaiveDate) -> f64 {
    f64::from(date.num_days_from_ce())
}

/// The day at a place of the horizontal axis.
pub(super) fn day(x: f64) -> Option<NaiveDate> {
    NaiveDate::from_num_days_from_ce_opt(x.round() as i32)
}

impl Mark {
    pub(super) fn color(self, palette: &Palette) -> Color32 {
        match self {
            Self::Disc => palette.accent,
            Self::Square => palette.rest,
            Self::Triangle => palette.ready,
            Self::Diamond => palette.alert,
        }
    }

    const fn shape(self) -> MarkerShape {
        match self {
            Self::Disc => MarkerShape::Circle,
            Self::Square => MarkerShape::Square,
            Self::Triangle => MarkerShape::Up,
            Self::Diamond => MarkerShape::Diamond,
        }
    }

    /// Paints its sign around a place.
    fn paint(self, ui: &Ui, at: Pos2) {
        let color = self.color(&Palette::of(ui));
        let (painter, r) = (ui.painter(), 4.0);
        match self {
            Self::Disc => drop(painter.circle_filled(at, r, color)),
            Self::Square => {
                let square = Rect::from_center_size(at, vec2(1.8 * r, 1.8 * r));
                let border = Stroke::new(1.5, color);
                painter.rect_stroke(square, 0.0, border, StrokeKind::Inside);
            }
            Self::Triangle => {
                let corners = [vec2(0.0, -r), vec2(r, r), vec2(-r, r)].map(|it| at + it);
                painter.add(Shape::convex_polygon(corners.to_vec(), color, Stroke::NONE));
            }
            Self::Diamond => {
                let corners = [vec2(0.0, -r), vec2(r, 0.0), vec2(0.0, r), vec2(-r, 0.0)];
                let corners = corners.map(|it| at + it);
                painter.add(Shape::convex_polygon(corners.to_vec(), color, Stroke::NONE));
            }
        }
    }

    fn style(self) -> LineStyle {
        match self {
            Self::Disc | Self::Diamond => LineStyle::Solid,
            Self::Square => LineStyle::dashed_dense(),
            Self::Triangle => LineStyle::dotted_dense(),
        }
    }
}

impl Chart<'_> {
    /// Shows it; `draw` puts its series in.
    pub(in crate::ui::screens::progress) fn show(
        &self,
        ui: &mut Ui,
        draw: impl FnOnce(&mut Drawn<'_, '_>),
    ) {
        let palette = Palette::of(ui);
        ui.spacing_mut().item_spacing.y = space::S;
        let label = ui.label(Type::Title.text(self.head).color(palette.text));
        as_heading(&label, self.head);
        let text = self.text;
        let plot = Plot::new(self.id)
            .height(HEIGHT)
            .allow_drag(false)
            .allow_zoom(false)
            .allow_scroll(false)
            .allow_boxed_zoom(false)
            .allow_double_click_reset(false)
            .show_background(false)
            .show_grid(Vec2b::new(false, true))
            .grid_color(palette.outline)
            .show_crosshair(false)
            .include_y(0.0)
            .include_y(self.top)
            .set_margin_fraction(vec2(0.02, 0.06))
            .x_grid_spacer(|it: GridInput| months(it.bounds))
            .x_axis_formatter(move |mark, _| month(mark.value, text))
            .y_axis_min_width(28.0)
            .sense(Sense::hover());
        ui.visuals_mut().override_text_color = Some(palette.muted);
        let shown = plot.show(ui, |plot| draw(&mut Drawn { plot, palette }));
        ui.visuals_mut().override_text_color = None;
        let said = text.progress(S::Picture { name: self.head, sentence: self.sentence });
        describe(&shown.response, Role::Image, &said);
        // Room for two lines, so that cards beside each other are as tall.
        let top = ui.cursor().top();
        ui.label(Type::Body.text(self.sentence).color(palette.text));
        ui.add_space((SENTENCE - (ui.min_rect().bottom() - top)).max(0.0));
    }
}

/// Where months begin, as far apart as their names need.
fn months((from, to): (f64, f64)) -> Vec<GridMark> {
    let every = (((to - from) / 30.4 / 6.0).ceil() as u32).max(1);
    let days = day(from.ceil()).into_iter().flat_map(|it| it.iter_days());
    days.take_while(|it| x_of(*it) <= to)
        .filter(|it| it.day() == 1 && it.month0().is_multiple_of(every.min(12)))
        .map(|it| GridMark { value: x_of(it), step_size: 30.0 })
        .collect()
}

fn month(x: f64, text: &Text) -> String {
    let Some(date) = day(x) else { return String::new() };
    let name = text.short_month(date);
    if date.month() == 1 { format!("{name} {}", date.year()) } else { name }
}

/// What a plot is drawn with.
pub(in crate::ui::screens::progress) struct Drawn<'d, 'p> {
    pub(in crate::ui::screens::progress) plot: &'d mut PlotUi<'p>,
    pub(in crate::ui::screens::progress) palette: Palette,
}

impl Drawn<'_, '_> {
    /// Bars, each its middle, its height and how full its colour is, 0 to 1.
    pub(super) fn bars(&mut self, bars: Vec<(f64, f64, f32)>, width: f64) {
        let Palette { accent, surface, .. } = self.palette;
        let bar = |(at, height, full): (f64, f64, f32)| {
            let fill = soft(accent, surface).lerp_to_gamma(accent, full);
            Bar::new(at, height).width(width).fill(fill).stroke(Stroke::NONE)
        };
        let bars = bars.into_iter().map(bar).collect();
        self.plot.bar_chart(BarChart::new("", bars).allow_hover(false));
    }

    /// What was aimed at.
    pub(super) fn aim(&mut self, points: Vec<[f64; 2]>) {
        let line = PlotLine::new("", PlotPoints::from(points))
            .color(self.palette.text)
            .width(1.5)
            .style(LineStyle::dashed_dense())
            .allow_hover(false);
        self.plot.line(line);
    }

    /// A series.
    pub(super) fn line(&mut self, line: &Line) {
        let color = line.mark.color(&self.palette);
        if line.mark != Mark::Diamond {
            let joined = PlotLine::new("", PlotPoints::from(line.points.clone()))
                .color(color)
                .width(2.0)
                .style(line.mark.style())
                .allow_hover(false);
            self.plot.line(joined);
        }
        // So many points that they touch would hide the line.
        if line.points.len() <= 150 {
            let points = Points::new("", PlotPoints::from(line.points.clone()))
                .color(color)
                .radius(3.5)
                .filled(line.mark != Mark::Square)
                .shape(line.mark.shape())
                .allow_hover(false);
            self.plot.points(points);
        }
    }
}

/// What the series are: sign and words.
pub(super) fn key_ui(ui: &mut Ui, lines: &[&Line]) {
    let palette = Palette::of(ui);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = space::XS;
        for line in lines {
            let (rect, _) = ui.allocate_exact_size(vec2(14.0, 20.0), Sense::hover());
            line.mark.paint(ui, rect.center());
            ui.label(Type::Note.text(&line.name).color(palette.muted));
            ui.add_space(space::M);
        }
    });
}
