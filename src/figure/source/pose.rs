//! One pose file.

use super::{Fault, Source, number, schema};
use crate::figure::contact::{Contact, Facing, Part, Spot, Surface, Thing};
use crate::figure::key::Stance;
use crate::figure::pose::{Channel, Limb, Pose, Trunk};
use crate::figure::range::{self, OutOfRange};
use crate::figure::skeleton::Bone;
use crate::ron::{Document, Fields, Found, Node, Reader, Value};
use crate::units::{Side, Sides};
use serde::Deserialize;

/// Degrees by which a written angle may lie outside its range: rounding.
const SLACK: f32 = 0.5;

/// Whether a file is a pose: only a pose touches something.
pub fn is_pose(document: &Document) -> bool {
    let Some(Value::Fields(fields)) = document.root().map(|it| &it.value) else { return false };
    fields.iter().any(|it| it.name.value == "touches")
}

/// Whether a file is a pose or a movement, by the fields that only these have.
pub fn is_figure(document: &Document) -> bool {
    let Some(Value::Fields(fields)) = document.root().map(|it| &it.value) else { return false };
    fields.iter().any(|it| matches!(it.name.value.as_str(), "touches" | "drawn_for"))
}

/// The fields that lead to an angle: `left`, `hip`, `flex`.
pub const fn place_of(channel: Channel) -> &'static [&'static str] {
    match channel {
        Channel::Trunk(Trunk::PelvisPitch) => &["body", "pitch"],
        Channel::Trunk(Trunk::PelvisRoll) => &["body", "roll"],
        Channel::Trunk(Trunk::PelvisAxial) => &["body", "axial"],
        Channel::Trunk(Trunk::PelvisYaw) => &["body", "yaw"],
        Channel::Trunk(Trunk::SpineFlex) => &["spine", "flex"],
        Channel::Trunk(Trunk::SpineSide) => &["spine", "side"],
        Channel::Trunk(Trunk::SpineTwist) => &["spine", "twist"],
        Channel::Trunk(Trunk::NeckFlex) => &["neck", "flex"],
        Channel::Trunk(Trunk::NeckSide) => &["neck", "side"],
        Channel::Trunk(Trunk::NeckTurn) => &["neck", "turn"],
        Channel::Limb(Side::Left, it) => left(it),
        Channel::Limb(Side::Right, it) => right(it),
    }
}

/// Reads a pose file.
pub fn stance(document: &Document) -> (Option<Stance>, Vec<Found<Fault>>) {
    let mut source = Source::of(document);
    let stance = document.root().and_then(|it| source.stance(it));
    (stance, source.finish())
}

impl Source {
    fn stance(&mut self, root: &Node) -> Option<Stance> {
        let mut fields = self.reader.fields(root)?;
        schema(&mut self.reader, &mut fields);
        let id = fields.need(&mut self.reader, "id", Reader::text);
        let mut pose = Pose::default();
        self.trunk(&mut fields, &mut pose);
        for (name, sides) in [("both", Sides::Both), ("left", Sides::Left), ("right", Sides::Right)]
        {
            if let Some(node) = fields.node(name) {
                self.limbs(node, sides, &mut pose);
            }
        }
        let contacts = fields.node("touches").map(|it| self.contacts(it)).unwrap_or_default();
        let anchor = match fields.node("anchor") {
            Some(node) => self.anchor(node, &contacts),
            None => contacts.first().copied(),
        };
        fields.finish(&mut self.reader);
        Some(Stance { id: id?.value, pose, contacts, anchor: anchor? })
    }

    fn trunk(&mut self, fields: &mut Fields<'_>, pose: &mut Pose) {
        const GROUPS: [(&str, &[(&str, Trunk)]); 3] = [
            (
                "body",
                &[
                    ("pitch", Trunk::PelvisPitch),
                    ("roll", Trunk::PelvisRoll),
                    ("axial", Trunk::PelvisAxial),
                    ("yaw", Trunk::PelvisYaw),
                ],
            ),
            (
                "spine",
                &[
                    ("flex", Trunk::SpineFlex),
                    ("side", Trunk::SpineSide),
                    ("twist", Trunk::SpineTwist),
                ],
            ),
            (
                "neck",
                &[("flex", Trunk::NeckFlex), ("side", Trunk::NeckSide), ("turn", Trunk::NeckTurn)],
            ),
        ];
        for (group, angles) in GROUPS {
            let Some(node) = fields.node(group) else { continue };
            let Some(mut inner) = self.reader.fields(node) else { continue };
            for (name, channel) in angles {
                self.angle(&mut inner, name, &[Channel::Trunk(*channel)], pose);
            }
            inner.finish(&mut self.reader);
        }
    }

    /// The angles of one side, or of both.
    fn limbs(&mut self, node: &Node, sides: Sides, pose: &mut Pose) {
        const BALLS: [(&str, [(&str, Limb); 3]); 2] = [
            (
                "hip",
                [("flex", Limb::HipFlex), ("abduct", Limb::HipAbduct), ("turn", Limb::HipTurn)],
            ),
            (
                "shoulder",
                [
                    ("flex", Limb::ShoulderFlex),
                    ("abduct", Limb::ShoulderAbduct),
                    ("turn", Limb::ShoulderTurn),
                ],
            ),
        ];
        const HINGES: [(&str, Limb); 7] = [
            ("knee", Limb::Knee),
            ("ankle", Limb::Ankle),
            ("inversion", Limb::Inversion),
            ("toes", Limb::Toes),
            ("elbow", Limb::Elbow),
            ("forearm", Limb::Forearm),
            ("wrist", Limb::Wrist),
        ];
        let on = |limb: Limb| -> Vec<Channel> {
            let both = Side::BOTH.into_iter().filter(|it| sides.one().is_none_or(|one| one == *it));
            both.map(|side| Channel::Limb(side, limb)).collect()
        };
        let Some(mut fields) = self.reader.fields(node) else { return };
        for (ball, angles) in BALLS {
            let Some(node) = fields.node(ball) else { continue };
            let Some(mut inner) = self.reader.fields(node) else { continue };
            for (name, limb) in angles {
                self.angle(&mut inner, name, &on(limb), pose);
            }
            inner.finish(&mut self.reader);
        }
        for (name, limb) in HINGES {
            self.angle(&mut fields, name, &on(limb), pose);
        }
        fields.finish(&mut self.reader);
    }

    fn angle(
        &mut self,
        fields: &mut Fields<'_>,
        name: &'static str,
        channels: &[Channel],
        pose: &mut Pose,
    ) {
        let Some(angle) = fields.get(&mut self.reader, name, number) else { return };
        for channel in channels {
            let range = range::of(*channel);
            if range.holds(angle.value, SLACK) {
                pose.set(*channel, angle.value);
            } else {
                let wrong = OutOfRange { channel: *channel, degrees: angle.value, range };
                self.fault(angle.span, Fault::Angle(wrong));
                break;
            }
        }
    }

    fn contacts(&mut self, node: &Node) -> Vec<Contact> {
        let Some(nodes) = self.reader.list(node, |_, it| Some(it.clone())) else {
            return Vec::new();
        };
        nodes.iter().flat_map(|it| self.contact(it)).collect()
    }

    /// One contact, or the same on both sides.
    fn contact(&mut self, node: &Node) -> Vec<Contact> {
        let Some(mut fields) = self.reader.fields(node) else { return Vec::new() };
        let reader = &mut self.reader;
        let part = fields.need(reader, "part", Reader::word::<Part>);
        let side = fields.get(reader, "side", Reader::word::<Sides>);
        let on = fields.get(reader, "on", Reader::word::<On>).map_or(On::Floor, |it| it.value);
        let of = fields.get(reader, "of", Reader::word::<Side>).map(|it| it.value);
        let along = fields.get(reader, "along", number).map_or(0.5, |it| it.value);
        let facing = fields
            .get(reader, "facing", Reader::word::<Facing>)
            .map_or(Facing::Front, |it| it.value);
        let glides = fields.get(reader, "glides", Reader::truth).is_some_and(|it| it.value);
        fields.finish(reader);
        let Some(part) = part else { return Vec::new() };
        if side.is_none() && part.value.is_paired() {
            self.fault(node.span, Fault::NoSide);
            return Vec::new();
        }
        let sides = match side.map_or(Sides::Right, |it| it.value) {
            Sides::Left => vec![Side::Left],
            Sides::Right => vec![Side::Right],
            Sides::Both => Side::BOTH.to_vec(),
        };
        sides
            .into_iter()
            .map(|side| {
                let on = on.surface(of.unwrap_or(side), along, facing);
                Contact { part: part.value, side, on, glides }
            })
            .collect()
    }

    fn anchor(&mut self, node: &Node, contacts: &[Contact]) -> Option<Contact> {
        let mut fields = self.reader.fields(node)?;
        let part = fields.need(&mut self.reader, "part", Reader::word::<Part>);
        let side = fields.get(&mut self.reader, "side", Reader::word::<Side>);
        fields.finish(&mut self.reader);
        let part = part?.value;
        let fits = |it: &&Contact| it.part == part && side.is_none_or(|side| side.value == it.side);
        let anchor = contacts.iter().find(fits).copied();
        if anchor.is_none() {
            self.fault(node.span, Fault::LooseAnchor);
        }
        anchor
    }
}

/// What a part can be on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
enum On {
    Floor,
    Wall,
    Cushion,
    Block,
    Bench,
    Bed,
    Chair,
    HighChair,
    ChairBack,
    Table,
    Pelvis,
    Trunk,
    Head,
    Thigh,
    Shank,
    Foot,
    UpperArm,
    Forearm,
    Hand,
}

impl On {
    const fn surface(self, side: Side, along: f32, facing: Facing) -> Surface {
        let bone = match self {
            Self::Floor => return Surface::Floor,
            Self::Wall => return Surface::Wall,
            Self::Cushion => return Surface::Thing(Thing::Cushion),
            Self::Block => return Surface::Thing(Thing::Block),
            Self::Bench => return Surface::Thing(Thing::Bench),
            Self::Bed => return Surface::Thing(Thing::Bed),
            Self::Chair => return Surface::Thing(Thing::Chair),
            Self::HighChair => return Surface::Thing(Thing::HighChair),
            Self::ChairBack => return Surface::Thing(Thing::ChairBack),
            Self::Table => return Surface::Thing(Thing::Table),
            Self::Pelvis => Bone::Pelvis,
            Self::Trunk => Bone::Trunk,
            Self::Head => Bone::Head,
            Self::Thigh => Bone::Thigh(side),
            Self::Shank => Bone::Shank(side),
            Self::Foot => Bone::Foot(side),
            Self::UpperArm => Bone::UpperArm(side),
            Self::Forearm => Bone::Forearm(side),
            Self::Hand => Bone::Hand(side),
        };
        Surface::Body(Spot { bone, side, along, facing })
    }
}

const fn left(it: Limb) -> &'static [&'static str] {
    match it {
        Limb::HipFlex => &["left", "hip", "flex"],
        Limb::HipAbduct => &["left", "hip", "abduct"],
        Limb::HipTurn => &["left", "hip", "turn"],
        Limb::Knee => &["left", "knee"],
        Limb::Ankle => &["left", "ankle"],
        Limb::Inversion => &["left", "inversion"],
        Limb::Toes => &["left", "toes"],
        Limb::ShoulderFlex => &["left", "shoulder", "flex"],
        Limb::ShoulderAbduct => &["left", "shoulder", "abduct"],
        Limb::ShoulderTurn => &["left", "shoulder", "turn"],
        Limb::Elbow => &["left", "elbow"],
        Limb::Forearm => &["left", "forearm"],
        Limb::Wrist => &["left", "wrist"],
    }
}

const fn right(it: Limb) -> &'static [&'static str] {
    match it {
        Limb::HipFlex => &["right", "hip", "flex"],
        Limb::HipAbduct => &["right", "hip", "abduct"],
        Limb::HipTurn => &["right", "hip", "turn"],
        Limb::Knee => &["right", "knee"],
        Limb::Ankle => &["right", "ankle"],
        Limb::Inversion => &["right", "inversion"],
        Limb::Toes => &["right", "toes"],
        Limb::ShoulderFlex => &["right", "shoulder", "flex"],
        Limb::ShoulderAbduct => &["right", "shoulder", "abduct"],
        Limb::ShoulderTurn => &["right", "shoulder", "turn"],
        Limb::Elbow => &["right", "elbow"],
        Limb::Forearm => &["right", "forearm"],
        Limb::Wrist => &["right", "wrist"],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_angle_is_read_at_the_place_that_is_named_for_it() {
        for channel in Channel::all() {
            let value = place_of(channel)
                .iter()
                .rev()
                .fold("5".to_owned(), |value, name| format!("({name}: {value})"));
            let inner = value.trim_start_matches('(').trim_end_matches(')');
            let open = value.chars().take_while(|it| *it == '(').count();
            assert!(open >= 1 && !inner.is_empty());
            let fields = value.strip_prefix('(').and_then(|it| it.strip_suffix(')')).unwrap();
            let text = format!("(schema: 1, id: \"a\", {fields}, touches: [(part: pelvis)])");
            let (stance, found) = stance(&Document::read(text.as_bytes()));
            assert_eq!(found, []);
            assert_eq!(stance.unwrap().pose, Pose::default().with(channel, 5.0), "{text}");
        }
    }
}
