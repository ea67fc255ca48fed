//! The joints by number, each with its range, and what is to be said of the pose.

use egui::{CollapsingHeader, Slider, Ui};

use super::{Shown, wrong_ui};
use crate::coach::OwnMessage;
use crate::figure::{Channel, Handle, Limb, Trunk, range};
use crate::text::OwnSentence as S;
use crate::ui::theme::{Palette, Type, space};

/// Centimetres in a body height: figures are told for a body of 170 cm.
const STATURE: f32 = 170.0;

const LEG: [Limb; 7] = [
    Limb::HipFlex,
    Limb::HipAbduct,
    Limb::HipTurn,
    Limb::Knee,
    Limb::Ankle,
    Limb::Inversion,
    Limb::Toes,
];
const ARM: [Limb; 6] = [
    Limb::ShoulderFlex,
    Limb::ShoulderAbduct,
    Limb::ShoulderTurn,
    Limb::Elbow,
    Limb::Forearm,
    Limb::Wrist,
];
const BODY: [Trunk; 7] = [
    Trunk::PelvisPitch,
    Trunk::PelvisRoll,
    Trunk::PelvisAxial,
    Trunk::PelvisYaw,
    Trunk::SpineFlex,
    Trunk::SpineSide,
    Trunk::SpineTwist,
];
const HEAD: [Trunk; 6] = [
    Trunk::NeckFlex,
    Trunk::NeckSide,
    Trunk::NeckTurn,
    Trunk::SpineFlex,
    Trunk::SpineSide,
    Trunk::SpineTwist,
];

/// The joints that carry a part.
fn joints(handle: Handle) -> Vec<Channel> {
    let limbs = |side, of: &[Limb]| of.iter().map(|it| Channel::Limb(side, *it)).collect();
    match handle {
        Handle::Head => HEAD.map(Channel::Trunk).to_vec(),
        Handle::Pelvis => BODY.map(Channel::Trunk).to_vec(),
        Handle::Hand(side) | Handle::Elbow(side) => limbs(side, &ARM),
        Handle::Knee(side) | Handle::Foot(side) => limbs(side, &LEG),
    }
}

/// The joints of the part that is taken, to be turned one by one.
pub(super) fn angles_ui(ui: &mut Ui, shown: Shown<'_>, said: &mut Vec<OwnMessage>) {
    let Some(posing) = shown.editor.posing() else { return };
    let text = shown.text;
    let label = text.own(S::Angles);
    let header = CollapsingHeader::new(Type::Label.text(&label)).id_salt("own-angles");
    header.default_open(false).show(ui, |ui| {
        ui.spacing_mut().slider_width = (ui.available_width() - 96.0).max(96.0);
        ui.spacing_mut().interact_size.y = 24.0;
        let part = text.handle(shown.editor.handle);
        ui.label(Type::Strong.text(part).color(Palette::of(ui).text));
        for channel in joints(shown.editor.handle) {
            let range = range::of(channel);
            let (least, most) = (range.least.to_string(), range.most.to_string());
            let joint = text.joint(channel);
            let name = text.own(S::JointRange { joint: &joint, least: &least, most: &most });
            let label = ui.label(Type::Note.text(name).color(Palette::of(ui).muted));
            let mut degrees = posing.pose().get(channel).round();
            let before = degrees;
            let slider =
                Slider::new(&mut degrees, range.least..=range.most).step_by(1.0).suffix("°");
            let response = ui.add(slider).labelled_by(label.id);
            if (degrees - before).abs() >= 1.0 {
                said.push(OwnMessage::Turn(channel, degrees));
            }
            if response.drag_stopped() || response.lost_focus() {
                said.push(OwnMessage::Part);
            }
            ui.add_space(space::XS);
        }
    });
}

/// What is to be said of the pose: joints at an end of their range, parts below the floor.
pub(super) fn remarks_ui(ui: &mut Ui, shown: Shown<'_>) {
    let Some(posing) = shown.editor.posing() else { return };
    let text = shown.text;
    let of_part = joints(shown.editor.handle);
    let palette = Palette::of(ui);
    for (channel, degrees, range) in posing.at_end().filter(|it| of_part.contains(&it.0)) {
        let joint = text.joint(channel);
        let [degrees, least, most] =
            [degrees.round(), range.least, range.most].map(|it| it.to_string());
        let words = S::AtEnd { joint: &joint, degrees: &degrees, least: &least, most: &most };
        ui.label(Type::Note.text(text.own(words)).color(palette.ready));
    }
    let sunk: Vec<_> = posing
        .sunk()
        .into_iter()
        .map(|(piece, by)| {
            let by = format!("{:.0}", by * STATURE);
            text.own(S::Sinks { part: &text.piece(piece), by: &by })
        })
        .collect();
    wrong_ui(ui, &sunk);
}
