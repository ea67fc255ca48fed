//! Values of checks in words: how they are read, what was read, what it says.

use super::CheckSentence as S;
use super::Text;
use crate::history::{ALONE, Check, HELPER, Reading, UNWATCHED};
use crate::library::{Footwear, Method, SelfCheck, Surface};
use crate::program::{Changed, Measured, Quality, Seen, Turn};
use crate::session::UNSURE;
use crate::units::Sides;

impl Text {
    /// How a check is read: "With a phone on the shin".
    pub fn check_method(&self, method: Method, measures: bool) -> String {
        self.check(match method {
            Method::Phone if measures => S::MethodPhone,
            Method::Phone => S::MethodFilm,
            Method::Photo => S::MethodPhoto,
            Method::Scale => S::MethodScale,
            Method::Eye => S::MethodEye,
        })
    }

    /// On what one lies or stands.
    pub fn surface(&self, surface: Surface) -> String {
        self.check(match surface {
            Surface::Floor => S::SurfaceFloor,
            Surface::Mat => S::SurfaceMat,
            Surface::FirmBed => S::SurfaceBed,
        })
    }

    /// What is on the feet.
    pub fn footwear(&self, footwear: Footwear) -> String {
        self.check(match footwear {
            Footwear::Barefoot => S::Barefoot,
            Footwear::Shoes => S::Shoes,
        })
    }

    /// How a check of the journal was done: "phone on the shin, with a helper, on a mat".
    pub fn check_conditions(&self, check: &Check) -> String {
        let measures = check.readings.iter().any(|it| it.tenths.is_some());
        let words = check.method.iter().map(|it| match (it.as_str(), Method::of(it)) {
            (_, Some(method)) => self.check_method(method, measures),
            (HELPER, _) => self.check(S::HelperYes),
            (ALONE, _) => self.check(S::HelperNo),
            (UNWATCHED, _) => self.check(S::Unwatched),
            (other, _) => other.replace('-', " "),
        });
        let surface = check.surface.as_deref();
        let surface =
            surface.map(|it| Surface::of(it).map_or_else(|| it.to_owned(), |it| self.surface(it)));
        let feet = check.footwear.as_deref();
        let feet =
            feet.map(|it| Footwear::of(it).map_or_else(|| it.to_owned(), |it| self.footwear(it)));
        let all: Vec<_> = words.chain(surface).chain(feet).map(|it| small(&it)).collect();
        capital(&self.list(all))
    }

    /// "Turning in": a direction.
    pub fn turn(&self, turn: Turn) -> String {
        self.check(match turn {
            Turn::Inward => S::TurnInward,
            Turn::Outward => S::TurnOutward,
        })
    }

    /// What was measured of one hip in one direction, or why it says nothing.
    pub fn mean_of(&self, it: &Measured) -> String {
        let turn = self.turn(it.turn);
        let turn = turn.as_str();
        match it.quality {
            Quality::Good(mean) => {
                let readings = it.degrees.iter().map(|it| format!("{it:.0}"));
                let readings = self.list(readings);
                self.check(S::Mean { turn, degrees: mean.round() as i32, readings: &readings })
            }
            Quality::Spread(apart) => {
                self.check(S::NotUsed { turn, degrees: apart.round() as i32 })
            }
            Quality::PelvisLifted | Quality::KneeNotBent | Quality::TooFew => {
                self.check(S::TooFew { turn })
            }
        }
    }

    /// A change since the check before.
    pub fn changed_turn(&self, it: &Changed) -> String {
        let (turn, side) = (self.turn(it.turn), self.side(it.side.into()).to_lowercase());
        let said = self.observation(it.said);
        let (from, to) = (it.from.round() as i32, it.to.round() as i32);
        self.check(S::Change { turn: &turn, side: &side, from, to, said: &said })
    }

    /// What a reading is about, by its name in the journal.
    pub fn reading_name(&self, what: &str) -> String {
        self.check(match what {
            "ir" => S::TurnInward,
            "er" => S::TurnOutward,
            "feet" => S::WhatFeet,
            "kneecap" => S::WhatKneecap,
            "weight" => S::WhatWeight,
            "arch" => S::WhatArch,
            "toes" => S::WhatToes,
            "knee" => S::WhatKnee,
            "swing" => S::WhatSwing,
            "pelvis" => S::WhatPelvis,
            other => return other.to_owned(),
        })
    }

    /// What was seen most often, by the words of the check where it is still there.
    pub fn seen(&self, what: &str, seen: &Seen, of: Option<&SelfCheck>) -> String {
        match seen {
            Seen::Word(word) => self.answer_word(what, word, of),
            Seen::Unsure => self.check(S::SeenUnsure),
            Seen::Mixed => self.check(S::SeenMixed),
        }
    }

    /// An answer as it was written on its button.
    pub fn answer_word(&self, what: &str, word: &str, of: Option<&SelfCheck>) -> String {
        if word == UNSURE {
            return self.check(S::SeenUnsure);
        }
        let label = of.and_then(|it| it.label(what, word));
        label.map_or_else(|| capital(&word.replace('_', " ")), str::to_owned)
    }

    /// One reading of a record: "Turning in, left leg: 38°".
    pub fn reading_row(&self, it: &Reading, of: Option<&SelfCheck>) -> String {
        let (what, side) = (self.reading_name(&it.what), self.side(it.side).to_lowercase());
        let degrees = it.tenths.map(|it| format!("{:.0}°", f64::from(it) / 10.0));
        let word = it.word.as_deref().map(|word| self.answer_word(&it.what, word, of));
        let value = degrees.or(word).unwrap_or_default();
        let row = self.check(S::ReadingRow { what: &what, side: &side, value: &value });
        if it.rejected { self.check(S::ReadingAside { row: &row }) } else { row }
    }

    /// What a check found, in one line for a list: "Left: in 38°, out 31°".
    pub fn check_line(&self, measured: &[Measured]) -> String {
        let sides = [Sides::Left, Sides::Right].map(|side| {
            let of = measured.iter().filter(|it| Sides::from(it.side) == side);
            let turns: Vec<_> = of
                .filter_map(|it| {
                    let degrees = it.mean()?.round() as i32;
                    Some(format!("{} {degrees}°", self.turn(it.turn).to_lowercase()))
                })
                .collect();
            let turns = self.list(turns);
            (!turns.is_empty()).then(|| format!("{} {turns}", self.side_letter(side)))
        });
        sides.into_iter().flatten().collect::<Vec<_>>().join(" · ")
    }
}

/// With a small letter in front.
fn small(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |it| it.to_lowercase().chain(letters).collect())
}

/// With a capital letter in front.
fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |it| it.to_uppercase().chain(letters).collect())
}
