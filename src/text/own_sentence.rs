//! What is said while a person writes an exercise of their own and poses its figure.

use fluent::FluentArgs;

use super::Text;
use super::sentence::sentences;
use crate::figure::contact::{Part, Thing};
use crate::figure::source::PropKind;
use crate::figure::{Channel, Handle, Limb, Piece, Prop, Trunk};
use crate::units::Side;

sentences! {
    /// A sentence about an exercise of one's own and what it speaks of.
    #[expect(missing_docs, reason = "the sentence in en.ftl says what each is")]
    pub enum OwnSentence:
    "own-list" List,
    "own-list-new" ListNew,
    "own-list-levels" ListLevels { count: usize },
    "own-list-edit" ListEdit { name: &'a str },
    "own-list-copy" ListCopy { name: &'a str },
    "own-list-delete" ListDelete { name: &'a str },
    "own-replaces" Replaces,
    "own-delete-title" DeleteTitle { name: &'a str },
    "own-delete-about" DeleteAbout { count: usize, routines: &'a str },
    "own-delete-yes" DeleteYes,
    "own-delete-no" DeleteNo,
    "own-add-new" AddNew,
    "own-mine" Mine,
    "own-mine-about" MineAbout,
    "own-edit" Edit,
    "own-copy" Copy,
    "own-copy-name" CopyName { name: &'a str },
    "own-new-name" NewName,
    "own-new-why" NewWhy,
    "own-new-level" NewLevel,
    "own-new-setup" NewSetup,
    "own-new-how" NewHow,
    "own-new-stop-pain" NewStopPain,
    "own-new-stop-sharp" NewStopSharp,
    "own-new-side-line" NewSideLine,
    "own-kept-draft" KeptDraft,
    "own-use" Use,
    "own-use-here" UseHere,
    "own-use-new" UseNew,
    "own-use-in" UseIn { name: &'a str },
    "own-pane-exercise" PaneExercise,
    "own-pane-level" PaneLevel,
    "own-pane-movement" PaneMovement,
    "own-pane-text" PaneText,
    "own-name" Name,
    "own-short" Short,
    "own-block" Block,
    "own-why" Why,
    "own-muscles" Muscles,
    "own-muscles-pick" MusclesPick { count: usize },
    "own-level" Level,
    "own-level-copy" LevelCopy,
    "own-level-drop" LevelDrop,
    "own-level-name" LevelName,
    "own-level-drop-title" LevelDropTitle { number: u32 },
    "own-level-drop-about" LevelDropAbout { count: usize, routines: &'a str },
    "own-level-drop-yes" LevelDropYes,
    "own-things" Things,
    "own-thing-add" ThingAdd,
    "own-thing-ahead" ThingAhead { thing: &'a str },
    "own-thing-right" ThingRight { thing: &'a str },
    "own-thing-turn" ThingTurn { thing: &'a str },
    "own-centimetres" Centimetres { centimetres: &'a str },
    "own-degrees" Degrees { degrees: &'a str },
    "own-touch-on" TouchOn { part: &'a str, thing: &'a str },
    "own-thing-chair" ThingChair,
    "own-thing-high-chair" ThingHighChair,
    "own-thing-wall" ThingWall,
    "own-thing-mat" ThingMat,
    "own-thing-block" ThingBlock,
    "own-thing-bench" ThingBench,
    "own-thing-table" ThingTable,
    "own-thing-bed" ThingBed,
    "own-thing-cushion" ThingCushion,
    "own-thing-pillow" ThingPillow,
    "own-thing-band-knees" ThingBandKnees,
    "own-thing-band-ankles" ThingBandAnkles,
    "own-thing-band-forefeet" ThingBandForefeet,
    "own-thing-weight" ThingWeight,
    "own-thing-line" ThingLine,
    "own-thing-strap-left" ThingStrapLeft,
    "own-thing-strap-right" ThingStrapRight,
    "own-sides" Sides,
    "own-sides-both" SidesBoth,
    "own-sides-each" SidesEach,
    "own-sides-each-way" SidesEachWay,
    "own-side-line" SideLine,
    "own-side-line-about" SideLineAbout,
    "own-position" Position { what: &'a str },
    "own-equipment-pick" EquipmentPick { count: usize },
    "own-screen" Screen,
    "own-dose" Dose,
    "own-sets-least" SetsLeast,
    "own-sets-most" SetsMost,
    "own-least" Least { unit: &'a str },
    "own-most" Most { unit: &'a str },
    "own-unit" Unit,
    "own-unit-hold" UnitHold,
    "own-unit-reps" UnitReps,
    "own-unit-steps" UnitSteps,
    "own-unit-reaches" UnitReaches,
    "own-unit-drill" UnitDrill,
    "own-begins" Begins,
    "own-setup" Setup,
    "own-how" How,
    "own-cues" Cues,
    "own-cues-about" CuesAbout,
    "own-cue-short" CueShort { number: usize },
    "own-mistakes" Mistakes,
    "own-mistake" Mistake { number: usize },
    "own-stop-if" StopIf,
    "own-stop" Stop { number: usize },
    "own-stop-pain" StopPain { number: usize },
    "own-stop-pain-none" StopPainNone,
    "own-take-out" TakeOut { what: &'a str },
    "own-no-form" NoForm,
    "own-preview" Preview,
    "own-preview-none" PreviewNone,
    "own-text-about" TextAbout,
    "own-movement-pick" MovementPick,
    "own-movement-fresh" MovementFresh,
    "own-movement-pose" MovementPose,
    "own-movement-none-about" MovementNoneAbout,
    "own-movement-search" MovementSearch,
    "own-movement-of" MovementOf { exercise: &'a str, level: usize },
    "own-pose-search" PoseSearch,
    "own-pose-choose" PoseChoose,
    "own-found-none" FoundNone,
    "own-way" WayName,
    "own-way-reps" WayReps { to: &'a str, back: &'a str },
    "own-way-hold" WayHold,
    "own-stops" Stops,
    "own-stop-start" StopStart,
    "own-stop-end" StopEnd,
    "own-stop-number" StopNumber { number: usize },
    "own-mirror" Mirror,
    "own-like-start" LikeStart,
    "own-like-end" LikeEnd,
    "own-from-here" FromHere,
    "own-turn-left" TurnLeft,
    "own-turn-right" TurnRight,
    "own-touches" Touches { count: usize },
    "own-angles" Angles,
    "own-handle-keys" HandleKeys,
    "own-handle-held" HandleHeld { handle: &'a str },
    "own-at-end" AtEnd { joint: &'a str, degrees: &'a str, least: &'a str, most: &'a str },
    "own-joint-range" JointRange { joint: &'a str, least: &'a str, most: &'a str },
    "own-sinks" Sinks { part: &'a str, by: &'a str },
    "own-posed" Posed { side: &'a str },
    "own-handle-head" HandleHead,
    "own-handle-pelvis" HandlePelvis,
    "own-handle-hand" HandleHand { side: &'a str },
    "own-handle-elbow" HandleElbow { side: &'a str },
    "own-handle-knee" HandleKnee { side: &'a str },
    "own-handle-foot" HandleFoot { side: &'a str },
    "own-joint-pelvis-pitch" JointPelvisPitch,
    "own-joint-pelvis-roll" JointPelvisRoll,
    "own-joint-pelvis-axial" JointPelvisAxial,
    "own-joint-pelvis-yaw" JointPelvisYaw,
    "own-joint-spine-flex" JointSpineFlex,
    "own-joint-spine-side" JointSpineSide,
    "own-joint-spine-twist" JointSpineTwist,
    "own-joint-neck-flex" JointNeckFlex,
    "own-joint-neck-side" JointNeckSide,
    "own-joint-neck-turn" JointNeckTurn,
    "own-joint-hip-flex" JointHipFlex { side: &'a str },
    "own-joint-hip-abduct" JointHipAbduct { side: &'a str },
    "own-joint-hip-turn" JointHipTurn { side: &'a str },
    "own-joint-knee" JointKnee { side: &'a str },
    "own-joint-ankle" JointAnkle { side: &'a str },
    "own-joint-inversion" JointInversion { side: &'a str },
    "own-joint-toes" JointToes { side: &'a str },
    "own-joint-shoulder-flex" JointShoulderFlex { side: &'a str },
    "own-joint-shoulder-abduct" JointShoulderAbduct { side: &'a str },
    "own-joint-shoulder-turn" JointShoulderTurn { side: &'a str },
    "own-joint-elbow" JointElbow { side: &'a str },
    "own-joint-forearm" JointForearm { side: &'a str },
    "own-joint-wrist" JointWrist { side: &'a str },
    "own-part-pelvis" PartPelvis,
    "own-part-trunk" PartTrunk,
    "own-part-head" PartHead,
    "own-part-hip" PartHip { side: &'a str },
    "own-part-shoulder" PartShoulder { side: &'a str },
    "own-part-thigh" PartThigh { side: &'a str },
    "own-part-knee" PartKnee { side: &'a str },
    "own-part-shin" PartShin { side: &'a str },
    "own-part-ankle" PartAnkle { side: &'a str },
    "own-part-instep" PartInstep { side: &'a str },
    "own-part-heel" PartHeel { side: &'a str },
    "own-part-ball" PartBall { side: &'a str },
    "own-part-foot" PartFoot { side: &'a str },
    "own-part-upper-arm" PartUpperArm { side: &'a str },
    "own-part-elbow" PartElbow { side: &'a str },
    "own-part-forearm" PartForearm { side: &'a str },
    "own-part-hand" PartHand { side: &'a str },
    "own-part-palm" PartPalm { side: &'a str },
    "own-part-fingers" PartFingers { side: &'a str },
}

const fn side_of(side: Side) -> &'static str {
    match side {
        Side::Left => "left",
        Side::Right => "right",
    }
}

impl Text {
    /// A sentence about an exercise of one's own in the person's language.
    pub fn own(&self, sentence: OwnSentence<'_>) -> String {
        self.format(sentence.id(), &sentence.args())
    }

    /// A part that can be taken hold of: "Left hand".
    pub fn handle(&self, handle: Handle) -> String {
        self.own(match handle {
            Handle::Head => OwnSentence::HandleHead,
            Handle::Pelvis => OwnSentence::HandlePelvis,
            Handle::Hand(side) => OwnSentence::HandleHand { side: side_of(side) },
            Handle::Elbow(side) => OwnSentence::HandleElbow { side: side_of(side) },
            Handle::Knee(side) => OwnSentence::HandleKnee { side: side_of(side) },
            Handle::Foot(side) => OwnSentence::HandleFoot { side: side_of(side) },
        })
    }

    /// A thing round the figure: "Chair".
    pub fn prop(&self, kind: PropKind) -> String {
        self.own(match kind {
            PropKind::Chair => OwnSentence::ThingChair,
            PropKind::HighChair => OwnSentence::ThingHighChair,
            PropKind::Wall => OwnSentence::ThingWall,
            PropKind::Mat => OwnSentence::ThingMat,
            PropKind::Block => OwnSentence::ThingBlock,
            PropKind::Bench => OwnSentence::ThingBench,
            PropKind::Table => OwnSentence::ThingTable,
            PropKind::Bed => OwnSentence::ThingBed,
            PropKind::Cushion => OwnSentence::ThingCushion,
            PropKind::Pillow => OwnSentence::ThingPillow,
            PropKind::BandKnees => OwnSentence::ThingBandKnees,
            PropKind::BandAnkles => OwnSentence::ThingBandAnkles,
            PropKind::BandForefeet => OwnSentence::ThingBandForefeet,
            PropKind::Weight => OwnSentence::ThingWeight,
            PropKind::Line => OwnSentence::ThingLine,
            PropKind::StrapLeft => OwnSentence::ThingStrapLeft,
            PropKind::StrapRight => OwnSentence::ThingStrapRight,
        })
    }

    /// A thing with a top: "Chair".
    pub fn top(&self, thing: Thing) -> String {
        self.prop(PropKind::of(&Prop::Thing { thing, at: glam::Vec2::ZERO, turn: 0.0 }))
    }

    /// A joint and the direction in which it turns: "Left knee: bent".
    pub fn joint(&self, channel: Channel) -> String {
        self.own(match channel {
            Channel::Trunk(it) => trunk(it),
            Channel::Limb(side, it) => limb(side_of(side), it),
        })
    }

    /// A part of the body that can rest on something: "Left foot".
    pub fn body_part(&self, part: Part, side: Side) -> String {
        let side = side_of(side);
        self.own(match part {
            Part::Pelvis => OwnSentence::PartPelvis,
            Part::Trunk => OwnSentence::PartTrunk,
            Part::Head => OwnSentence::PartHead,
            Part::Hip => OwnSentence::PartHip { side },
            Part::Shoulder => OwnSentence::PartShoulder { side },
            Part::Knee => OwnSentence::PartKnee { side },
            Part::Shin => OwnSentence::PartShin { side },
            Part::Ankle => OwnSentence::PartAnkle { side },
            Part::Instep => OwnSentence::PartInstep { side },
            Part::Heel => OwnSentence::PartHeel { side },
            Part::Ball => OwnSentence::PartBall { side },
            Part::Foot => OwnSentence::PartFoot { side },
            Part::Elbow => OwnSentence::PartElbow { side },
            Part::Forearm => OwnSentence::PartForearm { side },
            Part::Hand => OwnSentence::PartHand { side },
            Part::Palm => OwnSentence::PartPalm { side },
            Part::Fingers => OwnSentence::PartFingers { side },
        })
    }

    /// A piece of the figure: "Left thigh".
    pub fn piece(&self, piece: Piece) -> String {
        self.own(match piece {
            Piece::Pelvis => OwnSentence::PartPelvis,
            Piece::Torso => OwnSentence::PartTrunk,
            Piece::Neck | Piece::Head | Piece::Hair => OwnSentence::PartHead,
            Piece::Thigh(side) => OwnSentence::PartThigh { side: side_of(side) },
            Piece::Shank(side) => OwnSentence::PartShin { side: side_of(side) },
            Piece::Foot(side) => OwnSentence::PartFoot { side: side_of(side) },
            Piece::UpperArm(side) => OwnSentence::PartUpperArm { side: side_of(side) },
            Piece::Forearm(side) => OwnSentence::PartForearm { side: side_of(side) },
            Piece::Hand(side) => OwnSentence::PartHand { side: side_of(side) },
        })
    }
}

const fn trunk<'a>(it: Trunk) -> OwnSentence<'a> {
    match it {
        Trunk::PelvisPitch => OwnSentence::JointPelvisPitch,
        Trunk::PelvisRoll => OwnSentence::JointPelvisRoll,
        Trunk::PelvisAxial => OwnSentence::JointPelvisAxial,
        Trunk::PelvisYaw => OwnSentence::JointPelvisYaw,
        Trunk::SpineFlex => OwnSentence::JointSpineFlex,
        Trunk::SpineSide => OwnSentence::JointSpineSide,
        Trunk::SpineTwist => OwnSentence::JointSpineTwist,
        Trunk::NeckFlex => OwnSentence::JointNeckFlex,
        Trunk::NeckSide => OwnSentence::JointNeckSide,
        Trunk::NeckTurn => OwnSentence::JointNeckTurn,
    }
}

const fn limb(side: &str, it: Limb) -> OwnSentence<'_> {
    match it {
        Limb::HipFlex => OwnSentence::JointHipFlex { side },
        Limb::HipAbduct => OwnSentence::JointHipAbduct { side },
        Limb::HipTurn => OwnSentence::JointHipTurn { side },
        Limb::Knee => OwnSentence::JointKnee { side },
        Limb::Ankle => OwnSentence::JointAnkle { side },
        Limb::Inversion => OwnSentence::JointInversion { side },
        Limb::Toes => OwnSentence::JointToes { side },
        Limb::ShoulderFlex => OwnSentence::JointShoulderFlex { side },
        Limb::ShoulderAbduct => OwnSentence::JointShoulderAbduct { side },
        Limb::ShoulderTurn => OwnSentence::JointShoulderTurn { side },
        Limb::Elbow => OwnSentence::JointElbow { side },
        Limb::Forearm => OwnSentence::JointForearm { side },
        Limb::Wrist => OwnSentence::JointWrist { side },
    }
}
