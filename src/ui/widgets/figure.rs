//! The figure that shows a movement, in a place of its own.
//!
//! It is drawn from angles at every size and from every side; a hand turns it by dragging. What was
//! drawn is kept and painted again until something about it changes, and a small figure that stands
//! still is kept as a picture, so that it costs next to nothing; one that moves asks for its next picture itself, 20 times a second in reps
//! and 10 times in holds.

mod arc;
mod map;
mod mesh;
mod still;
mod study;

pub use arc::{ArcView, Edge, Fan, arc_ui};

use std::sync::Arc;
use std::time::Duration;

use egui::{Id, Mesh, Pos2, Rect, Response, Role, Sense, Shape, Stroke, Ui, Vec2, vec2};

use super::describe;
use crate::figure::{FigureTime, Movement, Muscle, Picture, Shelf, View};
use crate::library::{Level, LevelSides};
use crate::session::{self, Number, StepKind};
use crate::ui::theme::{FigureColors, Palette, stroke};
use crate::units::Sides;
pub use map::{BodyView, Spot, body_map_ui};
use mesh::{Canvas, Frame};

pub use study::{Placed, study_ui};

/// From one picture to the next in reps and walks, and in holds.
const REP_PACE: Duration = Duration::from_millis(50);
const HOLD_PACE: Duration = Duration::from_millis(100);
/// How far a drag across the whole figure turns it, degrees.
const TURN: f32 = 200.0;

/// The outline of a figure's place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Stand {
    /// A rectangle.
    #[default]
    Card,
    /// A disc, which the figure does not leave: inside a ring.
    Disc,
}

/// What the figure shows.
#[derive(Debug, Clone, Copy, PartialEq)]
#[expect(clippy::struct_excessive_bools, reason = "three independent questions of a caller")]
pub struct FigureView<'a> {
    /// Id of the movement; a quiet shape where there is none.
    pub movement: Option<&'a str>,
    /// The hip that works.
    pub side: Sides,
    /// The moment.
    pub at: FigureTime,
    /// Whether the moment moves on by itself, so that another picture will be asked for.
    pub moves: bool,
    /// The muscles that glow.
    pub glow: &'a [Muscle],
    /// Whether the fault is shown beside it, where the movement has one.
    pub ghost: bool,
    /// Whether start and end are shown side by side and nothing moves.
    pub reduced: bool,
    /// The outline of its place.
    pub stand: Stand,
    /// From where it is seen; nothing takes the movement's own view.
    pub view: Option<View>,
    /// What a screen reader says; a figure without a name is an ornament beside words that say it.
    pub name: &'a str,
}

impl Default for FigureView<'_> {
    fn default() -> Self {
        Self {
            movement: None,
            side: Sides::Both,
            at: FigureTime::End,
            moves: false,
            glow: &[],
            ghost: false,
            reduced: false,
            stand: Stand::Card,
            view: None,
            name: "",
        }
    }
}

impl<'a> FigureView<'a> {
    /// A level as it looks where its movement leads to, with the left leg at work where one works.
    pub fn of(level: &'a Level) -> Self {
        let one = level.sides != LevelSides::Both;
        Self {
            movement: level.movement.as_deref(),
            side: if one { Sides::Left } else { Sides::Both },
            glow: &level.muscles,
            ..Self::default()
        }
    }
}

/// Makes poses and movements known to every figure; without it the shipped ones are.
pub fn remember_figures(ctx: &egui::Context, shelf: &Arc<Shelf>) {
    ctx.data_mut(|it| it.insert_temp(shelf_id(), Arc::clone(shelf)));
}

/// The poses and movements in force.
pub fn figures(ctx: &egui::Context) -> Arc<Shelf> {
    ctx.data(|it| it.get_temp(shelf_id())).unwrap_or_default()
}

fn shelf_id() -> Id {
    Id::unique("evenhold figures")
}

/// The moment of a session: the rep, the hold or the walk that it is in.
pub fn session_time(view: &session::View) -> FigureTime {
    if view.kind != StepKind::Work {
        return FigureTime::Start;
    }
    match (view.tempo, view.number) {
        (Some(tempo), Number::Rep { now, .. }) => FigureTime::Rep {
            rep: now.saturating_sub(1),
            phase: tempo.phase,
            fraction: tempo.fraction,
        },
        (_, Number::Seconds(_)) => FigureTime::Hold(view.into),
        (None, Number::Rep { .. }) => FigureTime::Loop(view.into),
    }
}

/// Paints the figure into a place; where it has a name it can be turned by dragging.
pub fn figure_ui(ui: &mut Ui, rect: Rect, view: &FigureView<'_>) -> Response {
    let id = ui.scope_id().with(("figure", view.movement, rect.left() as i32));
    let named = !view.name.is_empty();
    let response = ui.interact(rect, id, if named { Sense::drag() } else { Sense::hover() });
    if named {
        describe(&response, Role::Image, view.name);
    }
    if !ui.is_rect_visible(rect) {
        return response;
    }
    let shelf = figures(ui.ctx());
    let Some(movement) = view.movement.and_then(|it| shelf.movement(it)) else {
        quiet_shape(ui, rect, view.stand);
        return response;
    };
    let wanted = Wanted::new(ui, (rect.size(), &shelf), view, turned(ui, &response));
    let draw = |it: &Wanted| it.draw(ui, &shelf, movement);
    // An ornament that stands still; what is turned or moves changes too often to be a picture.
    if !named && !view.moves && still::is_small(rect, ui.ctx().pixels_per_point()) {
        still::still_ui(ui, id, rect, wanted, draw);
        return response;
    }
    let mesh = kept(ui, id, rect.min, wanted, draw);
    ui.painter().with_clip_rect(rect.intersect(ui.clip_rect())).add(Shape::Mesh(mesh));
    if view.moves && !view.reduced {
        let pace = if matches!(view.at, FigureTime::Hold(_)) { HOLD_PACE } else { REP_PACE };
        ui.ctx().request_repaint_after(pace);
    }
    response
}

/// How far a hand has turned the figure, degrees to the right and up.
fn turned(ui: &Ui, response: &Response) -> Vec2 {
    let id = response.id.with("turned");
    let mut turned: Vec2 = ui.data(|it| it.get_temp(id)).unwrap_or_default();
    if response.dragged() {
        let size = response.rect.size().max(Vec2::splat(1.0));
        turned += response.drag_delta() / size * vec2(-TURN, TURN / 2.0);
        ui.data_mut(|it| it.insert_temp(id, turned));
    }
    if response.double_clicked() {
        ui.data_mut(|it| it.remove::<Vec2>(id));
    }
    turned
}

/// A disc with a floor: a movement will be here.
fn quiet_shape(ui: &Ui, rect: Rect, stand: Stand) {
    let palette = Palette::of(ui);
    if stand == Stand::Disc {
        let radius = rect.width().min(rect.height()) / 2.0;
        ui.painter().circle_filled(rect.center(), radius, palette.surface);
    }
    let half = rect.width() * 0.37;
    let floor = rect.center().y + rect.height() * 0.25;
    let line = Stroke::new(stroke::FOCUS, palette.outline);
    ui.painter().hline(rect.center().x - half..=rect.center().x + half, floor, line);
}

/// The figures that a picture was made with: the same or others, never compared one by one.
#[derive(Debug, Clone)]
struct Known(Arc<Shelf>);

impl PartialEq for Known {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

/// Everything that a picture depends on but its place: when none of it changes, neither does it.
#[derive(Debug, Clone, PartialEq)]
struct Wanted {
    movement: Option<String>,
    shelf: Known,
    side: Sides,
    at: FigureTime,
    glow: Vec<Muscle>,
    ghost: bool,
    reduced: bool,
    stand: Stand,
    view: Option<View>,
    turned: Vec2,
    size: Vec2,
    pixels: f32,
    palette: Palette,
}

impl Wanted {
    fn new(
        ui: &Ui,
        (size, shelf): (Vec2, &Arc<Shelf>),
        view: &FigureView<'_>,
        turned: Vec2,
    ) -> Self {
        Self {
            shelf: Known(Arc::clone(shelf)),
            movement: view.movement.map(str::to_owned),
            side: view.side,
            at: if view.reduced { FigureTime::Start } else { view.at },
            glow: view.glow.to_vec(),
            ghost: view.ghost,
            reduced: view.reduced,
            stand: view.stand,
            view: view.view,
            turned,
            size,
            pixels: ui.ctx().pixels_per_point(),
            palette: Palette::of(ui),
        }
    }

    /// Draws with its corner at the origin.
    fn draw(&self, ui: &Ui, known: &Shelf, movement: &Movement) -> Mesh {
        let whole = Rect::from_min_size(Pos2::ZERO, self.size);
        let back = self.palette.surface;
        let mut canvas = Canvas::new(ui.ctx(), FigureColors::new(self.palette, back));
        if self.stand == Stand::Disc {
            canvas.disc(whole, back);
        }
        let frame = Frame { rect: whole, round: self.stand == Stand::Disc };
        let picture = |time| Picture {
            movement,
            ghost: movement
                .parts
                .ghost
                .as_deref()
                .filter(|_| self.ghost)
                .and_then(|it| known.movement(it)),
            side: self.side,
            time,
            glow: &self.glow,
            view: self.seen_from(movement),
            fine: fine(self.size.min_elem() * self.pixels),
        };
        if self.reduced {
            let (start, end) = frame.halves();
            canvas.paint(&picture(FigureTime::Start).draw(), &start);
            canvas.paint(&picture(FigureTime::End).draw(), &end);
        } else {
            canvas.paint(&picture(self.at).draw(), &frame);
        }
        canvas.finish()
    }

    fn seen_from(&self, movement: &Movement) -> View {
        let own = self.view.or_else(|| movement.parts.views.first().copied());
        let view = own.unwrap_or(View { yaw: 40.0, pitch: 12.0 });
        let mirrored = if movement.is_mirrored(self.side) { -1.0 } else { 1.0 };
        view.turned(self.turned.x * mirrored, self.turned.y)
    }
}

/// How many corners a round outline needs at a size in pixels: so many that between two of them the
/// largest, the head, is never further than a third of a pixel from round.
fn fine(pixels: f32) -> u16 {
    /// The head's radius, as a part of the picture.
    const HEAD: f32 = 0.06;
    const OFF: f32 = 0.33;
    let radius = (HEAD * pixels).max(1.0);
    (std::f32::consts::PI / (1.0 - OFF / radius).acos()).ceil().clamp(10.0, 40.0) as u16
}

/// A picture that was drawn, what it shows, and where it was painted last.
#[derive(Clone)]
struct Kept {
    wanted: Arc<Wanted>,
    at: Pos2,
    mesh: Arc<Mesh>,
}

/// The picture for a place: the one that was kept, moved to where the place is now, or a new one.
fn kept(
    ui: &Ui,
    id: Id,
    at: Pos2,
    wanted: Wanted,
    draw: impl FnOnce(&Wanted) -> Mesh,
) -> Arc<Mesh> {
    let known: Option<Kept> =
        ui.data(|it| it.get_temp(id)).filter(|it: &Kept| *it.wanted == wanted);
    let mut kept = known.unwrap_or_else(|| {
        let mesh = Arc::new(draw(&wanted));
        Kept { wanted: Arc::new(wanted), at: Pos2::ZERO, mesh }
    });
    if kept.at != at {
        Arc::make_mut(&mut kept.mesh).translate(at - kept.at);
        kept.at = at;
    }
    let mesh = Arc::clone(&kept.mesh);
    ui.data_mut(|it| it.insert_temp(id, kept));
    mesh
}
