"""Courses at Riverside Academy: out at night, absence, cutting, a journey to be married, an older brother."""

from heed.demo.tales.course import Course, Echo, adults
from heed.demo.tales.script import scenes

_COUNTY_LINES = scenes(
    """
== new things; wk=0; cat=concern; by=T; at=register; in=class; day=0; rep=3/3
1 {N} came in with [new trainers in a box he would not open|two phones, one of them old|a burn on {his} jacket sleeve] and slept in {lesson}.
1 {N} was in school for {n2-3} of the last {n5-6} Mondays. Today {he} had [a hotel key card from another town|{d60-140} pounds in a sock|mud to the knee].
" It's from [a mate|work]. I've got [a job|bits to do].
> Told {dsl}.
== missing; wk=4; cat=child_protection; by=dsl; at=early; in=phone; rep=2/5
1 {mother} reported {N} missing at {n1-3} in the night. The police found {him} at a [railway station|service area] {d60-110} miles from here at six.
> Referral to children's social care at {t+40}, {duty}. Interview after return asked for.
a dsl given: Meeting of agencies on {date+1-2}: {pc}, {sw}, {ew}. The two phones go to the police, as {mother} agreed.
o Return interview held; its notes came on {date}.
== mapping; wk=6; cat=child_protection; by=dsl; at=meeting; in=video; rep=3/4
1 Exploitation meeting: risk [high|high, falling|medium]. {ew} meets {N} on {day}s at [boxing|the music room]. Taxi to and from school, paid until {date+20-30}.
& School: register by lesson, message to {mother} within ten minutes, no exclusion without a call to {sw}.
" They've got [my nan's address|a picture of our door].
o Actions for school were done by {date}.
== nrm; wk=11; cat=child_protection; by=dsl; at=phone; in=phone
1 {sw} rang: {N} is recognised as a possible victim of modern slavery, and the charge is dropped.
o {N} was told by {ew} on {date-1-2}.
== mechanics; wk=16; cat=vulnerable; by=T; at=after; in=class; rep=2/5
1 {N} [took an engine apart with the technician|asked for a college form|ate lunch with {n2-3} others] today.
""",
    sure=True,
)

_CUTTING = scenes(
    """
== sees; wk=0; cat=concern; by=T; at=register; in=class
1 A friend of {N}'s told me that {he} hurts {himself} with a blade from a sharpener. I spoke to {N} alone. {He} showed me {his} left thigh through a tear: {n5-9} lines, {n1-2} of them fresh.
"! It's the only thing that's [mine|quiet].
>! Stayed with {him}. {dsl} came within {n3-5} minutes.
a dsl given: {mother} and {father} came at {t}. With their agreement the crisis team was rung; {N} was seen the same day.
o Safety plan of {date} signed by four.
== check; wk=1; cat=vulnerable; by=ta; at=morning; in=quiet; rep=6/2
1 Check with {N} at {t}: [{n3-7} of ten|no marks, {he} says|one night with ice and music|{he} slept {n5-8} hours|drawing instead].
o Read on {date}; the plan stands.
== camhs; wk=5; cat=child_protection; by=dsl; at=meeting; in=meeting; rep=2/8
1 Meeting with {mother}, {camhs} and {N}: [sessions on Thursdays|timetable cut to {n6-8} subjects|sleep before homework].
o Minutes came on {date}.
""",
    sure=True,
)

_JOURNEY = scenes(
    """
== says; wk=0; cat=concern; by=T; at=after; in=class
1 {N} stayed behind. {He} told me that {he} heard {his} uncle say on the telephone that “everything is ready for August”. {He} has met the man {n1-2} times, on a screen. {He} will be 16 in {n2-4} months.
"! If they know I told you I won't be [in school tomorrow|here].
>! Told nobody but {dsl}, in person, at {t+6}. {N} has a word to say on the telephone.
a dsl at-risk: Rang {pc} at {t}, then children's social care. Family not to be spoken to by school on any account. {head} knows that there is something, and no more.
o A court order was made on {date-1-2}. The passport is with the police.
== order; wk=1; cat=child_protection; by=dsl; at=meeting; in=video
1 Meeting by video with {pc}, {sw} and a specialist: forced marriage protection order in place. {N} chose to stay at home with {mother}, who knew nothing and stands by {him}.
& School: {N} signs in with me each morning; an absence without a word by 9.15 is a call to {pc}.
o Kept each morning up to {date}.
== check; wk=3; cat=child_protection; by=dsl; at=register; in=lead; rep=5/4
1 {N} signed in at {t} and [said that it was quiet at home|asked for a form for sixth college|brought {mother}, who wanted to see where {he} sits|said the word, by mistake, and laughed].
o Noted for {sw} on {date}.
""",
    sure=True,
)

_ABSENT = scenes(
    """
== pattern; wk=0; cat=attendance; by=T; at=after; in=class; rep=5/5
1 {N}'s attendance over {n5-6} weeks: {d68-88}.{d1-9} per cent. [Fridays are the least|PE days are the least|Mondays are the least].
1 {father} told me that {N} [gets up, dresses and goes back to bed|leaves and comes home after he has gone].
"o I get to the [gate|corner] and it's like [a wall|the sound goes].
> Told {deputy}.
== plan; wk=4; cat=attendance vulnerable; by=deputy; at=meeting; in=meeting; rep=3/8
1 Plan with {mother} and {N}: [periods 3 to 5 first|in by the library|one lesson a day with {ta}], looked at each {day}.
o Plan of {date} kept on {n5-9} of 10 days.
""",
    sure=True,
)

_BROTHER = scenes(
    """
== sister; wk=0; cat=vulnerable; by=T; at=register; in=class; rep=4/7
1 {N} [took a call from {his} sister's school in registration|had a child's wet coat in {his} bag|asked to leave at 14.50 to fetch two younger ones|wrote a rota of nights on {his} planner].
"o I do the [tea and the tablets|mornings]. Nan does [weekends|the rest].
> Told {dsl}; Oakfield Primary School's DSL was rung.
== tired; wk=3; cat=concern; by=ta; at=lesson; in=class; day=0; rep=4/8
1 Monday: {N} [slept through {lesson}|had odd shoes|had {n2-3} pounds for the week] and {body}.
== core; wk=6; cat=child_protection; by=dsl; at=meeting; in=video; rep=4/7
1 Core group by video from Oakfield, {sw} in the chair. For {N}: [young carer's assessment|a bed of {his} own by {date+8-14}|a mentor until summer].
o School's part done by {date}.
""",
    sure=True,
)

RIVERSIDE = (
    Course(
        child="connor-whitley", ago=150, scenes=_COUNTY_LINES,
        adults=adults(
            pc="DC Imran Sood, police", sw="Deborah Lunt, social worker", ew="Kwame Asante, exploitation worker"
        ),
        echoes=(Echo("absent", 4, (0,)), Echo("defiance", 3), Echo("phone", 2)),
    ),
    Course(
        child="jess-amblin", ago=120, scenes=_CUTTING, adults=adults(camhs="Robyn Tate, mental health practitioner"),
        echoes=(Echo("quiet", 4), Echo("panic", 2)),
    ),
    Course(
        child="sana-sarwar", ago=130, scenes=_JOURNEY,
        adults=adults(pc="DS Gillian Rook, police", sw="Deborah Lunt, social worker"), echoes=(Echo("quiet", 2),),
        away=frozenset({"father"}),
    ),
    Course(child="mia-lockett", ago=190, scenes=_ABSENT, echoes=(Echo("absent", 6, (0, 4)), Echo("late", 3, (0,)))),
    Course(
        child="jordan-sadler", ago=200, scenes=_BROTHER, adults=adults(sw="Hester Moyle, social worker"),
        echoes=(Echo("late", 4, (0,)), Echo("defiance", 2)), away=frozenset({"stepfather"}),
    ),
)  # fmt: skip
