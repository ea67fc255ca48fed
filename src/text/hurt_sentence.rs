//! What is asked and said when it hurts.

use fluent::FluentArgs;

use super::Text;
use super::sentence::sentences;

sentences! {
    /// A sentence about pain during a session.
    #[expect(missing_docs, reason = "the sentence in en.ftl says what each is")]
    pub enum HurtSentence:
    "ui-told-green" ToldGreen,
    "ui-told-green-more" ToldGreenMore,
    "ui-told-frozen" ToldFrozen,
    "ui-told-frozen-more" ToldFrozenMore,
    "ui-told-amber" ToldAmber,
    "ui-told-amber-more" ToldAmberMore,
    "ui-told-amber-risen" ToldAmberRisen,
    "ui-told-red" ToldRed,
    "ui-told-red-more" ToldRedMore,
    "ui-told-where" ToldWhere,
    "ui-told-go-on" ToldGoOn,
    "ui-told-next" ToldNext,
    "ui-told-easier" ToldEasier { form: &'a str },
    "ui-told-swap" ToldSwap { name: &'a str },
    "ui-told-finish" ToldFinish,
    "ui-told-signs" ToldSigns,
    "hurt-place-front" PlaceFront,
    "hurt-place-outer" PlaceOuter,
    "hurt-place-buttock" PlaceButtock,
    "hurt-place-back" PlaceBack,
    "hurt-place-knee" PlaceKnee,
    "hurt-place-other" PlaceOther,
    "ui-hurt-title" Title,
    "ui-hurt-green" Green,
    "ui-hurt-green-more" GreenMore,
    "ui-hurt-amber" Amber,
    "ui-hurt-amber-more" AmberMore,
    "ui-hurt-red" Red,
    "ui-hurt-red-more" RedMore,
    "ui-hurt-exact" Exact,
}

impl Text {
    /// A sentence about pain during a session.
    pub fn hurt(&self, sentence: HurtSentence<'_>) -> String {
        self.format(sentence.id(), &sentence.args())
    }
}
