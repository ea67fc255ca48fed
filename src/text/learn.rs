//! What the library says: muscles, parts of the programme, doses and paces in full words.

use super::{LearnSentence, Text};
use crate::library::{
    Alternative, Amount, Block, Dose, Group, Instead, Level, LevelSides, Library, Muscle, Screen,
    Thing,
};

impl Text {
    /// The part of the programme: "Mobility".
    pub fn block(&self, block: Block) -> String {
        self.learn(match block {
            Block::Mobility => LearnSentence::BlockMobility,
            Block::Strength => LearnSentence::BlockStrength,
            Block::Control => LearnSentence::BlockControl,
            Block::Break => LearnSentence::BlockBreak,
        })
    }

    /// Whether the screen can be seen: "Screen in sight".
    pub fn screen(&self, screen: Screen) -> String {
        self.learn(match screen {
            Screen::Yes => LearnSentence::ScreenYes,
            Screen::Partly => LearnSentence::ScreenPartly,
            Screen::No => LearnSentence::ScreenNo,
        })
    }

    /// Something that may not be at hand: "band".
    pub fn thing(&self, thing: Thing) -> String {
        self.learn(match thing {
            Thing::Band => LearnSentence::ThingBand,
            Thing::Bench => LearnSentence::ThingBench,
            Thing::Chair => LearnSentence::ThingChair,
            Thing::Wall => LearnSentence::ThingWall,
            Thing::Weight => LearnSentence::ThingWeight,
            Thing::Path => LearnSentence::ThingPath,
        })
    }

    /// For whom an adjustment is: "With groin pain".
    pub fn group(&self, group: Group) -> String {
        self.learn(match group {
            Group::OuterHipPain => LearnSentence::GroupOuterHipPain,
            Group::GroinPain => LearnSentence::GroupGroinPain,
            Group::HipReplacement => LearnSentence::GroupHipReplacement,
            Group::Pregnancy => LearnSentence::GroupPregnancy,
            Group::PelvicGirdlePain => LearnSentence::GroupPelvicGirdlePain,
            Group::Hypermobile => LearnSentence::GroupHypermobile,
            Group::FallsRisk => LearnSentence::GroupFallsRisk,
            Group::KneePain => LearnSentence::GroupKneePain,
            Group::BackPain => LearnSentence::GroupBackPain,
            Group::WristPain => LearnSentence::GroupWristPain,
            Group::KneelingPain => LearnSentence::GroupKneelingPain,
        })
    }

    /// What a person of a group does: "Figure 4, level 2: Seated".
    pub fn instead(&self, alternative: &Alternative, library: &Library) -> Option<String> {
        let words = match &alternative.instead {
            Instead::Skip => self.learn(LearnSentence::LearnInsteadSkip),
            Instead::Swap { exercise, level } => {
                let found = library.exercise(exercise)?;
                let name = found.name.long.as_str();
                let number = u32::from(*level);
                let level = found.level(*level)?.name.as_str();
                self.learn(LearnSentence::LearnInsteadSwap { name, number, level })
            }
            Instead::Same => {
                let time = self.time(alternative.hold_at_most?);
                self.learn(LearnSentence::LearnInsteadShorter { time: &time })
            }
        };
        Some(words)
    }

    /// How much a level asks for, from the low to the high end: "2 to 3 sets of 10 to 15 reps, each
    /// side".
    pub fn dose_range(&self, level: &Level) -> String {
        let Dose { sets, low, high } = &level.dose;
        let (low, high) = (*low, *high);
        let amount = if low == high {
            self.amount(high)
        } else {
            let from = match low {
                Amount::Hold(it) | Amount::Drill(it) => self.time(it),
                Amount::Reps(it) | Amount::Steps(it) | Amount::Reaches(it) => it.to_string(),
            };
            self.learn(LearnSentence::LearnRange { from: &from, to: &self.amount(high) })
        };
        let amount = amount.as_str();
        let (few, many) = (*sets.start(), *sets.end());
        let dose = if few == many {
            self.learn(LearnSentence::LearnDose { sets: many, amount })
        } else {
            self.learn(LearnSentence::LearnDoseRange { few, many, amount })
        };
        match level.sides {
            LevelSides::Both => dose,
            LevelSides::Each => self.learn(LearnSentence::LearnEachSide { dose: &dose }),
            LevelSides::EachWay => self.learn(LearnSentence::LearnEachWay { dose: &dose }),
        }
    }

    /// The pace of a rep: "open 2 s, hold 1 s, close 2 s"; nothing for holds.
    pub fn pace(&self, level: &Level) -> Option<String> {
        level.dose.low.count()?;
        let Some(tempo) = level.tempo else { return Some(self.learn(LearnSentence::LearnOwnPace)) };
        let phases = tempo.phases().map(|(phase, time)| {
            let phase = self.phase(phase, level.phase_words.as_ref());
            self.learn(LearnSentence::LearnPhase { phase: &phase, time: &self.exact(time) })
        });
        Some(self.list(phases))
    }

    /// Seconds to the tenth: "1.5 s".
    fn exact(&self, time: std::time::Duration) -> String {
        let tenths = time.as_millis() / 100;
        let number = match (tenths / 10, tenths % 10) {
            (whole, 0) => whole.to_string(),
            (whole, tenth) => format!("{whole}.{tenth}"),
        };
        self.learn(LearnSentence::LearnSeconds { number: &number })
    }

    /// A muscle by its name in a record; a name that is not known stays as it is written.
    pub fn muscle_name(&self, name: &str) -> String {
        let known = serde_json::from_value(serde_json::Value::String(name.to_owned()));
        known.map_or_else(|_unknown| name.to_owned(), |it| self.muscle(it))
    }

    /// A muscle: "gluteus medius".
    pub fn muscle(&self, muscle: Muscle) -> String {
        self.learn(match muscle {
            Muscle::GluteusMaximus => LearnSentence::MuscleGluteusMaximus,
            Muscle::GluteusMedius => LearnSentence::MuscleGluteusMedius,
            Muscle::GluteusMediusFront => LearnSentence::MuscleGluteusMediusFront,
            Muscle::GluteusMinimus => LearnSentence::MuscleGluteusMinimus,
            Muscle::Piriformis => LearnSentence::MusclePiriformis,
            Muscle::ObturatorInternus => LearnSentence::MuscleObturatorInternus,
            Muscle::ObturatorExternus => LearnSentence::MuscleObturatorExternus,
            Muscle::GemellusSuperior => LearnSentence::MuscleGemellusSuperior,
            Muscle::GemellusInferior => LearnSentence::MuscleGemellusInferior,
            Muscle::QuadratusFemoris => LearnSentence::MuscleQuadratusFemoris,
            Muscle::Tfl => LearnSentence::MuscleTfl,
            Muscle::ItBand => LearnSentence::MuscleItBand,
            Muscle::AdductorLongus => LearnSentence::MuscleAdductorLongus,
            Muscle::AdductorBrevis => LearnSentence::MuscleAdductorBrevis,
            Muscle::AdductorMagnus => LearnSentence::MuscleAdductorMagnus,
            Muscle::Gracilis => LearnSentence::MuscleGracilis,
            Muscle::Pectineus => LearnSentence::MusclePectineus,
            Muscle::Iliopsoas => LearnSentence::MuscleIliopsoas,
            Muscle::RectusFemoris => LearnSentence::MuscleRectusFemoris,
            Muscle::Quadriceps => LearnSentence::MuscleQuadriceps,
            Muscle::Hamstrings => LearnSentence::MuscleHamstrings,
            Muscle::Calf => LearnSentence::MuscleCalf,
            Muscle::Abdominals => LearnSentence::MuscleAbdominals,
            Muscle::Obliques => LearnSentence::MuscleObliques,
            Muscle::BackExtensors => LearnSentence::MuscleBackExtensors,
            Muscle::Shoulder => LearnSentence::MuscleShoulder,
        })
    }
}
