"""Changes at home that people around a child need to know."""

from heed.demo.tales.script import scenes

VULNERABLE = scenes("""
== new baby; cat=vulnerable; by=T ta fw; at=door; in=door; yr=-1..4; wt=1
1 {parent} told me that [the baby came on {date-1-4}|a baby is expected in {n2-5} months] and that {N} [has been told|is cross with the cot|wants to choose the name].
1 {N} said in {lesson} that the baby [cries all night|is in a glass box at the hospital|has {his} room].
"y It's [too small to play|red]. I asked for a [dog|brother my size].
> Told those who work in {class}.
== pet died; cat=vulnerable; by=T ta; at=register; in=class; wt=1
1 {N} cried at {t} because the family's {animal} died [on {date-1-2}|in the night|at the vet's].
1 {N} brought a [photograph|collar|drawing] of the {animal} that died and kept it in {his} pocket.
2 {He} [told the class about it|did not want it spoken of|made a card].
"y [He's|She's] in the [garden|clouds] now, in a [shoe box|blanket].
"o I [held it|said goodbye]. Dad dug the hole.
> {ta} {calm} at break.
== illness at home; cat=vulnerable; by=T fw; at=phone; in=phone; wt=2
1 {parent} told me that {other} is in hospital for [an operation|tests|{n2-5} days] from {date-1-2}.
1 {N}'s grandmother is ill and [lives with them now|{parent} travels to her on {day}s], {parent} said.
1 {parent} rang: {N}'s [grandfather|great-aunt|godmother|uncle] died on {date-1-3}.
2 {N} [knows|has been told in simple words|asks about it at night].
> {T} looks out for {him}; a call home each {day} until {date+8-15}.
== moved house; cat=vulnerable; by=office T; at=phone; in=office; wt=2
1 {parent} gave a new address from {date+1-6}: [a flat|a house|a room in a hostel|{phis} mother's house], {n2-6} [bus stops|miles] away.
1 {N} told me that {he} [slept at {n2-3} places this week|has {his} things in boxes|shares a room with {n2-3} others now].
2 {phe} asked whether {he} can stay at this school.
"y My bed is [coming later|in the van|a sofa].
> Address changed at {t+5-20}. {fw} told.
== funeral; cat=vulnerable; by=T; at=register; in=class; wt=1
1 {N} was at the funeral of {his} [great-grandmother|uncle|grandfather|neighbour] on {date-1-2} and came back today. {He} {body}.
"y Everybody had [black on|cake]. I was allowed [one biscuit|to hold the flower].
"o I carried [a candle|the order of service].
> {N} may leave class with a card. {parent} knows.
== parent away; cat=vulnerable; by=T ta; at=lesson; in=class; wt=1
1 {N} said that {parent} has gone [to work on a ship|abroad|on a course|to a hospital far away] until {date+15-40} and counted the days on {his} fingers.
1 {N} has drawn {parent} in {n2-4} pictures since {phe} [left for work abroad|went into hospital] on {date-4-9}.
"y I talk to [the phone|the picture] at night.
> A map with a string went up beside {his} peg.
""")
