//! One movement file.

use glam::vec3;

use super::{Fault, PropKind, Source, number, schema};
use crate::figure::camera::View;
use crate::figure::key::Stance;
use crate::figure::movement::{Course, Movement, Parts, Round, Step};
use crate::figure::plan;
use crate::figure::prop::Prop;
use crate::figure::scene::{Mark, MarkKind};
use crate::ron::{Document, Fields, Found, Node, Reader, Span, Spanned};
use crate::units::{Phase, Side, Sides};

/// Reads a movement file; `known` answers whether there is a pose of a name, and else which one was
/// probably meant.
pub fn movement(
    document: &Document,
    known: impl Fn(&str) -> Result<(), Option<String>>,
) -> (Option<Read>, Vec<Found<Fault>>) {
    let mut source = Source::of(document);
    let read = document.root().and_then(|it| source.parts(it));
    for id in read.iter().flat_map(|it| &it.poses) {
        if let Err(near) = known(&id.value) {
            source.fault(id.span, Fault::UnknownPose { id: id.value.clone(), near });
        }
    }
    (read, source.finish())
}

/// A movement as it was read, before its poses are placed.
#[derive(Debug, Clone, PartialEq)]
pub struct Read {
    parts: Parts,
    poses: Vec<Spanned<String>>,
    /// Where its course stands: the place of what is wrong between the poses.
    course: Span,
}

impl Read {
    /// Its id.
    pub fn id(&self) -> &str {
        &self.parts.id
    }

    /// Builds the movement.
    pub fn build(self, pose: impl Fn(&str) -> Option<Stance>) -> Result<Movement, Found<Fault>> {
        let course = self.course;
        Movement::new(self.parts, pose).map_err(|fault| {
            let fault = match fault {
                plan::Fault::Misfit(misfit) => Fault::Misfit(misfit),
                plan::Fault::UnknownPose(id) => Fault::UnknownPose { id, near: None },
                plan::Fault::Empty => Fault::NoCourse,
            };
            Found::error(course, fault)
        })
    }
}

impl Source {
    fn parts(&mut self, root: &Node) -> Option<Read> {
        let mut fields = self.reader.fields(root)?;
        let reader = &mut self.reader;
        schema(reader, &mut fields);
        let id = fields.need(reader, "id", Reader::text);
        let drawn_for = fields.need(reader, "drawn_for", Reader::word::<Sides>);
        let views = fields.node("views").map(|it| self.views(it)).unwrap_or_default();
        let reader = &mut self.reader;
        let ghost = fields.get(reader, "ghost", Reader::text).map(|it| it.value);
        let travels = fields.get(reader, "travels", Reader::truth).is_some_and(|it| it.value);
        let glows_on_both =
            fields.get(reader, "glows_on_both", Reader::truth).is_some_and(|it| it.value);
        let props = fields.node("things").map(|it| self.props(it)).unwrap_or_default();
        let marks = fields.node("marks").map(|it| self.marks(it)).unwrap_or_default();
        let mut poses = Vec::new();
        let course = self.course(&mut fields, &mut poses);
        fields.finish(&mut self.reader);
        let (course, span) = course?;
        let views = if views.is_empty() { vec![View { yaw: 40.0, pitch: 12.0 }] } else { views };
        let drawn_for = drawn_for?.value;
        let parts = Parts {
            id: id?.value,
            drawn_for,
            views,
            props,
            marks,
            ghost,
            glows_on_both,
            travels,
            course,
        };
        Some(Read { parts, poses, course: span })
    }

    fn views(&mut self, node: &Node) -> Vec<View> {
        let views = self.reader.list(node, |reader, it| {
            let mut fields = reader.fields(it)?;
            let yaw = fields.need(reader, "yaw", number);
            let pitch = fields.need(reader, "pitch", number);
            fields.finish(reader);
            Some(View { yaw: yaw?.value, pitch: pitch?.value })
        });
        views.unwrap_or_default()
    }

    fn course(
        &mut self,
        fields: &mut Fields<'_>,
        poses: &mut Vec<Spanned<String>>,
    ) -> Option<(Course, Span)> {
        let (reps, hold, drill) = (fields.node("reps"), fields.node("hold"), fields.node("drill"));
        match (reps, hold, drill) {
            (Some(node), None, None) => Some((self.reps(node, poses)?, node.span)),
            (None, Some(node), None) => Some((self.hold(node, poses)?, node.span)),
            (None, None, Some(node)) => Some((Course::Drill(self.steps(node, poses)), node.span)),
            _ => {
                self.fault(Span::new(fields.span.start, fields.span.start + 1), Fault::NoCourse);
                None
            }
        }
    }

    fn reps(&mut self, node: &Node, poses: &mut Vec<Spanned<String>>) -> Option<Course> {
        let mut fields = self.reader.fields(node)?;
        let begins = fields.get(&mut self.reader, "begins", Reader::word::<Phase>);
        let begins = begins.map_or(Phase::Lift, |it| it.value);
        let rounds = match fields.node("rounds") {
            Some(node) => {
                let nodes = self.reader.list(node, |_, it| Some(it.clone()))?;
                nodes
                    .iter()
                    .filter_map(|it| {
                        let mut fields = self.reader.fields(it)?;
                        let round = self.round(&mut fields, poses);
                        fields.finish(&mut self.reader);
                        Some(round)
                    })
                    .collect()
            }
            None => vec![self.round(&mut fields, poses)],
        };
        fields.finish(&mut self.reader);
        Some(Course::Reps { begins, rounds })
    }

    fn round(&mut self, fields: &mut Fields<'_>, poses: &mut Vec<Spanned<String>>) -> Round {
        let mut ids = |name| self.ids(fields, name, poses);
        Round { lift: ids("lift"), top: ids("top"), lower: ids("lower"), bottom: ids("bottom") }
    }

    fn ids(
        &mut self,
        fields: &mut Fields<'_>,
        name: &'static str,
        poses: &mut Vec<Spanned<String>>,
    ) -> Vec<String> {
        let ids = fields.list(&mut self.reader, name, Reader::text);
        poses.extend(ids.iter().cloned());
        ids.into_iter().map(|it| it.value).collect()
    }

    fn hold(&mut self, node: &Node, poses: &mut Vec<Spanned<String>>) -> Option<Course> {
        let mut fields = self.reader.fields(node)?;
        let rest = fields.need(&mut self.reader, "rest", Reader::text);
        let enter = self.ids(&mut fields, "enter", poses);
        let still = fields.get(&mut self.reader, "still", Reader::truth).is_some_and(|it| it.value);
        let steps = fields.node("cycle").map(|it| self.steps(it, poses)).unwrap_or_default();
        fields.finish(&mut self.reader);
        let rest = rest?;
        poses.push(rest.clone());
        let cycle = steps.into_iter().map(|it| (it.pose, it.seconds)).collect();
        Some(Course::Hold { rest: rest.value, enter, cycle, still })
    }

    fn steps(&mut self, node: &Node, poses: &mut Vec<Spanned<String>>) -> Vec<Step> {
        let steps = self.reader.list(node, |reader, it| {
            let mut fields = reader.fields(it)?;
            let pose = fields.need(reader, "pose", Reader::text);
            let mirrored = fields.get(reader, "mirrored", Reader::truth).is_some_and(|it| it.value);
            let seconds =
                fields.need(reader, "seconds", number).map(|it| it.value.clamp(0.05, 60.0));
            let stay =
                fields.get(reader, "stay", number).map_or(0.0, |it| it.value.clamp(0.0, 60.0));
            fields.finish(reader);
            let pose = pose?;
            poses.push(pose.clone());
            Some(Step { pose: pose.value, mirrored, seconds: seconds?, stay })
        });
        steps.unwrap_or_default()
    }

    fn marks(&mut self, node: &Node) -> Vec<Mark> {
        let marks = self.reader.list(node, |reader, it| {
            let mut fields = reader.fields(it)?;
            let mark = fields.need(reader, "mark", Reader::word::<MarkKind>);
            let side = fields.get(reader, "side", Reader::word::<Side>);
            fields.finish(reader);
            Some(mark?.value.on(side.map_or(Side::Right, |it| it.value)))
        });
        marks.unwrap_or_default()
    }

    fn props(&mut self, node: &Node) -> Vec<Prop> {
        let props = self.reader.list(node, |reader, it| {
            let mut fields = reader.fields(it)?;
            let kind = fields.need(reader, "thing", Reader::word::<PropKind>);
            let mut get = |name, otherwise: f32| {
                fields.get(reader, name, number).map_or(otherwise, |it| it.value)
            };
            let (at, turn) = (vec3(get("x", 0.0), get("y", 0.0), get("z", 0.0)), get("turn", 0.0));
            let size = [get("length", 0.0), get("height", 0.0), get("width", 0.0)];
            fields.finish(reader);
            Some(kind?.value.prop(at, turn, size))
        });
        props.unwrap_or_default()
    }
}
