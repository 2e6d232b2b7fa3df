"""Special needs and learning, as class teachers and the SENCo write them down."""

from heed.demo.tales.script import scenes

LEARNING = scenes("""
== reading; cat=sen; by=T; at=lesson; in=class; yr=1..6; wt=2
1 In {lesson} {N} read {n4-12} of {d14-20} words and [guessed from the first letter|covered the page|asked to stop].
1 {N} reversed {n3-8} letters in {n3-6} lines and [rubbed a hole in the page|broke {his} pencil|asked what comes after “the”].
2 With the {colour} overlay {he} read {n3-8} lines more.
"y The words [jump|hide].
"o I know it when you [say it|read it to me].
> Asked {senco} for [an assessment|a look at the last two tests].
== attention; cat=sen; by=T; at=lesson; in=class; yr=0..6; wt=2
1 {N} left {his} seat {n6-12} times in {d20-35} minutes of {lesson}. With {toy} in {his} hands it was {n2-4} times in the next {d15-20}.
1 {N} could repeat {n1-2} of {n4-5} instructions in {lesson}. With pictures {he} could do {n3-5}.
> Told {senco}; the chart runs until {date+8-15}.
== speech; cat=sen; by=T senco; at=lesson; in=class; yr=-1..3; wt=2
1 {N} said {n2-4} words together {n3-6} times today and pointed for the rest.
1 {N} was not understood by {n2-3} children in {lesson} and {body}.
1 Speech therapy visit: {N} worked for {d15-30} minutes on [k and g|the ends of words|questions with who and where].
2 {He} got {n5-9} of 10 right with a picture and {n2-4} without.
> Cards sent home for [five minutes a day|bath time|the car].
== meltdown; cat=sen; by=T; at=lesson; in=class; yr=0..6; wt=1
1 When [the fire bell rang|the timetable changed|{lesson} ran over] {N} [covered {his} ears and screamed|lay on the floor|ran to the cloakroom] for {n4-12} minutes.
1 {N} could not move from {lesson} to {lesson} and [held on to the table|said “no” {d12-30} times].
2 {ta} [{calm}|dimmed the lights|gave {him} the ear defenders].
> Changes go on {his} board the day before. Told {senco}.
== plan meeting; cat=sen parent_concern; by=senco; at=meeting; in=meeting; yr=0..6; wt=2
1 Meeting with {parent} and {T} about {N}'s [plan|targets|reading support]. {n2-3} of {n4-5} targets are met.
1 {parent} and I went through {N}'s [speech report|assessment|support plan] line by line for {d25-50} minutes.
2 {phe} asked [for less homework|what happens in secondary school|whether {he} is the only one].
2 Agreed: [ten minutes of reading a day with {ta}|a seat at the front|a laptop for long writing] until {date+25-45}.
"o Can I come to the [end|bit about me]?
> Next meeting on {date+30-60}. {parent} has the copy.
== writing; cat=sen; by=T; at=lesson; in=class; yr=2..6; wt=1
1 {N} wrote {n2-9} words in {d20-30} minutes of {lesson} and [told me {n6-9} sentences aloud|filled the margin with drawings].
> {He} may speak {his} work into the tablet from {tomorrow}.
== movement; cat=sen; by=T; at=pe; in=hall; yr=0..4; wt=1
1 In PE {N} fell {n3-6} times and could not [hop on one foot|catch from {n1-2} metres|copy a sequence of {n3-4}].
> {senco} will bring the occupational therapist's checklist.
""")
