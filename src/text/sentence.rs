//! Everything the program can say, with the arguments of each sentence.
//!
//! To add one: a line here and a line in `assets/text/en.ftl`. The tests compare both.

use fluent::FluentArgs;

macro_rules! sentences {
    ($(#[$doc:meta])* $vis:vis enum $name:ident: $($id:literal $variant:ident $({ $($arg:ident: $kind:ty),+ $(,)? })?,)*) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        $vis enum $name<'a> {
            $($variant $({ $($arg: $kind),+ })?,)*
        }

        impl<'a> $name<'a> {
            /// Its id, its name in the code and the names of its arguments, for all of them.
            #[cfg(test)]
            pub(super) const ALL: &'static [(&'static str, &'static str, &'static [&'static str])] = &[
                $(($id, stringify!($variant), &[$($(stringify!($arg)),+)?]),)*
            ];

            /// The id in the language files.
            pub(super) const fn id(&self) -> &'static str {
                match self { $(Self::$variant { .. } => $id,)* }
            }

            /// The arguments.
            pub(super) fn args(&self) -> FluentArgs<'a> {
                let mut args = FluentArgs::new();
                match *self {
                    $(Self::$variant $({ $($arg),+ })? => { $($(args.set(stringify!($arg), $arg);)+)? })*
                }
                args
            }
        }
    };
}

pub(super) use sentences;

sentences! {
    /// A sentence of the interface and what it speaks of.
    #[expect(missing_docs, reason = "the sentence in en.ftl says what each is")]
    pub enum Sentence:
    // Names and places.
    "app-name" AppName,
    "rail-today" RailToday,
    "rail-progress" RailProgress,
    "rail-routines" RailRoutines,
    "rail-library" RailLibrary,
    "rail-settings" RailSettings,

    // Amounts, sides, positions, things.
    "amount-hold" AmountHold { time: &'a str },
    "amount-drill" AmountDrill { time: &'a str },
    "amount-reps" AmountReps { count: u32 },
    "amount-steps" AmountSteps { count: u32 },
    "amount-reaches" AmountReaches { count: u32 },
    "seconds" Seconds { count: u64 },
    "minutes" Minutes { count: u64 },
    "minutes-seconds" MinutesSeconds { time: &'a str },
    "list-separator" ListSeparator,
    "side-left" SideLeft,
    "side-right" SideRight,
    "side-both" SideBoth,
    "letter-left" LetterLeft,
    "letter-right" LetterRight,
    "letter-both" LetterBoth,
    "position-standing" PositionStanding,
    "position-walking" PositionWalking,
    "position-chair" PositionChair,
    "position-half-kneeling" PositionHalfKneeling,
    "position-sitting" PositionSitting,
    "position-supine" PositionSupine,
    "position-bench" PositionBench,
    "position-side-lying" PositionSideLying,
    "position-all-fours" PositionAllFours,
    "position-prone" PositionProne,
    "equipment-mat" EquipmentMat,
    "equipment-cushion" EquipmentCushion,
    "equipment-wall" EquipmentWall,
    "equipment-chair" EquipmentChair,
    "equipment-table" EquipmentTable,
    "equipment-bench" EquipmentBench,
    "equipment-band-light" EquipmentBandLight,
    "equipment-band-medium" EquipmentBandMedium,
    "equipment-band-heavy" EquipmentBandHeavy,
    "equipment-strap" EquipmentStrap,
    "equipment-mirror" EquipmentMirror,
    "equipment-weight" EquipmentWeight,
    "equipment-path" EquipmentPath,
    "step-ready" StepReady,
    "step-work" StepWork,
    "step-switch" StepSwitch,
    "step-rest" StepRest,
    "phase-lift" PhaseLift,
    "phase-top" PhaseTop,
    "phase-lower" PhaseLower,
    "phase-bottom" PhaseBottom,
    "left-out-no-band" LeftOutNoBand { name: &'a str },
    "left-out-no-wall" LeftOutNoWall { name: &'a str },
    "left-out-no-bench" LeftOutNoBench { name: &'a str },
    "left-out-no-floor" LeftOutNoFloor { name: &'a str },
    "left-out-time" LeftOutTime { name: &'a str },
    "plan-unknown-exercise" PlanUnknownExercise { exercise: &'a str },
    "plan-unknown-level" PlanUnknownLevel { exercise: &'a str, level: u32 },
    "plan-empty" PlanEmpty,
    "plan-empty-today" PlanEmptyToday,

    // Commands, their tooltips and their keys.
    "action-pause" ActionPause,
    "tooltip-pause" TooltipPause,
    "action-back" ActionBack,
    "tooltip-back" TooltipBack,
    "action-skip" ActionSkip,
    "tooltip-skip" TooltipSkip,
    "action-redo" ActionRedo,
    "tooltip-redo" TooltipRedo,
    "action-longer" ActionLonger,
    "tooltip-longer" TooltipLonger,
    "action-shorter" ActionShorter,
    "tooltip-shorter" TooltipShorter,
    "action-done" ActionDone,
    "tooltip-done" TooltipDone,
    "action-rep" ActionRep,
    "tooltip-rep" TooltipRep,
    "action-hurt" ActionHurt,
    "tooltip-hurt" TooltipHurt,
    "action-skip-exercise" ActionSkipExercise,
    "tooltip-skip-exercise" TooltipSkipExercise,
    "action-more" ActionMore,
    "tooltip-more" TooltipMore,
    "action-fewer" ActionFewer,
    "tooltip-fewer" TooltipFewer,
    "action-undo" ActionUndo,
    "tooltip-undo" TooltipUndo,
    "action-fullscreen" ActionFullscreen,
    "tooltip-fullscreen" TooltipFullscreen,
    "action-keys" ActionKeys,
    "tooltip-keys" TooltipKeys,
    "action-leave" ActionLeave,
    "tooltip-leave" TooltipLeave,
    "action-quit" ActionQuit,
    "tooltip-quit" TooltipQuit,
    "key-space" KeySpace,
    "key-escape" KeyEscape,
    "key-page-up" KeyPageUp,
    "key-page-down" KeyPageDown,
    "key-with-command" KeyWithCommand { key: &'a str },
    "key-with-shift" KeyWithShift { key: &'a str },

    // What the voice says.
    "spoken-first" SpokenFirst { exercise: &'a str },
    "spoken-next" SpokenNext { exercise: &'a str },
    "spoken-sets-a-side" SpokenSetsASide { sets: u32, amount: &'a str },
    "spoken-sets-each-way" SpokenSetsEachWay { sets: u32, amount: &'a str },
    "spoken-sets" SpokenSets { sets: u32, amount: &'a str },
    "spoken-hold" SpokenHold { time: &'a str },
    "spoken-drill" SpokenDrill { time: &'a str },
    "spoken-reps" SpokenReps { count: u32 },
    "spoken-steps" SpokenSteps { count: u32 },
    "spoken-reaches" SpokenReaches { count: u32 },
    "spoken-seconds" SpokenSeconds { count: u64 },
    "spoken-minutes" SpokenMinutes { count: u64 },
    "spoken-minutes-and-seconds" SpokenMinutesAndSeconds { minutes: &'a str, seconds: &'a str },
    "spoken-number" SpokenNumber { number: u32 },
    "spoken-switch" SpokenSwitch,
    "spoken-rest" SpokenRest { time: &'a str },
    "spoken-last-set" SpokenLastSet,
    "spoken-halfway" SpokenHalfway,
    "spoken-own-pace" SpokenOwnPace { amount: &'a str },
    "spoken-side-works" SpokenSideWorks { side: &'a str },
    "spoken-finished" SpokenFinished,
    "side-word-left" SideWordLeft,
    "side-word-right" SideWordRight,
    "side-word-left-first" SideWordLeftFirst,
    "side-word-right-first" SideWordRightFirst,

    // What needs saying on every screen.
    "remark-kept-after-all" RemarkKeptAfterAll,
    "remark-set-aside" RemarkSetAside { path: &'a str },
    "remark-unreadable" RemarkUnreadable { why: &'a str },
    "notice-library-problems" NoticeLibraryProblems { count: usize },
    "notice-settings-problems" NoticeSettingsProblems { count: usize },
    "notice-journal-problems" NoticeJournalProblems { count: usize },
    "failed-saving" FailedSaving { why: &'a str },
    "failed-settings" FailedSettings { why: &'a str },
    "failed-reading" FailedReading { why: &'a str },
    "failed-display" FailedDisplay { why: &'a str },
    "failed-idle" FailedIdle { why: &'a str },
    "failed-folder" FailedFolder { why: &'a str },
    "trouble-full" TroubleFull,
    "trouble-read-only" TroubleReadOnly { path: &'a str },
    "trouble-gone" TroubleGone { path: &'a str },
    "trouble-failing" TroubleFailing { path: &'a str },
    "trouble-changed" TroubleChanged { path: &'a str },
    "trouble-settings-not-editable" TroubleSettingsNotEditable,
    "trouble-settings-not-understood" TroubleSettingsNotUnderstood,
    "trouble-other" TroubleOther { words: &'a str },
}
