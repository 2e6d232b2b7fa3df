"""Courses of looked-after and previously looked-after children."""

from heed.demo.tales.course import Course, Echo, adults
from heed.demo.tales.script import scenes

FRIDAYS, MONDAYS = (4,), (0,)

_PLACED = scenes(
    """
== placed; wk=0; cat=child_protection vulnerable; by=dsl; at=after; in=phone
1 {sw} rang. {N} moves today from {his} mother's flat to {c1} and {c2} under an interim care order. They live {n4-9} miles from here; a taxi will bring {him}. {N} may speak with {his} mother by telephone on Wednesdays.
& Only {c1}, {c2} and the taxi firm may collect, with the password. First PEP meeting within 20 school days.
> {office}, {T} and the kitchen told what each needs. Flag set on the file.
a dsl: Met {N} at the gate on {date} with {ta}. {He} had a new coat and an old bag, and {body}.
o In place from {date}.
== first week; wk=1; cat=vulnerable; by=T; at=register; in=class; rep=2/1
1 {N} asked {n3-5} times who would fetch {him} and [wrote the taxi's number on {his} hand|put {his} bag on {his} knees from {t}].
1 {N} hid [bread|two apples|crackers] in {his} tray. I said nothing and put [a box with {his} name|a bowl of fruit] where {he} can reach it.
"o Their dog [likes me|sleeps on the stairs]. I don't know where the [bathroom light|cups] is.
> Told {dsl}; {c1} rung at {t+90}.
== pep; wk=3; cat=child_protection sen; by=dsl; at=meeting; in=meeting; rep=5/12
1 PEP meeting with {sw}, {c1}, {vs} and {T}. {N} came for {n10-12} minutes and [showed a graph {he} had made of {his} spellings|chose a swimming course]. Reading age: {n7-9} years {n2-9} months.
1 Personal education plan reviewed with {vs} by video. Pupil premium goes on [a tutor on Tuesdays|a drum kit and lessons|{n6-10} sessions of play therapy]. {c2} signs the reading book [each night|on five days of seven].
1 PEP meeting, {vs} in the chair. Targets: [{d20-40} minutes of mathematics a week with {ta}|one club, {his} own choice|two friends to tea by {date+20-30}].
& Attendance {d96-99}.{d1-9} per cent. {N}'s own line in the plan: “[I want to be told first|Less meetings, more swimming|I like it that nobody looks when the taxi comes]”.
o Plan sent to {vs} on {date} and signed off.
== contact; wk=4; cat=concern; by=T ta; at=register; in=class; day=1; rep=8/4
1 The day after contact with {his} mother {N} [tipped {his} chair over at {t}|sat under {his} coat until {t+20}|walked out of {lesson}|would not eat {dish}].
1 Contact was on Monday. Today {N} [called me by {his} mother's name and then {body}|wore a bracelet from her and would not take it off for PE|told the class that {he} is going home at Easter].
1 {N} showed everybody what {he} had from Monday's contact: [a doll in its box|a strip of photographs|{n4-6} packets of crisps|a purse]. By {t+40-90} {he} had [broken it|given it away|put it in the bin|hidden it behind the books].
"o She said [next time|when she's got the flat]. She said it [before as well|with her fingers crossed].
"o She [didn't come. The bus, they said|was late so it was short].
> Told {dsl}. {ta} {calm}.
a dsl: Rang {sw} at {t} with the times of {date}. She will read the contact worker's notes of Monday beside it.
a dsl: {c1} said at {t} that the evening after contact was [loud|spent behind the sofa|quiet, with two baths]. Told {T}.
o Put into the table for the review: contact on a Monday, what was seen on the Tuesday.
== review; wk=10; cat=child_protection; by=dsl; at=meeting; in=meeting; rep=3/20
1 Looked-after review, {iro} in the chair. {N} said what {he} wanted in a letter that {c1} read. Contact [stays once a month, on Mondays|moves to Saturdays, so that {N} has a day between]. The court hears the case on {date+20-40}.
1 Review with {iro}, {sw} and {c2}: health check done, dentist done, life story work to begin. School's part: [a memory box|photographs of each class|the same seat].
& {N} asked [whether {his} guinea pig can be sent for|if somebody could tell {his} mother that {he} is fine].
o Minutes received on {date}. {T} knows what concerns {class}.
== move; wk=26; cat=child_protection; by=dsl; at=after; in=phone
1 {sw} rang: {c2} is ill and the placement ends on {date+3-5}. {N} moves to {c3} in another town, {n10-12} miles away. {N} is told this evening by {sw} and {c1} together.
& I asked that the school stays the same. {sw} has agreed for this school year; the taxi is booked from {date+4-6}.
> Told {T}, {ta} and {head}. Memory box filled by {class}.
a dsl: {N} came to my room at {t}. {He} asked whether {c1} had sent {him} away. I said what {c1} had asked me to say: that she is not cross and will write.
o Moved on {date-1-2}. {c3} came to see the school on {date}.
== after move; wk=27; cat=concern; by=T ta; at=lesson; in=class; rep=4/2
1 {N} [took {n3-5} pencil cases and put them in {his} bag|slept through {lesson}|said “whatever” to each question from {t} to {t+30}|tore {his} name off the tray].
1 {N} [asked me for my address|rang {c1} from the office with my help|wrote the new postcode {n8-12} times] at {t}.
"o It's [a box room|nice. It's got a lock on the fridge]. They [don't do tea together|say grace].
"o You're the [third|only one who's stayed]. Don't [leave at Christmas|go on a course].
> Told {dsl}; {c3} rung.
== visit of sw; wk=29; cat=child_protection; by=dsl; at=meeting; in=quiet; rep=4/6
1 {sw} saw {N} in school for {d30-50} minutes. {N} [showed her {his} book about rivers|played {game} and spoke little|asked about {his} baby brother]. The next visit is on {date+25-32}.
1 Visit of {sw}: {N} wanted {ta} in the room. They [filled in the next page of the life story|looked at the photographs of {c1}'s dog].
o Written up by {sw}; her note came on {date}.
== order; wk=36; cat=child_protection; by=dsl; at=after; in=phone
1 {sw} told me that the court made a full care order today. The plan is for {N} to stay with {c3}. {his} mother has contact {n4-6} times a year. {N} will be told at {c3}'s tomorrow, before school.
> {T} and {ta} know that {he} may come late.
a dsl: {N} came at {t} and said, “It's decided.” {He} asked to do {his} mathematics and did {n10-12} sums.
o The order is in the file from {date}.
== better days; wk=38; cat=vulnerable; by=T; at=afternoon; in=class; rep=3/4
1 {N} [was chosen as house captain by {n10-12} votes|asked to bring {c3}'s cake to class|put up {his} hand {n3-6} times in {lesson}|laughed until {he} slid off the chair].
" [Can you tell Yasmin?|Tell my social worker I did that.|I'm not packing any more.]
""",
    sure=True,
)

_ADOPTED = scenes(
    """
== told; wk=0; cat=vulnerable parent_concern; by=T; at=meeting; in=meeting
1 {mother} and {father} told me that {N} was adopted at the age of two and knows it. There is a letter once a year from {his} birth mother, in [March|October]. Changes of adult are hard for {him}.
> With their agreement {dsl} and {ta} know. Added to {his} file as previously looked after.
== supply; wk=4; cat=concern; by=ta; at=lesson; in=class; rep=3/8
1 With a supply teacher in {class} {N} [hid behind the screen|counted the exits aloud|called out {n8-12} times] until I came at {t+8}.
1 {T} was on a course. {N} asked me [every {n10-12} minutes when she would be back|whether she had left for ever].
"o They [don't say when they go|just get a new one].
> From now on {N} is told the day before, with a photograph.
== letter; wk=10; cat=vulnerable; by=T; at=door; in=door
1 {mother} told me that the yearly letter came on {date-1-2}. {N} has it under {his} pillow and has not asked to hear it.
a senco told=T given: {post} will come for {n4-6} weeks, as {mother} and {father} had agreed in writing.
== work; wk=13; cat=sen vulnerable; by=senco; at=meeting; in=quiet; rep=3/3
1 {post} worked with {N} for {d35-45} minutes on [safe and unsafe touch of the heart, with a stethoscope|a map of everybody who stays|what the body does before a shout].
o {post}'s letter of {date-1-2} is in the plan.
== pep like; wk=20; cat=sen; by=senco; at=meeting; in=meeting
1 Meeting with {mother}, {father} and the virtual school about previously looked-after children. The premium pays for [a nurture place on three afternoons|{post} until summer].
& {father} asked that projects on babies and family trees are talked over first. Agreed.
o {T} has the list of lessons from {date}.
== tree; wk=25; cat=vulnerable; by=T; at=lesson; in=class
1 The class made trees of people who matter. {N} put {n7-9} names on {his}, with two mothers, and [explained it to the next table|asked for more leaves].
""",
    sure=True,
)

_JAYDEN = scenes(
    """
== wednesday; wk=2; cat=vulnerable; by=ta; at=afternoon; in=quiet; day=4; rep=7/4
1 Friday afternoon in the quiet room with {N} from {t}: [dough|sand|bubbles|the bus game|a long story]. {He} [fell asleep at {t+20}|talked about tomorrow|said nothing and hummed].
1 {N} [packed and unpacked {his} bag {n4-6} times|chose the blue cushion|asked for the story of the bear who waits] on this Friday before contact.
"y Tomorrow is [Mum|the room with the fish]. I'll wear my [big shoes|red top].
"y Will she [know my hair|bring the car]?
> Wrote it on the six-week sheet.
o Counted with {T} on {date}.
== pep; wk=5; cat=child_protection; by=dsl; at=meeting; in=meeting; rep=2/14
1 PEP meeting for {N} with {jsw}, {jc} and {T}: [talking in sentences of {n6-8} words|sits through a story|knows {n18-24} sounds].
o Sent to the virtual school on {date}.
== carer; wk=8; cat=parent_concern; by=T; at=home; in=door; rep=3/7
1 {jc} told me that {N} [slept without the landing light|asked for seconds|called the house “ours”] this week.
1 {jc} said that after Saturday's contact {N} [woke {n3-4} times|was sick in the car|would not be washed].
== photo; wk=14; cat=vulnerable; by=ta; at=morning; in=class
1 {N} has the photograph of {his} brother in {his} tray and looks at it before {lesson}.
""",
    sure=True,
)

CARE = (
    Course(
        child="shannon-larkin", ago=290, away=frozenset({"foster carer"}), scenes=_PLACED,
        adults=adults(
            sw="Yasmin Karim, social worker", c1="Dawn Rowley, foster carer", c2="Keith Rowley, foster carer",
            c3="Jean Astley, foster carer", vs="Marta Quill, virtual school", iro="Leonard Bright, reviewing officer",
        ),
        echoes=(
            Echo("change in mood", 4, (1,)), Echo("hurt another", 3, (1, 2)), Echo("refused", 3, (1,)),
            Echo("words to an adult", 2, (1,), 26), Echo("fell out", 3), Echo("bumped head", 2),
        ),
    ),
    Course(
        child="theo-ashdown", ago=190, scenes=_ADOPTED, adults=adults(post="Imogen Frost, play therapist"),
        echoes=(Echo("change in mood", 3), Echo("refused", 2), Echo("attention", 2), Echo("fell out", 2)),
    ),
    Course(
        child="jayden-cole", ago=145, scenes=_JAYDEN,
        adults=adults(jsw="Ayesha Rafiq, social worker", jc="Marion Sugden, foster carer"),
        echoes=(Echo("pushed in line", 3, FRIDAYS), Echo("toileting", 2), Echo("bumped head", 2)),
    ),
)  # fmt: skip
