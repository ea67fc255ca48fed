//! The reminders to get up, as they stand in the settings file: times of day as hours (`9`, `17.5`),
//! spans as minutes, days as words.

use chrono::Weekday;

use crate::program::{DayTime, Every, Schedule, ScheduleChange, Snooze, WorkDays};
use crate::ron::{Node, Reader};

/// A day of the week, by its word in the file.
#[derive(Debug, Clone, Copy, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
enum Day {
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday,
}

impl From<Day> for Weekday {
    fn from(day: Day) -> Self {
        match day {
            Day::Monday => Self::Mon,
            Day::Tuesday => Self::Tue,
            Day::Wednesday => Self::Wed,
            Day::Thursday => Self::Thu,
            Day::Friday => Self::Fri,
            Day::Saturday => Self::Sat,
            Day::Sunday => Self::Sun,
        }
    }
}

const fn word(day: Weekday) -> &'static str {
    match day {
        Weekday::Mon => "monday",
        Weekday::Tue => "tuesday",
        Weekday::Wed => "wednesday",
        Weekday::Thu => "thursday",
        Weekday::Fri => "friday",
        Weekday::Sat => "saturday",
        Weekday::Sun => "sunday",
    }
}

/// The name of the field.
pub(super) const fn name(change: ScheduleChange) -> &'static str {
    match change {
        ScheduleChange::On(_) => "on",
        ScheduleChange::Every(_) => "every",
        ScheduleChange::From(_) => "from",
        ScheduleChange::To(_) => "to",
        ScheduleChange::Days(_) => "days",
        ScheduleChange::Snooze(_) => "snooze",
    }
}

/// How the value is written.
pub(super) fn value(change: ScheduleChange) -> String {
    match change {
        ScheduleChange::On(it) => it.to_string(),
        ScheduleChange::Every(it) => it.minutes().to_string(),
        ScheduleChange::From(it) | ScheduleChange::To(it) => it.hours().to_string(),
        ScheduleChange::Days(it) => {
            let words: Vec<_> = it.days().map(word).collect();
            format!("[{}]", words.join(", "))
        }
        ScheduleChange::Snooze(it) => it.minutes().to_string(),
    }
}

/// Reads what is set; what cannot be read has its default.
pub(super) fn take(node: &Node, reader: &mut Reader, schedule: &mut Schedule) {
    let Some(mut fields) = reader.fields(node) else { return };
    let on = fields.get(reader, "on", Reader::truth);
    let every = fields.get(reader, "every", |reader, it| {
        super::read::small(reader, it, (Every::MIN, Every::MAX)).and_then(Every::new)
    });
    let from = fields.get(reader, "from", time);
    let to = fields.get(reader, "to", time);
    let days = fields.get(reader, "days", |reader, it| {
        reader.list(it, |reader, it| reader.word::<Day>(it).map(|it| it.value.into()))
    });
    let snooze = fields.get(reader, "snooze", |reader, it| {
        super::read::small(reader, it, (Snooze::MIN, Snooze::MAX)).and_then(Snooze::new)
    });
    let changes = [
        on.map(|it| ScheduleChange::On(it.value)),
        every.map(ScheduleChange::Every),
        from.map(ScheduleChange::From),
        to.map(ScheduleChange::To),
        days.map(|it| ScheduleChange::Days(WorkDays::from_iter::<Vec<Weekday>>(it))),
        snooze.map(ScheduleChange::Snooze),
    ];
    changes.into_iter().flatten().for_each(|it| schedule.set(it));
    fields.finish(reader);
}

fn time(reader: &mut Reader, node: &Node) -> Option<DayTime> {
    DayTime::from_hours(reader.between(node, 0, 24)?.value)
}
