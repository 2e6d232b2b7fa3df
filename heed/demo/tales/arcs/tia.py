"""Tia Sadler: what the younger sister of a child with a long file shows, in words of her own."""

from heed.demo.tales.course import Course, Echo, adults
from heed.demo.tales.script import scenes

_SISTER = scenes(
    """
== quiet one; wk=0; cat=concern; by=T ta; at=register; in=class; day=0; rep=7/5
1 {N} [hung up {his} brother's coat before {his} own|held a crust in {his} fist through the register|had {his} dress on back to front|stood where {he} could see the door].
1 On Monday {N} [sucked {his} sleeve until it dripped|asked {wen} to count {his} fingers|fell asleep with a brick in each hand] and {body}.
1 After the weekend {N} [spoke in a voice too low to hear until {t+40}|carried the doll by one arm and told it off|had felt-pen on both cheeks, {n2-3} days old, {he} said].
"y I count when Leon [shakes|goes away]. I can count to [sixty|a hundred and ten].
"y Shh. The [bottles|men] are sleeping.
> Breakfast and a wash with {ta}. Told {dsl}.
a dsl: Told {sw} at {t}; she sees {N} on {date+2-6}.
== plan; wk=4; cat=child_protection; by=dsl; at=meeting; in=meeting; rep=5/7
1 For {N} the core group asks: [a health check, missed in the spring|eyes tested by {date+8-15}|a nursery place on three afternoons|dentist with {grandmother}]. {sw} saw {him} with the family of small bears.
1 {N}'s part of the core group: gained {d300-900} grams since {date-20-28}; [speech in sentences|new shoes|sleeps at {grandmother}'s from Friday to Sunday].
o {N}'s actions done by {date}.
== draws; wk=6; cat=concern; by=T; at=morning; in=class; rep=4/8
1 {N} drew [a bed with three heads|Leon with lightning|a big lady lying down|a clock with hands on every side] and told me about it for {n2-4} minutes.
"y! That's Leon [broken|in the shake] and that's me being the [timer|nurse].
"y! Mummy is the [lying-down one|grey one]. I'm under the [table|line].
>! Told {dsl} at {t+20-30}. The picture is dated.
== grows; wk=18; cat=vulnerable; by=T; at=afternoon; in=class; rep=4/5
1 {N} [sang by {himself} from start to end|told another child “no, thank you”|brought {grandmother}'s biscuits for ten|read {n4-9} words and shouted the last].
o {grandmother} was told on {date}.
""",
    sure=True,
)

TIA = (
    Course(
        child="tia-sadler", ago=230, scenes=_SISTER,
        adults=adults(
            sw="Hester Moyle, social worker", grandmother="Brenda Sadler, grandmother", wen="Wen Li, teaching assistant"
        ),
        echoes=(
            Echo("toileting", 3), Echo("hungry", 3, (0,)), Echo("hair", 2), Echo("bumped head", 2),
            Echo("alone at break", 2), Echo("felt ill", 2), Echo("speech", 2),
        ),
        away=frozenset({"stepfather"}),
    ),
)  # fmt: skip
