//! Beside the picture: the marks, what they say, and what has to be told before a reading is kept.

use egui::{Frame, Margin, accesskit, vec2};
use egui::{Panel, Role, ScrollArea, Sense, Stroke, Ui, WidgetInfo};
use egui_material_icons::icons::{ICON_ADD_PHOTO_ALTERNATE, ICON_CHECK};

use super::marks::{color_of, name_of, paint_mark};
use super::{Measuring, kept};
use crate::coach::{Doubt, GoniometerMessage, Lacks, Mark, Shown};
use crate::figure::FigureTime;
use crate::measure::{Angle, Line, Way};
use crate::text::MeasureSentence as S;
use crate::ui::theme::{Palette, Type, focus_ring, icon_font, radius, soft, space, stroke};
use crate::ui::widgets::{
    Banner, Button, FigureView, Weight, as_heading, describe, figure_ui, line, paint_choice,
    paint_left, paint_side_disc, scrolled, segments,
};
use crate::units::{Side, Sides};

/// Draws the panel.
pub(super) fn panel_ui(ui: &mut Ui, shown: Measuring<'_>, said: &mut Vec<GoniometerMessage>) {
    if shown.it.shown().is_some() {
        let frame = Frame::new().inner_margin(Margin { top: space::S as i8, ..Margin::ZERO });
        let bottom = Panel::bottom("measure keep").show_separator_line(false).frame(frame);
        bottom.show(ui, |ui| keep_ui(ui, shown, said));
    }
    scrolled(ScrollArea::vertical().auto_shrink(false), ui, |ui| {
        ui.spacing_mut().item_spacing.y = space::S;
        // Room for the bar, so that it covers nothing.
        ui.set_max_width(ui.available_width() - space::S);
        head_ui(ui, shown, said);
        kept::kept_ui(ui, shown, said);
        match shown.it.shown() {
            Some(photo) => {
                says_ui(ui, shown, photo);
                marks_ui(ui, shown, photo, said);
                told_ui(ui, shown, said);
            }
            None => how_ui(ui, shown),
        }
        ui.add_space(space::L);
    });
}

/// The small heading of a part.
pub(super) fn part_ui(ui: &mut Ui, heading: &str) {
    ui.add_space(space::S);
    super::super::part_ui(ui, heading);
}

fn head_ui(ui: &mut Ui, shown: Measuring<'_>, said: &mut Vec<GoniometerMessage>) {
    let Measuring { it, text } = shown;
    let palette = Palette::of(ui);
    let title = text.measure(S::Title);
    let label = ui.label(Type::Title.text(&title).color(palette.text));
    as_heading(&label, &title);
    if let Some(asked) = &it.asked {
        let side = text.side(asked.side.into());
        let (side, number, of) = (side.as_str(), asked.number, asked.of);
        let words = text.measure(match asked.way {
            Some(Way::Away) => S::AskedAway { side, number, of },
            Some(Way::Towards) => S::AskedTowards { side, number, of },
            Some(Way::Upright | Way::Unclear) | None => S::AskedFoot { side, number, of },
        });
        ui.label(Type::Body.text(words).color(palette.text));
        return;
    }
    let names = [text.measure(S::Shin), text.measure(S::Foot)];
    let at = Line::ALL.iter().position(|line| *line == it.line);
    let names = names.each_ref().map(String::as_str);
    let clicked = segments(ui, &text.measure(S::What), &names, at);
    said.extend(clicked.and_then(|it| Line::ALL.get(it)).map(|it| GoniometerMessage::Line(*it)));
}

/// How to take the photo.
fn how_ui(ui: &mut Ui, shown: Measuring<'_>) {
    let Measuring { it, text } = shown;
    let palette = Palette::of(ui);
    part_ui(ui, &text.measure(S::How));
    let how = text.measure(match it.line {
        Line::Shin => S::HowShin,
        Line::Foot => S::HowFoot,
    });
    ui.label(Type::Body.text(how).color(palette.text));
    let movement = match it.line {
        Line::Shin => "prone-er",
        Line::Foot => "supine-rest",
    };
    let size = vec2(ui.available_width(), 150.0);
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    ui.painter().rect_filled(rect, radius::CARD, palette.surface);
    figure_ui(ui, rect.shrink(space::S), &leg(movement, Sides::Right));
}

fn leg(movement: &str, side: Sides) -> FigureView<'_> {
    FigureView { movement: Some(movement), side, at: FigureTime::Start, ..FigureView::default() }
}

/// The angle in large, the sentence, and what should be looked at.
fn says_ui(ui: &mut Ui, shown: Measuring<'_>, photo: &Shown) {
    let Measuring { it, text } = shown;
    let palette = Palette::of(ui);
    let angle = it.angle();
    let (large, words) = match &angle {
        Some(angle) => {
            let degrees = angle.degrees.round() as u32;
            (text.measure(S::Degrees { degrees }), text.angle(angle, it.line))
        }
        None => ("–".to_owned(), text.measure(S::Nothing)),
    };
    let color = if angle.is_some() { palette.text } else { palette.muted };
    ui.label(Type::Hero.text(large).color(color));
    let label = ui.label(Type::Body.text(&words).color(color));
    ui.accesskit_node_builder(label.id, |it| it.set_live(accesskit::Live::Polite));
    for remark in angle.iter().flat_map(|it| &it.remarks) {
        if let Some(angle) = &angle {
            note_ui(ui, &text.angle_remark(*remark, angle));
        }
    }
    let is_upright = |it: &Angle| it.way == Way::Upright;
    if angle.as_ref().is_some_and(is_upright) && it.lacks() == Some(Lacks::Marks) {
        note_ui(ui, &text.measure(S::RemarkUpright));
    }
    if photo.board.angle().is_some_and(|it| it.is_err()) {
        note_ui(ui, &text.measure(S::LacksMarks));
    }
}

fn note_ui(ui: &mut Ui, words: &str) {
    Banner { weight: Weight::Note, text: words, actions: &[] }.show(ui);
}

/// Every mark, which one a click sets, and the level line.
fn marks_ui(ui: &mut Ui, shown: Measuring<'_>, photo: &Shown, said: &mut Vec<GoniometerMessage>) {
    let Measuring { it, text } = shown;
    let palette = Palette::of(ui);
    part_ui(ui, &text.measure(S::Marks));
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        for mark in photo.board.shown() {
            if mark_ui(ui, shown, photo, mark) {
                said.push(GoniometerMessage::Take(mark));
            }
        }
    });
    if let Some(waiting) = photo.board.waiting() {
        let current = if photo.board.place(photo.board.current).is_set {
            waiting
        } else {
            photo.board.current
        };
        let hint = text.measure(hint(current, it.line));
        ui.label(Type::Note.text(hint).color(palette.muted));
    }
    let mut on = photo.board.is_leveled;
    if ui.checkbox(&mut on, Type::Body.text(text.measure(S::Level))).clicked() {
        said.push(GoniometerMessage::Level(on));
    }
    if photo.board.waiting().is_some() {
        ui.label(Type::Note.text(text.measure(S::LevelAbout)).color(palette.muted));
    }
}

const fn hint(mark: Mark, line: Line) -> S<'static> {
    match (mark, line) {
        (Mark::Near, Line::Shin) => S::HintKnee,
        (Mark::Far, Line::Shin) => S::HintAnkle,
        (Mark::Near, Line::Foot) => S::HintHeel,
        (Mark::Far, Line::Foot) => S::HintToe,
        (Mark::Other, _) => S::HintOther,
        (Mark::LevelStart, _) => S::HintLevelStart,
        (Mark::LevelEnd, _) => S::HintLevelEnd,
    }
}

/// One mark of the list: its shape, its name, whether it is set. A click makes it the next to be set.
fn mark_ui(ui: &mut Ui, shown: Measuring<'_>, photo: &Shown, mark: Mark) -> bool {
    let palette = Palette::of(ui);
    let place = photo.board.place(mark);
    let is_next = photo.board.current == mark && photo.board.waiting().is_some();
    let name = name_of(mark, shown.it.line, shown.text);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 30.0), Sense::click());
    let said = shown.text.measure(S::MarkNext { mark: &name });
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, is_next, &said));
    if is_next || response.hovered() {
        let fill = if is_next { soft(palette.accent, palette.surface) } else { palette.raised };
        ui.painter().rect_filled(rect, radius::SMALL, fill);
    }
    let color = color_of(mark, &palette);
    let at = rect.left_center() + vec2(18.0, 0.0);
    paint_mark(ui.painter(), at, mark, 6.0, Stroke::new(stroke::FOCUS, color));
    let font = if is_next { Type::Label } else { Type::Note };
    let words = line(ui, &name, font.font(), palette.text);
    paint_left(ui, rect.left_center() + vec2(38.0, 0.0), words);
    if place.is_set {
        let tick = line(ui, ICON_CHECK.codepoint, icon_font(18.0), palette.good);
        paint_left(ui, rect.right_center() - vec2(28.0, 0.0), tick);
    }
    if response.has_focus() {
        focus_ring(ui, rect.shrink(3.0), radius::SMALL);
    }
    response.clicked()
}

/// Which leg it is, who watched, whether the photo stays.
fn told_ui(ui: &mut Ui, shown: Measuring<'_>, said: &mut Vec<GoniometerMessage>) {
    let Measuring { it, text } = shown;
    let palette = Palette::of(ui);
    part_ui(ui, &text.measure(S::Leg));
    let (about, order) = match it.line {
        Line::Shin => (S::LegShin, [Side::Left, Side::Right]),
        Line::Foot => (S::LegFoot, [Side::Right, Side::Left]),
    };
    ui.label(Type::Note.text(text.measure(about)).color(palette.muted));
    let width = (ui.available_width() - space::S) / 2.0;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        for side in order {
            if leg_ui(ui, shown, side, width) {
                said.push(GoniometerMessage::Leg(side));
            }
        }
    });
    if it.sides_are_odd()
        && let Some(leg) = it.leg
    {
        let side = text.side(leg.into());
        note_ui(ui, &text.measure(S::RemarkSides { side: &side }));
    }
    if it.line == Line::Shin {
        let watch = text.measure(S::Watch);
        part_ui(ui, &watch);
        let names = [text.measure(S::WatchHelper), text.measure(S::WatchAlone)];
        let at = it.was_watched.map(|it| usize::from(!it));
        let clicked = segments(ui, &watch, &names.each_ref().map(String::as_str), at);
        said.extend(clicked.map(|it| GoniometerMessage::Watched(it == 0)));
    }
    ui.add_space(space::S);
    let mut keeps = it.keeps_photo;
    if ui.checkbox(&mut keeps, Type::Body.text(text.measure(S::KeepPhoto))).clicked() {
        said.push(GoniometerMessage::KeepPhoto(keeps));
    }
    if keeps {
        ui.label(Type::Note.text(text.measure(S::KeepPhotoAbout)).color(palette.muted));
    }
}

/// One leg as a card with its figure, or with its letter where a figure would show both alike.
fn leg_ui(ui: &mut Ui, shown: Measuring<'_>, side: Side, width: f32) -> bool {
    let palette = Palette::of(ui);
    let text = shown.text;
    let is_chosen = shown.it.leg == Some(side);
    let is_shin = shown.it.line == Line::Shin;
    let height = if is_shin { 124.0 } else { 92.0 };
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::click());
    let name = text.side(side.into());
    let said = text.measure(S::LegSaid { side: &name });
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, is_chosen, &said));
    paint_choice(ui, rect, &response, is_chosen);
    let inner = rect.shrink(space::S);
    let (picture, foot) = inner.split_top_bottom_at_y(inner.bottom() - 22.0);
    if is_shin {
        figure_ui(ui, picture, &leg("prone-er", side.into()));
    } else {
        let letter = text.side_letter(side.into());
        paint_side_disc(ui, picture.center(), 44.0, side.into(), &letter);
    }
    let words = line(ui, &name, Type::Label.font(), palette.text);
    let left = foot.center().x - words.size().x / 2.0;
    paint_left(ui, egui::pos2(left, foot.center().y), words);
    if response.has_focus() {
        focus_ring(ui, rect.shrink(4.0), radius::BUTTON);
    }
    response.clicked()
}

/// The button that keeps the reading, or what has to be told first; always to be seen.
fn keep_ui(ui: &mut Ui, shown: Measuring<'_>, said: &mut Vec<GoniometerMessage>) {
    let Measuring { it, text } = shown;
    let palette = Palette::of(ui);
    ui.spacing_mut().item_spacing.y = space::S;
    if let Some(doubt) = it.doubt {
        return doubt_ui(ui, shown, doubt, said);
    }
    let other = text.measure(S::ChooseOther);
    let keep = text.measure(if it.asked.is_some() { S::Use } else { S::Keep });
    let lacks = it.lacks();
    let is_locked = it.asked.is_none() && !it.can_keep;
    let why = match lacks {
        _ if is_locked => Some(S::Locked),
        Some(Lacks::Marks) => Some(S::LacksMarks),
        Some(Lacks::Leg) => Some(S::LacksLeg),
        Some(Lacks::Watch) => Some(S::LacksWatch),
        None => None,
    };
    if let Some(why) = why {
        let label = ui.label(Type::Note.text(text.measure(why)).color(palette.muted));
        describe(&label, Role::Label, &text.measure(why));
    }
    let width = ui.available_width();
    ui.add_enabled_ui(why.is_none(), |ui| {
        if ui.add(Button::primary(&keep).min_width(width)).clicked() {
            said.push(GoniometerMessage::Keep);
        }
    });
    let button = Button::quiet(&other).icon(ICON_ADD_PHOTO_ALTERNATE).min_width(width);
    if ui.add(button).clicked() {
        said.push(GoniometerMessage::ChoosePhoto);
    }
}

/// The reading is not what the check asks for: it is said, and nothing is kept silently.
fn doubt_ui(ui: &mut Ui, shown: Measuring<'_>, doubt: Doubt, said: &mut Vec<GoniometerMessage>) {
    let Measuring { it, text } = shown;
    let Some(asked) = &it.asked else { return };
    let mut words = Vec::new();
    if doubt.side
        && let Some(leg) = it.leg
    {
        let (wanted, side) = (text.side(asked.side.into()), text.side(leg.into()));
        words.push(text.measure(S::DoubtSide { asked: &wanted, side: &side }));
    }
    if doubt.way {
        let is_away = asked.way == Some(Way::Away);
        words.push(text.measure(if is_away { S::DoubtAway } else { S::DoubtTowards }));
    }
    let (again, keep) = (text.measure(S::DoubtAgain), text.measure(S::DoubtKeep));
    let actions = [again.as_str(), keep.as_str()];
    let banner = Banner { weight: Weight::Problem, text: &words.join(" "), actions: &actions };
    said.extend(
        banner.show(ui).map(|it| {
            if it == 0 { GoniometerMessage::Again } else { GoniometerMessage::KeepAnyway }
        }),
    );
}
