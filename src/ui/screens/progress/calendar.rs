//! The calendar: a column a week, a square a day. What colour says, the shape says too: a filled
//! square counts, an empty one was less than half done, a dot is a break or a check, a dash a pause.

use chrono::{Datelike as _, Days, NaiveDate};
use egui::{
    Key, Pos2, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};
use egui_material_icons::icons::{ICON_CHEVRON_LEFT, ICON_CHEVRON_RIGHT};

use super::Shown;
use crate::coach::{Facts, ListMessage, ProgressMessage};
use crate::history::week_of;
use crate::text::{ProgressSentence as S, Sentence, Text};
use crate::ui::theme::{Palette, Type, focus_ring, radius, soft, space, stroke};
use crate::ui::widgets::{Arrows, Button, as_heading, card, line, marked, paint_left};

/// Weeks that the calendar shows at most: a year, and the week that makes it whole.
const WEEKS: usize = 53;
/// Weeks by which it is turned back and forth: half of them.
const TURN: i32 = 26;
/// The smallest and the largest side of a square, and the gap between two, points.
const SQUARES: (f32, f32) = (10.0, 15.0);
const GAP: f32 = 3.0;
/// Room for the letters of the days, and for the names of the months.
const LEFT: f32 = 22.0;
const TOP: f32 = 18.0;
/// A session of so many minutes is painted in full colour.
const LONG: f32 = 30.0;

/// What stands in the calendar.
struct Grid {
    rect: Rect,
    /// The first day of its first week.
    first: NaiveDate,
    weeks: usize,
    side: f32,
}

/// Draws the calendar with the weeks in words above it.
pub(super) fn calendar_ui(ui: &mut Ui, shown: Shown<'_>, said: &mut Vec<ProgressMessage>) {
    card(ui, |ui| {
        ui.spacing_mut().item_spacing.y = space::M;
        head_ui(ui, shown, said);
        grid_ui(ui, shown, said);
        key_ui(ui, shown.text);
    });
}

/// Weeks on track, this week, credits; and the way to earlier years.
fn head_ui(ui: &mut Ui, shown: Shown<'_>, said: &mut Vec<ProgressMessage>) {
    let (text, facts) = (shown.text, &shown.progress.facts);
    let palette = Palette::of(ui);
    let weeks = &facts.weeks;
    let mut words = Vec::new();
    if let Some(it) = weeks.current() {
        let (days, target) = (u32::from(it.sessions), u32::from(it.target));
        words.push(text.progress(S::ThisWeek { days, target }));
    }
    words.push(text.progress(S::Credits { count: u32::from(weeks.credits) }));
    ui.horizontal_wrapped(|ui| {
        let head = text.progress(S::OnTrack { weeks: weeks.on_track });
        let label = ui.label(Type::Title.text(&head).color(palette.text));
        as_heading(&label, &head);
        ui.add_space(space::S);
        ui.label(Type::Note.text(words.join(" · ")).color(palette.muted));
        let most = facts.weeks_back();
        if WEEKS as u32 <= most {
            ui.add_space(space::L);
            let earlier = text.progress(S::Earlier);
            let turn = |by| ProgressMessage::List(ListMessage::Earlier(by));
            let back = Button::plain(&earlier).icon(ICON_CHEVRON_LEFT);
            if ui.add_enabled(shown.progress.back < most, back).clicked() {
                said.push(turn(TURN));
            }
            let later = text.progress(S::Later);
            let on = Button::plain(&later).icon(ICON_CHEVRON_RIGHT);
            if ui.add_enabled(0 < shown.progress.back, on).clicked() {
                said.push(turn(-TURN));
            }
        }
    });
}

impl Grid {
    fn new(ui: &mut Ui, shown: Shown<'_>) -> (Self, Response) {
        let facts = &shown.progress.facts;
        let room = ui.available_width() - LEFT;
        let most = ((room + GAP) / (SQUARES.0 + GAP)).floor().max(4.0) as usize;
        let weeks = most.min(WEEKS);
        let side = ((room + GAP) / weeks as f32 - GAP).clamp(SQUARES.0, SQUARES.1).floor();
        let all = vec2(LEFT + weeks as f32 * (side + GAP), TOP + 7.0 * (side + GAP));
        let (rect, response) = ui.allocate_exact_size(all, Sense::click());
        let back = Days::new(7 * (u64::from(shown.progress.back) + weeks as u64 - 1));
        let this = week_of(facts.today, facts.first_day);
        let first = this.checked_sub_days(back).unwrap_or(this);
        (Self { rect, first, weeks, side }, response)
    }

    fn place(&self, day: usize) -> Rect {
        let step = self.side + GAP;
        let (column, row) = ((day / 7) as f32, (day % 7) as f32);
        let corner = self.rect.min + vec2(LEFT + column * step, TOP + row * step);
        Rect::from_min_size(corner, vec2(self.side, self.side))
    }

    fn date(&self, day: usize) -> NaiveDate {
        self.first.checked_add_days(Days::new(day as u64)).unwrap_or(self.first)
    }

    /// The day under a point, if it has come already.
    fn under(&self, at: Pos2, today: NaiveDate) -> Option<usize> {
        let step = self.side + GAP;
        let from = at - self.rect.min - vec2(LEFT, TOP);
        let is_in = 0.0 <= from.x && 0.0 <= from.y && from.y < 7.0 * step;
        let day = (from.x / step) as usize * 7 + (from.y / step) as usize;
        let is_there = is_in && day < self.weeks * 7 && self.date(day) <= today;
        is_there.then_some(day)
    }

    fn day_of(&self, date: NaiveDate) -> usize {
        usize::try_from((date - self.first).num_days()).unwrap_or_default()
    }
}

fn grid_ui(ui: &mut Ui, shown: Shown<'_>, said: &mut Vec<ProgressMessage>) {
    let (text, facts) = (shown.text, &shown.progress.facts);
    let (grid, response) = Grid::new(ui, shown);
    let last = grid.day_of(facts.today).min(grid.weeks * 7 - 1);
    let pointer = ui.input(|it| it.pointer.hover_pos()).filter(|_| response.contains_pointer());
    let under = pointer.and_then(|it| grid.under(it, facts.today));
    let picked = shown.progress.day.filter(|it| grid.first <= *it).map(|it| grid.day_of(it));
    let arrows = Arrows { across: 7, along: Some(1) };
    let marked = marked(ui, &response, last + 1, picked.unwrap_or(last).min(last), arrows);
    paint(ui, shown, &grid, last);
    let name = text.progress(S::Calendar);
    let of = |day: usize| day_words(facts, grid.date(day), text);
    let value = of(marked.or(under).or(picked).unwrap_or(last));
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::Slider, ui.is_enabled(), &name);
        info.value = Some(marked.unwrap_or(last) as f64 + 1.0);
        info.current_text_value = Some(value.clone());
        info
    });
    ui.accesskit_node_builder(response.id, |it| it.set_description(text.progress(S::CalendarHelp)));
    for (day, color) in [(picked, Palette::of(ui).accent), (marked.or(under), Palette::of(ui).text)]
    {
        if let Some(day) = day.filter(|it| *it <= last) {
            let around = grid.place(day).expand(2.0);
            let ring = Stroke::new(stroke::FOCUS, color);
            ui.painter().rect_stroke(around, radius::SMALL, ring, StrokeKind::Middle);
        }
    }
    if response.has_focus() {
        focus_ring(ui, grid.rect, radius::SMALL);
    }
    let entered = response.has_focus() && ui.input(|it| it.key_pressed(Key::Enter));
    let chosen = if entered { marked } else { under.filter(|_| response.clicked()) };
    let day = chosen.map(|it| ProgressMessage::List(ListMessage::Day(grid.date(it))));
    said.extend(day);
    if let Some(day) = under {
        response.on_hover_text_at_pointer(of(day));
    } else if marked.is_some() {
        let palette = Palette::of(ui);
        ui.label(Type::Note.text(value).color(palette.text));
    }
}

/// A day in words: "Tuesday, 3 November 2026: 1 session, 21 min".
fn day_words(facts: &Facts, date: NaiveDate, text: &Text) -> String {
    let day = facts.days.get(date);
    let mut what = Vec::new();
    if 0 < day.counted {
        let time = text.minutes(day.active);
        what.push(text.progress(S::DaySessions { count: day.counted, time: &time }));
    }
    let half = day.sessions - day.counted;
    if 0 < half {
        what.push(text.progress(S::DayHalf { count: half }));
    }
    if 0 < day.breaks {
        what.push(text.progress(S::DayBreaks { count: day.breaks }));
    }
    if 0 < day.checks {
        what.push(text.progress(S::DayChecks { count: day.checks }));
    }
    if facts.is_paused(date) {
        what.push(text.progress(S::DayPaused));
    }
    if what.is_empty() {
        what.push(text.progress(S::DayNothing));
    }
    if date == facts.today {
        what.push(text.progress(S::DayToday));
    }
    let date = text.full_date(date);
    text.progress(S::Day { date: &date, what: &text.list(what) })
}

fn paint(ui: &Ui, shown: Shown<'_>, grid: &Grid, last: usize) {
    let palette = Palette::of(ui);
    let text = shown.text;
    for row in [0, 2, 4] {
        let letter =
            Sentence::UiWeekdayLetter { day: grid.date(row).weekday().number_from_monday() };
        let letter = line(ui, &text.say(letter), Type::Caption.font(), palette.muted);
        let at = pos2(grid.rect.left(), grid.place(row).center().y);
        paint_left(ui, at, letter);
    }
    let mut free = f32::NEG_INFINITY;
    for week in 0..grid.weeks {
        let date = grid.date(week * 7 + 6);
        let place = grid.place(week * 7);
        if date.day() <= 7 && free <= place.left() {
            let name = text.short_month(date);
            let name = line(ui, &name, Type::Caption.font(), palette.muted);
            free = place.left() + name.size().x + space::S;
            paint_left(ui, pos2(place.left(), grid.rect.top() + 7.0), name);
        }
    }
    for day in 0..=last {
        paint_day(ui, &shown.progress.facts, grid.date(day), grid.place(day));
    }
}

fn paint_day(ui: &Ui, facts: &Facts, date: NaiveDate, place: Rect) {
    let palette = Palette::of(ui);
    let painter = ui.painter();
    let day = facts.days.get(date);
    let round = 2.5;
    painter.rect_filled(place, round, palette.raised);
    if day.counts {
        let share = (day.active.as_secs_f32() / 60.0 / LONG).clamp(0.4, 1.0);
        let fill = soft(palette.accent, palette.surface).lerp_to_gamma(palette.accent, share);
        painter.rect_filled(place, round, fill);
    } else if 0 < day.sessions {
        let border = Stroke::new(1.5, palette.accent);
        painter.rect_stroke(place, round, border, StrokeKind::Inside);
    } else if 0 < day.breaks + day.checks {
        painter.circle_filled(place.center(), place.width() * 0.2, palette.accent);
    } else if facts.is_paused(date) {
        let half = place.width() * 0.25;
        let dash = Stroke::new(1.5, palette.muted);
        painter.hline(place.center().x - half..=place.center().x + half, place.center().y, dash);
    }
    if date == facts.today {
        let ring = Stroke::new(1.0, palette.text);
        painter.rect_stroke(place.expand(1.0), round, ring, StrokeKind::Middle);
    }
}

/// What the squares mean.
fn key_ui(ui: &mut Ui, text: &Text) {
    let palette = Palette::of(ui);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(space::XS, space::XS);
        for (at, words) in
            [S::KeyCounts, S::KeyHalf, S::KeyBreak, S::KeyPause].into_iter().enumerate()
        {
            let (rect, _) = ui.allocate_exact_size(vec2(14.0, 18.0), Sense::hover());
            let place = Rect::from_center_size(rect.center(), vec2(12.0, 12.0));
            let painter = ui.painter();
            painter.rect_filled(place, 2.5, palette.raised);
            match at {
                0 => drop(painter.rect_filled(place, 2.5, palette.accent)),
                1 => {
                    let border = Stroke::new(1.5, palette.accent);
                    painter.rect_stroke(place, 2.5, border, StrokeKind::Inside);
                }
                2 => drop(painter.circle_filled(place.center(), 2.4, palette.accent)),
                _ => {
                    let dash = Stroke::new(1.5, palette.muted);
                    let x = place.center().x;
                    painter.hline(x - 3.0..=x + 3.0, place.center().y, dash);
                }
            }
            ui.label(Type::Caption.text(text.progress(words)).color(palette.muted));
            ui.add_space(space::M);
        }
    });
}
