//! Drawn pictures of known angles, marked as a person marks them: on whole pixels, with a hand that
//! is off by one. The error of the tool itself stays below half a degree.

use super::{Angle, Marks, Point, Way, measure};

/// Width and height of the drawn picture, in pixels.
const SIZE: (usize, usize) = (1200, 900);

/// The dots by which a drawing is marked; their number is their colour.
const DOTS: [u8; 5] = [1, 2, 3, 4, 5];

/// A drawing: one byte a pixel, 0 for the ground.
struct Drawing(Vec<u8>);

impl Drawing {
    /// A shin of this length and lean beside the other leg, seen by a camera that leans too.
    fn new(length: f64, lean: f64, aside: f64, camera: f64) -> Self {
        let mut it = Self(vec![0; SIZE.0 * SIZE.1]);
        let knee = Point::new(600.0, 700.0);
        let (sin, cos) = lean.to_radians().sin_cos();
        let ankle = Point::new(knee.x + length * sin, knee.y - length * cos);
        let other = Point::new(knee.x + aside, knee.y + 20.0);
        let floor = [Point::new(150.0, 780.0), Point::new(1050.0, 780.0)];
        let places = [knee, ankle, other, floor[0], floor[1]].map(|at| seen(at, camera));
        it.limb(places[0], places[1]);
        for (dot, at) in DOTS.iter().zip(places) {
            it.dot(at, *dot);
        }
        it
    }

    fn dot(&mut self, at: Point, color: u8) {
        self.fill(at, 6.0, color, |x, y| (x - at.x).hypot(y - at.y) <= 5.0);
    }

    /// A leg: a thick line with round ends, in a colour that nobody marks.
    fn limb(&mut self, from: Point, to: Point) {
        let (x, y) = (to.x - from.x, to.y - from.y);
        let square = x * x + y * y;
        let middle = Point::new(f64::midpoint(from.x, to.x), f64::midpoint(from.y, to.y));
        self.fill(middle, square.sqrt(), 200, |px, py| {
            let along = ((px - from.x) * x + (py - from.y) * y) / square;
            let along = along.clamp(0.0, 1.0);
            (px - from.x - along * x).hypot(py - from.y - along * y) <= 24.0
        });
    }

    fn fill(&mut self, near: Point, reach: f64, color: u8, is_in: impl Fn(f64, f64) -> bool) {
        let range = |middle: f64, most: usize| {
            let low = (middle - reach).max(0.0) as usize;
            low..most.min((middle + reach).max(0.0) as usize + 1)
        };
        let columns = range(near.x, SIZE.0);
        let rows = range(near.y, SIZE.1);
        let pixels = rows.flat_map(|row| columns.clone().map(move |column| (column, row)));
        // The middle of a pixel.
        for (column, row) in pixels.filter(|it| is_in(it.0 as f64 + 0.5, it.1 as f64 + 0.5)) {
            self.0[row * SIZE.0 + column] = color;
        }
    }

    /// The whole pixels in the middle of the dots, by what was drawn and nothing else.
    fn find(&self) -> [Point; 5] {
        let mut sums = [(0.0, 0.0, 0.0); 5];
        for (at, color) in self.0.iter().enumerate().filter(|it| *it.1 != 0) {
            if let Some(sum) = sums.get_mut(usize::from(*color) - 1) {
                sum.0 += (at % SIZE.0) as f64 + 0.5;
                sum.1 += (at / SIZE.0) as f64 + 0.5;
                sum.2 += 1.0;
            }
        }
        sums.map(|(x, y, count)| {
            assert!(count > 20.0, "a dot was drawn over or lies outside");
            Point::new((x / count).round(), (y / count).round())
        })
    }

    /// The marks of a hand that is off by a pixel, each time another way.
    fn marked(&self, seed: usize, level: bool) -> Marks {
        let found = self.find();
        let mut dots = DOTS.iter().zip(found);
        let [near, far, other, from, to] = found.map(|at| {
            let dot = dots.next().map_or(0, |it| *it.0);
            let (x, y) = [(0.0, 0.0), (1.0, 0.0), (-1.0, 0.0), (0.0, 1.0), (0.0, -1.0)]
                [(seed * 3 + usize::from(dot) * 2) % 5];
            Point::new(at.x + x, at.y + y)
        });
        Marks { near, far, other, level: level.then_some([from, to]) }
    }
}

/// Where a camera that leans sees a point of the room.
fn seen(at: Point, camera: f64) -> Point {
    let (sin, cos) = camera.to_radians().sin_cos();
    let (x, y) = (at.x - 600.0, at.y - 450.0);
    Point::new(600.0 + x * cos - y * sin, 450.0 + x * sin + y * cos)
}

fn read(marks: &Marks) -> Angle {
    measure(marks).expect("marks that stand apart")
}

#[test]
fn the_tool_itself_is_off_by_less_than_half_a_degree() {
    let mut worst = 0.0_f64;
    let leans = (-60..=60).step_by(4).map(f64::from);
    for (seed, lean) in leans.enumerate() {
        for camera in [0.0, -7.0, 5.0] {
            let aside = if seed % 2 == 0 { -260.0 } else { 260.0 };
            let drawing = Drawing::new(520.0, lean, aside, camera);
            let angle = read(&drawing.marked(seed, camera != 0.0));
            let off = (angle.degrees - lean.abs()).abs();
            worst = worst.max(off);
            assert!(off <= 0.5, "{lean}° with a camera at {camera}°: read {}", angle.degrees);
            if lean.abs() > 2.0 {
                let towards = (aside < 0.0) == (lean < 0.0);
                assert_eq!(angle.way == Way::Towards, towards, "{lean}° {aside}");
            }
        }
    }
    // A test that is never off by anything would not have looked at pixels.
    assert!((0.05..=0.5).contains(&worst), "{worst}");
}

#[test]
fn without_the_level_line_a_leaning_camera_is_off_by_its_lean() {
    let drawing = Drawing::new(420.0, 30.0, -260.0, 7.0);
    let off = read(&drawing.marked(1, false)).degrees - 30.0;
    assert!((6.5..=7.5).contains(&off), "{off}");
}

#[test]
fn a_shin_that_is_too_small_for_half_a_degree_is_remarked() {
    let angle = read(&Drawing::new(120.0, 30.0, -260.0, 0.0).marked(0, false));
    assert!(angle.unsure > 0.5 && !angle.remarks.is_empty());
}
