"""Health: a child whose asthma gets worse, and single entries about others."""

from datetime import time

from heed.demo.stories.story import Story
from heed.demo.stories.writers import (
    AISHA_RAHMAN,
    BEN_HOLLIS,
    CAROL_TATE,
    DANIEL_OWUSU,
    DOROTHY_AMOS,
    GRACE_ADEYEMI,
    HELEN_MARSH,
    JOSEPH_BRENNAN,
    MAGDA_WOJCIK,
    ROSIE_TRAN,
    SANDRA_BELL,
    SIAN_PRITCHARD,
)

HEALTH = (
    Story(
        child="reuben-achebe",
        writer=MAGDA_WOJCIK,
        categories=("medical",),
        school_days_ago=130,
        at=time(13, 45),
        precision="exact",
        place="School field",
        account=(
            "After about eight minutes of running Reuben stopped and bent forward with his hands on "
            "his knees. I could hear a whistle when he breathed out. He took two puffs of his blue "
            "inhaler through the spacer. He spoke in full sentences after five minutes and sat out for"
            " the rest of the lesson."
        ),
        already_done="Told Patience Achebe (mother) at collection.",
        minutes_later=35,
    ),
    Story(
        child="reuben-achebe",
        writer=SANDRA_BELL,
        categories=("medical", "parent_concern"),
        school_days_ago=110,
        at=time(9, 15),
        precision="exact",
        place="School office",
        account=(
            "Patience Achebe (mother) handed in a new asthma plan signed by the practice nurse. It "
            "adds a brown inhaler, to be taken at home in the morning and at night. She left a second "
            "blue inhaler for the office."
        ),
        already_done=(
            "Copied the plan for the class folder and the kitchen. The inhaler runs out of date in "
            "fourteen months."
        ),
        minutes_later=15,
    ),
    Story(
        child="reuben-achebe",
        writer=CAROL_TATE,
        categories=("medical",),
        school_days_ago=57,
        at=time(14, 5),
        precision="about",
        place="Music room",
        account=(
            "During singing Reuben coughed for about three minutes and could not finish a line. He "
            "asked for his inhaler himself. The counter on it stood at 14."
        ),
        child_words="“I forgot the brown one. I keep forgetting it.”",
        already_done="Told Magda Wójcik (class teacher). A note about the counter went home.",
        minutes_later=45,
    ),
    Story(
        child="reuben-achebe",
        writer=MAGDA_WOJCIK,
        categories=("attendance", "medical"),
        school_days_ago=35,
        at=time(9, 0),
        precision="morning of",
        place="Oak classroom",
        account=(
            "Reuben was absent for two days and came back today. Festus Achebe (father) said at the "
            "door that they had been to the hospital's children's ward on Sunday night, where Reuben "
            "was given a nebuliser and kept in until morning. He has steroid tablets for two more "
            "days."
        ),
        already_done="Asked for a copy of the hospital's letter.",
        minutes_later=180,
    ),
    Story(
        child="reuben-achebe",
        writer=SIAN_PRITCHARD,
        categories=("medical",),
        school_days_ago=29,
        at=time(15, 40),
        precision="exact",
        place="Meeting room",
        account=(
            "Meeting with Patience Achebe (mother), Festus Achebe (father) and Lorna Digby (school "
            "nurse) about Reuben's health plan. Both parents said that he has missed the brown inhaler"
            " on school mornings because he leaves before they do on three days. Lorna Digby asked "
            "that the school gives the morning dose on those days.\n\nAgreed: Dorothy Amos (office) "
            "gives it at 8.45 and writes it down. Sport continues, with two puffs of the blue inhaler "
            "ten minutes before. If he needs more than six puffs, ring 999 and then the parents. Next "
            "meeting in six weeks."
        ),
        already_done="Parents signed the consent for medicine. The old plan is marked as replaced.",
        minutes_later=60,
    ),
    Story(
        child="reuben-achebe",
        writer=DOROTHY_AMOS,
        categories=("medical",),
        school_days_ago=11,
        at=time(8, 50),
        precision="exact",
        place="School office",
        account=(
            "Reuben did not come for his morning dose on two of the last five school days. On both "
            "days he arrived after 9.00. I sent for him and he took it at 9.20 and at 9.35."
        ),
        already_done="Told his teacher and wrote the times on his sheet.",
        minutes_later=60,
    ),
    Story(
        child="reuben-achebe",
        writer=MAGDA_WOJCIK,
        categories=("medical",),
        school_days_ago=2,
        at=time(11, 20),
        precision="exact",
        place="Oak classroom",
        account=(
            "Reuben said, “It's tight,” and sat down on the floor beside his chair. He was breathing "
            "about thirty times a minute and the skin between his ribs drew in. His lips were pink. I "
            "gave six puffs of the blue inhaler, one at a time, from 11.21. At 11.30 he could say four"
            " words in one breath. At 11.40 he could say a whole sentence."
        ),
        child_words="“I was scared it wouldn't open.”",
        already_done=(
            "Jodie Pike (teaching assistant) rang Patience Achebe (mother) at 11.25. She came at 11.50"
            " and took him to the surgery. 999 was not rung because he got better within the time in "
            "his plan."
        ),
        minutes_later=55,
    ),
    Story(
        child="mohammed-ali",
        writer=AISHA_RAHMAN,
        categories=("medical",),
        school_days_ago=66,
        at=time(10, 20),
        precision="exact",
        place="Hazel classroom",
        account=(
            "Mohammed had a nosebleed from the left side that lasted twelve minutes. He leaned forward"
            " and pinched his nose. It is the second this week."
        ),
        already_done="Nazia Ali (mother) told at collection. She said that she would ask the GP.",
        minutes_later=20,
    ),
    Story(
        child="muhammad-ali",
        writer=DANIEL_OWUSU,
        categories=("attendance",),
        school_days_ago=44,
        at=time(9, 0),
        precision="morning of",
        place="Lime classroom",
        account=(
            "Muhammad came back after eleven days in Bangladesh for his grandfather's funeral. Shirin "
            "Begum (mother) had asked for the leave in writing before they went."
        ),
        child_words="“There were so many cousins that I lost count.”",
        already_done="Gave him time with his friends before lessons began.",
        minutes_later=90,
    ),
    Story(
        child="mohamed-aly",
        writer=BEN_HOLLIS,
        categories=("parent_concern",),
        school_days_ago=28,
        at=time(15, 25),
        precision="exact",
        place="Birch door",
        account=(
            "Karim Aly (father) showed me a letter from the hospital that was addressed to another "
            "family with a name close to theirs. He said that the school had sent it home in Mohamed's"
            " bag. I took the letter back and apologised."
        ),
        already_done=(
            "Gave the letter, closed, to Helen Marsh (DSL), who rang the other family. The office now "
            "checks the date of birth before a letter goes home."
        ),
        minutes_later=35,
    ),
    Story(
        child="maisie-thorne",
        writer=JOSEPH_BRENNAN,
        categories=("medical",),
        school_days_ago=3,
        at=time(13, 10),
        precision="exact",
        place="Acorn classroom",
        account=(
            "Maisie Thorne (Year 1) tripped over the edge of the mat and bumped her chin on a chair. "
            "There was a red mark 2 cm long and no broken skin."
        ),
        already_done="Cold compress for ten minutes. Natasha Thorne (mother) told by telephone at 13.30.",
        minutes_later=25,
        read_by=(HELEN_MARSH, GRACE_ADEYEMI),
    ),
    Story(
        child="oliver-hughes-beech",
        writer=ROSIE_TRAN,
        categories=("medical",),
        school_days_ago=36,
        at=time(11, 0),
        precision="about",
        place="Playground",
        account=(
            "Oliver was stung by a wasp on the right hand. The swelling was the size of a 1p coin and "
            "did not grow in thirty minutes."
        ),
        already_done="Cold compress. Rang home and left a message.",
        minutes_later=40,
    ),
    Story(
        child="oliver-hughes-oak",
        writer=MAGDA_WOJCIK,
        categories=("concern",),
        school_days_ago=48,
        at=time(9, 0),
        precision="morning of",
        place="Oak classroom",
        account=(
            "Oliver wore the same shirt on five days. On the fifth there was a smell of smoke on it "
            "when he stood beside me. I asked how things were at home."
        ),
        child_words="“Our washing machine is broken and the man's coming Friday.”",
        already_done="Told Bernadette Quigley (family worker).",
        minutes_later=10130,
        late_reason="I was away ill from that afternoon until today.",
    ),
)
