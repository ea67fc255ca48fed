//! The moving figure: joint angles to places in space to flat shapes, without a screen.
//!
//! A [`Pose`] is angles ([`range`] says which are human), [`Frames`] are the bones that follow from
//! it. A [`Stance`] is a pose with what it touches; a [`Movement`] is stances tied to the phases of a
//! rep, to a hold or to a walk, and knows the figure at any [`FigureTime`]. A [`Picture`] of it is a
//! [`Drawing`]: flat shapes without colours. The files are read by [`source`] and kept on the
//! [`Shelf`]. A [`Posing`] is a figure under a hand that drags it, a [`Study`] the picture of it.
//!
//! **Invariant:** what touches in two poses that follow each other does not move between them.

mod bend;
mod body;
mod camera;
pub mod contact;
mod draw;
mod ease;
mod handle;
mod key;
mod movement;
mod muscle;
mod order;
mod picture;
pub mod plan;
mod pose;
mod posing;
mod prop;
pub mod range;
mod scene;
mod segment;
mod shape;
mod shelf;
pub mod skeleton;
mod solve;
pub mod source;
mod study;
pub mod svg;
mod system;
mod trunk;

pub use body::{Ball, Outline, Piece};
pub use camera::View;
pub use handle::Handle;
pub use key::{Key, Misfit, Pin, Stance};
pub use movement::{Course, FigureTime, Movement, Parts, Posed, Round, Step};
pub use muscle::{Muscle, Patch};
pub use picture::{Landmarks, Picture};
pub use pose::{Channel, Limb, Pose, Trunk};
pub use posing::Posing;
pub use prop::{BandAt, Block, Prop};
pub use scene::{Mark, MarkKind};
pub use shape::{Drawing, Fit, Ground, Kind, Paint, SHADOWS, Shape};
pub use shelf::{Faulty, Shelf};
pub use skeleton::{Bone, Frame, Frames};
pub use study::Study;
