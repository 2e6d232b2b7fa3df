"""Riverside Academy: an online-safety matter, and what the older brothers and sisters carry."""

from datetime import time

from heed.demo.stories.story import Story
from heed.demo.stories.writers import (
    ELERI_VAUGHAN,
    GARETH_PROBERT,
    IFEOMA_NWOSU,
    JACQUI_FAIRWEATHER,
    JULIE_TORDOFF,
    MUSA_JAMA,
    NOREEN_KEARNS,
    ROSS_HANLON,
    SAM_RIDLEY,
    SUNITA_RAO,
)

RIVERSIDE = (
    Story(
        child="chloe-bostock",
        writer=IFEOMA_NWOSU,
        categories=("concern",),
        school_days_ago=26,
        at=time(8, 45),
        precision="exact",
        place="Room 14",
        account=(
            "Chloe stayed behind after registration. She told me that somebody she met in a game three"
            " weeks ago, who says that he is fifteen, has asked for a photograph of her in her uniform"
            " and for the name of her school. She said that she has not sent either."
        ),
        child_words="“He gets angry if I don't answer straight away.”",
        already_done=(
            "Said that she was right to tell me and that she is not in trouble. Walked with her to "
            "Gareth Probert (DSL) at 9.00."
        ),
        minutes_later=40,
    ),
    Story(
        child="chloe-bostock",
        writer=GARETH_PROBERT,
        categories=("child_protection",),
        school_days_ago=26,
        at=time(9, 10),
        precision="exact",
        place="Safeguarding office",
        account=(
            "Chloe showed me the messages on her own phone. I read them with her and did not copy, "
            "forward or photograph them. The account asks her age in the second message and asks for a"
            " picture in eleven later ones. She has sent no picture. She agreed to leave the phone off"
            " until her parents came.\n\nGemma Bostock (mother) and Darren Bostock (father) came at "
            "10.15. With them, I reported the account to the police's online exploitation unit at "
            "10.40 and was given a reference, which is with my papers. Referred to children's social "
            "care at 11.00.\n\nDecision: referred, because the messages ask for a child's picture and "
            "her whereabouts."
        ),
        already_done=(
            "Parents told, and with me for both reports. Noreen Kearns (deputy DSL) meets Chloe each "
            "morning this week."
        ),
        minutes_later=80,
    ),
    Story(
        child="chloe-bostock",
        writer=IFEOMA_NWOSU,
        categories=("vulnerable",),
        school_days_ago=12,
        at=time(13, 25),
        precision="about",
        place="Dining hall",
        account=(
            "Chloe ate with two friends and laughed at something on the table. When a phone buzzed she"
            " put down her fork and looked at the door for about a minute."
        ),
        child_words="“I know it's not him. My hands don't know.”",
        already_done=(
            "Asked whether she wanted to see Noreen Kearns (deputy DSL). She said tomorrow would do."
        ),
        minutes_later=95,
    ),
    Story(
        child="summer-tempest",
        writer=JACQUI_FAIRWEATHER,
        categories=("concern",),
        school_days_ago=25,
        at=time(15, 40),
        precision="exact",
        place="By telephone",
        account=(
            "Victoria Tempest (mother) rang. She had looked at Summer's tablet after an online-safety "
            "letter from the school and found that an account unknown to her had sent Summer nine "
            "messages in a game. Summer had not answered. Victoria Tempest had already blocked the "
            "account."
        ),
        already_done="Told Gareth Probert (DSL) at 15.55. He asked that nothing is deleted.",
        minutes_later=50,
    ),
    Story(
        child="kai-thornton",
        writer=ROSS_HANLON,
        categories=("attendance",),
        school_days_ago=40,
        at=time(8, 58),
        precision="exact",
        place="Room 31",
        account=(
            "Kai was late on four of ten mornings, by between five and twenty minutes. He told me that"
            " he takes his sister to the bus stop first because his father has left for work."
        ),
        child_words="“It's fine. I've got it on a timer.”",
        already_done="Asked Pauline Greaves (office) to mark the reason beside the code.",
        minutes_later=35,
    ),
    Story(
        child="kai-thornton",
        writer=SAM_RIDLEY,
        categories=("concern",),
        school_days_ago=17,
        at=time(11, 30),
        precision="about",
        place="Science block",
        account=(
            "Kai fell asleep over his book in the second lesson and woke when I put a hand on the "
            "desk. He said that he had been up since five. He had no lunch money on his card: the "
            "balance was 0.12."
        ),
        already_done="Took him to the canteen, where he had a hot meal on the school's account.",
        minutes_later=75,
    ),
    Story(
        child="kai-thornton",
        writer=ROSS_HANLON,
        categories=("concern",),
        school_days_ago=2,
        at=time(9, 15),
        precision="exact",
        place="Room 31",
        account=(
            "Kai asked me whether a fourteen-year-old can sign a form for his sister's school. I asked"
            " him to tell me about the form. He said that it was for breakfast club and that it had "
            "been on the kitchen table since summer."
        ),
        child_words="“Dad just needs a week off, that's all.”",
        already_done="Told him that I would speak to Gareth Probert (DSL) and did so at 9.50.",
        minutes_later=50,
        read_by=(NOREEN_KEARNS,),
    ),
    Story(
        child="harun-mirza",
        writer=JULIE_TORDOFF,
        categories=("medical",),
        school_days_ago=33,
        at=time(10, 22),
        precision="exact",
        place="Room 8",
        account=(
            "Harun's arms and legs jerked for two minutes and ten seconds by the clock, from 10.22. I "
            "moved the chairs and put a jumper under his head. Afterwards he lay on his side and slept"
            " for fifteen minutes. He knew his name and the day when he woke."
        ),
        already_done=(
            "His plan asks for an ambulance after five minutes, so none was rung. Sobia Mirza (mother)"
            " came at 10.55."
        ),
        minutes_later=28,
    ),
    Story(
        child="harun-mirza",
        writer=JULIE_TORDOFF,
        categories=("medical",),
        school_days_ago=5,
        at=time(14, 5),
        precision="about",
        place="Sports hall",
        account=(
            "Harun stopped walking, looked at the wall and did not answer his name for about forty "
            "seconds. He then carried on as before. It is the third such pause this week."
        ),
        child_words="“Did I do it again? I was in the middle of a sentence.”",
        already_done=(
            "Wrote the times on his chart. Beth Whitworth (SENCo) is sending the chart to the epilepsy nurse."
        ),
        minutes_later=60,
    ),
    Story(
        child="grace-adebayo",
        writer=SUNITA_RAO,
        categories=("concern",),
        school_days_ago=20,
        at=time(12, 10),
        precision="about",
        place="Library",
        account=(
            "Grace told me that she has slept for four hours a night since the mock examinations were "
            "set. Her hands shook when she turned a page. She has stopped going to choir and to "
            "football."
        ),
        child_words="“If I stop, I'll never catch up.”",
        already_done=(
            "She agreed that I may ring Yetunde Adebayo (mother) today, and chose what I would say. "
            "Appointment with Lorraine Akande (senior leader) to cut down her timetable."
        ),
        minutes_later=45,
    ),
    Story(
        child="aoife-oneill",
        writer=ELERI_VAUGHAN,
        categories=("vulnerable",),
        school_days_ago=3,
        at=time(8, 50),
        precision="exact",
        place="Room 22",
        account=(
            "Aoife came to my room before registration. She said that her mother was taken to hospital"
            " last night and that her aunt is at the house with the younger two. She had washed and "
            "ironed three sets of uniform before she came."
        ),
        child_words="“I don't want it announced. I just want you to know.”",
        already_done="Told Noreen Kearns (deputy DSL), who rang Colette Fallon (aunt) at 9.15.",
        minutes_later=30,
        read_by=(NOREEN_KEARNS,),
    ),
    Story(
        child="marcus-cole",
        writer=MUSA_JAMA,
        categories=("vulnerable",),
        school_days_ago=9,
        at=time(15, 20),
        precision="exact",
        place="Family room",
        account=(
            "Marcus came to see me at the end of the day. He asked whether he may have his brother's "
            "school photograph, since his own were left at the old house. Graham Sugden (foster carer)"
            " said by telephone that he will ask for one."
        ),
        child_words="“I want the one where he's got no front teeth.”",
        already_done="Rang Oakfield Primary School's office, who will print one for both brothers.",
        minutes_later=10125,
        late_reason="I was on a course in the days that followed, without a school computer.",
    ),
)
