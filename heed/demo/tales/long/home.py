"""Leon's home as school sees it: mornings, who brings him, what is in the bag, what he says."""

from heed.demo.tales.script import scenes

LEON_HOME = scenes("""
== monday; cat=concern; by=T ta; at=register; in=class; day=0; wt=22
1 Monday: {N} came in [yesterday's|Friday's] {garment}, with [a {colour} stain|crumbs|dog hair|jam] on it, and [no socks|odd shoes|no lunch].
1 {N} had [slept in {his} uniform, {he} said|not been to bed until {n10-12}|watched films with {his} brother until one] and {body} at {t}.
1 On Monday at {t} {N} ate {snack}, then {snack}, then [asked for the crusts of others|licked the plate|looked into the bread bin].
1 {N} [smelt of smoke|smelt of the dog|had chip fat on {his} cuffs] at the start of the week, and {his} hands were [cold|grey|sticky].
1 First thing on Monday {N} told {wen} that [the lights went off on {day-}|there had been a party downstairs|they had walked to {grandmother}'s in the dark|people had slept in {his} bed].
1 {N} came in on Monday with [a plaster from a kitchen roll|one glove|a coat of {grandmother}'s|a shoe tied with string].
1 Weekend news in {lesson}: {N} drew [a fridge|a sofa with {n4-7} people|a door|a dog as big as a car] and wrote {n1-4} words under it.
2 {wen} took {him} to [wash|change|eat] before the register was done.
2 {He} [fell asleep at {t+30-90}|had an absence of {d6-20} seconds at {t+15-60}|was at work by {t+40-70}].
2 {from 1}{His} sister came [with {him}|later, with {grandmother}|in the same state].
"y We had [tea from a tin|no tea|toast for dinner and for tea].
"y Mummy was [asleep on the floor|tired all the days].
"o I did the [tea|door|washing]. Jordan did the [gas|little one].
"o It was all right. Nan [came Sunday|brought a pie]. It was all right after that.
> Clean set from {his} drawer, breakfast at {t+5-15}. Told {told}.
> On the Monday sheet for {dsl}.
o Counted into the Mondays for {sw}: {n2-5} of {n6-9} since {date-20-40}.
o Clean and fed by ten; read with {T} on {date}.
o Told to {sw} on {date} with the rest of the week.
o {grandmother} had both children on the Sundays up to {date}.
o Part of the plan's chart of Mondays, closed on {date}.
== who brought him; cat=attendance; by=office; at=late; in=desk; wt=8
1 {N} was brought at {t} by [{grandmother}|a neighbour|a woman from the flat below|{mother}, who did not get out of the car].
1 {from 4}{N} was at the hatch at {t} with {his} brother, who [had walked them both|had carried the little one|was late for his own school] and ran for a bus.
1 {from 1}{t}: {N} and {his} sister at the hatch with [one umbrella|a bag of washing|a note on the back of an envelope].
1 The taxi [had waited {n5-12} minutes at the flat and left|came at {t} with {N} in it, no shoes on|brought {N} and said that nobody had answered the door for a while].
1 {grandmother} rang at {t}: she is [on the bus with both|fetching {N}'s tablets|at the flat, and they are still asleep].
2 {He} said that {he} had [dressed {himself}|woken {himself} by the bin lorry|waited on the stairs].
2 {mother} rang at {t+10-50} and said, “[He's in, isn't he?|I've had no sleep|The clock's wrong]”.
> Late mark. {T} told. {snack}.
o {grandmother} brings both on {day}s from {date}.
o Counted for {sw} on {date}: {n2-5} late of {n9-12}.
o Taxi firm rung on {date}; the driver waits ten minutes from now on.
o In on time on each of the {sd} school days up to {date}.
== mother by telephone; cat=parent_concern; by=fw office T; at=phone; in=phone; wt=6
1 {mother} rang at {t} and spoke for {n4-12} minutes about [the electric|the housing officer|{his} dose|her own mother|a letter from the council].
1 I rang {mother} at {t} about [{his} tablets|the missed clinic|the trip|shoes]. She [said that she would sort it|cried|put the kettle on meanwhile|was in a shop].
1 {mother} did not answer at {t}, {t+15} or {t+60}. Her voicemail is full.
1 {mother} rang the desk and asked, “[What's he been saying?|Have you lot rung them?|Can he stay till five?]”
2 I could hear [a man's voice|a dog|the television|a child crying|traffic] in the background.
2 She asked how {his} morning had been and I told her: [{n2-4} absences, ate well|good, and proud of {his} sum|tears at ten, fine by eleven].
> Told {dsl}.
> Wrote down her words while she spoke.
o {mother} was called back on {date} and had nothing to add.
o Told to {sw} on {date}.
o Answered by {fw} on {date}, in the family room.
o Read on {date} beside the other calls of the month.
== grandmother; cat=parent_concern; by=T fw ta; at=home; in=door; wt=7
1 {grandmother} told me that she has [had {him} since {day-}|bought shoes|taken the spare tablets to her house|changed the lock of her own front door].
1 {grandmother} asked me to write down that [{mother} has not been home since {day-}|there was no food at the flat|the dog had been shut in with them|{N} had wet the bed {n2-4} times].
1 {grandmother} brought [a bag of clean clothes|{his} clinic letter|a tin of shortbread|a list of {n3-5} questions].
1 {grandmother} said that {N} [sleeps through at hers|eats at the table|talks about pigeons from the minute he wakes|asks whether he may stay].
2 She said, “[I'm 68, I can't do nights for ever|I'm not saying it to cause trouble|She's my daughter as well]”.
> Told {dsl} at {t+10-40}.
> Thanked her; {fw} will ring on {tomorrow}.
o Told to {sw} on {date}, as {grandmother} had asked.
o {grandmother} was rung on {date}; it stands as she said.
o In the notes for the core group, {date}.
o {fw} saw {grandmother} on {date}.
== what he said; cat=concern; by=ta T; at=lesson; in=quiet; wt=9
1 While we [cut up apples|walked to the office|fed the birds|sorted socks|waited for the bell|drew] {N} spoke about [{his} mother|the flat|a man called Gaz|{his} brother|the night]. I wrote it down at {t+4-15}.
1 {N} [whispered it to the glove puppet|told it to the window|said it with {his} back to me|put it on the talking button] at {t}.
1 In the story of [the bear|the wolf|the lost boy|the fox] {N} stopped me at page {n3-12} and said something of {his} own.
1 I asked {N} [how the night had been|what the plaster was for|who made {his} lunch], and nothing more.
2 {He} {body}, then asked [for the pigeon book|to go out|what was for dinner|if it was home time].
"y! When they shout I'm a [chair|lump|sleeping cat].
"y! The man said [get out of it|shift] and the cup [went on the wall|jumped].
"y! Mummy's [bottle|medicine] makes her [funny|floppy]. I put the [blanket|light] on.
"y! I had [biscuits|ketchup] for tea because I can [reach them|open it].
"y! {from 0}Tia was crying so I gave her my [thumb|dummy from before|sock].
"o! He doesn't hit us. He hits [the door|the fridge|the wall near us].
"o! If I have a fit at home nobody [times it|does the chart]. Tia [counts|sings].
"o! Jordan says when he's sixteen he'll [get us|get a flat with a landing].
"o! I heard Mum say [they'll take us|it's because of school]. Is it [because of me|me]?
"o! I keep my [bag|tablets] by the door. [In case|So I don't have to look].
>! Told {told} in person at {t+8-40}. [Asked nothing further.|His words are in the order in which he said them.]
o In {his} own words to {sw} on {date}.
o Read at the meeting of {date}, word for word.
o {N} was told on {date} who knows what {he} said.
o Put beside what {his} sister said; both with {sw} since {date}.
== body; cat=concern medical; by=ta T; at=morning; in=medical; wt=5
1 {N} had a {hue} mark on {his} {limb}, {size}. {He} said that it was from [the bunk|a fall in a fit|the dog|the stairs|football|Tia].
1 When {wen} helped {him} to change I saw a [scratch|graze|bruise], {size}, on {his} {limb}; it was not there on {date-1-3}.
1 {N} [limped|held {his} side|would not sit back] at {t}. There was a mark on {his} {limb}, {size}.
2 {grandmother} said the same when I rang at {t+20-50}: [a fall on {day-}|she had not seen it|it was the dog].
> Drawn on the body sheet and shown to {dsl} at {t+10-30}.
o Shown to {sw} on {date} with the body sheet.
o Gone by {date}, {wen} saw.
o {mother} and {grandmother} said the same of it on {date}.
== washing and clothes; cat=concern; by=ta; at=morning; in=medical; wt=5
1 {N} was changed at {t}: {his} {garment} [was wet through|was stiff with dirt|had split at the seam|was two sizes small].
1 {N} had a shower at school with [{wen} outside the door|music on]: {his} [feet|neck|hair] had not been washed for some days, {he} said.
1 Head lice combed out at {t}, {d6-40} of them. {He} read the pigeon book to me meanwhile.
1 New shoes from the fund, size {d10-13}: {N} [ran the length of the hall in them|would not take them off for PE|asked for a bag to hide them in].
" Can these [stay here|sleep at school]?
> The others were washed and went home with {grandmother}.
o {N}'s drawer was filled by {fw} on {date}.
o {grandmother} does the washing since {date-2-5}.
o Clean on each of the {sd} school days up to {date}.
== food; cat=concern; by=ta T; at=lunch; in=dining; wt=5
1 {N} ate {dish} {n2-3} times at lunch and [put bread in {his} pocket|asked what happens to the rest|drank {n3-5} cups of milk].
1 In {N}'s tray I found [{n3-6} crusts|two yoghurts|a bag of rice from the play kitchen|a banana from {date-2-4}].
1 {N} told the cook at {t} that [hers is the best dinner there is|he could eat it tomorrow as well|he would trade his pudding for a second roast].
1 {N} would not eat {dish} and {body}; {he} took {snack} from {wen} at {t+40}.
"y I'm saving it for [Tia|the morning|when it's dark].
"o You can't know [if there's tea|till you get there].
> The box in {his} tray has fruit for the way home.
o The kitchen gives {him} a second plate from {date}.
o Written into the chart for {sw} on {date}.
o {grandmother} shops with {fw} on {day}s since {date-2-6}.
""")
