//! What the library says: muscles, parts of the programme, doses and paces in full words.

use super::{Sentence, Text};
use crate::library::{
    Alternative, Amount, Block, Dose, Group, Instead, Level, LevelSides, Library, Muscle, Screen,
    Thing,
};

impl Text {
    /// The part of the programme: "Mobility".
    pub fn block(&self, block: Block) -> String {
        self.say(match block {
            Block::Mobility => Sentence::BlockMobility,
            Block::Strength => Sentence::BlockStrength,
            Block::Control => Sentence::BlockControl,
            Block::Break => Sentence::BlockBreak,
        })
    }

    /// Whether the screen can be seen: "Screen in sight".
    pub fn screen(&self, screen: Screen) -> String {
        self.say(match screen {
            Screen::Yes => Sentence::ScreenYes,
            Screen::Partly => Sentence::ScreenPartly,
            Screen::No => Sentence::ScreenNo,
        })
    }

    /// Something that may not be at hand: "band".
    pub fn thing(&self, thing: Thing) -> String {
        self.say(match thing {
            Thing::Band => Sentence::ThingBand,
            Thing::Bench => Sentence::ThingBench,
            Thing::Chair => Sentence::ThingChair,
            Thing::Wall => Sentence::ThingWall,
            Thing::Weight => Sentence::ThingWeight,
            Thing::Path => Sentence::ThingPath,
        })
    }

    /// For whom an adjustment is: "With groin pain".
    pub fn group(&self, group: Group) -> String {
        self.say(match group {
            Group::OuterHipPain => Sentence::GroupOuterHipPain,
            Group::GroinPain => Sentence::GroupGroinPain,
            Group::HipReplacement => Sentence::GroupHipReplacement,
            Group::Pregnancy => Sentence::GroupPregnancy,
            Group::PelvicGirdlePain => Sentence::GroupPelvicGirdlePain,
            Group::Hypermobile => Sentence::GroupHypermobile,
            Group::FallsRisk => Sentence::GroupFallsRisk,
            Group::KneePain => Sentence::GroupKneePain,
            Group::BackPain => Sentence::GroupBackPain,
            Group::WristPain => Sentence::GroupWristPain,
            Group::KneelingPain => Sentence::GroupKneelingPain,
        })
    }

    /// What a person of a group does: "Figure 4, level 2: Seated".
    pub fn instead(&self, alternative: &Alternative, library: &Library) -> Option<String> {
        let words = match &alternative.instead {
            Instead::Skip => self.say(Sentence::LearnInsteadSkip),
            Instead::Swap { exercise, level } => {
                let found = library.exercise(exercise)?;
                let name = found.name.long.as_str();
                let number = u32::from(*level);
                let level = found.level(*level)?.name.as_str();
                self.say(Sentence::LearnInsteadSwap { name, number, level })
            }
            Instead::Same => {
                let time = self.time(alternative.hold_at_most?);
                self.say(Sentence::LearnInsteadShorter { time: &time })
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
            self.say(Sentence::LearnRange { from: &from, to: &self.amount(high) })
        };
        let amount = amount.as_str();
        let (few, many) = (*sets.start(), *sets.end());
        let dose = if few == many {
            self.say(Sentence::LearnDose { sets: many, amount })
        } else {
            self.say(Sentence::LearnDoseRange { few, many, amount })
        };
        match level.sides {
            LevelSides::Both => dose,
            LevelSides::Each => self.say(Sentence::LearnEachSide { dose: &dose }),
            LevelSides::EachWay => self.say(Sentence::LearnEachWay { dose: &dose }),
        }
    }

    /// The pace of a rep: "open 2 s, hold 1 s, close 2 s"; nothing for holds.
    pub fn pace(&self, level: &Level) -> Option<String> {
        level.dose.low.count()?;
        let Some(tempo) = level.tempo else { return Some(self.say(Sentence::LearnOwnPace)) };
        let phases = tempo.phases().map(|(phase, time)| {
            let phase = self.phase(phase, level.phase_words.as_ref());
            self.say(Sentence::LearnPhase { phase: &phase, time: &self.exact(time) })
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
        self.say(Sentence::LearnSeconds { number: &number })
    }

    /// A muscle by its name in a record; a name that is not known stays as it is written.
    pub fn muscle_name(&self, name: &str) -> String {
        let known = serde_json::from_value(serde_json::Value::String(name.to_owned()));
        known.map_or_else(|_unknown| name.to_owned(), |it| self.muscle(it))
    }

    /// A muscle: "gluteus medius".
    pub fn muscle(&self, muscle: Muscle) -> String {
        self.say(match muscle {
            Muscle::GluteusMaximus => Sentence::MuscleGluteusMaximus,
            Muscle::GluteusMedius => Sentence::MuscleGluteusMedius,
            Muscle::GluteusMediusFront => Sentence::MuscleGluteusMediusFront,
            Muscle::GluteusMinimus => Sentence::MuscleGluteusMinimus,
            Muscle::Piriformis => Sentence::MusclePiriformis,
            Muscle::ObturatorInternus => Sentence::MuscleObturatorInternus,
            Muscle::ObturatorExternus => Sentence::MuscleObturatorExternus,
            Muscle::GemellusSuperior => Sentence::MuscleGemellusSuperior,
            Muscle::GemellusInferior => Sentence::MuscleGemellusInferior,
            Muscle::QuadratusFemoris => Sentence::MuscleQuadratusFemoris,
            Muscle::Tfl => Sentence::MuscleTfl,
            Muscle::ItBand => Sentence::MuscleItBand,
            Muscle::AdductorLongus => Sentence::MuscleAdductorLongus,
            Muscle::AdductorBrevis => Sentence::MuscleAdductorBrevis,
            Muscle::AdductorMagnus => Sentence::MuscleAdductorMagnus,
            Muscle::Gracilis => Sentence::MuscleGracilis,
            Muscle::Pectineus => Sentence::MusclePectineus,
            Muscle::Iliopsoas => Sentence::MuscleIliopsoas,
            Muscle::RectusFemoris => Sentence::MuscleRectusFemoris,
            Muscle::Quadriceps => Sentence::MuscleQuadriceps,
            Muscle::Hamstrings => Sentence::MuscleHamstrings,
            Muscle::Calf => Sentence::MuscleCalf,
            Muscle::Abdominals => Sentence::MuscleAbdominals,
            Muscle::Obliques => Sentence::MuscleObliques,
            Muscle::BackExtensors => Sentence::MuscleBackExtensors,
            Muscle::Shoulder => Sentence::MuscleShoulder,
        })
    }
}
