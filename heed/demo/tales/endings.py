"""What is written where a scene says nothing of its own: actions, outcomes on closing, reasons for being late."""

from heed.demo.tales.script import scenes

_SCRIPT = """
== attendance; cat=attendance; by=dsl; at=lesson; in=lead
a dsl: Looked at the registers with {office}: {d2-6} late marks and {d2-5} half-days of absence since {date-30-60}.
a dsl: Rang {parent} at {t}. {phe} [said|told me] that {news}. We agreed that {he} is brought to the [side door|office|class door] by {d8-8}.{d41-49} until {date+8-20}.
a dsl: Put {N} on the list that {office} rings by 9.15 when there is no message, until {date+20-40}.
a dsl: Met {parent} at the gate at {t} and gave {phim} the school's letter on attendance, dated {date}.
a dsl: Asked {T} to write down the time of arrival each day until {date+8-16}.
a dsl: {N} told me at {t} that {he} gets up at {n6-8} and that {his} [alarm|lamp|clock] is [broken|in another room|set by {parent}].
a dsl: Offered a place at breakfast club from {date+3-8}. {parent} [took the form|said yes by telephone|asked for a day to think].
a dsl: Attendance since September compared with {T}: {d84-98}.{d1-9} per cent on {date}.
o {N} was on time on each of the {sd} school days up to {date}.
o [No further|No other] late mark in the {sd} school days up to {date}.
o Looked at in the attendance meeting of {date}. Attendance stands at {d91-98}.{d1-9} per cent.
o The reason was confirmed by {parent} on {date}. Code changed by {office}.
o {parent} rang on {date} and explained the day. [Nothing further needed|No further action].
o Read on {date} beside the other registers of {class}; [one day only|two mornings in the month], with a reason each.
o Arrivals were before 8.55 on each day from {date-4-9} to {date}.
o Not late in {weeks} weeks, up to {date}.
o [Closed|Ended] after the letter of {date-3-9} was answered by {parent}.
o {T} reports arrivals [on time|before the bell] for {weeks} weeks, up to {date}.
o Passed to the half-term review of attendance; figures taken on {date}.
== concern; cat=concern; by=dsl; at=lesson; in=lead
a dsl: Spoke with {N} [before lunch|after registration|at the end of the day] on {day}. {He} {body} and told me that [{he} was fine now|it had been a long week|{he} did not want to talk|{he} wanted to go back to class|{he} would tell {ta}].
a dsl: Rang {parent} at {t} and said what had been seen. {phe} [thanked me for ringing|had noticed it at home as well|said that {phe} would talk with {N} this evening|asked to be rung on {tomorrow}].
a dsl: Asked {T} and {ta} to look out for the same and to write down day and time, up to {date+8-16}.
a dsl: Read {N}'s entries of the last {n2-6} months together with this one on {date}: {n2-5} touch the same matter.
a dsl told=T: Saw {N} at {t} in {class}. {He} was [reading {book}|drawing|working with a partner|tidying the trays] and [answered when I asked how the morning was|smiled|showed me {his} page].
a dsl told=fw: Asked {fw} to ring {parent} by {date+2-5} and offer [breakfast club|the uniform shelf|a visit to the family room|the coffee morning].
a dsl: Met {parent} in my room at {t}. {phe} [brought a list of {n2-4} things to ask|said that the last {n2-5} weeks had been hard|told me that {N} sleeps in a new room|had spoken with the GP].
a dsl: Gave {N} a card with {n2-4} names of adults to go to. {He} put {told} first.
o Spoken about with {T} on {date}: [nothing of the kind|not seen] for {weeks} weeks.
o {parent} and school agreed on {date} what each will do. No further sign of it since {date-6-14}.
o {parent} put it down to {cause} when we spoke on {date}.
o {N} told {told} on {date} that [it is better now|it has stopped|{he} is all right|there is nothing to add].
o {fw} saw the family on {date}. [What was asked for was given|What was missing has been bought|Help was offered and taken].
o Looked at in the leads' meeting of {date}; no pattern with [other entries|what was written before].
o Seen in class by me on {date}: [nothing to add|clean, fed and at work|at ease with {his} table].
o Kept in mind for the review on {date+10-25}; nothing more to do from this one.
o [Nothing like it|No sign of it] on any of the {sd} school days up to {date}.
o {T} checked with {N} every [morning|day] from {date-4-10} to {date} and has nothing to report.
== low behaviour; cat=low_behaviour; by=slt; at=lesson; in=leaders
a slt: Spoke with {N} at {t} for {n5-10} minutes. {He} [told it as {T} had written it|said that {he} had been cross about {game}|drew what happened in {n3-6} boxes].
a slt: {N} [mended|tidied|cleaned] what was [torn|spilt|broken] at {t} and showed it to me.
a slt: Rang {parent} at {t}; {phe} will [talk with {N}|ask about it at tea|look at the contact book on {day}s].
a slt: Moved {his} seat [nearer to the board|to the front|beside the door] with {T} from {tomorrow}.
o No other event of the kind up to {date}.
o {N} put it right with the other child on {date-1-3}, and {T} was content on {date}.
o Counted on {date}: {n1-3} in the half term. [Dealt with in class|Nothing further].
o Ended with the note that {parent} signed on {date}.
o {N} kept to what was agreed on each of the {sd} school days up to {date}.
o The place at the table was changed: {sd} quiet school days up to {date}.
o {T} had nothing to add on {date}.
== serious behaviour; cat=serious_behaviour; by=slt; at=lesson; in=leaders
a ah: Met {N} with {parent} at {t}. {N} said what {he} had done in {n2-4} sentences and {body}. {He} works in the [library|leaders' room] for the [morning|afternoon|day] of {date+1-3}.
a slt: Rang the other family at {t} and told them what was seen and what the school does, without a name.
a ah: Looked at where adults stood at that time. One more stands [by the goal|at the steps|at the shelter] from {tomorrow}.
a slt: Wrote a plan of {n3-5} steps with {N} for when {he} [wants to hit|is angry|is shouted at]. {parent} has a copy.
a ah given: Asked the behaviour support team for advice, with the agreement of {parent}; a visit is on {date+8-20}.
o {N} and the other child met with me on {date} and each said what they need. No further event since {date-4-9}.
o {parent} met me on {date}. The plan was kept on {d8-10} of 10 days.
o Served in school on {date-3-6}; back in class with {T} and no further event by {date}.
o {sd} school days without a blow, counted on {date}.
o The other family was told of the end of it on {date}.
o Reviewed on {date}: no violence in the {sd} school days since.
== friendship; cat=friendship; by=dsl; at=lesson; in=lead
a dsl: Asked {T} to seat {N} with [one child of {his} choice|two children who share {his} club|a partner for reading] until {date+8-14}.
a ah: Watched the game at {t} from the window for {n8-12} minutes. {N} [played {game} with {n2-4} others|walked the line of the court alone|was asked in by another child].
a dsl: {N} [chose|asked for] a place in the lunch club on {day}s from {date+2-6}.
a dsl: Rang {parent} at {t}. {phe} said that [they meet outside school as well|{N} speaks of it at bedtime|a sleepover was called off].
o [Plays|Eats] with {n2-4} others, as {T} saw on {n2-3} days up to {date}.
o {N} told me on {date} that they [are friends|have made up|sit together].
o The group met {n2-3} times with {told}; last on {date}. They asked to stop there.
o Not spoken of for {weeks} weeks, by {N} or at home, up to {date}.
o Went quiet after the [seating plan|class meeting|lunch club] of {date-6-12}; looked at on {date}.
== medical; cat=medical; by=dsl; at=lesson; in=lead
a dsl: Checked the health plan with {office} on {date}: [in date|emergency number corrected|expiry of the medicine written beside it].
a dsl: Rang {parent} at {t}: {N} [is at home and has eaten|slept for {n2-4} hours|was seen at the surgery|has an appointment on {date+2-9}].
a senco given: Spoke with Lorna Digby (school nurse) at {t}, as {parent} had agreed. She [will ring the family|asks for a note of times|comes on {date+4-12}].
a dsl told=T: Told those who work in {class} what to look for until {date+2-6}.
o Back on {date-1-3} and well. {parent} [told the office|signed for the medicine].
o [Healed|No mark left] when {office} looked on {date}.
o Nothing further in the {sd} school days up to {date}.
o A note came from {parent} on {date} and is with the office.
o {parent} said on {date} that [the doctor found nothing|it has cleared|the medicine works].
o Added to the health list for [the trip|PE|clubs] on {date}.
== parent concern; cat=parent_concern; by=dsl; at=lesson; in=lead
a dsl: Rang {parent} back at {t}. We spoke for {n6-12} minutes; {phe} [asked for a meeting on {date+2-6}|said that {phe} had what {phe} needed|will write it down for me].
a dsl: Asked {T} what was seen on that day: {n2-4} sentences are with my notes of {date}.
a ah: Met {parent} at {t}. I said what the school can do and by when: {date+3-9}.
a dsl told=fw: {fw} will call on {day} and [take the form|help with the letter|go through it with {phim}].
o Answered in [a telephone call|a meeting|writing] on {date}. {parent} [was content|had nothing to add|thanked us].
o {parent} rang on {date} to say that it [is settled|has been dealt with at home|turned out otherwise].
o What was asked for has been in place since {date-2-6}.
o No further call up to {date}; {T} speaks with the family each week.
o [Ended|Closed] with the meeting of {date}, at which {parent} read my notes and signed them.
== vulnerable; cat=vulnerable; by=dsl; at=lesson; in=lead
a dsl: {told} sees {N} for {d10-20} minutes each {day} until {date+15-30}.
a dsl: Rang {parent} at {t}. {phe} [said what {N} knows|asked that we use the same words|told me who is at home this week].
a dsl given told=fw: With the agreement of {parent}, {fw} asked the [bereavement service|family centre|young people's counsellor] for a place on {date}.
a dsl: Told the adults around {N} what has changed at home, in {n2-3} sentences that {parent} had agreed.
o {N} told {told} on {date} that {he} no longer needs the weekly time.
o Home is [settled|as before], {parent} said on {date}.
o Carried over into the review of {date}; this one needs nothing more.
o The place was [taken up|begun] on {date-2-8}. {T} keeps watch in class.
o {weeks} weeks have gone by without a sign of it, up to {date}.
== sen; cat=sen; by=senco; at=lesson; in=meeting
a senco: Watched {N} in {lesson} at {t} for {d10-25} minutes: {n2-6} times out of seat, {n2-5} answers given.
a senco: Changed {his} plan on {date}: [shorter tasks with a timer|a word mat|a place by the window|a movement break at 10 and 2].
a senco given: Sent the form for the [speech and language|occupational therapy|educational psychology] service on {date}, signed by {parent}.
a senco: Went through the pages with {parent} at {t}. {phe} [signed|asked for larger print|took a copy home].
o In the plan of {date}, which {parent} has signed.
o Looked at with {T} on {date} and kept in the plan.
o The service has taken it on; first visit {date+6-20}.
o The change of {date-5-10} works, {T} said; kept.
o Carried into the annual review and closed here on {date}.
== bullying; cat=bullying; by=slt; at=lesson; in=leaders
a slt: Spoke with the family of the child who was harmed at {t} about what they have seen since {date-4-9}.
a slt: Saw {N} with {parent} at {t}. {He} read out what {he} had agreed and signed it.
o {weeks} weeks without an event, counted on {date} by adults and by the child who was harmed.
o Ended on {date} after the {o2-4} review with both families.
== racist; cat=racist; by=slt; at=lesson; in=leaders
a slt: The council's form was sent on {date} at {t}; a copy is with the head.
a slt: Saw both families on {date}, one after the other, and told each what the school does.
o Form sent, both families met, and {N} seen on {date}. No further event.
o Reviewed on {date} with {parent}: {N} [plays where {he} likes|has not heard it since].
== leader welfare; cat=leader_welfare; by=dsl; at=lesson; in=lead
a dsl: Put the dates side by side with {deputy} on {date}: {n2-5} of {n6-8} fall on a {day}.
a deputy: Agreed with {dsl} on {date} that one of us sees {N} each {day}.
o Looked at together on {date}; [early help stands|no further step|the plan holds it].
o Went over into the plan of {date}.
o Fewer entries from {date-10-20} to {date}: {n1-3} in place of {n4-6}.
== child protection; cat=child_protection; by=dsl; at=lesson; in=lead
a dsl: Read the [minutes|notes] on {date}; school's actions are {n2-4}, with dates up to {date+10-20}.
a dsl: Told {head} of it in person at {t} on {day}.
a dsl given: Sent the school's part for the next meeting on {date}: attendance {d82-96} per cent, {n2-6} entries since the last.
o Done by {date}; the [plan|meeting] carries it on.
o Minutes received on {date} and checked against my notes.
o Taken up in the meeting of {date}.
o {N} was told on {date} what it means for {him}, in {n2-4} sentences.
"""
_KEYS = {one.categories[0]: one for one in scenes(_SCRIPT)}

ACTIONS = {key: one.steps for key, one in _KEYS.items()}
OUTCOMES = {key: one.outcomes for key, one in _KEYS.items()}

LATE = (
    "I was [on a course|away ill|at a funeral|on a class visit|at another school] on {tomorrow} and wrote this as soon as I was back.",
    "My [account was locked|computer was being repaired] until {date+2-4}.",
    "I noted it on paper on {date} and [could not reach a computer|was teaching without a break] the day after.",
    "I [told {told}|had told {told}] in person on {day} and [learned today that it had to be written down|was asked to write it down as well].",
    "I [do not work|am not in school] on {tomorrow}s.",
)
"""Why an entry was written down more than a day later."""
