"""Social care, plans and meetings about Leon and his sister."""

from heed.demo.tales.script import scenes

LEON_PROTECTION = scenes("""
== sw visit; cat=child_protection; by=dsl deputy; at=meeting; in=quiet; yr=1..6; wt=6
1 {sw} saw {N} in school for {d20-50} minutes, with {wen} [there|outside at {his} wish]. They [drew who lives in the flat|used the three houses|walked round the field|looked at photographs of birds].
1 Visit of {sw}, the {o2-8} this term. {N} [showed {his} tray|asked whether she had fed her cat|said little and built a tower|would not come out from under the table for {n4-10} minutes].
1 {sw} came without notice at {t}, after [a call from a neighbour|a visit to the flat where nobody answered|a night on which {N} was at {grandmother}'s]. {N} spoke with her for {d10-30} minutes.
2 Next visit by {date+8-20}.
" Are you the [one who decides|same one as before]?
o {sw}'s note came on {date}.
o Read with {deputy} on {date}; nothing to add from school.
== call to sw; cat=child_protection; by=dsl deputy; at=phone; in=phone; yr=1..6; wt=5
1 I rang {sw} at {t} and told her about [Monday's clothes|the missed tablets|the words of {date-1-3}|the mark on {his} {limb}|the empty flat]. She [goes there today|asked for it in writing, sent at {t+20-40}|speaks with {grandmother} first].
1 {sw} rang back at {t}: [{mother} was seen and says that it was one night|the flat was clean, food in the fridge|nobody has seen {mother} since {day-}|the children sleep at {grandmother}'s until {date+2-6}].
1 Out of reach: {sw}'s telephone at {t} and {t+30}. The duty desk took it at {t+40}, {duty}.
o Written answer received on {date}.
o {sw} rang on {date} and said what was done.
o Taken into the next core group on {date}.
== leaders look; cat=leader_welfare; by=dsl deputy ah; at=after; in=lead; yr=1..6; wt=5
1 I read {N}'s entries since {date-15-30} with {T}: {n4-12} about food or clothes, {n2-9} about {his} health, {n2-6} good days. {n2-5} fall on a Monday.
1 Fortnight's look: [fewer|more] absences, {n2-6} late marks, {n1-3} words about home that went to {sw} on the day.
1 What came before the outbursts since {date-20-40}: {n2-5} after an absence, {n2-4} after a change of adult, {n1-3} with nothing that anybody saw.
& [Agreed: same adult at the door each day until {date+10-20}.|Agreed: breakfast before the register, whatever the time.|Agreed: {wen} has {n2-3} breaks more, {ta} steps in.|Agreed: the chart goes to {sw} on {day}s.]
o Looked at in the same way on {date}: {n2-4} fewer.
o Agreed things were done by {date}.
== family worker; cat=vulnerable; by=fw; at=meeting; in=visit; yr=0..6; wt=4
1 I was at the flat at {t}. {mother} [let me in and made tea|spoke through the door|was asleep; {grandmother} let me in]. [There was food for {n2-4} days|The washing was done|Two windows were covered with cardboard|The dog was in the bath].
1 Took {mother} to [the housing office|the food bank|the school shop|the benefits advice] at {t}; {n2-4} forms done, next one on {date+3-9}.
1 {grandmother} and I went through [the guardianship form|the bus pass|the rota of nights] in the family room for {d20-45} minutes.
> Told {dsl}.
o {fw} was there a second time on {date}.
o Told to {sw} on {date}.
o What was asked for came on {date-1-4}.
== police notice; cat=child_protection; by=dsl; at=early; in=email; yr=2..6; day=0; wt=2
1 Notice from the police: officers at the flat on [Friday|Saturday|Sunday] at {d21-23}.{d10-55}, [an argument between {mother} and a man|loud music and a broken door|a neighbour's call about children alone]. {N} [was at {grandmother}'s|was in bed|answered the door].
> {T} and {wen} know to go gently today. {sw} told at {t+30-70}.
o Spoken of with {sw} on {date}.
o {mother} was seen by {sw} on {date-1-2}.
== core group; cat=child_protection; by=dsl; at=meeting; in=meeting; yr=1..6; wt=0
1 Core group: {sw}, {grandmother}, {fw}, {nurse} and I; {mother} [came for the last ten minutes|sent a message|was there and spoke]. School's part done: {n2-4} of {n4-5}.
1 Core group in school. [The tablets are kept at {grandmother}'s from today|Breakfast club is paid until summer|The flat has hot water since {date-3-9}|Nobody knew where {mother} was living]. Agreed until {date+20-28}: {n3-5} actions.
1 {mother}, {grandmother}, {sw}, {en} by telephone, and I met as core group for {d40-75} minutes. {N}'s attendance since the last: {d84-96} per cent, {n2-7} lates.
& {mother} said, “[I know how it looks|You all want me to fail|He's happy, isn't he?|I'm trying, write that down]”. Next on {date+25-32}.
o Minutes came on {date} and were checked.
o School's actions done by {date}.
== conference; cat=child_protection; by=dsl; at=meeting; in=council; yr=1..6; wt=0
1 Child protection conference. {N} and {his} sister [are placed on a plan, category neglect|stay on the plan]: health missed, food and sleep, adults who are not there. {mother} [wept|agreed|left before the end].
1 Review conference, {d70-120} minutes. [Stays on the plan|A child in need plan follows|The plan goes on for three months and a legal meeting is asked for]. School spoke to {n4-7} points, with dates.
1 At the conference I read {N}'s own page: a house with {grandmother}, a bird table, and “my mum, better”.
& Decision of all agencies but one. School's tasks: chart of Mondays, tablets counted, {wen} named as safe adult, {his} wishes before each meeting.
" What did they [say I was|write about Mum]?
a dsl: Told {N} at {t} with {wen} what was decided, in {n3-5} sentences. {He} {body} and asked who feeds the birds at {his} nan's.
o {T} told of what concerns {class} on {date}.
== review of plan; cat=sen parent_concern; by=senco; at=meeting; in=meeting; yr=1..6; wt=0
1 Annual review of {N}'s education, health and care plan with {grandmother}, {T}, {salt}, {ep} and {wen}; {mother} [came|did not come|joined by telephone]. {n3-6} of {n7-9} outcomes met.
1 Annual review: {d20-32} hours stay. {N} [opened the meeting with a film about pigeons|brought biscuits {he} had made|sat under the table and answered from there].
& New outcomes: [tell an adult before it comes|write {n2-4} sentences alone|name and time an absence afterwards|use the bus with {wen}]. Next in twelve months.
"y I want a [chair that turns|bird].
"o I want Wen to [come to the big school|be at my wedding].
o Final plan received on {date}.
""")
