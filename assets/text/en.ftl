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
left-out-unsuited = { $name }: not with what you told about your health
left-out-unscreened = { $name }: after the health questions
left-out-strength-paused = { $name }: strength work pauses
left-out-enough = { $name }: has had its minutes this week
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
action-easier = Easier
tooltip-easier = An easier form of this exercise from this set on, the same on both sides
action-harder = Harder
tooltip-harder = A harder form of this exercise, from the next set that neither side has begun
action-swap = Swap
tooltip-swap = Another exercise for the same muscles from this set on
action-skip-exercise = Leave this exercise
tooltip-skip-exercise = Leave everything that is left of this exercise
action-more = One more
tooltip-more = One rep more in the count of this set
action-fewer = One fewer
tooltip-fewer = One rep fewer in the count of this set
action-undo = Undo
tooltip-undo = Take back the last skip, redo, jump or change of form, within five seconds
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

## Screens

ui-date = { $weekday }, { $day } { $month }
ui-date-year = { $date } { $year }
ui-weekday = { $day ->
    [1] Monday
    [2] Tuesday
    [3] Wednesday
    [4] Thursday
    [5] Friday
    [6] Saturday
   *[7] Sunday
}
ui-weekday-letter = { $day ->
    [1] M
    [2] T
    [3] W
    [4] T
    [5] F
    [6] S
   *[7] S
}
ui-month = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
}
ui-clock = { $hour }:{ $minute }
ui-dose = { $sets } × { $amount }
ui-dose-each-side = { $sets } × { $amount }, each side
ui-exercises = { $count ->
    [one] { $count } exercise
   *[other] { $count } exercises
}
ui-dismiss = Close
ui-retry = Try again
ui-pain-none = 0 none
ui-pain-worst = 10 the worst you can think of
ui-loading = Reading the library
ui-no-sound = No sound
ui-no-sound-hint = No sound device was found. The session goes on in silence; a device that comes back is used at once.

## Today

ui-today-choose = What would you like to do
ui-today-plan = What you will do
ui-today-fetch = Fetch
ui-today-fetch-nothing = nothing
ui-today-floor = Floor
ui-today-floor-lie = room to lie down and stretch out
ui-today-floor-walk = a clear path of 5–10 m
ui-today-floor-lie-walk = room to lie down, and a clear path of 5–10 m
ui-today-floor-stand = standing room only
ui-today-lack = Today I have no
ui-lack-band = band
ui-lack-wall = wall
ui-lack-bench = bench
ui-lack-floor = floor to lie on
ui-today-left-out = Left out today
ui-today-swapped = another form today
ui-today-pain = Pain right now, if any
ui-today-start = Start
ui-today-start-line = { $name }, { $time }, done about { $clock }
ui-today-no-voice = Nothing on this computer can speak the instructions. Turn the screen so that you can see it for: { $names }
ui-today-breaks = Short breaks
ui-today-locked = Another Evenhold window has your data open. You can look around here; sessions start in the other window.
ui-week = { $count } of { $target } days this week
ui-week-paused = This week is paused
ui-weeks-on-track = { $count ->
    [one] one week on track
   *[other] { $count } weeks on track
}
ui-offer = “{ $name }” from { $clock } is not finished
ui-offer-done = { $done } of { $sets } sets are done. It can go on where it stopped.
ui-offer-continue = Continue
ui-offer-keep = End it and keep what was done
ui-offer-discard = Throw it away

## A session

ui-session-left = { $time } left, done about { $clock }
ui-session-next = next
ui-session-then = then
ui-session-end = the end
ui-session-brief = { $name }, { $amount }
ui-session-of = of { $count }
ui-session-seconds = s
ui-session-rep-said = Rep { $now } of { $of }
ui-session-seconds-said = { $time } left
ui-session-own-pace = At your own pace. D when done.
ui-session-set = Set { $set } of { $sets }
ui-session-hold = Hold
ui-session-paused = Paused
ui-session-count-in = Going on
ui-session-pause-person = Space goes on.
ui-session-pause-hurt = Sound and movement have stopped.
ui-session-pause-gap = The computer slept or stood still. Nothing was lost. Space goes on.
ui-session-pause-restored = This is where you stopped. Space goes on.
ui-session-pause = Pause
ui-session-resume = Go on
ui-session-timeline = The whole session
ui-session-segment = { $name }: { $kind }
ui-session-segment-side = { $name }, { $side }: { $kind }
ui-session-advice-amber = Go on only if it eases when you stop. Make the movement smaller, or leave this exercise out.
ui-session-advice-red = Leave this exercise for today. If it stays, or if anything feels numb or gives way, see a professional.
ui-session-cue-by = { $by }: { $cue }
ui-hurt-title = How much does it hurt?
ui-hurt-green = 0–2
ui-hurt-green-more = I can carry on
ui-hurt-amber = 3–5
ui-hurt-amber-more = It is there, and I notice it
ui-hurt-red = 6 or more
ui-hurt-red-more = Or sharp, catching, giving way, tingling or numb
ui-told-green = Carry on
ui-told-green-more = Up to 2 is no reason to stop.
ui-told-frozen = Carry on
ui-told-frozen-more = It is no more than before you began. Nothing gets harder because of today.
ui-told-amber = Only if it eases when you stop
ui-told-amber-more = Take the easier form, or make the movement smaller. This exercise gets no harder for now.
ui-told-amber-risen = It is two points or more above what you had before. Take the easier form, or make the movement smaller. This exercise gets no harder for now.
ui-told-red = Let’s stop this exercise here
ui-told-red-more = That level of pain isn’t part of the plan. Sit or lie comfortably. What is left of this exercise is left out today; a second answer like this ends the session.
ui-told-where = Where, if you like
ui-told-go-on = Go on as it is
ui-told-next = Go on with what comes next
ui-told-easier = Easier: { $form }
ui-told-swap = Instead: { $name }
ui-told-finish = End the session here
ui-told-signs = Signs that need a professional…
hurt-place-front = Front of the hip or groin
hurt-place-outer = Outer hip
hurt-place-buttock = Buttock
hurt-place-back = Back
hurt-place-knee = Knee
hurt-place-other = Somewhere else
ui-hurt-exact = The exact number, if you like
ui-leave-title = Leave the session?
ui-leave-about = What you have done is kept either way.
ui-leave-finish = Finish now
ui-leave-later = Leave, and continue later
ui-leave-stay = Stay

## The summary

ui-summary-completed = { $name } is done
ui-summary-early = { $name }, ended early
ui-summary-line = { $time } of work and rest, { $done } of { $sets } sets
ui-summary-saving = Saving
ui-summary-saved = Saved in your journal
ui-summary-unsaved = Not saved yet
ui-summary-stopped = The session ended because of pain. If it stays for more than a few days, or comes back, see a professional.
ui-summary-more = How many more clean reps could you have done?
ui-summary-clean = Clean all the way?
ui-summary-form-clean = Clean
ui-summary-form-shaky = Shaky
ui-summary-about = { $name }. { $question }
ui-summary-reps-said = { $name }, { $side }: reps done
ui-summary-of = { $done } of { $planned }
ui-summary-hurt = Pain { $pain } of 10
ui-summary-pain = Pain now, if any
ui-summary-note = A note for yourself
ui-summary-done = Done

## Progress, routines

ui-progress-empty = Nothing here yet
ui-progress-empty-more = Each session you do appears here, with what was planned and what was done.
ui-progress-sets = { $done } of { $sets } sets
ui-progress-early = ended early
ui-progress-pain = pain { $before } before, { $after } after
ui-unknown = –
ui-routines-about = Each is an ordered plan of exercises. They are files that you can read and change.
ui-routines-choose = Do it today
ui-routines-breaks = Breaks
ui-routines-own = your own

## Settings

ui-settings-sound = Sound
ui-settings-volume = Volume
ui-settings-muted = Silence
ui-settings-tones = Tones
ui-settings-tones-quiet = Quiet, soft and low
ui-settings-tones-clear = Clear, over effort
ui-settings-voice = Speak the instructions
ui-settings-display = Display
ui-settings-theme = Colours
ui-settings-as-system = As the system
ui-settings-light = Light
ui-settings-dark = Dark
ui-settings-contrast = High contrast
ui-settings-text-size = Text size
ui-settings-percent = { $value } %
ui-settings-motion = Movement
ui-settings-motion-on = Pictures stand still
ui-settings-motion-off = Pictures move
ui-settings-week = The week begins on
ui-settings-weeks = Your weeks
ui-settings-weeks-about = A day counts once, when at least half of a session is done. A new target holds from the next week that begins. In every four weeks two may stay below it without ending your weeks on track.
ui-settings-target = Days a week
ui-settings-target-days = { $count } days
ui-settings-pause-new = Pause…
ui-settings-pause-about = For illness or travel, up to four weeks, also afterwards. A week with four or more paused days asks for nothing.
ui-settings-pause-first = First day
ui-settings-pause-last = Last day
ui-settings-pause = Pause these days
ui-settings-pause-cancel = Cancel
ui-settings-pause-remove = Remove the pause from { $from } to { $to }
ui-settings-gaps = Time between sets
ui-settings-gaps-about = Seconds. 0 leaves a gap out.
ui-gap-reach-mat = From Start to the mat
ui-gap-ready = Get ready
ui-gap-ready-new-position = Get ready, new position
ui-gap-band = Added for a band, on or off
ui-gap-switch = Change sides
ui-gap-switch-slow = Change sides, lying or kneeling
ui-gap-rest-one-sided = Rest, one side after the other
ui-gap-rest-strength = Rest, both legs, strength
ui-gap-rest-stretch = Rest, both legs, stretch
ui-gap-resume = Count-in after a pause
ui-gap-long-pause = A longer pause asks you to get ready
ui-settings-data = Your data
ui-settings-data-about = The journal, your routines and these settings are files in one folder. Nothing leaves this computer.
ui-settings-open-folder = Open folder
ui-settings-move-about = To keep your data in step between computers, use a folder of your sync service. Everything is copied there and checked, and the old folder stays as it is. A folder that already holds Evenhold data is joined with yours.
ui-settings-move = Use another folder…
ui-settings-about = About
ui-settings-version = Evenhold { $version }. General exercise information for adults; it does not replace advice from someone who has examined you.

## What needs saying on every screen

remark-kept-after-all = A session that had ended without being saved is now in the journal.
remark-set-aside = The log of an unfinished session could not be read. It was put aside as { $path }.
remark-unreadable = A file could not be read: { $why }.
notice-unknown-routine = There is no routine “{ $id }” in your library. Another one is chosen.
notice-library-problems = { $count ->
    [one] One problem in your own exercises or routines. The rest works.
   *[other] { $count } problems in your own exercises or routines. The rest works.
}
notice-settings-problems = { $count ->
    [one] One value in the settings file could not be understood; its default is used.
   *[other] { $count } values in the settings file could not be understood; their defaults are used.
}
notice-journal-problems = { $count ->
    [one] Line { $lines } of { $file } could not be read. It is left in place, a copy is kept, and everything else is used.
   *[other] { $count } lines of { $file } could not be read ({ $lines }). They are left in place, a copy is kept, and everything else is used.
}
notice-journal-more = { $count ->
    [one] One line in another file of the journal could not be read. `evenhold doctor` tells where.
   *[other] { $count } lines in other files of the journal could not be read. `evenhold doctor` tells where.
}
remark-shrunk = { $count ->
    [one] Entries that were in { $files } are missing: something else has changed or removed that file. Nothing was overwritten. `evenhold restore` lists the copies that are kept.
   *[other] Entries that were in { $files } are missing: something else has changed or removed those files. Nothing was overwritten. `evenhold restore` lists the copies that are kept.
}
remark-new-name = The data came from another computer or from an older copy. This computer now writes under the name { $name }, so that nothing collides.
remark-open-to-others = Other people who use this computer can look into { $path }.
remark-clock-behind = The computer’s clock is behind: something was already recorded on { $date }. Check the date and the time.
remark-no-backup = No copy of your own files could be made: { $why }.
remark-moved = { $count ->
    [one] Your data is now in { $path }. One file was copied and checked. The old folder { $left } was left as it is.
   *[other] Your data is now in { $path }. { $count } files were copied and checked. The old folder { $left } was left as it is.
}
remark-moved-theirs = { $count ->
    [one] One file was there already with other content and is used as it is there. Yours is in the old folder.
   *[other] { $count } files were there already with other content and are used as they are there. Yours are in the old folder.
}
failed-saving = Not saved yet: { $why }. It is kept in memory and tried again.
failed-settings = The setting could not be saved: { $why }.
failed-reading = The data folder could not be opened: { $why }. What you do is kept in memory until it can be.
failed-moving = The data folder stays where it is: { $why }.
failed-choosing = No folder could be chosen: { $why }. `evenhold move FOLDER` does the same.
failed-display = The display may turn off during the session. `evenhold doctor` tells why.
failed-idle = The computer may fall asleep during the session. `evenhold doctor` tells why.
failed-awake = Display and computer may fall asleep during the session. `evenhold doctor` tells why.
failed-folder = The folder could not be shown: { $why }.
trouble-full = the disk is full
trouble-read-only = { $path } may not be written
trouble-gone = { $path } is not there
trouble-empty = { $path } is empty; its drive may not be connected
trouble-move-portable = it was named when Evenhold was started
trouble-move-inside = one of the two folders lies in the other
trouble-move-unsaved = something in it is not saved yet
trouble-failing = the disk reports errors at { $path }; copy your data
trouble-changed = something else has changed { $path }; nothing was overwritten
trouble-settings-not-editable = the settings file cannot be changed until it can be read as a whole
trouble-settings-not-understood = the settings file has no place for it
trouble-other = { $words }

## What is wrong with a file that people write. `.expected` follows "expected".

problem-line = { $file }:{ $line }:{ $column }: { $severity }: { $what }
problem-with-expected = { $what } (expected { $expected })
problem-severity-error = error
problem-severity-warning = warning
problem-kind-fields = `(name: value, …)`
problem-kind-tuple = values in round brackets
problem-kind-range = a number, or `(low, high)`
problem-kind-list = a list `[…]`
problem-kind-map = `{"{"}…{"}"}`
problem-kind-word = a word without quotes
problem-kind-text = a text in quotes
problem-kind-number = a number
problem-kind-bool = `true` or `false`
problem-kind-nothing = `None`
problem-file-too-large = the file has { $size } KiB
    .expected = at most 256 KiB
problem-file-empty = there is nothing in the file
    .expected = a description in round brackets: `( … )`
problem-file-no-bytes = the file has no content at all: a write was cut off, or a cloud service has put only its name here
    .expected = the file itself: have it downloaded, or take an earlier copy of it
problem-file-zeros = the file holds nothing but zeros, as a write that was cut off leaves it
    .expected = text; take an earlier copy of the file
problem-file-zero-tail = from here on the file holds nothing but zeros, as a write that was cut off leaves it
    .expected = the rest of the text; take an earlier copy of the file
problem-file-utf16 = the file is saved as UTF-16
    .expected = UTF-8: choose that encoding when you save it
problem-file-not-text = this is not UTF-8 text
    .expected = UTF-8: choose that encoding when you save the file
problem-file-conflict = two versions of the file were put together and wait for a decision
    .expected = one version, without these marker lines
problem-file-web-page = the file is a web page, perhaps one that asked you to log in
    .expected = the file that you meant: download it once more
problem-file-in-cloud = the file itself is still in the cloud
    .expected = the file: have it downloaded first
problem-too-deep = there are too many brackets inside each other here
    .expected = at most 32
problem-many = and { $more } more problems in this file
problem-open-text = this text has no quote at its end
    .expected = `"`
problem-open-comment = this comment does not end
    .expected = `*/`
problem-quote-inside = a quote inside a text ends it
    .expected = `\"` for a quote inside a text
problem-wrong-quotes = `{ $found }` does not begin a text
    .expected = `"`
problem-bad-escape = `{ $found }` has no meaning in a text
    .expected = `\\` for a backslash, `\"` for a quote
problem-equals-sign = `=` does not join a name and its value
    .expected = `:`
problem-semicolon = `;` does not part values
    .expected = `,`
problem-hash-comment = a comment does not begin with `#`
    .expected = `//`
problem-hyphen = words are joined with an underscore
    .expected = `{ $instead }`
problem-bad-number = `{ $found }` is not a number
    .expected = a number such as 30 or 2.5, without a unit
problem-range-sign = a range is not written like this
    .expected = `({ $low }, { $high })`
problem-decimal-comma = the fraction of a number follows a point, not a comma
    .expected = a number such as 2.5
problem-strange-character = `{ $found }` has no meaning here
problem-open-bracket = this `{ $open }` is not closed
    .expected = `{ $close }`
problem-stray-bracket = this `{ $close }` closes nothing
problem-wrong-bracket = `{ $found }` does not close what is open here
    .expected = `{ $expected }`
problem-missing-comma = a comma is missing
    .expected = `,`
problem-extra-comma = there is nothing before this comma
    .expected = a value
problem-missing-colon = a colon is missing after `{ $name }`
    .expected = `{ $name }: …`
problem-missing-colon-after-key = a colon is missing
    .expected = `:`
problem-missing-value = `{ $name }` has no value
    .expected = `{ $name }: …`
problem-missing-nameless-value = a value is missing
    .expected = a value
problem-missing-name = this value has no name
    .expected = `name: value`
problem-quoted-name = names stand without quotes
    .expected = `{ $name }`
problem-bare-text = texts stand in quotes
    .expected = `"…"`
problem-field-in-list = `{ $name }` stands in a list without brackets of its own
    .expected = `( … )` around each entry
problem-no-brackets = the file is not in brackets
    .expected = `(` at its start and `)` at its end
problem-after-end = the file goes on after its end
    .expected = nothing after the last `)`
problem-unknown-field = there is no field `{ $name }` here
    .expected = one of { $known }
problem-misspelt-field = there is no field `{ $name }` here; did you mean `{ $near }`?
    .expected = one of { $known }
problem-missing-field = `{ $name }` is missing
    .expected = `{ $name }: …`
problem-repeated-field = `{ $name }` is here twice
    .expected = each name once
problem-wrong-kind = this is { $found }
    .expected = { $expected }
problem-quoted-word = this word is in quotes
    .expected = the word without quotes
problem-unknown-word = `{ $found }` is not one of the words that can stand here
    .expected = one of { $known }
problem-misspelt-word = `{ $found }` is not one of the words that can stand here; did you mean `{ $near }`?
    .expected = one of { $known }
problem-not-whole = { $found } is not a whole number
    .expected = a whole number
problem-not-finite = { $found } is not a number to count with
    .expected = a number such as 30
problem-out-of-range = { $found } is out of range
    .expected = { $least } to { $most }
problem-wrong-length = there are { $found } values in these brackets
    .expected = { $expected }
problem-article-no-front = the page does not open with its title and summary
    .expected = `---`, a line `title: …`, a line `summary: …`, and `---` again
problem-article-not-a-list = `{ $name }` is not a list
    .expected = `{ $name }: [one, another]`
problem-article-repeated-anchor = `{ $anchor }` is the anchor of another heading already
    .expected = each anchor once
problem-article-unknown-target = `{ $target }` leads nowhere
    .expected = `article:`, `exercise:`, `check:` or `figure:` with the name of one that is there
problem-article-no-text = there is no text below the title and summary
    .expected = at least a paragraph
problem-unknown-file = this is neither an exercise nor a routine, a pose or a movement
    .expected = a file with `levels`, `blocks`, `touches` or `drawn_for`
problem-unknown-rules = there are no rules called `{ $name }`
    .expected = one of { $names }
problem-rule-order = `{ $lower }` is not less than `{ $higher }`
    .expected = a value above that of `{ $lower }`
problem-newer = a newer version of Evenhold wrote this file (schema { $schema }); it is used, but cannot be edited here
    .expected = schema { $known }
problem-bad-id = `{ $id }` cannot be an id
    .expected = 1 to 64 small letters, digits and hyphens
problem-bad-id-instead = `{ $id }` cannot be an id
    .expected = 1 to 64 small letters, digits and hyphens, such as `{ $instead }`
problem-device-id = Windows keeps the name `{ $id }` for itself
    .expected = another id
problem-file-name = the file is not called like its id, `{ $id }`
    .expected = the file name `{ $name }`
problem-repeated-id = the id `{ $id }` is also that of { $file }
    .expected = an id of its own
problem-taken-alias = `{ $id }` leads to the exercise `{ $exercise }` already
    .expected = an older id that no other exercise has
problem-repeated-cue = the cue `{ $id }` is here twice, or has other words elsewhere in this exercise
    .expected = an id of its own
problem-repeated-level = level { $level } is here twice
    .expected = each level once
problem-level-order = level { $level } stands after level { $before }
    .expected = the easiest level first
problem-no-levels = the exercise has no levels
    .expected = at least one
problem-no-blocks = the routine has no blocks
    .expected = at least one
problem-no-items = the block has no items
    .expected = at least one
problem-no-parts = the check has no parts
    .expected = at least one
problem-no-readings = nothing is read in this check
    .expected = `readings` in at least one of its parts
problem-no-methods = it is not said how the check is read
    .expected = at least one of `phone`, `photo`, `scale`, `eye`
problem-empty-part = nothing is done in this part, and nothing read
    .expected = `steps` or `readings`
problem-repeated-name = the name `{ $name }` stands here twice
    .expected = another name
problem-spread-watched = how far readings lie apart is watched in every check
    .expected = `pelvis` or `knee`
problem-check-each-way = a check is not done out and back
    .expected = `both` or `each`
problem-reading-of-both = this part looks at one side at a time
    .expected = no `sides` here, or `sides: both` in the part
problem-angle-and-words = this reading has an angle and words
    .expected = one of the two
problem-nothing-to-read = it is not said what is read
    .expected = `angle`, or `words` to choose from
problem-few-words = a reading has two to nine words to choose from
    .expected = `words: [(id: …, label: …), …]`
problem-unknown-exercise = there is no exercise `{ $id }`
    .expected = the id of an exercise
problem-misspelt-exercise = there is no exercise `{ $id }`; did you mean `{ $near }`?
    .expected = the id of an exercise
problem-broken-exercise = the exercise `{ $id }` has errors in its own file
    .expected = an exercise that can be read
problem-unknown-level = `{ $exercise }` has no level { $level }
    .expected = one of its levels: { $levels }
problem-unknown-movement = there is no movement `{ $id }`
    .expected = the id of a movement
problem-misspelt-movement = there is no movement `{ $id }`; did you mean `{ $near }`?
    .expected = the id of a movement
problem-breaks = `{ $id }` could not use this exercise any more: { $what }
    .expected = an exercise that still fits, or one with another id
problem-low-above-high = the low end is above the high end
    .expected = `(low, high)`
problem-no-amount = it is not said how much
    .expected = one of `hold`, `reps`, `steps`, `reaches`, `drill`
problem-many-amounts = it is said twice how much
    .expected = only one of `hold`, `reps`, `steps`, `reaches`, `drill`
problem-other-amount = `{ $found }` does not fit this exercise
    .expected = `{ $expected }`
problem-tempo-of-time = only what is counted has a pace
    .expected = no `tempo` and no `own_pace` with `hold` or `drill`
problem-no-tempo = a repetition takes no time at this tempo
    .expected = a phase longer than 0 seconds
problem-begins-at-rest = a repetition begins with a movement
    .expected = `lift` or `lower`
problem-tempo-and-own-pace = this set has a tempo, and the person's own pace
    .expected = one of the two
problem-sides-of-both = this exercise works both sides at once
    .expected = no sides, or `both`
problem-both-of-one-sided = this exercise works one side at a time
    .expected = `each_set`, `each_exercise`, `left` or `right`
problem-both-in-each-block = this exercise works both sides at once, and the block does all left and then all right
    .expected = an exercise that works one side at a time, or another block
problem-sides-in-each-block = the block does all left and then all right
    .expected = no side here, or another block
problem-one-sided = only a prescribed routine may work one side alone
    .expected = `each_set` or `each_exercise`, or `prescribed` at the top
problem-first-of-one = only where both sides are worked one after the other does one come first
problem-week-and-days = how often a week, or on which days: one of the two
problem-extra-set-elsewhere = the extra set is on the side that is not worked
    .expected = the side that is worked
problem-sets-in-circuit = in a circuit each exercise has one set a round
    .expected = `rounds` of the block
problem-no-side-line = one side works at a time, and nothing says what to do for it
    .expected = a `side_line`
problem-side-line-of-both = both sides work at once
    .expected = no `side_line`
problem-no-place-for-side = the line does not say which side works
    .expected = `{"{"}Side{"}"}`, `{"{"}side{"}"}`, `{"{"}Other{"}"}` or `{"{"}other{"}"}` in it
problem-unknown-place = `{ $found }` stands for nothing
    .expected = `{"{"}Side{"}"}`, `{"{"}side{"}"}`, `{"{"}Other{"}"}` or `{"{"}other{"}"}`
problem-place-elsewhere = `{ $found }` is filled in nowhere but in a `side_line`
    .expected = words
problem-empty-text = this text is empty
    .expected = words
problem-long-text = this text has { $length } characters
    .expected = at most { $most }
problem-hidden-character = there is a character in this text that cannot be seen ({ $code })
    .expected = letters, digits and signs
problem-bad-date = `{ $found }` is not a day of the calendar
    .expected = a day such as `2026-11-01`
problem-level-alone = this level has no exercise
    .expected = `exercise` beside it
problem-exercise-alone = this exercise has no level
    .expected = `level` beside it
problem-skip-and-swap = an exercise is skipped or swapped, not both
    .expected = one of the two
problem-no-change = nothing is done differently here
    .expected = `exercise` and `level`, `skip: true` or `hold_seconds`
problem-long-routine = the routine takes up to { $minutes } minutes
    .expected = at most 240
problem-many-items = the routine has { $count } items
    .expected = at most 400
problem-many-steps = the routine has { $count } steps
    .expected = at most 5000
problem-impossible-angle = no body can bring `{ $angle }` to { $degrees } degrees
    .expected = { $least } to { $most }
problem-unknown-pose = there is no pose `{ $id }`
    .expected = the id of a pose
problem-misspelt-pose = there is no pose `{ $id }`; did you mean `{ $near }`?
    .expected = the id of a pose
problem-part-without-side = there are two of this part
    .expected = `side: left` or `side: right` beside it
problem-loose-anchor = the anchor touches nothing
    .expected = one of `touches`
problem-no-course = it is not said how the poses follow each other
    .expected = one of `reps`, `hold` and `drill`
problem-nothing-shared = nothing that touches in `{ $from }` still touches in `{ $to }`
    .expected = a part that stays in its place
problem-part-slides = the `{ $part }` would slide by { $by } cm from `{ $from }` to `{ $to }`
    .expected = a part that stays in its place
problem-out-of-reach = in `{ $pose }` the `{ $part }` ends { $by } cm from what it touches
    .expected = a part within reach

## The window itself

today-too-painful = At 6 or more, leave the session out today. If it stays like this, wakes you at night, or the leg locks, gives way or goes numb, see a doctor or physiotherapist.
awake-reason = A session is running
no-display = Evenhold found no display to open its window on. “evenhold play” leads through a session in a terminal.
no-open-gl = Evenhold could not open its window: it needs OpenGL 2.0 or newer. On Debian and Ubuntu, “apt install libegl1 libgl1-mesa-dri” brings it in software. “evenhold play” leads through a session in a terminal.

## The command line: what stands in the way

command-in-use = Evenhold is already open (process { $process }). Close it first; two programs must not write to the same journal.
command-in-use-by-somebody = Evenhold is already open. Close it first; two programs must not write to the same journal.
command-unfinished = { $name } of { $when } was left unfinished. Go on with it with --resume, or put it away with --discard.
command-unfinished-other = The unfinished session is { $name }, not { $other }. Go on with it with --resume alone, or put it away with --discard.
command-nothing-to-resume = There is no unfinished session to go on with.
command-unknown-routine = There is no routine “{ $id }”. There are: { $known }
command-unknown-routine-near = There is no routine “{ $id }”. Did you mean “{ $near }”? There are: { $known }
file-read-only = { $path } lies on a disk that can only be read
file-denied = { $path } may not be read or written by this user
file-busy = { $path } is in use, or too many files are open
file-changed = { $path } was changed by another program; nothing was overwritten
file-too-large = { $path } is larger than such a file may be
file-not-a-file = { $path } is not a file
file-not-a-folder = { $path } is not a folder
file-unwritable = { $path } could not be written: { $why }
file-damaged = { $count ->
    [one] Line { $lines } of { $file } cannot be read. It is left in place
   *[other] { $count } lines of { $file } cannot be read ({ $lines }). They are left in place
}
file-damaged-copied = { $damage }; a copy of the file is in { $path }
restore-none = There are no copies of your own files yet.
restore-unknown = There is no copy of { $name }. `evenhold restore` lists all.
restore-done = { $path } is as it was on { $date }.
restore-month = The month is back as { $path }.
restore-file = File
restore-moment = Copied on
file-set-aside = A log of a session could not be read. It was moved to { $path }

## The command line: a session in the terminal

command-recovered = A session that had not reached the journal was put there.
command-not-saved = Not saved yet: { $why }. The session goes on and is kept in memory.
command-saved-after-all = Everything is saved now.
command-not-saved-at-all = Not everything could be saved. What is safe was listed; the rest is lost when this program ends.
command-no-sound = There is no sound: { $why }
command-may-sleep-display = The display may turn off during the session.
command-may-sleep = The computer may fall asleep during the session.
command-play-end = { $name }: { $time } active, { $done } of { $of } sets

## The command line: lists

command-plan-title = { $name }, { $length }
command-plan-fetch = To fetch: { $things }
command-plan-left-out = Left out: { $what }
command-own-pace = { $dose }, own pace
command-history-empty = Nothing has been done yet.
command-journal-bad-lines = { $count ->
    [one] One line of the journal could not be read. It is left in place; `evenhold doctor` says where.
   *[other] { $count } lines of the journal could not be read. They are left in place; `evenhold doctor` says where.
}
command-ending-finished = finished
command-ending-early = ended early
command-check-good = { $count ->
    [one] One file, nothing wrong.
   *[other] { $count } files, nothing wrong.
}
command-more-problems = More is wrong with files of yours: `evenhold check { $path }` shows all of it.
command-stats-on-track = { $count ->
    [one] One week on track.
   *[other] { $count } weeks on track.
} { $credits ->
    [0] No week off is left for now.
    [one] One week off is left.
   *[other] { $credits } weeks off are left.
}
command-stats-sessions = { $count ->
    [one] One session
   *[other] { $count } sessions
}, { $minutes } min; { $records } with breaks and what was cut short.
command-stats-stretch = Minutes stretched this week, of { $minutes } for each muscle and side
command-week-met = met
command-week-credited = week off
command-week-paused = paused
command-week-missed = below target
command-week-open = running
command-exported = Everything is in { $path }.
command-imported = Done.
command-import-records = Records: { $new } new, { $same } already here, { $different } with later changes.
command-import-unreadable = { $count ->
    [one] One line cannot be read and is left out.
   *[other] { $count } lines cannot be read and are left out.
}
command-import-new-file = New file: { $name }
command-import-kept-file = Already here and different, stays as it is: { $name }
command-import-nothing = There is nothing to add.
command-import-hint = Nothing was changed. To add this, say it again with --yes.
command-archive-damaged = { $path } is not an archive that can be read.
command-archive-too-large = { $path } holds more than any history needs, and was not read.
command-archive-unsafe = { $path } holds a file with an unsafe name, and was not read: { $name }
command-archive-encrypted = { $path } is locked with a password, and was not read.
command-already-there = There is already a file { $path }. It was left as it is.
command-calendar-written = { $count ->
    [one] One planned session is in { $path }.
   *[other] { $count } planned sessions are in { $path }.
}
head-week = Week of
head-outcome = Outcome
head-days = Days
head-target = Target
head-times = Times
head-level = Level
head-best = Best set last time
head-muscle = Muscle
head-left = Left
head-right = Right
command-next-days = The days that are left this week:
command-next-day = { $day }: { $name }
head-id = Id
head-name = Name
head-start = Start
head-length = Length
head-kind = Step
head-exercise = Exercise
head-side = Side
head-set = Set
head-dose = Dose
head-date = Date
head-time = Time
head-routine = Routine
head-active = Active
head-sets = Sets
head-ending = Ending
head-pain = Pain
head-note = Note

## The command line: how things are

doctor-version = Version
doctor-data = Data folder
doctor-state = State folder
doctor-device = This computer
doctor-in-use = In use by
doctor-journal = Journal
doctor-unfinished = Unfinished session
doctor-settings = Settings
doctor-library = Files of your own
doctor-sound = Sound
doctor-latency = Latency
doctor-speech = Speech
doctor-awake = Keep awake
doctor-window = Window
doctor-yes = yes
doctor-no = no
doctor-none = none
doctor-free = nobody
doctor-process = process { $process }
doctor-process-unknown = another process
doctor-not-there-yet = { $path } (not there yet)
doctor-open-to-others = { $path } (others on this computer can read it)
doctor-journal-health = { $lines ->
    [one] one record
   *[other] { $lines } records
} in { $files ->
    [one] one file
   *[other] { $files } files
}, { $bad } unreadable, { $changed } changed outside the program
doctor-problems = { $count ->
    [0] nothing wrong
    [one] one problem
   *[other] { $count } problems
}
doctor-no-device = no device
doctor-silent = silent: { $why }
doctor-latency-numbers = { $compensated } ms made up for, { $left } ms left
# The library: words for what is in it.
block-mobility = Mobility
block-strength = Strength
block-control = Control
block-break = Breaks
screen-yes = In sight
screen-partly = Partly in sight
screen-no = By ear
thing-band = band
thing-bench = bench or sofa
thing-chair = chair
thing-wall = wall
thing-weight = weight
thing-path = clear path
group-outer-hip-pain = Pain at the bony point of the outer hip
group-groin-pain = Pain or a pinch in the groin
group-hip-replacement = After a hip replacement, until cleared
group-pregnancy = Pregnancy
group-pelvic-girdle-pain = Pregnancy with pelvic-girdle pain
group-hypermobile = Very mobile joints
group-falls-risk = Unsteady on your feet
group-knee-pain = Knee pain
group-back-pain = Low-back pain
group-wrist-pain = Wrist pain
group-kneeling-pain = Kneeling hurts, also on a cushion
muscle-gluteus-maximus = gluteus maximus (large buttock muscle)
muscle-gluteus-medius = gluteus medius, back part (side of the buttock)
muscle-gluteus-medius-front = gluteus medius, front part
muscle-gluteus-minimus = gluteus minimus
muscle-piriformis = piriformis
muscle-obturator-internus = obturator internus
muscle-obturator-externus = obturator externus
muscle-gemellus-superior = superior gemellus
muscle-gemellus-inferior = inferior gemellus
muscle-quadratus-femoris = quadratus femoris
muscle-tfl = tensor fasciae latae (TFL)
muscle-it-band = iliotibial band (outer thigh)
muscle-adductor-longus = adductor longus (inner thigh)
muscle-adductor-brevis = adductor brevis (inner thigh)
muscle-adductor-magnus = adductor magnus (inner thigh)
muscle-gracilis = gracilis (inner thigh)
muscle-pectineus = pectineus (groin)
muscle-iliopsoas = iliopsoas (hip flexor)
muscle-rectus-femoris = rectus femoris (front of the thigh)
muscle-quadriceps = quadriceps (front of the thigh)
muscle-hamstrings = hamstrings (back of the thigh)
muscle-calf = calf
muscle-abdominals = abdominals
muscle-obliques = side of the trunk
muscle-back-extensors = back extensors
muscle-shoulder = shoulder stabilisers

# The library's screens.
library-search = Search exercises and articles
library-search-hint = Name, muscle, a word from the text
library-clear = Clear the search
library-exercises = { $count ->
    [one] { $count } exercise
   *[other] { $count } exercises
}
library-exercises-of = { $shown } of { $all } exercises
library-no-exercise = No exercise fits all of these filters together.
library-knowledge = Articles
library-found = { $count ->
    [one] { $count } result
   *[other] { $count } results
}
library-found-nothing = Nothing is called “{ $query }”, and no text speaks of it
library-found-nothing-more = Try one word less, or another word for it: a muscle, a position, the name of an exercise.
library-found-filtered = Filters are on; they may hide what you look for.
library-show-all = Show all
library-any = any
library-position = Position
library-muscle = Muscle
library-screen = Screen
library-without = Without
library-without-nothing = I have everything
library-without-thing = No { $thing }
library-filter = { $what }: { $value }
library-levels = { $count ->
    [one] { $count } level
   *[other] { $count } levels
}
library-level-range = { $count ->
    [one] level { $levels }
   *[other] levels { $levels }
}
library-article = Article
library-in-section = Article · { $heading }
library-own = yours
library-back = Library
learn-side = Working side
learn-levels = Levels
learn-level = Level { $number }: { $name }
learn-level-short = L{ $number }
learn-ready = Get ready
learn-how = How it goes
learn-cues = Think of
learn-cue-by = { $by }: { $cue }
learn-mistakes = What often happens
learn-stop = Stop if
learn-dose = How much
learn-pace = Pace
learn-fetch = Fetch
learn-position = Position
learn-screen = Screen
learn-muscles = Muscles
learn-why = Why it is here
learn-sources = Sources
learn-alternatives = If this is you
learn-instead-skip = Leave it out
learn-instead-swap = { $name }, level { $number }: { $level }
learn-instead-shorter = Hold for { $time } at most
learn-articles = Articles about it
learn-try = Try it
learn-try-about = { $amount } · { $time }. It is logged and does not count for the week.
learn-try-not-yet = A session waits on Today, or the data folder is not open yet. This can be tried after that.
learn-range = { $from } to { $to }
learn-sets = { $sets ->
    [one] { $sets } set of { $amount }
   *[other] { $sets } sets of { $amount }
}
learn-sets-range = { $few } to { $many } sets of { $amount }
learn-each-side = { $dose }, each side
learn-each-way = { $dose }, each way
learn-own-pace = at your own pace
learn-phase = { $phase } { $time }
learn-seconds = { $number } s
learn-contents = On this page
learn-exercises = Exercises on this page
learn-clues = A self-check gives clues, not a diagnosis. A physiotherapist, a kinesiologist or an orthopaedic specialist can examine you, rule out other causes, measure precisely and shape a plan for you.
learn-professional = When to see a professional

## The command line: the report

command-report-written = Written: { $path } ({ $sessions ->
    [one] { $sessions } session
   *[other] { $sessions } sessions
}, { $notes ->
    [0] no notes
    [one] { $notes } note
   *[other] { $notes } notes
})
command-report-period = The period ends before it begins: { $from } to { $to }.
command-report-not-ours = { $path } is there already and is no report of Evenhold. It was left as it is; choose another name.

## The report for a professional

report-title = Exercise report
report-period = { $from } to { $to }
report-made = Made on { $date } by Evenhold { $version } from the person's own journal.
report-banner = Everything here was counted by the program or told by the person. It is a record, not a diagnosis.
report-empty = Nothing was recorded in this period.
report-glance = At a glance
report-stops = Stops and warning signs
report-stops-none = None was recorded in this period.
report-stop-hurt = { $name }, { $side }: 6 or more, or sharp, catching, giving way, tingling or numb. { $ended }
report-stop-hurt-exact = { $name }, { $side }: pain { $pain } of 10. { $ended }
report-stop-ended = The session ended early.
report-stop-went-on = The session went on without it.
report-stop-pain = Pain { $pain } of 10 { $when }
report-stop-worse = Worse the morning after this session
report-stop-health = Health questions answered with yes: { $questions }
report-stop-health-cleared = Health questions answered with yes: { $questions }. The person was told by a professional that exercise is safe.
report-asked = Asked
report-asked-target = { $days ->
    [one] { $days } day a week
   *[other] { $days } days a week
}
report-asked-targets = { $from } to { $to } days a week
report-asked-routine = { $name }, { $times } ×
report-asked-prescribed = { $name }, { $times } ×, prescribed
report-done = Done
report-done-sessions = { $count ->
    [one] { $count } session
   *[other] { $count } sessions
}{ $early ->
    [0] {""}
   *[other] , { $early } of them ended early
}
report-done-weeks = { $met } of { $weeks } weeks reached the target
report-done-sets = { $done } of { $planned } planned sets ({ $percent } %)
report-done-minutes = { $count } minutes in all
report-done-breaks = { $count ->
    [one] { $count } movement break
   *[other] { $count } movement breaks
}
report-pain = Pain, 0 to 10
report-pain-none = No pain was told.
report-pain-before = before
report-pain-after = after
report-pain-morning = next morning
report-pain-told = { $when }: { $mean } on average, { $least } to { $worst }, told { $times } of { $of } times
report-pain-trend = from { $from } in the first third to { $to } in the last
report-pain-mornings = The next morning: better { $better }, same { $same }, worse { $worse }
report-pain-during = During { $name }: told { $times } ×, at worst { $worst }
report-changed = Changed
report-changed-nothing = Nothing changed: the same levels and doses throughout.
report-changed-level = { $name }: level { $from } to { $to }
report-changed-dose = { $name }: { $from } to { $to }
report-changed-target = Target: { $days } days a week from { $date }
report-changed-pause = Paused { $from } to { $to }
report-changed-more = and { $count } more, in the tables below
report-plot-weeks = Days with a session, week by week
report-plot-weeks-said = { $met } of { $weeks } weeks reached the target; the fullest had { $most ->
    [one] { $most } day
   *[other] { $most } days
}.
report-plot-weeks-key = days with a session
report-plot-pain = Pain before, after and the next morning
report-plot-pain-said = { $count ->
    [one] { $count } answer
   *[other] { $count } answers
}, each at its day.
report-plot-exercise = { $name }: best set of each session, { $unit }
report-plot-motion = { $turn }, degrees
report-key-planned = planned
report-key-target = target
report-unit-reps = reps
report-unit-seconds = seconds
report-exercises = Exercise by exercise
report-exercises-about = Prescribed is what the routine asked for on the day. Done counts the sets that were taken to their end. A side is the hip that works.
report-figure = The figure doing { $name }
report-level = L{ $number }
report-head-when = When
report-head-level = Level
report-head-prescribed = Prescribed
report-head-sessions = Sessions
report-head-done = Sets done
report-head-left = Left
report-head-right = Right
report-head-pain = Worst pain
report-head-form = Form
report-head-rir = Clean reps left
report-sets-of = { $done } of { $planned }
report-form = { $clean } clean, { $shaky } shaky
report-rir-range = { $least } to { $most }
report-rir = { $number }
report-span = { $from } – { $to }
report-none = –
report-motion = Range of motion
report-motion-about = Turning the thigh, lying face down with the knee bent, measured by the person at home: the mean of the readings of a day, with the least and the most. A change under 10° is within what such a reading varies by.
report-motion-none = No range of motion was measured in this period.
report-inward = Turning in
report-outward = Turning out
report-degrees = { $degrees }°
report-degrees-range = { $degrees }° ({ $least }–{ $most })
report-motion-change = { $side }: { $from }° to { $to }°
report-motion-no-change = { $side }: { $from }° to { $to }°, no clear change
report-notes = Notes that the person chose to share
report-notes-none = None was chosen.
report-note-of = { $date }, { $of }
report-sessions = Every session
report-head-date = Date
report-head-routine = Routine
report-head-minutes = Minutes
report-head-sets = Sets
report-head-before = Pain before
report-head-after = after
report-head-morning = next morning
report-head-ending = Ending
report-ending-whole = to the end
report-ending-early = ended early
report-ending-break = break
report-foot = Written by Evenhold on the person's own computer. Nothing of it was sent anywhere.
short-date = { $day } { $month } { $year }
short-day = { $day } { $month }
short-month = { $month ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Oct
    [11] Nov
   *[12] Dec
}
# What the programme proposes, and why.
next-session = { $name }
next-rest = A rest day
next-rest-done = Nothing more today
next-stretch = Stretch only
next-own-training = Around training of your own
next-amount = { $name }: { $amount } next time
next-level-up = { $name }: level { $to }
next-weight = { $name }: { $weight } next time, from the low end of the range
weight-kilos = { $kilos } kg
weight-with = With { $weight }.
next-sets = { $name }: { $sets ->
    [one] one set
    *[other] { $sets } sets
    }
next-extra-set = { $name }: one more set on the { $side ->
    [left] left leg
   *[right] right leg
    }
next-extra-set-gone = { $name }: the same sets on both sides again
next-level-down = { $name }: back to level { $to }
next-easiest = { $name }: it is at its easiest already. Leave it out until it is calm
next-short-gap = One set fewer today
next-middle-gap = A lighter start: the low end of every range
next-long-gap = A lighter start: two levels down
next-easy-week = An easy week: one set fewer, a level lower, the same days
next-easy-now = The easy week runs until { $until }
next-strength-pause = Strength work pauses until { $until }
next-health-screen = A few questions about your health
next-health-changed = Has your health or your hip changed?
next-morning = How does the hip feel today compared with before the last session?
next-retest = Measure how far the hips turn
next-function = Rate the activities that matter to you
next-hold-now = Get help now: these signs need an emergency service
next-hold-soon = The programme waits: these signs need a doctor or physiotherapist within days
next-clearance = Talk to a professional before the first session
next-professional = Book an appointment with a physiotherapist or doctor
next-keep = Keep: { $target ->
    [one] one session
    *[other] { $target } sessions
    } a week from now on
why-first-session = It is the first half of the programme, and six exercises long.
why-alternate = You did { $last } on { $day }.
why-whole-week = You have done { $done } of { $target } sessions this week, and the last one takes in the whole programme.
why-short-habit = Your last { $sessions } sessions were short ones, and they count like any other.
why-own-plan = It is what you planned for this day.
why-catch-up = Today is not one of your days, but { $open ->
    [one] one session is
   *[other] { $open } sessions are
} open this week, and { $days ->
    [0] none
    [one] only one
   *[other] only { $days }
} of your days { $days ->
    [one] is
   *[other] are
} left.
why-other-day = Today is not one of your days; { $next } is the next. Start is there all the same.
why-day-between = You trained { $trained } on { $day }, and a muscle does better with a day between.
why-room = { $open ->
    [one] One session is
   *[other] { $open } sessions are
    } open and { $days } days are left this week, so there is room for a day between.
why-hold-up = All sets at { $amount } were clean.
why-level-up-timed = { $clean } sessions in a row were clean at { $amount }.
why-hard-day = The last session left almost nothing over for the { $muscle }, so it gets a day of rest.
why-done-today = You have done your session for today.
why-week-done = You have done { $done } of { $target } sessions this week.
why-stretch = The { $muscle } had { $minutes ->
    [one] one minute
    *[other] { $minutes } minutes
    } of stretching in the last seven days, and { $target } are the aim.
why-own-training = If you run, ride or play today: { $before } before it wakes the hips, { $after } after it stretches them, about five minutes each. Either counts for the week.
why-reps-up = All sets at { $amount } were clean, with two or more reps left.
why-reps-back = The last session reached { $amount }.
why-level-up = { $clean } sessions in a row were clean at { $amount } with reps to spare.
why-weight = { $clean } sessions in a row were clean with { $from } at the top of the range, and { $to } is { $percent } % more.
why-sets = { $clean } sessions in a row were clean, and another set is the next step that can be done.
why-stretch-more = You held it to the end in { $whole } calm sessions.
why-extra-set = The { $side ->
    [left] left leg
   *[right] right leg
    } did less in { $sessions } sessions in a row. An extra set is optional, and both sides keep training.
why-extra-set-gone = Both sides did the same in two sessions.
why-missed = { $sessions } sessions in a row stayed below the low end of the range.
why-shaky = It was shaky in { $sessions } sessions in a row, and clean comes before hard.
why-eased = You took the easier form in { $sessions } sessions in a row.
why-red = { $name } hurt at 6 or more, or in a way that asks to stop.
why-amber = { $name } hurt at 3 to 5, or two points more than before, in { $sessions } sessions in a row.
why-worse-morning = The morning after the session was worse.
why-gap = It has been { $days } days since the last session.
why-easy-weeks = Something got harder in { $weeks } weeks in a row.
why-easy-hard = { $sessions } sessions in a row left almost nothing over.
why-easy-sore = Pain before the session rose from { $from } to { $to }, each time more than the time before.
why-easy-nights = You told of { $nights ->
    [one] one bad night
   *[other] { $nights } bad nights
} within { $days } days, and rest is when muscles catch up.
why-easy-now = You chose an easy week.
why-strength-pause = { $mornings } mornings within a week were worse after training.
why-health-screen = Until they are answered, only the easiest levels without bands are offered.
why-health-again = It has been { $days } days, and much can change in that time.
why-morning = The answer decides how hard the next session is.
why-morning-late = It was not answered the morning after, and still helps to set the next session.
why-retest = You have trained for { $week } weeks.
why-retest-gap = After { $days } days away it shows where you start from.
why-function-first = What you can do in a day says more than degrees.
why-function = You rated them { $days } days ago.
why-hold = Told on { $day }: { $sign }. Start comes back once you were looked at, or were told that it is safe.
why-clearance = You answered yes to a health question. Somebody who knows this should say that exercise is safe.
why-no-change = After { $weeks } weeks of regular work pain is about { $pain }, and neither it nor what you can do has become better.
why-worsening = Pain went from about { $from } to about { $to } within a few weeks.
why-red-sessions = Pain reached 6 or more in { $sessions } sessions within { $days } days.
why-worse-mornings = { $mornings } mornings within { $days } days were worse after training.
why-keep-topped = { $weeks } weeks were on track, and every strength exercise is at the top of its ladder.
why-keep-steady = { $weeks } weeks were on track, and what you can do is steady.
sign-injury = after a fall or blow, severe pain, or a leg that looks shorter, turned or misshapen
sign-no-weight = you cannot put weight on the leg, walk, or move the hip
sign-sudden-pain = sudden severe hip pain, or old pain suddenly much worse
sign-hot-joint = a hot, red or swollen hip, and you feel feverish or unwell
sign-saddle = new numbness between the legs, new trouble with bladder or bowel, or weakness or pain in both legs
sign-clot = a swollen, warm, painful calf or thigh with breathlessness or chest pain
sign-chest = chest pain, fainting or severe breathlessness while exercising
sign-pulsing-lump = a pulsing lump in the groin, or severe belly or testicle pain with the hip pain
sign-night-pain = pain that wakes you at night whatever your position, or never lets up
sign-weight-loss = weight loss, night sweats or lost appetite without a reason
sign-cancer = you have had cancer
sign-infection = steroid use, immune problems, or a recent infection, injection or operation
sign-fragile-bone = known osteoporosis, or a fall in later life
sign-growing-numbness = growing numbness, tingling or loss of strength in a leg
sign-locking = the hip locks, catches again and again, or gives way
sign-limp = a new limp
sign-lump = a new lump in the groin
sign-pelvic-pain = new pelvic pain in pregnancy
sign-child = under sixteen years old
sign-metal = metalwork or a replacement in that hip
question-heart = Has anybody told you that you have a heart condition, or that you should exercise only under supervision?
question-chest-pain = Do you get pain in the chest, at rest or when you exert yourself?
question-dizziness = Do you get dizzy, lose your balance or lose consciousness?
question-bone-or-joint = Do you have a bone or joint problem that exercise has made worse?
question-medication = Do you take medicine for blood pressure or the heart?
question-surgery = Have you had an operation on hip, knee or back in the past twelve months, or a hip replacement at any time?
question-pregnancy = Are you pregnant, or gave birth within the past twelve weeks?
question-osteoporosis = Do you have osteoporosis?
question-nerves = Do you have a condition of the nerves, or numbness?
question-latex = Are you allergic to latex? Most bands are made of it.
question-other = Is there any other reason not to exercise?
observed-banner = This is an observation, not a diagnosis. It gives clues; a physiotherapist or doctor can measure precisely and rule out other causes.
observed-balanced = Balanced in this test.
observed-bit-more-inward = A bit more inward turn. Common.
observed-bit-more-outward = A bit more outward turn. Common.
observed-more-inward = Clearly more inward than outward. Could be how you are built. The programme can build strength and control; it won't change bone shape.
observed-more-inward-show = Clearly more inward than outward. Could be how you are built. The programme can build strength and control; it won't change bone shape. It is worth showing to a physiotherapist.
observed-little-outward = Little outward turn in this test. It is worth showing to a physiotherapist.
observed-more-outward = Turns outward more than inward. Keep general hip work; the inward-turn focus may not fit you.
observed-little-inward = Little inward turn, with what you told about pain or stiffness. Show this to a professional.
observed-sides-differ-left = Sides differ: the left hip turns further inward, or less outward. Train both, one extra set on the weaker side is optional.
observed-sides-differ-right = Sides differ: the right hip turns further inward, or less outward. Train both, one extra set on the weaker side is optional.
observed-no-clear-change = No clear change (normal measuring wobble).
observed-same-way = No clear change (normal measuring wobble), moving the same way in the last checks.
observed-more = More than last time, by more than the measuring wobble.
observed-less = Less than last time, by more than the measuring wobble.
observed-stance-common = Foot slightly out, kneecap straight: common.
observed-turn-from-thigh = The kneecap points in, and the foot does not point out: the turn may come from the hip or the thigh. Compare with the check on your front.
observed-shank-turns-out = The kneecap points in while the foot points straight or out: the lower leg may turn out to balance it. The check on your front tells more.
observed-turn-below-knee = The foot points in and the kneecap straight: the turn is probably below the knee, and this programme may not change it.
observed-stance-varies = None of the patterns that say something here. The angles of feet and kneecaps vary, and that is normal.
observed-stance-differs = One side differs. Note it, and train both.
observed-toes-in = Toes in. Without complaints that is common.
observed-gait-differs = The two sides differ. If that is new, let a professional look at it.
observed-gait-new = A new limp, a change on one side only, tripping, or a leg that has lost strength: let a professional look at it.
observed-rolls-out = The foot falls out a little, as most feet do.
observed-rolls-far-out = The foot falls out clearly. Taken alone that says nothing here.
observed-stays-upright = The foot stays upright or falls inward. Compare with the check on your front; a turned-in thigh, the lower leg or plain tension may be behind it.
observed-supine-sudden = After a fall, or if it came suddenly: a leg that looks shorter and turned out, or cannot carry weight, needs emergency help.
## A routine fitted to a person's time

plan-no-time = No exercise of this routine fits into { $minutes } min; the shortest needs { $least } min
fitted = To fit { $minutes } min: { $what }
fitted-only = To fit { $minutes } min
fitted-rests = shorter rests
fitted-less = { $name } { $now } (usually { $usual })
fitted-sets = { $now ->
    [one] { $now } set in place of { $usual } of { $names }
   *[other] { $now } sets in place of { $usual } of { $names }
}
fitted-separator = { "; " }
ui-today-time = I have
ui-today-time-all = as long as it takes
ui-today-time-some = { $minutes } min
command-minutes-none = `--minutes` takes a number from 1 to 240.

## Progress: the calendar, the list, what was changed

progress-sessions = Sessions
progress-plots = What it shows
progress-changes = What changed
progress-changes-about = Everything that became harder or easier, or was proposed, with the reason and your answer. The rules behind it are files in the data folder that you can read and replace.
progress-changes-none = Nothing has changed yet. After a few sessions this page says what became harder or easier, and why.
progress-changes-reps = More inside the range
progress-change-at-once = by itself
progress-change-accepted = accepted
progress-change-later = put off
progress-change-declined = refused
progress-change-declined-down = taken back
progress-change-rule = rule: { $rule }
progress-part = Show
progress-add = Add a session…
progress-report = Report…
progress-back = Progress
progress-on-track = { $weeks ->
    [0] No week on track yet
    [one] { $weeks } week on track
   *[other] { $weeks } weeks on track
}
progress-this-week = This week { $days } of { $target }
progress-credits = { $count ->
    [0] no skip credit left
    [one] { $count } skip credit left
   *[other] { $count } skip credits left
}
progress-calendar = Calendar
progress-calendar-earlier = Earlier
progress-calendar-later = Later
progress-day = { $date }: { $what }
progress-day-nothing = nothing
progress-day-sessions = { $count ->
    [one] { $count } session, { $time }
   *[other] { $count } sessions, { $time }
}
progress-day-half = { $count ->
    [one] { $count } session, less than half of it done
   *[other] { $count } sessions, less than half of each done
}
progress-day-breaks = { $count ->
    [one] { $count } break
   *[other] { $count } breaks
}
progress-day-checks = { $count ->
    [one] { $count } check
   *[other] { $count } checks
}
progress-day-paused = paused
progress-day-today = today
progress-key-counts = counts for the week
progress-key-half = less than half done
progress-key-break = break or check
progress-key-pause = paused
progress-calendar-help = Arrow keys move from day to day, Enter shows one day's sessions
progress-search = Search your sessions
progress-search-hint = A routine, an exercise, a month, words of a note
progress-found = { $count ->
    [one] { $count } entry
   *[other] { $count } entries
}
progress-found-nothing = Nothing here has these words
progress-only-day = Only { $date }
progress-all-days = Show all days
progress-more = Show { $count } more
progress-open = { $what }
progress-corrected = { $name } of { $date } is corrected.
progress-added = { $name } is entered for { $date }.
progress-deleted = { $name } of { $date } is deleted.
progress-restored = { $name } of { $date } is back.
progress-morning-kept = The morning after { $name } of { $date } is noted.
progress-saving = { $what } Saving
progress-saved = { $what } Saved in your journal.
progress-unsaved = { $what } Not saved yet.
progress-undo = Undo

## Progress: a session

progress-about = { $date }, { $clock } · { $time } · { $done } of { $sets } sets
progress-by-hand = Entered by hand
progress-prescribed = Prescribed
progress-early = Ended early
progress-break = Does not count for the week: a break, or an exercise tried
progress-not-counted = Does not count for the week: less than half of the sets were done
progress-correct = Correct…
progress-delete = Delete
progress-keep = Keep the changes
progress-cancel = Leave it as it was
progress-night = Count it for { $date }
progress-planned = Level { $level }. Planned: { $dose }
progress-set = Set { $set }: { $done } of { $planned }
progress-set-skipped = Set { $set }: left out, planned { $planned }
progress-set-pain = pain { $pain }
progress-set-pain-head = Pain
progress-set-pain-said = { $name }, { $side }, set { $set }: pain
progress-replaces-easier = the easier form, in place of { $name } level { $level }
progress-replaces-harder = the harder form, in place of { $name } level { $level }
progress-replaces-other = in place of { $name } level { $level }
progress-changed-from-plan = changed from plan: { $what }
progress-set-said = { $name }, { $side }, set { $set }: done
progress-seconds-said = { $name }, { $side }, set { $set }: seconds held
progress-rir = { $count } more clean reps were left
progress-rir-most = 4 or more clean reps were left
progress-form-clean = Clean all the way
progress-form-shaky = Shaky
progress-pain-before = Pain before
progress-pain-after = Pain after
progress-pain-told = { $pain } of 10
progress-not-told = not told
progress-note = Note
progress-hurt = { $name }, { $side }, set { $set }, after { $rep } reps: { $pain }
progress-hurts = It hurt
progress-around = Around the session
progress-morning = The morning after
progress-morning-about = How was it the next morning, against before the session?
progress-morning-better = Better
progress-morning-same = The same
progress-morning-worse = Worse
progress-morning-pain = Pain that morning
progress-date = Day
progress-day-earlier = One day earlier
progress-day-later = One day later
progress-minutes = Minutes of work and rest
progress-minutes-number = { $count } min

## Progress: a session that was done without the program

progress-adding = Add a session
progress-adding-about = You did it without the laptop. It counts like any other.
progress-adding-routine = What you did
progress-adding-how = How much of it
progress-adding-whole = All of it, as planned
progress-adding-part = Not all of it
progress-adding-keep = Add it
progress-adding-next = Tell the sets…

## Progress: what it shows

progress-plots-none = Nothing to show yet
progress-plots-none-more = After the first session this page shows your weeks, your minutes, each exercise, left against right, and pain.
plot-weeks = Days a week against the target
plot-weeks-said = { $of ->
    [one] The target was reached in { $met } of the last { $of } full week.
   *[other] The target was reached in { $met } of the last { $of } full weeks.
}
plot-weeks-first = The first week: { $days } of { $target } days so far.
plot-minutes = Minutes a week
plot-minutes-said = { $weeks ->
    [one] { $mean } minutes in the last week; { $most } in the fullest week of all.
   *[other] { $mean } minutes a week on average over the last { $weeks } weeks; { $most } in the fullest week of all.
}
plot-stretch = Stretch minutes for each muscle
plot-stretch-said = In this week { $enough } of { $of } muscles had 5 minutes or more on both sides; { $muscle } had the least, { $minutes } min.
plot-stretch-all = In this week all { $of } muscles had 5 minutes or more on both sides.
plot-stretch-none = No muscle was stretched in a session yet.
plot-stretch-week = Week of { $date }; the line is 5 minutes a week
plot-stretch-row = { $muscle }: left { $left } min, right { $right } min
plot-exercise = The best set of each session
plot-exercise-choose = Exercise
plot-exercise-said = In { $times } sessions from { $first } at level { $from } to { $last } at level { $to }.
plot-exercise-once = Done once: { $amount } at level { $level }.
plot-level-key = level { $number }
plot-sides = Left against right
plot-sides-same = Over the last two sessions both sides did the same: { $left } left, { $right } right.
plot-sides-left = Over the last two sessions the left leg did less: { $left } left, { $right } right.
plot-sides-right = Over the last two sessions the right leg did less: { $left } left, { $right } right.
plot-sides-none = This exercise works both legs at once, so there are no sides to compare.
plot-pain = Pain before, after and the next morning
plot-pain-one = Before sessions it was { $mean } of 10 on average, told { $times } ×.
plot-pain-two = Before sessions it was { $mean } of 10 on average in the last four weeks, and { $earlier } in the four weeks before.
plot-pain-none = No pain was told yet, before, after or the next morning.
plot-motion = Range of motion, degrees
plot-motion-none = No check yet. The first one draws the first point here.
plot-motion-once = One check so far. From the second on this shows whether anything changed.
plot-motion-said = { $turn }, { $side }: from { $from }° to { $to }°.
plot-motion-steady = No clear change: every difference between the first check and the last is under 10°.
plot-key-during = during
plot-key-sides = { $turn }, { $side }
plot-picture = { $name }. { $sentence }

## The report before it is written

reporting-about = One page for a professional, as a file on your computer. You choose what is in it.
reporting-period = Period
reporting-month = 4 weeks
reporting-quarter = 12 weeks
reporting-year = A year
reporting-all = Everything
reporting-first = On its first page
reporting-then = After it: { $exercises ->
    [one] { $exercises } exercise
   *[other] { $exercises } exercises
} with plots and doses, range of motion, the notes you choose, and a table of { $sessions ->
    [one] { $sessions } session
   *[other] { $sessions } sessions
}.
reporting-notes = Your notes
reporting-notes-about = Only what you choose is in the report.
reporting-notes-none = There is no note in this period.
reporting-notes-all = All of them
reporting-notes-clear = None
reporting-note = { $date }: { $words }
reporting-write = Write the report
reporting-writing = Writing
reporting-written = Written: { $path }
reporting-failed = The report is not written: { $why }
reporting-open = Open it
reporting-folder = Show the folder
## A routine that somebody has sent, and one to pass on

share-routine = “{ $name }”: { $time }, { $count ->
    [one] { $count } exercise
   *[other] { $count } exercises
}.
share-has-exercise = It brings the exercise “{ $name }”.
share-has-check = It brings the check “{ $name }”.
share-replaces = Another version of { $name } is here already:
share-known = All of it is here already.
share-hint = Nothing was changed. To take it in, say it again with --yes.
share-hint-replace = Nothing was changed. To let it take the place of what is here, say it again with --yes --replace.
share-taken = It is in your library now.
share-passed-on = Written to { $path }. Everything that it needs is in it.
refused-too-large = { $file } is larger than any routine; nothing of it was read
refused-not-ours = { $file } is neither a routine nor a check, an exercise, a movement or a pose
refused-bad-name = { $file } holds a file called “{ $name }”, which is no name of a routine, a check, an exercise, a movement or a pose
refused-twice = { $file } holds { $name } twice
refused-too-many = { $file } holds more files than a routine can need
refused-case-clash = You have { $name } already, which differs only in small and large letters; many disks cannot keep both. Rename yours first.
sheet-needs = { $time }. To fetch: { $things }.
sheet-prescribed = Prescribed by { $by }
sheet-circuit = { $rounds ->
    [one] one of each
   *[other] one of each, { $rounds } rounds
}
sheet-rounds = { $rounds } rounds
sheet-each-side = all on the left, then all on the right
sheet-stop = Stop: { $sign }
sheet-foot = Pain of 3 to 5 out of 10: make it smaller and slower. From 6 on, or sharp, catching, numb or tingling: stop. This page is no diagnosis.
sheet-written = Written to { $path }. Open it in a browser to print it.

## What the programme proposes

advice-title = The programme
advice-next-time = Next time
answer-better = Better
answer-same = The same
answer-worse = Worse
answer-as-before = As before
answer-lighter = Lighter after all
answer-take-back = Leave it as it was
answer-yes = Yes
answer-later = Later
answer-no = No

## The editor

editor-a-day = Times a day
editor-a-week = Times a week
editor-about = What it is for, in a sentence
editor-add-block = Add a block
editor-add-exercise = Add an exercise
editor-add-named = Add { $name }
editor-as-range = a range
editor-block-heading = Block
editor-block-title = Title
editor-circuit = circuit
editor-copy = Copy
editor-copy-name = { $name } (copy)
editor-cue-by = Who says it
editor-cue-by-hint = nobody in particular
editor-cue-gone = Take cue { $number } out
editor-cue-hint = Smaller, slower
editor-cue-number = Cue { $number }
editor-cues = Cues of this routine
editor-cut = Cut
editor-date-hint = 2026-11-01
editor-delete = Delete
editor-delete-block = Delete the block
editor-down = Move down
editor-duplicate = Duplicate
editor-each-block = All its exercises left, then all right
editor-each-block-short = left, then right
editor-each-exercise = all sets left, then right
editor-each-set = left, right, left, right
editor-empty = Nothing is in it yet. Look for an exercise on the right, and press Enter or click it.
editor-extra-on = one more: { $side }
editor-find-hint = clam, hip, stretch…
editor-failed = This routine could not be saved: { $why }.
editor-first = Which leg begins
editor-for = Used as
editor-held = held
editor-kept-draft = Kept as a draft
editor-kept-no = Not saved
editor-kept-saving = Saving
editor-kept-yes = Saved
editor-keys = Keys
editor-kind = Done how
editor-kind-break = a break
editor-kind-cool-down = a cool-down
editor-kind-session = a session
editor-kind-warm-up = a warm-up
editor-left-first = left
editor-left-only = left leg only
editor-level = Level
editor-name = Name of the routine
editor-new-about = A routine of my own.
editor-new-block = Block
editor-new-first-block = Exercises
editor-new-name = My routine
editor-no-extra = No extra set
editor-no-timetable = There is nothing to lay out yet.
editor-no-title = Without a title
editor-not-said = not said
editor-note = Note
editor-note-hint = a cushion under the knee
editor-nothing-picked = Pick an exercise on the left to change it.
editor-on-days = Or on these days
editor-one-more = One more set
editor-one-more-left = left
editor-one-more-none = none
editor-one-more-right = right
editor-order-name = Sets follow each other
editor-own-pace = at your own pace
editor-pane-add = Add
editor-pane-picked = Change
editor-pane-text = Advanced
editor-pane-timetable = Timetable
editor-pane-whole = Routine
editor-paste = Paste
editor-picked-count =
    { $count ->
        [one] { $count } exercise picked
       *[other] { $count } exercises picked
    }
editor-prescribed-by = Prescribed by
editor-prescribed-hint = nobody
editor-prescribed-on = On which day
editor-priority = When time is short
editor-priority-key = keep
editor-priority-normal = as usual
editor-priority-optional = leave out first
editor-problem-at = Line { $line }, column { $column }: { $what }
editor-problem-expected = { $what } (expected { $expected })
editor-problems =
    { $count ->
        [one] one thing to look at
       *[other] { $count } things to look at
    }
editor-range = { $low }–{ $high }
editor-reaches = Reaches a set
editor-redo = Redo
editor-repeated = in repetitions
editor-reps = Reps a set
editor-rest = Seconds of rest between sets
editor-right-first = right first
editor-right-first-short = right
editor-right-only = right leg only
editor-rounds = Rounds
editor-rounds-count = { $count } rounds
editor-seconds = Seconds a set
editor-sets = Sets
editor-sides = Sides
editor-start = Start
editor-start-here = Start from here
editor-start-key = Start this routine (Ctrl+Enter)
editor-steps = Steps a set
editor-straight = all of one, then the next
editor-tempo = Tempo
editor-text-about = This is the file. What you change here shows at once, and comments stay.
editor-undo = Undo
editor-up = Move up
editor-up-to = Up to
editor-usual = { $what }: as usual
editor-usual-amount = The usual amount
editor-usual-first = Either leg begins
editor-usual-pace = The usual tempo
editor-usual-sets = The usual sets
editor-usual-short = as usual
editor-usual-sides = The usual sides
editor-key-all = Pick everything
editor-key-back = Back to the routines
editor-key-clipboard = Cut, copy, paste
editor-key-delete = Delete what is picked
editor-key-duplicate = Duplicate what is picked
editor-key-extend = Pick several
editor-key-find = Look for an exercise
editor-key-move = Move what is picked
editor-key-panes = Add, Change, Routine, Timetable, Advanced
editor-key-start = Start
editor-key-start-here = Start from here
editor-key-step = To the next exercise
editor-key-undo = Undo, redo
editor-list-new = New routine
editor-list-edit = Change
editor-list-copy = Change a copy
editor-list-delete = Delete
editor-list-named = { $what }: { $name }
editor-list-yours = Yours
editor-list-shipped = With the program
editor-list-draft = draft
editor-list-draft-about = It is not finished: something in it cannot be used yet.
editor-list-deleted = “{ $name }” is deleted.
editor-list-undelete = Bring it back

## Measuring on a photo

measure-title = Measure on a photo
measure-open = Measure on a photo…
measure-back = Back
measure-asked-away = { $side }, foot away from the other leg: reading { $number } of { $of }.
measure-asked-towards = { $side }, foot across, towards the other leg: reading { $number } of { $of }.
measure-asked-foot = { $side }, foot at rest: reading { $number } of { $of }.
measure-what = What is measured
measure-shin = Shin, face down
measure-foot = Foot, face up
measure-choose = Open a photo…
measure-choose-other = Another photo…
measure-drop = Drop a photo here
measure-drop-about = PNG or JPEG, up to 32 MB. It is only looked at: nothing of it is stored unless you ask.
measure-drop-now = Let go to open it
measure-path = Or the path of the photo
measure-path-hint = Pictures/check.jpg
measure-path-open = Open
measure-not-chosen = No photo was chosen. If no window for choosing one came up, type or paste the path of the photo.
measure-opening = Opening { $name }…
measure-how = How to take it
measure-how-shin = Lying face down, seen from the feet end, the lens level and as high as the knee. The whole shin and a part of the other leg are in the picture, the knee bent to a right angle.
measure-how-foot = Lying on the back, seen from the foot end, the lens level and as high as the mattress. Both feet are in the picture, soles towards the lens.
measure-picture = { $name }, { $width } × { $height } pixels, shown at { $percent } %
measure-zoom-in = Larger
measure-zoom-out = Smaller
measure-zoom-fit = Whole picture
measure-turn = Turn by a quarter
measure-marks = Marks
measure-mark-knee = Knee
measure-mark-ankle = Ankle
measure-mark-heel = Heel
measure-mark-toe = Second toe
measure-mark-other = Other leg
measure-mark-level-start = Level line, one end
measure-mark-level-end = Level line, other end
measure-mark-at = { $x } from the left, { $y } from the top
measure-mark-waits = not marked yet
measure-mark-next = Mark: { $mark }
measure-hint-knee = Click the middle of the bent knee.
measure-hint-ankle = Click the middle between the two bones of the ankle.
measure-hint-heel = Click the middle of the heel.
measure-hint-toe = Click the tip of the second toe.
measure-hint-other = Click any point of the other leg, near the floor.
measure-hint-level-start = Click one end of something level: the edge of the mat, a skirting board.
measure-hint-level-end = Click its other end.
measure-hint-done = Drag a mark to move it, or reach it with Tab and move it with the arrow keys.
measure-level = Use a level line
measure-level-about = For a camera that was not held level: the angle is read from this line, not from the edge of the picture.
measure-degrees = { $degrees }°
measure-inward = Foot away from the other leg: { $degrees }° inward.
measure-outward = Foot towards the other leg: { $degrees }° outward.
measure-upright = The shin stands upright.
measure-foot-out = Toes away from the other leg: { $degrees }° out.
measure-foot-in = Toes towards the other leg: { $degrees }° in.
measure-foot-upright = The foot stands upright.
measure-unclear = { $degrees }° from the vertical. Which way cannot be told yet.
measure-nothing = The angle appears when every mark is set.
measure-remark-short = The marks are near each other: a pixel is up to { $degrees }°. Enlarge the picture to set them, or take the photo from nearer.
measure-remark-level-short = The level line is short. Set its ends further apart.
measure-remark-lean = The level line leans by { $degrees }°. Is what it follows really level?
measure-remark-upside-down = The line points down. Turn the picture, or exchange the two marks.
measure-remark-flat = The line lies nearly flat. If the picture lies on its side, turn it.
measure-remark-other = The mark on the other leg is too near to tell which way. Set it further aside.
measure-remark-upright = Upright is neither inward nor outward: let the foot fall to one side first.
measure-remark-sides = { $side } stands where the other one is expected. Either the picture is mirrored, as front cameras do, or it is the other leg. The direction stays right: the mark on the other leg tells it.
measure-leg = Which leg is measured?
measure-leg-shin = As seen from the feet end, lying face down
measure-leg-foot = From the foot end, lying on the back, the right leg is on the left
measure-leg-said = Which leg is measured: { $side }
measure-watch = Who watched the pelvis?
measure-watch-helper = A helper held it
measure-watch-alone = Alone, not watched
measure-keep-photo = Keep this photo with the check
measure-keep-photo-about = A copy goes into the folder “photos” beside your journal, without the place and the time that the camera wrote into it. It stays on this computer.
measure-keep = Keep this reading
measure-use = Use this reading
measure-lacks-marks = First set the marks.
measure-lacks-leg = First say which leg it is.
measure-lacks-watch = First say who watched the pelvis.
measure-locked = Readings cannot be kept now: another Evenhold has the data folder open, or it is still being read.
measure-doubt-away = The check asks for the foot away from the other leg. Here it is towards it.
measure-doubt-towards = The check asks for the foot towards the other leg. Here it is away from it.
measure-doubt-side = Asked for: { $asked }. Confirmed: { $side }.
measure-doubt-keep = Keep it as it is
measure-doubt-again = Measure again
measure-kept = Kept in your journal
measure-kept-row = { $side }: { $what }
measure-kept-inward = { $degrees }° inward
measure-kept-outward = { $degrees }° outward
measure-kept-out = { $degrees }° out
measure-kept-in = { $degrees }° in
measure-kept-more = { $count ->
    [one] { $count } reading. Three of each direction make a mean.
   *[other] { $count } readings. Three of each direction make a mean.
}
measure-saving = Being saved…
measure-saved = Saved.
measure-unsaved = Not saved yet. It is tried again.
measure-take-back = Take the last one back
measure-photo-kept = The photo was copied to { $path }
measure-photo-not-kept = The photo could not be copied. { $why }
photo-gone = “{ $name }” is not there. Check its path, or choose it again.
photo-denied = “{ $name }” may not be read by you. Copy it into a folder of your own and open that.
photo-failing = “{ $name }” could not be read: the disk reports an error. Try another copy of it.
photo-folder = “{ $name }” is a folder. Open the photo inside it.
photo-not-a-file = “{ $name }” is no file that holds a photo.
photo-too-large = “{ $name }” has more than 32 MB. Save a smaller copy as JPEG and open that.
photo-empty = “{ $name }” is empty. Copy it from the camera once more.
photo-heic = “{ $name }” is a HEIC photo, which cannot be read here. On the iPhone, Settings › Camera › Formats › Most Compatible makes it take JPEG from now on. This one: open it in the photo program of your computer and save or export it as JPEG.
photo-film = “{ $name }” is a film. Stop it where the foot has come to rest, save that picture as PNG or JPEG, and open it.
photo-pdf = “{ $name }” is a PDF page. Open the photo itself, as PNG or JPEG.
photo-kind = “{ $name }” is a { $kind } picture. Only PNG and JPEG can be read: save a copy as JPEG and open that.
photo-unknown = “{ $name }” is no picture that can be read here. Open a PNG or JPEG photo.
photo-damaged = “{ $name }” is damaged, or of a rare kind. Copy it from the camera once more, or save it anew as JPEG.
photo-too-many-pixels = “{ $name }” has { $width } × { $height } pixels, more than 50 million. Save a smaller copy and open that.
photo-too-small = “{ $name }” has { $width } × { $height } pixels. Half a degree needs at least 300 on the shorter side, and no more than seven times that on the longer one.

## Checks

check-part = Checks
check-do = Do the check…
check-do-named = Do this check: { $name }…
check-about = Four short looks at how the hips stand, move and turn. Each gives clues; none is a score. Every four weeks is often enough.
check-minutes = about { $minutes } min
check-last = last on { $date }
check-never = not done yet
check-past = Done so far
check-past-none = No check yet. The first one is what later ones are compared with.
check-open = Open: { $what }
check-before = Before you begin
check-stop = Stop at once if
check-signs = Signs that come first
check-signs-about = Leave the check out if something is new or worse that needs somebody to look at it: after a fall, no weight on the leg, fever with a hot hip, new numbness, pain at night, and the others on the page.
check-signs-read = Look through the signs…
check-signs-none = None of the signs fits me
check-pain = Pain now
check-method = How it is read
check-method-phone = Phone on the shin
check-method-photo = Photo
check-method-scale = Five pictures
check-method-eye = By eye
check-method-film = Phone video
check-helper = Who helps
check-helper-yes = With a helper
check-helper-no = Alone
check-unwatched = pelvis not watched
check-surface = On what
check-surface-floor = Floor
check-surface-mat = Mat
check-surface-bed = Firm bed
check-footwear = On the feet
check-barefoot = Barefoot
check-shoes = Shoes
check-hurts = Hip or groin hurts these days
check-stiff = Stiff for more than half an hour in the morning
check-where-nowhere = No
check-where-left = Left
check-where-right = Right
check-where-both = Both
check-begin = Begin the check
check-begin-soon = Begin it all the same
check-soon = { $days ->
    [0] You did this check today. Readings so close together differ by chance; two weeks is the least.
    [one] You did this check yesterday. Readings so close together differ by chance; two weeks is the least.
   *[other] You did this check { $days } days ago. Readings so close together differ by chance; two weeks is the least.
}
check-refused-signs = Say that none of the signs fits you, and the check can begin.
check-refused-pain-unknown = Say how much it hurts now, and the check can begin.
check-refused-pain = At a pain of 3 or more no check is done. Another day will do.
check-refused-alone = Nobody sees their own walk: choose the video, or ask somebody to help.
check-refused-hold = The programme is on hold until somebody has looked at a sign you told of. Until then no check is done.
check-refused-busy = A session was left unfinished. Answer that on Today first.
check-conditions = The same every time: only checks that were read in the same way and with the same help are compared.
check-reading = Read
check-doing = Do this
check-of = Reading { $round } of { $rounds }
check-degrees = { $degrees }°
check-degrees-none = –
check-degrees-name = Degrees from upright
check-type = Type the degrees from upright, then Enter.
check-scale = Choose the picture that comes nearest.
check-words = Choose with the mouse or with the number.
check-keep = Keep
check-less = One degree less
check-more = One degree more
check-pelvis-again = Pelvis lifted: again
check-knee-again = Knee not at 90°: again
check-unsure = Unsure
check-scale-said = { $degrees }° { $lean }
check-lean-away = away from the other leg
check-lean-across = across the other leg
check-apart = These three lie { $degrees }° apart
check-apart-about = More than { $most }° is more than three readings of the same thing should differ. Take them again, or leave this value out of the result.
check-take-again = Take all three again
check-leave-out = Leave it out
check-on = { $date }. { $how }.
check-turn-inward = Inward
check-turn-outward = Outward
check-mean = { $turn }: { $degrees }° (mean of { $readings })
check-not-used = { $turn }: not used, the readings lie { $degrees }° apart
check-too-few = { $turn }: too few readings to use
check-usual = Lying on the front, most adults turn about 25 to 45° inward and 30 to 50° outward (Kouyoumdjian 2012, Simoneau 1998). That is what is usual, not a mark to reach.
check-seen-row = { $what }: { $seen }
check-seen-unsure = unsure
check-seen-mixed = each time something else
check-says = What that says
check-both = Both sides
check-since = Since { $date }, read in the same way
check-first = This is the first check read in this way. The next one is compared with it.
check-change = { $turn }, { $side }: { $from }° to { $to }°. { $said }
check-cannot-tell = What it cannot tell
check-show = Worth an ordinary appointment
check-show-about = Show this result to a physiotherapist or a doctor when it suits you. It is no emergency, and the programme goes on.
check-see = When to see a professional
check-readings = All readings
check-reading-row = { $what }, { $side }: { $value }
check-reading-aside = { $row } (set aside)
check-count-it = Count it
check-set-aside = Set aside
check-pain-told = Pain during it: { $pain } out of 10
check-what-feet = Foot
check-what-kneecap = Kneecap
check-what-weight = Weight
check-what-arch = Arch
check-what-toes = Toes
check-what-knee = Kneecap drifts in
check-what-swing = Leg swings in
check-what-pelvis = Pelvis drops or trunk sways
check-arc = Your own arc
check-arc-about = How far each hip turned, seen from the feet. The edges are as soft as your own three readings were apart.
check-arc-side = { $side }: { $inward }° inward, { $outward }° outward.
check-arc-first = The first time it was { $inward }° inward and { $outward }° outward, on { $date }.
check-arc-key-now = { $date }
check-arc-key-first = first, { $date }
check-arc-none = After a check on your front your own arc is drawn here: how far each hip turns inward and outward.
check-course = Range over time
check-course-band = Grey: 10° around the check before. Inside it nothing has clearly changed.
check-course-said = Only checks read in the same way: { $how }.
## Exercises of one's own

own-list = Exercises of your own
own-list-new = New exercise
own-list-levels =
    { $count ->
        [one] { $count } level
       *[other] { $count } levels
    }
own-list-edit = Change: { $name }
own-list-copy = Change a copy: { $name }
own-list-delete = Delete: { $name }
own-replaces = in place of the one that came with the program
own-things = Things around
own-thing-add = Add a thing…
own-thing-ahead = { $thing }: ahead
own-thing-right = { $thing }: to the right
own-thing-turn = { $thing }: turned
own-centimetres = { $centimetres } cm
own-degrees = { $degrees }°
own-touch-on = { $part } on: { $thing }
own-thing-chair = Chair
own-thing-high-chair = High chair
own-thing-wall = Wall
own-thing-mat = Mat
own-thing-block = Block or step
own-thing-bench = Bench
own-thing-table = Table
own-thing-bed = Bed
own-thing-cushion = Firm cushion
own-thing-pillow = Soft cushion
own-thing-band-knees = Band above the knees
own-thing-band-ankles = Band round the ankles
own-thing-band-forefeet = Band round the forefeet
own-thing-weight = Weight in both hands
own-thing-line = Line on the floor
own-thing-strap-left = Strap from the left hand to the left ankle
own-thing-strap-right = Strap from the right hand to the right ankle
own-delete-title = Delete “{ $name }”?
own-delete-about =
    { $count ->
        [one] This routine uses it and cannot be done without it: { $routines }.
       *[other] These routines use it and cannot be done without it: { $routines }.
    }
own-level-drop-title = Remove level { $number }?
own-level-drop-about =
    { $count ->
        [one] This routine of yours uses it and could not be used without it: { $routines }.
       *[other] These routines of yours use it and could not be used without it: { $routines }.
    }
own-level-drop-yes = Remove it all the same
own-delete-yes = Delete it all the same
own-delete-no = Keep it
own-add-new = New exercise…
own-mine = Make it mine
own-mine-about = Yours then takes the place of this one everywhere. Delete it, and this one comes back.
own-edit = Change it
own-copy = Change a copy
own-copy-name = { $name } (copy)
own-new-name = My exercise
own-new-why = An exercise of my own.
own-new-level = As written
own-new-setup = Stand tall.
own-new-how = Lift slowly, and lower as slowly.
own-new-stop-pain = Pain reaches 6 out of 10 or more.
own-new-stop-sharp = Anything feels sharp or catches, or the joint gives way.
own-new-side-line = {"{"}Side{"}"} leg works.
own-kept-draft = Kept as a draft: something in it cannot be used yet
own-use = Put into a routine
own-use-here = Add to the routine
own-use-new = A new routine
own-use-in = { $name }
own-pane-exercise = Exercise
own-pane-level = Level
own-pane-movement = Movement
own-pane-text = Advanced
own-name = Name
own-short = Short name
own-block = Part of the programme
own-why = Why one does it
own-muscles = Muscles
own-muscles-pick =
    { $count ->
        [one] Muscles: { $count }
       *[other] Muscles: { $count }
    }
own-level = Level
own-level-copy = Add a level like this one
own-level-drop = Take this level out
own-level-name = What sets this level apart
own-sides = Sides
own-sides-both = both at once
own-sides-each = one, then the other
own-sides-each-way = out and back
own-side-line = What to do for one side
own-side-line-about = {"{"}Side{"}"} and {"{"}side{"}"} stand for the hip that works, {"{"}Other{"}"} and {"{"}other{"}"} for the one that does not.
own-position = Position: { $what }
own-equipment-pick =
    { $count ->
        [one] Things: { $count }
       *[other] Things: { $count }
    }
own-screen = Screen
own-dose = How much
own-sets-least = Sets, at least
own-sets-most = Sets, at most
own-least = At least: { $unit }
own-most = At most: { $unit }
own-unit = Counted in
own-unit-hold = seconds held
own-unit-reps = repetitions
own-unit-steps = steps
own-unit-reaches = reaches
own-unit-drill = seconds done
own-begins = A repetition begins with
own-setup = How to get into position
own-how = The movement, in a sentence or two
own-cues = Cues, the most important first
own-cues-about = Three to five are enough; they are said while it runs.
own-cue-short = Cue { $number }, as a reminder
own-mistakes = What often goes wrong
own-mistake = Mistake { $number }
own-stop-if = When to stop
own-stop = Sign { $number }
own-stop-pain = Sign { $number }: pain from
own-stop-pain-none = any
own-take-out = Take out: { $what }
own-no-form = The text of the file has to be readable first. Look under Advanced for what is in the way.
own-preview = How it looks
own-preview-none = It has no movement yet.
own-text-about = This is the exercise’s file. What you change here shows at once, and comments stay.
own-movement-pick = Choose a movement…
own-movement-fresh = Pose one of its own
own-movement-pose = Change its poses
own-movement-none-about = Choose a movement that there is, or pose the figure for the start and the end.
own-movement-search = Look for a movement
own-movement-of = { $exercise }, level { $level }
own-pose-search = Look for a pose
own-pose-choose = Another pose…
own-found-none = Nothing fits.
own-way = How it goes
own-way-reps = { $to } to the end, { $back } to the start
own-way-hold = into the end, and hold
own-stops = Poses
own-stop-start = Start
own-stop-end = End
own-stop-number = Pose { $number }
own-mirror = Swap left and right
own-like-start = Begin again from the start
own-like-end = Begin again from the end
own-from-here = Show it from here
own-turn-left = Turn the view left
own-turn-right = Turn the view right
own-touches =
    { $count ->
        [one] Touches with { $count } part
       *[other] Touches with { $count } parts
    }
own-angles = Angles
own-handle-keys = Drag a part, or go to it with Tab: the arrows move it by 1 cm, with Shift by 5 cm, [ and ] away from you and towards you.
own-handle-held = { $handle }, touching
own-at-end = { $joint } is at its end: { $degrees }° of { $least } to { $most }°
own-joint-range = { $joint }, { $least } to { $most }°
own-sinks = { $part } is { $by } cm below the floor
own-posed = The figure, { $side }
own-handle-head = Head
own-handle-pelvis = Pelvis
own-handle-hand =
    { $side ->
        [left] Left hand
       *[other] Right hand
    }
own-handle-elbow =
    { $side ->
        [left] Left elbow
       *[other] Right elbow
    }
own-handle-knee =
    { $side ->
        [left] Left knee
       *[other] Right knee
    }
own-handle-foot =
    { $side ->
        [left] Left foot
       *[other] Right foot
    }
own-joint-pelvis-pitch = Body: leaning forward
own-joint-pelvis-roll = Body: leaning to its right
own-joint-pelvis-axial = Pelvis: turned to its left
own-joint-pelvis-yaw = Body: facing left
own-joint-spine-flex = Back: bent forward
own-joint-spine-side = Back: bent to the right
own-joint-spine-twist = Back: turned to the left
own-joint-neck-flex = Neck: bent forward
own-joint-neck-side = Neck: bent to the right
own-joint-neck-turn = Neck: turned to the left
own-joint-hip-flex =
    { $side ->
        [left] Left hip: bent
       *[other] Right hip: bent
    }
own-joint-hip-abduct =
    { $side ->
        [left] Left hip: out to the side
       *[other] Right hip: out to the side
    }
own-joint-hip-turn =
    { $side ->
        [left] Left hip: turned in
       *[other] Right hip: turned in
    }
own-joint-knee =
    { $side ->
        [left] Left knee: bent
       *[other] Right knee: bent
    }
own-joint-ankle =
    { $side ->
        [left] Left ankle: toes up
       *[other] Right ankle: toes up
    }
own-joint-inversion =
    { $side ->
        [left] Left foot: sole turned in
       *[other] Right foot: sole turned in
    }
own-joint-toes =
    { $side ->
        [left] Left toes: bent up
       *[other] Right toes: bent up
    }
own-joint-shoulder-flex =
    { $side ->
        [left] Left shoulder: arm forward
       *[other] Right shoulder: arm forward
    }
own-joint-shoulder-abduct =
    { $side ->
        [left] Left shoulder: arm out to the side
       *[other] Right shoulder: arm out to the side
    }
own-joint-shoulder-turn =
    { $side ->
        [left] Left shoulder: turned in
       *[other] Right shoulder: turned in
    }
own-joint-elbow =
    { $side ->
        [left] Left elbow: bent
       *[other] Right elbow: bent
    }
own-joint-forearm =
    { $side ->
        [left] Left forearm: palm turned back
       *[other] Right forearm: palm turned back
    }
own-joint-wrist =
    { $side ->
        [left] Left wrist: bent to the palm
       *[other] Right wrist: bent to the palm
    }
own-part-pelvis = Pelvis
own-part-trunk = Upper body
own-part-head = Head
own-part-hip =
    { $side ->
        [left] Left side of the hip
       *[other] Right side of the hip
    }
own-part-shoulder =
    { $side ->
        [left] Left side of the shoulder
       *[other] Right side of the shoulder
    }
own-part-thigh =
    { $side ->
        [left] Left thigh
       *[other] Right thigh
    }
own-part-knee =
    { $side ->
        [left] Left knee
       *[other] Right knee
    }
own-part-shin =
    { $side ->
        [left] Left shin
       *[other] Right shin
    }
own-part-ankle =
    { $side ->
        [left] Left ankle
       *[other] Right ankle
    }
own-part-instep =
    { $side ->
        [left] Left top of the foot
       *[other] Right top of the foot
    }
own-part-heel =
    { $side ->
        [left] Left heel
       *[other] Right heel
    }
own-part-ball =
    { $side ->
        [left] Left ball of the foot
       *[other] Right ball of the foot
    }
own-part-foot =
    { $side ->
        [left] Left foot
       *[other] Right foot
    }
own-part-upper-arm =
    { $side ->
        [left] Left upper arm
       *[other] Right upper arm
    }
own-part-elbow =
    { $side ->
        [left] Left elbow
       *[other] Right elbow
    }
own-part-forearm =
    { $side ->
        [left] Left forearm
       *[other] Right forearm
    }
own-part-hand =
    { $side ->
        [left] Left hand
       *[other] Right hand
    }
own-part-palm =
    { $side ->
        [left] Left palm
       *[other] Right palm
    }
own-part-fingers =
    { $side ->
        [left] Left fingertips
       *[other] Right fingertips
    }
## Movement breaks: the reminder

reminder-title = Time to get up
reminder-offer = { $name }, { $minutes } min
reminder-offer-none = Stand up and take a few steps
reminder-start = Start
reminder-snooze = In { $minutes } minutes
reminder-skip = Skip
reminder-stood = I stood up
reminder-stood-name = Stood up
reminder-not-today = Not today
habit-vary = No position is a bad one; sit another way for the next while.
habit-crossed = Legs crossed? Swap them, or let both feet rest flat for a while.
habit-knees = Sitting: let the knees stand over the feet, about as wide as the hips.
habit-seat = The seat is right when the hips are level with the knees or a little higher.
habit-feet = Both feet flat on the floor or on a footrest.
habit-pockets = Nothing in the back pocket: both sit-bones carry the same.
habit-both-legs = Standing: weight on both legs, or change legs often.
habit-kneecaps = Standing: kneecaps roughly straight ahead, knees not locked.

## Movement breaks: the settings

settings-breaks = Breaks
settings-breaks-about = A reminder to get up for a minute or two, with a break that suits you and one thought for the desk. Skipping one costs nothing, and breaks never count for your weeks.
settings-breaks-on = Remind me to get up
settings-breaks-every = After sitting for
settings-breaks-minutes = { $minutes } min
settings-breaks-from = Work begins
settings-breaks-to = Work ends
settings-breaks-days = Days
settings-breaks-day = { $day ->
    [1] Mon
    [2] Tue
    [3] Wed
    [4] Thu
    [5] Fri
    [6] Sat
   *[7] Sun
}
settings-breaks-snooze = Later means after
settings-breaks-login = Start with the login
settings-breaks-login-on = Starts with the login, by { $path }.
settings-breaks-login-off = Does not start with the login. Switching it on writes { $path }, and switching it off removes that file.
settings-breaks-login-none = On this system Evenhold cannot start itself with the login. Add “evenhold wait” to the programs that your system starts.
settings-breaks-now = Remind me now
settings-breaks-wait = Start waiting
settings-breaks-next-today = Next reminder at { $time }.
settings-breaks-next = Next reminder on { $date } at { $time }.
settings-breaks-next-none = No reminder is to come: no day is chosen.
settings-breaks-nobody = Nothing waits with the next reminder at the moment.
settings-breaks-off = Reminders are off.

today-breaks-done = { $count ->
    [one] One break today, at { $time }
   *[other] { $count } breaks today, the last at { $time }
}
today-breaks-stood = I stood up
today-breaks-quiet = No more reminders today

## Movement breaks: the command and the login

wait-held = Another Evenhold waits with the reminders already (process { $process }).
wait-held-unknown = Another Evenhold waits with the reminders already.
wait-off = Reminders are off. Switch them on in Settings, Breaks.
wait-window = The reminder could not be shown: { $why }
wait-no-start = Evenhold could not be started: { $why }
wait-nothing = There is nothing to remind you of while the programme is on hold.
login-name = Evenhold reminders
login-about = Waits without a window and reminds you to get up
failed-reminders = Something about the reminders did not work: { $why }

doctor-reminders = Reminders
doctor-reminders-off = off
doctor-reminders-waits = process { $process } waits; next { $next }
doctor-reminders-nobody = on, but nothing waits; begin with: evenhold wait
doctor-reminders-shown = Shown as
doctor-reminders-login = Reminders at login
doctor-reminders-front = In front now
doctor-reminders-buttons = a notification with buttons
doctor-reminders-window = a small window ({ $why })
front-nothing = nothing that a reminder would disturb
front-full = a window that fills the screen: reminders wait
front-awake = a film or a call: reminders wait
front-unknown = this desktop does not tell
## Files on their way in and out, in the window

arrive-open = Open…
arrive-title = Take in a file
arrive-about = A routine or a check that somebody has sent, or an archive of everything. You see what is in it before anything is taken over.
arrive-drop = Drop it here to see what is in it
arrive-choose = Choose a file…
arrive-path = Or type where it is
arrive-path-hint = ~/Downloads/evening.evenhold
arrive-look = Look at it
arrive-none = No file was chosen. If no dialog opened, type where the file is.
arrive-reading = Reading “{ $file }”…
arrive-taking = Taking “{ $file }” in…
arrive-not = “{ $file }” was not taken in
arrive-nothing-changed = Nothing was changed.
arrive-close = Close
arrive-take = Take it in
arrive-replace = Replace mine
arrive-both = Keep both
arrive-problems = { $count ->
    [one] One thing is wrong with it
   *[other] { $count } things are wrong with it
}
arrive-not-sound = It can be taken in once this is put right. Lines and columns are those of the file.
arrive-legend = − what is here, + what was sent
arrive-exercises = { $count ->
    [one] A new exercise comes with it
   *[other] { $count } new exercises come with it
}
arrive-taken = “{ $file }” is taken in
arrive-back = Take it back
arrive-do = Do it today
arrive-edit = Change it
arrive-next = { $count ->
    [one] Next file (one more)
   *[other] Next file ({ $count } more)
}
arrive-archive = An archive of everything
arrive-measure = Measure an angle on it…
arrive-picture = “{ $file }” is a picture, and no routine. An angle can be measured on it.
share-in-cloud = { $path } is still in the cloud. Have it downloaded first
share-a-link = { $path } is a link to another file. Open that file itself
share-not-watched = Changes that other programs make to your files are not seen until the next start: { $why }.

pass-routine = Pass on “{ $name }”
pass-routine-alone = One file with the routine. Whoever gets it takes it in with “Open…”, or reads it in any text editor.
pass-routine-with = { $count ->
    [one] One file with the routine and one file of your own that it needs: { $names }.
   *[other] One file with the routine and { $count } files of your own that it needs: { $names }.
}
pass-sheet = Print “{ $name }”
pass-sheet-about = One page with figures and doses. It opens in any browser, and prints on one side of paper where it fits.
pass-everything = Everything as one archive
pass-everything-about = { $records ->
    [one] One record of your journal, { $files } files of your own, your settings, and every set as a table.
   *[other] { $records } records of your journal, { $files } files of your own, your settings, and every set as a table.
}
pass-calendar = This week for your calendar
pass-calendar-about = { $count ->
    [one] One session is planned for the rest of this week:
   *[other] { $count } sessions are planned for the rest of this week:
}
pass-calendar-none = Nothing is planned for the rest of this week.
pass-calendar-line = { $day }, { $time }: { $name }, { $length }
pass-path = Where to
pass-path-about = In the data folder, unless you name another place. Nothing is written over.
pass-choose = Choose a place…
pass-write = Write it
pass-writing = Writing…
pass-done = Written to { $path }
pass-show = Show the folder
pass-open = Open the page
pass-close = Close
pass-exists = There is already a file { $path }. It stays as it is; another name is proposed.
pass-failed = It could not be written: { $why }.
pass-none = No place was chosen. If no dialog opened, type where it goes.
pass-more = Pass on or print, { $name }
pass-more-routine = Pass on…
pass-more-sheet = Print sheet…
data-export = Export everything…
data-import = Import…
data-calendar = Calendar file of the week…
data-share-about = Everything of yours as one archive of open formats, in and out; and the sessions of this week for a calendar.

files-problems = { $count ->
    [one] One mistake in your own files
   *[other] { $count } mistakes in your own files
}
files-problems-about = The last version without a mistake stays in use. Each place is the file, the line and the column.
files-mend = Open it
files-mend-named = Open { $name }
files-folder = Show the folder
files-more = { $count ->
    [one] One more in this file
   *[other] { $count } more in this file
}
copies-title = Two versions of a file
copies-about = These were changed on two computers, and a sync service kept both. Look, and choose; what goes is kept in the folder “deleted”.
copies-of = { $name } is another version of { $of }
copies-gone = { $name } is a version of { $of }, which is not there
copies-same = Both say the same.
copies-legend = − the version in use, + this one
copies-drop = Keep the one in use
copies-use = Use this one
copies-both = Keep both
copies-put-away = Put it away
clash-title = Changed here and elsewhere
clash-about = Something else has changed this routine’s file. What you write here is kept as a draft until you choose.
clash-gone = Something else has taken this routine’s file away. What you write here is kept as a draft until you choose.
clash-exercise-about = Something else has changed this exercise’s files. What you write here is kept as a draft until you choose.
clash-exercise-gone = Something else has taken this exercise’s file away. What you write here is kept as a draft until you choose.
clash-compare = Compare…
clash-legend = − theirs, + mine
clash-mine = Keep mine
clash-theirs = Take theirs
clash-both = Keep both
clash-again = Write it again
clash-let-go = Let it go
clash-later = Decide later
editor-came = Changed by something else; undo takes it back.
editor-too-long = A routine’s file may hold 256 KiB. The longer text was not put in.
# What a person tells of themselves.

# The welcome, and what every page about the person has.
welcome-title = Welcome to Evenhold
welcome-about = Three short steps, so that what is proposed suits you. Each can be skipped, and everything can be changed later in the settings.
welcome-step = Step { $step } of { $of }
person-next = Continue
person-finish = Done
person-save = Save
person-back = Back
person-skip = Skip this step
person-start-easy = Start with the easiest levels
person-dated = Told on { $day }
person-never = Not told yet

# Health.
questions-title = Your health
questions-about = Evenhold is for adults. Answer for yourself as you are now. A yes means that somebody who knows you should first say that exercise is safe.
questions-start-about = These questions come before a session. Until they are answered, only the easiest levels without bands are done.
questions-none = No to all of these
question-child = Are you under sixteen?
questions-open = { $count ->
    [one] One question is open
   *[other] { $count } questions are open
}
questions-yes = Talk to a professional first
questions-yes-about = Show your answers to a doctor or a physiotherapist. Until somebody who knows this says that you may exercise, you can look around here, but no session starts.
questions-cleared = A professional who knows this has said I may exercise
questions-cleared-about = Kept with the date of today, { $day }.
questions-child-about = Evenhold is made for adults: hips change as they grow. No session starts here; a doctor or a physiotherapist can say what suits you.
answer-yes-short = Yes
answer-no-short = No

# Where it hurts.
places-title = Where does it hurt?
places-about = Click on the figure or in the list: pain that you have now, or had in the last weeks. Nothing marked is an answer too.
places-list = It hurts here
place-front = Front of the hip, groin
place-outer-hip = Outer hip
place-buttock = Buttock
place-low-back = Low back
place-outer-thigh = Outer thigh
place-knee = Knee
place-left = { $place }, left
place-right = { $place }, right
figure-front = From the front
figure-back = From behind
mind-title = Also true for me
mind-replacement = A hip replacement
mind-pregnancy = Pregnant
mind-girdle = Pelvic-girdle pain
mind-mobile = Very mobile joints
mind-unsteady = Unsteady on my feet
mind-wrist = Wrists hurt when leaned on
mind-kneeling = Kneeling hurts
follows-title = What follows
follows-nothing = Every exercise stays as it is. If one hurts, “It hurts” stops it at any moment.
follows-left-out = Left out: { $names }.
follows-level = { $name }: “{ $level }” instead.
follows-other = { $other }, “{ $level }”, in place of { $name }.
follows-shorter = Held for { $time } at most: { $names }.
follows-list = { $first } and { $last }

# The week, and the plan for it.
week-title = Your week
week-title-welcome = Your week, and what you have
week-about = How often, when and where. Regular counts for more than much.
week-target = Sessions a week
week-target-about = Three to five are what the programme is made for. A day counts once; in every four weeks two may stay below it.
plan-title = If-then plan
plan-about = A day, a moment and a place make it easier to keep to (Bélanger-Gravel 2013). Leave out what you like.
plan-days = On these days
plan-after = When …
plan-after-hint = I finish lunch
plan-routine = I do …
plan-place = Where
plan-place-hint = in the living room
plan-barrier = If … comes between
plan-barrier-hint = I travel
plan-instead = then …
plan-anything = what is proposed
plan-none = No plan yet
plan-do = I do { $what }
plan-do-at = I do { $what } { $place }
plan-when = When { $after }, { $then }.
plan-plain = { $then }.
plan-if = If { $barrier }: { $what }.
plan-on = On { $days }
today-plan = Your plan for today

# What there is to train with.
things-title = What you have
things-about = What needs something you do not have is not proposed.
things-bands = Loop bands, the easiest first
things-bands-about = Colours differ from maker to maker, so the order is yours.
things-no-bands = No bands: the levels without one are used.
things-others = Within reach
things-weights = Your weights, in kilograms
things-weights-hint = 2, 4, 4.5, 6
things-weights-about = A heavier one is proposed where it is a step of 2 to 10 %. What is written here is read as: { $weights }.
things-weights-none = A heavier one is proposed where it is a step of 2 to 10 %.
pull-light = Light
pull-medium = Medium
pull-heavy = Heavy
pull-extra = Extra heavy
band-number = Band { $number }
band-colour = Colour of band { $number }
band-colour-hint = colour, if you like
band-add = Add a band
band-remove = Remove band { $number }
band-easier = Band { $number } is easier: one up
band-named = { $pull } ({ $colour })
thing-mat-own = Mat or carpet
thing-wall-own = Free wall
thing-chair-own = Chair
thing-bench-own = Bench or sofa
thing-strap-own = Strap or towel
thing-weight-own = Ankle or hand weights
band-safety-title = Before you use a band
band-safety-look = Look at it each time: nicks, thin places or a sticky surface mean that it has done its work.
band-safety-stretch = Never stretch it past three times its length, and never towards your face.
band-safety-rings = Take off rings. Stand on a dry, even floor without sharp edges.
band-safety-latex = Most bands are latex. Where that bothers skin or breathing, take one without.

# Signs.
signs-title = Is something new or worse?
signs-about = Tick what is true now. The list names signs, not illnesses, and cannot know what you have. If yours is not here and you are worried, ask anyway.
signs-now = Get help now
signs-now-about = Call the emergency number or go to an emergency department.
signs-soon = See a doctor or a physiotherapist within days
signs-soon-about = Arrange a visit within about a week. The programme waits until then.
signs-routine = Make an appointment
signs-routine-about = Without a hurry, with a doctor or a physiotherapist. Training can go on.
signs-none = Nothing of this
signs-hold = Put the programme on hold
sign-stiff-morning = stiff for more than half an hour in the morning
sign-outer-hip = pain at the outer hip when you lie on it or stand on one leg
sign-slipped = very mobile joints that have slipped out
sign-growing = complaints that grow instead of shrinking
sign-limiting = complaints that take something from your day: work, sleep, stairs, sport
sign-suspected = you suspect an injury, or something about the bone
sign-unsure = you are not sure about technique or the next step
today-night = I slept badly
today-new-or-worse = Something is new or worse…

# On hold, and before a professional has said yes.
hold-now = Get help now
hold-now-about = Call the emergency number, or have somebody take you to an emergency department. Do not wait for it to pass, and do not train.
hold-soon = Have this looked at within days
hold-soon-about = Arrange a visit with a doctor or a physiotherapist within about a week. The programme waits, and your weeks wait with it: nothing is lost.
hold-told = What you told on { $day }
hold-paused = On hold since { $day }. These days ask for nothing.
hold-safe = I was looked at, or told that it is safe
hold-safe-about = Kept with the date of today. Start comes back.
hold-read = When to see a professional
clearance-title = Talk to a professional first
clearance-about = Show these answers to a doctor or a physiotherapist who knows you. Everything here can be looked at meanwhile; sessions start once you were told that exercise is safe.
clearance-told = Answered with yes on { $day }
clearance-change = Change my answers…
next-appointment = Book an appointment with a physiotherapist or doctor
why-appointment = Told on { $day }: { $signs }.
answer-health = Answer them…
answer-unchanged = No, as before
answer-changed = Yes…
answer-rate = Rate them…
answer-arranged = Done

# What a person can do in a day.
function-title = What can you do?
function-about = Name up to three activities that matter to you, and rate how well each goes now. Asked once a month; it says more than degrees.
function-activity = Activity { $number }
function-hint = such as climbing stairs
function-how = How well { $name } goes
function-not = not at all
function-well = without any trouble
function-last = { $rating } on { $day }
function-suggest = Suggestions
function-stairs = climbing stairs
function-squat = squatting down
function-lunge = lunging
function-sit = sitting for an hour
function-walk = walking for half an hour
function-head = What you can do
function-none = Activities that you rate once a month appear here.
function-report = Activities that the person named, rated once a month from 0 (not at all) to 10 (without any trouble).
function-once = Rated once so far. The next time shows which way it goes.
function-steady = All within a point of the first time.
function-more = { $name }: { $from } at first, { $to } now.

# The page of the week.
sunday-title = Your week
sunday-dates = { $from } to { $to }
sunday-done = Done
sunday-none = No session in this week. Nothing has to be caught up.
sunday-session = { $day }: { $name }, { $time }
sunday-breaks = { $count ->
    [one] and one movement break
   *[other] and { $count } movement breaks
}
sunday-pain = Pain
sunday-pain-none = None was told.
sunday-pain-around = Before sessions { $before } on average, after them { $after }.
sunday-pain-before = Before sessions { $before } on average.
sunday-pain-worst = The most was { $worst }.
sunday-pain-earlier = The week before: { $earlier }.
sunday-function = What you can do
sunday-function-none = Not rated yet.
sunday-function-row = { $name }: { $now } of 10
sunday-function-from = { $name }: { $now } of 10, { $before } before
sunday-change = One thing to change
sunday-change-none = Everything stays as it is.
sunday-next = Next week
sunday-rest = The rest of this week
sunday-day = { $day }: { $name }
sunday-day-off = { $day }: rest
sunday-no-days = No session is planned while the programme waits.
sunday-sure = How sure are you to do { $target } next week?
sunday-sure-low = A plan that is sure to happen is worth more: fewer sessions, or Short, are as good a week.
sunday-fewer = Aim at { $target }
sunday-not = not at all
sunday-very = very sure
sunday-done-button = Done
sunday-open = Look at your week…
sunday-open-about = This week ends today. What was done, and what comes next:

# About you, in the settings.
about-title = About you
about-about = What you have told, and since when. A change holds from today on; what was told before stays in the journal.
about-health = Health questions
about-health-clear = Nothing answered with yes
about-health-yes = { $count ->
    [one] One answered with yes; waiting for a professional's word
   *[other] { $count } answered with yes; waiting for a professional's word
}
about-health-cleared = A professional said on { $day } that exercise is safe
about-places = Where it hurts, and what to mind
about-places-none = Nowhere
about-things = What you have
about-week = Week and plan
about-target = { $count ->
    [one] One session a week
   *[other] { $count } sessions a week
}
about-function = What you can do
about-change = Change: { $what }
about-change-short = Change…
