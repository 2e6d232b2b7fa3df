"""Small worries: food, sleep, clothes, clean hands, a change, something said."""

from heed.demo.tales.script import scenes

WELFARE = scenes("""
== asleep; cat=concern; by=T ta; at=lesson; in=class; wt=3
1 During {lesson} {N} [put {his} head on {his} arms|laid {his} cheek on the table|closed {his} eyes] and slept for [about|nearly] {d5-25} minutes.
1 {N} [fell asleep|nodded off] {inside} at {t}. [I let {him} sleep until the bell|I let {him} sleep for {d10-20} minutes|I woke {him} after {n4-9} minutes with a hand on {his} shoulder|{He} woke by {himself} at {t+7-20}].
1 I saw {N} yawn {n5-12} times in {lesson} and [rub {his} eyes|prop {his} chin on {his} fists].
1 {N} was pale at {t}. {He} {body} when I asked whether {he} had slept.
2 Afterwards {he} [looked round the room|asked what day it was|asked for water|went on with the page].
2 {He} told me that {he} [went to bed at {n9-12}|had been up with {his} {sibling}|had watched films|shares a bed this week].
2 {He} [ate {snack} at break|{from 2}finished {n2-6} of {n7-12} questions afterwards].
"y My eyes are [heavy|hot|closing by themselves].
"y The [baby|telly|upstairs man] was loud in the night.
"o I was up till [one|half eleven|two] because [the telly was on|my cousin came|I was gaming|I couldn't switch off].
"o I don't sleep when [it's my dad's turn|people are downstairs|the wind does that].
> Let {told} know at {t+20-60}.
> Spoke to {parent} at home time, who [had not known|said that {news}|will try an earlier bedtime].
> A drink of water and the window open; {he} worked until the bell.
== hungry; cat=concern; by=T ta office; at=morning; in=class; wt=3
1 {N} said at {t} that {he} had [not eaten since {n5-7} the evening before|had nothing before school|eaten crisps in the car].
1 At {t} {N} asked [whether it was lunch yet|how long until dinner|for a second carton of milk], for the {o2-4} time.
1 {N} [finished|ate all of] {dish} at lunch, then asked three children for what they had left.
1 I gave {N} {snack}; {he} ate it in [under a minute|four bites|the corridor] and asked for more.
2 {He} held {his} stomach and {body}.
2 {His} lunch box held [{snack} and nothing else|an empty packet|a yoghurt from {date-1-2}].
"y My tummy is [talking|growling like a bear|empty].
"y We [had none|ran out|only had the orange stuff].
"o There's food, I just [didn't get time|had to get the little ones done first].
"o Mum gets paid on [Thursday|Friday].
> Gave {him} {snack} from the [breakfast tin|office]. Told {told}.
> Put {him} down for breakfast club on {tomorrow}, with {parent}'s yes by telephone.
o {N} has eaten at breakfast club on {n3-5} mornings up to {date}.
o {parent} and I spoke on {date} about mornings. {T} keeps {snack} for {him}.
o Ate before school on each of the {sd} school days up to {date}, {T} said.
== no coat; cat=concern; by=T ta; at=door; in=door; mo=10..3; wt=3
1 {N} came without a coat; {weather}. {He} [had {his} hands in {his} sleeves|stood against the wall|shivered].
1 No coat, [thin|canvas] shoes, and {weather} at {t}.
1 When the class lined up at {t} {weather}. {N} was in {his} {garment} and [jumped from foot to foot|hid behind the door].
2 {He} said that the coat was [at {his} nan's|too small|wet|in the car|lost since {date-4-9}].
2 {parent} was [in the car|at the gate|not there] when I looked for {phim}.
"y It doesn't [do up|fit my arms] any more.
"o I'm [fine|not cold]. Honestly.
> Lent {him} a {colour} coat from the spares; it [came back on {tomorrow}|went home with {him}].
> {He} stayed in the library at break with {ta}.
o {N} has come in a [{colour}|padded|new|school] coat since {date-1-6}.
o {parent} sent a coat on {date}. {T} has put {his} name in it.
o The coat was found [in the hall|on the wrong peg|at {his} nan's] and {N} wore it on {date}.
== dirty clothes; cat=concern; by=T ta; at=register; in=class; wt=2
1 {N}'s {garment} had [dried food|mud|a {colour} stain] on it [in the same place as on {date-1-2}|for the {o2-4} day].
1 There was a smell of [smoke|damp|urine] from {N}'s {garment} when {he} [sat beside me|hung {his} bag up] at {t}.
1 {N} wore the same {garment} on {n3-5} days; today the [cuffs were black|hem was down|collar was grey].
2 {He} {body} when another child moved away.
2 {His} [fingernails were long and had dirt under them|hair was matted at the back|socks were wet].
"y Our [machine|washer] is [poorly|broke|making a flood].
"o I did wash it. It just [didn't dry|smells of the flat].
> Changed {him} into clean clothes [in the medical room|by {ta}], and the others went home in a bag.
> Told {told}. Nothing was said in front of the class.
o {N} came clean and changed on each of the {sd} school days up to {date}.
o {fw} took {parent} to the uniform shelf on {date}; {n3-6} things went home.
== no kit; cat=concern; by=T ta; at=pe; in=hall; yr=1..6; wt=3
1 {N} had no PE kit, for the {o2-5} [time|lesson] since {date-12-25}.
1 For PE {N} [brought|had] a [top but no shorts|pair of shorts that did not close|kit of {his} {sibling}'s].
1 {N} sat on the bench in PE and said that the kit was [at {his} dad's|in the wash|in another bag].
2 {He} wore a spare kit and [joined in with all of it|ran {n2-5} laps|asked to keep the top].
" Can I just [watch|do the scoring|hold the bibs]?
> A note about kit went home in the book bag.
> A kit for {him} stays in the box in {class} from today.
o Kit was there for the lesson of {date}.
o {parent} brought a kit on {date-1-5}; it is marked and hangs on {his} peg.
== missed glasses; cat=concern; by=T; at=lesson; in=class; yr=1..6; wt=1
1 {N} has not had {his} glasses since {date-6-14}. In {lesson} {he} held the page {d8-15} cm from {his} face.
1 {N} squinted at the board in {lesson} and copied {n2-6} words wrongly. The glasses are [broken at the hinge|lost|at {his} gran's].
2 {He} sits {n1-2} metres from the board.
" The letters are [furry|doing a dance|too thin].
> Wrote to {parent} about the optician and gave the opening times.
== change in mood; cat=concern; by=T ta; at=lesson; in=class; wt=3
1 {N} [spoke to nobody|did not put {his} hand up] from registration to {t} and {body} when {his} name was called.
1 Since {date-6-12} {N} has [stayed in at break|asked to sit alone|eaten little] on {n3-5} days. Today {he} {body}.
1 {N} cried for {n4-12} minutes {inside}. {He} [could not say why|said that nothing had happened|pointed to {his} chest].
1 {from 1}{N} [tore up|scribbled over|put in the bin] a page of {lesson} that was [finished|half done], and {body}.
2 I [knelt beside {him}|sat down next to {him}] and waited. After {n3-8} minutes {he} [asked for a tissue|told me about the {animal}|picked up {his} pencil].
2 {He} [worked well|took part] after {t+30-60}.
"y I've got a [storm|wobble|stone] in my tummy.
"y I don't want it to be [home time|tomorrow|Saturday].
"o It's nothing. [You can't fix it|It's just stuff|It's boring to talk about].
"o Everyone's [shouting at ours|leaving|got something to do except me].
> {ta} [{calm}|had a walk with {him}] from {t+10-20} to {t+25-40}.
> Told {told} at {t+30-70}; {he} chose {ta} as the adult to go to.
== something said; cat=concern; by=T ta; at=lesson; in=class; wt=3
1 While we [sorted {toy}|tidied up|did {lesson}] {N} said something about home. I [wrote it down at {t+5-15}|asked nothing and wrote it down].
1 {N} came to my [table|chair] at {t} with {object} and spoke about the weekend, without being asked.
1 {from 1}In {lesson} the class was asked to [draw|write about] a place they like. {N} [drew a door with three locks|left the page white|drew a car from above|drew {himself} very small].
2 {He} {body} when {he} had finished.
2 I asked [one question: “Can you tell me more about that?”|nothing further].
"y! My [uncle|daddy's friend] sleeps in my bed and I have the [floor|sofa] now.
"y We had to be [quiet as mice|under the cover] when the man knocked.
"y Mummy was sad in the [bath|kitchen] and I gave her my [bear|rabbit].
"o! Dad says we might have to [move|go to my aunt's] and not tell anyone.
"o I look after [the little ones|my {sibling}] on [Fridays|Saturdays]. I can do [eggs|pasta|beans].
"o They [argue about money|don't talk|go out] when they think I'm asleep.
>! Told {told} in person at {t+15-45}.
== worry about a trip; cat=concern; by=T; at=morning; in=class; yr=2..6; mo=3..7; wt=1
1 {N} has not brought the slip for the [farm|museum|castle|seaside|camp] trip and told me that {he} [does not want to go|would be ill that day|is not allowed].
1 {N} asked whether {he} could [stay in {class}|help in Reception] on the day of the [farm|castle|river|museum] trip.
2 {He} {body} when I said that there is help with the cost.
"o It's [too much|{d12-40} pounds]. Don't ring about it.
"y What if the [bus|coach] goes home without me?
> Told {fw}, who will ring {parent}.
== toileting; cat=concern medical; by=T ta; at=lesson; in=class; yr=-1..1; wt=2
1 {N} was wet at {t} and [stood still|told me at once|went under the table]. {ta} changed {him}.
1 {N} soiled {himself} {inside} [during|after] {lesson} and {body}. It was the {o2-4} time this [week|month].
2 The skin was [red at the top of both legs|clear].
"y I [forgot|was busy with {toy}|didn't want to stop].
> Clothes in a bag for {parent}, told at the door at home time.
== small bruise; cat=concern; by=T ta; at=register; in=class; wt=2
1 {N} had a {hue} mark on {his} {limb}, {size}. I said, “That looks sore.”
1 When {N} rolled up {his} sleeves for {lesson} I saw a mark, {size}, on {his} {limb}.
1 {N} showed me {his} {limb} at {t}: a [graze|scratch|bruise], {size}.
2 {parent} said at the door that {he} had [fallen off {his} scooter|walked into the car door|been scratched by the {animal}|slipped on the stairs].
2 {He} [lifted a chair|carried the box of books|ran at break] without [holding it|wincing].
"y I [fell off the trampoline|bumped the table|was a superhero].
"o [Football|My bike|Judo|The skate park]. It looks worse than it is.
> Told {told} at {t+10-40} and wrote down the words as they were said.
> Asked one question, “How did that happen?”
== online; cat=concern; by=T ta; at=lesson; in=class; yr=3..6; wt=2
1 In {lesson} {N} spoke about a [game|film] that is for people of [15|16|18] and described [a fight|a chase with guns|somebody being hurt].
1 {N} told {n2-3} others at {t} that {he} [has an account on an app for over-13s|plays online until {n10-12}|has {d40-300} followers].
1 {N} said that somebody in a game had [asked how old {he} is|sent {him} coins|called {him} names].
2 {He} told me that [{his} cousin set it up|{parent} knows|nobody at home has looked].
"o It's only [people I know|the chat|for skins].
"o Everyone's [on it|got it]. It's not a big deal.
> Rang {parent}, who [will look at the tablet this evening|had not known|has set a time limit].
> Told {told}. The class has the online-safety lesson on {date+2-9}.
== lost tooth of the day; cat=concern; by=ta T; at=lunch; in=dining; yr=0..6; wt=1
1 {N} chewed on one side only at lunch and said that a tooth at the back had hurt since {date-2-5}.
1 {N} left {dish} on the plate and held {his} cheek. I could see [a dark spot on a back tooth|a swollen gum] when {he} showed me.
2 {He} has not seen a dentist [that {he} can remember|for two years].
"y It's [biting|poking] me.
> Gave {parent} the number of the dental access line. Soft food at lunch until {date+2-4}.
== hair; cat=concern; by=T ta; at=lesson; in=class; yr=0..6; wt=1
1 {N} scratched {his} head through {lesson}. I saw [live head lice|eggs close to the scalp] at [the parting|the nape].
1 Behind {N}'s ears the skin was [red and broken|scabbed] from scratching.
> A letter went to the whole class. {parent} was spoken to alone, at the door.
== jewellery and money; cat=concern; by=T; at=register; in=class; yr=4..6; wt=1
1 {N} had {d20-60} pounds in {his} [pencil case|sock|coat] and gave {n2-3} answers about where it came from.
1 {N} brought [a phone that is not on our list|a new watch|a gold chain] and said that it was from [a friend|{his} cousin|a man at the park].
" It's [mine|a present]. Am I in trouble?
>! Put in the safe. Told {told}; {parent} came for it at {t+200-300}.
""")
