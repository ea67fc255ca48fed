//! What the page for a professional says.

use fluent::FluentArgs;

use super::Text;
use super::sentence::sentences;

sentences! {
    /// A sentence of the report and what it speaks of.
    #[expect(missing_docs, reason = "the sentence in en.ftl says what each is")]
    pub enum ReportSentence:
    "report-title" Title,
    "report-period" Period { from: &'a str, to: &'a str },
    "report-made" Made { date: &'a str, version: &'a str },
    "report-banner" Banner,
    "report-empty" Empty,
    // The answer first.
    "report-glance" Glance,
    "report-stops" Stops,
    "report-stops-none" StopsNone,
    "report-stop-hurt" StopHurt { name: &'a str, side: &'a str, ended: &'a str },
    "report-stop-hurt-exact" StopHurtExact { name: &'a str, side: &'a str, pain: u32, ended: &'a str },
    "report-stop-ended" StopEnded,
    "report-stop-went-on" StopWentOn,
    "report-stop-pain" StopPain { when: &'a str, pain: u32 },
    "report-stop-worse" StopWorse,
    "report-stop-health" StopHealth { questions: &'a str },
    "report-stop-health-cleared" StopHealthCleared { questions: &'a str },
    "report-asked" AskedHead,
    "report-asked-target" AskedTarget { days: u32 },
    "report-asked-targets" AskedTargets { from: u32, to: u32 },
    "report-asked-routine" AskedRoutine { name: &'a str, times: u32 },
    "report-asked-prescribed" AskedPrescribed { name: &'a str, times: u32 },
    "report-done" DoneHead,
    "report-done-sessions" DoneSessions { count: u32, early: u32 },
    "report-done-weeks" DoneWeeks { met: u32, weeks: u32 },
    "report-done-sets" DoneSets { done: usize, planned: usize, percent: usize },
    "report-done-minutes" DoneMinutes { count: u32 },
    "report-done-breaks" DoneBreaks { count: u32 },
    "report-pain" PainHead,
    "report-pain-none" PainNone,
    "report-pain-before" PainBefore,
    "report-pain-after" PainAfter,
    "report-pain-morning" PainMorning,
    "report-pain-told" PainTold { when: &'a str, mean: &'a str, least: u32, worst: u32, times: u32, of: u32 },
    "report-pain-trend" PainTrend { from: &'a str, to: &'a str },
    "report-pain-mornings" PainMornings { better: u32, same: u32, worse: u32 },
    "report-pain-during" PainDuring { name: &'a str, times: u32, worst: u32 },
    "report-changed" ChangedHead,
    "report-changed-nothing" ChangedNothing,
    "report-changed-level" ChangedLevel { name: &'a str, from: u32, to: u32 },
    "report-changed-dose" ChangedDose { name: &'a str, from: &'a str, to: &'a str },
    "report-changed-target" ChangedTarget { date: &'a str, days: u32 },
    "report-changed-pause" ChangedPause { from: &'a str, to: &'a str },
    "report-changed-more" ChangedMore { count: usize },
    // Pictures of numbers.
    "report-plot-weeks" PlotWeeks,
    "report-plot-weeks-said" PlotWeeksSaid { met: u32, weeks: u32, most: u32 },
    "report-plot-weeks-key" PlotWeeksKey,
    "report-plot-pain" PlotPain,
    "report-plot-pain-said" PlotPainSaid { count: usize },
    "report-plot-exercise" PlotExercise { name: &'a str, unit: &'a str },
    "report-plot-motion" PlotMotion { turn: &'a str },
    "report-key-planned" KeyPlanned,
    "report-key-target" KeyTarget,
    "report-unit-reps" UnitReps,
    "report-unit-seconds" UnitSeconds,
    // Exercise by exercise.
    "report-exercises" ExercisesHead,
    "report-exercises-about" ExercisesAbout,
    "report-figure" Figure { name: &'a str },
    "report-level" Level { number: u32 },
    "report-head-when" HeadWhen,
    "report-head-level" HeadLevel,
    "report-head-prescribed" HeadPrescribed,
    "report-head-sessions" HeadSessions,
    "report-head-done" HeadDone,
    "report-head-left" HeadLeft,
    "report-head-right" HeadRight,
    "report-head-pain" HeadPain,
    "report-head-form" HeadForm,
    "report-head-rir" HeadRir,
    "report-sets-of" SetsOf { done: u32, planned: u32 },
    "report-form" FormCounts { clean: u32, shaky: u32 },
    "report-rir-range" RirRange { least: u32, most: u32 },
    "report-rir" RirOne { number: u32 },
    "report-span" Span { from: &'a str, to: &'a str },
    "report-none" None,
    // Range of motion.
    "report-motion" MotionHead,
    "report-motion-about" MotionAbout,
    "report-motion-none" MotionNone,
    "report-inward" Inward,
    "report-outward" Outward,
    "report-degrees" Degrees { degrees: i32 },
    "report-degrees-range" DegreesRange { degrees: i32, least: i32, most: i32 },
    "report-motion-change" MotionChange { side: &'a str, from: i32, to: i32 },
    "report-motion-no-change" MotionNoChange { side: &'a str, from: i32, to: i32 },
    // The rest.
    "report-notes" NotesHead,
    "report-notes-none" NotesNone,
    "report-note-of" NoteOf { date: &'a str, of: &'a str },
    "report-sessions" SessionsHead,
    "report-head-date" HeadDate,
    "report-head-routine" HeadRoutine,
    "report-head-minutes" HeadMinutes,
    "report-head-sets" HeadSets,
    "report-head-before" HeadBefore,
    "report-head-after" HeadAfter,
    "report-head-morning" HeadMorning,
    "report-head-ending" HeadEnding,
    "report-ending-whole" EndingWhole,
    "report-ending-early" EndingEarly,
    "report-ending-break" EndingBreak,
    "report-foot" Foot,
    // Days in tables and under plots.
    "short-date" ShortDate { day: u32, month: &'a str, year: &'a str },
    "short-day" ShortDay { day: u32, month: &'a str },
    "short-month" ShortMonth { month: u32 },
}

impl Text {
    /// A sentence of the report.
    pub fn report(&self, sentence: ReportSentence<'_>) -> String {
        self.format(sentence.id(), &sentence.args())
    }
}
