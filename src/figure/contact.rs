//! What touches what: the parts of the body that stand, lie or hold, and the surfaces they touch.
//!
//! A part is one or more points of a bone, each with the flesh that lies between it and a surface: a
//! knee that kneels has its joint 0.028 of the body height (4.8 cm at 170 cm) above the floor.

use glam::{Vec3, vec3};
use serde::{Deserialize, Serialize};

use super::skeleton::{
    ANKLE, BALL, Bone, FOREARM, Frames, HAND, HEAD, LUMBAR, SHANK, THIGH, TRUNK, UPPER_ARM, outward,
};
use crate::units::Side;

/// A part of the body that can rest on something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// What one sits on; also the back or the front of the pelvis when lying.
    Pelvis,
    /// The shoulder blades, or the chest when lying face down.
    Trunk,
    /// The back of the head.
    Head,
    /// The side of the hip.
    Hip,
    /// The side of the shoulder.
    Shoulder,
    /// The knee that kneels, or its outer side when lying.
    Knee,
    /// The front of the shin at the ankle, or its outer side when lying.
    Shin,
    /// The outer or inner ankle, on another part of the body.
    Ankle,
    /// The top of the foot, toes stretched.
    Instep,
    /// The heel.
    Heel,
    /// The ball of the foot, both sides of it, and the toes.
    Ball,
    /// Heel and ball: the whole sole.
    Foot,
    /// The point of the elbow.
    Elbow,
    /// Elbow and wrist.
    Forearm,
    /// The flat hand: its heel and its knuckles.
    Hand,
    /// The middle of the palm, for a hand that holds something round.
    Palm,
    /// The tips of the fingers.
    Fingers,
}

impl Part {
    /// Whether there is one on each side of the body.
    pub const fn is_paired(self) -> bool {
        !matches!(self, Self::Pelvis | Self::Trunk | Self::Head)
    }

    /// Whether a leg (and not an arm or the trunk) brings it to its place.
    const fn is_of_leg(self) -> bool {
        matches!(
            self,
            Self::Knee
                | Self::Shin
                | Self::Ankle
                | Self::Instep
                | Self::Heel
                | Self::Ball
                | Self::Foot
        )
    }

    const fn is_of_arm(self) -> bool {
        matches!(self, Self::Elbow | Self::Forearm | Self::Hand | Self::Palm | Self::Fingers)
    }
}

/// Which joints can bring a part to its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Chain {
    /// None but the whole body's place.
    Body,
    /// Hip, knee, ankle, toes.
    Leg(Side),
    /// Shoulder, elbow, forearm, wrist.
    Arm(Side),
}

/// One point of a bone that touches.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    /// The bone.
    pub bone: Bone,
    /// Where on the bone, in its own axes.
    pub local: Vec3,
    /// How far from a surface the point stays: the flesh around it.
    pub flesh: f32,
    /// Whether it rolls along the surface a little when the part turns, as a toe does when the heel
    /// rises: then only its height is held.
    pub rolls: bool,
}

/// What a part touches.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Surface {
    /// The floor, at height zero.
    Floor,
    /// The top of a thing that stands on the floor.
    Thing(Thing),
    /// An upright wall.
    Wall,
    /// Another part of the body.
    Body(Spot),
}

/// A thing with a top.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Thing {
    /// A firm cushion or folded towel, 7 cm.
    Cushion,
    /// A block or firm cushion to rest the arms on, 17 cm.
    Block,
    /// A bench or sofa, 36 cm.
    Bench,
    /// A bed, 51 cm.
    Bed,
    /// A chair, seat at 44 cm.
    Chair,
    /// A high chair, seat at 52 cm.
    HighChair,
    /// The back of a chair, 88 cm.
    ChairBack,
    /// A worktop or a high table, 83 cm.
    Table,
}

impl Thing {
    /// Whether it gives way under the body.
    pub const fn is_soft(self) -> bool {
        matches!(self, Self::Cushion | Self::Block)
    }

    /// The height of its top, in body heights.
    pub const fn height(self) -> f32 {
        match self {
            Self::Cushion => 0.040,
            Self::Block => 0.100,
            Self::Bench => 0.210,
            Self::Bed => 0.300,
            Self::Chair => 0.260,
            Self::HighChair => 0.305,
            Self::ChairBack => 0.520,
            Self::Table => 0.490,
        }
    }
}

/// A place on the skin of a bone.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Spot {
    /// The bone.
    pub bone: Bone,
    /// The side of the body, for a bone in the middle of it.
    pub side: Side,
    /// How far along it: 0 at its near joint, 1 at its far end.
    pub along: f32,
    /// On which side of it.
    pub facing: Facing,
}

/// A side of a bone, seen from the person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Facing {
    /// The front.
    Front,
    /// The back.
    Back,
    /// Towards the middle of the body.
    Inside,
    /// Away from the middle of the body.
    Outside,
}

impl Spot {
    /// Where it is, for a part that keeps `flesh` away from the skin.
    pub fn place(self, frames: &Frames, flesh: f32) -> Vec3 {
        let (length, radius) = self.size();
        let out = outward(self.side);
        let away = match self.facing {
            Facing::Front => vec3(radius + flesh, 0.0, 0.0),
            Facing::Back => vec3(-radius - flesh, 0.0, 0.0),
            Facing::Inside => vec3(0.0, 0.0, -out * (radius + flesh)),
            Facing::Outside => vec3(0.0, 0.0, out * (radius + flesh)),
        };
        frames.at(self.bone, vec3(0.0, length * self.along, 0.0) + away)
    }

    /// The length of the bone along its own Y (with its sign) and the radius of its flesh.
    fn size(self) -> (f32, f32) {
        let aside = matches!(self.facing, Facing::Inside | Facing::Outside);
        match self.bone {
            Bone::Pelvis => (LUMBAR, if aside { 0.088 } else { 0.052 }),
            Bone::Trunk => (TRUNK, if aside { 0.098 } else { 0.055 }),
            Bone::Head => (HEAD, 0.050),
            Bone::Thigh(_) => (-THIGH, 0.048 - 0.017 * self.along),
            Bone::Shank(_) => (-SHANK, 0.031 - 0.012 * self.along),
            Bone::Foot(_) | Bone::Toes(_) => (-ANKLE, 0.020),
            Bone::UpperArm(_) => (-UPPER_ARM, 0.026),
            Bone::Forearm(_) => (-FOREARM, 0.020),
            Bone::Hand(_) => (-HAND, 0.012),
        }
    }

    /// The same place on the other side of the body.
    #[must_use]
    pub const fn mirrored(self) -> Self {
        Self { bone: self.bone.mirrored(), side: self.side.other(), ..self }
    }
}

/// One part on one surface.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Contact {
    /// The part.
    pub part: Part,
    /// Its side; of no meaning for the trunk's parts.
    pub side: Side,
    /// What it touches.
    pub on: Surface,
    /// Whether it may glide over the surface while it touches it, as toes that are drawn back.
    pub glides: bool,
}

impl Contact {
    /// The joints that bring it to its place.
    pub const fn chain(self) -> Chain {
        if self.part.is_of_leg() {
            Chain::Leg(self.side)
        } else if self.part.is_of_arm() {
            Chain::Arm(self.side)
        } else {
            Chain::Body
        }
    }

    /// The same contact on the other side of the body.
    #[must_use]
    pub const fn mirrored(self) -> Self {
        let on = match self.on {
            Surface::Body(spot) => Surface::Body(spot.mirrored()),
            Surface::Floor | Surface::Thing(_) | Surface::Wall => self.on,
        };
        let side = if self.part.is_paired() { self.side.other() } else { self.side };
        Self { side, on, ..self }
    }

    /// Every point that touches.
    pub fn points(self) -> impl Iterator<Item = Point> + use<> {
        let side = self.side;
        let second: &[Place] = if self.part == Part::Foot {
            places(Part::Ball)
        } else if self.part == Part::Forearm {
            &WRIST
        } else {
            &[]
        };
        let first = places(self.part);
        first.iter().chain(second).map(move |it| it.on(side))
    }
}

/// A point of a part on the right side.
#[derive(Debug, Clone, Copy)]
struct Place {
    bone: fn(Side) -> Bone,
    at: [f32; 3],
    flesh: f32,
    rolls: bool,
}

impl Place {
    const fn new(bone: fn(Side) -> Bone, at: [f32; 3], flesh: f32) -> Self {
        Self { bone, at, flesh, rolls: false }
    }

    const fn rolling(self) -> Self {
        Self { rolls: true, ..self }
    }

    fn on(self, side: Side) -> Point {
        let [x, y, z] = self.at;
        Point {
            bone: (self.bone)(side),
            local: vec3(x, y, z * outward(side)),
            flesh: self.flesh,
            rolls: self.rolls,
        }
    }
}

static WRIST: [Place; 1] = [Place::new(Bone::Hand, [0.0; 3], 0.017)];

fn places(part: Part) -> &'static [Place] {
    static PELVIS: [Place; 1] = [Place::new(|_| Bone::Pelvis, [0.0; 3], 0.066)];
    static TRUNK_BACK: [Place; 1] = [Place::new(|_| Bone::Trunk, [0.0, 0.175, 0.0], 0.064)];
    static HEAD_BACK: [Place; 1] = [Place::new(|_| Bone::Head, [0.0, HEAD + 0.012, 0.0], 0.066)];
    static HIP: [Place; 1] = [Place::new(Bone::Thigh, [0.0; 3], 0.052)];
    static SHOULDER: [Place; 1] = [Place::new(Bone::UpperArm, [0.0; 3], 0.034)];
    static KNEE: [Place; 1] = [Place::new(Bone::Shank, [0.0; 3], 0.028)];
    static SHIN: [Place; 1] = [Place::new(Bone::Foot, [0.0; 3], 0.029)];
    static ANKLE_SIDE: [Place; 1] = [Place::new(Bone::Foot, [0.0; 3], 0.018)];
    static INSTEP: [Place; 1] =
        [Place::new(Bone::Foot, [BALL + 0.022, -ANKLE + 0.011, 0.0], 0.011)];
    static HEEL_SOLE: [Place; 1] = [Place::new(Bone::Foot, [-0.016, -0.020, 0.0], 0.019)];
    // Both on one axis, that of the toes, so that a rising heel rolls over them.
    static BALLS: [Place; 3] = [
        Place::new(Bone::Foot, [0.069, -0.027, -0.012], 0.012),
        Place::new(Bone::Foot, [0.069, -0.027, 0.018], 0.012),
        Place::new(Bone::Toes, [0.022, 0.0105, -0.009], 0.0105).rolling(),
    ];
    static ELBOW: [Place; 1] = [Place::new(Bone::Forearm, [0.0; 3], 0.022)];
    static PALM: [Place; 3] = [
        Place::new(Bone::Hand, [0.0; 3], 0.016),
        Place::new(Bone::Hand, [0.016, -0.066, 0.0], 0.010),
        Place::new(Bone::Hand, [-0.015, -0.066, 0.0], 0.010),
    ];
    static GRIP: [Place; 1] = [Place::new(Bone::Hand, [0.0, -0.050, 0.0], 0.011)];
    static TIPS: [Place; 1] = [Place::new(Bone::Hand, [0.0, -0.098, 0.0], 0.006)];
    match part {
        Part::Pelvis => &PELVIS,
        Part::Trunk => &TRUNK_BACK,
        Part::Head => &HEAD_BACK,
        Part::Hip => &HIP,
        Part::Shoulder => &SHOULDER,
        Part::Knee => &KNEE,
        Part::Shin => &SHIN,
        Part::Ankle => &ANKLE_SIDE,
        Part::Instep => &INSTEP,
        Part::Heel | Part::Foot => &HEEL_SOLE,
        Part::Ball => &BALLS,
        Part::Elbow | Part::Forearm => &ELBOW,
        Part::Hand => &PALM,
        Part::Palm => &GRIP,
        Part::Fingers => &TIPS,
    }
}
