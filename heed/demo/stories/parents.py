"""A pattern of absence, two parents who live apart, and a family that travels for work."""

from datetime import time

from heed.demo.stories.story import Story
from heed.demo.stories.writers import (
    AISHA_RAHMAN,
    DANIEL_OWUSU,
    HELEN_MARSH,
    JOSEPH_BRENNAN,
    ROSIE_TRAN,
    SANDRA_BELL,
)

PARENTS = (
    Story(
        child="zainab-iqbal",
        writer=JOSEPH_BRENNAN,
        categories=("attendance",),
        school_days_ago=53,
        at=time(9, 0),
        precision="morning of",
        place="Acorn classroom",
        account=(
            "Zainab's attendance over the last five weeks is 86 per cent: seven half-days, of which "
            "five were Mondays. Each was explained by a telephone call from Saima Iqbal (mother)."
        ),
        already_done="Asked Sandra Bell (office) to note the reason given each time.",
        minutes_later=60,
    ),
    Story(
        child="zainab-iqbal",
        writer=SANDRA_BELL,
        categories=("attendance", "medical"),
        school_days_ago=37,
        at=time(8, 55),
        precision="exact",
        place="By telephone",
        account=(
            "Saima Iqbal (mother) rang to say that Zainab was awake from 2.00 because of her eczema "
            "and would not be in. She said that the cream from the surgery had run out."
        ),
        already_done="Gave her the number of the school nurse.",
        minutes_later=10,
    ),
    Story(
        child="zainab-iqbal",
        writer=JOSEPH_BRENNAN,
        categories=("concern", "medical"),
        school_days_ago=25,
        at=time(13, 50),
        precision="about",
        place="Acorn classroom",
        account=(
            "Zainab scratched the inside of both elbows while she was on the carpet. There were two "
            "spots of blood on the left sleeve. The skin there was dry and red over an area as large "
            "as my palm."
        ),
        child_words="“It's hot inside.”",
        already_done=(
            "Washed her hands and put on cotton sleeves. Told Rukhsana Iqbal (grandmother) at collection."
        ),
        minutes_later=65,
    ),
    Story(
        child="zainab-iqbal",
        writer=HELEN_MARSH,
        categories=("leader_welfare",),
        school_days_ago=14,
        at=time(16, 15),
        precision="exact",
        place="Mrs Marsh's room",
        account=(
            "Two appointments with the eczema nurse have been missed, by a letter that the school "
            "received with the parents' consent. Absences are now eleven half-days. I will offer to "
            "hold the next appointment in school with Lorna Digby (school nurse), and look at this in "
            "ten school days."
        ),
        minutes_later=25,
    ),
    Story(
        child="zainab-iqbal",
        writer=SANDRA_BELL,
        categories=("attendance",),
        school_days_ago=2,
        at=time(11, 20),
        precision="exact",
        place="School office",
        account=(
            "No call was received about Zainab. I rang Saima Iqbal (mother) at 9.30 and at 10.15, and "
            "Nadeem Iqbal (father) at 10.20. Rukhsana Iqbal (grandmother) answered the house telephone"
            " at 11.05 and said that Zainab was asleep and that “everybody was up in the night”."
        ),
        already_done="Told Joseph Brennan (class teacher).",
        minutes_later=15,
        read_by=(JOSEPH_BRENNAN,),
    ),
    Story(
        child="finley-ashworth",
        writer=AISHA_RAHMAN,
        categories=("parent_concern",),
        school_days_ago=43,
        at=time(15, 25),
        precision="exact",
        place="Hazel door",
        account=(
            "Helena Ashworth (mother) told me that she and Peter Ashworth (father) are living apart "
            "from this week. She asked that neither of them is given news of the other by the school. "
            "Finley was holding her bag and looking at the ground."
        ),
        already_done="Contacts checked with Sandra Bell (office): both parents may collect.",
        minutes_later=45,
    ),
    Story(
        child="finley-ashworth",
        writer=AISHA_RAHMAN,
        categories=("parent_concern", "concern"),
        school_days_ago=18,
        at=time(8, 45),
        precision="exact",
        place="Hazel door",
        account=(
            "Peter Ashworth (father) asked me whether Finley had come in clean. He said that he has "
            "concerns about who looks after him on Tuesdays. I said that I could tell him what I see "
            "in school: Finley was in a clean shirt and had his lunch with him."
        ),
        child_words="“Dad asks me questions in the car.”",
        already_done="Told Helen Marsh (DSL) that each parent has asked me about the other.",
        minutes_later=55,
    ),
    Story(
        child="finley-ashworth",
        writer=AISHA_RAHMAN,
        categories=("parent_concern",),
        school_days_ago=1,
        at=time(15, 30),
        precision="exact",
        place="Hazel door",
        account=(
            "Both parents came to collect Finley. Peter Ashworth (father) said that it was his day, "
            "and Helena Ashworth (mother) said that the day had been changed by message. They raised "
            "their voices. Finley stepped behind me and held the back of my coat. Jonathan Peel "
            "(assistant head) took both parents to separate rooms."
        ),
        child_words="“Can I go to after-school club instead?”",
        already_done=(
            "Finley had a drink in Hazel with me. He went home with Helena Ashworth at 15.55, as both "
            "parents then agreed in writing."
        ),
        minutes_later=20,
        read_by=(DANIEL_OWUSU,),
    ),
    Story(
        child="kizzy-loveridge",
        writer=ROSIE_TRAN,
        categories=("parent_concern",),
        school_days_ago=31,
        at=time(8, 50),
        precision="exact",
        place="Beech door",
        account=(
            "Delilah Loveridge (mother) told me that the family travels for work from next week for "
            "five weeks, and asked for reading books and a mathematics folder to take. She said that "
            "Kizzy reads to her younger cousins every evening."
        ),
        already_done=(
            "Packed six books and the folder. Sandra Bell (office) explained the attendance code that "
            "is used."
        ),
        minutes_later=25,
    ),
)
