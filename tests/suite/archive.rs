//! What was done, in numbers and out of the program: `stats`, `export`, `import`, `calendar`.

use expect_test::expect;

use super::terminal::Terminal;

/// A home in which one routine was done in a hurry, counted or not.
fn with(args: &[&str]) -> Terminal {
    let terminal = Terminal::new();
    let all = [&["break-fig4", "--speed", "500", "--mute"], args].concat();
    let (said, status) = terminal.play(&all).finish();
    assert_eq!(status, Some(0), "{said:#?}");
    terminal
}

/// Sessions written by hand into the journal: B on these days.
fn with_days(days: &[&str]) -> Terminal {
    let terminal = Terminal::new();
    let lines = days.iter().enumerate().map(|(n, day)| {
        format!(
            r#"{{"v":1,"kind":"session","id":"01960000-0000-7000-8000-{n:012x}","rev":1,"device":"desk","at":"{day}T18:32:00.000+02:00","zone":"Europe/Berlin","date":"{day}","routine":"short","name":"Short","purpose":"session","started":"{day}T18:02:11.500+02:00","ended":"{day}T18:32:00.000+02:00","active_ms":540000,"paused_ms":0,"ending":"completed","exercises":[{{"exercise":"hipflexor","name":"Half-kneeling hip flexor stretch","level":3,"block":"mobility","muscles":["iliopsoas"],"planned":{{"sets":2,"each":{{"hold":30000}}}}}}],"sets":[{{"exercise":"hipflexor","level":3,"side":"left","set":1,"planned":{{"hold":30000}},"done":{{"hold":30000}}}},{{"exercise":"hipflexor","level":3,"side":"right","set":1,"planned":{{"hold":30000}},"done":{{"hold":24000}}}}],"app":"0.1.0"}}"#
        ) + "\n"
    });
    terminal.write("log/desk/2031-04.jsonl", lines.collect::<String>());
    terminal
}

const DAYS: &[&str] = &["2031-04-01", "2031-04-02", "2031-04-05", "2031-04-08"];

/// Each field on a line.
fn shown(value: &serde_json::Value) -> String {
    let fields = value.as_object().expect("an object").iter();
    fields.map(|(name, value)| [name, ": ", &*value.to_string(), "\n"].concat()).collect()
}

#[test]
fn statistics_have_the_promised_shape() {
    let stats = with_days(DAYS).json(&["stats", "--json", "--today", "2031-04-09"]);
    expect![[r#"
        today: "2031-04-09"
        weeks_on_track: 1
        credits: 2
        weeks: [{"start":"2031-03-31","sessions":3,"target":3,"met":true,"outcome":"met","paused_days":0,"active_minutes":27.0},{"start":"2031-04-07","sessions":1,"target":3,"met":false,"outcome":"open","paused_days":0,"active_minutes":9.0}]
        sessions: 4
        records: 4
        active_minutes: 36.0
        exercises: [{"exercise":"hipflexor","name":"Half-kneeling hip flexor stretch","times":4,"level":3,"last":"2031-04-08","best":30.0,"unit":"seconds"}]
        stretch: [{"start":"2031-03-31","muscles":[{"muscle":"iliopsoas","left_minutes":1.5,"right_minutes":1.2}]},{"start":"2031-04-07","muscles":[{"muscle":"iliopsoas","left_minutes":0.5,"right_minutes":0.4}]}]
    "#]]
    .assert_eq(&shown(&stats));
}

#[test]
fn statistics_for_people() {
    let said = with_days(DAYS).run(&["stats", "--today", "2031-04-09"]);
    expect![[r#"
        One week on track. 2 weeks off are left.
        4 sessions, 36 min; 4 with breaks and what was cut short.

        Week of     Days  Target  Active  Outcome
        2031-03-31     3       3      27  met
        2031-04-07     1       3       9  running

        Exercise                          Times  Level  Best set last time  Date
        Half-kneeling hip flexor stretch      4      3  30 s hold           2031-04-08

        Minutes stretched this week, of 5 for each muscle and side
        Muscle     Left  Right
        iliopsoas   0.5    0.4
    "#]]
    .assert_eq(&said.out);
    let empty = Terminal::new().run(&["stats", "--today", "2031-04-09"]);
    expect![[r#"
        0 weeks on track. 2 weeks off are left.
        0 sessions, 0 min; 0 with breaks and what was cut short.

        Week of     Days  Target  Active  Outcome
        2031-04-07     0       3       0  running
    "#]]
    .assert_eq(&empty.out);
}

#[test]
fn a_break_or_a_hurried_clock_counts_for_no_week() {
    let stats = with(&["--count"]).json(&["stats", "--json"]);
    assert_eq!((stats["sessions"].as_u64(), stats["records"].as_u64()), (Some(0), Some(1)));
}

#[test]
fn what_is_exported_can_be_imported_elsewhere() {
    let (from, to) = (with_days(DAYS), Terminal::new());
    from.write("routines/mine.ron", "(nothing)");
    let archive = from.data().with_file_name("all.zip").display().to_string();
    assert_eq!(from.run(&["export", &archive]).status, 0);
    let again = from.run(&["export", &archive]);
    assert_eq!(again.status, 1);
    assert!(again.err.contains("There is already a file"), "{}", again.err);
    let preview = to.run(&["import", &archive]);
    expect![[r#"
        Records: 4 new, 0 already here, 0 with later changes.
        New file: routines/mine.ron
        Nothing was changed. To add this, say it again with --yes.
    "#]]
    .assert_eq(&preview.out);
    assert_eq!(to.json(&["history", "--json"]).as_array().map(Vec::len), Some(0), "not yet");
    let done = to.run(&["import", &archive, "--yes"]);
    assert_eq!(done.status, 0, "{done:?}");
    assert_eq!(to.json(&["history", "--json"]), from.json(&["history", "--json"]));
    assert_eq!(to.read("routines/mine.ron"), "(nothing)");
    let twice = to.run(&["import", &archive]);
    expect![[r#"
        Records: 0 new, 4 already here, 0 with later changes.
        There is nothing to add.
    "#]]
    .assert_eq(&twice.out);
}

#[test]
fn what_is_no_archive_is_refused() {
    let terminal = with_days(DAYS);
    let file = terminal.file("log/desk/2031-04.jsonl").display().to_string();
    let said = terminal.run(&["import", &file, "--yes"]);
    assert_eq!(said.status, 1);
    // Small enough to be a routine: it is read as one, and refused at its place.
    assert!(said.out.contains("2031-04.jsonl:1:1: "), "{said:?}");
}

#[test]
fn the_planned_sessions_are_a_calendar() {
    let terminal = with_days(DAYS);
    let file = terminal.data().with_file_name("week.ics");
    let args = ["calendar", &*file.display().to_string(), "--today", "2031-04-09"];
    let said = terminal.run(&args);
    assert_eq!(said.status, 0, "{said:?}");
    let text = std::fs::read_to_string(&file).expect("it is there");
    expect![[r#"
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:-//Evenhold//Evenhold//EN
        BEGIN:VEVENT
        DTEND:20310410T182107
        DTSTAMP:20310410T000000Z
        DTSTART:20310410T180000
        SUMMARY:Session A
        UID:2031-04-10-a@evenhold
        END:VEVENT
        BEGIN:VEVENT
        DTEND:20310412T183849
        DTSTAMP:20310412T000000Z
        DTSTART:20310412T180000
        SUMMARY:Full session
        UID:2031-04-12-full@evenhold
        END:VEVENT
        END:VCALENDAR
    "#]]
    .assert_eq(&text.replace("\r\n", "\n"));
    assert!(text.lines().count() > 4 && text.ends_with("\r\n"));
    assert_eq!(terminal.run(&args).status, 1, "nothing is written over");
}
