//! The lists from which a movement or a pose is chosen: a search, and small pictures.

use egui::{Rect, Role, ScrollArea, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};
use egui_material_icons::icons::ICON_ARROW_BACK;

use super::Shown;
use crate::coach::{Choosing, OwnMessage};
use crate::editing::FigureChange;
use crate::figure::{Posing, Stance, Study, View};
use crate::text::LearnSentence;
use crate::text::OwnSentence as S;
use crate::ui::theme::{Palette, Type, focus_ring, radius, space, stroke};
use crate::ui::widgets::{
    Button, FigureView, SearchField, cut, figure_ui, following, paint_left, study_ui,
};
use crate::units::Sides;

/// The height of a row, and the width of its picture.
const ROW: [f32; 2] = [72.0, 96.0];

pub(super) fn movements_ui(ui: &mut Ui, shown: Shown<'_>, said: &mut Vec<OwnMessage>) {
    let shelf = shown.editor.draft.shelf();
    let all: Vec<_> =
        shelf.movement_ids().into_iter().map(|it| (title_of(shown, &it), it)).collect();
    let found = search_ui(ui, shown, S::MovementSearch, &all, said);
    let picked = rows_ui(ui, "own-movements", &found, |ui, place, id| {
        let view = FigureView { movement: Some(id), side: Sides::Left, ..FigureView::default() };
        ui.push_id(id, |ui| figure_ui(ui, place, &view));
    });
    said.extend(picked.map(|id| shown.figure(FigureChange::Pick(Some(id)))));
}

pub(super) fn poses_ui(ui: &mut Ui, shown: Shown<'_>, said: &mut Vec<OwnMessage>) {
    let shelf = shown.editor.draft.shelf();
    let all: Vec<_> = shelf.stance_ids().into_iter().map(|it| (plain(&it), it)).collect();
    let found = search_ui(ui, shown, S::PoseSearch, &all, said);
    let picked = rows_ui(ui, "own-poses", &found, |ui, place, id| {
        pose_ui(ui, place, shelf.stance(id));
    });
    let stop = shown.editor.stop;
    said.extend(picked.map(|pose| shown.figure(FigureChange::Pose { stop, pose })));
}

/// What was found, each with its picture; answers with the id of the one that was chosen.
fn rows_ui(
    ui: &mut Ui,
    salt: &str,
    found: &[&(String, String)],
    picture: impl Fn(&mut Ui, Rect, &str),
) -> Option<String> {
    let scroll = ScrollArea::vertical().id_salt(salt).auto_shrink(false);
    let shown = scroll.show_rows(ui, ROW[0], found.len(), |ui, rows| {
        let found = found.get(rows).unwrap_or_default();
        following(ui, |ui| {
            let chosen = found
                .iter()
                .filter(|(title, id)| row_ui(ui, title, |ui, place| picture(ui, place, id)));
            // Every row is shown, whichever is chosen.
            chosen.last().map(|it| it.1.clone())
        })
    });
    shown.inner
}

/// A small picture of a pose.
fn pose_ui(ui: &mut Ui, place: Rect, stance: Option<&Stance>) {
    let Some(stance) = stance else { return };
    let (posing, _) = Posing::new(stance, None, &[]);
    let study = Study::of(&posing, View { yaw: 60.0, pitch: 14.0 });
    ui.push_id(&stance.id, |ui| study_ui(ui, place, &study, &posing, &[]));
}

/// An id in plain words.
fn plain(id: &str) -> String {
    id.replace('-', " ")
}

/// What a movement is called: the exercise and the level that it shows, else its id.
fn title_of(shown: Shown<'_>, id: &str) -> String {
    let levels =
        shown.library.exercises.iter().flat_map(|it| it.levels.iter().map(move |l| (it, l)));
    let first = levels.into_iter().find(|it| it.1.movement.as_deref() == Some(id));
    first.map_or_else(
        || plain(id),
        |(exercise, level)| {
            let (exercise, level) = (exercise.name.long.as_str(), usize::from(level.number));
            shown.text.own(S::MovementOf { exercise, level })
        },
    )
}

/// The way back and the search; what it finds.
fn search_ui<'a>(
    ui: &mut Ui,
    shown: Shown<'_>,
    name: S<'_>,
    all: &'a [(String, String)],
    said: &mut Vec<OwnMessage>,
) -> Vec<&'a (String, String)> {
    let text = shown.text;
    let back = text.own(S::PaneMovement);
    if ui.add(Button::plain(&back).icon(ICON_ARROW_BACK)).clicked() {
        said.push(OwnMessage::Choose(Choosing::Nothing));
    }
    let (name, clear) = (text.own(name), text.learn(LearnSentence::LibraryClear));
    let field = SearchField { name: &name, hint: &name, clear: &clear, key: "" };
    let mut query = shown.editor.query.clone();
    field.show(ui, &mut query);
    if query != shown.editor.query {
        said.push(OwnMessage::Search(query.clone()));
    }
    let query = query.to_lowercase();
    let words: Vec<_> = query.split_whitespace().collect();
    let fits = |it: &&(String, String)| {
        let title = it.0.to_lowercase();
        words.iter().all(|word| title.contains(word) || it.1.contains(word))
    };
    let found: Vec<_> = all.iter().filter(fits).collect();
    ui.add_space(space::XS);
    if found.is_empty() {
        ui.label(Type::Body.text(text.own(S::FoundNone)).color(Palette::of(ui).muted));
    }
    found
}

/// A row with its picture; whether it was chosen.
fn row_ui(ui: &mut Ui, title: &str, picture: impl FnOnce(&mut Ui, Rect)) -> bool {
    let palette = Palette::of(ui);
    let wide = vec2(ui.available_width() - space::S, ROW[0]);
    let (rect, response) = ui.allocate_exact_size(wide, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, title));
    let fill = if response.hovered() { palette.raised } else { palette.surface };
    let border = Stroke::new(stroke::HAIRLINE, palette.outline);
    ui.painter().rect(rect, radius::BUTTON, fill, border, StrokeKind::Inside);
    picture(ui, Rect::from_min_size(rect.min, vec2(ROW[1], ROW[0])).shrink(space::XS));
    let left = rect.left() + ROW[1] + space::S;
    let laid = cut(ui, title, Type::Body, palette.text, rect.right() - left - space::S);
    paint_left(ui, pos2(left, rect.center().y), laid);
    if response.has_focus() {
        focus_ring(ui, rect.shrink(3.0), radius::BUTTON);
    }
    response.clicked()
}
