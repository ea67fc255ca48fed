//! What a page was told, as records.

use super::{Person, PersonPage, STEPS};
use crate::coach::Effect;
use crate::history::{Body, Check, Draft, HealthScreen, Reading, Things};
use crate::library::Id;
use crate::program::{CHANGED, CONFIDENCE, FUNCTION, GROUPS, NIGHT, Question, Sign, Sore, Tier};
use crate::units::{Now, Sides};

/// What its reading is called.
const WEEK: &str = "next-week";

/// "Nothing has changed."
pub(super) fn unchanged(now: &Now) -> Effect {
    health(vec![(CHANGED.to_owned(), false)], false, now)
}

/// "I slept badly", or not after all.
pub(super) fn night(bad: bool, now: &Now) -> Effect {
    health(vec![(NIGHT.to_owned(), bad)], false, now)
}

/// A part of the welcome is passed over.
pub(super) fn skipped(page: PersonPage, now: &Now) -> Option<Effect> {
    let part = STEPS.iter().find(|it| it.0 == page)?.1;
    let skipped = vec![part.slug().to_owned()];
    Some(keep(Body::Health(HealthScreen { skipped, ..HealthScreen::default() }), now))
}

fn health(answers: Vec<(Id, bool)>, cleared: bool, now: &Now) -> Effect {
    keep(Body::Health(HealthScreen { answers, cleared, skipped: Vec::new() }), now)
}

fn keep(body: Body, now: &Now) -> Effect {
    Effect::Keep(Box::new(Draft::new(now.date(), body)))
}

impl Person {
    /// Everything that the page was told. `holds` says whether a sign holds the programme already,
    /// `target` how many days a week are aimed at so far, and `before` what there was.
    pub(super) fn records(
        &self,
        (holds, target, before): (bool, Option<u8>, Option<&Things>),
        now: &Now,
    ) -> Vec<Effect> {
        let mut effects = Vec::new();
        match self.page {
            PersonPage::Questions => effects.push(self.questions(holds, now)),
            PersonPage::Places => effects.push(health(self.places(), false, now)),
            PersonPage::Week => {
                if target != Some(self.target) {
                    effects.push(Effect::Keep(Box::new(Draft::target(now.date(), self.target))));
                }
                if !self.plan.is_empty() {
                    effects.push(keep(Body::Plan(self.plan.clone()), now));
                }
                if self.step().is_some() {
                    effects.push(keep(Body::Things(self.things.clone()), now));
                }
            }
            PersonPage::Things if before == Some(&self.things) => {}
            PersonPage::Things => effects.push(keep(Body::Things(self.things.clone()), now)),
            PersonPage::Signs => effects.push(health(self.told_signs(), false, now)),
            PersonPage::Function => effects.push(keep(self.function(), now)),
            PersonPage::Sunday => effects.extend(self.sure().map(|it| keep(it, now))),
        }
        effects
    }

    fn questions(&self, holds: bool, now: &Now) -> Effect {
        let mut answers: Vec<_> =
            self.answers.iter().map(|it| (it.0.slug().to_owned(), *it.1)).collect();
        let child = self.child == Some(true);
        answers.push((Sign::Child.slug().to_owned(), child));
        if let Some(pregnant) = self.answers.get(&Question::Pregnancy) {
            let group = GROUPS.iter().find(|it| it.0 == crate::library::Group::Pregnancy);
            answers.extend(group.map(|it| (it.1.to_owned(), *pregnant)));
        }
        // What was said about the questions lifts no hold.
        health(answers, self.cleared && self.has_yes() && !holds && !child, now)
    }

    fn places(&self) -> Vec<(Id, bool)> {
        let groups = self.all_groups();
        let places = Sore::all().map(|it| (it.id(), self.sore.contains(&it)));
        let groups = GROUPS.iter().map(|it| (it.1.to_owned(), groups.contains(&it.0)));
        places.chain(groups).collect()
    }

    fn told_signs(&self) -> Vec<(Id, bool)> {
        let changed = (CHANGED.to_owned(), !self.signs.is_empty());
        let signs = self.signs.iter().map(|it| (it.slug().to_owned(), true));
        std::iter::once(changed).chain(signs).collect()
    }

    /// The soonest of the ticked signs.
    pub fn tier(&self) -> Option<Tier> {
        self.signs.iter().map(|it| it.tier()).min()
    }

    fn function(&self) -> Body {
        let readings = self.rated().map(|(name, rating)| reading(name, rating.get()));
        check(FUNCTION, readings.collect())
    }

    fn sure(&self) -> Option<Body> {
        Some(check(CONFIDENCE, vec![reading(WEEK, self.sure?.get())]))
    }
}

fn check(of: &str, readings: Vec<Reading>) -> Body {
    Body::Check(Check { of: of.to_owned(), readings, ..Check::default() })
}

fn reading(what: &str, rating: u8) -> Reading {
    let tenths = Some(i32::from(rating) * 10);
    Reading {
        what: what.to_owned(),
        side: Sides::Both,
        tenths,
        word: None,
        rejected: false,
        why: None,
    }
}
