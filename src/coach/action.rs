//! Every command of a session in one place, with its keys, its label and its tooltip, so that the
//! buttons, the keyboard and the page of all keys cannot drift apart.

use crate::text::{Sentence, Text};

/// A command that has a key or a button.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Action {
    /// Pause, or go on.
    Pause,
    /// To the start of this step, or the step before.
    Back,
    /// Leave this step.
    Skip,
    /// Do the set again.
    Redo,
    /// Ten seconds more.
    Longer,
    /// Ten seconds less.
    Shorter,
    /// The set is done; in a gap, go on now.
    Done,
    /// One rep, at the person's own pace.
    Rep,
    /// It hurts.
    Hurt,
    /// An easier form of this exercise from now on.
    Easier,
    /// A harder form of it, from a set on that neither side has begun.
    Harder,
    /// Another exercise for the same muscles from now on.
    Swap,
    /// Leave everything that is left of this exercise.
    SkipExercise,
    /// One rep more in the set's count, while paused.
    More,
    /// One rep less.
    Fewer,
    /// Take back the last skip, redo, jump or other form.
    Undo,
    /// The window fills the screen, or stops doing so.
    Fullscreen,
    /// Show all keys.
    Keys,
    /// Leave the session; asks first.
    Leave,
    /// Close the window; asks first while a session runs.
    Quit,
}

/// A key on the keyboard or a presenter remote.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Key {
    /// A letter or a sign, as it stands on the key.
    Sign(char),
    /// The space bar.
    Space,
    /// Arrow to the left.
    Left,
    /// Arrow to the right.
    Right,
    /// Arrow up.
    Up,
    /// Arrow down.
    Down,
    /// Esc.
    Escape,
    /// F11.
    F11,
    /// Page up: "back" on a presenter remote.
    PageUp,
    /// Page down: "forward" on a presenter remote.
    PageDown,
}

/// A key with what is held down beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Stroke {
    /// The key.
    pub key: Key,
    /// Ctrl, or Command on a Mac.
    pub command: bool,
    /// Shift, where it makes a difference.
    pub shift: bool,
}

impl Stroke {
    const fn plain(key: Key) -> Self {
        Self { key, command: false, shift: false }
    }

    const fn sign(sign: char) -> Self {
        Self::plain(Key::Sign(sign))
    }

    const fn command(sign: char) -> Self {
        Self { key: Key::Sign(sign), command: true, shift: false }
    }

    const fn shift(sign: char) -> Self {
        Self { key: Key::Sign(sign), command: false, shift: true }
    }

    /// What stands on the keys: "Space", "Ctrl+Q".
    pub fn cap(self, text: &Text) -> String {
        let key = match self.key {
            Key::Sign(sign) => sign.to_uppercase().collect(),
            Key::Space => text.say(Sentence::KeySpace),
            Key::Left => "←".to_owned(),
            Key::Right => "→".to_owned(),
            Key::Up => "↑".to_owned(),
            Key::Down => "↓".to_owned(),
            Key::Escape => text.say(Sentence::KeyEscape),
            Key::F11 => "F11".to_owned(),
            Key::PageUp => text.say(Sentence::KeyPageUp),
            Key::PageDown => text.say(Sentence::KeyPageDown),
        };
        match (self.command, self.shift) {
            (true, _) => text.say(Sentence::KeyWithCommand { key: &key }),
            (false, true) => text.say(Sentence::KeyWithShift { key: &key }),
            (false, false) => key,
        }
    }
}

impl Action {
    /// All of them, in the order in which the page of all keys lists them.
    pub const ALL: [Self; 20] = [
        Self::Pause,
        Self::Back,
        Self::Skip,
        Self::Redo,
        Self::Longer,
        Self::Shorter,
        Self::Done,
        Self::Rep,
        Self::Hurt,
        Self::Easier,
        Self::Harder,
        Self::Swap,
        Self::SkipExercise,
        Self::More,
        Self::Fewer,
        Self::Undo,
        Self::Fullscreen,
        Self::Keys,
        Self::Leave,
        Self::Quit,
    ];

    /// The keys for it, the one to show first.
    pub const fn strokes(self) -> &'static [Stroke] {
        match self {
            Self::Pause => const { &[Stroke::plain(Key::Space)] },
            Self::Back => const { &[Stroke::plain(Key::Left), Stroke::plain(Key::PageUp)] },
            Self::Skip => {
                const { &[Stroke::plain(Key::Right), Stroke::sign('s'), Stroke::plain(Key::PageDown)] }
            }
            Self::Redo => const { &[Stroke::sign('r')] },
            Self::Longer => const { &[Stroke::sign('+')] },
            Self::Shorter => const { &[Stroke::sign('-')] },
            Self::Done => const { &[Stroke::sign('d')] },
            Self::Rep => const { &[Stroke::shift('d')] },
            Self::Hurt => const { &[Stroke::sign('h')] },
            Self::Easier => const { &[Stroke::sign('e')] },
            Self::Harder => const { &[Stroke::shift('e')] },
            Self::Swap => const { &[Stroke::sign('x')] },
            Self::SkipExercise => const { &[Stroke::shift('s')] },
            Self::More => const { &[Stroke::plain(Key::Up)] },
            Self::Fewer => const { &[Stroke::plain(Key::Down)] },
            Self::Undo => const { &[Stroke::command('z')] },
            Self::Fullscreen => const { &[Stroke::plain(Key::F11)] },
            Self::Keys => const { &[Stroke::sign('?')] },
            Self::Leave => const { &[Stroke::plain(Key::Escape)] },
            Self::Quit => const { &[Stroke::command('q')] },
        }
    }

    /// The command of a key.
    pub fn of(stroke: Stroke) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.strokes().contains(&stroke))
    }

    /// What stands on its button.
    pub fn label(self, text: &Text) -> String {
        text.say(match self {
            Self::Pause => Sentence::ActionPause,
            Self::Back => Sentence::ActionBack,
            Self::Skip => Sentence::ActionSkip,
            Self::Redo => Sentence::ActionRedo,
            Self::Longer => Sentence::ActionLonger,
            Self::Shorter => Sentence::ActionShorter,
            Self::Done => Sentence::ActionDone,
            Self::Rep => Sentence::ActionRep,
            Self::Hurt => Sentence::ActionHurt,
            Self::Easier => Sentence::ActionEasier,
            Self::Harder => Sentence::ActionHarder,
            Self::Swap => Sentence::ActionSwap,
            Self::SkipExercise => Sentence::ActionSkipExercise,
            Self::More => Sentence::ActionMore,
            Self::Fewer => Sentence::ActionFewer,
            Self::Undo => Sentence::ActionUndo,
            Self::Fullscreen => Sentence::ActionFullscreen,
            Self::Keys => Sentence::ActionKeys,
            Self::Leave => Sentence::ActionLeave,
            Self::Quit => Sentence::ActionQuit,
        })
    }

    /// What it does, in a sentence.
    pub fn tooltip(self, text: &Text) -> String {
        text.say(match self {
            Self::Pause => Sentence::TooltipPause,
            Self::Back => Sentence::TooltipBack,
            Self::Skip => Sentence::TooltipSkip,
            Self::Redo => Sentence::TooltipRedo,
            Self::Longer => Sentence::TooltipLonger,
            Self::Shorter => Sentence::TooltipShorter,
            Self::Done => Sentence::TooltipDone,
            Self::Rep => Sentence::TooltipRep,
            Self::Hurt => Sentence::TooltipHurt,
            Self::Easier => Sentence::TooltipEasier,
            Self::Harder => Sentence::TooltipHarder,
            Self::Swap => Sentence::TooltipSwap,
            Self::SkipExercise => Sentence::TooltipSkipExercise,
            Self::More => Sentence::TooltipMore,
            Self::Fewer => Sentence::TooltipFewer,
            Self::Undo => Sentence::TooltipUndo,
            Self::Fullscreen => Sentence::TooltipFullscreen,
            Self::Keys => Sentence::TooltipKeys,
            Self::Leave => Sentence::TooltipLeave,
            Self::Quit => Sentence::TooltipQuit,
        })
    }
}
