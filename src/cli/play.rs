//! `play`: a session in the terminal. The same engine, sound and journal as in the window; sets at
//! one's own pace are taken at their usual tempo.
//!
//! Each line on standard output says what is safe on the disk, and is printed only then.

mod lines;
mod run;
mod sound;

use std::io::{self, Write};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use super::context::Context;
use super::{Failure, Outcome, PlayArgs, warn};
use crate::coach::{Doing, News};
use crate::desktop::Desktop;
use crate::files::{ActiveLog, Folders, Notice, OpenProblem, Store, back_up};
use crate::session::Plan;
use crate::text::{CommandSentence, Sentence};
use run::Run;
use sound::Sound;

/// Runs a session.
pub(super) fn play(context: &Context, args: &PlayArgs, out: &mut dyn Write) -> Outcome {
    let folders = context.folders()?;
    let library = context.library(&folders)?.library;
    // What is wrong with the request is said before anything is touched.
    let fitted = |it| context.fitted(&library, it, args.minutes);
    let plan = args.routine.as_deref().map(fitted).transpose()?;
    let mut store = open(context, folders.clone())?;
    for notice in &store.notices {
        warn(&context.notice(notice))?;
    }
    let unfinished = store.unfinished.take();
    let begin = begin(context, args, plan, unfinished)?;
    let sound = if args.mute { None } else { Sound::start(context, &folders)? };
    for problem in back_up(&*context.disk, &folders, &context.clock.now()) {
        warn(&context.notice(&Notice::NoBackup(problem)))?;
    }
    let interrupted = watch_for_interrupt()?;
    let _awake = stay_awake(context)?;
    let run = Run::new(context, &store, sound, interrupted, out);
    match begin {
        Begin::New(plan) => run.start(*plan, args, &store.device),
        Begin::Instead(plan, log) => run.start_instead(*plan, log, args, &store.device),
        Begin::GoOn(log) => run.go_on(log),
    }
}

/// Takes the folders into use.
pub(super) fn open(context: &Context, folders: Folders) -> Result<Store, Failure> {
    Store::open(Arc::clone(&context.disk), folders, &context.clock.now()).map_err(|it| match it {
        OpenProblem::InUse(Some(process)) => {
            Failure::Said(context.text.tell(CommandSentence::InUse { process }))
        }
        OpenProblem::InUse(None) => {
            Failure::Said(context.text.tell(CommandSentence::InUseBySomebody))
        }
        OpenProblem::Problem(problem) => context.problem(&problem),
    })
}

/// What a run begins with.
enum Begin {
    New(Box<Plan>),
    /// The same, when an unfinished session is put away first.
    Instead(Box<Plan>, Box<ActiveLog>),
    GoOn(Box<ActiveLog>),
}

fn begin(
    context: &Context,
    args: &PlayArgs,
    plan: Option<Plan>,
    unfinished: Option<ActiveLog>,
) -> Result<Begin, Failure> {
    let said = |sentence| Err(Failure::Said(context.text.tell(sentence)));
    let (resume, discard) = (args.unfinished.resume, args.unfinished.discard);
    match (plan, unfinished) {
        (_, None) if resume => said(CommandSentence::NothingToResume),
        (Some(plan), None) => Ok(Begin::New(Box::new(plan))),
        (Some(plan), Some(log)) if resume && plan.routine != log.started.plan.routine => {
            let (name, other) = (log.started.plan.name.long.as_str(), plan.name.long.as_str());
            said(CommandSentence::UnfinishedOther { name, other })
        }
        (_, Some(log)) if resume => Ok(Begin::GoOn(Box::new(log))),
        (Some(plan), Some(log)) if discard => Ok(Begin::Instead(Box::new(plan), Box::new(log))),
        (_, Some(log)) => {
            let when = log.started.at.format("%Y-%m-%d %H:%M").to_string();
            let name = log.started.plan.name.long.as_str();
            said(CommandSentence::Unfinished { name, when: &when })
        }
        // clap asks for the routine unless the session is to go on.
        (None, None) => said(CommandSentence::NothingToResume),
    }
}

/// Keeps the computer awake until the answer is dropped.
fn stay_awake(context: &Context) -> Result<Option<Desktop>, Failure> {
    let (display, idle) = (
        context.text.tell(CommandSentence::MaySleepDisplay),
        context.text.tell(CommandSentence::MaySleep),
    );
    let refused = move |news| {
        if let News::Failed { doing, .. } = news {
            let sentence = if doing == Doing::Display { &display } else { &idle };
            // On a closed terminal there is nobody to tell.
            warn(sentence).ok();
        }
    };
    if let Ok(desktop) = Desktop::start(context.text.say(Sentence::AwakeReason), refused) {
        desktop.keep_awake(true);
        return Ok(Some(desktop));
    }
    warn(&context.text.tell(CommandSentence::MaySleep))?;
    Ok(None)
}

fn watch_for_interrupt() -> Result<Arc<AtomicBool>, Failure> {
    let flag = Arc::new(AtomicBool::new(false));
    let set = Arc::clone(&flag);
    ctrlc::set_handler(move || set.store(true, Ordering::Relaxed))
        .map_err(|it| Failure::Output(io::Error::other(it)))?;
    Ok(flag)
}
