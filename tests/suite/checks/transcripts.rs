//! The score of each check from Start to its end, in the words that are spoken.

use std::fmt::Write as _;
use std::time::Duration;

use evenhold::session::score::score;
use evenhold::session::{Command, Session};
use evenhold::text::Text;
use evenhold::units::Mss;
use expect_test::{Expect, expect};

use super::{answer, plan, shipped};

/// What is heard of a check whose readings are all given at once.
#[track_caller]
fn check(id: &str, expected: &Expect) {
    let text = Text::english();
    let plan = plan(&shipped(id));
    let mut session = Session::new(plan.clone());
    session.apply(Command::Start);
    let mut out = String::new();
    while !session.is_over() {
        let cues = score(&session).cues;
        let start = session.clock();
        for cue in &cues {
            let at = Mss(start + cue.at).to_string();
            let tone = cue.tone.map(|it| format!("{it:?}").to_lowercase()).unwrap_or_default();
            let words = cue.words.as_ref().map(|it| text.spoken(it, &plan)).unwrap_or_default();
            if tone != "countdown" {
                writeln!(out, "{at} {tone}{words}").expect("a string takes it");
            }
        }
        let waits = |it: &Session| plan.reads(it.view().step).is_some();
        while !session.is_over() && !waits(&session) {
            session.advance(Duration::from_millis(500));
        }
        while !session.is_over() && waits(&session) {
            let at = session.view().step;
            let task = text.task(&plan, at, true).unwrap_or_default();
            writeln!(out, "{} > {task}", Mss(session.clock())).expect("a string takes it");
            let words = |_: &str, _, _| "40";
            let is_angle = plan
                .reads(at)
                .is_some_and(|it| matches!(it.of, evenhold::library::ReadingOf::Angle(_)));
            if is_angle {
                answer(&mut session, at, &words);
            } else {
                answer(&mut session, at, &|_, _, _| "straight");
            }
            // What follows a reading is planned anew.
            if waits(&session) {
                for cue in score(&session).cues.iter().filter(|it| it.words.is_some()) {
                    let words = cue.words.as_ref().map(|it| text.spoken(it, &plan));
                    writeln!(out, "  says {}", words.unwrap_or_default())
                        .expect("a string takes it");
                }
            }
        }
    }
    expected.assert_eq(&out);
}

#[test]
fn lying_on_the_front() {
    check(
        "prone",
        &expect![[r#"
            0:00 ready
            0:00 First: A quick look.
            0:03 Lie face down, thighs hip-width apart, forehead on your hands. Bend both knees until the soles look at the ceiling.
            0:40 start
            0:40 Let both feet drift apart, slowly, as far as is comfortable. Then come back.
            0:52 end
            0:52 start
            0:52 Now let one foot cross over to the other side, then the other foot.
            1:04 end
            1:04 ready
            1:04 Next: Feet apart: inward turn.
            1:07 Left leg is measured. Bend the left knee, keep the right leg straight and a little aside.
            1:15 Shin upright, hand on the pelvis.
            1:24 start
            1:24 Let the foot fall slowly outwards, away from the other leg, until it stops or the pelvis lifts. Stay.
            1:37 end
            1:37 start
            1:38 How far does the left shin lean from upright? Foot away from the other leg.
            1:37 > Left shin: how far away from upright?
            1:37 start
            1:37 Let the foot fall slowly outwards, away from the other leg, until it stops or the pelvis lifts. Stay.
            1:50 end
            1:50 start
            1:51 How far does the left shin lean from upright? Foot away from the other leg.
            1:50 > Left shin: how far away from upright?
            1:50 start
            1:50 Let the foot fall slowly outwards, away from the other leg, until it stops or the pelvis lifts. Stay.
            2:03 end
            2:03 start
            2:04 How far does the left shin lean from upright? Foot away from the other leg.
            2:03 > Left shin: how far away from upright?
            2:03 ready
            2:03 Next: Foot crosses over: outward turn.
            2:06 Left leg is measured. Bend the left knee, keep the right leg straight and out of the way.
            2:14 Bring the shin back to upright.
            2:23 start
            2:23 Let the foot fall slowly inwards, towards and across the other leg, until it stops or the pelvis lifts. Stay.
            2:36 end
            2:36 start
            2:37 How far does the left shin lean from upright? Foot across the other leg.
            2:36 > Left shin: how far across from upright?
            2:36 start
            2:36 Let the foot fall slowly inwards, towards and across the other leg, until it stops or the pelvis lifts. Stay.
            2:49 end
            2:49 start
            2:50 How far does the left shin lean from upright? Foot across the other leg.
            2:49 > Left shin: how far across from upright?
            2:49 start
            2:49 Let the foot fall slowly inwards, towards and across the other leg, until it stops or the pelvis lifts. Stay.
            3:02 end
            3:02 start
            3:03 How far does the left shin lean from upright? Foot across the other leg.
            3:02 > Left shin: how far across from upright?
            3:02 switch
            3:03 Change sides.
            3:05 Right leg is measured. Bend the right knee, keep the left leg straight and a little aside.
            3:17 start
            3:17 Let the foot fall slowly outwards, away from the other leg, until it stops or the pelvis lifts. Stay.
            3:30 end
            3:30 start
            3:31 How far does the right shin lean from upright? Foot away from the other leg.
            3:30 > Right shin: how far away from upright?
            3:30 start
            3:30 Let the foot fall slowly outwards, away from the other leg, until it stops or the pelvis lifts. Stay.
            3:43 end
            3:43 start
            3:44 How far does the right shin lean from upright? Foot away from the other leg.
            3:43 > Right shin: how far away from upright?
            3:43 start
            3:43 Let the foot fall slowly outwards, away from the other leg, until it stops or the pelvis lifts. Stay.
            3:56 end
            3:56 start
            3:57 How far does the right shin lean from upright? Foot away from the other leg.
            3:56 > Right shin: how far away from upright?
            3:56 ready
            3:56 Next: Foot crosses over: outward turn.
            3:59 Right leg is measured. Bend the right knee, keep the left leg straight and out of the way.
            4:16 start
            4:16 Let the foot fall slowly inwards, towards and across the other leg, until it stops or the pelvis lifts. Stay.
            4:29 end
            4:29 start
            4:30 How far does the right shin lean from upright? Foot across the other leg.
            4:29 > Right shin: how far across from upright?
            4:29 start
            4:29 Let the foot fall slowly inwards, towards and across the other leg, until it stops or the pelvis lifts. Stay.
            4:42 end
            4:42 start
            4:43 How far does the right shin lean from upright? Foot across the other leg.
            4:42 > Right shin: how far across from upright?
            4:42 start
            4:42 Let the foot fall slowly inwards, towards and across the other leg, until it stops or the pelvis lifts. Stay.
            4:55 end
            4:55 start
            4:56 How far does the right shin lean from upright? Foot across the other leg.
            4:55 > Right shin: how far across from upright?
        "#]],
    );
}

#[test]
fn standing() {
    check(
        "standing",
        &expect![[r#"
        0:00 ready
        0:00 First: Standing as you stand.
        0:03 Stand where the phone or your helper sees you from the front.
        0:40 start
        0:40 March five steps, look ahead.
        0:47 end
        0:47 start
        0:47 Stop, and leave your feet as they are. The photo is taken now.
        0:57 end
        0:57 start
        0:58 Look at the left foot: where do the toes point?
        0:57 > Left foot: where does it point?
          says Look at the right foot: where do the toes point?
        0:57 > Right foot: where does it point?
          says Look at the left kneecap: where does it point?
        0:57 > Left kneecap: where does it point?
          says Look at the right kneecap: where does it point?
        0:57 > Right kneecap: where does it point?
          says Where is your weight?
        0:57 > Where is your weight?
        0:57 start
        0:57 March five steps, look ahead.
        1:04 end
        1:04 start
        1:04 Stop, and leave your feet as they are. The photo is taken now.
        1:14 end
        1:14 start
        1:15 Look at the left foot: where do the toes point?
        1:14 > Left foot: where does it point?
          says Look at the right foot: where do the toes point?
        1:14 > Right foot: where does it point?
          says Look at the left kneecap: where does it point?
        1:14 > Left kneecap: where does it point?
          says Look at the right kneecap: where does it point?
        1:14 > Right kneecap: where does it point?
          says Where is your weight?
        1:14 > Where is your weight?
        1:14 start
        1:14 March five steps, look ahead.
        1:21 end
        1:21 start
        1:21 Stop, and leave your feet as they are. The photo is taken now.
        1:31 end
        1:31 start
        1:32 Look at the left foot: where do the toes point?
        1:31 > Left foot: where does it point?
          says Look at the right foot: where do the toes point?
        1:31 > Right foot: where does it point?
          says Look at the left kneecap: where does it point?
        1:31 > Left kneecap: where does it point?
          says Look at the right kneecap: where does it point?
        1:31 > Right kneecap: where does it point?
          says Where is your weight?
        1:31 > Where is your weight?
        1:31 ready
        1:31 Next: The arches of the feet.
        1:34 Stay as you stand, or look at the last photo.
        1:51 start
        1:52 Does the arch of the left foot lie low?
        1:51 > Left foot: a low arch?
          says Does the arch of the right foot lie low?
        1:51 > Right foot: a low arch?
    "#]],
    );
}

#[test]
fn walking() {
    check(
        "gait",
        &expect![[r#"
        0:00 ready
        0:00 First: Three times there and back.
        0:03 Start the video and go to the beginning of the path.
        0:40 start
        0:40 Walk to the end of the path and back, as you walk on the street.
        0:52 halfway
        1:05 end
        1:05 start
        1:05 Walk to the end of the path and back, as you walk on the street.
        1:17 halfway
        1:30 end
        1:30 start
        1:30 Walk to the end of the path and back, as you walk on the street.
        1:42 halfway
        1:55 end
        1:55 ready
        1:55 Next: What the steps show.
        1:58 Look at the video, or ask your helper. For each side count at least six steps; what most of them show is the answer.
        2:15 start
        2:16 Left foot, when it is flat on the floor: where do the toes point?
        2:15 > Left toes: where do they point?
          says Right foot, when it is flat on the floor: where do the toes point?
        2:15 > Right toes: where do they point?
          says Left leg, while it carries you: does the kneecap drift inwards?
        2:15 > Left kneecap: drifts inwards?
          says Right leg, while it carries you: does the kneecap drift inwards?
        2:15 > Right kneecap: drifts inwards?
          says Left leg, as it swings forward: does it swing inwards, or touch the other ankle?
        2:15 > Left leg: swings inwards?
          says Right leg, as it swings forward: does it swing inwards, or touch the other ankle?
        2:15 > Right leg: swings inwards?
          says Standing on the left leg: does the pelvis drop on the other side, or the trunk sway?
        2:15 > On the left leg: pelvis drops or trunk sways?
          says Standing on the right leg: does the pelvis drop on the other side, or the trunk sway?
        2:15 > On the right leg: pelvis drops or trunk sways?
    "#]],
    );
}

#[test]
fn lying_on_the_back() {
    check(
        "supine",
        &expect![[r#"
        0:00 ready
        0:00 First: Legs let go.
        0:03 Lie on your back, legs straight and hip-width apart, arms beside you.
        0:40 start
        0:40 Shake both legs out.
        0:48 end
        0:48 start
        0:48 Roll both thighs in and out, three times.
        1:03 end
        1:03 start
        1:03 Now let go, as if you were asleep.
        1:13 halfway
        1:23 end
        1:23 start
        1:24 Look at the left foot: where do the toes fall?
        1:23 > Left toes: where do they fall?
          says Look at the right foot: where do the toes fall?
        1:23 > Right toes: where do they fall?
          says Look at the left kneecap: where does it point?
        1:23 > Left kneecap: where does it point?
          says Look at the right kneecap: where does it point?
        1:23 > Right kneecap: where does it point?
        1:23 start
        1:23 Shake both legs out.
        1:31 end
        1:31 start
        1:31 Roll both thighs in and out, three times.
        1:46 end
        1:46 start
        1:46 Now let go, as if you were asleep.
        1:56 halfway
        2:06 end
        2:06 start
        2:07 Look at the left foot: where do the toes fall?
        2:06 > Left toes: where do they fall?
          says Look at the right foot: where do the toes fall?
        2:06 > Right toes: where do they fall?
          says Look at the left kneecap: where does it point?
        2:06 > Left kneecap: where does it point?
          says Look at the right kneecap: where does it point?
        2:06 > Right kneecap: where does it point?
        2:06 start
        2:06 Shake both legs out.
        2:14 end
        2:14 start
        2:14 Roll both thighs in and out, three times.
        2:29 end
        2:29 start
        2:29 Now let go, as if you were asleep.
        2:39 halfway
        2:49 end
        2:49 start
        2:50 Look at the left foot: where do the toes fall?
        2:49 > Left toes: where do they fall?
          says Look at the right foot: where do the toes fall?
        2:49 > Right toes: where do they fall?
          says Look at the left kneecap: where does it point?
        2:49 > Left kneecap: where does it point?
          says Look at the right kneecap: where does it point?
        2:49 > Right kneecap: where does it point?
    "#]],
    );
}
