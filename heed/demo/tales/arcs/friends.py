"""Courses between children: a group that falls apart, bullying and its end, a racist incident, a worry at play."""

from heed.demo.tales.course import Course, Echo, adults
from heed.demo.tales.script import scenes

_GROUP = scenes(
    """
== three; wk=0; cat=friendship; by=T; at=lunch; in=yard
1 {N} and two other children have played together since Reception. At {t} they stood in three different places and {N} {body}.
1 {N} told me that “the three of us” are now two. {He} said that it began with [a sleepover|a part in the play].
"o They've got [matching bracelets|a handshake]. I [had|made] one too and I took it off.
> Let {T} know.
== notes; wk=2; cat=friendship; by=T; at=lesson; in=class
1 A note went round in {lesson}. It has {N}'s name left out of a list of [bridesmaids|best friends|people in a band]. {He} [found it in the bin|was given it face down].
1 I found a note in {N}'s writing with [three rules for being in the club|a list of who is allowed at the den]. {He} said that {he} had been told what to write.
> The note is in an envelope with {slt}.
a slt: Spoke with each child alone at {t}, {n8-12} minutes each, and wrote down what they want to happen.
== mothers; wk=3; cat=parent_concern friendship; by=T; at=phone; in=phone
1 {mother} rang at {t}. She said that {N} [has cried on {n3-5} evenings|does not want to go to the dance class] and that the mothers [do not speak at the gate|have left the message group].
> Said that each family is spoken to alone and that I will ring on {date+4-6}.
== circle; wk=5; cat=friendship; by=slt; at=meeting; in=leaders
1 {N} met with two other children and me for {d20-30} minutes. Each said one thing that hurt and one that {he} misses. {N} said that [nobody asked {him}|{he} was tired of choosing].
" I don't want to be the [middle one|leader] any more.
> They wrote {n3-4} sentences that all of them signed. We meet on {date+5-7}.
o Met {n3-4} times. They sit at two tables now and play together on some days, as each told me on {date}.
== slips back; wk=9; cat=friendship; by=ta; at=break; in=yard; rep=2/5
1 {N} [sat in the toilets until the bell|walked behind two others, about four metres away,|gave away {his} snack to be let in] at {t} and {body}.
> Told {T}. {He} helped in the library at lunch.
== settled; wk=18; cat=friendship; by=T; at=lesson; in=class
1 {N} chose a partner from outside the old group for {lesson} and they [finished first|asked to present together].
o {mother} told {T} on {date} that {N} has two new friends to tea.
""",
    sure=True,
)

_BULLIED = scenes(
    """
== avoids; wk=0; cat=friendship concern; by=T; at=break; in=class
1 {N} asked to stay in, for the [fourth|fifth] break in two weeks, and gave {n2-3} different reasons. {He} {body} when the older children went past the window.
" I've got a [tummy ache|job to do]. It's just at break.
> Told {told}. {ta} goes out with {him} this week.
== tells; wk=2; cat=vulnerable; by=T; at=lesson; in=quiet
1 {N} told me that an older boy waits at the water fountain, calls {him} [“rat”|“ghost”] and has taken {his} snack on {n4-6} days. {He} showed me a mark on {his} {limb}, {size}.
"! He says [it's a tax|if I tell it doubles].
>! Told {slt} at {t+15}. {mother} rung at {t+40} and told what {N} had said and what happens next.
a slt: Bullying report opened. {N} chose {ta} as the adult to go to and a route to class that {he} likes.
== check; wk=4; cat=vulnerable; by=T ta; at=break; in=yard; rep=4/2
1 {N} [went out with two friends and played {game}|walked past the fountain by {himself}|told me “nothing today” before I had asked] at {t}.
1 Weekly check with {N}: [no name-calling since {date-4-6}|one look across the hall, no words|{he} slept well on all nights but one].
o Written into the bullying report on {date}.
== again once; wk=9; cat=vulnerable; by=ta; at=lunch; in=dining
1 {N} told me at {t} that the older boy's friend had hissed {his} old nickname at the hatch. {He} came to me within a minute.
" You said straight away. So I [did|ran].
> Told {slt}. {N} finished {dish}.
o Dealt with on {date-1-2}. {N} was told how.
== end; wk=14; cat=vulnerable parent_concern; by=slt; at=meeting; in=leaders
1 Last review with {N}, {mother} and {father}. No event in {n5-6} weeks. {mother} said that {he} [walks to school with friends|sings in the bath].
" I don't [plan the way|look first] any more.
o The report was closed on {date}, and the family has a copy.
""",
    sure=True,
)

_BULLIES = scenes(
    """
== first; wk=1; cat=low_behaviour; by=ta; at=break; in=yard; rep=2/1
1 {N} stood in front of the water fountain and let {n2-4} younger children pass only after they had [said a word|handed something over]. {He} stepped aside when I came.
1 I saw {N} knock a younger child's [hat|snack] to the ground with the back of {his} hand.
" It's [a game|only a joke]. They [laugh|like it].
> Told {T} and {slt}.
== report; wk=3; cat=bullying; by=slt; at=meeting; in=leaders
1 {n6-8} events in {n4-5} weeks, told by the younger child and seen by {n2-3} adults, are to one child: names, taking food, a push. Kinds: verbal and physical. I met {N} with {mother} and {father}.
& {N} agreed to {n5-6} of them. {He} said that somebody older does it to {him} on the estate. {mother} cried. {father} said that he had not known.
" I wanted to be the one who [says|isn't scared].
> Bullying report filled in. Other break, other staircase, daily word with {ah} until {date+20-24}.
a slt told=fw: {fw} has offered {father} a meeting about what {N} said of the estate.
o Reviewed {n3-4} times up to {date}: no event. The younger child's family was told.
== estate; wk=5; cat=concern; by=fw; at=after; in=family
1 {N} told me about a group of boys of 12 or 13 who stop {him} at the garages and make {him} [fetch the ball from the road|pay with sweets]. {father} listened and then took {his} hand.
> {father} will walk with {him}. Community officer asked to pass by at four.
== daily word; wk=6; cat=leader_welfare; by=ah; at=register; in=leaders; rep=3/3
1 {n10-12} daily words kept with {N}. {He} named {n2-3} moments when {he} had walked away. [The mentor|The football club] begins on {date+4-8}.
1 {N} brought me a list: what {he} did when {he} was angry this week. {n4-6} things, none of them with hands.
o Looked at with {slt} on {date} and carried on.
== sorry; wk=10; cat=bullying; by=slt; at=meeting; in=leaders
1 At the wish of the younger child, {N} met with him and me for {n9-12} minutes. {N} read what {he} had written. The younger child said, “All right. But stay over there for now.”
o {weeks} weeks without an event on {date}; report closed.
== mentor; wk=16; cat=low_behaviour; by=T; at=break; in=yard
1 {N} stopped a chase among Year 2 children at {t}, picked up a hat and gave it back.
o Told to {father} on {date}.
""",
    sure=True,
)

_HARMED_BY_RACISM = scenes(
    """
== before; wk=0; cat=friendship; by=T; at=lunch; in=yard
1 {N} told me that another child had said he could not be on the team “because of his skin”. {He} {body}. I had not heard it.
> Told {slt} at {t+20}. Spoke with the whole group about the rules of the game.
== incident; wk=2; cat=racist; by=T; at=lunch; in=yard
1 {N} came to me with a friend. {He} said that another child had called {him} a [monkey|name about {his} skin] and made the noise of an animal, twice, in front of {n4-6} children. {n2-3} of them told me the same, one after the other.
" I said my dad's a [surgeon|bus driver] and he did it [louder|again].
> Spoke to {slt} at {t+10} before I wrote this. {mother} rung at {t+35}.
a slt: Council's form for racist incidents sent at {t}; a copy is with {head}. {mother} and {father} come on {date+1-2}.
a head: Met {mother} and {father} at {t}. They asked for three things: an apology that is meant, a lesson for the year group, and to be told. All three are agreed.
o Form acknowledged on {date-1-2}. Both parents were told what was done.
== lesson; wk=4; cat=racist; by=slt; at=lesson; in=class
1 The year group had the lesson that {N}'s parents had asked for. {N} [chose to sit with me|asked a question about the word]. {He} said afterwards that it was good that nobody had looked at {him}.
== fine; wk=8; cat=vulnerable; by=T; at=home; in=door
1 {father} told me that {N} [is at ease and has been asked to a party|put the shirt of {his} team back on]. He will ring if anything is said at the park.
o Reviewed on {date} with both parents; nothing heard since.
""",
    sure=True,
)

_SAID_RACISM = scenes(
    """
== incident; wk=2; cat=racist; by=T; at=lunch; in=yard
1 {n3-4} children told me, apart from each other, that {N} had called another child the name of an animal and made its noise. {N} agreed that {he} had, {n1-2} minutes later, and {body}.
" My cousin says it when [the football's on|he's gaming]. Everyone laughs.
> Spoke to {slt} first. {mother} came at {t+120} and was told the words.
a slt: Saw {N} with {mother} and {grandad} at {t}. {grandad} said, “That's from us. That stops.” {N} works with {ah} on {date+1-2}.
o Form sent, apology made in {his} own words on {date-1-2}, and the lesson held.
== cousin; wk=3; cat=concern; by=dsl; at=meeting; in=lead
1 {mother} told me that {N} watches a cousin of 15 play online with {n4-8} people who use such words. She has moved the console to the front room.
& Decision: no referral. Reason: words copied from one place, a family that acts, no other sign. To be looked at on {date+20-25}.
o Looked at on {date}: no further word heard in school or at home.
== helps; wk=7; cat=low_behaviour; by=T; at=break; in=yard
1 {N} and the child whom {he} had called names built a [track|den] together and argued about the bridge only.
""",
    sure=True,
)

_HISTORY = scenes(
    """
== symbols; wk=0; cat=concern; by=T; at=lesson; in=class
1 In {lesson} {N} drew {n5-7} symbols in the margin: an eagle, a black cross and a broken cross. Under them {he} had written “honour” and “the leader”. {He} covered the page when I came.
" They're [factions|clans]. You have to pick one.
>! Asked one question, “Tell me about these.” Told {dsl} in person at {t+40}; the page is with her.
a dsl: Asked {T} and {ta} to write down anything said about people or groups until {date+8-10}, and not to ask.
== salute; wk=1; cat=concern; by=ta; at=break; in=yard
1 {N} held out a stiff arm to {n2-3} friends {spot} and they did the same. When I came {he} put it behind {his} back.
> Told {dsl}. Nothing was said to the others about why.
== checks; wk=2; cat=child_protection; by=dsl; at=meeting; in=lead
1 I saw {N} with {mother} and {father}. {N} plays a strategy game about the wars of the last century with {father} on Saturdays; the symbols are those of its armies. {He} named {n8-12} battles with dates. {He} could say who was murdered and that “you play it so it doesn't happen”.
& I rang the council's Prevent adviser at {t} for advice, without a name. The adviser heard nothing that calls for a referral. Decision: not referred. Reason: the interest is explained, shared with a parent, no hatred of any group in words or acts, no contact with strangers online. Consulted: {head}.
" I like the [maps|tanks]. I don't like them. They were the baddies.
> {father} has set up the game without chat. A talk on what symbols do to others was had with {N} by both.
o Nothing further by {date}. {N} gave the class a talk on code-breakers.
== talk; wk=8; cat=concern; by=T; at=afternoon; in=class
1 {N} showed the class a model of a code machine and explained why symbols can frighten people whose families were harmed.
o Read on {date}; the matter of the drawings ended with it.
""",
    sure=True,
)

FRIENDS = (
    *(
        Course(
            child=child, ago=ago, scenes=_GROUP,
            echoes=(Echo("fell out", 2), Echo("alone at break", 2), Echo("no partner", 1)),
        )
        for child, ago in (("orla-devaney", 110), ("ruby-castell", 109), ("hana-noorani", 111))
    ),
    Course(
        child="noah-bexley", ago=140, scenes=_BULLIED,
        echoes=(Echo("alone at break", 3, last=3), Echo("felt ill", 3, last=4), Echo("at the door", 2)),
    ),
    Course(
        child="joel-kendrick", ago=140, scenes=_BULLIES,
        echoes=(Echo("pushed in line", 4, last=4), Echo("calling out", 4), Echo("unkind words", 3, last=5)),
    ),
    Course(child="dayo-akinola", ago=75, scenes=_HARMED_BY_RACISM, echoes=(Echo("bumped head", 1),)),
    Course(
        child="billy-stanton", ago=75, scenes=_SAID_RACISM, adults=adults(grandad="Terry Stanton, grandfather"),
        echoes=(Echo("calling out", 2), Echo("pushed in line", 2)),
    ),
    Course(child="owen-latimer", ago=120, scenes=_HISTORY, adults=adults(), echoes=(Echo("online", 1),)),
)  # fmt: skip
