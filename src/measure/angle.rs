//! The marks and the angle between them. Points are in pixels of the picture, y downwards.

/// A point of a picture, in its pixels from the upper left corner.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Point {
    /// From the left edge.
    pub x: f64,
    /// From the upper edge.
    pub y: f64,
}

impl Point {
    /// A point.
    pub const fn new(x: f64, y: f64) -> Self {
        Self { x, y }
    }

    /// Where it lies once a picture of this height was turned by a quarter, clockwise.
    #[must_use]
    pub fn turned(self, height: f64) -> Self {
        Self::new(height - self.y, self.x)
    }

    /// The nearest point of a picture of this width and height.
    #[must_use]
    pub fn within(self, (width, height): (f64, f64)) -> Self {
        Self::new(self.x.clamp(0.0, width), self.y.clamp(0.0, height))
    }

    fn from(self, start: Self) -> Self {
        Self::new(self.x - start.x, self.y - start.y)
    }

    fn dot(self, other: Self) -> f64 {
        self.x * other.x + self.y * other.y
    }

    fn length(self) -> f64 {
        self.x.hypot(self.y)
    }

    /// The direction to the right of this one, as it is seen.
    fn right(self) -> Self {
        Self::new(-self.y, self.x)
    }

    fn scaled(self, by: f64) -> Self {
        Self::new(self.x * by, self.y * by)
    }
}

/// What is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Line {
    /// Lying face down with the knee bent: the shin.
    #[default]
    Shin,
    /// Lying on the back: the foot, from heel to toe.
    Foot,
}

impl Line {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Shin, Self::Foot];
}

/// Three marks, and where the picture's vertical is not trusted two more.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Marks {
    /// The end of the line that stays: the knee, or the heel.
    pub near: Point,
    /// The end that moves: the ankle, or the toe.
    pub far: Point,
    /// Any point of the other leg, near the floor.
    pub other: Point,
    /// Two points of something level: the edge of a mat, a skirting board.
    pub level: Option<[Point; 2]>,
}

/// Which way the line leans, seen from the other leg.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Way {
    /// Away from it.
    Away,
    /// Towards it, or across it.
    Towards,
    /// Neither: it stands upright.
    Upright,
    /// The mark on the other leg stands too near to tell.
    Unclear,
}

/// A side of the picture, as it is seen. It says nothing about a side of the body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PictureSide {
    /// The left.
    Left,
    /// The right.
    Right,
}

/// What the marks say.
#[derive(Debug, Clone, PartialEq)]
pub struct Angle {
    /// From the vertical, never negative.
    pub degrees: f64,
    /// Which way.
    pub way: Way,
    /// What is up in the picture: of length 1.
    pub up: Point,
    /// The side of the picture on which the other leg is.
    pub other: PictureSide,
    /// How far it may be off when each mark is off by one pixel, in degrees.
    pub unsure: f64,
    /// What should be looked at before it is believed.
    pub remarks: Vec<Remark>,
}

impl Angle {
    /// Tenths of a degree.
    pub fn tenths(&self) -> i32 {
        (self.degrees * 10.0).round() as i32
    }

    /// Whether it says something: a direction is known, and the picture stands on its feet.
    pub fn holds(&self) -> bool {
        self.way != Way::Unclear && !self.remarks.contains(&Remark::UpsideDown)
    }
}

/// What should be looked at before an angle is believed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Remark {
    /// The marks are so near to each other that a pixel is more than half a degree.
    TooShort,
    /// The same of the level line.
    LevelTooShort,
    /// The level line leans by so many degrees: a camera is seldom held like that.
    LevelLeans(f64),
    /// The line points downwards: the picture stands on its head, or two marks are exchanged.
    UpsideDown,
    /// The line lies nearly flat: the picture may lie on its side.
    Flat,
    /// The mark on the other leg stands too near to tell away from towards.
    OtherTooNear,
}

/// Why there is no angle yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoAngle {
    /// The two ends of the line are one point.
    NoLine,
    /// The two ends of the level line are one point.
    NoLevel,
}

/// Lines shorter than this, in pixels, have no direction.
const SHORTEST: f64 = 8.0;
/// Up to so many degrees the line stands upright: a hand does not mark more exactly.
const UPRIGHT: f64 = 1.0;
/// A pixel at each end must not turn the line by more than so many degrees.
const SURE: f64 = 0.5;
/// A level line that leans by more than this is looked at twice.
const LEAN: f64 = 10.0;
/// Hips do not turn so far.
const FLAT: f64 = 75.0;
/// The mark on the other leg stands at least this far aside, as a part of the line's length.
const ASIDE: f64 = 0.12;

/// Reads the marks.
pub fn measure(marks: &Marks) -> Result<Angle, NoAngle> {
    let line = marks.far.from(marks.near);
    let length = line.length();
    if length < SHORTEST {
        return Err(NoAngle::NoLine);
    }
    let level = marks.level.map(|[a, b]| b.from(a));
    if level.is_some_and(|it| it.length() < SHORTEST) {
        return Err(NoAngle::NoLevel);
    }
    let up = up(line, level);
    let signed = line.dot(up.right()).atan2(line.dot(up)).to_degrees();
    let degrees = signed.abs();
    let aside = marks.other.from(marks.near).dot(up.right());
    let way = if aside.abs() < ASIDE * length {
        Way::Unclear
    } else if degrees < UPRIGHT {
        Way::Upright
    } else if (aside < 0.0) == (signed < 0.0) {
        Way::Towards
    } else {
        Way::Away
    };
    let (own, levels) = (off_by_a_pixel(length), level.map(|it| off_by_a_pixel(it.length())));
    let lean = up.x.atan2(-up.y).to_degrees().abs();
    let found = [
        (own > SURE).then_some(Remark::TooShort),
        levels.filter(|it| *it > SURE).map(|_| Remark::LevelTooShort),
        level.filter(|_| lean > LEAN).map(|_| Remark::LevelLeans(lean)),
        (degrees > 90.0).then_some(Remark::UpsideDown),
        (FLAT..=90.0).contains(&degrees).then_some(Remark::Flat),
        (way == Way::Unclear).then_some(Remark::OtherTooNear),
    ];
    Ok(Angle {
        degrees,
        way,
        up,
        other: if aside < 0.0 { PictureSide::Left } else { PictureSide::Right },
        unsure: own + levels.unwrap_or_default(),
        remarks: found.into_iter().flatten().collect(),
    })
}

/// What is up: away from the floor, of length 1. Across a level line that is the side to which the
/// line points, so that a picture turned as a whole says the same.
fn up(line: Point, level: Option<Point>) -> Point {
    let Some(level) = level else { return Point::new(0.0, -1.0) };
    let across = level.right().scaled(1.0 / level.length());
    if across.dot(line) < 0.0 { across.scaled(-1.0) } else { across }
}

/// How far a line of this length turns when both ends are off by a pixel, in degrees.
fn off_by_a_pixel(length: f64) -> f64 {
    2.0_f64.atan2(length).to_degrees()
}

#[cfg(test)]
mod tests {
    use expect_test::{Expect, expect};

    use super::*;

    /// A shin of 400 pixels that leans by so many degrees to the right of the picture, and the other
    /// leg so far to the right of the knee.
    fn shin(degrees: f64, other: f64) -> Marks {
        let near = Point::new(600.0, 700.0);
        let (sin, cos) = degrees.to_radians().sin_cos();
        Marks {
            near,
            far: Point::new(near.x + 400.0 * sin, near.y - 400.0 * cos),
            other: Point::new(near.x + other, near.y + 10.0),
            level: None,
        }
    }

    #[track_caller]
    #[expect(clippy::needless_pass_by_value, reason = "a test reads better without a reference")]
    fn check(marks: Marks, expected: Expect) {
        let said = match measure(&marks) {
            Ok(it) => format!(
                "{:.1}° {:?}, other leg {:?} {:?}",
                it.degrees, it.way, it.other, it.remarks
            ),
            Err(why) => format!("{why:?}"),
        };
        expected.assert_eq(&said);
    }

    #[test]
    fn the_other_leg_decides_away_or_towards() {
        check(shin(38.0, -200.0), expect!["38.0° Away, other leg Left []"]);
        check(shin(38.0, 200.0), expect!["38.0° Towards, other leg Right []"]);
        check(shin(-38.0, 200.0), expect!["38.0° Away, other leg Right []"]);
        check(shin(0.4, 200.0), expect!["0.4° Upright, other leg Right []"]);
    }

    #[test]
    fn a_leaning_camera_is_put_right_by_a_level_line() {
        // The camera leans by 6°, so everything in the picture does.
        let marks = shin(38.0 + 6.0, -200.0);
        check(marks, expect!["44.0° Away, other leg Left []"]);
        let along = |by: f64| {
            let (sin, cos) = 6.0_f64.to_radians().sin_cos();
            Point::new(100.0 + by * cos, 900.0 + by * sin)
        };
        let level = Some([along(0.0), along(800.0)]);
        check(Marks { level, ..marks }, expect!["38.0° Away, other leg Left []"]);
        let level = Some([along(800.0), along(0.0)]);
        check(Marks { level, ..marks }, expect!["38.0° Away, other leg Left []"]);
    }

    #[test]
    fn what_is_doubtful_is_said() {
        let short = Marks { far: Point::new(630.0, 640.0), ..shin(0.0, -200.0) };
        check(short, expect!["26.6° Away, other leg Left [TooShort]"]);
        check(shin(38.0, 20.0), expect!["38.0° Unclear, other leg Right [OtherTooNear]"]);
        check(shin(80.0, -200.0), expect!["80.0° Away, other leg Left [Flat]"]);
        check(shin(150.0, -200.0), expect!["150.0° Away, other leg Left [UpsideDown]"]);
        let level = Some([Point::new(0.0, 0.0), Point::new(100.0, 30.0)]);
        check(
            Marks { level, ..shin(38.0, -200.0) },
            expect!["21.3° Away, other leg Left [LevelTooShort, LevelLeans(16.69924423399362)]"],
        );
    }

    #[test]
    fn marks_in_one_place_are_no_line() {
        let marks = shin(38.0, 200.0);
        check(Marks { far: marks.near, ..marks }, expect!["NoLine"]);
        check(Marks { level: Some([marks.near; 2]), ..marks }, expect!["NoLevel"]);
    }

    #[test]
    fn a_pixel_is_half_a_degree_at_two_hundred_and_thirty_pixels() {
        assert!(off_by_a_pixel(230.0) < 0.5 && off_by_a_pixel(228.0) > 0.5);
    }
}
