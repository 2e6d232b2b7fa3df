"""Scenes of an ordinary week at Riverside Academy."""

from heed.demo.tales.script import scenes

SECONDARY = scenes("""
== late; cat=attendance; by=T office; at=late; in=desk; yr=7..11; wt=6
1 {N} signed in at {t}. {He} said that {reason}.
1 Arrived at {t}, the {o2-7} late mark since {date-15-25}. {He} [walked from the far estate|had dropped a brother at nursery|gave no reason].
1 {parent} rang at {t}: {N} would be late because {reason}.
" I left at [half seven|eight]. You try [the 36|that junction].
> Recorded. Tutor told.
o On time on each of the {sd} school days up to {date}.
== absent; cat=attendance; by=office T; at=calls; in=office; yr=7..11; wt=4
1 No message about {N} by {t}. {parent} answered at {t+4-20}: {he} has {ill}.
1 {N} was marked present in period 1 and not in period 2. {He} was [in the medical room|in the library|found by the courts] at {t}.
> Coded at {t+25-40}.
== uniform; cat=low_behaviour; by=T ta; at=register; in=class; yr=7..11; wt=2
1 {N} came in [trainers|a hoodie|a false nail set] and would not change. {He} [sat in the corridor for {n5-12} minutes|put it in {his} bag after {n2-4} minutes].
" My shoes are [wet|at my dad's|split]. What am I supposed to do?
> Loan shoes, size {d4-9}. {parent} told by message.
== phone; cat=low_behaviour; by=T ta; at=lesson; in=class; yr=7..11; wt=3
1 {N} had {his} phone out in {lesson} {n2-4} times and [handed it over at the {o2-3} asking|left the room with it].
1 In {lesson} {N} [filmed the board|sent a message under the table|played music] at {t}.
> Kept at the desk until 15.10. {parent} told.
== defiance; cat=serious_behaviour; by=T ah; at=lesson; in=class; yr=7..11; wt=2
1 {N} said “[I'm not doing it|Make me|You're not my mum]” in {lesson}, pushed a chair aside and walked out. {He} was in the yard until {t+15-40}.
1 {N} and another pupil pushed each other {spot} at {t}. There was a [torn blazer|scratch on {his} neck|nosebleed].
2 {He} {body} when {ah} came.
>! {parent} told at {t+40-120}. Inclusion room until the end of the day.
== quiet; cat=concern; by=T ta; at=lesson; in=class; yr=7..11; wt=5
1 {N} put {his} head on {his} arms in {lesson} and did not write from {t} to {t+20-35}.
1 {N} asked to leave {lesson} {n2-3} times and was [by the lockers|in a cubicle|on the stairs] when {ta} looked.
1 {N} ate nothing at lunch, for the {o2-5} day. {He} said that [{he} had eaten|food makes {him} sick|{he} was saving money].
2 {He} {body}.
"o I'm [fine|tired]. Can we [not|do this tomorrow]?
"o It's [everything|exams, home, all of it]. I can't list it.
> Told {dsl} at {t+30-60}. {He} has a card to leave for the quiet room.
== online secondary; cat=concern; by=T; at=register; in=class; yr=7..11; wt=3
1 {N} told me that [a picture of {him}|a made-up account in {his} name|a video of {him} in the changing room] has been sent round by [two|three] others since {day-}.
1 {N} showed me {n3-9} messages from an account {he} does not know. The last came at {n1-4} in the night.
> Nothing was copied. Told {dsl} in person. {parent} rung at {t+50-150}.
== friends; cat=friendship; by=T ta; at=lunch; in=dining; yr=7..9; wt=3
1 {N} sat alone at lunch, {n3-5} days running, and [read {book}|left after {n4-9} minutes|asked to help in the library].
1 {N} said that the group has a new chat and that {he} is not in it.
"o They [say it's a joke|go when I come].
> Lunch club on {day}s. Told {told}.
== injury; cat=medical; by=office ta; at=break; in=yard; yr=7..11; wt=3
1 {N} fell at [football|basketball|the steps] and has a [swollen wrist|cut knee|bump], {size}.
1 {N} came to the medical room at {t} with {ache}; {d36-38}.{d1-9} °C.
> {parent} told. Back to {lesson} at {t+20-40}.
== panic; cat=medical concern; by=ta T; at=lesson; in=class; yr=8..11; wt=2
1 {N} breathed fast, held the table and said that {his} chest was tight, from {t} to {t+6-15}. We counted tiles together.
2 It was before [a test|a presentation|the results] in {lesson}.
" I thought I was [dying|having a heart attack].
> Told {dsl}. {parent} [collected {him}|was told and will see the GP].
== parent rings; cat=parent_concern; by=T office fw; at=phone; in=phone; yr=7..11; wt=4
1 {parent} rang: {N} [comes home after ten|does not sleep|has stopped seeing friends|has new things that {phe} did not buy]. {phe} asked what we see.
1 I rang {parent} about {lesson}. {phe} said that {news}.
> Agreed to speak on {date+4-8}. Told {told}.
== home change; cat=vulnerable; by=T fw; at=after; in=family; yr=7..11; wt=2
1 {N} told me that [{his} parents are parting|{his} nan has died|they have to leave the flat|{his} brother was arrested] and that it was [on {day-}|last weekend].
" Don't [make it a thing|tell the whole staff room].
> {He} chose {told} as the adult to go to.
== sen secondary; cat=sen; by=senco T; at=meeting; in=meeting; yr=7..11; wt=2
1 {N}'s plan reviewed with {parent}: [extra time|a reader|a laptop|a pass to leave early] in tests. {n2-4} of {n5-6} targets met.
1 {N} [read {n4-9} lines aloud|filled the page with the laptop|left {lesson} once, with the card] today.
> Sent to all who teach {him}.
""")
