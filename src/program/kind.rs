//! What kind of proposal each rule makes, and what it does to a load.

use super::proposal::Kind;
use super::what::What;

impl What {
    /// What kind of proposal it is.
    pub const fn kind(&self) -> Kind {
        match self {
            Self::FirstSession
            | Self::Alternate { .. }
            | Self::WholeWeek { .. }
            | Self::ShortHabit { .. }
            | Self::OwnPlan
            | Self::CatchUp { .. } => Kind::Session,
            Self::OtherDay { .. }
            | Self::DayBetween { .. }
            | Self::RoomInWeek { .. }
            | Self::HardDay { .. }
            | Self::DoneToday
            | Self::WeekDone { .. } => Kind::Rest,
            Self::StretchMinutes { .. } => Kind::Stretch,
            Self::OwnTraining { .. } => Kind::OwnTraining,
            Self::RepsUp { .. }
            | Self::RepsBack { .. }
            | Self::LevelUp { .. }
            | Self::Heavier { .. }
            | Self::MoreSets { .. }
            | Self::MoreHolds { .. }
            | Self::LongerHold { .. }
            | Self::NextStretch { .. }
            | Self::ExtraSet { .. }
            | Self::ExtraSetGone { .. }
            | Self::Missed { .. }
            | Self::Shaky { .. }
            | Self::Eased { .. }
            | Self::RedPain { .. }
            | Self::AmberPain { .. }
            | Self::WorseMorning { .. } => Kind::Level,
            Self::ShortGap { .. }
            | Self::MiddleGap { .. }
            | Self::LongGap { .. }
            | Self::EasyAfterWeeks { .. }
            | Self::EasyAfterHard { .. }
            | Self::EasyAfterSoreness { .. }
            | Self::EasyAfterNights { .. }
            | Self::EasyWeek { .. }
            | Self::StrengthPause { .. } => Kind::Lighter,
            Self::HealthScreen
            | Self::HealthAgain { .. }
            | Self::HealthChanged { .. }
            | Self::Morning { .. }
            | Self::Retest { .. }
            | Self::RetestAfterGap { .. }
            | Self::Function { .. } => Kind::Check,
            Self::OnHold { .. }
            | Self::Appointment { .. }
            | Self::NeedsClearance { .. }
            | Self::NoChange { .. }
            | Self::Worsening { .. }
            | Self::RedSessions { .. }
            | Self::WorseMornings { .. } => Kind::Professional,
            Self::Keep { .. } => Kind::Keep,
        }
    }

    /// Whether it makes an exercise harder by more than reps inside its range.
    pub const fn is_rise(&self) -> bool {
        matches!(
            self,
            Self::LevelUp { .. }
                | Self::Heavier { .. }
                | Self::MoreSets { .. }
                | Self::MoreHolds { .. }
                | Self::LongerHold { .. }
                | Self::NextStretch { .. }
                | Self::ExtraSet { .. }
        )
    }

    /// Whether it offers an easy week.
    pub const fn offers_easy_week(&self) -> bool {
        matches!(
            self,
            Self::EasyAfterWeeks { .. }
                | Self::EasyAfterHard { .. }
                | Self::EasyAfterSoreness { .. }
                | Self::EasyAfterNights { .. }
        )
    }

    /// Whether it waits for a yes, a no or a later.
    pub const fn asks(&self) -> bool {
        self.offers_easy_week()
            || (matches!(self.kind(), Kind::Level | Kind::Keep) && !self.holds_at_once())
    }

    /// Whether it makes an exercise easier.
    pub const fn is_down(&self) -> bool {
        matches!(
            self,
            Self::Missed { .. }
                | Self::Shaky { .. }
                | Self::Eased { .. }
                | Self::RedPain { .. }
                | Self::AmberPain { .. }
                | Self::WorseMorning { .. }
        )
    }

    /// Whether a rule did it by itself, so that there is nothing to accept.
    pub const fn holds_at_once(&self) -> bool {
        matches!(
            self,
            Self::RepsUp { .. }
                | Self::RepsBack { .. }
                | Self::ExtraSetGone { .. }
                | Self::RedPain { .. }
                | Self::AmberPain { .. }
                | Self::WorseMorning { .. }
                | Self::StrengthPause { .. }
                | Self::ShortGap { .. }
                | Self::MiddleGap { .. }
                | Self::LongGap { .. }
        )
    }
}
