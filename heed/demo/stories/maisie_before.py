"""Maisie Thornton, until this autumn: lateness, hunger and tiredness, seen apart by six people."""

from datetime import time

from heed.demo.stories.story import Story
from heed.demo.stories.writers import (
    CAROL_TATE,
    CLAIRE_DEMPSEY,
    DOROTHY_AMOS,
    JODIE_PIKE,
    KATIE_LOWTHER,
    SANDRA_BELL,
)

MAISIE_BEFORE = (
    Story(
        child="maisie-thornton",
        writer=CLAIRE_DEMPSEY,
        categories=("parent_concern",),
        school_days_ago=224,
        at=time(15, 25),
        precision="exact",
        place="Main gate",
        account=(
            "Craig Thornton (father) told me at the gate that he and Rachel Thornton (mother) have "
            "separated. He said Maisie will live with him from Sunday evening to Friday and with her "
            "mother at weekends. He asked for letters to be sent to both addresses."
        ),
        already_done="Passed both addresses to Sandra Bell (office).",
        minutes_later=40,
    ),
    Story(
        child="maisie-thornton",
        writer=SANDRA_BELL,
        categories=("attendance",),
        school_days_ago=208,
        at=time(9, 12),
        precision="exact",
        place="Reception desk",
        account=(
            "Maisie arrived at 9.12 with Lee Thornton (uncle), who signed her in. He said, “The alarm "
            "didn't go off.” She went to class at 9.15."
        ),
        minutes_later=8,
    ),
    Story(
        child="maisie-thornton",
        writer=CAROL_TATE,
        categories=("concern",),
        school_days_ago=190,
        at=time(13, 20),
        precision="about",
        place="Hall",
        account=(
            "Maisie had no PE kit for the third PE lesson in a row. She wore a spare shirt and shorts "
            "from the box. She told me that her kit was “in the wash at Mummy's”."
        ),
        already_done="Put a note in her book bag asking for a kit that can stay in school.",
        minutes_later=95,
    ),
    Story(
        child="maisie-thornton",
        writer=CLAIRE_DEMPSEY,
        categories=("friendship",),
        school_days_ago=171,
        at=time(10, 50),
        precision="about",
        place="Playground, by the shelter",
        account=(
            "Maisie stood beside me for the whole of morning break. I asked whether she wanted to join"
            " the skipping. She shook her head and held on to my sleeve."
        ),
        child_words="“I like it better with you. They laughed at my shoes.”",
        already_done=(
            "Walked with her to the skipping group and stayed until the bell. Asked the class in "
            "circle time to invite somebody new into a game each day this week."
        ),
        minutes_later=130,
    ),
    Story(
        child="maisie-thornton",
        writer=DOROTHY_AMOS,
        categories=("attendance",),
        school_days_ago=140,
        at=time(9, 40),
        precision="exact",
        place="School office",
        account=(
            "No message had been received about Maisie by 9.40. I rang Craig Thornton (father) twice "
            "and left a message each time. At 10.05 I reached Rachel Thornton (mother), who said that "
            "she had not been told of an absence. Craig Thornton rang back at 11.10 and said that "
            "Maisie had a temperature."
        ),
        already_done="Marked as ill from 11.10. Told Helen Marsh (DSL) about the calls.",
        minutes_later=15,
    ),
    Story(
        child="maisie-thornton",
        writer=CLAIRE_DEMPSEY,
        categories=("concern",),
        school_days_ago=122,
        at=time(11, 5),
        precision="about",
        place="Holly classroom",
        account=(
            "During silent reading Maisie put her head on her arms and slept for about fifteen "
            "minutes. When I touched her shoulder she lifted her head and looked round the room. She "
            "joined in with mathematics at 11.30 and finished six of ten questions."
        ),
        child_words="“I was up late because Dad was on the phone.”",
        minutes_later=60,
    ),
    Story(
        child="maisie-thornton",
        writer=JODIE_PIKE,
        categories=("concern",),
        school_days_ago=104,
        at=time(10, 15),
        precision="about",
        place="Corridor outside Holly",
        account=(
            "I saw Maisie take a cereal bar from another child's open lunch box and put it in her "
            "pocket. I asked her to come and talk with me by the sink. She gave the bar back without "
            "being asked and began to cry."
        ),
        child_words="“My tummy hurts when it's empty.”",
        already_done=(
            "Gave her two slices of toast and an apple. Did not name the other child. Told Claire "
            "Dempsey (class teacher)."
        ),
        minutes_later=25,
    ),
    Story(
        child="maisie-thornton",
        writer=CLAIRE_DEMPSEY,
        categories=("parent_concern",),
        school_days_ago=88,
        at=time(15, 45),
        precision="exact",
        place="By telephone",
        account=(
            "I rang Craig Thornton (father) about breakfast. He said that he leaves for work at 5.40 "
            "on three days a week and that Maisie's brother makes her cereal on those days. I told him"
            " about breakfast club, which opens at 7.45, and that it can be free. He said he would "
            "think about it."
        ),
        already_done="Sent the breakfast club form home in an envelope addressed to him.",
        minutes_later=30,
    ),
    Story(
        child="maisie-thornton",
        writer=SANDRA_BELL,
        categories=("attendance",),
        school_days_ago=70,
        at=time(9, 18),
        precision="exact",
        place="Reception desk",
        account=(
            "Arrived alone at 9.18. She said that she had walked from the bus stop. I rang Craig "
            "Thornton (father), who said, “Her brother was meant to bring her to the gate.”"
        ),
        already_done="Asked Helen Marsh (DSL) to look at who brings Maisie to school.",
        minutes_later=5,
    ),
    Story(
        child="maisie-thornton",
        writer=KATIE_LOWTHER,
        categories=("parent_concern",),
        school_days_ago=52,
        at=time(15, 20),
        precision="exact",
        place="Main gate",
        account=(
            "Lee Thornton (uncle) collected Maisie. He told me that Craig Thornton (father) has "
            "changed to early shifts until spring and that he will bring Maisie himself on Mondays, "
            "Tuesdays and Thursdays. I asked who brings her on the other days. He said, “She gets "
            "herself up with our Kai.”"
        ),
        already_done=(
            "Asked Sandra Bell (office) to check that Lee Thornton is on the list of adults who may collect."
        ),
        minutes_later=35,
    ),
)
