"""A disclosure, and what the DSL did with it."""

from datetime import time

from heed.demo.stories.story import Story
from heed.demo.stories.writers import CLAIRE_DEMPSEY, HELEN_MARSH, WEN_LI

PROTECTION = (
    Story(
        child="ella-priestley",
        writer=CLAIRE_DEMPSEY,
        categories=("concern",),
        school_days_ago=61,
        at=time(14, 50),
        precision="about",
        place="Holly classroom",
        account=(
            "Ella asked whether she could stay and help me until five o'clock. I said that school "
            "closes at 3.30. She put her chair on the table, took it down and put it up a second time."
        ),
        child_words="“It's quieter here.”",
        minutes_later=40,
    ),
    Story(
        child="ella-priestley",
        writer=WEN_LI,
        categories=("concern",),
        school_days_ago=16,
        at=time(10, 35),
        precision="exact",
        place="Reading den",
        account=(
            "Ella and I were reading a story in which a door is slammed. She closed the book and asked"
            " whether I would be cross if she told me something. I said that I would listen, that I "
            "could not promise to keep a secret, and that I would tell only the people who can help. "
            "She spoke for about five minutes. I wrote down her words straight afterwards, in the "
            "order in which she said them."
        ),
        child_words=(
            "“Mum's friend Darryl shouts and throws plates. One hit the wall next to me. I got under "
            "the bed with the cat. He said if I tell I'll have to live somewhere else.”"
        ),
        already_done=(
            "Thanked her for telling me. Asked one question: “Tell me what happened next.” Told Helen "
            "Marsh (DSL) in person at 10.50."
        ),
        minutes_later=30,
    ),
    Story(
        child="ella-priestley",
        writer=HELEN_MARSH,
        categories=("child_protection",),
        school_days_ago=16,
        at=time(11, 0),
        precision="exact",
        place="Mrs Marsh's room",
        account=(
            "Wen Li (teaching assistant) told me at 10.50 what Ella had said this morning. I saw Ella "
            "at 11.00 with Wen Li. She showed me with her hands how far from her the plate had hit: "
            "about 50 cm. I asked her whether she was hurt. She shook her head. I saw no injury on her"
            " face, hands or forearms. I asked nothing more.\n\nI rang children's social care at 11.25 "
            "and spoke to Gordon Achterberg (duty social worker). He asked that the parents are not "
            "told until he has spoken to the police. Referral sent in writing at 12.10.\n\nDecision: "
            "referred. Reason: she said she was frightened, and the adult had told her not to tell. "
            "Consulted: Priya Nair (head), 11.15."
        ),
        already_done=(
            "Ella had lunch with Wen Li. I told her that I had spoken to somebody whose job is to keep"
            " children safe."
        ),
        minutes_later=95,
    ),
    Story(
        child="ella-priestley",
        writer=HELEN_MARSH,
        categories=("child_protection",),
        school_days_ago=15,
        at=time(13, 20),
        precision="exact",
        place="Meeting room",
        account=(
            "Strategy discussion by telephone with Gordon Achterberg (social worker), PC Hannah Loxley"
            " (police) and Lorna Digby (school nurse). Kelly Priestley (mother) has agreed that Darryl"
            " Stubbs (her friend) will not come to the house. Ella is staying with Maureen Priestley "
            "(grandmother) until the assessment is finished. School to write down what Ella says and "
            "how she comes in each morning, and not to ask her about it."
        ),
        already_done=(
            "Told Claire Dempsey (class teacher) only what she needs: who may collect Ella, and to "
            "tell me of any change."
        ),
        minutes_later=70,
    ),
    Story(
        child="ella-priestley",
        writer=HELEN_MARSH,
        categories=("child_protection",),
        school_days_ago=4,
        at=time(15, 0),
        precision="exact",
        place="Mrs Marsh's room",
        account=(
            "Gordon Achterberg (social worker) visited Ella in school from 14.00 to 14.40, with me "
            "there at her wish. She brought a drawing of the cat. The assessment ends with a child in "
            "need plan. First meeting in eight school days, to which the school sends me and Claire "
            "Dempsey (class teacher)."
        ),
        child_words="“Nana's house has a lock with a star on it.”",
        minutes_later=55,
    ),
)
