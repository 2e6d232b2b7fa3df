"""Lasting friendship trouble between three children of one class, each with a file of their own."""

from datetime import time

from heed.demo.stories.story import Story
from heed.demo.stories.writers import DANIEL_OWUSU, GRACE_ADEYEMI, JODIE_PIKE, TOM_ELLERY

FRIENDS = (
    Story(
        child="nia-roberts",
        writer=DANIEL_OWUSU,
        categories=("friendship",),
        school_days_ago=48,
        at=time(12, 55),
        precision="about",
        place="Playground",
        account=(
            "Nia asked to stay in at lunch and tidy the book corner. She said that two children she "
            "has played with since Year 2 have told her to find another bench."
        ),
        child_words="“They said three's too many.”",
        already_done="She stayed in for ten minutes and then helped with the Reception children.",
        minutes_later=60,
    ),
    Story(
        child="nia-roberts",
        writer=JODIE_PIKE,
        categories=("friendship",),
        school_days_ago=30,
        at=time(13, 15),
        precision="exact",
        place="Lime cloakroom",
        account=(
            "I found Nia in the cloakroom with her coat over her head. Her pencil case was on the "
            "floor and four pencils were snapped in half. She said that she had not broken them."
        ),
        already_done="Gave her a new set. Told Daniel Owusu (class teacher), who spoke to the class.",
        minutes_later=30,
    ),
    Story(
        child="nia-roberts",
        writer=DANIEL_OWUSU,
        categories=("parent_concern", "friendship"),
        school_days_ago=23,
        at=time(16, 0),
        precision="exact",
        place="By telephone",
        account=(
            "Bethan Roberts (mother) rang. She said that Nia has asked not to go to school on two "
            "Mondays and has left a dance class that her friends go to. She told me that Nia was taken"
            " out of a group chat last weekend. I said what we have seen in school and that each "
            "family will be spoken to separately."
        ),
        already_done="Agreed to ring her every Friday until the end of term.",
        minutes_later=25,
    ),
    Story(
        child="nia-roberts",
        writer=DANIEL_OWUSU,
        categories=("friendship",),
        school_days_ago=7,
        at=time(14, 30),
        precision="exact",
        place="Quiet room",
        account=(
            "I met Nia and one other child together, at their wish. Each spoke for two minutes while "
            "the other listened. Nia said that she had felt left out since the summer because nobody "
            "told her what she had done. They agreed to sit together at lunch on Thursday."
        ),
        already_done="Rang Bethan Roberts (mother) and told her what was agreed.",
        minutes_later=45,
    ),
    Story(
        child="nia-roberts",
        writer=TOM_ELLERY,
        categories=("friendship", "concern"),
        school_days_ago=1,
        at=time(12, 40),
        precision="about",
        place="Dining hall",
        account=(
            "Nia gave her lunch tray back full. She asked me whether she could eat with the Year 6 "
            "children from now on. I asked what had happened at her table."
        ),
        child_words="“When I sit down they all stop talking.”",
        already_done=(
            "She ate half a sandwich with me in the library. Told Daniel Owusu (class teacher) at 13.10."
        ),
        minutes_later=50,
        read_by=(DANIEL_OWUSU,),
    ),
    Story(
        child="zoe-hartley",
        writer=DANIEL_OWUSU,
        categories=("friendship",),
        school_days_ago=22,
        at=time(11, 10),
        precision="exact",
        place="Lime classroom",
        account=(
            "I spoke to Zoë by herself about a group chat. She told me that she started it and that "
            "she took one child out of it on Saturday. She said that she had not said why in the chat."
        ),
        child_words="“I didn't want to be the only one who still talked to her.”",
        already_done="Told her that I would ring her parents. She asked to be there, and was.",
        minutes_later=65,
    ),
    Story(
        child="zoe-hartley",
        writer=DANIEL_OWUSU,
        categories=("parent_concern",),
        school_days_ago=21,
        at=time(15, 50),
        precision="exact",
        place="By telephone",
        account=(
            "Joanne Hartley (mother) said that Zoë cried for an hour after school and has given her "
            "phone to her parents for the week. She said that she did not know there was a chat. Neil "
            "Hartley (father) will look at the settings with Zoë."
        ),
        minutes_later=20,
    ),
    Story(
        child="zoe-hartley",
        writer=GRACE_ADEYEMI,
        categories=("friendship",),
        school_days_ago=8,
        at=time(10, 20),
        precision="about",
        place="Senior leaders' room",
        account=(
            "Zoë came to see me by herself and brought a card that she had written to another child. "
            "She asked me to read it before she gave it. It said that she was sorry and what for."
        ),
        already_done="She gave the card at lunch with me standing by.",
        minutes_later=30,
    ),
    Story(
        child="amara-eze",
        writer=DANIEL_OWUSU,
        categories=("friendship",),
        school_days_ago=20,
        at=time(13, 20),
        precision="about",
        place="Lime classroom",
        account=(
            "Amara told me that she had broken another child's pencils because somebody dared her to. "
            "She had a new set in her bag that she had bought with her own money."
        ),
        child_words="“I did it and then I felt sick.”",
        already_done="She gave the new pencils. Told Obinna Eze (father) at the door.",
        minutes_later=95,
    ),
)
