//! Measuring on a photo: from the file to the journal, or to the check that asked.

use std::fmt::Write as _;
use std::path::PathBuf;

use expect_test::{Expect, expect};

use super::stage::Stage;
use crate::coach::{
    Effect, Goniometer, GoniometerMessage as G, Mark, MeasureAsked, Message, News, Photo,
    PhotoNews, Place, Saved,
};
use crate::history::{Body, DeviceId, RecordId};
use crate::measure::{Line, Picture, Point, Refusal, Way};
use crate::units::Side;

/// A coach on Progress, with the measuring opened over it.
struct Measuring(Stage);

impl Measuring {
    fn new(asked: Option<MeasureAsked>) -> Self {
        let mut it = Self(Stage::new());
        it.0.tell(Message::Go(Place::Progress));
        it.tell(G::Measure(asked));
        it
    }

    fn tell(&mut self, message: G) {
        self.0.tell(Message::Goniometer(message));
    }

    fn now(&self) -> Option<&Goniometer> {
        self.0.coach.view(&self.0.now).measuring
    }

    fn open(&self) -> &Goniometer {
        self.now().expect("it is open")
    }

    /// Opens a photo; the disk answers with this.
    fn photo(&mut self, name: &str, read: Result<Picture, Refusal>) {
        let path = PathBuf::from(name);
        self.tell(G::Open(path.clone()));
        let request = self.open().request;
        self.0.tell(Message::News(News::Photo(PhotoNews::Read { request, path, read })));
    }

    /// A photo with a shin that leans by so many degrees, the other leg on the left of the picture.
    fn marked(&mut self, degrees: f64) {
        self.photo("IMG_1.jpg", Ok(picture()));
        let (sin, cos) = degrees.to_radians().sin_cos();
        let far = Point::new(600.0 + 400.0 * sin, 700.0 - 400.0 * cos);
        for at in [Point::new(600.0, 700.0), far, Point::new(300.0, 720.0)] {
            self.tell(G::Click(at));
        }
    }

    /// Keeps the reading; the shell makes records of drafts.
    fn keep(&mut self, message: G) {
        self.keep_as(message, 9);
    }

    fn keep_as(&mut self, message: G, id: u128) {
        let effects = self.0.coach.update(Message::Goniometer(message), &self.0.now);
        for effect in effects {
            let Effect::Keep(draft) = effect else { continue };
            let told = draft.body.told();
            let what = if let Body::Check(check) = told {
                serde_json::to_string(check).unwrap()
            } else {
                told.kind().to_owned()
            };
            writeln!(self.0.said, "keep rev {} {what}", draft.rev).unwrap();
            let record = draft.record(RecordId::from_u128(id), DeviceId::new("test"), &self.0.now);
            let id = record.id;
            self.0.tell(Message::News(News::Kept(Box::new(record))));
            self.0.tell(Message::News(News::Saved(id)));
        }
    }

    #[track_caller]
    #[expect(clippy::needless_pass_by_value, reason = "a test reads better without a reference")]
    fn said(&mut self, expected: Expect) {
        expected.assert_eq(&std::mem::take(&mut self.0.said));
    }
}

fn picture() -> Picture {
    Picture { width: 1200, height: 900, rgba: vec![0; 1200 * 900 * 4].into() }
}

fn asked(side: Side, way: Way) -> MeasureAsked {
    let check = "prone".to_owned();
    MeasureAsked { check, line: Line::Shin, side, way: Some(way), number: 1, of: 3 }
}

#[test]
fn a_photo_is_read_off_this_thread_and_a_late_one_is_not_taken_for_the_last() {
    let mut it = Measuring::new(None);
    it.tell(G::ChoosePhoto);
    it.0.tell(Message::News(News::Photo(PhotoNews::Chosen(Some(PathBuf::from("/a/first.png"))))));
    it.tell(G::Path(" \"/a/second photo.jpg\" ".to_owned()));
    it.tell(G::OpenPath);
    it.said(expect![[r#"
        choose photo
        open photo 1 /a/first.png
        open photo 2 /a/second photo.jpg
    "#]]);
    let path = PathBuf::from("/a/first.png");
    let late = PhotoNews::Read { request: 1, path, read: Err(Refusal::Gone) };
    it.0.tell(Message::News(News::Photo(late)));
    let name = "second photo.jpg".to_owned();
    assert_eq!(it.open().photo, Photo::Opening { name });
}

#[test]
fn no_choice_and_no_dialog_look_alike_and_the_field_is_pointed_at() {
    let mut it = Measuring::new(None);
    it.tell(G::ChoosePhoto);
    it.0.tell(Message::News(News::Photo(PhotoNews::Chosen(None))));
    assert!(it.open().was_not_chosen);
    // An empty field opens nothing.
    it.tell(G::Path("  ".to_owned()));
    it.tell(G::OpenPath);
    it.said(expect![[r#"
        choose photo
    "#]]);
}

#[test]
fn readings_by_themselves_are_kept_one_by_one_in_one_record() {
    let mut it = Measuring::new(None);
    for (degrees, keeps) in [(38.0, false), (41.5, true)] {
        it.marked(degrees);
        it.tell(G::Leg(Side::Left));
        it.tell(G::Watched(false));
        it.tell(G::KeepPhoto(keeps));
        it.keep(G::Keep);
        assert_eq!(it.open().saved, Some(Saved::Yes));
    }
    it.said(expect![[r#"
        open photo 1 IMG_1.jpg
        keep rev 1 {"check":"prone","readings":[{"what":"ir","side":"left","tenths":380}],"method":["photo","alone","pelvis_not_watched"]}
        open photo 2 IMG_1.jpg
        keep rev 2 {"check":"prone","readings":[{"what":"ir","side":"left","tenths":380},{"what":"ir","side":"left","tenths":415}],"method":["photo","alone","pelvis_not_watched"]}
        keep photo IMG_1.jpg with 00000000-0000-0000-0000-000000000009
    "#]]);
    it.keep(G::TakeBack);
    it.keep(G::TakeBack);
    it.keep(G::TakeBack);
    it.said(expect![[r#"
        keep rev 3 {"check":"prone","readings":[{"what":"ir","side":"left","tenths":380}],"method":["photo","alone","pelvis_not_watched"]}
        keep rev 4 delete
    "#]]);
    // The next one begins a record of its own.
    it.marked(-20.0);
    it.keep_as(G::Keep, 10);
    it.said(expect![[r#"
        open photo 3 IMG_1.jpg
        keep rev 1 {"check":"prone","readings":[{"what":"er","side":"left","tenths":200}],"method":["photo","alone","pelvis_not_watched"]}
        keep photo IMG_1.jpg with 00000000-0000-0000-0000-00000000000a
    "#]]);
}

#[test]
fn readings_taken_in_another_way_do_not_share_a_record() {
    let mut it = Measuring::new(None);
    it.tell(G::Leg(Side::Right));
    for (watched, leveled) in [(true, false), (false, false), (false, true)] {
        it.marked(30.0);
        it.tell(G::Watched(watched));
        it.tell(G::Level(leveled));
        it.tell(G::Put(Mark::LevelStart, Point::new(100.0, 850.0)));
        it.tell(G::Put(Mark::LevelEnd, Point::new(1100.0, 850.0)));
        it.keep(G::Keep);
    }
    it.said(expect![[r#"
        open photo 1 IMG_1.jpg
        keep rev 1 {"check":"prone","readings":[{"what":"ir","side":"right","tenths":300}],"method":["photo","helper"]}
        open photo 2 IMG_1.jpg
        keep rev 1 {"check":"prone","readings":[{"what":"ir","side":"right","tenths":300}],"method":["photo","alone","pelvis_not_watched"]}
        open photo 3 IMG_1.jpg
        keep rev 1 {"check":"prone","readings":[{"what":"ir","side":"right","tenths":300}],"method":["photo","alone","pelvis_not_watched","level-line"]}
    "#]]);
}

#[test]
fn nothing_is_kept_before_the_leg_is_confirmed_and_the_watch_told() {
    let mut it = Measuring::new(None);
    it.marked(38.0);
    for message in [G::Leg(Side::Left), G::Watched(true)] {
        it.keep(G::Keep);
        it.tell(message);
    }
    it.said(expect![[r#"
        open photo 1 IMG_1.jpg
    "#]]);
    // Upright is neither inward nor outward when nobody asks for one of them.
    it.marked(0.3);
    it.keep(G::Keep);
    it.said(expect![[r#"
        open photo 2 IMG_1.jpg
    "#]]);
}

#[test]
fn a_foot_that_points_in_is_on_the_other_side_of_upright() {
    let mut it = Measuring::new(None);
    it.tell(G::Line(Line::Foot));
    it.tell(G::Leg(Side::Right));
    for degrees in [15.0, -4.0] {
        it.marked(degrees);
        it.keep(G::Keep);
    }
    it.said(expect![[r#"
        open photo 1 IMG_1.jpg
        keep rev 1 {"check":"supine","readings":[{"what":"feet","side":"right","tenths":150}],"method":["photo"]}
        open photo 2 IMG_1.jpg
        keep rev 2 {"check":"supine","readings":[{"what":"feet","side":"right","tenths":150},{"what":"feet","side":"right","tenths":-40}],"method":["photo"]}
    "#]]);
}

#[test]
fn what_is_not_what_the_check_asks_for_is_said_before_it_is_kept() {
    let mut it = Measuring::new(Some(asked(Side::Right, Way::Away)));
    it.marked(-38.0);
    it.tell(G::Leg(Side::Left));
    it.tell(G::Watched(true));
    it.keep(G::Keep);
    let doubt = it.open().doubt.expect("a doubt");
    assert!(doubt.way && doubt.side);
    // Another mark, another look.
    it.tell(G::Put(Mark::Far, Point::new(800.0, 400.0)));
    assert_eq!(it.open().doubt, None);
    it.keep(G::Keep);
    assert_eq!(it.open().doubt.map(|it| (it.way, it.side)), Some((false, true)));
    it.keep(G::KeepAnyway);
    assert!(it.now().is_none());
    it.said(expect![[r#"
        open photo 1 IMG_1.jpg
        keep rev 1 {"check":"prone","readings":[{"what":"ir","side":"left","tenths":337}],"method":["photo","helper"]}
    "#]]);
}

#[test]
fn upright_is_a_reading_of_nothing_where_a_direction_is_asked_for() {
    let mut it = Measuring::new(Some(asked(Side::Right, Way::Towards)));
    it.marked(0.4);
    it.tell(G::Leg(Side::Right));
    it.tell(G::Watched(true));
    it.keep(G::Keep);
    it.said(expect![[r#"
        open photo 1 IMG_1.jpg
        keep rev 1 {"check":"prone","readings":[{"what":"er","side":"right","tenths":4}],"method":["photo","helper"]}
    "#]]);
}

#[test]
fn a_leg_on_the_unexpected_side_of_the_picture_is_remarked_and_changes_nothing() {
    let mut it = Measuring::new(None);
    // The other leg is on the left of the picture: expected for the right leg of somebody face down.
    it.marked(38.0);
    it.tell(G::Leg(Side::Right));
    assert!(!it.open().sides_are_odd());
    it.tell(G::Leg(Side::Left));
    assert!(it.open().sides_are_odd());
    assert_eq!(it.open().angle().map(|it| it.way), Some(Way::Away));
}

#[test]
fn something_else_is_measured_with_marks_set_anew() {
    let mut it = Measuring::new(None);
    it.marked(38.0);
    it.tell(G::Leg(Side::Right));
    it.tell(G::Line(Line::Foot));
    assert_eq!((it.open().angle(), it.open().leg), (None, None));
    // Where a check asks, it says what is measured.
    let mut it = Measuring::new(Some(asked(Side::Right, Way::Towards)));
    it.tell(G::Line(Line::Foot));
    assert_eq!(it.open().line, Line::Shin);
}

#[test]
fn another_screen_and_closing_leave_it() {
    let mut it = Measuring::new(None);
    it.tell(G::Close);
    assert!(it.now().is_none());
    it.tell(G::Measure(None));
    it.0.tell(Message::Go(Place::Today));
    assert!(it.now().is_none());
}
