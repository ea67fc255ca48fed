//! What the command line says to a person.

use fluent::FluentArgs;

use super::Text;
use super::sentence::sentences;

sentences! {
    /// A sentence of the command line and what it speaks of.
    #[expect(missing_docs, reason = "the sentence in en.ftl says what each is")]
    pub enum CommandSentence:
    // What stands in the way.
    "command-in-use" InUse { process: u32 },
    "command-in-use-by-somebody" InUseBySomebody,
    "command-unfinished" Unfinished { name: &'a str, when: &'a str },
    "command-unfinished-other" UnfinishedOther { name: &'a str, other: &'a str },
    "command-nothing-to-resume" NothingToResume,
    "command-unknown-routine" UnknownRoutine { id: &'a str, known: &'a str },
    "command-unknown-routine-near" UnknownRoutineNear { id: &'a str, near: &'a str, known: &'a str },
    "command-no-minutes" NoMinutes,
    "file-read-only" FileReadOnly { path: &'a str },
    "file-denied" FileDenied { path: &'a str },
    "file-busy" FileBusy { path: &'a str },
    "file-changed" FileChanged { path: &'a str },
    "file-too-large" FileTooLarge { path: &'a str },
    "file-not-a-file" FileNotAFile { path: &'a str },
    "file-not-a-folder" FileNotAFolder { path: &'a str },
    "file-unwritable" FileUnwritable { path: &'a str, why: &'a str },
    "file-copied" Copied { path: &'a str },
    "file-set-aside" SetAside { path: &'a str },

    // A session in the terminal.
    "command-recovered" Recovered,
    "command-not-saved" NotSaved { why: &'a str },
    "command-saved-after-all" SavedAfterAll,
    "command-not-saved-at-all" NotSavedAtAll,
    "command-no-sound" NoSound { why: &'a str },
    "command-may-sleep-display" MaySleepDisplay,
    "command-may-sleep" MaySleep,
    "command-play-end" PlayEnd { name: &'a str, time: &'a str, done: usize, of: usize },

    // The report.
    "command-report-written" ReportWritten { path: &'a str, sessions: usize, notes: usize },
    "command-report-period" ReportPeriod { from: &'a str, to: &'a str },
    "command-report-not-ours" ReportNotOurs { path: &'a str },

    // Lists.
    "command-plan-title" PlanTitle { name: &'a str, length: &'a str },
    "command-plan-fetch" PlanFetch { things: &'a str },
    "command-plan-left-out" PlanLeftOut { what: &'a str },
    "command-own-pace" OwnPace { dose: &'a str },
    "command-history-empty" HistoryEmpty,
    "command-journal-bad-lines" JournalBadLines { count: usize },
    "command-ending-finished" EndingFinished,
    "command-ending-early" EndingEarly,
    "command-check-good" CheckGood { count: usize },
    "command-stats-on-track" StatsOnTrack { count: u32, credits: u8 },
    "command-stats-sessions" StatsSessions { count: usize, records: usize, minutes: u64 },
    "command-stats-stretch" StatsStretch { minutes: u64 },
    "command-week-met" WeekMet,
    "command-week-credited" WeekCredited,
    "command-week-paused" WeekPaused,
    "command-week-missed" WeekMissed,
    "command-week-open" WeekOpen,
    "command-exported" Exported { path: &'a str },
    "command-imported" Imported,
    "command-import-records" ImportRecords { new: usize, same: usize, different: usize },
    "command-import-unreadable" ImportUnreadable { count: usize },
    "command-import-new-file" ImportNewFile { name: &'a str },
    "command-import-kept-file" ImportKeptFile { name: &'a str },
    "command-import-nothing" ImportNothing,
    "command-import-hint" ImportHint,
    "command-archive-damaged" ArchiveDamaged { path: &'a str },
    "command-archive-too-large" ArchiveTooLarge { path: &'a str },
    "command-archive-unsafe" ArchiveUnsafe { path: &'a str, name: &'a str },
    "command-archive-encrypted" ArchiveEncrypted { path: &'a str },
    "command-already-there" AlreadyThere { path: &'a str },
    "command-calendar-written" CalendarWritten { count: usize, path: &'a str },
    "head-week" HeadWeek,
    "head-outcome" HeadOutcome,
    "head-days" HeadDays,
    "head-target" HeadTarget,
    "head-times" HeadTimes,
    "head-level" HeadLevel,
    "head-best" HeadBest,
    "head-muscle" HeadMuscle,
    "head-left" HeadLeft,
    "head-right" HeadRight,
    "command-next-days" NextDays,
    "command-next-day" NextDay { day: &'a str, name: &'a str },
    "head-id" HeadId,
    "head-name" HeadName,
    "head-start" HeadStart,
    "head-length" HeadLength,
    "head-kind" HeadKind,
    "head-exercise" HeadExercise,
    "head-side" HeadSide,
    "head-set" HeadSet,
    "head-dose" HeadDose,
    "head-date" HeadDate,
    "head-time" HeadTime,
    "head-routine" HeadRoutine,
    "head-active" HeadActive,
    "head-sets" HeadSets,
    "head-ending" HeadEnding,
    "head-pain" HeadPain,
    "head-note" HeadNote,

    // How things are.
    "doctor-version" DoctorVersion,
    "doctor-data" DoctorData,
    "doctor-state" DoctorState,
    "doctor-device" DoctorDevice,
    "doctor-in-use" DoctorInUse,
    "doctor-journal" DoctorJournal,
    "doctor-unfinished" DoctorUnfinished,
    "doctor-settings" DoctorSettings,
    "doctor-library" DoctorLibrary,
    "doctor-sound" DoctorSound,
    "doctor-latency" DoctorLatency,
    "doctor-speech" DoctorSpeech,
    "doctor-awake" DoctorAwake,
    "doctor-window" DoctorWindow,
    "doctor-yes" DoctorYes,
    "doctor-no" DoctorNo,
    "doctor-none" DoctorNone,
    "doctor-free" DoctorFree,
    "doctor-process" DoctorProcess { process: u32 },
    "doctor-process-unknown" DoctorProcessUnknown,
    "doctor-not-there-yet" DoctorNotThereYet { path: &'a str },
    "doctor-open-to-others" DoctorOpenToOthers { path: &'a str },
    "doctor-journal-health" DoctorJournalHealth { files: usize, lines: usize, bad: usize, changed: usize },
    "doctor-problems" DoctorProblems { count: usize },
    "doctor-no-device" DoctorNoDevice,
    "doctor-silent" DoctorSilent { why: &'a str },
    "doctor-latency-numbers" DoctorLatencyNumbers { compensated: u64, left: u64 },
}

impl Text {
    /// A sentence of the command line.
    pub fn tell(&self, sentence: CommandSentence<'_>) -> String {
        self.format(sentence.id(), &sentence.args())
    }
}
