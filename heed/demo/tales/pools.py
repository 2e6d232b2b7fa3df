"""Things, places and lessons that accounts are filled in with, by the age of the child and the time of the year."""

from random import Random

_SMALL = (
    *("carpet time", "phonics", "story time", "the number game", "the counting song", "milk and fruit"),
    *("the sand tray", "the water tray", "the role-play shop", "the puppet show", "the letter hunt"),
)
_LOWER = (
    *("phonics", "handwriting", "mathematics", "guided reading", "our topic lesson", "spelling"),
    *("the science lesson on plants", "art", "music", "story writing", "number bonds", "clay modelling"),
    *("the lesson about the Great Fire of London", "the lesson on maps", "shared reading", "measuring"),
)
_UPPER = (
    *("mathematics", "guided reading", "spelling", "the history lesson on the Romans", "long division"),
    *("the science lesson on circuits", "geography", "art", "music", "French", "computing", "fractions"),
    *("the lesson on rivers", "comprehension", "poetry", "the times-tables check", "design and technology"),
    *("the lesson on the Second World War", "the rehearsal", "the science lesson on forces", "grammar"),
)
_SECONDARY = (
    *("English", "mathematics", "chemistry", "physics", "biology", "history", "geography", "Spanish", "art"),
    *("drama", "music", "computing", "food technology", "religious studies", "graphics", "tutor time"),
)

_EVERY: dict[str, tuple[str, ...]] = {
    "toy": (
        *("a wooden train", "the marble run", "a jigsaw", "the construction bricks", "a box of magnets"),
        *("the farm animals", "a skipping rope", "a pot of dinosaurs", "the threading beads", "a globe"),
        *("a tub of counters", "the weighing scales", "a kite made of paper", "the stacking cups", "a drum"),
    ),
    "object": (
        *("a ruler", "a water bottle", "a glue stick", "a pencil case", "a reading book", "a whiteboard pen"),
        *("a lunch box", "a pair of scissors", "a dictionary", "a paint pot", "a workbook", "a pencil pot"),
        *("an atlas", "a tray of counters", "a chair", "a folder", "a rubber", "a plastic cup"),
    ),
    "colour": ("red", "blue", "green", "purple", "grey", "brown", "black", "white", "yellow", "pink"),
    "dish": (
        *("pasta", "a jacket potato", "fish fingers", "vegetable curry", "chicken and rice", "soup"),
        *("macaroni cheese", "a cheese roll", "bean chilli", "roast dinner", "tomato pasta", "pizza"),
        *("shepherd's pie", "noodles", "a tuna sandwich", "sausages and mash", "lentil stew"),
    ),
    "snack": (
        *("a banana", "two slices of toast", "an apple", "a bowl of cereal", "a bagel", "a cereal bar"),
        *("toast and milk", "a satsuma", "porridge", "crackers and cheese", "a carton of milk", "raisins"),
        *("a yoghurt", "half a sandwich", "a pear", "two oatcakes", "a crumpet", "a slice of malt loaf"),
    ),
    "spot": (
        *("by the water fountain", "beside the shelter", "near the trim trail"),
        *("next to the bike racks", "at the edge of the field", "by the friendship bench"),
        *("under the climbing frame", "beside the vegetable beds", "at the top of the steps"),
        *("by the netball post", "near the hall doors", "behind the sports shed", "under the big tree"),
        *("next to the painted snake", "by the fence", "at the goal end", "near the bins", "by the wall"),
    ),
    "inside": (
        *("beside the sink", "near the door", "at the back table", "by the radiator", "under the window"),
        *("beside the coat pegs", "in the book corner", "next to the printer", "by the tray units"),
        *("on the carpet", "at the side table", "next to my desk", "beside the cupboard", "by the display"),
    ),
    "game": (
        *("a chasing game", "football", "skipping", "a game of tag", "basketball", "a clapping game"),
        *("hide and seek", "hopscotch", "a card game", "marbles", "a ball game", "a dance", "cricket"),
    ),
    "animal": ("dog", "cat", "hamster", "rabbit", "budgie", "guinea pig", "goldfish", "tortoise"),
    "garment": ("sweatshirt", "shirt", "cardigan", "polo shirt", "jumper", "PE top", "hoodie"),
    "limb": (
        *("left forearm", "right forearm", "left shin", "right shin", "left knee", "right knee"),
        *("left elbow", "right elbow", "left hand", "right hand", "left wrist", "right calf"),
    ),
    "size": (
        *("the size of a 5p coin", "the size of a 10p coin", "the size of a fingernail", "2 cm long"),
        *("3 cm across", "4 cm long", "as long as a paper clip", "the size of a grape", "1 cm across"),
        *("5 cm long and thin", "the size of a penny", "about 2 cm by 3 cm", "as wide as a pencil"),
    ),
    "body": (
        *("looked down", "pulled {his} sleeves over {his} hands", "bit {his} bottom lip", "shrugged"),
        *("picked at the skin beside {his} thumbnail", "turned away", "rubbed {his} eyes", "nodded twice"),
        *("put {his} hood up", "pressed {his} lips together", "folded {his} arms", "shook {his} head"),
        *("twisted the end of {his} sleeve", "cried", "spoke in a whisper", "went red in the face"),
        *("wrapped {his} arms round {himself}", "covered {his} ears", "tapped {his} foot", "bit {his} nails"),
        *("rocked on {his} heels", "sniffed and wiped {his} nose on {his} cuff", "held {his} own elbow"),
        *("put {his} hands in {his} pockets", "took two steps back", "blinked and looked away"),
        *("pulled at the neck of {his} top", "hid {his} face in {his} arms", "kicked at the floor"),
    ),
    "calm": (
        *("sat with {him}", "read aloud to {him}", "counted to twenty with {him}", "drew with {him}"),
        *("walked round the field with {him}", "built a tower with {him}", "breathed slowly with {him}"),
        *(
            "looked at a book about animals with {him}",
            "did a jigsaw with {him}",
            "sorted pencils with {him}",
        ),
        *(
            "made a paper boat with {him}",
            "looked at the fish tank with {him}",
            "played a card game with {him}",
        ),
    ),
    "reason": (
        *("the alarm had not gone off", "the car would not start", "the bus had not come"),
        *("everybody had overslept", "a younger child had been sick", "the traffic had stood still"),
        *("the keys could not be found", "{he} had not wanted to get dressed", "they had missed the bus"),
        *("there had been a doctor's appointment", "the lift was broken", "the dog had got out"),
        *("the boiler man had come", "a tyre was flat", "they had walked from a relative's house"),
        *("{he} had been awake in the night", "a shoe had been lost", "the road was closed"),
    ),
    "going": (
        *("they had a train to catch", "{his} grandmother was being brought home", "there was a family meal"),
        *(
            "the new keys had to be fetched",
            "they were going to the airport",
            "a relative had been taken ill",
        ),
        *("{his} aunt was getting married the next day", "the traffic would be bad later"),
    ),
    "held": (
        *("the shift had run over", "the bus had stood in traffic", "the car would not start"),
        *("the appointment had taken longer", "the day had been mixed up", "nobody else could come"),
        *("there had been an accident on the bypass", "the train was cancelled", "the phone had died"),
        *("it was thought to be a club day", "the meeting had gone on", "the lift was broken"),
    ),
    "cause": (
        *("a late night", "a visit from relatives", "a change of shifts at work", "building work next door"),
        *("a bad cold", "a burst pipe", "a lost key", "a broken washing machine", "the move of a wardrobe"),
        *("a power cut", "a birthday at home", "a new baby in the family", "the heating being off"),
    ),
    "news": (
        *("{he} had slept badly since {day-}", "the family has visitors until {date+3-9}"),
        *("there has been building work in the house", "{his} grandparents are staying", "money is tight"),
        *("{he} speaks of school at breakfast now", "the shifts at work have changed"),
        *("there had been words at home about screens", "the neighbours are loud at night"),
        *("{he} has begun to ask about moving", "a cousin has moved in", "{he} likes {lesson} best"),
        *("{he} has a cold that does not go", "the car is off the road", "{he} was up late on {day-}"),
    ),
    "ill": (
        *("a temperature", "a sore throat", "been sick in the night", "an upset stomach", "a cough"),
        *("an ear ache", "a headache", "a rash", "a cold", "a migraine", "an infected eye", "stomach cramps"),
    ),
    "ache": (
        *("a sore throat", "an upset stomach", "a cough", "an ear ache", "a headache", "a rash", "a cold"),
        *("a migraine", "an infected eye", "stomach cramps", "a sore mouth", "an aching leg", "hiccups"),
    ),
    "hue": ("purple", "yellow", "blue", "brown", "red", "pink", "dark red", "green and yellow"),
    "book": (
        *("a book about sharks", "a book of jokes", "a story about a lighthouse", "a comic", "an atlas"),
        *("a book about trains", "a fairy tale", "a football annual", "a book about volcanoes"),
        *("a picture book about bears", "a poem", "a story about a fox", "a book about the planets"),
    ),
}

_WEATHER = {
    "winter": (
        *(
            "there was frost on the grass",
            "it was {d1-5} °C at the gate",
            "sleet was falling",
            "it was raining",
        ),
        *("the playground was icy in places", "snow lay on the steps", "a cold wind was blowing"),
        *("the puddles had frozen", "it was {d2-6} °C on the yard", "it had snowed in the night"),
    ),
    "cool": (
        *("it was raining", "it was {d6-10} °C outside", "there was fog", "it had rained all night"),
        *("it was {d7-11} °C at the gate", "it was drizzling", "the field was flooded at one end"),
        *("the wind had blown two branches down", "it was hailing", "the grass was wet"),
    ),
    "warm": (
        *("it was {d22-26} °C in the shade", "the sun was out", "it was {d20-28} °C at noon"),
        *("there was not a cloud", "the classes sat outside to eat", "it was {d23-29} °C on the yard"),
    ),
}


def season(month: int) -> str:
    """Winter, cool or warm."""
    if month in {12, 1, 2}:
        return "winter"
    return "warm" if month in {5, 6, 7, 9} else "cool"


def thing(slot: str, rng: Random, *, year: int, month: int) -> str | None:
    """Something for a slot of this name; None when it is no such slot."""
    if slot == "lesson":
        return rng.choice(_lessons(year))
    if slot == "weather":
        return rng.choice(_WEATHER[season(month)])
    found = _EVERY.get(slot)
    return rng.choice(found) if found else None


def _lessons(year: int) -> tuple[str, ...]:
    if year <= 0:
        return _SMALL
    if year <= 2:
        return _LOWER
    return _UPPER if year <= 6 else _SECONDARY
