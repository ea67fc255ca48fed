//! What a person tells of themselves, in words: places, things, plans, and what follows from them.

use std::collections::BTreeSet;

use super::health_sentence::HealthSentence as S;
use super::{Sentence, Text};
use crate::history::{Band, IfThen, Pull, Things};
use crate::library::{Block, Equipment, Exercise, Group, Library};
use crate::program::{Form, Owned, Place, Sore, Suited};
use crate::units::Side;

impl Text {
    /// A place of the body map: "Outer hip".
    pub fn place(&self, place: Place) -> String {
        self.ask(match place {
            Place::Front => S::PlaceFront,
            Place::OuterHip => S::PlaceOuterHip,
            Place::Buttock => S::PlaceButtock,
            Place::LowBack => S::PlaceLowBack,
            Place::OuterThigh => S::PlaceOuterThigh,
            Place::Knee => S::PlaceKnee,
        })
    }

    /// A place on one side: "Outer hip, left".
    pub fn sore(&self, sore: Sore) -> String {
        let place = self.place(sore.place);
        self.ask(match sore.side {
            Side::Left => S::PlaceLeft { place: &place },
            Side::Right => S::PlaceRight { place: &place },
        })
    }

    /// What there is to mind beside pain, as a person says it of themselves.
    pub fn minded(&self, group: Group) -> String {
        self.ask(match group {
            Group::HipReplacement => S::MindReplacement,
            Group::Pregnancy => S::MindPregnancy,
            Group::PelvicGirdlePain => S::MindGirdle,
            Group::Hypermobile => S::MindMobile,
            Group::FallsRisk => S::MindUnsteady,
            Group::WristPain => S::MindWrist,
            Group::KneelingPain => S::MindKneeling,
            Group::OuterHipPain | Group::GroinPain | Group::KneePain | Group::BackPain => {
                return self.group(group);
            }
        })
    }

    /// Everything that was told of where it hurts and what to mind, in a line.
    pub fn told_places(&self, sore: &BTreeSet<Sore>, groups: &BTreeSet<Group>) -> String {
        let of_places = crate::program::PLACE_GROUPS;
        let groups = groups.iter().filter(|it| !of_places.contains(it));
        let groups = groups.map(|it| self.minded(*it));
        let all: Vec<_> = sore.iter().map(|it| self.sore(*it)).chain(groups).collect();
        if all.is_empty() { self.ask(S::AboutPlacesNone) } else { self.list(all) }
    }

    /// What follows for the exercises of somebody who belongs to these groups: what is left out, and
    /// what is done in its place.
    pub fn follows(&self, groups: &BTreeSet<Group>, library: &Library) -> Vec<String> {
        let exercises = library.exercises.iter().filter(|it| it.block != Block::Break);
        let suited: Vec<_> = exercises.map(|it| (it, Suited::of(it, groups, library))).collect();
        let mut said = Vec::new();
        let skipped = suited.iter().filter(|it| it.1.form == Form::Skip);
        let skipped: Vec<_> = skipped.map(|it| it.0.name.short.clone()).collect();
        if !skipped.is_empty() {
            said.push(self.ask(S::FollowsLeftOut { names: &self.and(skipped) }));
        }
        said.extend(suited.iter().filter_map(|it| self.instead_of(it.0, &it.1.form, library)));
        let shorter = suited.iter().filter(|it| it.1.form == Form::Free);
        let shorter = shorter.filter_map(|it| Some((it.1.hold_at_most?, &it.0.name.short)));
        let shorter: Vec<_> = shorter.collect();
        if let Some(time) = shorter.iter().map(|it| it.0).min() {
            let names = self.and(shorter.into_iter().map(|it| it.1.clone()));
            said.push(self.ask(S::FollowsShorter { time: &self.time(time), names: &names }));
        }
        if said.is_empty() {
            said.push(self.ask(S::FollowsNothing));
        }
        said
    }

    fn instead_of(&self, exercise: &Exercise, form: &Form, library: &Library) -> Option<String> {
        let name = exercise.name.short.as_str();
        match form {
            Form::At(level) => {
                let level = &exercise.level(*level)?.name;
                Some(self.ask(S::FollowsLevel { name, level }))
            }
            Form::Other(id, level) => {
                let found = library.exercise(id)?;
                let (other, level) = (&found.name.short, &found.level(*level)?.name);
                Some(self.ask(S::FollowsOther { name, other, level }))
            }
            Form::Free | Form::Skip => None,
        }
    }

    /// Names in a sentence: "A, B and C".
    fn and(&self, names: impl IntoIterator<Item = String>) -> String {
        let names: Vec<_> = names.into_iter().collect();
        match names.split_last() {
            Some((last, [])) => last.clone(),
            Some((last, first)) => {
                let first = self.list(first.iter().cloned());
                self.ask(S::FollowsList { first: &first, last })
            }
            None => String::new(),
        }
    }

    /// How strong a band is.
    pub fn pull(&self, pull: Pull) -> String {
        self.ask(match pull {
            Pull::Light => S::PullLight,
            Pull::Medium => S::PullMedium,
            Pull::Heavy => S::PullHeavy,
            Pull::Extra => S::PullExtra,
        })
    }

    /// A band: "Light (yellow)".
    fn band(&self, band: &Band) -> String {
        let pull = self.pull(band.pull);
        if band.colour.trim().is_empty() {
            return pull;
        }
        self.ask(S::BandNamed { pull: &pull, colour: band.colour.trim() })
    }

    /// Something that is asked about beside the bands.
    pub fn own_thing(&self, thing: Equipment) -> String {
        self.ask(match thing {
            Equipment::Mat => S::ThingMat,
            Equipment::Wall => S::ThingWall,
            Equipment::Chair => S::ThingChair,
            Equipment::Bench => S::ThingBench,
            Equipment::Strap => S::ThingStrap,
            Equipment::Weight => S::ThingWeight,
            Equipment::Cushion
            | Equipment::Table
            | Equipment::BandLight
            | Equipment::BandMedium
            | Equipment::BandHeavy
            | Equipment::Mirror
            | Equipment::Path => return self.equipment(thing),
        })
    }

    /// Everything that there is, in a line.
    pub fn things(&self, things: &Things) -> String {
        let bands = things.bands.iter().map(|it| self.band(it));
        let bands = if things.bands.is_empty() {
            self.ask(S::ThingsNoBands)
        } else {
            let said = self.list(bands);
            format!("{}: {said}", self.ask(S::ThingsBands))
        };
        let others = Owned::ASKED.into_iter().filter(|it| things.others.iter().any(|id| it.is(id)));
        let weights = things.weights.iter().map(|it| self.weight(*it));
        let others = self.list(others.map(|it| self.own_thing(it)).chain(weights));
        if others.is_empty() {
            return bands;
        }
        format!("{bands}. {}: {others}", self.ask(S::ThingsOthers))
    }

    /// A plan in words: "When I finish lunch, I do Short session in the living room. If I travel: …";
    /// nothing where there is none.
    pub fn if_then(&self, plan: &IfThen, library: &Library) -> Option<String> {
        if plan.is_empty() {
            return None;
        }
        let name = |id: &str| library.routine(id).map(|it| it.name.long.clone());
        let what = name(&plan.routine).unwrap_or_else(|| self.ask(S::PlanAnything));
        let place = plan.place.trim();
        let then = if place.is_empty() {
            self.ask(S::PlanDo { what: &what })
        } else {
            self.ask(S::PlanDoAt { what: &what, place })
        };
        let after = plan.after.trim();
        let first = if after.is_empty() {
            self.ask(S::PlanPlain { then: &then })
        } else {
            self.ask(S::PlanWhen { after, then: &then })
        };
        let barrier = plan.barrier.trim();
        let other = name(&plan.instead).filter(|_| !barrier.is_empty());
        let other = other.map(|what| self.ask(S::PlanIf { barrier, what: &what }));
        Some(other.map_or_else(|| first.clone(), |it| format!("{first} {it}")))
    }

    /// The days of a plan: "On Monday and Thursday"; nothing where none are named.
    pub fn plan_days(&self, plan: &IfThen) -> Option<String> {
        let day = |it: &u8| self.say(Sentence::UiWeekday { day: u32::from(*it) });
        let mut days = plan.days.clone();
        days.sort_unstable();
        (!days.is_empty()).then(|| self.ask(S::PlanOn { days: &self.and(days.iter().map(day)) }))
    }
}
