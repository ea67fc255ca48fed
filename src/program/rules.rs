//! The rules as data: every threshold of the programme, in files that a person can read and replace.
//!
//! What a file of the same name in the data folder's `rules/` says holds in place of what is shipped; what
//! it does not say, because nobody wanted it changed or because it was written for an older version, stays
//! as shipped. A file with errors is left out whole and reported.

use std::sync::LazyLock;

use include_dir::{Dir, include_dir};

use crate::library::check::{Problem, ProblemKind};
use crate::ron::{Document, Fields, Found, Node, Reader, Span};

/// The version of the format.
const SCHEMA: u32 = 1;

static FILES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/assets/rules");

/// The shipped rules are the same every time, so they are read once.
static SHIPPED: LazyLock<Rules> = LazyLock::new(|| {
    let files = FILES.files();
    let files = files.map(|it| (it.path().display().to_string(), it.contents().to_vec()));
    layer(None, files).rules
});

/// Rules, and what was wrong with the files they were made of.
#[derive(Debug, Clone, PartialEq)]
pub struct LoadedRules {
    /// The rules.
    pub rules: Rules,
    /// What was wrong, in the order of the files.
    pub problems: Vec<Problem>,
}

macro_rules! rules {
    ($($(#[$about:meta])* $group:ident $name:literal $field:ident {
        $($(#[$doc:meta])* $rule:ident: $least:literal..=$most:literal,)+
        $(=> $(($low:ident < $high:ident)),+;)?
    })+) => {
        $(
            $(#[$about])*
            #[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
            pub struct $group { $($(#[$doc])* pub $rule: u32,)+ }

            impl $group {
                /// Reads the fields over those of `base`; without one each has to be there.
                fn read(
                    reader: &mut Reader,
                    node: &Node,
                    base: Option<Self>,
                ) -> Option<(Self, Vec<Disorder>)> {
                    let mut fields = reader.fields(node)?;
                    let schema = fields.get(reader, "schema", |it, node| it.whole(node, 1, 999));
                    if schema.is_some_and(|it| it.value > SCHEMA) {
                        reader.is_newer();
                    }
                    $(let $rule = {
                        let (name, range) = (stringify!($rule), ($least, $most));
                        rule(reader, &mut fields, name, range, base.map(|it| it.$rule))
                    };)+
                    fields.finish(reader);
                    let wrong: Vec<Option<Disorder>> = vec![$($(disorder(
                        (stringify!($low), $low?),
                        (stringify!($high), $high?),
                    ),)+)?];
                    let wrong = wrong.into_iter().flatten().collect();
                    Some((Self { $($rule: $rule?.value,)+ }, wrong))
                }
            }
        )+

        /// Every threshold of the programme.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
        pub struct Rules { $($(#[$about])* pub $field: $group,)+ }

        impl Rules {
            /// The names of the files, without their ending.
            pub const FILES: &'static [&'static str] = &[$($name),+];

            /// Puts a file of this name in its place, over `base`. Nothing changes when it has errors.
            fn take(
                &mut self,
                name: &str,
                (reader, node): (&mut Reader, &Node),
                base: Option<&Self>,
            ) -> Option<Vec<Disorder>> {
                match name {
                    $($name => {
                        let base = base.map(|it| it.$field);
                        let (group, wrong) = $group::read(reader, node, base)?;
                        if wrong.is_empty() {
                            self.$field = group;
                        }
                        Some(wrong)
                    })+
                    _ => None,
                }
            }
        }
    };
}

rules! {
    /// What pain means for training.
    PainRules "pain" pain {
        /// Pain from which nothing gets harder, 0-10.
        amber_from: 1..=10,
        /// Pain from which an exercise stops, 0-10.
        red_from: 1..=10,
        /// Points over the pain before the session that count as amber.
        rise: 1..=10,
        /// Pain before a session from which nothing gets harder after it.
        frozen_from: 1..=10,
        /// Pain before a session from which none is offered.
        no_session_from: 1..=10,
        /// Amber sessions in a row after which an exercise gets one step easier.
        ambers_to_ease: 1..=20,
        /// Mornings that were worse …
        worse_to_stop: 1..=20,
        /// … within so many days pause strength work …
        worse_days: 1..=90,
        /// … for so many days.
        strength_pause_days: 1..=90,
        /// Days after red pain or a worse morning in which nothing gets harder.
        calm_days: 1..=90,
        => (amber_from < red_from), (frozen_from < no_session_from);
    }
    /// How an exercise gets harder, and easier.
    ProgressRules "progress" progress {
        /// Clean sessions in a row at the top of the range that offer the next level.
        clean_sessions: 2..=20,
        /// The same for control drills.
        control_sessions: 2..=20,
        /// Days from the first session in which no level changes upwards.
        learn_days: 1..=90,
        /// Clean reps left in a clean session, 0-4.
        reps_left: 0..=4,
        /// Reps more after a clean session.
        rep_step: 1..=10,
        /// Seconds more after a clean session.
        hold_step: 1..=60,
        /// Percent by which the next weight is heavier, at least …
        weight_least: 1..=49,
        /// … and at most.
        weight_most: 2..=50,
        /// Missed or shaky sessions in a row that offer a level down.
        misses: 1..=20,
        /// Whole, calm sessions of a stretch before it gets longer.
        stretch_sessions: 2..=50,
        /// Days between two harder things for a muscle.
        days_between_rises: 7..=90,
        /// Reps by which a side is behind.
        uneven_reps: 1..=20,
        /// Seconds by which a side is behind.
        uneven_seconds: 1..=120,
        /// Weeks in a row with something harder before an easy week is offered.
        easy_after_weeks: 1..=52,
        /// Clean reps left that count as very hard, 0-4.
        hard_reps_left: 0..=4,
        /// Very hard sessions in a row before an easy week is offered.
        hard_sessions: 1..=20,
        /// Sessions in a row that began with more pain than the one before, before an easy week is offered.
        sore_sessions: 1..=20,
        /// Nights told as bad …
        short_nights: 1..=28,
        /// … within so many days, before an easy week is offered.
        nights_days: 1..=28,
        /// Days of an easy week.
        easy_days: 1..=28,
        /// Days until a proposal that was put off comes back.
        later_days: 1..=90,
        /// Days until one that was refused comes back.
        no_days: 1..=365,
        => (hard_reps_left < reps_left), (weight_least < weight_most);
    }
    /// What happens after days without a session.
    PauseRules "pauses" pauses {
        /// Days after which one goes on as before.
        as_before: 1..=90,
        /// Days after which the first session has one set fewer.
        set_fewer: 2..=180,
        /// Days after which everything goes to the bottom of its range; more: two levels down.
        low_end: 3..=365,
        => (as_before < set_fewer), (set_fewer < low_end);
    }
    /// How a week is laid out.
    WeekRules "week" week {
        /// Sessions a week until the person says otherwise.
        target: 1..=7,
        /// Sessions a week in "Keep".
        keep_target: 1..=7,
        /// Weeks on track before "Keep" is offered.
        keep_weeks: 1..=104,
        /// Days from a strength exercise to the next time.
        same_work_days: 1..=7,
        /// Clean reps left that make a day a hard one, 0-4.
        hard_reps_left: 0..=4,
        /// Minutes of stretching a week, a muscle and a side.
        stretch_minutes: 1..=60,
        /// Minutes beyond which more adds little.
        stretch_most: 2..=120,
        /// Short sessions in a row after which Short is what is proposed.
        short_habit: 2..=50,
        => (stretch_minutes < stretch_most);
    }
    /// When self-tests and questions come back, and how readings are judged.
    CheckRules "checks" checks {
        /// Weeks of training before the first new measurement.
        first_week: 2..=52,
        /// The second.
        second_week: 3..=104,
        /// The third.
        third_week: 4..=156,
        /// Days between two measurements, at least.
        least_days: 1..=90,
        /// Days between two times the activities are asked about.
        function_days: 7..=365,
        /// Degrees below which there is no clear change.
        no_change: 1..=45,
        /// Checks that move the same way before that is said.
        same_way: 2..=20,
        /// Degrees of difference up to which a hip is balanced.
        even: 1..=45,
        /// Degrees of difference from which it clearly turns more one way.
        clear: 2..=90,
        /// Degrees of difference worth showing to somebody.
        strong: 3..=90,
        /// Less outward turn than so many degrees is worth showing.
        low_outward: 1..=60,
        /// Up to so many degrees inward, with pain, is worth showing.
        low_inward: 1..=60,
        /// Degrees by which the sides differ.
        sides_differ: 1..=45,
        /// Degrees between the readings of one test from which it is taken again.
        spread: 1..=45,
        => (first_week < second_week), (second_week < third_week), (even < clear),
            (clear < strong);
    }
    /// When the programme says that somebody should look at it.
    ProfessionalRules "professional" professional {
        /// Weeks of regular work without change.
        no_change_weeks: 2..=52,
        /// Sessions a week that count as regular.
        regular_sessions: 1..=7,
        /// Pain below which nothing has to change.
        pain_to_change: 1..=10,
        /// Points less that count as less pain.
        less_pain: 1..=10,
        /// Points more that count as better function.
        better_function: 1..=10,
        /// Points more pain that count as worsening.
        worsening: 1..=10,
        /// Sessions with pain in the red …
        red_sessions: 1..=20,
        /// … within so many days.
        red_days: 1..=365,
        /// Days of quiet after an answer.
        quiet_days: 1..=365,
    }
}

/// One threshold, and where it stands if the file says it.
#[derive(Debug, Clone, Copy)]
struct Rule {
    value: u32,
    said: Option<Span>,
}

fn rule(
    reader: &mut Reader,
    fields: &mut Fields<'_>,
    name: &'static str,
    (least, most): (u32, u32),
    base: Option<u32>,
) -> Option<Rule> {
    let read = |it: &mut Reader, node: &Node| it.whole(node, least, most);
    let said = match base {
        None => fields.need(reader, name, read),
        Some(_) => fields.get(reader, name, read),
    };
    let said = said.map(|it| Rule { value: it.value, said: Some(it.span) });
    said.or_else(|| Some(Rule { value: base?, said: None }))
}

/// Two values that stand the wrong way round.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Disorder {
    span: Span,
    lower: &'static str,
    higher: &'static str,
}

fn disorder(
    (lower, low): (&'static str, Rule),
    (higher, high): (&'static str, Rule),
) -> Option<Disorder> {
    let span = high.said.or(low.said).unwrap_or_default();
    (low.value >= high.value).then_some(Disorder { span, lower, higher })
}

impl Rules {
    /// What comes with the program.
    pub fn shipped() -> Self {
        *SHIPPED
    }

    /// What comes with the program, with a person's files over it: each its path and its bytes.
    pub fn load(files: impl IntoIterator<Item = (String, Vec<u8>)>) -> LoadedRules {
        layer(Some(&SHIPPED), files)
    }
}

/// Whether a file lies in a folder of rules.
pub fn is_rule_file(path: &str) -> bool {
    let mut parts = path.rsplit(['/', '\\']);
    parts.next();
    parts.next() == Some("rules")
}

fn layer(base: Option<&Rules>, files: impl IntoIterator<Item = (String, Vec<u8>)>) -> LoadedRules {
    let (mut rules, mut problems) = (base.copied().unwrap_or_default(), Vec::new());
    for (path, bytes) in files {
        let document = Document::read(&bytes);
        let found = read(&mut rules, base, &path, &document);
        problems.extend(found.into_iter().map(|it| Problem::new(&path, &document, it)));
    }
    LoadedRules { rules, problems }
}

fn read(
    rules: &mut Rules,
    base: Option<&Rules>,
    path: &str,
    document: &Document,
) -> Vec<Found<ProblemKind>> {
    let file = path.rsplit(['/', '\\']).next().unwrap_or_default();
    let name = file.strip_suffix(".ron").unwrap_or(file);
    if !Rules::FILES.contains(&name) {
        let names = Rules::FILES.iter().map(|it| format!("{it}.ron")).collect();
        let what = ProblemKind::UnknownRules { name: file.to_owned(), names };
        return vec![Found::error(Span::default(), what)];
    }
    let mut reader = Reader::new();
    let mut next = *rules;
    let wrong = document.root().and_then(|it| next.take(name, (&mut reader, it), base));
    let shape = document.found().iter().cloned().chain(reader.finish());
    let mut found: Vec<_> = shape
        .map(|it| Found {
            span: it.span,
            severity: it.severity,
            what: ProblemKind::Format(it.what),
        })
        .collect();
    found.extend(wrong.into_iter().flatten().map(|it| {
        let what = ProblemKind::RuleOrder { lower: it.lower, higher: it.higher };
        Found::error(it.span, what)
    }));
    if !found.iter().any(|it| it.severity == crate::ron::Severity::Error) {
        *rules = next;
    }
    found
}

#[cfg(test)]
mod tests;
