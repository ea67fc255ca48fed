//! What to do next, and why: the rules of the programme over what the journal says.
//!
//! [`Course::of`] folds the journal into where a person stands; [`next()`] says what is proposed on a
//! day; [`tailor()`] makes a routine theirs. Every proposal is a value with its rule and its numbers.
//! The thresholds are data: [`Rules`].
//!
//! **Invariants:** the same journal, rules and day give the same answer; nothing gets harder by more
//! than reps inside their range without a yes; after pain nothing gets harder; what does not suit a
//! person is never proposed to them.

mod asked;
mod breaks;
mod checks;
mod course;
mod decided;
mod findings;
mod fold;
mod habit;
mod health;
mod judge;
mod kind;
mod next;
mod pain;
mod patterns;
mod places;
mod proposal;
mod propose;
mod reminder;
mod rules;
mod schedule;
mod standing;
mod stretch;
mod suit;
mod tailor;
mod trend;
mod variants;
mod week;
mod what;

pub use breaks::{Break, break_choices, hand_over};
pub use checks::{
    Hip, Observation, Quality, Range, RangeReading, course_of_change, quality, read_hip, read_sides,
};
pub use course::{Course, Grounds, Past, Track};
pub use findings::{
    Changed, Done, Findings, Measured, SCALE, Turn, checks_done, findings, is_like, means, measure,
    spread,
};
pub use habit::Habit;
pub use health::{
    CHANGED, GROUPS, Health, NIGHT, Part, Question, Screening, Sign, Tier, nothing_to_mind,
};
pub use next::{Gate, Next, PRONE, Planned, STRETCH, gap, gate, next, target};
pub use pain::{PainState, worst};
pub use patterns::{Seen, all_seen, seen};
pub use places::{PLACE_GROUPS, Place, Sore, groups_of};
pub use proposal::{Change, Kind, Proposal};
pub use propose::{changes, easy_week, keep};
pub use reminder::{Choice, Due, HandOver, Note, Noted, Offer, Reminding, offer};
pub use rules::{
    CheckRules, LoadedRules, PainRules, PauseRules, ProfessionalRules, ProgressRules, Rules,
    WeekRules, is_rule_file,
};
pub use schedule::{DayTime, Every, Schedule, ScheduleChange, Shift, Snooze, WorkDays};
pub use standing::{Owned, Standing};
pub use stretch::{held, target_of};
pub use suit::{Form, Suited, unscreened};
pub use tailor::{Tailored, Wanted, tailor};
pub use trend::{CONFIDENCE, FUNCTION, Function, function, is_steady, professional, ratings};
pub use variants::{Variants, variants};
pub use week::week;
pub use what::{Step, What};
