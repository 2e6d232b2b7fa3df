"""Courses about coming to school and about parents: refusal, a shout at the gate, two homes."""

from heed.demo.tales.course import Course, Echo, adults
from heed.demo.tales.script import scenes

ENDS_OF_THE_WEEK = (0, 4)

_REFUSAL = scenes(
    """
== first; wk=0; cat=attendance; by=office; at=calls; in=phone; day=0 4; rep=5/3
1 {mother} rang at {t}: {N} [is dressed and will not leave the bathroom|has a stomach ache, as on {n2-3} Fridays before|got as far as the corner and turned round|is in bed and says that {his} legs do not work].
1 {father} rang from the car at {t}. {N} [holds on to the seat belt|has locked the door|has been crying since {n5-6}]. He asked whether somebody could come out.
1 A [Monday|day] without {N}. {mother} said at {t} that they had tried for {d40-90} minutes.
> Told {T} and {deputy}.
== carpark; wk=3; cat=attendance concern; by=deputy; at=late; in=street; rep=2/5
1 I went out to the car at {t}. {N} sat with {his} hood up and breathed fast, about {d30-40} breaths a minute. We counted {n6-9} things that are green. {He} came in by the side door at {t+18}.
1 {N} walked with me from the car to the gate at {t}, stopped {n4-6} times and [looked back|held on to the fence|asked what time it was]. We went round the building to the library door.
" It's not [lessons|you]. It's the [noise before the bell|hall with everybody in].
> {mother} waited until {t+30} and then went to work.
== plan; wk=5; cat=attendance vulnerable; by=deputy; at=meeting; in=meeting
1 Meeting with {mother}, {father}, {N} and {ew}. {N} rated the day by half-hours: arrival 9, hall 8, {lesson} 2. Plan: in by the library door at 9.05, coat with {ta}, lunch in the garden room, mornings first.
& Figures: absent on {n7-9} of {n10-12} Fridays and {n6-8} of {n10-12} Mondays since September; Tuesdays to Thursdays {n1-3} days in all.
> Plan signed by all four.
a deputy: Looked at the plan with {ta} at {t}: {n6-8} of 10 arrivals by the door, {n2-3} with tears.
o Plan changed on {date}: assembly from the side, with the door open.
== doctor; wk=9; cat=medical attendance; by=office; at=phone; in=letter
1 A letter from the GP: tests for the stomach are clear. She has referred {N} to the service for anxiety; the wait is {n12-12} weeks.
a deputy given: {ew} begins meanwhile, on {day}s at ten, as {mother} and {father} agreed.
== sessions; wk=11; cat=vulnerable; by=ta; at=morning; in=library; rep=5/3
1 {N} and {ew} [walked the empty hall with a stopwatch|wrote a ladder of {n8-10} steps|sat in the back row for {n4-9} minutes of assembly|drew the noise as an animal].
1 {N} [came in with two friends at 8.50|ate {dish} in the dining hall at the early sitting|stayed until the last bell on Friday].
"o I did step [six|four]. My hands were [wet|shaking] but I did it.
"o If I know [the door|who's there] I can do the rest.
> Told {mother} by text, as agreed.
o Step by step; the ladder of {date} is in {his} folder.
== dip; wk=22; hol=any; cat=attendance; by=deputy; at=calls; in=phone
1 First day after the holiday: {N} did not come. {mother} said that the night before had been as in the autumn.
a deputy: Rang {N} at {t}. {He} spoke to me through the door and then without it. We begin with the garden gate on {tomorrow}.
o In on each day from {date-1-2}.
== figures; wk=30; cat=attendance; by=deputy; at=after; in=meeting; rep=2/8
1 {N}'s attendance: {d78-84}.{d1-9} per cent in the autumn, {d88-94}.{d1-9} since {date-40-50}. Fridays: {n1-3} missed of {n7-9}.
& No penalty notice is asked for. Reason: illness seen by a doctor, parents who act, a plan that is kept.
o Reported to {head} on {date}.
""",
    sure=True,
)

_SHOUTS = scenes(
    """
== gate; wk=0; cat=parent_concern; by=ah; at=home; in=gate; rep=3/7
1 {father} shouted at the gate from {t}, for about {n3-5} minutes. His words: “[My lad's not a liar|You lot couldn't run a bath|Say it to my face]”. He stood {d30-60} cm from {T} and pointed. {n8-12} families were there.
1 {father} came at {t}, struck the notice board with his flat hand and said that {N} [had been kept in for nothing|had been called a name by a teacher's child]. He left when I asked him to come back at four.
2 {N} [looked at the ground|pulled at his jacket|walked ahead, {d10-20} metres off].
" He's [not cross with me|only loud]. Can I [wait inside|go the other way]?
> {head} told at {t+20}. {T} and I wrote down the words separately.
a head: Wrote to {father} on {date}: what was said and when, what he may expect of us, and that he speaks with {ah} by appointment.
o He came by appointment on {date-1-2} and apologised to {T}.
== meeting; wk=2; cat=parent_concern; by=ah; at=meeting; in=meeting
1 {father} and {mother} met with me. {father} said that he was called stupid at this school as a boy and “sees red at the gate”. He asked for news to be given by telephone, by a man, before two. {mother} said that he does not shout at home.
& Agreed: {ah} rings on Fridays. {father} waits at the side gate.
o Kept since {date-3-4}, on both sides.
== boy; wk=4; cat=concern; by=T; at=lesson; in=class; day=4; rep=4/4
1 On Friday at {t} {N} [asked whether today is a telling day|hid the homework book in the coat pile|{body} when I wrote in {his} book].
1 {N} [rubbed out a mark of 6 and wrote 9|asked me to say it was {game}].
"o If it's bad can you [tell Mum|say it on Monday]?
> Told {ah} before he rang.
a dsl: Saw {N} at {t}. I asked what happens when there is bad news. {He} said that {father} goes out to the shed and comes back with biscuits. {He} was not afraid, {he} said, only embarrassed.
o Read beside the other Fridays on {date}; nothing points to more.
== ban; wk=15; cat=parent_concern; by=head; at=after; in=leaders
1 {father} swore at a lunch supervisor through the fence at {t-190}. I told him by letter that he may not come on to the site for {n3-4} weeks; {mother} or the older cousin collects.
> Chair of governors told that a letter went. No child's matter was shared.
o The ban ended on {date-1-2}; he came with {mother} and nodded to the supervisor.
== dad reads; wk=24; cat=parent_concern; by=T; at=morning; in=library
1 {father} came for the reading morning, sat on a small chair and read {book} to {N} and two others.
o {ah} and {father} agreed on {date} to end the Friday calls.
""",
    sure=True,
)

_TWO_HOMES = scenes(
    """
== told; wk=0; cat=parent_concern vulnerable; by=T; at=home; in=door
1 {mother} told me that {father} moved out on {date-2-4}. {N} is with her from Sunday evening to Thursday and with {father} for the rest.
> Contacts and letters: both homes, from today. Told {office}.
== handover; wk=3; cat=concern; by=T; at=register; in=class; day=0 4; rep=6/4
1 {N} came with [two bags and no book|the coat of the other house|a note in each pocket, one from each parent] and {body}.
1 It was changeover day. {N} [asked {n3-5} times whose day it is|drew two houses with a road and no car|cried when the tray had the wrong lunch box in it].
"y I've got [two toothbrushes|one bear and he gets carsick].
"y Daddy says don't tell Mummy about [Lisa|the takeaway].
"y If I'm [quick|good] will they [swap back|both come]?
> A picture calendar hangs inside {his} tray. Told {told}.
== each says; wk=6; cat=parent_concern; by=T; at=home; in=door; rep=2/5
1 {father} told me that {N} comes to him [hungry|with a cough that nobody treats]. I said what I see: [lunch eaten, clean clothes|cough on {date-1-2}, none today].
1 {mother} asked me to write down that {father} was [late by {d20-40} minutes|with a woman the school does not know]. I said that I write down what I see.
> Told {dsl} that each asks about the other.
== letter; wk=10; cat=parent_concern; by=office; at=phone; in=letter
1 A solicitor's letter for {mother} asks that {father} is not given information. {head} looked for an order: there is none. Both have parental responsibility.
a head: Wrote to both on {date}, in the same words: both are told the same, at the same time.
o Both have answered; filed on {date}.
== gate row; wk=13; cat=concern parent_concern; by=ah; at=home; in=gate; day=4
1 Both parents came at {t}. {mother} held {N}'s left hand and {father} the right. They spoke over {him} for about {n2-3} minutes. {N} let go of both and sat down on the ground.
"! I'm not a [rope|ball].
>! Took {N} in with {T}. Each parent was seen alone. {N} went with {father} at {t+35}, by a message both had sent in the morning.
a dsl: Met both, one after the other, at {t} and {t+40}. Each heard {N}'s words. Both will go to the parenting course for separated families and agree days by a shared calendar.
o Calendar shared with {office} on {date}; no meeting at the gate since.
== order; wk=20; cat=parent_concern; by=dsl; at=meeting; in=lead
1 {mother} and {father} brought the court's order of {date-6-10}: alternate weeks, change on Mondays through school. Copy taken, both signed.
> {T}, {ta} and {office} have the calendar. Nothing else was shared.
o In use since {date-1-2}.
== settles; wk=27; cat=vulnerable; by=T; at=register; in=class; rep=2/4
1 {N} [told the class that {he} has two birthdays|put one drawing in each bag] and began {lesson}.
""",
    sure=True,
)

FAMILY = (
    Course(
        child="amelie-fairhurst", ago=240, scenes=_REFUSAL, adults=adults(ew="Josie Brandt, emotional wellbeing worker"),
        echoes=(
            Echo("no message", 9, ENDS_OF_THE_WEEK, last=24), Echo("late at the desk", 6, ENDS_OF_THE_WEEK),
            Echo("felt ill", 6, (3, 4)), Echo("by telephone", 3, ENDS_OF_THE_WEEK), Echo("change in mood", 3, (3,)),
        ),
    ),
    Course(
        child="harvey-gorton", ago=180, scenes=_SHOUTS,
        echoes=(Echo("calling out", 3), Echo("pushed in line", 2), Echo("reading", 2), Echo("cross parent", 1)),
    ),
    Course(
        child="lucas-hallworth", ago=190, scenes=_TWO_HOMES,
        echoes=(Echo("no kit", 2, (0, 4)), Echo("toileting", 2, (0,)), Echo("change in mood", 2, (0,))),
    ),
)  # fmt: skip
