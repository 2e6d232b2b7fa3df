"""A young carer and her brother, while their mother is ill."""

from datetime import time

from heed.demo.stories.story import Story
from heed.demo.stories.writers import (
    BERNADETTE_QUIGLEY,
    DANIEL_OWUSU,
    LUCY_CARTWRIGHT,
    PRIYA_NAIR,
    RACHEL_THORNTON,
    SANDRA_BELL,
)

CARERS = (
    Story(
        child="caitlin-oneill",
        writer=BERNADETTE_QUIGLEY,
        categories=("vulnerable",),
        school_days_ago=160,
        at=time(14, 0),
        precision="exact",
        place="Family room",
        account=(
            "Siobhán O'Neill (mother) asked to see me. She told me that she has been diagnosed with "
            "multiple sclerosis and that on some days she cannot climb the stairs. She said Caitlin "
            "helps her to dress and makes tea for her brother on those days."
        ),
        already_done=(
            "Gave her the young carers' leaflet and asked whether I might put Caitlin's name forward. "
            "She said yes."
        ),
        minutes_later=45,
    ),
    Story(
        child="caitlin-oneill",
        writer=SANDRA_BELL,
        categories=("attendance",),
        school_days_ago=118,
        at=time(9, 20),
        precision="exact",
        place="Reception desk",
        account=(
            "Caitlin brought her brother at 9.20. She said that she had waited for the nurse to come "
            "to the house before they could leave. Recorded as late for both children."
        ),
        minutes_later=20,
    ),
    Story(
        child="caitlin-oneill",
        writer=RACHEL_THORNTON,
        categories=("vulnerable",),
        school_days_ago=74,
        at=time(11, 30),
        precision="about",
        place="Ash classroom",
        account=(
            "Caitlin asked for her phone at 11.30, which pupils hand in at the door. I asked what was "
            "worrying her. She said her mother had fallen on the stairs before school and had told her"
            " to go in anyway."
        ),
        child_words="“I put the phone next to her in case. I need to check if she's rung.”",
        already_done=(
            "Went with Caitlin to the office. She rang home and spoke to Siobhán O'Neill (mother), who"
            " said she was on the sofa and had eaten."
        ),
        minutes_later=75,
    ),
    Story(
        child="caitlin-oneill",
        writer=BERNADETTE_QUIGLEY,
        categories=("vulnerable", "parent_concern"),
        school_days_ago=46,
        at=time(10, 0),
        precision="exact",
        place="Home visit",
        account=(
            "I visited the family home by appointment. Siobhán O'Neill (mother) and Colette Fallon "
            "(aunt) were there. Colette Fallon now stays from Sunday to Tuesday. Siobhán O'Neill said "
            "that Caitlin does the shopping on Saturdays and gives her brother his bath. There was "
            "food in the fridge and a list of who does what on the kitchen door."
        ),
        already_done=(
            "Young carers' group has offered a place from the start of next month. Siobhán O'Neill "
            "signed the form."
        ),
        minutes_later=120,
    ),
    Story(
        child="caitlin-oneill",
        writer=RACHEL_THORNTON,
        categories=("concern",),
        school_days_ago=21,
        at=time(13, 40),
        precision="about",
        place="Ash classroom",
        account=(
            "Caitlin did not begin her writing and sat with her pen in her hand for about twenty "
            "minutes. Her eyes filled when I knelt beside her. She said that the group trip to the "
            "climbing wall is on a day when her aunt is not there."
        ),
        child_words="“If I go, who does Mum's tablets?”",
        already_done=(
            "Told her that I would speak to Bernadette Quigley (family worker) and that she had not "
            "done anything wrong."
        ),
        minutes_later=60,
    ),
    Story(
        child="caitlin-oneill",
        writer=BERNADETTE_QUIGLEY,
        categories=("vulnerable",),
        school_days_ago=3,
        at=time(8, 45),
        precision="exact",
        place="Playground",
        account=(
            "Caitlin told me before the bell that Siobhán O'Neill (mother) was taken to hospital by "
            "ambulance at about 22.00 last night and is staying in. Colette Fallon (aunt) slept at the"
            " house. Caitlin had written the name of the ward on the back of her hand."
        ),
        child_words="“I knew what to say to the ambulance lady. I said our postcode first.”",
        already_done=(
            "Rang Colette Fallon at 8.55. She will collect both children today and stay until Siobhán "
            "O'Neill is home."
        ),
        minutes_later=30,
        read_by=(DANIEL_OWUSU, PRIYA_NAIR),
    ),
    Story(
        child="cian-oneill",
        writer=LUCY_CARTWRIGHT,
        categories=("vulnerable",),
        school_days_ago=17,
        at=time(9, 5),
        precision="about",
        place="Elm classroom",
        account=(
            "Cian cried for ten minutes after he came in and asked for his sister. He sat with me and "
            "drew a picture of a bed with wheels. He stopped crying when I said that he could see her "
            "at break."
        ),
        child_words="“Mummy's legs don't work and Caitlin is the boss.”",
        already_done=(
            "Arranged with Rachel Thornton (class teacher of Ash) that his sister comes to the door of"
            " Elm at break."
        ),
        minutes_later=70,
    ),
)
