//! What a person and the edges do, as words of a script.

use uuid::Uuid;

use crate::coach::{
    Doing, LeaveChoice, LibraryMessage, Message, News, OfferChoice, SessionMessage, Sound,
    SummaryMessage, TodayMessage, Trouble,
};
use crate::history::{Form, Rir};
use crate::library::{Block, Filter, Link, Screen};
use crate::session::{HurtAnswer, HurtBand, HurtPlace, Missing};
use crate::units::{Pain, Side, Sides};

pub(super) fn today(verb: &str, rest: &str) -> Option<Message> {
    Some(Message::Today(match verb {
        "choose" => TodayMessage::Choose(rest.to_owned()),
        "lack" => TodayMessage::Lack(Missing {
            band: rest.contains("band"),
            wall: rest.contains("wall"),
            bench: rest.contains("bench"),
            floor: rest.contains("floor"),
        }),
        "before" => TodayMessage::Pain(pain(rest)),
        "start" => TodayMessage::Start,
        "offer" => TodayMessage::Offer(match rest {
            "continue" => OfferChoice::Continue,
            "keep" => OfferChoice::Keep,
            _ => OfferChoice::Discard,
        }),
        _ => return None,
    }))
}

pub(super) fn library(verb: &str, rest: &str) -> Option<Message> {
    Some(Message::Library(match verb {
        "search" => LibraryMessage::Search(rest.to_owned()),
        "only" => LibraryMessage::Filter(match rest {
            "strength" => Filter { block: Some(Block::Strength), ..Filter::default() },
            "seen" => Filter { screen: Some(Screen::Yes), ..Filter::default() },
            _ => Filter::default(),
        }),
        "follow" => LibraryMessage::Follow(Link::read(rest).unwrap()),
        "read" => LibraryMessage::Read { slug: rest.to_owned(), section: Some(1) },
        "level" => LibraryMessage::Level(rest.parse().unwrap()),
        "side" => LibraryMessage::Side(if rest == "left" { Side::Left } else { Side::Right }),
        "page-back" => LibraryMessage::Back,
        "try" => LibraryMessage::Try,
        _ => return None,
    }))
}

pub(super) fn session(verb: &str, rest: &str) -> Option<Message> {
    Some(Message::Session(match verb {
        "look" => SessionMessage::Look,
        "jump" => SessionMessage::Jump(rest.parse().unwrap()),
        "hurt" => {
            let (band, exact) = rest.split_once(' ').unwrap_or((rest, ""));
            let band = match band {
                "green" => HurtBand::Green,
                "amber" => HurtBand::Amber,
                _ => HurtBand::Red,
            };
            let exact = Some(exact).filter(|it| !it.is_empty()).map(pain);
            SessionMessage::Hurt(HurtAnswer { band, exact })
        }
        "hurts-at" => SessionMessage::HurtsAt(match rest {
            "front" => HurtPlace::Front,
            "knee" => HurtPlace::Knee,
            _ => HurtPlace::Other,
        }),
        "leave" => SessionMessage::Leave(match rest {
            "finish" => LeaveChoice::Finish,
            "later" => LeaveChoice::Later,
            _ => LeaveChoice::Stay,
        }),
        "close-overlay" => SessionMessage::CloseOverlay,
        _ => return None,
    }))
}

pub(super) fn summary(verb: &str, rest: &str) -> Option<Message> {
    let mut words = rest.split(' ');
    let mut row = || words.next().unwrap().parse().unwrap();
    Some(Message::Summary(match verb {
        "correct" => {
            let row = row();
            let side = match words.next().unwrap() {
                "left" => Sides::Left,
                "right" => Sides::Right,
                _ => Sides::Both,
            };
            SummaryMessage::Correct { row, side, by: words.next().unwrap().parse().unwrap() }
        }
        "rir" => {
            let row = row();
            SummaryMessage::MoreReps { row, rir: Rir::new(words.next().unwrap().parse().unwrap()) }
        }
        "form" => {
            let row = row();
            let form = if words.next() == Some("clean") { Form::Clean } else { Form::Shaky };
            SummaryMessage::Form { row, form }
        }
        "after" => SummaryMessage::Pain(pain(rest)),
        "note" => SummaryMessage::Note(rest.to_owned()),
        "done" => SummaryMessage::Done,
        _ => return None,
    }))
}

pub(super) fn news(verb: &str, rest: &str) -> Option<Message> {
    Some(Message::News(match verb {
        "saved" => News::Saved(Uuid::from_u128(rest.parse().unwrap())),
        "recovered" => News::Recovered,
        "full" => News::Failed { doing: Doing::Saving, why: Trouble::Full },
        "unreadable" => {
            let why = Trouble::Gone { path: "/data".to_owned() };
            News::Failed { doing: Doing::Reading, why }
        }
        "no-display" | "no-idle" => {
            let why = Trouble::Other("no bus".to_owned());
            let doing = if verb == "no-idle" { Doing::Idle } else { Doing::Display };
            News::Failed { doing, why }
        }
        "locked" => News::Locked,
        "silent" => News::Sound(Sound::Silent),
        _ => return None,
    }))
}

fn pain(rating: &str) -> Pain {
    Pain::new(rating.parse().unwrap()).unwrap()
}
