"""Children whose lives changed at home: a looked-after child, and a bereavement."""

from datetime import time

from heed.demo.stories.story import Story
from heed.demo.stories.writers import (
    BEN_HOLLIS,
    DANIEL_OWUSU,
    GRACE_ADEYEMI,
    HELEN_MARSH,
    ROSIE_TRAN,
    SANDRA_BELL,
    SHABNAM_BEGUM,
    WEN_LI,
)

HOME = (
    Story(
        child="jayden-cole",
        writer=HELEN_MARSH,
        categories=("child_protection", "vulnerable"),
        school_days_ago=150,
        at=time(15, 30),
        precision="exact",
        place="Meeting room",
        account=(
            "Ayesha Rafiq (social worker) told me by telephone that Jayden has been placed with Marion"
            " Sugden and Graham Sugden (foster carers) from today under an interim care order. His "
            "brother is placed with them as well. Contact with his mother is to be supervised, on "
            "Saturdays, at the council's family centre. Nobody else may collect him."
        ),
        already_done=(
            "Collection list changed with Sandra Bell (office). A photograph of each foster carer is "
            "with the office. First personal education plan meeting asked for."
        ),
        minutes_later=60,
    ),
    Story(
        child="jayden-cole",
        writer=ROSIE_TRAN,
        categories=("concern",),
        school_days_ago=55,
        at=time(10, 30),
        precision="about",
        place="Beech classroom",
        account=(
            "A cup was dropped in the corridor and broke. Jayden went under the table at the sound and"
            " put his hands over his ears. He stayed there for about four minutes. Shabnam Begum "
            "(teaching assistant) sat on the floor one metre away and read aloud."
        ),
        child_words="“Is he here?”",
        already_done="Did not ask who he meant. Told Helen Marsh (DSL) at break.",
        minutes_later=50,
    ),
    Story(
        child="jayden-cole",
        writer=ROSIE_TRAN,
        categories=("parent_concern",),
        school_days_ago=33,
        at=time(15, 15),
        precision="exact",
        place="Beech door",
        account=(
            "Marion Sugden (foster carer) told me that Jayden has woken at night on four days this "
            "week and that he asks for the landing light. She said that he has begun to eat at the "
            "table. She asked what we say when he asks about his mother."
        ),
        already_done=(
            "Agreed the same words for home and school: “You will see Mum on Saturday, and Marion will"
            " take you.”"
        ),
        minutes_later=45,
    ),
    Story(
        child="jayden-cole",
        writer=SHABNAM_BEGUM,
        categories=("low_behaviour",),
        school_days_ago=24,
        at=time(11, 50),
        precision="about",
        place="Dining hall queue",
        account=(
            "Jayden pushed the child in front of him with both hands when the queue stopped. The other"
            " child stepped forward and was not hurt. I asked Jayden to come and stand by me. He did "
            "so at once and held the edge of my cardigan."
        ),
        already_done="He carried the water jugs with me and then went to eat.",
        minutes_later=65,
    ),
    Story(
        child="jayden-cole",
        writer=GRACE_ADEYEMI,
        categories=("leader_welfare",),
        school_days_ago=12,
        at=time(16, 0),
        precision="exact",
        place="Senior leaders' room",
        account=(
            "I looked at Jayden's entries with Rosie Tran (class teacher). Four of the five events at "
            "school this term were on a Friday or the day before contact. We will plan his Friday "
            "afternoons with Shabnam Begum (teaching assistant) and write down what happens for six "
            "weeks."
        ),
        minutes_later=30,
    ),
    Story(
        child="jayden-cole",
        writer=SHABNAM_BEGUM,
        categories=("concern",),
        school_days_ago=3,
        at=time(14, 15),
        precision="about",
        place="Quiet room",
        account=(
            "Jayden asked to go to the quiet room and drew a house with five windows. He coloured one "
            "window black and told me that it was his. I asked him to tell me about the picture and "
            "wrote down his words as he spoke."
        ),
        child_words="“That's where I waited. You have to be very quiet and then it stops.”",
        already_done=(
            "Listened and asked no more questions. The drawing is dated and with Helen Marsh's (DSL) "
            "papers. Told Daniel Owusu (deputy DSL) in person at 14.40."
        ),
        minutes_later=40,
        read_by=(DANIEL_OWUSU,),
    ),
    Story(
        child="hope-whittaker",
        writer=BEN_HOLLIS,
        categories=("vulnerable",),
        school_days_ago=64,
        at=time(8, 40),
        precision="exact",
        place="By telephone",
        account=(
            "Ian Whittaker (father) rang before school. He told me that Hope's grandmother, Rosemary "
            "Whittaker, died in hospital on Sunday. She lived with the family. He said that Hope knows"
            " and wants to come to school."
        ),
        already_done="Met Hope at the side door. Told the adults who work in Birch.",
        minutes_later=25,
    ),
    Story(
        child="hope-whittaker",
        writer=WEN_LI,
        categories=("concern",),
        school_days_ago=58,
        at=time(12, 20),
        precision="about",
        place="Dining hall",
        account=(
            "Hope left her lunch on the tray, two days running. She drank water. I sat beside her and "
            "she leaned against my arm."
        ),
        child_words="“Nana does my sandwiches with the crusts in the bin.”",
        already_done=(
            "Asked Jenny Whittaker (mother) at collection whether Hope might bring food from home that"
            " she has chosen. She said yes."
        ),
        minutes_later=70,
    ),
    Story(
        child="hope-whittaker",
        writer=SANDRA_BELL,
        categories=("parent_concern",),
        school_days_ago=18,
        at=time(15, 35),
        precision="exact",
        place="Reception desk",
        account=(
            "Jenny Whittaker (mother) came to the desk after school. She said that Hope has slept in "
            "her grandmother's bed for three weeks and cries when it is changed. She asked whether the"
            " school knows of a bereavement service for children."
        ),
        already_done=(
            "Gave her the leaflet of the local hospice's group for children and asked Bernadette "
            "Quigley (family worker) to ring her."
        ),
        minutes_later=20,
    ),
    Story(
        child="hope-whittaker",
        writer=BEN_HOLLIS,
        categories=("concern",),
        school_days_ago=3,
        at=time(10, 10),
        precision="about",
        place="Birch classroom",
        account=(
            "Hope said that she had a stomach ache and asked to go home. It is the third time in nine "
            "days, each at about ten o'clock. She had no temperature (36.8 °C) and ate a biscuit in "
            "the office."
        ),
        child_words="“If I'm at home I can check that Mummy's breathing.”",
        already_done="Rang Ian Whittaker (father), who spoke to Hope for five minutes. She stayed at school.",
        minutes_later=240,
    ),
)
