"""Friends, and being without."""

from heed.demo.tales.script import scenes

FRIENDSHIP = scenes("""
== alone at break; cat=friendship; by=ta T; at=break; in=yard; wt=4
1 {N} [stood {spot}|walked the edge of the court|sat on the step] for the whole of break and [watched {game}|spoke to nobody|counted the bricks].
1 {N} asked me {n2-4} times [whether {he} could stay in|what {he} should play|when the bell goes].
1 {N} held my hand from {t} until the bell and {body}.
2 I asked {n2-3} children to show {him} {game}, and {he} [joined in|went back to the wall after {n2-5} minutes].
2 {He} said that {n2-3} children had [moved away|told {him} the game was full].
"y They said I can be the [dog|door|baby] or nothing.
"y I've got a friend but [she's poorly|he's in the other class].
"o It's [fine|easier on my own]. I like [the quiet|watching].
> [Brought {him} into|Began] a game of {n4-8}. Told {T}.
== fell out; cat=friendship; by=T ta; at=lunch; in=yard; yr=1..6; wt=4
1 {N} and another child [fell out over {game}|would not sit beside each other|argued about who is whose friend] at {t}.
1 {N} came to me in tears. Another child had [given out cards for a party and left {him} out|told {his} secret|chosen somebody else for {lesson}].
1 {N} said that a group of {n3-4} has [a club with a password|a chat without {him}|made up a song about {him}].
2 I spoke with [one after the other|each alone] for {n2-5} minutes.
2 In the end they [shook hands|agreed to leave each other be until {tomorrow}|drew a line in the sand and laughed].
"y She said she's [not coming to my party|my friend on Tuesdays only].
"o They go quiet [and then they look|when I come round the corner].
"o I said sorry first. I [am done being first|said it twice].
> Told {T} and looked at the seats for {lesson}.
> {parent} spoken to at the door: the families know each other.
== no partner; cat=friendship; by=T; at=lesson; in=class; yr=1..6; wt=2
1 When the class chose partners for {lesson} {N} was [left over|not chosen] and {body}.
1 {N} asked to do the {lesson} task by {himself}, for the {o2-5} time since {date-8-15}.
2 I put {him} with a pair and they [finished {n2-5} parts|laughed together|took turns].
> From {tomorrow} partners are drawn from a jar.
== group chat; cat=friendship concern; by=T; at=register; in=class; yr=5..6; wt=2
1 {N} told me that {he} was taken out of a group chat [on {date-1-2}|at the weekend] after {n10-12} messages about {him}.
1 {n2-4} children spoke at {t} about a [chat|video] in which {N} [was laughed at|had written about another child].
2 {He} showed me [nothing: the phone is at home|the last {n2-4} messages on {his} phone].
"o I keep [looking at it|typing something and deleting it].
> {parent} rung at {t+60-200}; {phe} will [keep the phone downstairs|look at it with {him}].
> Told {told}.
== party; cat=friendship; by=ta T; at=home; in=door; yr=0..4; wt=1
1 At home time {n5-9} children were given invitations. {N} [looked in {his} tray {n2-3} times|asked me whether one had fallen down].
1 {N} gave out {n6-12} cards for {his} birthday and {n2-4} were [left on the floor|handed back].
> Spoke to {parent}. Cards go through the office from now on.
== stuck up for; cat=friendship; by=ta T; at=break; in=yard; yr=2..6; wt=1
1 {N} stood between another child and {n2-3} others {spot} and said, “Leave it.” {He} then came to tell me.
1 {N} has eaten with a child who is new to the school on {n3-5} days up to today.
"o I know what [new|lonely] is like.
> Told {parent} at home time.
""")
