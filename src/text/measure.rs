//! Photos, marks and angles as sentences.

use super::{MeasureSentence as S, Text};
use crate::measure::{Angle, Kind, Line, Refusal, Remark, Way};

impl Text {
    /// Why a photo cannot be measured, and what can be done about it.
    pub fn photo_refusal(&self, name: &str, why: Refusal) -> String {
        self.measure(match why {
            Refusal::Gone => S::PhotoGone { name },
            Refusal::Denied => S::PhotoDenied { name },
            Refusal::Failing => S::PhotoFailing { name },
            Refusal::Folder => S::PhotoFolder { name },
            Refusal::NotAFile => S::PhotoNotAFile { name },
            Refusal::TooLarge => S::PhotoTooLarge { name },
            Refusal::Empty => S::PhotoEmpty { name },
            Refusal::Kind(Kind::Heic) => S::PhotoHeic { name },
            Refusal::Kind(Kind::Film) => S::PhotoFilm { name },
            Refusal::Kind(Kind::Pdf) => S::PhotoPdf { name },
            Refusal::Kind(Kind::Unknown) => S::PhotoUnknown { name },
            Refusal::Kind(kind) => S::PhotoKind { name, kind: kind.name() },
            Refusal::Damaged => S::PhotoDamaged { name },
            Refusal::TooManyPixels { width, height } => {
                S::PhotoTooManyPixels { name, width, height }
            }
            Refusal::TooSmall { width, height } => S::PhotoTooSmall { name, width, height },
        })
    }

    /// What the marks say: the direction by what is seen, the term second.
    pub fn angle(&self, angle: &Angle, line: Line) -> String {
        let degrees = whole(angle.degrees);
        self.measure(match (line, angle.way) {
            (_, Way::Unclear) => S::Unclear { degrees },
            (Line::Shin, Way::Away) => S::Inward { degrees },
            (Line::Shin, Way::Towards) => S::Outward { degrees },
            (Line::Shin, Way::Upright) => S::Upright,
            (Line::Foot, Way::Away) => S::FootOut { degrees },
            (Line::Foot, Way::Towards) => S::FootIn { degrees },
            (Line::Foot, Way::Upright) => S::FootUpright,
        })
    }

    /// What should be looked at before an angle is believed.
    pub fn angle_remark(&self, remark: Remark, angle: &Angle) -> String {
        self.measure(match remark {
            Remark::TooShort => {
                let degrees = format!("{:.1}", angle.unsure);
                return self.measure(S::RemarkShort { degrees: &degrees });
            }
            Remark::LevelTooShort => S::RemarkLevelShort,
            Remark::LevelLeans(degrees) => S::RemarkLean { degrees: whole(degrees) },
            Remark::UpsideDown => S::RemarkUpsideDown,
            Remark::Flat => S::RemarkFlat,
            Remark::OtherTooNear => S::RemarkOther,
        })
    }

    /// A reading that was kept: "38° inward".
    pub fn measured(&self, line: Line, way: Way, tenths: i32) -> String {
        let degrees = whole(f64::from(tenths) / 10.0);
        self.measure(match (line, way) {
            (Line::Shin, Way::Towards) => S::KeptOutward { degrees },
            (Line::Shin, Way::Away | Way::Upright | Way::Unclear) => S::KeptInward { degrees },
            (Line::Foot, Way::Towards) => S::KeptIn { degrees },
            (Line::Foot, Way::Away | Way::Upright | Way::Unclear) => S::KeptOut { degrees },
        })
    }
}

/// Whole degrees: a photo does not tell more.
pub(super) fn whole(degrees: f64) -> u32 {
    degrees.round().max(0.0) as u32
}
