"""What came of an entry: who read it, what was done, and how it ended."""

from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta
from random import Random

from heed.demo.shapes import SampleStaff
from heed.demo.tales.colleagues import someone
from heed.demo.tales.days import next_school_day
from heed.demo.tales.endings import ACTIONS, OUTCOMES
from heed.demo.tales.memory import NoFit
from heed.demo.tales.readers import told_of
from heed.demo.tales.script import Scene, Step
from heed.demo.tales.tale import Deed, Tale, Turn
from heed.demo.tales.voice import Voice
from heed.lib.clock import from_london, london

LATELY = timedelta(days=24)
"""Entries of these last days may still be in hand."""

STILL_WATCHED = timedelta(days=60)
_DAYS = (0, 1, 1, 2, 3, 4, 5, 6, 8, 10, 13, 18, 24)
"""School days until an entry is closed, where nothing says when."""

BY_LEADS = {"child_protection", "leader_welfare"}
BY_SENIORS = {"serious_behaviour", "low_behaviour", "bullying", "racist"}
ACTED_ON = {
    "concern": 0.42,
    "vulnerable": 0.5,
    "serious_behaviour": 0.55,
    "friendship": 0.3,
    "medical": 0.25,
    "parent_concern": 0.3,
    "attendance": 0.22,
    "low_behaviour": 0.14,
    "sen": 0.3,
    "leader_welfare": 0.25,
    "child_protection": 0.35,
    "bullying": 0.6,
    "racist": 0.6,
}
"""How often an entry of this kind has an action where its scene asks for none."""


def followed(tale: Tale, scene: Scene, voice: Voice, now: datetime) -> Tale:
    """The entry, read by everybody who was told, acted on, and closed, watched or in hand."""
    told = told_of(tale, voice.subject, voice.stage)
    reads = tuple((one.email, _read_at(tale.recorded_at, one, voice.rng, now)) for one in told)
    owner = _owner(tale, scene, voice)
    taken = max((at for email, at in reads if email == owner.email), default=tale.recorded_at)
    deeds = _deeds(tale, scene, voice, owner, max([taken, *(at for _, at in reads)]), now)
    tale = replace(tale, reads=reads, deeds=deeds)
    return replace(tale, turns=_turns(tale, scene, voice, owner, taken, now))


def _read_at(recorded: datetime, who: SampleStaff, rng: Random, now: datetime) -> datetime:
    """In working hours, soon; class teachers after their lessons."""
    lag = rng.randint(3, 75) if {"dsl", "deputy"} & set(who.groups) else rng.randint(15, 320)
    at = london(recorded) + timedelta(minutes=lag)
    if at.hour >= 18 or at.date() != london(recorded).date():
        day = next_school_day(london(recorded).date())
        at = london(from_london(day, 7, rng.randint(35, 59)) + timedelta(minutes=rng.randint(0, 55)))
    return at if at < now else recorded + (now - recorded) * rng.uniform(0.2, 0.9)


def _owner(tale: Tale, scene: Scene, voice: Voice) -> SampleStaff:
    """Who looks after it."""
    kinds = set(tale.categories)
    if kinds & BY_LEADS:
        tokens = ["dsl", "dsl", "dsl", "deputy"]
    elif kinds & BY_SENIORS:
        tokens = ["slt", "ah", "dsl", "deputy"]
    else:
        tokens = ["dsl", "dsl", "deputy", "deputy", "ah"]
    if scene.steps and scene.steps[0].by in {"dsl", "deputy", "ah", "slt", "head"}:
        tokens = [scene.steps[0].by]
    return someone(voice.rng.choice(tokens), voice.subject, voice.stage, None, voice.rng)


def _deeds(
    tale: Tale, scene: Scene, voice: Voice, owner: SampleStaff, after: datetime, now: datetime
) -> tuple[Deed, ...]:
    rng = voice.rng
    if scene.sure:
        steps = scene.steps
    elif scene.steps and rng.random() < 0.6:
        steps = (rng.choice(scene.steps),)
    elif rng.random() < max(ACTED_ON[one] for one in tale.categories):
        steps = (rng.choice(ACTIONS[tale.categories[0]]),)
    else:
        steps = ()
    found: list[Deed] = []
    for step in steps:
        soon = 0.9 if scene.sure else 0.6
        at = _working_time(after, rng, days=0 if rng.random() < soon else rng.randint(1, 3))
        if at >= now:
            break
        deed = _deed(tale, step, voice, owner, at, now)
        if deed:
            found.append(deed)
            tale = replace(tale, reads=(*tale.reads, *((email, at) for email in deed.told)))
            after = max(at, deed.told_read or at)
    return tuple(found)


def _deed(
    tale: Tale, step: Step, voice: Voice, owner: SampleStaff, at: datetime, now: datetime
) -> Deed | None:
    """One action, by somebody who can read the entry."""
    try:
        by = owner if step.by == "owner" else someone(step.by, voice.subject, voice.stage, None, voice.rng)
        if not _can_act(by, tale):
            by = owner
        told = _told_with(step, tale, voice, by)
        done = voice.of(by, london(at)).text((step.words,))
    except NoFit:
        return None
    read = _read_at(at, by, voice.rng, now) if told else None
    return Deed(
        by=by.email,
        at=at,
        done=done,
        consent=step.consent,
        why_not_asked=step.why_not,
        told=tuple(one.email for one in told),
        told_read=read,
    )


def _told_with(step: Step, tale: Tale, voice: Voice, by: SampleStaff) -> tuple[SampleStaff, ...]:
    """Whom the action is told to: nobody twice, and nobody who wrote it."""
    found = {}
    for token in step.told:
        one = someone(token, voice.subject, voice.stage, by, voice.rng)
        found[one.email] = one
    return tuple(found.values())


def _can_act(who: SampleStaff, tale: Tale) -> bool:
    """Whether they read the entry through a group, whatever class they have now, or were told of it."""
    groups = set(who.groups)
    if who.email in {email for email, _ in tale.reads}:
        return True
    if groups & {"head", "assistant_head", "dsl", "deputy"}:
        return True
    if "child_protection" in tale.categories:
        return False
    return "slt" in groups or ("senco" in groups and "leader_welfare" not in tale.categories)


def _turns(
    tale: Tale, scene: Scene, voice: Voice, owner: SampleStaff, taken: datetime, now: datetime
) -> tuple[Turn, ...]:
    """Taken, and then closed or watched; little that is older stays open."""
    rng, age = voice.rng, now - tale.recorded_at
    turns: list[Turn] = []
    begin = min([taken, *(deed.at for deed in tale.deeds)]) + timedelta(minutes=1)
    if begin < now and (tale.deeds or age < LATELY or rng.random() < 0.25):
        turns.append(Turn(by=owner.email, at=begin, did="take"))
    after = max([begin, taken, *(deed.at for deed in tale.deeds)])
    if (scene.watched or rng.random() < 0.1) and age < STILL_WATCHED:
        at = _working_time(after, rng, days=rng.randint(0, 2))
        return (*turns, Turn(by=owner.email, at=at, did="watch")) if at < now else tuple(turns)
    stays = age < LATELY and rng.random() < (0.3 if tale.deeds else 0.12)
    at = _working_time(after, rng, days=_days_to_the_end(scene, age, rng))
    if at >= now or stays:
        return tuple(turns) or ((Turn(by=owner.email, at=begin, did="take"),) if begin < now else ())
    words = _outcome(scene, tale, voice.of(owner, london(at)))
    return (*turns, Turn(by=owner.email, at=at, did="close", said=words))


def _days_to_the_end(scene: Scene, age: timedelta, rng: Random) -> int:
    if age < LATELY:
        return rng.randint(0, 2)
    return rng.randint(3, 8) if scene.outcomes else rng.choice(_DAYS)


def _outcome(scene: Scene, tale: Tale, voice: Voice) -> str:
    """The scene's own words, or else those for its first category."""
    for outcomes in filter(None, (scene.outcomes, OUTCOMES[tale.categories[0]])):
        with suppress(NoFit):
            return voice.text(outcomes)
    raise NoFit


def _working_time(after: datetime, rng: Random, *, days: int) -> datetime:
    """A time in working hours after this, so many school days later."""
    local = london(after)
    day = local.date()
    for _ in range(days):
        day = next_school_day(day)
    if day == local.date():
        at = local + timedelta(minutes=rng.randint(4, 70))
        if at.hour < 17:
            return at
        day = next_school_day(day)
    return from_london(day, rng.choice((8, 9, 10, 11, 13, 14, 15, 15, 16)), rng.randint(0, 59))
