"""Courses of health and learning: diabetes, speech, a plan for a child with autism."""

from heed.demo.tales.course import Course, Echo, adults
from heed.demo.tales.script import scenes

_DIABETES = scenes(
    """
== diagnosed; wk=0; cat=medical; by=office; at=phone; in=phone
1 {mother} rang from the hospital: {N} has type 1 diabetes. {He} was thirsty all week and {he} drank {n5-6} bottles on Friday. {He} comes home on {date+2-3}.
> Told {T}, {senco} and {head}.
a senco given: {dn} comes on {date+2-4} to train {n4-5} of us, at the wish of {mother} and {father}. Nobody gives insulin before that.
o Training held on {date-1-2}; {n4-5} certificates are in the office.
== plan; wk=2; cat=medical; by=senco; at=meeting; in=meeting
1 Health plan for {N} with {mother}, {father} and {dn}: sensor on the upper arm, checks at 10.30, before lunch and before PE, insulin at lunch by {ta} with a second adult, dextrose in every room.
& Under 4: three tablets, wait fifteen minutes. Over 14: ring {mother}. Not awake: orange kit and 999.
" I'm going to do the [clicks|numbers] myself. They just [watch|write].
> Signed by all. Copy in the kitchen, the bus bag and {class}.
== low; wk=4; cat=medical; by=ta T office; at=morning; in=class; rep=6/4
1 {N}'s reading was {d2-3}.{d1-9} at {t}. {He} [was pale and sweating|said that the board was moving|put {his} head down]. {n3-4} dextrose tablets; {d5-7}.{d1-9} at {t+15}.
1 The sensor alarmed at {t}: {d3-3}.{d0-8} and falling. {N} [ate before I had reached {him}|did not want to leave {lesson}|cried].
> Written in the book. {mother} told by message at {t+18}.
== high; wk=5; cat=medical; by=ta office; at=lunch; in=medical; rep=4/6
1 Before lunch {N} had {d15-21}.{d1-9}. Ketones [0.{d2-5}|0.1]. {mother} was rung at {t+5} and [changed the dose|came in].
1 {N} had eaten a [birthday cake|doughnut] that a friend had given {him} and told me at {t}: {d16-22}.{d1-9}.
"o Everybody had one. I didn't want to be [the boring one|asked].
> {ta} and I gave the dose together at {t+9}; both signed.
== missing; wk=11; cat=medical concern; by=office; at=door; in=office
1 The box came without [strips|the spare needle]. {father} brought them at {t+35}; it is the {o2-3} time since {date-15-20}.
a senco: A check on Mondays is now on {office}'s list, with a spare set in the fridge.
o Box complete on each of the Mondays up to {date}.
== trip; wk=17; cat=medical; by=T; at=after; in=class
1 {N} was at the outdoor centre with us. {n9-12} readings, all between 5 and 12. {He} [climbed first|carried {his} own kit].
o Told to {dn} on {date}, who uses it as an example.
== enough; wk=23; cat=concern medical; by=ta; at=lunch; in=medical; rep=2/6
1 {N} pulled the sensor off at {t} and said that {he} had had enough. A new one is put on at home. {He} {body}.
"o I want one day [off|where nobody asks my number].
> Told {dsl}; {mother} will speak with {dn}.
o {N} met two others with diabetes through {dn} on {date-1-4}.
""",
    sure=True,
)

_SPEECH = scenes(
    """
== worry; wk=0; cat=sen; by=T; at=lesson; in=class
1 {N} uses {n2-3} words at a time and leaves off the first sound: “up” for cup, “at” for cat. {n2-4} children asked me what {he} had said.
> Told {senco} and {mother}.
a senco given: Form for the speech and language service sent on {date}, signed by {mother} and {father}.
o Accepted; first visit within {n8-12} weeks.
== therapist; wk=6; cat=sen; by=senco; at=meeting; in=quiet; rep=5/6
1 Visit of {salt}, session {n2-6}. {N} worked on [k and t|words with two sounds at the start|who is doing what] for {d20-35} minutes and got {n5-9} of 10.
1 {salt} tested {N}: understands as at {n3-5} years, speaks as at {n2-4}. Aim until {date+25-35}: [five new verbs|sentences with because|the first sound of {his} name].
& For class: [pictures with each instruction|wait ten seconds|say it back rightly, without correcting].
o {T} has the sheet from {date}.
== cross; wk=8; cat=low_behaviour sen; by=T; at=lesson; in=class; rep=3/6
1 {N} [bit {his} sleeve and pushed the tray|threw {toy}|lay down] at {t} when {n2-3} children could not understand {him}.
1 {N} took another child's hand and put it on {toy} {n3-5} times. When nobody moved {he} screamed for about {d20-60} seconds.
> The word cards hang at {his} height now. {ta} {calm}.
== hearing; wk=12; cat=medical sen; by=senco; at=phone; in=phone
1 {mother} rang: fluid behind both ears, grommets on {date+12-18}.
> {N} sits at the front, left side. {salt} told, as {mother} asked.
== sentence; wk=24; cat=sen; by=T; at=morning; in=class; rep=2/4
1 {N} said “[I want the big red one, please|Look, my mummy has got a new car|No, it's my turn after you]” at {t}. {n3-4} children turned round.
""",
    sure=True,
)

_KACPER = scenes(
    """
== change; wk=0; cat=sen; by=T; at=lesson; in=class; rep=7/4
1 {N} [covered {his} ears when the projector hummed|hummed one note through {lesson}|put the pencils in order of length and would not stop] at {t}. With the [now-and-next board|timer] {he} went on after {n4-12} minutes.
1 A [visitor|fire practice|wet break] came without a picture on {N}'s board. {He} [said the timetable aloud {n4-6} times|stood in the doorway for {n6-11} minutes|went to the library by the path {he} knows].
1 In {lesson} {N} [named all the stops of tram line {n3-9}|finished first and turned the page face down|asked the same question {n6-9} times].
" It was [not on the board|the wrong Tuesday].
> {helper} went with {him}. Put on the board for {tomorrow}.
== bite; wk=3; cat=concern sen; by=T; at=morning; in=class; rep=3/7
1 {N} bit the [back of {his} hand|cuff of {his} jumper] {n3-6} times at {t}. There was a mark, {size}; the skin was whole.
> Chew band offered and taken. {helper} told; written on the chart.
== ot; wk=8; cat=sen; by=senco; at=meeting; in=quiet; rep=3/8
1 {ot} watched {N} for {d30-45} minutes: [noise is what costs most|heavy work helps, books and crates|shoes off helps]. Plan changed the same day.
o In the plan from {date}, with a copy home.
== visit; wk=20; cat=sen; by=senco; at=meeting; in=street; rep=2/3
1 {N} went with {helper} to see Riverside Academy for {d30-50} minutes. {He} counted {n8-12} doors, photographed {n4-6} and found the one that will be {his}.
" It is [green. The handle is on the left|door 14. I will use door 14].
o Photographs are in {his} book since {date}.
== mother; wk=5; cat=sen parent_concern; by=senco; at=phone; in=phone; rep=3/9
1 {mother} rang for {n6-12} minutes. At home {N} [eats {n4-5} foods|sleeps from nine to five|has learned the bus map of Leeds] and [asks for {helper} at weekends|will not wear the new trousers].
o Written into the plan on {date}.
""",
    sure=True,
)

HEALTH = (
    Course(
        child="freddie-osgood", ago=210, scenes=_DIABETES, adults=adults(dn="Carys Manning, diabetes nurse"),
        echoes=(Echo("felt ill", 4, first=1), Echo("appointment", 4, first=3), Echo("bumped head", 2)),
    ),
    Course(
        child="daisy-penrose", ago=180, scenes=_SPEECH, adults=adults(salt="Fiona Garrick, speech therapist"),
        echoes=(Echo("speech", 3), Echo("alone at break", 2), Echo("pushed in line", 2)),
    ),
    Course(
        child="kacper-nowicki", ago=215, scenes=_KACPER,
        adults=adults(helper="Tom Ellery, teaching assistant", ot="Ruth Abney, occupational therapist"),
        echoes=(Echo("meltdown", 3), Echo("bumped head", 2), Echo("movement", 1)),
    ),
)  # fmt: skip
