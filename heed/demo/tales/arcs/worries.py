"""Courses of particular worries: self-harm, a stranger online, an injury told three ways, a journey, a child not seen."""

from heed.demo.tales.course import Course, Echo, adults
from heed.demo.tales.script import scenes

_SELF_HARM = scenes(
    """
== perfect; wk=0; cat=concern; by=T; at=lesson; in=class; rep=2/4
1 {N} tore out {n3-5} pages in {lesson} because of one crossing-out each. {He} stayed in at break to write them out anew.
1 {N} cried over a mark of {d16-19} out of 20 and put the paper [inside {his} shoe|in the bin in pieces].
"o If it's not [right|all of them] it's [nothing|rubbish].
> {mother} spoken to at home time; {N} works until ten at night, she said.
== sleeves; wk=7; cat=concern; by=T; at=pe; in=hall
1 {N} kept {his} long sleeves on for PE in a warm hall. When {he} reached for a ball I saw {n4-6} thin parallel scratches on the inside of {his} left forearm, each {d2-4} cm long, dry, not deep.
2 I said that I had noticed and that {he} is not in trouble.
"! It was a [compass|pencil sharpener]. It makes it [go quiet|stop being loud]. Please don't ring.
>! Went with {him} to {dsl} at once. Did not leave {him} alone. The compasses of {class} are in the cupboard.
a dsl: Saw {N} at {t} with {ta}. {He} said that {he} has done it on {n3-4} evenings, has told nobody and does not want to die. I told {him} that I would ring {mother} and {father}, and {he} chose the words with me.
a dsl given: {mother} and {father} came at {t}. With their agreement I rang {camhs}: a first talk on {date+2-4}. Sharp things at home are put away. The safety plan has {n5-6} lines and all of us signed it.
o Safety plan in place; the service has seen {N} on {date-1-2}.
== plan; wk=8; cat=vulnerable; by=ta; at=morning; in=quiet; rep=6/2
1 Morning check with {N}: [{he} gave the week {n4-7} out of ten|no new marks, as {he} told me by {himself}|one hard evening, ice on the wrist instead|{he} slept from ten to seven].
1 {N} [painted {his} nails with me instead of talking|brought the worry book with {n3-5} pages|walked twice round the field with me before a word].
"o It's [smaller|still there but I can put it down].
"o Mum [doesn't check my arms now. She asks|cries in the car].
> Told {dsl}.
o Read on {date} beside the plan; the next line is to see friends.
== meeting; wk=12; cat=child_protection; by=dsl; at=meeting; in=meeting; rep=2/10
1 Meeting with {mother}, {father}, {camhs} and {T}. {n4-6} sessions kept. [Homework has an end: half past six|Tests are sat in the library with {ta}]. The safety plan [stays|loses two lines that are not needed].
o {camhs} wrote on {date} that {N} moves to one session a month.
== slip; wk=16; cat=concern; by=ta; at=register; in=quiet
1 {N} told me at {t} that {he} had scratched {himself} on Sunday, {n2-3} lines, and told {his} mother within the hour.
" I said it before anyone found it. That's [new|number four on the plan].
>! Told {dsl} at {t+10}. {mother} rung at {t+30}.
o Taken up with {camhs} on {date}; plan as before.
== transition; wk=26; cat=vulnerable; by=T; at=afternoon; in=class
1 {N} sat the mock test, left two questions out and [shrugged|read a comic] until the end.
""",
    sure=True,
)

_ONLINE = scenes(
    """
== gift; wk=0; cat=concern; by=T; at=register; in=class
1 {N} had new headphones and told {n2-3} others that they were “from Zed, he's 14, he sends me stuff”. {He} has not met him. {He} stopped when {he} saw me listening.
> Told {dsl} at {t+25}.
a dsl: Saw {N} at {t}. {He} told me a name in a game, and that the parcel came to the corner shop. I asked nothing about messages. {mother} was rung at {t+30} and is coming in.
o Joined with the entry of {date-1-3}.
== phone; wk=1; cat=child_protection; by=dsl; at=meeting; in=lead
1 {mother} and {father} brought {N}'s phone. In front of {him} they showed me {n6-9} messages. The account says it is 14; in {n2-3} of them it asks {N} to delete what was written, and in one to move to another app and to send “one just for me”. {N} has sent a picture in school uniform and no other. I copied nothing.
& Reported with the parents to the police's online protection command at {t+30} and to children's social care at {t+50}, {duty}. Decision: referred. Reason: gifts, secrecy, request for pictures, an address known. Consulted: {head}.
"! He's the only one who [asks about my day|thinks I'm older]. I'm not [stupid|a baby].
> The phone stays with {father} for the police. {N} went home with both.
a dsl: {pc} rang at {t}. The account is run by an adult. Nobody is to write to it. {mother} was told by the police.
o The police have the phone since {date-1-2}; strategy meeting held.
== alone; wk=3; cat=vulnerable; by=ta T; at=break; in=yard; rep=4/2
1 {N} [walked the edge of the court|sat by the office door|asked to help in the kitchen] at {t}. {He} said that [others had found out|{he} misses the phone and hates it].
1 {N} told me that {he} [checks the letter box|looks at every man in the shop] and {body}.
"o I feel [sick when it buzzes, and it isn't even mine|stupid and I'm not].
> {ta} {calm}. {dsl} knows.
== work; wk=6; cat=child_protection; by=dsl; at=meeting; in=quiet; rep=4/3
1 {wk} saw {N} in school, session {n2-6}. They worked on [how trust is built and used|what a secret is for|a letter that is not sent]. {N} asked for the next date.
1 {sw} and {wk} met with {mother} and me: [no contact since {date-20-25}|the family has a new number]. {N} [has joined the netball team|sleeps with the door open].
o Session noted; {wk} writes to me each time.
== charged; wk=17; cat=child_protection; by=dsl; at=phone; in=phone
1 {pc} told me that a man has been charged. {N}'s account was taken on film and {he} will not have to go to court in person.
> {mother} knew. {T} was told that the matter is over for school, and no more.
o Closed with {sw} on {date}.
== friend; wk=22; cat=friendship; by=T; at=lunch; in=dining
1 {N} ate with {n3-4} others and showed them how to [block an account|set a profile to private].
""",
    sure=True,
)

_INJURY = scenes(
    """
== ear; wk=0; cat=concern; by=T; at=register; in=class; day=0
1 {N} had a dark red bruise on the rim of {his} left ear, about 2 cm, and a second behind it. I asked, “What happened to your ear?”
"! I [fell off the bed|banged it on the telly].
>! Told {dsl} in person at {t+8}. Written down at once.
a dsl: {mother} said at {t} that the dog had knocked {him} over. {step}, who brought {him}, had told {T} at the door that it was the edge of the bath. {N} says the bed. Three accounts of one injury.
a dsl at-risk: Rang children's social care at {t} and spoke to {duty}. Asked not to tell the family before they have. Referral in writing at {t+35}.
o A doctor saw {N} on the same day. Enquiry opened; see the entry of {date-1-3}.
== medical; wk=0; cat=child_protection; by=dsl; at=afternoon; in=lead
1 {sw} came with {pc}. {N} was seen at the hospital with {mother}. The paediatrician told {sw} that a bruise there is not likely from a fall of that height. {N} sleeps at {his} aunt's tonight. {step} is out of the house by agreement.
& What the school saw was given in the order in which it was seen, with times, and read back to me.
> {T} and {ta} told that the aunt, and nobody else, collects.
o Strategy meeting on {date-1-2}: enquiry by social care and police together.
== shy; wk=1; cat=concern; by=T ta; at=lesson; in=class; rep=4/2
1 {N} [flinched when I reached over {him} for the glue|asked whether the man in the corridor was the teacher|would not take off {his} hat].
1 In the role-play corner {N} said to a doll, “[Stand there till I say|No tea for you]”, and then [covered it up|hid it in the oven].
"y I'm a good boy [at my auntie's|here]. Am I [still|tomorrow]?
> Written down as {he} said it. Told {dsl} at {t+20}.
== conference; wk=4; cat=child_protection; by=dsl; at=meeting; in=council
1 Conference: {N} is on a child protection plan, category physical abuse. {mother} has said that {step} hit {N} with a shoe and that she had been afraid to say so. {step} does not live there any more.
& School: a quiet arrival, body map on any mark, weekly talk with {ta}, core group on {date+8-10}.
o Core group took it on.
== core; wk=7; cat=child_protection; by=dsl; at=meeting; in=meeting; rep=3/6
1 Core group: {mother}, {sw}, {nurse}, {T}. {N} is home with {mother}. [She has changed the locks|She goes to the group for mothers]. No new mark in {n5-6} weeks.
1 Core group with {sw} and {mother}. {N} [talks more, and louder|has gained a kilo|asked for a photograph of us all].
o Actions done by {date}.
== fine; wk=20; cat=vulnerable; by=T; at=afternoon; in=class
1 {N} fell in the yard, cried, and came to show me {his} knee before anybody else had seen it.
""",
    sure=True,
)

_FOSTERED = scenes(
    """
== new adult; wk=0; cat=parent_concern; by=office; at=home; in=desk; rep=2/2
1 {aunt} collected {N} for the {o3-6} time this month and signed as “aunt”. {mother} has not been seen since {date-15-20}. The number we hold for her [does not connect|rings abroad].
> Told {T} and {dsl}.
== asks; wk=4; cat=concern; by=T; at=lesson; in=class
1 {N} told me that {mother} has gone to look after {his} grandfather in Freetown and that {he} stays with {aunt}, “who is not a real aunt, she's from church”. It has been {n7-9} weeks.
" She's [kind|strict about shoes]. I have the [little bed|sofa that opens].
> Told {dsl} at {t+50}.
a dsl: Met {aunt} at {t}. She showed a letter from {mother} and did not know that the council must be told of a stay over 28 days. She was glad to hear that there is help.
a dsl given: Told the council's private fostering team at {t}. {mother} agreed by telephone from abroad, with {aunt} beside me.
o {pf} visited on {date-1-3}: suitable, and help with a bed is on its way.
== visit; wk=8; cat=child_protection; by=dsl; at=meeting; in=meeting; rep=3/6
1 {pf} saw {N} in school and at home. {N} [speaks with {mother} on Sundays|has a place at the table for homework|asked how long is long]. Next visit within {n6-8} weeks.
o {pf}'s letter came on {date}.
== return; wk=30; cat=vulnerable; by=T; at=register; in=class
1 {N} told the class that {mother} lands on {date+3-6}. {He} had a paper chain with one ring for each day.
== back; wk=32; cat=child_protection; by=dsl; at=door; in=gate
1 {mother} brought {N} and thanked {aunt} and us. I told {pf}, who will visit once more.
o Private fostering ended on {date}; the flag is off.
""",
    sure=True,
)

_JOURNEY = scenes(
    """
== says; wk=0; cat=concern; by=T; at=lesson; in=class
1 {N} told me in {lesson} that {he} is going to see {his} grandmother abroad for {n6-8} weeks and will have “a special party for becoming a big girl”. {He} did not know what that is and {body}.
"! My cousins had it. They [couldn't run after|got gold].
>! Asked no question. Told {dsl} in person at {t+10}.
a dsl: Looked at what we know: an older cousin in the family's word, a journey of {n6-8} weeks, leave asked for. Not spoken of with the family. {head} consulted at {t}.
a dsl at-risk: Rang children's social care at {t}; {duty} took the referral and told the police. Parents not told on their advice.
o Taken on by social care on the same day; see the entry that follows.
== visit; wk=0; cat=child_protection; by=dsl; at=after; in=video
1 Strategy meeting by video: {sw}, {pc}, a doctor of the specialist clinic and I. {sw} and an interpreter who is not from here see {mother} and {father} tomorrow. School asks {N} nothing and keeps the day as it is.
> {T} knows that I am looking after it. Nobody else.
o Held on {date-1-1}; the visit took place.
== parents; wk=1; cat=child_protection; by=dsl; at=meeting; in=meeting
1 {sw} met {mother} and {father} at home and then with me. {mother} said that it was done to her and that it will not be done to her daughter. The party is for ten years of life. Both signed a declaration; a court order was not asked for. The journey is put off to the summer and goes with {father}'s sister, a midwife.
& Decision with {sw}: plan of safety until the end of summer, one visit before and one after. {N} was told that grown-ups had checked that everybody is safe.
> {mother} asked that it is not spoken of among staff. It is not.
o Agreed on {date}; {sw} keeps the case open until autumn.
== before; wk=9; cat=child_protection; by=dsl; at=meeting; in=lead
1 {sw} saw {N} and {mother}. Return tickets seen: out on the first day of the holiday, back a week before term. {mother} gave the number of the midwife.
o Noted in the plan on {date}.
== after; wk=10; hol=summer; cat=child_protection; by=dsl; at=register; in=lead
1 {N} came back on the first day of term, {d2-3} cm taller, with photographs of a cake and a goat. {sw} visited in the week before. Nothing gives cause for concern.
" There were [forty|sixty] people. I was allowed to [drive the goat|stay up].
o The plan ended on {date}. {mother} came to say thank you.
""",
    sure=True,
)

_MISSING = scenes(
    """
== not back; wk=0; hol=any; cat=attendance; by=office; at=calls; in=office
1 {N} did not come on the first day after the holiday. {mother}'s telephone is off; {father}'s rings abroad. A neighbour named as a contact in an earlier year did not know more.
> Told {T} and {deputy}. Letter sent to the address.
a deputy told=fw: Asked {fw} to call at the address today.
o Went on; see the entries of the days that followed.
== house; wk=0; cat=attendance concern; by=fw; at=afternoon; in=visit
1 I went to the address with {deputy}. Nobody answered. The curtains were open and the front room had no furniture. The landlord said that they had paid until the end of the month.
> Told {dsl} at {t+30}.
== day five; wk=1; cat=child_protection attendance; by=dsl; at=morning; in=lead
1 Day {n6-7} without {N}. No school has asked for {his} file. I made the checks of our list: both telephones, four emails, neighbours, an old nursery, admissions of three councils.
& Referred to {cme} at {t}. Decision: not to social care today. Reason: no sign of harm before, a family that spoke of work elsewhere.
o {cme} took it on and asked border records on {date}.
== day ten; wk=2; cat=child_protection attendance; by=dsl; at=phone; in=phone
1 {cme} has found the family in another county, at {father}'s new work. {N} is well; the police there saw {him}. No school yet.
> {head} told. {He} stays on our roll until a school has {him}.
o {mother} rang on {date-1-1} and said that she had not known that she had to tell us.
== back; wk=5; cat=attendance; by=T; at=register; in=class
1 {N} came back with {mother} at {t}. The work had ended. {He} had been in no school for {n5-6} weeks and asked where {his} tray was.
"o We lived in a [caravan|room over a garage] by the [strawberries|sea]. I [swept|looked after the dog].
> Seat, reading book and a friend to show {him}. {mother} gave {office} both numbers.
a deputy: Met {mother} at {t} with an interpreter. She knows now whom to tell, and has it on paper in Romanian.
o Attendance full up to {date}; {cme} has closed the case.
""",
    sure=True,
)

WORRIES = (
    Course(
        child="erin-maddox", ago=185, scenes=_SELF_HARM, adults=adults(camhs="Lydia Cope, mental health practitioner"),
        echoes=(Echo("felt ill", 4, (0,)), Echo("alone at break", 3), Echo("asleep", 2), Echo("fell out", 2)),
    ),
    Course(
        child="lola-prescott", ago=140, scenes=_ONLINE,
        adults=adults(
            pc="DC Simon Ware, police", sw="Hester Moyle, social worker", wk="Niall Corrigan, exploitation worker"
        ),
        echoes=(Echo("asleep", 3, first=1), Echo("group chat", 2), Echo("felt ill", 2, first=2)),
    ),
    Course(
        child="charlie-beckett", ago=135, away=frozenset({"stepfather"}), scenes=_INJURY,
        adults=adults(step="Ryan Mullins, stepfather", sw="Colin Mayhew, social worker", pc="PC Hannah Loxley, police"),
        echoes=(Echo("toileting", 3, (0,), 1, 8), Echo("bumped head", 2, first=8)),
    ),
    Course(
        child="mariam-conteh", ago=180, away=frozenset({"mother"}), scenes=_FOSTERED,
        adults=adults(aunt="Isatu Bangura, family friend", pf="Glenys Orme, private fostering officer"),
        echoes=(Echo("asleep", 2, last=8), Echo("no kit", 2)),
    ),
    Course(
        child="ikran-elmi", ago=105, scenes=_JOURNEY,
        adults=adults(sw="Bridget Hollings, social worker", pc="DC Farida Noor, police"),
        echoes=(Echo("fell out", 1), Echo("bumped head", 1), Echo("felt ill", 1)),
    ),
    Course(
        child="stefan-dragomir", ago=150, scenes=_MISSING,
        adults=adults(cme="Paul Eccles, officer for children missing education"),
        echoes=(Echo("late at the desk", 3), Echo("no kit", 1), Echo("at the door", 1, first=6)),
    ),
)  # fmt: skip
