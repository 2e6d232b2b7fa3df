"""Special educational needs, and a small worry about a child in Reception."""

from datetime import time

from heed.demo.stories.story import Story
from heed.demo.stories.writers import AISHA_RAHMAN, EMILY_SUTCLIFFE, SIAN_PRITCHARD, SIMON_FAIRLEY, TOM_ELLERY

LEARNING = (
    Story(
        child="kacper-nowicki",
        writer=SIMON_FAIRLEY,
        categories=("sen",),
        school_days_ago=95,
        at=time(11, 15),
        precision="about",
        place="Rowan classroom",
        account=(
            "The timetable changed without notice because of a visitor. Kacper tore his worksheet in "
            "half, put the halves side by side and said the name of the lesson that should have been "
            "next, four times. He left the room and walked to the library, with Tom Ellery (teaching "
            "assistant) two metres behind him."
        ),
        already_done="Changes are now shown on his board the day before.",
        minutes_later=120,
    ),
    Story(
        child="kacper-nowicki",
        writer=SIAN_PRITCHARD,
        categories=("sen",),
        school_days_ago=62,
        at=time(15, 30),
        precision="exact",
        place="Meeting room",
        account=(
            "Annual review of Kacper's education, health and care plan with Ewa Nowicka (mother), "
            "Marcin Nowicki (father), Simon Fairley (class teacher) and Dr Priti Varma (educational "
            "psychologist). Kacper came for the first ten minutes and showed a film that he had made "
            "about trams. Both parents said that mornings are easier since the picture timetable came "
            "home. Move to secondary school was discussed: two visits before spring."
        ),
        child_words="“I want to know which door.”",
        minutes_later=75,
    ),
    Story(
        child="kacper-nowicki",
        writer=TOM_ELLERY,
        categories=("concern",),
        school_days_ago=34,
        at=time(9, 0),
        precision="morning of",
        place="Quiet room",
        account=(
            "Kacper wore ear defenders all morning and pressed his hands on them when the bell rang. "
            "He did not speak until 11.00. He pointed to “loud” on his card when I asked what was "
            "hard."
        ),
        already_done="Told Siân Pritchard (SENCo), who moved his place away from the bell.",
        minutes_later=150,
    ),
    Story(
        child="kacper-nowicki",
        writer=SIAN_PRITCHARD,
        categories=("sen", "parent_concern"),
        school_days_ago=16,
        at=time(14, 10),
        precision="exact",
        place="By telephone",
        account=(
            "Ewa Nowicka (mother) rang. She said that Kacper bites his sleeve at home and that two "
            "shirts have holes at the cuff. She has asked the GP for an appointment with the "
            "occupational therapist. I said that we have seen the same in school since the fire drill."
        ),
        already_done="Sent her the two dates on which it was seen here.",
        minutes_later=35,
    ),
    Story(
        child="kacper-nowicki",
        writer=TOM_ELLERY,
        categories=("concern",),
        school_days_ago=1,
        at=time(9, 40),
        precision="exact",
        place="Rowan cloakroom",
        account=(
            "Kacper hit the side of his own head with his open hand five times while the class lined "
            "up. I put my hand between his hand and his head, as his plan says, and he hit my palm "
            "twice. He then sat down on the bench and rocked for about six minutes. There was a pink "
            "mark above his left ear, 3 cm across, which had gone by 10.05."
        ),
        child_words="“Too many coats.”",
        already_done=(
            "Cold compress offered: he pushed it away. He lined up after the others had gone. Told "
            "Simon Fairley (class teacher)."
        ),
        minutes_later=34,
        read_by=(SIMON_FAIRLEY,),
    ),
    Story(
        child="rose-ainsworth",
        writer=EMILY_SUTCLIFFE,
        categories=("concern",),
        school_days_ago=12,
        at=time(9, 15),
        precision="about",
        place="Maple classroom",
        account=(
            "Rose came in wearing sandals with no socks. Her feet were wet. She sat on the carpet and "
            "rubbed them with her jumper."
        ),
        child_words="“My boots are too little now.”",
        already_done=(
            "Dry socks and plimsolls from the box. Spoke to the adult who collected her, who said that"
            " new boots had been ordered."
        ),
        minutes_later=50,
    ),
    Story(
        child="libby-fenwick",
        writer=AISHA_RAHMAN,
        categories=("sen",),
        school_days_ago=40,
        at=time(10, 0),
        precision="about",
        place="Hazel classroom",
        account=(
            "Libby covered her page with her arm each time I came near. When I asked her to read the "
            "first line to me she said three of nine words. She rubbed both eyes."
        ),
        child_words="“The letters won't hold still.”",
        already_done="Asked Siân Pritchard (SENCo) for an assessment of reading.",
        minutes_later=140,
    ),
)
