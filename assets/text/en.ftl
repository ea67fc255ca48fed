# Everything Evenhold says, in English.
# Sentence case, plain words first, no exclamation marks, nobody is praised or blamed.

## Names and places

app-name = Evenhold
rail-today = Today
rail-progress = Progress
rail-routines = Routines
rail-library = Library
rail-settings = Settings

## Amounts, sides, positions, things

amount-hold = { $time } hold
amount-drill = { $time }
amount-reps = { $count ->
    [one] { $count } rep
   *[other] { $count } reps
}
amount-steps = { $count ->
    [one] { $count } step
   *[other] { $count } steps
}
amount-reaches = { $count ->
    [one] { $count } reach
   *[other] { $count } reaches
}
seconds = { $count } s
minutes = { $count } min
minutes-seconds = { $time } min
list-separator = {", "}
side-left = Left leg
side-right = Right leg
side-both = Both legs
letter-left = L
letter-right = R
letter-both = L R
position-standing = standing
position-walking = walking
position-chair = on a chair
position-half-kneeling = kneeling on one knee
position-sitting = sitting on the floor
position-supine = lying on your back
position-bench = shoulders on a bench
position-side-lying = lying on your side
position-all-fours = on hands and knees
position-prone = lying face down
equipment-mat = a mat
equipment-cushion = a cushion or folded towel
equipment-wall = a wall
equipment-chair = a chair
equipment-table = a table or desk to hold
equipment-bench = a bench or sofa, 30–40 cm high
equipment-band-light = a light band
equipment-band-medium = a medium band
equipment-band-heavy = a heavy band
equipment-strap = a strap or towel
equipment-mirror = a mirror
equipment-weight = a light weight
equipment-path = a clear path of 5–10 m
step-ready = Get ready
step-work = Work
step-switch = Change sides
step-rest = Rest
phase-lift = lift
phase-top = top
phase-lower = lower
phase-bottom = bottom

## Why something is left out, or cannot be done

left-out-no-band = { $name }: needs a band
left-out-no-wall = { $name }: needs a wall
left-out-no-bench = { $name }: needs a bench
left-out-no-floor = { $name }: needs the floor
left-out-time = { $name }: no time for it today
plan-unknown-exercise = This routine names the exercise “{ $exercise }”, which is not in the library
plan-unknown-level = This routine names level { $level } of “{ $exercise }”, which has no such level
plan-empty = This routine has no exercises yet
plan-empty-today = Nothing of this routine can be done without what is missing today

## Commands, their tooltips and their keys

action-pause = Pause / resume
tooltip-pause = Stand still, or go on after a short count-in
action-back = Back
tooltip-back = To the start of this step, or to the step before
action-skip = Skip
tooltip-skip = Leave this step and keep what was done of it
action-redo = Redo
tooltip-redo = Do this set again, or in a gap the set before
action-longer = +10 s
tooltip-longer = Ten seconds more for this step
action-shorter = −10 s
tooltip-shorter = Ten seconds less for this step
action-done = Done
tooltip-done = This set is done; in a gap, go on now
action-rep = One rep
tooltip-rep = Count one rep, at your own pace
action-hurt = It hurts
tooltip-hurt = Stop at once and say how much it hurts
action-skip-exercise = Leave this exercise
tooltip-skip-exercise = Leave everything that is left of this exercise
action-more = One more
tooltip-more = One rep more in the count of this set
action-fewer = One fewer
tooltip-fewer = One rep fewer in the count of this set
action-undo = Undo
tooltip-undo = Take back the last skip, redo or jump, within five seconds
action-fullscreen = Full screen
tooltip-fullscreen = Fill the screen with the window, or stop doing so
action-keys = All keys
tooltip-keys = Show every key of a session
action-leave = Leave…
tooltip-leave = Finish early, continue later, or stay
action-quit = Close Evenhold…
tooltip-quit = Close the window; asks first while a session runs
key-space = Space
key-escape = Esc
key-page-up = Page up
key-page-down = Page down
key-with-command = Ctrl+{ $key }
key-with-shift = Shift+{ $key }

## What the voice says

spoken-first = First: { $exercise }.
spoken-next = Next: { $exercise }.
spoken-sets-a-side = { $sets ->
    [one] One set a side, { $amount }.
   *[other] { $sets } sets a side, { $amount }.
}
spoken-sets-each-way = { $sets ->
    [one] One set each way, { $amount }.
   *[other] { $sets } sets each way, { $amount }.
}
spoken-sets = { $sets ->
    [one] One set, { $amount }.
   *[other] { $sets } sets, { $amount }.
}
spoken-hold = hold for { $time }
spoken-drill = for { $time }
spoken-reps = { $count ->
    [one] one rep
   *[other] { $count } reps
}
spoken-steps = { $count ->
    [one] one step
   *[other] { $count } steps
}
spoken-reaches = { $count ->
    [one] one reach
   *[other] { $count } reaches
}
spoken-seconds = { $count ->
    [one] one second
   *[other] { $count } seconds
}
spoken-minutes = { $count ->
    [one] one minute
   *[other] { $count } minutes
}
spoken-minutes-and-seconds = { $minutes } and { $seconds }
spoken-number = { $number }
spoken-switch = Change sides.
spoken-rest = Rest, { $time }.
spoken-last-set = Last set.
spoken-halfway = Halfway.
spoken-own-pace = { $amount }, at your own pace. Press D when done.
spoken-side-works = { $side } works.
spoken-finished = The session is over.
side-word-left = left
side-word-right = right
side-word-left-first = Left
side-word-right-first = Right

## What needs saying on every screen

remark-kept-after-all = A session that had ended without being saved is now in the journal.
remark-set-aside = The log of an unfinished session could not be read. It was put aside as { $path }.
remark-unreadable = A file could not be read: { $why }.
notice-library-problems = { $count ->
    [one] One problem in your own exercises or routines. The rest works.
   *[other] { $count } problems in your own exercises or routines. The rest works.
}
notice-settings-problems = { $count ->
    [one] One value in the settings file could not be understood; its default is used.
   *[other] { $count } values in the settings file could not be understood; their defaults are used.
}
notice-journal-problems = { $count ->
    [one] One line of the journal could not be read. It is left in place.
   *[other] { $count } lines of the journal could not be read. They are left in place.
}
failed-saving = Not saved yet: { $why }. It is kept in memory and tried again.
failed-settings = The setting could not be saved: { $why }.
failed-reading = The data folder could not be opened: { $why }. What you do now cannot be kept.
failed-display = The display may turn off during the session: { $why }.
failed-idle = The computer may fall asleep during the session: { $why }.
failed-folder = The folder could not be shown: { $why }.
trouble-full = the disk is full
trouble-read-only = { $path } may not be written
trouble-gone = { $path } is not there
trouble-failing = the disk reports errors at { $path }; copy your data
trouble-changed = something else has changed { $path }; nothing was overwritten
trouble-settings-not-editable = the settings file cannot be changed until it can be read as a whole
trouble-settings-not-understood = the settings file has no place for it
trouble-other = { $words }
