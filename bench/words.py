"""Texts for invented entries: sentences of staff rooms, long and short, in which words can be looked for."""

from itertools import product
from random import Random

RARE_WORD = "kingfisher"
COMMON_WORD = "lunch"
"""In about one text in a hundred, and in one of three: the words that the measured searches look for."""

_WHO = (
    "They|He|She|The child|A friend|Mum|Dad|Grandma|The lunchtime supervisor|The driver of the school bus|"
    "The family worker|A neighbour|The older brother|The new carer"
)
_DID = (
    "said that nobody had been at home|came in without a coat|was very quiet all morning|cried at the gate|"
    "had not eaten since yesterday|would not go out to play|fell asleep during phonics|showed me a bruise|"
    "talked about moving house again|pushed another child over|hid beneath the table|asked to stay with me|"
    "said there had been shouting|arrived late for the third time|had no lunch and no money|"
    "tore up the drawing|was collected by somebody we did not know|left the room without a word|"
    "had the same clothes on as last week|told a friend to keep a secret|scratched at one arm|"
    "laughed when I asked about the weekend|complained of a headache|worried about the next contact visit"
)
_WHEN = (
    "before registration|after assembly|during the register|at lunch|in the corridor|on the way to swimming|"
    "while we were reading|at the end of the day|by the bicycle shed|during circle time|in the library|"
    "at breakfast club|in the minibus|on the climbing frame|while lining up|in the sensory room"
)
_THEN = (
    "I stayed with them until it was over|I wrote it down straight away|I told the office|I rang home|"
    "I have not spoken to anybody else|I said that I would have to pass it on|we found a spare jumper|"
    "I looked at it with the first-aider|the others did not notice|this is the second time this term|"
    "I asked nothing further|the class teacher knows|it took about ten minutes to calm down|"
    "nobody was hurt|I shall watch how it goes|we agreed a quiet place to go to|attendance is being followed up"
)
_PLACES = "playground|hall|classroom|corridor|gate|field|library|dining room|cloakroom|minibus"
_DONE = (
    "Rang home and spoke to Mum.|Left a message for Dad.|Met the class teacher and agreed what to watch.|"
    "Passed to the family worker.|Spoke to the child in the library.|Wrote to the school nurse.|"
    "Asked the office to follow attendance up.|Referred to early help.|Talked it through with the deputy.|"
    "Made a note for the next meeting.|Checked in at lunch and again before home time.|Added to the watch list."
)
PLACES = tuple(_PLACES.split("|"))


class Writer:
    """Writes texts by seeded chance, quickly: from sentences made beforehand."""

    def __init__(self, rng: Random) -> None:
        self._rng = rng
        made = [
            f"{who} {did} {when}." for who, did, when in product(*(x.split("|") for x in (_WHO, _DID, _WHEN)))
        ]
        self._sentences = (*made, *(f"{one[:1].upper()}{one[1:]}." for one in _THEN.split("|") * 200))
        self._done = tuple(_DONE.split("|"))

    def account(self) -> str:
        """What happened: about 400 characters as a median, from one line to a page."""
        rng = self._rng
        said = rng.choices(self._sentences, k=max(1, round(rng.lognormvariate(2.13, 0.7))))
        if rng.random() < 0.01:
            said.append(f"There was a {RARE_WORD} on the river.")
        return " ".join(said)

    def deed(self) -> str:
        """What was done: a line or three."""
        return " ".join(self._rng.choices(self._done, k=self._rng.choice((1, 1, 2, 3))))

    def quote(self) -> str:
        """The child's own words, where somebody wrote them down: one time in five."""
        return self._rng.choice(self._sentences) if self._rng.random() < 0.2 else ""
