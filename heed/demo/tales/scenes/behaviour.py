"""Small and larger events of behaviour."""

from heed.demo.tales.script import scenes

BEHAVIOUR = scenes("""
== pushed in line; cat=low_behaviour; by=ta T; at=break; in=yard; wt=3
1 {N} pushed the child in front with [both hands|{his} shoulder|{his} bag] when the line [stopped|moved]. The other child [stepped forward|sat down on the ground|turned round] and was not hurt.
1 At {t} {N} [pulled another child's hood|tripped another child|took another child's hat] {spot} and [ran off|laughed|gave it back when asked].
1 {N} [kicked the ball over the fence|threw gravel|threw a shoe] {n2-4} times at break, {n1-3} of them after I had asked {him} to stop.
2 I asked what had happened and {he} {body}.
2 {He} said sorry [without being asked|after {n2-6} minutes|when {he} had heard the other child].
"y [He|She] was [in my spot|too slow|being a door].
"o It was [a joke|an accident|only a tap].
> {He} stood with me for {n3-8} minutes and went back to {game}.
> Missed {n5-10} minutes of break. Told {T}.
== calling out; cat=low_behaviour; by=T ta; at=lesson; in=class; yr=1..6; wt=3
1 {N} called out {n5-12} times in {lesson} and [left {his} seat|drummed on the table|turned {his} chair round] {n2-4} times.
1 In {lesson} {N} [threw {object}|flicked a rubber|made a noise like a siren] and the class stopped work for {n2-5} minutes.
1 {N} would not begin {lesson} and [sat under the table|drew on the desk|lay across two chairs] from {t} to {t+8-20}.
2 {He} moved to the seat {inside} when asked the {o2-3} time.
2 After a [walk with {ta}|drink|job with the registers] {he} wrote {n2-8} lines.
"y I was [being a robot|helping it be loud].
"o It's [boring|too hard|the same as yesterday].
> {He} finished the page at [lunch|break] with me.
> Spoke to {parent} at home time.
== refused; cat=low_behaviour; by=T ta; at=lesson; in=corridor; yr=0..6; wt=2
1 {N} walked out of {class} during {lesson} and sat {d5-20} metres down the corridor with {his} back to the wall.
1 {N} hid [behind the coats|in the toilets|under the stage] at {t} and came out when {ta} [spoke of lunch|began to read aloud|waited without speaking].
2 {He} came back after {d6-25} minutes.
"y I'm [not here|a stone].
"o I needed [air|it to be quiet|to not shout].
> {ta} stayed within sight of {him}. Told {told}.
== lunch trouble; cat=low_behaviour; by=ta; at=lunch; in=dining; wt=2
1 {N} threw [peas|a spoon|bread|a cup of water] at the next table. {n2-3} children moved.
1 {N} [tipped {his} tray|spat on a plate|crawled under {n2-4} tables] after {dish} had run out.
2 {He} [wiped the table|swept the floor] with me before {he} went out.
> Told {T} at {t+20-45}.
== hurt another; cat=serious_behaviour; by=T ta ah; at=break; in=yard; yr=1..6; wt=2
1 I saw {N} [hit|kick] another child [on the arm|on the back|on the leg] {n2-4} times with [a closed fist|{his} foot|a stick]. I stood between them and said, “Stop. Step back.”
1 {N} bit another child on the [hand|arm] during {game}. There were {n2-6} tooth marks and no broken skin.
1 {N} and another child [fought|rolled on the ground] {spot} from {t}. {ah} and I parted them after about {d15-60} seconds.
2 {He} was [breathing fast|red in the face|shaking] for {n5-12} minutes and {body}.
2 {He} had a [scratch|red mark] on {his} {limb}, {size}.
"y [He|She] [broke my den|took my go|said a bad word about my mummy].
"o [He|She] wouldn't [stop|shut up about my mum|leave it].
>! {parent} told by telephone at {t+30-80}. The other child was seen by a first aider.
> {N} spent the rest of the [session|afternoon] with {ah}.
== broke something; cat=serious_behaviour; by=T ta; at=lesson; in=class; yr=1..6; wt=1
1 {N} swept {object} and {n3-9} other things off the table and [kicked a chair over|tore a display from the wall|threw a tray]. I took the class [to the library|outside].
1 In {lesson} {N} [broke a window pane with {object}|pulled {n2-4} pegs off the wall|snapped a tablet's cover].
2 It lasted {n3-9} minutes. Nobody was [hit|hurt].
2 {ta} [{calm}|waited two metres away].
"o I [saw red|couldn't hear anything|didn't choose to].
>! {parent} came at {t+40-80}. {He} helped to put it right on {tomorrow}.
== words to an adult; cat=serious_behaviour; by=T ta; at=lesson; in=class; yr=3..6; wt=1
1 {N} said “[Get out of my face|I'm going to make you pay|You can't make me, you're nothing]” to me when I asked {him} to [line up|put {object} down|move seats].
1 {N} swore at {ta} {n2-4} times, in front of {d8-25} children, after {he} was asked to [come in|sit down].
2 {He} [left the room|sat down|walked away] and {body}.
>! {ah} spoke with {him} at {t+10-30}. {parent} told by telephone at {t+45-90}.
== unkind words; cat=low_behaviour; by=T ta; at=lunch; in=yard; yr=2..6; wt=2
1 {N} called another child “[baby|ugly|weirdo|fat]” {n2-4} times. The other child told me and {n1-3} others had heard it.
1 I heard {N} say to another child, “[Nobody likes you|Go and play in the bin|You smell]”.
2 {He} [repeated the word when I asked|said that {he} had heard it at home|{body}].
> {He} wrote {n2-5} sentences to the other child and read them to me first.
""")
