//! All keys, as a screen reader is told of them.

use super::*;

#[test]
fn all_keys() {
    let mut stage = open("break-hipflexor");
    stage.press("Enter ?");
    check(
        &stage,
        expect![[r#"
            Image "Half-kneeling hip-flexor stretch"
            Label "Paused"
            Heading "Half-kneeling hip-flexor stretch"
            Label "Left leg back"
            Timer "10 seconds left" = 10
            Label "Space goes on."
            Label "next"
            Label "Left leg back, 20 s hold"
            Button "Leave…"
            Button "Full screen"
            Button "All keys"
            Label "1:00 left, done about 12:01"
            Slider "The whole session" = Hip-flexor stretch, Left leg: Get ready
            Button "Back"
            Button "Redo"
            Button "−10 s"
            Button "+10 s"
            Button "Go on"
            Button "It hurts"
            Button "Skip"
            Label "All keys"
            Label "Pause / resume: Space"
            Label "Back: ←, Page up"
            Label "Skip: →, S, Page down"
            Label "Redo: R"
            Label "+10 s: +"
            Label "−10 s: -"
            Label "Done: D"
            Label "One rep: Shift+D"
            Label "It hurts: H"
            Label "Easier: E"
            Label "Harder: Shift+E"
            Label "Swap: X"
            Label "Leave this exercise: Shift+S"
            Label "One more: ↑"
            Label "One fewer: ↓"
            Label "Undo: Ctrl+Z"
            Label "Full screen: F11"
            Label "All keys: ?"
            Label "Leave…: Esc"
            Label "Close Evenhold…: Ctrl+Q"
        "#]],
    );
}
