//! Measuring an angle on a photo. It lies over whatever screen it was opened from, which goes on
//! beneath it: a session keeps its time.
//!
//! Opened by a check, it answers with one reading ([`Measured`]); opened by itself, from Progress, every
//! reading goes into the journal at once. A photo is read and shown; nothing of it is stored unless the
//! person asks.

mod board;
mod keep;

use std::path::{Path, PathBuf};

use super::{Coach, Effect, Saved, Trouble};
use crate::history::RecordId;
use crate::measure::{Angle, Line, Picture, PictureSide, Point, Refusal, Way};
use crate::units::{Now, Side};

pub use board::{Board, Mark, Placed};
pub use keep::Measured;

/// What a check asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// Id of the check, and of its part.
    pub check: String,
    /// What is to be measured.
    pub line: Line,
    /// Whose.
    pub side: Side,
    /// The direction; nothing where any will do.
    pub way: Option<Way>,
    /// Which reading it is, from 1.
    pub number: u32,
    /// How many there are.
    pub of: u32,
}

/// The photo.
#[derive(Debug, Clone, PartialEq)]
pub enum Photo {
    /// None yet.
    None,
    /// It is being read.
    Opening {
        /// The name of its file.
        name: String,
    },
    /// It cannot be measured.
    Refused {
        /// The name of its file.
        name: String,
        /// Why.
        why: Refusal,
    },
    /// It is shown, with marks on it.
    Shown(Box<Shown>),
}

/// A photo that is shown.
#[derive(Debug, Clone, PartialEq)]
pub struct Shown {
    /// The name of its file.
    pub name: String,
    /// What is seen.
    pub picture: Picture,
    /// By how many quarters it was turned, clockwise, 0 to 3.
    pub quarters: u8,
    /// The marks on it.
    pub board: Board,
    /// Where it lies.
    pub(super) path: PathBuf,
}

/// What has to be looked at again before a reading is kept: it is not what the check asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Doubt {
    /// Whether the direction is the other one.
    pub way: bool,
    /// Whether the leg is the other one.
    pub side: bool,
}

/// What still has to be told before a reading can be kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lacks {
    /// Marks, or their direction.
    Marks,
    /// Which leg it is.
    Leg,
    /// Who watched the pelvis.
    Watch,
}

/// What the screen knows.
#[derive(Debug, Clone, PartialEq)]
#[expect(clippy::struct_excessive_bools, reason = "independent answers of a person")]
pub struct Goniometer {
    /// What a check asks for; nothing when it was opened by itself.
    pub asked: Option<Asked>,
    /// What is measured.
    pub line: Line,
    /// The photo and its marks.
    pub photo: Photo,
    /// The path in the field.
    pub path: String,
    /// Whether a photo was to be chosen and none was.
    pub was_not_chosen: bool,
    /// The leg, as the person has confirmed it.
    pub leg: Option<Side>,
    /// Whether a helper held the pelvis, when told.
    pub was_watched: Option<bool>,
    /// Whether the photo is to be kept with the check.
    pub keeps_photo: bool,
    /// What has to be looked at again.
    pub doubt: Option<Doubt>,
    /// The readings of the record that is being made, oldest first.
    pub taken: Vec<Measured>,
    /// Whether they are on the disk.
    pub saved: Option<Saved>,
    /// What became of the copy of the photo.
    pub photo_kept: Option<Result<String, Trouble>>,
    /// Whether records can be written.
    pub can_keep: bool,
    /// The record that holds them.
    record: Option<RecordId>,
    /// The record that is on its way to the disk.
    saving: Option<RecordId>,
    /// Whether the next record that is made is this one.
    is_making: bool,
    /// Counts the photos, so that a late one is not taken for the last.
    pub(super) request: u64,
}

/// What a person does while measuring on a photo.
#[derive(Debug, Clone, PartialEq)]
pub enum GoniometerMessage {
    /// Open it: for a check, or by itself.
    Measure(Option<Asked>),
    /// Close it.
    Close,
    /// Choose a photo in the system's own dialog.
    ChoosePhoto,
    /// The path as it now reads.
    Path(String),
    /// Open the photo at the path in the field.
    OpenPath,
    /// Open this photo.
    Open(PathBuf),
    /// Turn the picture by a quarter, clockwise.
    Turn,
    /// A click sets this mark next.
    Take(Mark),
    /// Put a mark here.
    Put(Mark, Point),
    /// Put the current mark here, and go on to the next.
    Click(Point),
    /// With a level line, or without.
    Level(bool),
    /// What is measured.
    Line(Line),
    /// This leg it is.
    Leg(Side),
    /// Whether a helper held the pelvis.
    Watched(bool),
    /// Whether to keep the photo.
    KeepPhoto(bool),
    /// Keep the reading.
    Keep,
    /// Keep it although it is not what was asked for.
    KeepAnyway,
    /// It is to be measured again.
    Again,
    /// Take the last reading back.
    TakeBack,
}

/// What the edges tell about a photo.
#[derive(Debug, Clone, PartialEq)]
pub enum PhotoNews {
    /// The person chose this one in the system's dialog; none when they chose none, or there is no
    /// dialog.
    Chosen(Option<PathBuf>),
    /// One was read, or cannot be.
    Read {
        /// The number that the coach gave it.
        request: u64,
        /// Where it lies.
        path: PathBuf,
        /// The picture, or why there is none.
        read: Result<Picture, Refusal>,
    },
    /// The copy of one is here, or could not be made.
    Kept(Result<String, Trouble>),
}

impl Goniometer {
    fn new(asked: Option<Asked>, can_keep: bool) -> Self {
        Self {
            line: asked.as_ref().map(|it| it.line).unwrap_or_default(),
            asked,
            photo: Photo::None,
            path: String::new(),
            was_not_chosen: false,
            leg: None,
            was_watched: None,
            keeps_photo: false,
            doubt: None,
            taken: Vec::new(),
            saved: None,
            photo_kept: None,
            can_keep,
            record: None,
            saving: None,
            is_making: false,
            request: 0,
        }
    }

    /// The photo that is shown.
    pub fn shown(&self) -> Option<&Shown> {
        if let Photo::Shown(it) = &self.photo { Some(it) } else { None }
    }

    fn shown_mut(&mut self) -> Option<&mut Shown> {
        if let Photo::Shown(it) = &mut self.photo { Some(it) } else { None }
    }

    /// The angle, once every mark is set and they say one.
    pub fn angle(&self) -> Option<Angle> {
        self.shown()?.board.angle()?.ok()
    }

    /// What still has to be told before the reading can be kept; nothing when all is.
    pub fn lacks(&self) -> Option<Lacks> {
        // Where a check asks for a direction, one that stands upright is a reading of 0°.
        let is_asked = self.asked.as_ref().is_some_and(|it| it.way.is_some());
        let holds = |it: &Angle| {
            it.holds() && (is_asked || self.line == Line::Foot || it.way != Way::Upright)
        };
        if !self.angle().as_ref().is_some_and(holds) {
            Some(Lacks::Marks)
        } else if self.leg.is_none() {
            Some(Lacks::Leg)
        } else {
            let is_told = self.was_watched.is_some() || self.line == Line::Foot;
            (!is_told).then_some(Lacks::Watch)
        }
    }

    /// Whether the leg stands where the other one is expected: the picture is mirrored, or the leg is
    /// not the one that was confirmed.
    pub fn sides_are_odd(&self) -> bool {
        let (Some(angle), Some(leg)) = (self.angle(), self.leg) else { return false };
        // From the feet end the right leg of somebody lying face down is on the right of the picture,
        // the other one on the left of it; of somebody lying on the back it is the other way round.
        let usual = match (self.line, leg) {
            (Line::Shin, Side::Right) | (Line::Foot, Side::Left) => PictureSide::Left,
            (Line::Shin, Side::Left) | (Line::Foot, Side::Right) => PictureSide::Right,
        };
        angle.other != usual
    }

    /// The marks were changed: what was doubted is to be looked at anew.
    fn mark(&mut self, change: impl FnOnce(&mut Board)) {
        self.doubt = None;
        if let Some(it) = self.shown_mut() {
            change(&mut it.board);
        }
    }

    fn open(&mut self, path: PathBuf, effects: &mut Vec<Effect>) {
        self.request += 1;
        self.doubt = None;
        self.was_not_chosen = false;
        self.photo_kept = None;
        self.photo = Photo::Opening { name: name_of(&path) };
        effects.push(Effect::OpenPhoto { request: self.request, path });
    }

    /// The photo was read, or cannot be.
    fn read(&mut self, path: PathBuf, read: Result<Picture, Refusal>) {
        let name = name_of(&path);
        self.photo = match read {
            Ok(picture) => {
                let board = Board::new((picture.width.into(), picture.height.into()));
                let shown = Shown { name, picture, quarters: 0, board, path };
                Photo::Shown(Box::new(shown))
            }
            Err(why) => Photo::Refused { name, why },
        };
    }
}

/// The name of a file, as far as it can be shown.
fn name_of(path: &Path) -> String {
    let name = path.file_name().unwrap_or(path.as_os_str());
    name.to_string_lossy().into_owned()
}

/// A path as it was typed or pasted, with the quotes and the scheme that file windows put around it.
fn path_of(typed: &str) -> PathBuf {
    let typed = typed.trim();
    let typed = typed.strip_prefix("file://").unwrap_or(typed);
    let quoted = ['"', '\''].into_iter().find_map(|it| typed.strip_prefix(it)?.strip_suffix(it));
    PathBuf::from(quoted.unwrap_or(typed))
}

/// The longest path that is kept in the field, in characters.
const LONGEST_PATH: usize = 4096;

impl Coach {
    pub(super) fn take_in_goniometer(
        &mut self,
        message: GoniometerMessage,
        now: &Now,
        effects: &mut Vec<Effect>,
    ) {
        if let GoniometerMessage::Measure(asked) = message {
            let can_keep = self.can_keep();
            self.measuring = Some(Box::new(Goniometer::new(asked, can_keep)));
            return;
        }
        let Some(it) = &mut self.measuring else { return };
        match message {
            GoniometerMessage::Measure(_) => {}
            GoniometerMessage::Close => self.measuring = None,
            GoniometerMessage::ChoosePhoto => {
                it.was_not_chosen = false;
                effects.push(Effect::ChoosePhoto);
            }
            GoniometerMessage::Path(path) => it.path = path.chars().take(LONGEST_PATH).collect(),
            GoniometerMessage::OpenPath => {
                if !it.path.trim().is_empty() {
                    it.open(path_of(&it.path), effects);
                }
            }
            GoniometerMessage::Open(path) => it.open(path, effects),
            GoniometerMessage::Turn => {
                it.mark(Board::turn);
                if let Some(it) = it.shown_mut() {
                    it.quarters = (it.quarters + 1) % 4;
                }
            }
            GoniometerMessage::Take(mark) => it.mark(|it| it.current = mark),
            GoniometerMessage::Put(mark, at) => it.mark(|it| it.put(mark, at)),
            GoniometerMessage::Click(at) => it.mark(|it| {
                it.put(it.current, at);
                it.go_on();
            }),
            GoniometerMessage::Level(on) => it.mark(|it| it.level(on)),
            GoniometerMessage::Line(line) => it.measure(line),
            GoniometerMessage::Leg(side) => {
                it.leg = Some(side);
                it.doubt = None;
            }
            GoniometerMessage::Watched(was) => it.was_watched = Some(was),
            GoniometerMessage::KeepPhoto(keeps) => it.keeps_photo = keeps,
            GoniometerMessage::Again => it.doubt = None,
            GoniometerMessage::Keep => self.keep_measured(false, now, effects),
            GoniometerMessage::KeepAnyway => self.keep_measured(true, now, effects),
            GoniometerMessage::TakeBack => self.take_measured_back(now, effects),
        }
    }

    /// What the edges tell about a photo.
    pub(super) fn photo_news(&mut self, news: PhotoNews, effects: &mut Vec<Effect>) {
        let Some(it) = &mut self.measuring else { return };
        match news {
            PhotoNews::Chosen(Some(path)) => it.open(path, effects),
            PhotoNews::Chosen(None) => it.was_not_chosen = true,
            PhotoNews::Read { request, path, read } if it.request == request => it.read(path, read),
            // Another one was opened since.
            PhotoNews::Read { .. } => {}
            PhotoNews::Kept(kept) => it.photo_kept = Some(kept),
        }
    }
}
