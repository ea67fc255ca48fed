//! What holds for all marks.

use proptest::prelude::*;

use super::{Angle, Marks, PictureSide, Point, Way, measure};

/// A shin of some length and lean, the other leg at some distance, on a level floor.
fn scene() -> impl Strategy<Value = Marks> {
    let aside = prop_oneof![-900.0..-150.0, 150.0..900.0];
    (250.0..900.0, -70.0..70.0, aside, -80.0..80.0).prop_map(
        |(length, lean, aside, height): (f64, f64, f64, f64)| {
            let (sin, cos) = lean.to_radians().sin_cos();
            let near = Point::new(1000.0, 1200.0);
            Marks {
                near,
                far: Point::new(near.x + length * sin, near.y - length * cos),
                other: Point::new(near.x + aside, near.y + height),
                level: Some([Point::new(200.0, 1500.0), Point::new(1800.0, 1500.0)]),
            }
        },
    )
}

fn each(marks: &Marks, change: impl Fn(Point) -> Point) -> Marks {
    Marks {
        near: change(marks.near),
        far: change(marks.far),
        other: change(marks.other),
        level: marks.level.map(|it| it.map(&change)),
    }
}

/// The picture turned around a point, clockwise.
fn turned(degrees: f64) -> impl Fn(Point) -> Point {
    let (sin, cos) = degrees.to_radians().sin_cos();
    move |it| {
        let (x, y) = (it.x - 700.0, it.y - 300.0);
        Point::new(700.0 + x * cos - y * sin, 300.0 + x * sin + y * cos)
    }
}

fn read(marks: &Marks) -> Angle {
    measure(marks).expect("marks that stand apart")
}

proptest! {
    #[test]
    fn turning_a_picture_with_its_level_line_changes_nothing(
        marks in scene(),
        degrees in 0.0..360.0_f64,
    ) {
        let (before, after) = (read(&marks), read(&each(&marks, turned(degrees))));
        prop_assert!((before.degrees - after.degrees).abs() < 1e-6);
        prop_assert_eq!(before.way, after.way);
    }

    #[test]
    fn a_mirrored_picture_exchanges_its_sides_and_nothing_else(
        marks in scene(),
        leveled in any::<bool>(),
    ) {
        let marks = Marks { level: marks.level.filter(|_| leveled), ..marks };
        let mirrored = each(&marks, |it| Point::new(2000.0 - it.x, it.y));
        let (before, after) = (read(&marks), read(&mirrored));
        prop_assert!((before.degrees - after.degrees).abs() < 1e-9);
        prop_assert_eq!(before.way, after.way);
        prop_assert_ne!(before.other, after.other);
    }

    #[test]
    fn a_level_line_that_is_level_changes_nothing(marks in scene()) {
        let (with, without) = (read(&marks), read(&Marks { level: None, ..marks }));
        prop_assert!((with.degrees - without.degrees).abs() < 1e-9);
        prop_assert_eq!(with.way, without.way);
    }

    #[test]
    fn a_larger_picture_of_the_same_says_the_same(marks in scene(), by in 1.0..8.0_f64) {
        let (small, large) = (read(&marks), read(&each(&marks, |it| Point::new(it.x * by, it.y * by))));
        prop_assert!((small.degrees - large.degrees).abs() < 1e-6);
        prop_assert_eq!(small.way, large.way);
        prop_assert!(large.unsure <= small.unsure);
    }

    #[test]
    fn four_quarter_turns_lead_back(x in 0.0..4000.0_f64, y in 0.0..3000.0_f64) {
        let at = Point::new(x, y);
        let back = at.turned(3000.0).turned(4000.0).turned(3000.0).turned(4000.0);
        prop_assert!((back.x - x).abs() < 1e-9 && (back.y - y).abs() < 1e-9);
    }

    #[test]
    fn marks_that_are_off_by_a_pixel_are_off_by_no_more_than_is_told(
        marks in scene(),
        off in prop::array::uniform8(-0.7..0.7_f64),
    ) {
        let [a, b, c, d, e, f, g, h] = off;
        let by = |it: Point, x, y| Point::new(it.x + x, it.y + y);
        let level = marks.level.map(|[from, to]| [by(from, e, f), by(to, g, h)]);
        let other = Marks { near: by(marks.near, a, b), far: by(marks.far, c, d), level, ..marks };
        let (exact, moved) = (read(&marks), read(&other));
        if exact.way != Way::Upright && moved.way == exact.way {
            prop_assert!((exact.degrees - moved.degrees).abs() <= exact.unsure);
        }
    }

    #[test]
    fn no_marks_at_all_make_it_panic(points in prop::array::uniform10(any::<f64>()), leveled in any::<bool>()) {
        let [a, b, c, d, e, f, g, h, i, j] = points;
        let level = Some([Point::new(g, h), Point::new(i, j)]).filter(|_| leveled);
        let marks =
            Marks { near: Point::new(a, b), far: Point::new(c, d), other: Point::new(e, f), level };
        if let Ok(it) = measure(&marks) {
            prop_assert!(matches!(it.other, PictureSide::Left | PictureSide::Right));
        }
    }
}
