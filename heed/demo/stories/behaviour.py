"""A fight, bullying and a racist incident. Each child's file has its own words."""

from datetime import time

from heed.demo.stories.story import Story
from heed.demo.stories.writers import (
    CAROL_TATE,
    DANIEL_OWUSU,
    GRACE_ADEYEMI,
    MAGDA_WOJCIK,
    RACHEL_THORNTON,
    SIMON_FAIRLEY,
)

BEHAVIOUR = (
    Story(
        child="callum-doherty",
        writer=SIMON_FAIRLEY,
        categories=("serious_behaviour",),
        school_days_ago=2,
        at=time(12, 48),
        precision="exact",
        place="Playground, goal end",
        account=(
            "I heard shouting and turned. Callum was holding another child by the collar with his left"
            " hand. I said, “Let go and step back.” He let go. He had a graze 3 cm long on his right "
            "elbow and grass on both knees."
        ),
        child_words="“He said my dad's in prison. He isn't. He's on the rigs.”",
        already_done=(
            "Graze washed and covered. Mairead Doherty (mother) told by telephone at 13.20. Callum "
            "spent the afternoon with Jonathan Peel (assistant head)."
        ),
        minutes_later=62,
    ),
    Story(
        child="ibrahim-khan",
        writer=SIMON_FAIRLEY,
        categories=("serious_behaviour",),
        school_days_ago=2,
        at=time(12, 48),
        precision="exact",
        place="Playground, goal end",
        account=(
            "When I turned towards the shouting, another child was holding Ibrahim by the collar. The "
            "top button of his shirt was on the ground. Ibrahim had both hands open at his sides. "
            "There was a red line about 4 cm long on the left of his neck and the skin was not broken."
        ),
        child_words="“I was pulling my friend away and then he got me instead.”",
        already_done=(
            "Checked by Dorothy Amos (office, first aider) at 12.55. Farah Khan (mother) told by "
            "telephone at 13.25. She asked to be told what the school decides."
        ),
        minutes_later=70,
        read_by=(DANIEL_OWUSU,),
    ),
    Story(
        child="tyler-brough",
        writer=SIMON_FAIRLEY,
        categories=("serious_behaviour",),
        school_days_ago=2,
        at=time(12, 48),
        precision="exact",
        place="Playground, goal end",
        account=(
            "Tyler was lying on the grass on his back when I reached the goal. He stood up by himself."
            " He told me that he had been pushed after he said something about another child's father."
            " He had a mark the size of a 10p coin on his left cheek, pink, with no swelling."
        ),
        child_words="“I only said what everyone says.”",
        already_done=(
            "Cold compress. Leanne Brough (mother) collected him at 13.15 and was told what Tyler had "
            "said and what I had seen."
        ),
        minutes_later=80,
        read_by=(DANIEL_OWUSU,),
    ),
    Story(
        child="tyler-brough",
        writer=SIMON_FAIRLEY,
        categories=("low_behaviour", "parent_concern"),
        school_days_ago=26,
        at=time(15, 20),
        precision="exact",
        place="Rowan door",
        account=(
            "Shaun Brough (stepfather) told me that Tyler has been sleeping at three different "
            "addresses since the flat was flooded. I had asked why he had no homework on four "
            "occasions this month."
        ),
        already_done=(
            "Homework can be done in school at lunch. Told Bernadette Quigley (family worker), who "
            "will ring about housing."
        ),
        minutes_later=30,
    ),
    Story(
        child="mason-tranter",
        writer=RACHEL_THORNTON,
        categories=("low_behaviour",),
        school_days_ago=76,
        at=time(12, 10),
        precision="about",
        place="Dining hall",
        account=(
            "Mason flicked water at a younger child three times. He stopped when I stood beside him. "
            "He said that it was a game. The younger child had moved to another table after the second"
            " time."
        ),
        already_done="He wiped the table and the chair and missed ten minutes of break.",
        minutes_later=70,
    ),
    Story(
        child="mason-tranter",
        writer=CAROL_TATE,
        categories=("low_behaviour",),
        school_days_ago=59,
        at=time(15, 5),
        precision="about",
        place="Back corridor",
        account=(
            "I saw Mason stand in the doorway of the toilets so that a younger child could not come "
            "out. He moved when he saw me."
        ),
        child_words="“He has to say the password.”",
        already_done="Told Rachel Thornton (class teacher) and Grace Adeyemi (senior leader).",
        minutes_later=45,
    ),
    Story(
        child="mason-tranter",
        writer=GRACE_ADEYEMI,
        categories=("bullying",),
        school_days_ago=54,
        at=time(14, 0),
        precision="exact",
        place="Senior leaders' room",
        account=(
            "Between the two earlier entries and today, four members of staff have seen or been told "
            "of six events in which Mason blocked, splashed or called names at the same younger child."
            " The younger child is one year below and walks a different way to class to keep away from"
            " the corridor. Kinds: physical and verbal.\n\nI met Mason with Stacey Tranter (mother) and "
            "Wayne Tranter (father). Mason agreed that it had happened on more days than he had been "
            "spoken to about. He said that he would use the other staircase and eat at the first "
            "sitting."
        ),
        child_words="“I thought he found it funny because he laughed the first time.”",
        already_done=(
            "Bullying report filled in. The other family was met separately by Priya Nair (head). "
            "Review in three weeks."
        ),
        minutes_later=90,
    ),
    Story(
        child="dylan-bevan",
        writer=MAGDA_WOJCIK,
        categories=("vulnerable",),
        school_days_ago=55,
        at=time(10, 45),
        precision="about",
        place="Oak classroom",
        account=(
            "Dylan asked to carry the register to the office and came back after eleven minutes. He "
            "told me that he had waited until the corridor was empty. He said that an older boy calls "
            "him a name there and will not let him pass."
        ),
        child_words="“I go the long way because it's only four more doors.”",
        already_done="Told Grace Adeyemi (senior leader) at once. Alun Bevan (father) told at collection.",
        minutes_later=30,
    ),
    Story(
        child="adaeze-okonkwo",
        writer=MAGDA_WOJCIK,
        categories=("racist",),
        school_days_ago=1,
        at=time(13, 5),
        precision="exact",
        place="Playground, by the trim trail",
        account=(
            "Adaeze came to me with two other children. She told me that a child she did not know had "
            "touched her hair and said that it looked “dirty” and that she should “go back”. The two "
            "other children each told me the same words, separately. Adaeze held the end of one braid "
            "while she spoke."
        ),
        child_words="“I was born at the hospital by the roundabout.”",
        already_done=(
            "Spoke to Grace Adeyemi (senior leader) before writing this. Nkechi Okonkwo (mother) told "
            "by telephone at 14.00. She asked to meet Priya Nair (head). Grace Adeyemi is completing "
            "the council's form."
        ),
        minutes_later=75,
        read_by=(GRACE_ADEYEMI,),
    ),
)
