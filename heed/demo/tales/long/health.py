"""Leon's epilepsy, and what his education, health and care plan brings."""

from heed.demo.tales.script import scenes

LEON_HEALTH = scenes("""
== absence; cat=medical; by=T ta; at=lesson; in=class; yr=0..6; wt=16
1 {N} stopped in the middle of {lesson} and looked at [the wall|the window|nothing|{his} own hand] for [about|] {d6-40} seconds.
1 At {t} {N}'s [eyelids fluttered|mouth moved without a sound|head dropped forward], {n2-4} times in {d20-55} seconds.
1 An absence at {t}: {d8-35} seconds by my watch. {He} [let go of {object}|held on to {object}|stood still beside the {colour} chair].
1 {N} did not answer {his} name, said {n2-4} times, between {t} and {t+1}. Then {he} [went on with the same word|asked what page we were on|blinked and smiled].
1 In {lesson} {N} had {n2-5} pauses, the longest of {d10-30} seconds, all before {t+25}.
1 {N} walked [to the door|to my desk|round the table] at {t}, did not answer, and came back after {d15-50} seconds.
1 {ta} pointed {N} out to me at {t}: eyes open, {d10-40} seconds, no answer. I took the time of the second one: {d6-28} seconds.
2 It was the {o2-6} [today|this week|since {date-2-4}].
2 {He} [had slept badly, {he} said|had a cold|was tired after {game}|had eaten little at lunch].
2 [Afterwards|When it was over] {he} {body}.
2 {from 2}{He} [missed|had lost] {n2-4} lines of {lesson} and [copied them from a partner|asked me to say them over].
"y I was [in the dark cupboard|somewhere with no floor|asleep with my eyes on].
"y Did you [say my name|turn me off]?
"o My brain [buffered|skipped like the bus video|went to get something].
"o I can hear you [far off|like underwater]. I just can't [do the answer|get up to you].
> Written on the seizure chart[ with length and kind|, line {d4-30}|].
> [Chart|Time] noted; {grandmother} told at home time.
> Stayed beside {him} until {t+4-12}. Told {told}.
o On the chart that went to {en} on {date}.
o {n4-12} in the week up to {date}; {en} knows.
o Counted on {date}: {n2-6} fewer than in the month before.
o {en} answered on {date}: no change of dose.
o Chart of the half term closed on {date}.
== big seizure; cat=medical; by=ta T; at=lesson; in=class; yr=1..6; wt=2
1 {N} cried out at {t} and fell. {His} arms and legs jerked for {n1-3} minutes and {d10-50} seconds by the clock. I moved the chairs and put [a cardigan|a cushion|my coat] under {his} head.
1 At {t} {N} went stiff on the {colour} mat, [{his} lips grey|{his} jaw tight], then jerked for {d50-170} seconds. The class went out with {ta}.
1 A seizure of the whole body from {t}, {n2-3} minutes {d5-55}. {He} [bit {his} tongue|was wet|knocked {his} {limb}].
2 {He} slept on {his} side for {d12-45} minutes and [knew {his} name and the day when {he} woke|asked for {grandmother}|asked whether the pigeons had been fed].
2 {His} plan asks for the medicine after five minutes, so it was not given.
>! {grandmother} was rung at {t+6-9} and came at {t+25-50}. {He} [went home|stayed until the bell at {his} own wish].
a senco: Rang {en} at {t} with the time and kind. She [changes the dose from {date+2-5}|wants to see the chart|brings the clinic forward to {date+5-12}].
o {N} was back on {date} and well; {en} has the times.
o Clinic brought forward; seen on {date-1-3}.
o Dose changed from {date}, letter in the file.
== rescue medicine; cat=medical; by=ta; at=lesson; in=class; yr=2..6; wt=0
1 A seizure went on past five minutes at {t+5}. I gave the rescue medicine into {his} cheek at {t+6} as the plan says, and {office} rang 999 at {t+6}.
2 The jerking stopped at {t+8}. The ambulance came at {t+16}.
>! I went with {him}. {grandmother} met us at the hospital. Box and paper handed to the crew.
== dose at school; cat=medical; by=office; at=lunch; in=medical; yr=2..6; wt=4
1 {N} took {his} noon tablet at {t}. {n4-9} are left in the box.
1 {N} [did not come for|spat out|hid behind the door at] the noon dose; {wen} brought {him} at {t+6-15} and {he} took it with {snack}.
1 The box of tablets came from home [empty|with {n2-4} days' worth|without a label]. I rang {mother} at {t} ([no answer|“I'll drop them in tomorrow”]) and {grandmother} at {t+7}.
1 {mother} said that the morning dose was [forgotten|given late, at half past nine|not in the house]. {en} was asked and said to [give it now|wait until evening].
> Signed by two.
> On the sheet; {senco} told.
o Counted by two on {date}: right.
o {grandmother} brings the box on Mondays since {date-2-4}.
o New box and label came on {date}.
== nurse; cat=medical; by=senco; at=meeting; in=medical; yr=1..6; wt=3
1 {en} came for {d30-50} minutes: training renewed for {n4-7} of us, box and plan in date until {date+30-60}.
1 Clinic letter read with {en} by telephone: dose up by {d25-50} mg from {date+1-5}, then in steps until {date+20-40}.
1 {en} looked through the chart: {d8-40} absences and {n1-3} seizures since {date-30-60}, most between [nine and eleven|two and three].
1 {grandmother} brought {N} back from the [brain wave test|blood test|clinic]. {He} had [glue in {his} hair|a plaster with a bear|a certificate] and had missed {lesson}.
2 {mother} [was at the clinic as well|had not been told of the date|rang in on {grandmother}'s telephone].
o In the health plan of {date}.
== swimming; cat=medical; by=ta; at=afternoon; in=swim; yr=3..4; wt=2
1 At the pool {N} [swam {d5-20} metres with me beside {him}|stayed on the steps|held the rail and kicked for {n4-9} minutes]. I was in the water within arm's length.
1 {N} had an absence of {d5-12} seconds in the changing room at {t}; {he} sat with a towel and watched.
" I swam like a [wet pigeon|slow boat].
== therapy; cat=sen; by=senco T; at=meeting; in=quiet; yr=0..6; wt=6
1 Speech therapy: {N} and {salt} worked on [s and sh|the middles of long words|telling a story in order|asking for help in words|what people mean when they say it sideways] for {d20-40} minutes; {n4-9} of 10 right.
1 {salt} left a new sheet: [{n4-6} words for feelings|a strip of {n3-5} pictures|a game with dice]. {wen} does it at {n9-11} each day.
1 {N} would not go with {salt} at {t} and [told her about pigeons for {n6-12} minutes instead|lay on the rug|shut the door from inside]; she wrote down {d12-30} of {his} words.
1 {salt} measured: sentences of {n3-7} words, {d55-85} per cent understood by a stranger.
2 Aim until {date+20-40}: [ask for a break|use “because”|say a sound without the picture|wait for a turn].
"y I said it [right|big]. Did the [lady|machine] hear?
"o Words [come out in the wrong coat|get stuck at the gate].
> Sheet copied for {grandmother}.
o Sheet used on {n3-5} days a week, {wen} noted on {date}.
o In {salt}'s report of {date}.
o {T} has it on the wall since {date-1-3}.
== ladder of learning; cat=sen; by=T; at=lesson; in=class; yr=0..6; wt=8
1 In {lesson} {N} [counted {n10-12} pigeons in a picture and wrote the number|read {n6-12} words of {d12-20}|built the sum with bricks|wrote {n2-5} words by {himself}].
1 {N} worked {n4-12} minutes without help in {lesson}, with the [timer|word mat|first-then card].
1 {N} [left the table {n3-7} times|slid under the chair|put {his} hood up] in {lesson} and came back for [the last part|a turn with the globe|the pigeon sticker].
1 Target {n2-6} of the plan: [met|met on {n2-4} days of five|not met]. Today {he} [used the visual timetable by {himself}|asked {wen} for the {colour} card|dressed for PE in {n4-9} minutes].
2 {wen} [sat beside {him}|stayed two tables away|held the whiteboard].
"y I did it with my [own hand|tongue out].
"o Can I do it [standing|about pigeons|on the floor]?
> Page kept for the annual review.
o In {his} folder for the review since {date}.
o Shown to {grandmother} on {date}.
o {senco} looked at the page on {date} and changed {n1-2} targets.
== specialists; cat=sen; by=senco; at=meeting; in=meeting; yr=0..6; wt=2
1 {ep} saw {N} for {d35-60} minutes. Memory for what is heard: {n2-3} things; for what is seen: {n4-6}. She asks for [pictures with each instruction|short breaks|a laptop by Year {n5-6}].
1 Occupational therapist's visit: {N} [fastened {n2-5} buttons|cut along a line for {d10-25} cm|held the pencil with a grip] and needs [a sloping board|a cushion|a seat with feet on the ground].
1 Visit of the advisory teacher: {n2-4} things to change in {class}: [light|noise|where the coats hang|what the wall says].
o In the plan; {T} has the list since {date}.
== bus of the plan; cat=sen; by=senco; at=phone; in=phone; yr=2..6; wt=2
1 The council rang about {his} [taxi|hours|banding]: [{d20-30} hours a week stay|a review of the amount on {date+10-20}|forms by {date+4-8}].
1 {grandmother} and I went through the draft plan on the telephone for {d15-40} minutes: {n2-5} corrections, among them [the birth date|the spelling of the medicine|what {he} is good at].
o Sent on {date}.
""")
