//! The marks on a photo while they are being set.

use crate::measure::{Angle, Marks, NoAngle, Point, measure};

/// A mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Mark {
    /// The knee, or the heel.
    Near,
    /// The ankle, or the toe.
    Far,
    /// The other leg.
    Other,
    /// One end of the level line.
    LevelStart,
    /// Its other end.
    LevelEnd,
}

impl Mark {
    /// All of them, in the order in which they are set.
    pub const ALL: [Self; 5] =
        [Self::Near, Self::Far, Self::Other, Self::LevelStart, Self::LevelEnd];

    /// Whether it belongs to the level line.
    pub const fn is_level(self) -> bool {
        matches!(self, Self::LevelStart | Self::LevelEnd)
    }

    /// Where it waits until it is set, as parts of the picture's width and height.
    const fn waits(self) -> (f64, f64) {
        match self {
            Self::Near => (0.50, 0.68),
            Self::Far => (0.50, 0.32),
            Self::Other => (0.32, 0.72),
            Self::LevelStart => (0.25, 0.86),
            Self::LevelEnd => (0.75, 0.86),
        }
    }
}

/// Where a mark is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Placed {
    /// In pixels of the picture as it is turned now.
    pub at: Point,
    /// Whether the person has put it there.
    pub is_set: bool,
}

/// The marks of a picture.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Board {
    /// Width and height of the picture as it is turned now.
    pub size: (f64, f64),
    /// The mark that a click sets next, or that was set last when all are.
    pub current: Mark,
    /// Whether a level line stands for the picture's vertical.
    pub is_leveled: bool,
    places: [Placed; 5],
}

impl Board {
    /// Nothing is set yet.
    pub(super) fn new(size: (f64, f64)) -> Self {
        let places = Mark::ALL.map(|it| {
            let (x, y) = it.waits();
            Placed { at: Point::new(x * size.0, y * size.1), is_set: false }
        });
        Self { size, current: Mark::Near, is_leveled: false, places }
    }

    /// Where a mark is.
    pub fn place(&self, mark: Mark) -> Placed {
        let found = Mark::ALL.iter().zip(self.places).find(|it| *it.0 == mark);
        found.map_or(Placed { at: Point::default(), is_set: false }, |it| it.1)
    }

    /// The marks that can be set.
    pub fn shown(&self) -> impl Iterator<Item = Mark> {
        let is_leveled = self.is_leveled;
        Mark::ALL.into_iter().filter(move |it| is_leveled || !it.is_level())
    }

    /// The next one that waits.
    pub fn waiting(&self) -> Option<Mark> {
        self.shown().find(|it| !self.place(*it).is_set)
    }

    /// The angle, once every mark is set.
    pub fn angle(&self) -> Option<Result<Angle, NoAngle>> {
        if self.waiting().is_some() {
            return None;
        }
        let at = |mark| self.place(mark).at;
        let level = [at(Mark::LevelStart), at(Mark::LevelEnd)];
        Some(measure(&Marks {
            near: at(Mark::Near),
            far: at(Mark::Far),
            other: at(Mark::Other),
            level: self.is_leveled.then_some(level),
        }))
    }

    /// Puts a mark somewhere on the picture.
    pub(super) fn put(&mut self, mark: Mark, at: Point) {
        let at = at.within(self.size);
        if !(at.x.is_finite() && at.y.is_finite()) {
            return;
        }
        if let Some((_, place)) = Mark::ALL.iter().zip(&mut self.places).find(|it| *it.0 == mark) {
            *place = Placed { at, is_set: true };
        }
        self.current = mark;
    }

    /// A click set the current mark: the next one that waits is the current one now.
    pub(super) fn go_on(&mut self) {
        self.current = self.waiting().unwrap_or(self.current);
    }

    /// With a level line, or without.
    pub(super) fn level(&mut self, on: bool) {
        self.is_leveled = on;
        let hidden = !on && self.current.is_level();
        self.current = self.waiting().unwrap_or(if hidden { Mark::Near } else { self.current });
    }

    /// The picture was turned by a quarter, clockwise.
    pub(super) fn turn(&mut self) {
        let (width, height) = self.size;
        self.size = (height, width);
        for place in &mut self.places {
            place.at = place.at.turned(height);
        }
        // What was not set yet waits where it would in a picture of this shape.
        let fresh = Self::new(self.size);
        for (place, fresh) in self.places.iter_mut().zip(fresh.places) {
            if !place.is_set {
                *place = fresh;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_angle_is_there_when_every_mark_is_set_and_not_before() {
        let mut board = Board::new((1000.0, 800.0));
        let places = [(500.0, 700.0), (300.0, 500.0), (700.0, 710.0)];
        for (x, y) in places {
            assert_eq!(board.angle(), None);
            board.put(board.current, Point::new(x, y));
            board.go_on();
        }
        let degrees = board.angle().map(|it| it.map(|it| it.tenths()));
        assert_eq!(degrees, Some(Ok(450)));
        board.level(true);
        assert_eq!((board.angle(), board.current), (None, Mark::LevelStart));
        board.level(false);
        assert!(board.angle().is_some() && board.current == Mark::Near);
    }

    #[test]
    fn a_mark_never_leaves_the_picture() {
        let mut board = Board::new((1000.0, 800.0));
        board.put(Mark::Far, Point::new(-5.0, 9000.0));
        assert_eq!(board.place(Mark::Far).at, Point::new(0.0, 800.0));
        board.put(Mark::Far, Point::new(f64::NAN, 3.0));
        assert_eq!(board.place(Mark::Far).at, Point::new(0.0, 800.0));
    }

    #[test]
    fn turning_takes_the_marks_along() {
        let mut board = Board::new((1000.0, 800.0));
        board.put(Mark::Near, Point::new(100.0, 50.0));
        let other = board.place(Mark::Other);
        for _ in 0..4 {
            board.turn();
        }
        assert_eq!(board.place(Mark::Near).at, Point::new(100.0, 50.0));
        assert_eq!((board.place(Mark::Other), board.size), (other, (1000.0, 800.0)));
        board.turn();
        assert_eq!(board.place(Mark::Near).at, Point::new(750.0, 100.0));
    }
}
