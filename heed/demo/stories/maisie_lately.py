"""Maisie Thornton, lately: the same signs, closer together, and what the DSL made of them."""

from datetime import time

from heed.demo.stories.story import Story
from heed.demo.stories.writers import DANIEL_OWUSU, HELEN_MARSH, KATIE_LOWTHER, SANDRA_BELL, TOM_ELLERY

MAISIE_LATELY = (
    Story(
        child="maisie-thornton",
        writer=DANIEL_OWUSU,
        categories=("friendship",),
        school_days_ago=38,
        at=time(12, 35),
        precision="about",
        place="Dining hall",
        account=(
            "Joan Pickard (lunch supervisor), who has no account, told me this while I wrote it. She "
            "saw Maisie eat alone at the end table on three days this week. Today Maisie moved her "
            "tray when a group sat down beside her."
        ),
        child_words="“They've got a club and I'm not in it.”",
        already_done=(
            "Asked Katie Lowther (class teacher) to seat Maisie with two children of her choice at "
            "lunch from tomorrow."
        ),
        minutes_later=80,
    ),
    Story(
        child="maisie-thornton",
        writer=SANDRA_BELL,
        categories=("attendance",),
        school_days_ago=27,
        at=time(9, 10),
        precision="exact",
        place="Reception desk",
        account=(
            "Maisie came in at 9.10 with Lee Thornton (uncle). Registers closed at 9.00. It is the "
            "second late mark this month."
        ),
        minutes_later=12,
    ),
    Story(
        child="maisie-thornton",
        writer=KATIE_LOWTHER,
        categories=("concern",),
        school_days_ago=19,
        at=time(9, 0),
        precision="morning of",
        place="Willow classroom",
        account=(
            "Maisie had no coat and no PE kit. It was raining. Her socks left wet marks on the carpet "
            "and she took her shoes off when I offered her dry socks."
        ),
        child_words="“My coat's at Mum's and it's not a Mum day.”",
        already_done="Lent her a kit, socks and a coat from the spares. The coat went home with her.",
        minutes_later=110,
    ),
    Story(
        child="maisie-thornton",
        writer=TOM_ELLERY,
        categories=("concern",),
        school_days_ago=13,
        at=time(10, 40),
        precision="about",
        place="Library corner",
        account=(
            "I was reading with a group of five. At 10.40 Maisie put her head on the table and slept "
            "for twenty minutes. Her hands were cold to touch and the skin on her knuckles was cracked"
            " in four places."
        ),
        child_words="“Our house was noisy.”",
        already_done="Let her sleep. Told Katie Lowther (class teacher) at 11.05.",
        minutes_later=45,
    ),
    Story(
        child="maisie-thornton",
        writer=SANDRA_BELL,
        categories=("attendance",),
        school_days_ago=9,
        at=time(9, 25),
        precision="exact",
        place="Reception desk",
        account=(
            "Signed in at 9.25 by herself. This is her third arrival after 9.00 this half term. I rang"
            " both of the numbers we hold for Craig Thornton (father) and neither was answered."
        ),
        already_done="Left a message asking him to ring the school. He had not rung by 15.30.",
        minutes_later=10,
    ),
    Story(
        child="maisie-thornton",
        writer=HELEN_MARSH,
        categories=("parent_concern",),
        school_days_ago=6,
        at=time(16, 10),
        precision="exact",
        place="Mrs Marsh's room",
        account=(
            "I met Rachel Thornton (mother) as a parent, after the school day and away from her "
            "classroom. I told her that Maisie had been late, tired and without a coat on days when "
            "she came from her father's address. She said that she had not known about the mornings "
            "and that she rings Maisie at 7.00 each evening. She asked to have Maisie with her on "
            "school nights and said she would speak to Craig Thornton (father) this weekend.\n\nI "
            "explained that she will be told what any parent is told, that she cannot read Maisie's "
            "entries as a member of staff, and that she can ask me for a copy as a parent."
        ),
        already_done="Agreed to meet next week. Told Priya Nair (head) that the meeting took place.",
        minutes_later=35,
    ),
    Story(
        child="maisie-thornton",
        writer=HELEN_MARSH,
        categories=("child_protection",),
        school_days_ago=5,
        at=time(14, 20),
        precision="exact",
        place="Mrs Marsh's room",
        account=(
            "I read Maisie's entries from the last fourteen months together. They show four late "
            "arrivals, one absence without a message, two occasions of sleep in lessons, one of "
            "hunger, and two of no coat or kit. They were written by eight members of staff.\n\nI rang "
            "the council's advice line at 13.45 and described the pattern without giving a name. The "
            "adviser, Moira Stead (social worker), said that on what I had told her she would expect "
            "an offer of early help first.\n\nDecision: not referred to social care today. Early help to"
            " be offered to both parents. I will come back to this decision in ten school days, or at "
            "once if anything new is seen."
        ),
        already_done=(
            "Consulted Priya Nair (head) at 14.10. She agreed with the decision. Parents not told yet:"
            " I am meeting each of them next week."
        ),
        minutes_later=50,
    ),
    Story(
        child="maisie-thornton",
        writer=KATIE_LOWTHER,
        categories=("concern",),
        school_days_ago=2,
        at=time(8, 50),
        precision="exact",
        place="Willow classroom",
        account=(
            "Maisie came in at 8.50 without a coat. It was raining and her hair was wet through. She "
            "went to the radiator and stood with both hands on it for about ten minutes. At 9.00 I "
            "asked whether she had had breakfast. She shook her head. I gave her toast and milk, and "
            "she ate three slices. Her shirt had a green paint mark on the left sleeve, the same mark "
            "that I saw on it at our art lesson last week."
        ),
        child_words="“There wasn't any bread.” “We don't put the heating on because of the meter.”",
        already_done="Toast and milk. Lent a coat from the office. Told Helen Marsh (DSL) in person at 9.20.",
        minutes_later=22,
        read_by=(DANIEL_OWUSU,),
    ),
    Story(
        child="maisie-thornton",
        writer=SANDRA_BELL,
        categories=("attendance", "concern"),
        school_days_ago=1,
        at=time(9, 31),
        precision="exact",
        place="Reception desk",
        account=(
            "Maisie arrived by herself at 9.31. She was carrying her shoes in a plastic bag and "
            "wearing slippers. She told me that the shoes were wet from the rain and had not dried. I "
            "asked who was at home when she left."
        ),
        child_words="“Nobody. I locked the door like Kai showed me.”",
        already_done=(
            "Gave her plimsolls from lost property. Rang Craig Thornton (father) at 9.40: no answer."
        ),
        minutes_later=9,
        read_by=(KATIE_LOWTHER,),
    ),
)
