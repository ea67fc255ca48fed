//! Everything that the programme can propose or change: each rule with its numbers.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::health::Tier;
use crate::history::RecordId;
use crate::library::{Amount, Id, Muscle};
use crate::units::Side;

/// The rule that proposes, with its numbers. Its name in the journal is the id of the rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "rule", rename_all = "kebab-case")]
pub enum What {
    /// The first session of all.
    FirstSession,
    /// A and B in turn.
    Alternate {
        /// The routine before.
        last: Id,
        /// Its day.
        on: NaiveDate,
    },
    /// The third of three sessions takes everything.
    WholeWeek {
        /// Sessions done this week.
        done: u32,
        /// The week's target.
        target: u32,
    },
    /// What the person usually does.
    ShortHabit {
        /// So many in a row.
        sessions: u32,
    },
    /// What the person means to do on this day.
    OwnPlan,
    /// None of the person's own days, but too few of them are left this week.
    CatchUp {
        /// Sessions that are still open this week.
        open: u32,
        /// Own days that are left.
        days: u32,
    },
    /// None of the person's own days.
    OtherDay {
        /// The next of them.
        next: NaiveDate,
    },
    /// The next exercises rest less than a day.
    DayBetween {
        /// The exercise that was trained.
        trained: Id,
        /// When.
        on: NaiveDate,
    },
    /// There is room for a day of rest between sessions.
    RoomInWeek {
        /// Sessions that are still open this week.
        open: u32,
        /// Days that are left, today included.
        days: u32,
    },
    /// The last session was very hard for a muscle.
    HardDay {
        /// The muscle.
        muscle: Muscle,
        /// Clean reps left.
        left: u8,
    },
    /// A session was done today.
    DoneToday,
    /// The week's target is reached.
    WeekDone {
        /// Sessions done this week.
        done: u32,
        /// The week's target.
        target: u32,
    },
    /// A muscle has had fewer minutes of stretching than it should.
    StretchMinutes {
        /// The muscle that is furthest behind.
        muscle: Muscle,
        /// Whole minutes in the last seven days, on the side with fewer.
        minutes: u32,
        /// Minutes a week.
        target: u32,
    },

    /// A warm-up before and a cool-down after training of the person's own.
    OwnTraining {
        /// The routine before it.
        before: Id,
        /// The one after it.
        after: Id,
    },

    /// More reps inside the range, after a clean session. Holds by itself; a no takes it back.
    RepsUp {
        /// Before.
        from: Amount,
        /// From now on.
        to: Amount,
    },
    /// Back to what was done.
    RepsBack {
        /// Before.
        from: Amount,
        /// From now on.
        to: Amount,
    },
    /// The next level.
    LevelUp {
        /// The level now.
        from: u8,
        /// The level proposed.
        to: u8,
        /// Clean sessions in a row at the top of the range.
        clean: u32,
        /// That top.
        top: Amount,
    },
    /// A heavier weight of the person's own. Weights are in tenths of a kilogram.
    Heavier {
        /// The weight now.
        from: u32,
        /// The weight proposed.
        to: u32,
        /// Clean sessions in a row at the top of the range.
        clean: u32,
    },
    /// One more set, because the next level needs what is not there, or there is none.
    MoreSets {
        /// Sets now.
        from: u32,
        /// Sets proposed.
        to: u32,
        /// Clean sessions in a row.
        clean: u32,
    },
    /// One more hold of a stretch.
    MoreHolds {
        /// Sets now.
        from: u32,
        /// Sets proposed.
        to: u32,
        /// Whole, calm sessions.
        whole: u32,
    },
    /// A longer hold.
    LongerHold {
        /// Now.
        from: Amount,
        /// Proposed.
        to: Amount,
        /// Whole, calm sessions.
        whole: u32,
    },
    /// The next form of a stretch.
    NextStretch {
        /// The level now.
        from: u8,
        /// The level proposed.
        to: u8,
        /// Whole, calm sessions.
        whole: u32,
    },
    /// One more set on the side that does less.
    ExtraSet {
        /// That side.
        side: Side,
        /// By how much it was behind, reps or seconds.
        behind: u32,
        /// In so many sessions in a row.
        sessions: u32,
    },
    /// The extra set has done its work.
    ExtraSetGone {
        /// That side.
        side: Side,
    },
    /// Fewer reps than the bottom of the range.
    Missed {
        /// The level now.
        from: u8,
        /// The level proposed.
        to: u8,
        /// Sessions in a row.
        sessions: u32,
    },
    /// Shaky, again.
    Shaky {
        /// The level now.
        from: u8,
        /// The level proposed.
        to: u8,
        /// Sessions in a row.
        sessions: u32,
    },
    /// The easier form was taken while the session ran, again, though nothing hurt.
    Eased {
        /// The level now.
        from: u8,
        /// The level proposed.
        to: u8,
        /// Sessions in a row.
        sessions: u32,
    },
    /// Pain in the red: a step easier, at once.
    RedPain {
        /// Before.
        from: Step,
        /// From now on.
        to: Step,
    },
    /// Amber again: a step easier, at once.
    AmberPain {
        /// Before.
        from: Step,
        /// From now on.
        to: Step,
        /// Sessions in a row.
        sessions: u32,
    },
    /// The morning after was worse: a step easier, at once.
    WorseMorning {
        /// Before.
        from: Step,
        /// From now on.
        to: Step,
    },

    /// A week or two away: one set fewer, once.
    ShortGap {
        /// Days without a session.
        days: u32,
    },
    /// Two to four weeks away: bottom of the range.
    MiddleGap {
        /// Days without a session.
        days: u32,
    },
    /// Longer away: two levels down.
    LongGap {
        /// Days without a session.
        days: u32,
    },
    /// An easy week after weeks that got harder.
    EasyAfterWeeks {
        /// Weeks in a row.
        weeks: u32,
    },
    /// An easy week after very hard sessions.
    EasyAfterHard {
        /// Sessions in a row.
        sessions: u32,
    },
    /// An easy week because each session began with more pain than the one before.
    EasyAfterSoreness {
        /// Pain before the first of them.
        from: u8,
        /// Pain before the last.
        to: u8,
        /// Sessions in a row that began with more.
        sessions: u32,
    },
    /// An easy week after bad nights.
    EasyAfterNights {
        /// Nights.
        nights: u32,
        /// Within so many days.
        days: u32,
    },
    /// The easy week that was accepted.
    EasyWeek {
        /// Its last day.
        until: NaiveDate,
    },
    /// Strength work pauses after mornings that were worse.
    StrengthPause {
        /// Mornings.
        mornings: u32,
        /// Its last day.
        until: NaiveDate,
    },

    /// The questions before the first session have not been answered.
    HealthScreen,
    /// They are asked again after a long gap.
    HealthAgain {
        /// Days without a session.
        days: u32,
    },
    /// Has health or hip changed?
    HealthChanged {
        /// Days without a session.
        days: u32,
    },
    /// How the hip feels after the last session.
    Morning {
        /// The session.
        of: RecordId,
        /// Whether it is asked later than the next morning.
        late: bool,
    },
    /// The measurement is due.
    Retest {
        /// Weeks of training.
        week: u32,
    },
    /// Measure again after a long gap.
    RetestAfterGap {
        /// Days without a session.
        days: u32,
    },
    /// The activities are due.
    Function {
        /// Days since they were asked about; `None` before the first time.
        days: Option<u32>,
    },

    /// A sign that somebody has to look at.
    OnHold {
        /// The sign's id.
        sign: Id,
        /// How soon.
        tier: Tier,
        /// Since.
        since: NaiveDate,
    },
    /// Signs that deserve an appointment, without a hurry.
    Appointment {
        /// Their ids.
        signs: Vec<Id>,
        /// Since.
        since: NaiveDate,
    },
    /// Something was answered with yes before the first session.
    NeedsClearance {
        /// The ids of the questions.
        questions: Vec<Id>,
    },
    /// No less pain and no better function.
    NoChange {
        /// Weeks of regular work.
        weeks: u32,
        /// The pain of the last two weeks, rounded.
        pain: u32,
    },
    /// More pain than before.
    Worsening {
        /// The pain of the four weeks before, rounded.
        from: u32,
        /// The pain of the last two weeks, rounded.
        to: u32,
    },
    /// Pain in the red, again.
    RedSessions {
        /// Sessions.
        sessions: u32,
        /// Within so many days.
        days: u32,
    },
    /// Mornings that were worse, again.
    WorseMornings {
        /// Mornings.
        mornings: u32,
        /// Within so many days.
        days: u32,
    },

    /// Twice a week is enough to keep what there is.
    Keep {
        /// Weeks on track.
        weeks: u32,
        /// Sessions a week from then on.
        target: u32,
        /// Whether no exercise can get harder any more.
        topped: bool,
    },
}

/// How hard an exercise is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// The level.
    pub level: u8,
    /// The sets, each side.
    pub sets: u32,
}
