//! What is told before a check, and what keeps it from beginning.

use crate::history::HELPER;
use crate::library::{Asked, Footwear, Helping, Id, Method, SelfCheck, Surface};
use crate::program::Done;
use crate::session::Conditions;
use crate::text::{CheckSentence, Text};
use crate::units::{Pain, Sides};

/// Pain from which no check is done.
const NO_CHECK_FROM: u8 = 3;

/// What is told before a check.
#[derive(Debug, Clone, PartialEq)]
pub struct Preparing {
    /// The check.
    pub check: Id,
    /// How it is read.
    pub method: Method,
    /// Whether somebody helps.
    pub helper: bool,
    /// On what one lies or stands.
    pub surface: Option<Surface>,
    /// What is on the feet.
    pub footwear: Option<Footwear>,
    /// Pain now.
    pub pain: Option<Pain>,
    /// Which hip or groin hurts these days.
    pub hurts: Option<Where>,
    /// Which hip is stiff for long in the morning.
    pub stiff: Option<Where>,
    /// Whether none of the signs that need somebody to look fits.
    pub no_signs: bool,
    /// Days since the last check of this kind, where that is too soon to tell anything.
    pub soon: Option<i64>,
}

/// Which hip, if any.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Where {
    /// Neither.
    Nowhere,
    /// The left.
    Left,
    /// The right.
    Right,
    /// Both.
    Both,
}

impl Where {
    /// All answers.
    pub const ALL: [Self; 4] = [Self::Nowhere, Self::Left, Self::Right, Self::Both];

    /// The sides; nothing when it is neither.
    pub const fn sides(self) -> Option<Sides> {
        match self {
            Self::Nowhere => None,
            Self::Left => Some(Sides::Left),
            Self::Right => Some(Sides::Right),
            Self::Both => Some(Sides::Both),
        }
    }

    /// Its word.
    pub fn label(self, text: &Text) -> String {
        text.check(match self {
            Self::Nowhere => CheckSentence::Nowhere,
            Self::Left => CheckSentence::WhereLeft,
            Self::Right => CheckSentence::WhereRight,
            Self::Both => CheckSentence::WhereBoth,
        })
    }

    /// The answer that stands in a record.
    pub const fn of(sides: Option<Sides>) -> Self {
        match sides {
            None => Self::Nowhere,
            Some(Sides::Left) => Self::Left,
            Some(Sides::Right) => Self::Right,
            Some(Sides::Both) => Self::Both,
        }
    }
}

/// What keeps a check from beginning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// It is not said that none of the signs fits.
    Signs,
    /// It is not said whether it hurts now.
    PainUnknown,
    /// It hurts too much.
    Pain,
    /// It cannot be done alone by eye.
    Alone,
}

impl Refusal {
    /// What is to be done about it.
    pub fn say(self, text: &Text) -> String {
        text.check(match self {
            Self::Signs => CheckSentence::RefusedSigns,
            Self::PainUnknown => CheckSentence::RefusedPainUnknown,
            Self::Pain => CheckSentence::RefusedPain,
            Self::Alone => CheckSentence::RefusedAlone,
        })
    }
}

impl Preparing {
    /// What was told the last time stands here again, so that like is compared with like.
    pub(super) fn new(check: &SelfCheck, last: Option<&Done>) -> Self {
        let before = last.map(|it| &it.check);
        let method = before.and_then(|it| it.method.iter().find_map(|it| Method::of(it)));
        let method = method.filter(|it| check.methods.contains(it));
        let asks = |it| check.asks.contains(&it);
        Self {
            check: check.id.clone(),
            method: method.or_else(|| check.methods.first().copied()).unwrap_or(Method::Eye),
            helper: before.is_some_and(|it| it.method.iter().any(|it| it == HELPER)),
            surface: before
                .and_then(|it| it.surface.as_deref().and_then(Surface::of))
                .filter(|_| asks(Asked::Surface)),
            footwear: before
                .and_then(|it| it.footwear.as_deref().and_then(Footwear::of))
                .filter(|_| asks(Asked::Footwear)),
            pain: None,
            hurts: None,
            stiff: None,
            no_signs: false,
            soon: None,
        }
    }

    /// What keeps the check from beginning; nothing when it may.
    pub fn refusal(&self, check: &SelfCheck) -> Option<Refusal> {
        let hurts = |it: Pain| NO_CHECK_FROM <= it.get();
        if !self.no_signs {
            Some(Refusal::Signs)
        } else if self.pain.is_none() {
            Some(Refusal::PainUnknown)
        } else if self.pain.is_some_and(hurts) {
            Some(Refusal::Pain)
        } else if check.helper == Helping::UnlessFilmed
            && self.method == Method::Eye
            && !self.helper
        {
            Some(Refusal::Alone)
        } else {
            None
        }
    }

    /// As it is kept.
    pub(super) fn conditions(&self) -> Conditions {
        Conditions {
            method: self.method,
            helper: self.helper,
            surface: self.surface,
            footwear: self.footwear,
            hurts: self.hurts.and_then(Where::sides),
            stiff: self.stiff.and_then(Where::sides),
        }
    }
}
