"""Courses about homes: neglect, violence between adults, drink, a child who cares, a death."""

from heed.demo.tales.course import Course, Echo, adults
from heed.demo.tales.script import scenes

MONDAYS = (0,)
FATHER = frozenset({"father"})

_NEGLECT = scenes(
    """
== nurse missed; wk=3; cat=concern medical; by=office; at=phone; in=phone
1 The school nursing service rang. {N} has not been brought to [three|two] appointments, the last on {date-4-9}. {nurse} asks who to speak with at home.
1 {nurse} rang about {N}: the hearing test and the second injection are both outstanding, and letters to the house come back unopened. The clinic has dates on {date+6-9} and {date+10-14}.
> Gave the telephone number we hold for {mother}, which rang out at {t+6}.
a dsl told=fw: Asked {fw} to call at the house by {date+3-5} about the appointments.
o The appointment was kept on {date-1-3}. {nurse} came to the house for it.
== skin; wk=6; cat=concern; by=T; at=lesson; in=class; day=0
1 {N} scratched {his} head through {lesson}. Behind both ears the skin was red and there were [more than ten|at least six] live lice in the parting. It is [the third Monday|the fourth time] since September.
2 {His} hands left grey marks on the page.
"y My comb [got lost|has no teeth].
"o They come back because [the pillows don't get done|everyone at ours has them].
>! {ta} combed {his} hair with conditioner in the medical room at lunch, with a yes from {mother} by telephone.
== fw visit; wk=9; cat=concern parent_concern; by=fw; at=meeting; in=visit
1 I called at the house by appointment with {mother}. There were [two|three] beds without sheets, a fridge with milk and [margarine|half a loaf], and washing in bags on the landing. {mother} said that {he} had told the housing office about the damp [twice|four times] by letter.
1 Home visit, agreed with {mother}, about {N}: a mattress on the floor with a coat for a blanket, a cot used as a cupboard, toast cut and ready on the side. {mother} said that she sleeps on the stairs when the damp is bad.
2 {N}'s {sibling} was asleep on the sofa at {t+10}.
> Left a voucher for the food bank and the form for free school meals, filled in together.
a dsl told=fw given: With the agreement of {mother}, asked the early help team for a family support worker. Sent at {t}.
o Early help began on {date-1-3}. The plan is with my papers.
== early help; wk=13; cat=child_protection; by=dsl; at=meeting; in=meeting
1 First early help meeting: {mother}, {fsw}, {fw}, {nurse} and I. Agreed: washing done at the family centre on [Thursdays|Tuesdays], beds by {date+10-20}, school counts days in clean uniform.
1 {N}'s part of the first early help meeting, with {mother}, {fsw} and {nurse} present: bed and bedding by {date+8-16}, a health check, nappies and wipes from the children's centre, breakfast in school from tomorrow.
& {mother} said that mornings go wrong from Sunday night, when nobody goes to bed on time. {grandad} will come over on Sundays at six.
> Minutes to be sent by {fsw}. Next meeting on {date+28-34}.
== grandad; wk=16; cat=parent_concern; by=T; at=home; in=door
1 {grandad} collected {N} and told me that [he had washed the coats himself|he is at the house on Sundays now]. He asked for the reading words.
1 At the gate {grandad} showed me {N}'s new shoes, size {d9-12}, and said that he had queued for the heating grant on [Wednesday|Friday] from seven.
> Gave him the folder. Told {dsl}.
== tired; wk=19; cat=concern; by=T; at=register; in=class; day=0; rep=3/6
1 {N} [came in with {his} eyes half shut|fell asleep against the wall|yawned {n6-9} times before the register was done] on Monday at {t} and {body}.
1 It was Monday: {N} [had yesterday's socks on|had no bag|wore the jumper from Friday] and {body} when I said good morning.
2 {He} said that [the telly was on all night|{he} had slept on two chairs|people stayed until it was light|they came back at midnight].
> Let {him} lie down in the book corner [for {d15-30} minutes|until assembly]. Told {told}.
a dsl: Put the Mondays together: {n4-8} entries since {date-30-40}, {n3-4} of them on a Monday. Told {fsw} at {t}.
== second meeting; wk=22; cat=child_protection; by=dsl; at=meeting; in=meeting
1 [Second|Third] early help meeting. Beds have come. The washing was done [three weeks in six|in two weeks of five]. {mother} was not there; {fsw} had reached her at {t-25}, when she said that she was at the doctor's.
1 For {N} the meeting went through the list: bed has come, health check was missed, breakfast eaten on {n6-9} of {n10-12} days. {fsw} reported two doors not opened. {mother} sent word by {grandad}.
& Decision: not referred today. {nurse} sees {N} on {date+4-8}; if that is missed as well I refer. Reason: food and beds are in place, health is not. Consulted: {head}.
o Kept: {nurse} weighed and measured {N} on {date-1-3}.
== referral; wk=27; cat=child_protection; by=dsl; at=meeting; in=lead
1 The health visit of last week was missed and {mother} did not open the door to {fsw} on two days. I rang children's social care at {t} and spoke to {duty}. Referral sent in writing at {t+45}.
1 Because {N} was not seen by a nurse in {n7-9} weeks and came in wet clothes on {n3-5} mornings, I included {him} in the referral made today to {duty}, in writing at {t+45}, with a page of {his} own.
& Decision: referred. Reason: needs unmet over {n7-9} months with help in place. {mother} was told by me before I rang; she said, “Do what you have to.”
> {head} told at {t+60}. Attendance, entries and the early help minutes were sent with it.
a dsl given: Sent the chronology of {n5-8} months to {sw}, who had asked for it at {t-30}.
o Assessment finished on {date-1-2}. Child in need plan.
== cin; wk=33; cat=child_protection; by=dsl; at=meeting; in=meeting; rep=3/6
1 Child in need meeting with {mother}, {sw}, {nurse} and {fw}. {N} came in clean uniform on {n6-9} of the last 10 days; {n1-3} appointments were kept.
1 Child in need review, {sw} in the chair. [{grandad} spoke for the family|{mother} brought the dentist's card]. Coat, bed and breakfast are in place; {n2-4} of {n5-6} actions done.
1 {sw}, {mother} and {grandad} met with me about {N}: weight up by {d400-900} grams, own toothbrush, asleep by eight on {n4-5} nights. [The nursery nurse reads with {him} on Fridays|Speech test asked for].
1 Third sitting about {N}'s plan: [dentist seen, two teeth filled|coat and boots bought]. {nurse} signed the health part off until spring.
& {mother} [asked for the meetings to be after her shift|said that the new boiler works|read out what {N} had drawn for the meeting]. Next on {date+25-30}.
o Actions for school done by {date}; the plan goes on.
== better; wk=40; cat=concern; by=T; at=register; in=class; rep=2/5
1 {N} [showed the class {his} new shoes|told everybody about {his} own bed|had a full lunch box with {his} name on it] at {t}.
" I've got [a drawer|a bed with a light] that's [only mine|just for me].
> Wrote it for {dsl}, for the next meeting.
""",
    sure=True,
)

_NEGLECT_TEAM = adults(
    fsw="Angela Rudd, family support worker",
    sw="Naomi Frith, social worker",
    grandad="Mick Dobson, grandfather",
)

_VIOLENCE = scenes(
    """
== changed; wk=0; cat=concern; by=T; at=register; in=class; day=0
1 {N} would not [take {his} coat off|leave my side] this morning and asked {n4-6} times what time {mother} would come.
"o I'm [her helper|in charge of the door] at weekends.
"y Mummy [needs me|sleeps on my floor].
== notice one; wk=4; cat=child_protection; by=dsl; at=early; in=email; day=0
1 A notice from the police came by email before school: officers went to {N}'s address on [Saturday at 23.10|Sunday at 1.40] after a call about [shouting and breaking glass|a fight between two adults]. {N} [and {his} {sibling} were|was] in the house. {father} was taken to another address.
1 By email from the police at {t}: {N} was awake on the landing when officers came to the house at the weekend. A lamp and a door were broken. {father} left with them; {mother} has a case number.
2 The notice names no injury to a child.
> Told {T} only that {N} may be tired and needs a calm start. {ta} met {him} at the door.
a dsl: Saw {N} at {t}. I said that I knew it had been a hard weekend and that {he} can come to me. {He} {body}. I asked nothing about it.
a dsl: Rang {mother} at {t} on a number that is safe to use. She said that {father} is staying at his brother's and that she wants him to.
o Shared with those who needed it. {mother} was met on {date-1-2}.
== after weekend; wk=5; cat=concern; by=T ta; at=register; in=class; day=0; rep=4/4
1 {N} came in at {t} and [sat under the table|went straight to the quiet corner|held on to the peg rail] for {n5-12} minutes. {He} {body}.
1 When a [door banged|tray was dropped|man's voice came from the corridor] at {t} {N} [put both hands over {his} head|went behind me|stopped in the middle of a word].
1 {N} [drew a house and coloured it black|built a wall of bricks round {himself}|lined up the dolls by the door] and said little on this Monday.
"y I counted to a [hundred|big number] under the [bed|stairs].
"o I put my [headphones on|chair against the door]. It works [mostly|if it's short].
"o We've got a [code word|bag packed]. I can't tell you it.
> Told {dsl} in person by {t+25}. {ta} {calm}.
a dsl: Put beside the police notices of this year: {n2-4} of them, each before a Monday like this one. {sw} told at {t}.
== strategy; wk=7; cat=child_protection; by=dsl; at=meeting; in=video
1 Meeting of agencies about risk to {mother}, by video call: police, health, housing and {idva}. I gave what the school has seen since {date-18-24}, with her knowledge.
1 The agencies' meeting about {mother} also spoke of {N}: what {he} does at doors and at loud voices was read out from class notes, as she had agreed beforehand with {idva}.
& Agreed: {father} does not collect; a marker on the address; {idva} sees {mother} in school at {t}, so that nobody knows of it.
> Collection list changed with {office}. Photograph of {father} is with the desk.
o Actions for school were done on {date}.
== gate; wk=9; cat=child_protection; by=deputy; at=home; in=gate
1 {father} stood on the far side of the road at {t}. I brought {N} back inside. {father} called out, “I only want to see my [girl|boy]” and left when I said that I would ring the police.
2 {mother} came by the staff door at {t+20}.
> Rang 101 at {t+6} and was given a reference, which is with my papers.
a dsl at-risk: Told {sw} at {t} that {father} came to the gate. She will speak with the police today.
o The police spoke with {father} on {date-1-2}. He has not come since.
== notice two; wk=14; cat=child_protection; by=dsl; at=early; in=email; day=0
1 [Second|Another] notice from the police: a call from a neighbour on Friday at 22.35, adults outside the house, a car window broken. The children were [at their aunt's|upstairs with {mother}].
> {T} and {ta} know that it is a Monday to go gently.
a dsl: Spoke with {mother} at {t}. She has changed the locks and will sleep at her sister's until {date+4-6}.
o Order of the court seen on {date-1-2}: {father} may not come within 100 metres of house or school.
== plan; wk=18; cat=child_protection; by=dsl; at=meeting; in=council
1 Child protection conference. {N} [and {his} {sibling} are|is] on a plan for emotional abuse. Core group: {sw}, {mother}, {idva}, school nurse and I.
1 At the conference {N} had {his} own page: a drawing for the door, {n3-4} things that {he} wants adults to know, and {sw}'s words for a small child. A plan for emotional abuse begins today.
& The school's part: a safe adult each morning, a place to draw, what is seen on Mondays written down the same day, and no message home in {N}'s bag.
"o Will Dad be [told what I said|there]?
> {N} was told by {sw} and me together in {n3-4} sentences.
o Taken over by the core group of {date}.
== core; wk=23; cat=child_protection; by=dsl; at=meeting; in=meeting; rep=3/6
1 Core group with {sw}, {mother} and {nurse}. No call to the police in {n5-7} weeks. {N} [sleeps in {his} own bed on {n3-5} nights|asked for swimming lessons|has told {sw} what {he} likes about home].
1 Core group, held in school: {mother} [has finished the freedom course|starts work on {date+5-12}|asked how to answer when {N} asks about {father}]. {sw} sees {N} in school every other week.
1 {N} at the core group: [settles within {n5-9} minutes on most Mondays|goes out to play when men are on the site|has a bear at the office]. {sw}, {mother} and I agreed the next {n3-4} steps.
1 Core group by telephone because of illness: {mother}'s {n4-6} sessions are done, {N} wants a night light like {his} sister's. {sw} has ordered one.
& Contact with {father} is [by letter|at the contact centre, one hour, watched], from {date+6-14}.
o Minutes came on {date} and agree with my notes.
== contact; wk=28; cat=concern; by=T; at=afternoon; in=class; day=4; rep=2/5
1 On the day before [contact|the visit] {N} [asked to go home at {t}|rubbed out {his} name {n3-5} times|would not eat]. {He} said that {he} [did not know what to wear|had dreamt of the stairs].
"y He's going to [bring me a dog|be nice this time].
"o I have to [go so that Mum's not in trouble|say I'm fine].
> Told {dsl} before the bell.
a dsl: Told {sw} at {t} what was seen on {date}; she will ask the centre how it went.
== stepped down; wk=38; cat=child_protection; by=dsl; at=meeting; in=council
1 Review conference: the plan ends and a child in need plan takes its place for {n3-6} months. {mother} thanked the conference. {sw} stays.
1 For {N} the plan has ended as well. {sw} read {him} one sentence about it in my room, and {he} asked whether the bear may stay.
" I want to [tell my teacher|put up a shelf]. We're staying.
o Told to {T} on {date}, with what goes on and what ends.
""",
    sure=True,
)

_VIOLENCE_TEAM = adults(sw="Bridget Hollings, social worker", idva="Tamsin Rowe, adviser on domestic abuse")

_DRINK = scenes(
    """
== smell; wk=0; cat=concern parent_concern; by=T; at=home; in=door; day=4
1 {mother} came for {N} at {t}. She held on to the door frame, and I could smell alcohol when she spoke to me from about half a metre. Her words ran together.
2 {N} took her bag and said, “Come on, Mum, it's this way.”
>! {dsl} came at {t+3}. {gran} was rung and took them both home on foot.
a dsl: Rang {mother} at {t} on the day after. She said that she had had two glasses at a lunch and that it would not happen with the car. I told her that we will ring {gran} each time we are worried.
o {gran} collects on Fridays from {date}.
== looks after; wk=4; cat=concern; by=T; at=lesson; in=class; day=0
1 {N} wrote in {his} weekend news that {he} “did the tea and put Mum on her side”. I asked {him} to tell me about it.
"! You put them on the side in case. [Nan showed me|I learned it from a film].
>! Told {dsl} in person at {t+35}. The page is with her.
a dsl: Saw {N} with {ta} at {t}. {He} knows {gran}'s number by heart and rang it twice this month. I told {him} that it is not {his} job to keep it secret.
o Talked through with {mother} and {gran} on {date}.
== meets mother; wk=6; cat=child_protection; by=dsl; at=meeting; in=lead
1 {mother} came with {gran}. I read them {n3-4} things that staff have seen, with dates. {mother} said that she has drunk more in the last two months and has an appointment at the recovery service on {date+6-9}.
& Decision: early help, with her agreement, and not a referral today, because {gran} sleeps at the house from Thursday to Sunday and {mother} has asked for help. To be looked at on {date+10-14}, or at once.
> Consent form signed. {N} knows that I met them.
a dsl given: Spoke with {key} at {t}: {mother} kept her first appointment.
o Plan in place on {date}; see the meeting of the same day.
== late and alone; wk=10; cat=attendance concern; by=office; at=late; in=desk; day=0 4; rep=3/7
1 {N} came by {himself} at {t} and [had a key on a string round {his} neck|had made {his} own sandwiches, two crusts with jam|had run from the bus]. {He} said that {mother} “[isn't up|is poorly|had a bad night]”.
1 {t}: {N} at the hatch, alone. I rang {mother} ([no answer|picked up and put down]) and {gran} at {t+6}.
> Told {dsl} at {t+12}. {He} had {snack} before class.
== fall; wk=15; cat=child_protection; by=dsl; at=early; in=phone; day=0
1 {gran} rang at {t}. {mother} fell on the stairs on Sunday night and {N} rang 999. She is in hospital with a broken wrist; the ambulance crew made a referral. {N} slept at {gran}'s.
> Rang children's social care at {t+20} and spoke to {duty}, who had the crew's form. School's chronology sent at {t+70}.
a deputy: Met {N} at the gate at {t}. {He} told me that the ambulance woman had said that {he} was calm. {He} {body} and asked to go to class.
o Assessment opened on {date-1-2}; {N} stays with {gran} meanwhile.
== with gran; wk=19; cat=vulnerable; by=T; at=morning; in=class; rep=2/6
1 {N} [has had {his} reading book signed each night|brought a photograph of {gran}'s garden|fell asleep at no time this week] since {he} lives at {gran}'s.
" She checks [my bag|the door|my teeth]. It's [annoying. It's all right|like a hotel with rules].
> Told {dsl} for the meeting of {date+3-9}.
== contact tea; wk=22; cat=vulnerable parent_concern; by=fw; at=after; in=family
1 {mother} and {N} had tea in the family room from {t}, as the plan says. She had brought a {game} set. She told me that she has not had a drink for {n4-6} weeks and showed me the card with the dates.
2 {N} asked her to show it to {him} as well.
o Held {n3-5} times up to {date}. Each time both came early.
== home; wk=28; cat=child_protection; by=dsl; at=meeting; in=meeting
1 Child in need review: {sw}, {key}, {mother}, {gran} and I. {mother} has {n10-12} weeks without alcohol, tested by the service. {N} goes home from {date+4-8}, with {gran} there on three nights.
"! I've [made a chart|kept my key]. Just in case.
o {N} went home on {date-1-2}. {T} and {fw} keep to the morning word.
== lapse; wk=34; cat=child_protection; by=dsl; at=home; in=phone; day=4
1 {mother} rang at {t}, before collection. She said, “I've had a drink and I'm not driving. Mum's coming for him.” {gran} came at {t+15}.
> {sw} told at {t+25}. {mother} asked me to write down that she had rung by herself.
o Spoken of in the review on {date}: she kept to what was agreed for such a day.
""",
    sure=True,
)

_CARER = scenes(
    """
== late with reason; wk=0; cat=attendance; by=office; at=late; in=desk; rep=4/6
1 {N} signed in at {t}. {He} had [waited for the carer to come|helped {father} into his chair|emptied the washing machine] before {he} left.
1 {N} came at {t} with [wet hair and two school bags|{his} {sibling}'s lunch as well as {his} own|a prescription to hand in on the way home].
"o The lift was [out, so I went for help|slow]. He can't do [stairs|the bolt].
> Coded as late; {T} knows why.
== told fw; wk=4; cat=vulnerable; by=fw; at=meeting; in=family
1 {N} told me what {he} does before school: gets up at 6, [warms the milk|lays out the tablets], helps {father} from bed to chair with the board, walks to the chemist on Wednesdays. {mother} works from 5 at the bakery.
" If I don't, he [stays in bed till eleven|tries by himself and falls].
> Asked whether {he} would like me to speak with {mother}. {He} thought for about a minute and said yes.
a fw given: {mother} and {father} signed the form for the young carers' service at {t} in the kitchen.
o Young carers' assessment done on {date-1-3}; a copy is with me.
== meeting; wk=9; cat=vulnerable parent_concern; by=dsl; at=meeting; in=meeting
1 {mother}, {father} (by telephone), {yc} and {fw} met with me. A carer will come from {date+8-14} at 7.15 on school days. {N} goes to the carers' club on [Tuesdays|Thursdays].
& {father} said, “I didn't want {him} to be the nurse.” Agreed: homework may be done in school, phone kept in {T}'s drawer and looked at twice a day.
o Carer has come each school day since {date-2-4}.
== phone; wk=12; cat=concern; by=T; at=lesson; in=class; rep=3/7
1 {N} asked for {his} phone at {t} and then at {t+40}; {he} [could not settle until {father} had answered|wrote two lines in between|{body}].
1 In {lesson} {N} had a list under {his} book: [bread, tablets, ring about the ramp|bins, milk, pay the gas key|wash Dad's hair, spellings, batteries].
> Told {fw}. {He} rang home at break from the office.
== club; wk=16; cat=vulnerable; by=fw; at=home; in=family; rep=2/8
1 {yc} told me that {N} has been at the club {n3-6} times and [made a film about a day at home|taught the others a card trick|laughed until {he} had hiccups].
"o They [get it there|don't ask why]. You don't have to explain.
== hospital; wk=24; cat=vulnerable; by=fw; at=door; in=door
1 {N} said that {father} has a chest infection and was taken in on Sunday. {He} had packed his bag: charger, glasses, the blue jumper.
> {mother} rung at {t+15}. {N} has tea at {his} aunt's until {date+3-6}.
o {father} has been home since {date-1-3}, with two carers a day.
""",
    sure=True,
)

_DEATH = scenes(
    """
== ill; wk=0; cat=vulnerable; by=T; at=phone; in=phone
1 {mother} told me that {dad} is in the hospice from today and that the doctors speak of weeks. {N} [knows that he will not get better|has been told that the medicine has stopped working].
1 {mother} rang from the hospice about {N}: {dad} sleeps most of the day now. {N} may bring a recording home and asks for the songs of the class.
> Told the adults of {class} in the words that {mother} chose. {fw} will ring her.
a dsl: Rang {mother} at {t}. We agreed that {N} comes to school when {he} wishes and goes home when {he} wishes.
o Held to until {date}.
== visit; wk=2; cat=vulnerable; by=ta T; at=register; in=class
1 {N} came late from the hospice and told me [about the fish tank there|that {dad} had slept the whole time]. {He} {body}.
"y Daddy's hand was [cold and then warm|too thin for his ring].
"o He knew it was me. He [pressed my hand|said my name backwards, it's our joke].
> {ta} {calm}.
== death; wk=4; cat=vulnerable; by=head; at=early; in=phone
1 {granddad} rang at {t}. {dad} died in the night. {mother} was with him. {N} has been told and is at home with {his} family.
1 A call from {granddad} before eight: {dad} died at twenty to four. {N} was woken and told by {mother}, and has asked who feeds the fish.
> Told the staff of {class}, and {dsl}. Wrote to the family by hand.
a dsl: {mother} and I spoke at {t}. {N} comes back on {date+5-9}; the class is told on the day before, in the words {mother} has read.
o {N} came back on {date-1-2}, with {granddad}, by the side door.
== back; wk=6; cat=vulnerable; by=T; at=register; in=class
1 {N} came back today. {He} showed the class a photograph of {dad} on a boat, then put it in {his} tray and began {lesson}.
"y He's in the [sky and also in a jar|ground, but not his laugh].
"o People [go quiet|say sorry]. I'd rather they [asked|just played].
> A card on {his} table: {he} may leave without asking. {He} used it {n2-4} times.
== waves; wk=8; cat=vulnerable; by=T ta; at=lesson; in=class; rep=5/5
1 {N} [tore up the card for Father's Day before it was begun|cried when the register reached {his} name|asked to sit beside the window] at {t}. It lasted {n4-12} minutes.
1 In {lesson} {N} [laughed, then stopped and looked round|wrote a letter that begins with Dear Dad|would not let go of the {toy}].
1 {N} told me that {he} [forgot {dad}'s voice last night and then it came back|dreamt of the car|keeps his scarf under the pillow].
"y Is it [my fault|because I was loud]?
"y Can he see [my shoes|the snow]?
"o I was [happy for a bit and felt bad|cross with him. Then I felt worse].
> Sat with {him} until {t+12}. Told {mother} at home time.
a dsl: {N} has met {counsel} {n2-5} times. {He} may bring a friend to the next.
== anniversary; wk=32; cat=vulnerable; by=T; at=register; in=class; rep=2/2
1 [It would have been {dad}'s birthday on {date}|It is a year since the news from the hospice]. {N} planted {n3-6} bulbs by the gate with {fw} and [told each one a joke|wrote labels for them].
o {mother} wrote on {date} that the day had been bearable.
""",
    sure=True,
)

_DEATH_TEAM = adults(
    dad="Mark Hargrave, father",
    granddad="Alan Hargrave, grandfather",
    counsel="Esther Lyle, bereavement counsellor",
)
_DRINK_TEAM = adults(
    gran="Bridie Molloy, grandmother", key="Ade Falana, recovery worker", sw="Colin Mayhew, social worker"
)

HOME = (
    Course(
        child="kayleigh-dobson", ago=245, scenes=_NEGLECT, adults=_NEGLECT_TEAM,
        echoes=(
            Echo("hungry", 6, MONDAYS), Echo("no coat", 5, MONDAYS), Echo("dirty clothes", 5, MONDAYS),
            Echo("asleep", 4, MONDAYS), Echo("late at the desk", 6, (0, 4)), Echo("no kit", 3),
        ),
    ),
    Course(
        child="brandon-dobson", ago=245, scenes=_NEGLECT, adults=_NEGLECT_TEAM,
        echoes=(
            Echo("hungry", 4, MONDAYS), Echo("toileting", 3), Echo("late at the desk", 4, (0, 4)),
            Echo("hair", 2, MONDAYS), Echo("dirty clothes", 3, MONDAYS),
        ),
    ),
    Course(
        child="isla-renshaw", ago=225, away=FATHER, scenes=_VIOLENCE, adults=_VIOLENCE_TEAM,
        echoes=(Echo("change in mood", 5, MONDAYS), Echo("asleep", 4, MONDAYS), Echo("something said", 3, MONDAYS)),
    ),
    Course(
        child="ethan-renshaw", ago=225, away=FATHER, scenes=_VIOLENCE, adults=_VIOLENCE_TEAM,
        echoes=(Echo("toileting", 3, MONDAYS), Echo("hurt another", 3, MONDAYS), Echo("refused", 2, MONDAYS)),
    ),
    Course(
        child="jake-molloy", ago=260, away=frozenset({"mother"}), scenes=_DRINK, adults=_DRINK_TEAM,
        echoes=(
            Echo("no kit", 2), Echo("asleep", 4, (0, 4)), Echo("hungry", 3, MONDAYS),
            Echo("fetched late", 4, (4,)), Echo("hurt another", 2), Echo("calling out", 3),
        ),
    ),
    Course(
        child="zara-mistry", ago=235, away=FATHER, scenes=_CARER, adults=adults(yc="Rowena Pask, young carers' worker"),
        echoes=(Echo("asleep", 4), Echo("alone at break", 2), Echo("felt ill", 2)),
    ),
    Course(
        child="toby-hargrave", ago=200, scenes=_DEATH, adults=_DEATH_TEAM,
        echoes=(Echo("change in mood", 3, first=8), Echo("fell out", 2, first=8), Echo("felt ill", 3, first=6)),
    ),
    Course(
        child="evie-hargrave", ago=200, scenes=_DEATH, adults=_DEATH_TEAM,
        echoes=(Echo("change in mood", 3, first=8), Echo("asleep", 2, first=6), Echo("alone at break", 2, first=6)),
    ),
)  # fmt: skip
