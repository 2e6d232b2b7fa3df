"""Leon at school: friends, pigeons, anger and good days."""

from heed.demo.tales.script import scenes

LEON_SCHOOL = scenes("""
== pigeons; cat=vulnerable; by=ta T; at=break; in=yard; yr=0..6; wt=7
1 {N} fed {n4-12} pigeons {spot} and [named {n2-5} of them|told {n2-4} children to stand still|counted them twice].
1 {N} [gave a talk about homing pigeons to {n8-12} children|wrote {n3-8} lines about a pigeon called Concrete|drew a loft with {d10-24} doors|asked the caretaker for a nest box].
1 With {wen} {N} [built a bird table|painted the pigeon for the hall|measured a wing in the book|made a book of {n5-10} pages about birds] from {t}.
2 {He} spoke in sentences of {n5-10} words the whole time.
2 {He} let [a younger child|another child|{ta}] hold the seed.
"y That one's [Grey Gary|Mrs Pigeon|Nan]. She's got [red wellies|a bad toe].
"o They always get home. You can [drive them to France|put them in a box] and they just know.
> Photograph of the page for {grandmother}.
o Copied on {date} for {his} page in the annual review.
o {grandmother} was told on {date} and laughed.
o Read on {date}; a good hour, for the file.
o Told to {sw} on {date}, with the photograph.
== anger; cat=low_behaviour; by=ta T; at=lesson; in=class; yr=0..6; wt=7
1 {N} [threw {object}|kicked the table|swept the tray clear|ran out and round the building] at {t} after [{lesson} went on too long|somebody sat in {his} place|a word about {his} mother|the bell].
1 {N} shouted from {t} to {t+3-9}: “[Leave me|It's mine|Not you|I want Nan].” {wen} {calm}.
1 {N} built a wall of chairs {inside} and stayed behind it until {t+8-25}.
1 {N} spat {n2-3} times and then [hid {his} face|mopped the floor by {himself}|said sorry to the floor].
2 It came {d4-30} minutes after [an absence|a message from home|{he} had woken from a sleep|lunch].
2 {He} used the {colour} card {himself} when {he} came back.
"y My [angry|tiger] got out.
"o I [felt it come up|told you, I said card].
> {n2-5} minutes with the weighted blanket, then {lesson}.
> Told {T} and [wrote it on|added it to] the chart of what came before.
o Chart of {date}: {n2-4} in the fortnight, {n3-6} in the one before.
o {wen} and {T} changed the order of the morning on {date}.
o {N} and {wen} wrote a new card for it on {date}.
== hit out; cat=serious_behaviour; by=ta T ah; at=lunch; in=yard; yr=0..6; wt=3
1 {N} hit {wen} on the {limb} {n1-3} times when she stood [at the gate|between {him} and another child|in the doorway].
1 {N} [bit|scratched|kicked] another child {spot} at {t}, in an argument about [{game}|a ball|who is the driver]. The mark was {size}.
1 {N} threw a chair at {t}. It fell {n1-3} metres from {n2-4} children.
2 {He} [slept for {d15-40} minutes afterwards|cried for {his} grandmother|could not say what had come before].
>! {grandmother} told at {t+20-60}. {ah} saw {him} at {t+15-40}.
a slt: Looked at the chart with {wen} at {t}: {n4-8} of the last 10 came within an hour of an absence or on a day after contact.
== friend; cat=friendship; by=ta T; at=break; in=yard; yr=0..6; wt=6
1 {N} [played {game} with {n2-4} others for {d6-15} minutes|was asked to be in goal|was chosen by another child for {lesson}|shared {snack} with a child from Year {n1-5}].
1 {N} stood {spot} and [called out the names of cars|watched|followed {n2-3} children at {n3-6} metres] for the whole of break.
1 {n2-4} children [copied {N}'s way of speaking|moved when {N} sat down|ran away when he came] at {t}. I spoke with them, and with {him} alone.
1 {N} came to {wen} and said that [nobody would be the passenger|they had said he smells|he had a friend, from now until Friday].
2 {He} {body}.
"y I've got [one friend|a half friend]. He's [off|in the other class].
"o They're not being mean. They're just [faster|all talking at once].
> A game with {ta} and {n3-5} others on {tomorrow}.
o Lunch club on {day}s since {date-2-6}.
o {wen} and {n2-3} children play with {him} each {day}, seen on {date}.
o Told to {grandmother} on {date}.
== good day; cat=vulnerable; by=T ta; at=afternoon; in=class; wt=8
1 {N} [sat through the whole of the story|put {his} coat on by {himself}|said the names of {n4-7} children|gave another child {toy}|ate with a fork].
1 {from 1}{N} [carried the register by {himself}|was star of {class}|sang a line alone in assembly|stayed in {lesson} to the end|read {n1-3} pages to the head|had no absence and no tears today].
1 {from 1}{N} [tied {his} laces at the {o3-7} try|told a joke and the class laughed|put up {his} hand {n3-8} times|helped a child in Reception to find a glove].
2 {He} asked for it to be written [in the big book|to {grandmother}|where “they” can read it].
"y Tell my nan [in capitals|twice].
"o Put that in. They only write [the bad ones|when I hit].
> Told {grandmother} at the door.
> Wrote it in the book that goes home.
o Read out to {N} on {date}.
o Sent to {grandmother} on {date}, in capitals, as {he} had asked.
o Kept for the meeting of {date+5-15}.
o {sw} was told of it on {date}.
== breakfast; cat=vulnerable; by=ta; at=club; in=breakfast; yr=0..6; wt=5
1 {N} came to breakfast club at {t} and ate {snack} and {snack}[ and asked for more| and filled {his} pockets| in {n3-6} minutes| beside me|].
1 Breakfast club: {N} [laid {d8-20} places|put {his} head on the table until {t+20}|was on the step before I opened at {t-4}|told a long story about {n2-5} pigeons].
2 {from 1}{He} had walked [alone|with {his} sister by the hand|behind {his} brother|with a neighbour].
> Told {T} how {he} had come in.
o {N} came to breakfast on {n3-5} days of the week that ended on {date}.
o Place paid for until {date+30-60}.
o Told to {sw} on {date} with the list of days.
== club; cat=vulnerable; by=ta; at=waiting; in=afterclub; yr=1..6; wt=3
1 {N} was fetched from club at {t} by [{grandmother}|a neighbour, without a note|a woman from the flats|{mother}]. {He} had [made a kite|slept|played {game}].
1 Nobody had come by {t}; {grandmother} was rung and came at {t+20-45}. {N} said, “[It's all right, she'll come|I can walk|It's the other day today].”
> Time written in the book. {dsl} told.
o {grandmother} is the one to ring first, from {date}.
o Collected on time on each of the {sd} school days up to {date}.
""")
