//! All widgets on one page.

use std::cmp::Ordering;

use egui::{Ui, vec2};
use egui_material_icons::icons::{
    ICON_MENU_BOOK, ICON_MONITORING, ICON_PERSONAL_INJURY, ICON_PLAY_ARROW, ICON_SETTINGS,
    ICON_SKIP_NEXT, ICON_TODAY, ICON_VIEW_LIST,
};
use evenhold::ui::theme::{Palette, Type, space};
use evenhold::ui::widgets::{
    Banner, BigNumber, Button, Chip, ChoiceCard, DayMark, KeyRow, RailEntry, Ring, RingKind,
    Segment, Weight, When, card, paint_ring, rail_ui, rating_ui, segments, side_disc_ui,
    stepper_ui, tempo_row_ui, text_area, text_field, timeline_ui, volume_slider, week_dots_ui,
};
use evenhold::units::{Pain, Sides};

pub(crate) fn gallery(ui: &mut Ui) {
    egui::Panel::left("rail").exact_size(96.0).show(ui, |ui| {
        let entry = |label, icon| RailEntry { label, icon };
        let entries = [
            entry("Today", ICON_TODAY),
            entry("Progress", ICON_MONITORING),
            entry("Routines", ICON_VIEW_LIST),
            entry("Library", ICON_MENU_BOOK),
            entry("Settings", ICON_SETTINGS),
        ];
        rail_ui(ui, &entries, 0);
    });
    egui::CentralPanel::default().show(ui, |ui| {
        ui.columns(2, |columns| {
            left(&mut columns[0]);
            right(&mut columns[1]);
        });
    });
}

fn left(ui: &mut Ui) {
    let palette = Palette::of(ui);
    for (size, name) in [
        (Type::Hero, "Hero 44"),
        (Type::Heading, "Heading 28"),
        (Type::Title, "Title 20"),
        (Type::Strong, "Strong 16"),
        (Type::Body, "Body 16, running text – 0123456789"),
        (Type::Label, "Label 14"),
        (Type::Caption, "Caption 12"),
    ] {
        ui.label(size.text(name).color(palette.text));
    }
    ui.horizontal_wrapped(|ui| {
        ui.add(Button::primary("Start").icon(ICON_PLAY_ARROW).key("Enter").large()).request_focus();
        ui.add(Button::quiet("Skip").icon(ICON_SKIP_NEXT).key("S"));
        ui.add(Button::plain("Not now"));
        ui.add(Button::alert("It hurts").icon(ICON_PERSONAL_INJURY).key("H"));
        ui.add_enabled(false, Button::quiet("Redo").key("R"));
    });
    ui.horizontal_wrapped(|ui| {
        ui.add(Chip { label: "No band", on: true });
        ui.add(Chip { label: "No wall", on: false });
    });
    segments(ui, "Theme", &["System", "Dark", "Light", "High contrast"], Some(1));
    rating_ui(ui, "Pain now", Pain::new(3), ["none", "the worst"]);
    stepper_ui(ui, "Reps done", 12, 0..=20, "12");
    volume_slider(ui, "Volume", 60);
    text_field(ui, "Name", "", &mut "Squat after work".to_owned());
    text_area(ui, "Note", 2, &mut String::new());
    Banner {
        weight: Weight::Problem,
        text: "No sound device was found. The session goes on in silence.",
        actions: &["Look again"],
    }
    .show(ui);
    Banner {
        weight: Weight::Note,
        text: "A session from 18:04 is not finished.",
        actions: &["Continue", "End it"],
    }
    .show(ui);
}

fn right(ui: &mut Ui) {
    let palette = Palette::of(ui);
    ui.horizontal(|ui| {
        for (selected, minutes) in [(true, "40"), (false, "21")] {
            let size = vec2(150.0, 116.0);
            let (name, detail) = ("Full", "12 exercises");
            ui.add(ChoiceCard { head: minutes, name, detail, said: name, selected, size });
        }
        week_dots_ui(ui, &days(), "2 of 3");
    });
    ui.horizontal(|ui| {
        for side in [Sides::Left, Sides::Right, Sides::Both] {
            let letters = match side {
                Sides::Left => "L",
                Sides::Right => "R",
                Sides::Both => "L R",
            };
            side_disc_ui(ui, side, letters, "side", 64.0);
        }
    });
    let (rect, _) = ui.allocate_exact_size(vec2(560.0, 140.0), egui::Sense::hover());
    for (i, kind) in [RingKind::Solid, RingKind::Dashed, RingKind::Dotted, RingKind::Arrows]
        .into_iter()
        .enumerate()
    {
        let middle = rect.left_center() + vec2(70.0 + 140.0 * i as f32, 0.0);
        paint_ring(
            ui.painter(),
            &palette,
            kind,
            Ring { middle, radius: 56.0, width: 8.0, fraction: 0.3 },
        );
    }
    ui.add_space(space::M);
    BigNumber {
        number: "07",
        beside: "of 12",
        digits: 150.0,
        beside_size: 44.0,
        said: "Rep 7 of 12",
    }
    .show(ui, palette.text);
    ui.add_space(space::M);
    tempo_row_ui(ui, &["lift".to_owned(), "top".to_owned(), "lower".to_owned()], 1, 0.6, 28.0);
    timeline_ui(ui, "Session", &session(), 9, 0.5);
    card(ui, |ui| {
        ui.label(Type::Title.text("A card"));
        ui.add(KeyRow { what: "Pause, go on", keys: &["Space"] });
        ui.add(KeyRow { what: "Skip this step", keys: &["→", "S"] });
    });
}

fn days() -> Vec<DayMark> {
    "MTWTFSS"
        .chars()
        .enumerate()
        .map(|(i, letter)| DayMark { letter: letter.to_string(), done: i == 1, when: when(i) })
        .collect()
}

fn when(day: usize) -> When {
    match day.cmp(&3) {
        Ordering::Less => When::Past,
        Ordering::Equal => When::Today,
        Ordering::Greater => When::Ahead,
    }
}

fn session() -> Vec<Segment> {
    (0..48)
        .map(|i| {
            let (kind, length) = match i % 4 {
                0 => (RingKind::Dotted, 10.0),
                2 => (RingKind::Arrows, 10.0),
                _ => (RingKind::Solid, 40.0),
            };
            Segment { kind, length, name: format!("Step {i}") }
        })
        .collect()
}
