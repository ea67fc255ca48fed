//! Measuring on a photo.

use std::path::PathBuf;

use egui::{Event, Key, Modifiers, PointerButton, Pos2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use evenhold::coach::{Goniometer, GoniometerMessage, Mark, Message, News, PhotoNews, Place};
use evenhold::measure::{Kind, Picture, Point, Refusal};
use evenhold::units::Side;
use expect_test::expect;

use super::outline::{outline, places};
use super::world::World;
use super::{Played, USUAL, asked, screen, window};

fn tell(world: &mut World, message: GoniometerMessage) {
    world.tell(Message::Goniometer(message));
}

fn open(world: &mut World) {
    world.go(Place::Progress);
    tell(world, GoniometerMessage::Measure(None));
}

fn read(world: &mut World, read: Result<Picture, Refusal>) {
    let path = PathBuf::from("Pictures/check.jpg");
    tell(world, GoniometerMessage::Open(path.clone()));
    world.news(News::Photo(PhotoNews::Read { request: 1, path, read }));
}

fn photo(world: &mut World) {
    open(world);
    let rgba = vec![200; 800 * 600 * 4].into();
    read(world, Ok(Picture { width: 800, height: 600, rgba }));
}

fn marked(world: &mut World) {
    photo(world);
    for (x, y) in [(400.0, 500.0), (250.0, 300.0), (600.0, 510.0)] {
        tell(world, GoniometerMessage::Click(Point::new(x, y)));
    }
}

fn told(world: &mut World) {
    marked(world);
    tell(world, GoniometerMessage::Leg(Side::Left));
    tell(world, GoniometerMessage::Watched(false));
}

/// What is being measured.
fn now(window: &Harness<'_, Played>) -> Goniometer {
    let world = &window.state().world;
    world.coach.view(&world.now()).measuring.cloned().expect("it is open")
}

#[test]
fn it_is_opened_from_progress_and_left_with_escape() {
    let mut window = screen(|world| world.go(Place::Progress));
    window.get_by_label("Measure on a photo…").click();
    window.run();
    assert_eq!(asked(&mut window), "Goniometer(Measure(None))");
    let mut window = screen(open);
    window.key_press(Key::Escape);
    window.run();
    assert_eq!(asked(&mut window), "Goniometer(Close)");
}

#[test]
fn without_a_photo_there_are_three_ways_to_open_one() {
    let mut window = screen(open);
    expect![[r#"
        Button "Back"
        Heading "Measure on a photo"
        RadioButton "What is measured: Shin, face down" (on)
        RadioButton "What is measured: Foot, face up"
        Heading "How to take it"
        Label = "Lying face down, seen from the feet end, the lens level and as high as the knee. The whole shin and a part of the other leg are in the picture, the knee bent to a right angle."
        Group "Drop a photo here"
        Label = "Drop a photo here"
        Label = "PNG or JPEG, up to 32 MB. It is only looked at: nothing of it is stored unless you ask."
        Button "Open a photo…"
        Label = "Or the path of the photo"
        TextInput "Or the path of the photo"
        Button "Open""#]].assert_eq(&outline(&window));
    window.get_by_label("Open a photo…").click();
    window.run();
    assert_eq!(asked(&mut window), "Goniometer(ChoosePhoto)");
    window.get_by_label("Or the path of the photo").focus();
    window.run();
    window.get_by_label("Or the path of the photo").type_text("a.png");
    window.run();
    assert!(asked(&mut window).contains("Goniometer(Path(\"a.png\"))"));
}

#[test]
fn a_photo_that_cannot_be_measured_is_named_with_what_to_do() {
    let window = screen(|world| {
        open(world);
        read(world, Err(Refusal::Kind(Kind::Heic)));
    });
    let all = outline(&window);
    assert!(
        all.contains("“check.jpg” is a HEIC photo") && all.contains("Most Compatible"),
        "{all}"
    );
}

#[test]
fn a_photo_with_every_mark_says_its_angle_and_what_is_still_to_be_told() {
    expect![[r#"
        Button "Back"
        Label = "First say which leg it is."
        Button "Keep this reading" (off)
        Button "Another photo…"
        Heading "Measure on a photo"
        RadioButton "What is measured: Shin, face down" (on)
        RadioButton "What is measured: Foot, face up"
        Label = "37°"
        Label = "Foot away from the other leg: 37° inward."
        Heading "Marks"
        RadioButton "Mark: Knee"
        RadioButton "Mark: Ankle"
        RadioButton "Mark: Other leg"
        CheckBox "Use a level line"
        Heading "Which leg is measured?"
        Label = "As seen from the feet end, lying face down"
        RadioButton "Which leg is measured: Left leg"
        RadioButton "Which leg is measured: Right leg"
        Heading "Who watched the pelvis?"
        RadioButton "Who watched the pelvis?: A helper held it"
        RadioButton "Who watched the pelvis?: Alone, not watched"
        CheckBox "Keep this photo with the check"
        Button "Smaller"
        Button "Larger"
        Button "Whole picture"
        Button "Turn by a quarter"
        Label = "Drag a mark to move it, or reach it with Tab and move it with the arrow keys."
        Image "check.jpg, 800 × 600 pixels, shown at 112 %"
        Slider "Knee" = "400 from the left, 500 from the top"
        Slider "Ankle" = "250 from the left, 300 from the top"
        Slider "Other leg" = "600 from the left, 510 from the top""#]]
    .assert_eq(&outline(&screen(marked)));
}

#[test]
fn the_reading_is_kept_once_everything_is_told() {
    let mut window = screen(told);
    window.get_by_label("Keep this reading").click();
    window.run();
    assert_eq!(asked(&mut window), "Goniometer(Keep)");
}

#[test]
fn everything_is_done_with_the_keyboard_alone() {
    let mut world = World::new();
    photo(&mut world);
    let mut window = window(world, USUAL, true);
    window.run();
    let tab_to = |window: &mut Harness<'static, Played>, name: &str| {
        for _ in 0..60 {
            let is_there = {
                let nodes = window.root().children_recursive();
                let mut focused = nodes.filter(|it| it.accesskit_node().is_focused());
                focused.any(|it| it.accesskit_node().label().as_deref() == Some(name))
            };
            if is_there {
                return;
            }
            window.key_press(Key::Tab);
            window.run();
        }
        panic!("Tab does not lead to {name}");
    };
    for (name, keys) in [
        ("Knee", [Key::ArrowLeft, Key::ArrowUp]),
        ("Ankle", [Key::ArrowRight, Key::ArrowUp]),
        ("Other leg", [Key::ArrowLeft, Key::ArrowDown]),
    ] {
        tab_to(&mut window, name);
        let before = mark(&window, name);
        for key in keys {
            window.key_press(key);
            window.run();
            window.key_press_modifiers(Modifiers::SHIFT, key);
            window.run();
        }
        let after = mark(&window, name);
        assert_eq!(
            ((after.x - before.x).abs(), (after.y - before.y).abs()),
            (11.0, 11.0),
            "{name}"
        );
    }
    assert!(now(&window).angle().is_some());
    for name in ["Which leg is measured: Right leg", "Who watched the pelvis?: A helper held it"] {
        tab_to(&mut window, name);
        window.key_press(Key::Enter);
        window.run();
    }
    assert_eq!((now(&window).leg, now(&window).was_watched), (Some(Side::Right), Some(true)));
    let before = picture(&window);
    window.key_press(Key::Plus);
    window.run();
    assert_ne!(picture(&window), before);
    tab_to(&mut window, "Keep this reading");
    window.key_press(Key::Enter);
    window.run();
    assert_eq!(now(&window).taken.len(), 1);
}

/// The name of the picture: it says how large it is shown.
fn picture(window: &Harness<'_, Played>) -> String {
    let all = outline(window);
    all.lines().find(|it| it.starts_with("Image \"check.jpg")).expect("the picture").to_owned()
}

fn mark(window: &Harness<'_, Played>, name: &str) -> Point {
    let mark = match name {
        "Knee" => Mark::Near,
        "Ankle" => Mark::Far,
        _ => Mark::Other,
    };
    let shown = now(window);
    shown.shown().expect("a photo").board.place(mark).at
}

#[test]
fn a_click_sets_the_next_mark_and_a_drag_moves_it() {
    let mut world = World::new();
    photo(&mut world);
    let mut window = window(world, USUAL, true);
    window.run();
    let whole = window.get_by_label_contains("check.jpg").rect();
    let at = whole.center() + vec2(40.0, 120.0);
    click(&mut window, at);
    let knee = mark(&window, "Knee");
    let shown = now(&window);
    assert_eq!(shown.shown().map(|it| it.board.current), Some(Mark::Far));
    drag(&mut window, at, at + vec2(-60.0, -20.0));
    let moved = mark(&window, "Knee");
    let scale = (whole.width() / 800.0).min(whole.height() / 600.0);
    let by = ((moved.x - knee.x) as f32 * scale, (moved.y - knee.y) as f32 * scale);
    assert!((by.0 + 60.0).abs() < 1.5 && (by.1 + 20.0).abs() < 1.5, "{by:?}");
}

fn click(window: &mut Harness<'static, Played>, at: Pos2) {
    drag(window, at, at);
}

fn drag(window: &mut Harness<'static, Played>, from: Pos2, to: Pos2) {
    let press = |pos, pressed| {
        let (button, modifiers) = (PointerButton::Primary, Modifiers::NONE);
        Event::PointerButton { pos, button, pressed, modifiers }
    };
    for events in [
        vec![Event::PointerMoved(from)],
        vec![press(from, true)],
        vec![Event::PointerMoved(from.lerp(to, 0.5))],
        vec![Event::PointerMoved(to)],
        vec![press(to, false)],
        vec![],
    ] {
        for event in events {
            window.event(event);
        }
        window.step();
    }
}

#[test]
fn nothing_stands_out_of_the_smallest_window() {
    let stories: [fn(&mut World); 4] = [open, photo, told, |world| {
        open(world);
        read(world, Err(Refusal::Kind(Kind::Heic)));
    }];
    for (at, story) in stories.into_iter().enumerate() {
        let mut world = World::new();
        story(&mut world);
        let mut window = window(world, [800.0, 560.0], false);
        window.run();
        for (name, rect) in places(&window) {
            assert!(-0.5 <= rect.x0 && rect.x1 <= 800.5, "{at}: {name} {rect:?}");
        }
    }
}
