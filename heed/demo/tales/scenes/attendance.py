"""Small entries about coming to school: late, absent, left, fetched."""

from heed.demo.tales.script import scenes

ATTENDANCE = scenes("""
== late at the desk; cat=attendance; by=office; at=late; in=desk; wt=9
1 {N} [came in|arrived|was signed in] at {t} with {parent}, who said that {reason}.
1 Arrived at {t}. {parent} [signed the book|wrote the time in the book] and gave the reason: {reason}.
1 {t}: {N} and {his} {sibling} came to the desk [together|one after the other]. {He} said that {reason}.
1 {parent} [rang the bell|came to the hatch] with {N} at {t}. I was told that {reason}.
1 {N} came through the [front|side] door at {t} on {his} own and [gave {his} name at the hatch|waited by the hatch].
1 Registers had closed when {N} came at {t}. {parent} said, “[Sorry, sorry, sorry|We tried|It's been one of those mornings|I've got to run|Don't ask]”.
2 {He} [had {his} coat over {his} pyjama top|carried {his} shoes|was eating {snack}|had no bag with {him}|was out of breath].
2 {He} went to {class} at {t+2-5}[, after a drink of water|, with {ta}| by {himself}|].
2 It is the {o2-7} late mark [this half term|since {date-10-24}|in {n2-5} weeks].
2 {parent} asked [to speak with {T} at home time|for a copy of the late letter|whether it counts as an absence].
3 {T} was in the middle of {lesson}.
" “We ran from the [bridge|bus stop|crossing|car park].
"o I was [ready|dressed] at {n7-8}. I waited by the door.
"o Nobody woke me. I [heard the bin lorry|saw it was light] and got up.
"y I had to find my [shoe|other sock|bag|bear] first.
"y Mummy's car [coughed|said no|was sleepy].
" Can I still have [my toast|a sticker|a turn]?
> [Recorded|Put in the register] as late. [Lunch ordered: {dish}.|Lunch choice sent to the kitchen: {dish}.|]
> Walked {him} to {class}.
> Gave {him} {snack}. Told {T}.
== no message; cat=attendance; by=office; at=calls; in=office; wt=5
1 No message about {N} by {t}. I rang {parent}, who [answered at the {o2-4} call|picked up at once|rang back at {t+8-25}] and said that {N} had {ill}.
1 {N} was not in class and nobody had called. I reached {parent} at {t+4-20}: “[A bad night|A bug|Not well], [today at least|two days at most|back when it's gone].”
1 Rang {parent} at {t} ([no answer|voicemail]) and {other} at {t+6-15}, who said that {N} [was asleep|was at home with {ill}|had gone to the dentist].
1 {parent} sent a [text|message through the school's app] at {t}: {N} has {ill} and will be [off today|back on {tomorrow}|seen by the GP].
1 First-day call made at {t}. {parent} told me that {N} has {ill} and that {news}.
2 {phe} [expects {him} back on {tomorrow}|did not know when {he} would be back|asked for work to be sent home].
2 {T} said that {he} had {ill} [on the day before|at home time] as well.
2 This is {his} {o2-6} half-day since {date-18-35}.
> [Coded as illness|Entered as ill] at {t+10-30}.
> Left a message, then tried the number [for {other}|of the neighbour].
> Told {T} at {t+15-40}.
== appointment; cat=attendance medical; by=office T; at=morning; in=office; wt=3
1 {parent} [collected|came for] {N} at {t} for [the dentist|an eye test|a hearing test|the clinic|a blood test|the orthodontist].
1 {N} [was out|left] from {t} for an appointment at the [hospital|surgery|clinic|health centre]; {parent} showed the [letter|text message].
1 {parent} brought {N} back at {t} from [the dentist|the optician|the hospital|the surgery] with [a filling|a new brace|eye drops|a plaster on the arm|a sticker].
2 The next one is on {date+20-50}.
2 {He} had missed {lesson} and [joined in at the end|was given the page to finish].
> Copied the letter for the register.
> Told {T} that {he} [may not eat until {t+40-90}|must not rub the eye|can do PE].
== left early; cat=attendance; by=office T; at=afternoon; in=desk; wt=2
1 {parent} asked to take {N} home at {t}, before the end of the day, because {going}.
1 {N} [went home|was fetched] at {t} with {ache}. {parent} was here within {d8-40} minutes of my call.
1 {parent} came at {t} and said that the family [is driving to a wedding|has a funeral to go to|is moving furniture] this [afternoon|weekend].
2 {He} had {lesson} left for the day.
> Signed out in the book. [Password checked.|Told {T}.]
> Coat and bag brought down by {ta}.
== holiday in term; cat=attendance; by=office head; at=phone; in=office; wt=2
1 {parent} asked in writing for {n3-9} school days of leave from {date+8-30} for a [family visit|wedding|pilgrimage|holiday|christening].
1 {N} was away from {date-6-9} and back today. {parent} wrote that they had been [abroad|with family|at the coast|to a wedding].
1 A [letter|form] came from {parent} about leave: {n3-8} days from {date+10-25}, to [see {his} grandparents|look after a relative|travel for work].
2 {He} has {d90-97} per cent for the year so far.
2 {phe} was told by letter on {date+1-3} that [it cannot be authorised|{n1-3} of the days can be authorised].
> Passed to {head}.
> The form is [in the file|with {ah}].
== fetched late; cat=attendance parent_concern; by=T office ta; at=waiting; in=desk; wt=3
1 {N} was [not collected|still here] at {t}. I rang {parent}, who came at {t+8-25} and said that {held}.
1 Nobody had come for {N} by {t}. {other} answered the telephone and was here at {t+10-30}.
1 {parent} collected {N} at {t}, {d20-45} minutes after the bell, and [apologised|said that {held}|asked about after-school club].
2 {He} [drew|read {book}|helped to stack chairs|sat by the window|ate {snack}] while {he} waited.
2 {He} asked the time {n2-6} times.
"o She'll be on the [ring road|number {d10-60} bus] now.
"y Is it [dark|night] soon?
"y Daddy said [two minutes|after the big bell].
> Gave {parent} the [leaflet of after-school club|card with the office's number].
> Told {dsl} before she left for the day.
== left the site; cat=attendance concern; by=T ta ah; at=lunch; in=yard; yr=4..6; wt=1
1 {N} was seen at {t} [outside the gate|on the pavement by the crossing|at the shop on the corner]. {ah} [went to {him}|walked back with {him}] and they were in at {t+4-9}.
1 At {t} {N} climbed on the [bin store|wall|lower gate] and [dropped down|sat astride it]. {He} came back when I called {his} name {n2-3} times.
2 {He} [was out of sight for about {n2-6} minutes|had gone {d20-90} metres].
" I was only going to [get my ball|see if my mum was there|count the cars].
>! Rang {parent} at {t+12-25}. Told {dsl} in person.
""")
