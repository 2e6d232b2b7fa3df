"""Bumps, asthma, allergies and the like."""

from heed.demo.tales.script import scenes

HEALTH = scenes("""
== bumped head; cat=medical; by=ta office T; at=break; in=yard; wt=4
1 {N} [ran into|bumped heads with|collided with] another child {spot}. There was a [red mark|bump|graze] on {his} [forehead|left temple|right cheek|chin], {size}.
1 {N} [slipped|tripped over a bag|fell from the second bar] at {t} and hit {his} [forehead|nose|chin|elbow] on the [ground|bench|post].
1 {N} came in from break with a [grazed {limb}|bump above the eye|split lip], {size}.
2 {He} [did not lose consciousness|knew {his} name and the day|cried for {n2-5} minutes and then asked for {game}].
2 It [did not swell|bled for {n2-4} minutes|had gone down by {t+20-40}].
> Cold compress for {n5-12} minutes. [Head-bump letter sent home.|{parent} told by telephone at {t+12-30}.]
> Washed and covered. {parent} told at home time.
== inhaler; cat=medical; by=ta T office; at=lesson; in=class; yr=1..6; wt=2
1 {N} [coughed|wheezed] in {lesson} and used {his} blue inhaler: {n2-4} puffs through the spacer at {t}.
1 {N}'s inhaler [was empty|is out of date since {date-20-40}|was not in {his} tray] when {he} asked for it at {t}.
2 {He} could [talk in sentences|walk to the hall] after {n4-10} minutes.
> Written on {his} sheet. {parent} [told at the door|rung at {t+15-40}].
> Told {office}, who will ask for a new one by {date+2-4}.
== allergy; cat=medical; by=ta office; at=lunch; in=dining; wt=1
1 {N} had {n3-9} raised red spots on {his} [neck|left arm|cheeks] {d10-20} minutes after {dish}.
1 {N} said at {t} that {his} lips [tingled|were itchy]. They were [a little swollen|not swollen].
2 {His} breathing was [quiet|clear] and {he} spoke in sentences.
>! Medicine given at {t+3-6} as the plan says, the time written down. {parent} rung at {t+7-12}. Watched for an hour.
== felt ill; cat=medical; by=ta office T; at=lesson; in=office; wt=4
1 {N} came to the office at {t} with {ache}. {His} temperature was {d36-38}.{d1-9} °C.
1 {N} [lay|sat] on the couch from {t} to {t+15-45} and [slept|drank water|asked for home].
1 {N} was sick {n1-3} times [in the cloakroom|beside {his} chair|on the way to the hall].
2 {parent} [came within {d12-50} minutes|could not leave work until {t+60-120}|did not answer, and {other} came].
2 {He} had eaten {snack} and {dish}.
"y My head is [banging|full of bees].
"y I feel [wobbly|green].
"o I've had it since [Sunday|last night]. I didn't say.
> [Sent home|Collected] at {t+50-80}.
> Back in {class} after {d15-40} minutes.
o Back on {date-1-3} and well.
o {parent} rang on {date}: [it was a virus|one bad night|the surgery saw {him}].
o {n1-2} days at home, then back; nothing further by {date}.
o In school on each of the {sd} days up to {date}.
== sting or bite; cat=medical; by=ta office; at=lunch; in=yard; mo=5..9; wt=1
1 {N} was stung on the {limb} by a [wasp|bee] {spot}. The swelling was {size}.
1 {N} had {n4-12} insect bites on both legs and scratched {n2-3} of them open.
> Cold compress. {parent} told by text at {t+10-20}.
== sun; cat=medical concern; by=ta T; at=lunch; in=yard; mo=5..7; wt=1
1 {N} had no hat and {weather}. The back of {his} neck was [red and warm|peeling].
1 {N} said that {his} head hurt after {d20-50} minutes in the sun; {he} had drunk nothing since {t-90}.
> Water, shade and a school hat. Note sent home about sun cream.
== nosebleed; cat=medical; by=ta T; at=lesson; in=class; wt=2
1 {N}'s nose bled from the [left|right] side for {n4-12} minutes in {lesson}.
1 {N} had a nosebleed at {t}, the {o2-4} since {date-8-15}. {He} leaned forward and pinched it {himself}.
> {ta} stayed with {him}. {parent} told at home time.
== medicine at school; cat=medical; by=office; at=door; in=office; wt=2
1 {parent} brought [an antibiotic|eye drops|a cream|an antihistamine] for {N}, to be given at [noon|lunch] until {date+3-8}. The label has {his} name and the dose.
1 {N}'s [antibiotic|cream|tablet] was [missed on {date-1-2} because {he} was on a trip|given at {t+180-200} and signed for by two].
> Consent form signed. Kept in the [fridge|cupboard] in the office.
== fracture; cat=medical; by=office T; at=register; in=desk; yr=1..6; wt=1
1 {N} came back with [a cast on {his} {limb}|{his} arm in a sling|a boot on one foot]. {parent} said that {he} fell from [a trampoline|a wall|the monkey bars at the park|{his} bike] on {date-3-6}.
1 {parent} rang at {t}: {N} broke a bone in {his} [hand|foot|arm] at [football|the skate park|a birthday party] and will be in on {date+1-3}.
2 The hospital's letter was shown.
> Risk assessment for stairs and break written with {senco}.
== eczema; cat=medical; by=ta T; at=lesson; in=class; wt=1
1 {N} scratched the inside of {his} [elbows|knees|wrists] until {n1-3} spots bled.
> Cream put on by {himself} in the medical room at {t+5-10}; gloves offered for {lesson}.
""")
