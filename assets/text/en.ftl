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
