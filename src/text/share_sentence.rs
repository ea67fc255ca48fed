//! What is said of routines that are fitted to a time, changed by hand, taken in and passed on.

use fluent::FluentArgs;

use super::Text;
use super::sentence::sentences;

sentences! {
    /// A sentence about a routine on its way and what it speaks of.
    #[expect(missing_docs, reason = "the sentence in en.ftl says what each is")]
    pub enum ShareSentence:
    // Fitted to a person's time.
    "plan-no-time" NoTime { minutes: u32, least: u64 },
    "fitted" Fitted { minutes: u32, what: &'a str },
    "fitted-only" FittedOnly { minutes: u32 },
    "fitted-rests" FittedRests,
    "fitted-less" FittedLess { name: &'a str, now: &'a str, usual: &'a str },
    "fitted-sets" FittedSets { now: u32, usual: u32, names: &'a str },
    "fitted-separator" FittedSeparator,
    "ui-today-time" TodayTime,
    "ui-today-time-all" TodayTimeAll,
    "ui-today-time-some" TodayTimeSome { minutes: u32 },
    "command-minutes-none" MinutesNone,

    // What somebody has sent.
    "share-routine" Routine { name: &'a str, time: &'a str, count: usize },
    "share-has-exercise" HasExercise { name: &'a str },
    "share-replaces" Replaces { name: &'a str },
    "share-known" Known,
    "share-hint" Hint,
    "share-hint-replace" HintReplace,
    "share-taken" Taken,
    "share-passed-on" PassedOn { path: &'a str },
    "refused-too-large" RefusedTooLarge { file: &'a str },
    "refused-not-ours" RefusedNotOurs { file: &'a str },
    "refused-bad-name" RefusedBadName { file: &'a str, name: &'a str },
    "refused-twice" RefusedTwice { file: &'a str, name: &'a str },
    "refused-too-many" RefusedTooMany { file: &'a str },
    "refused-case-clash" RefusedCaseClash { name: &'a str },

    // A routine on paper.
    "sheet-needs" SheetNeeds { time: &'a str, things: &'a str },
    "sheet-prescribed" SheetPrescribed { by: &'a str },
    "sheet-circuit" SheetCircuit { rounds: u32 },
    "sheet-rounds" SheetRounds { rounds: u32 },
    "sheet-each-side" SheetEachSide,
    "sheet-stop" SheetStop { sign: &'a str },
    "sheet-foot" SheetFoot,
    "sheet-written" SheetWritten { path: &'a str },

    // What somebody has sent, in the window.
    "arrive-open" ArriveOpen,
    "arrive-title" ArriveTitle,
    "arrive-about" ArriveAbout,
    "arrive-drop" ArriveDrop,
    "arrive-choose" ArriveChoose,
    "arrive-path" ArrivePath,
    "arrive-path-hint" ArrivePathHint,
    "arrive-look" ArriveLook,
    "arrive-none" ArriveNone,
    "arrive-reading" ArriveReading { file: &'a str },
    "arrive-taking" ArriveTaking { file: &'a str },
    "arrive-not" ArriveNot { file: &'a str },
    "arrive-nothing-changed" ArriveNothingChanged,
    "arrive-close" ArriveClose,
    "arrive-take" ArriveTake,
    "arrive-replace" ArriveReplace,
    "arrive-both" ArriveBoth,
    "arrive-problems" ArriveProblems { count: usize },
    "arrive-not-sound" ArriveNotSound,
    "arrive-legend" ArriveLegend,
    "arrive-exercises" ArriveExercises { count: usize },
    "arrive-taken" ArriveTaken { file: &'a str },
    "arrive-back" ArriveBack,
    "arrive-do" ArriveDo,
    "arrive-edit" ArriveEdit,
    "arrive-next" ArriveNext { count: usize },
    "arrive-archive" ArriveArchive,
    "arrive-measure" ArriveMeasure,
    "arrive-picture" ArrivePicture { file: &'a str },
    "share-in-cloud" InCloud { path: &'a str },
    "share-a-link" ALink { path: &'a str },
    "share-not-watched" NotWatched { why: &'a str },

    // What is passed on, in the window.
    "pass-routine" PassRoutine { name: &'a str },
    "pass-routine-alone" PassRoutineAlone,
    "pass-routine-with" PassRoutineWith { count: usize, names: &'a str },
    "pass-sheet" PassSheet { name: &'a str },
    "pass-sheet-about" PassSheetAbout,
    "pass-everything" PassEverything,
    "pass-everything-about" PassEverythingAbout { records: usize, files: usize },
    "pass-calendar" PassCalendar,
    "pass-calendar-about" PassCalendarAbout { count: usize },
    "pass-calendar-none" PassCalendarNone,
    "pass-calendar-line" PassCalendarLine { day: &'a str, time: &'a str, name: &'a str, length: &'a str },
    "pass-path" PassPath,
    "pass-path-about" PassPathAbout,
    "pass-choose" PassChoose,
    "pass-write" PassWrite,
    "pass-writing" PassWriting,
    "pass-done" PassDone { path: &'a str },
    "pass-show" PassShow,
    "pass-open" PassOpen,
    "pass-close" PassClose,
    "pass-exists" PassExists { path: &'a str },
    "pass-failed" PassFailed { why: &'a str },
    "pass-none" PassNone,
    "pass-more" PassMore { name: &'a str },
    "pass-more-routine" PassMoreRoutine,
    "pass-more-sheet" PassMoreSheet,
    "data-export" DataExport,
    "data-import" DataImport,
    "data-calendar" DataCalendar,
    "data-share-about" DataShareAbout,

    // The person's own files, changed by something else.
    "files-problems" FilesProblems { count: usize },
    "files-problems-about" FilesProblemsAbout,
    "files-mend" FilesMend,
    "files-mend-named" FilesMendNamed { name: &'a str },
    "files-folder" FilesFolder,
    "files-more" FilesMore { count: usize },
    "copies-title" CopiesTitle,
    "copies-about" CopiesAbout,
    "copies-of" CopiesOf { name: &'a str, of: &'a str },
    "copies-gone" CopiesGone { name: &'a str, of: &'a str },
    "copies-same" CopiesSame,
    "copies-legend" CopiesLegend,
    "copies-drop" CopiesDrop,
    "copies-use" CopiesUse,
    "copies-both" CopiesBoth,
    "copies-put-away" CopiesPutAway,
    "clash-title" ClashTitle,
    "clash-about" ClashAbout,
    "clash-gone" ClashGone,
    "clash-compare" ClashCompare,
    "clash-legend" ClashLegend,
    "clash-mine" ClashMine,
    "clash-theirs" ClashTheirs,
    "clash-both" ClashBoth,
    "clash-again" ClashAgain,
    "clash-let-go" ClashLetGo,
    "clash-later" ClashLater,
    "editor-came" Came,
    "editor-too-long" TooLong,
}

impl Text {
    /// A sentence about a routine on its way.
    pub fn share(&self, sentence: ShareSentence<'_>) -> String {
        self.format(sentence.id(), &sentence.args())
    }
}
