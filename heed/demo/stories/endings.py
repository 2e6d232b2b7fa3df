"""How the hand-written entries ended: who closed each, so many school days later, with which words.

Entries that are not named here wait until somebody takes them.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ending:
    """A step on a story: what was done (as in `incidents.kinds.Did`), how many school days after it, with what words."""

    did: str
    after: int
    said: str = ""


def _closed(after: int, said: str) -> Ending:
    return Ending("close", after, said)


TAKEN, WATCHED = Ending("take", 0), Ending("watch", 1)

ENDINGS: dict[tuple[str, int], Ending] = {
    ("amara-eze", 20): _closed(4, "Pencils given and the family spoken to. She sits with two others now."),
    ("caitlin-oneill", 160): _closed(12, "Young carers' service has her name; assessment on its way."),
    ("caitlin-oneill", 118): _closed(5, "The reason is known and coded. One late mark this month."),
    ("caitlin-oneill", 74): _closed(9, "The phone stays with her teacher and she rings home at break."),
    ("caitlin-oneill", 46): _closed(20, "She has been to the group three times and asks to go."),
    ("caitlin-oneill", 21): WATCHED,
    ("cian-oneill", 17): _closed(8, "He goes in with his class; his sister waves from the door."),
    ("dylan-bevan", 55): _closed(
        30, "Reviewed with both families. He walks the short way and has been let pass."
    ),
    ("ella-priestley", 61): _closed(10, "Talked over with her teacher; nothing else was seen in two weeks."),
    ("ella-priestley", 16): TAKEN,
    ("ella-priestley", 15): TAKEN,
    ("ella-priestley", 4): TAKEN,
    ("finley-ashworth", 43): _closed(6, "Both parents have the same letter about who may collect."),
    ("finley-ashworth", 18): WATCHED,
    ("hope-whittaker", 64): _closed(15, "The adults of Birch know, and so does the kitchen."),
    ("hope-whittaker", 58): _closed(
        10, "She eats what she brings. Her lunch box came back empty on eight days."
    ),
    ("hope-whittaker", 18): WATCHED,
    ("jayden-cole", 150): _closed(
        18, "The first personal education plan was held; the order is in the file."
    ),
    ("jayden-cole", 55): _closed(
        12, "Told to Ayesha Rafiq (social worker), who heard the same from the carers."
    ),
    ("jayden-cole", 33): _closed(7, "The same words are used at home and in school."),
    ("jayden-cole", 24): _closed(5, "Nobody was hurt. He stands at the end of the line, by the jugs."),
    ("jayden-cole", 12): WATCHED,
    ("kacper-nowicki", 95): _closed(
        14, "The board shows changes a day ahead. None has ended outside the room since."
    ),
    ("kacper-nowicki", 62): _closed(11, "The plan was sent to the council with both parents' remarks."),
    ("kacper-nowicki", 34): _closed(6, "His place is by the window now, eleven metres from the bell."),
    ("kacper-nowicki", 16): _closed(
        5, "Both dates went to the occupational therapist with the parents' agreement."
    ),
    ("kizzy-loveridge", 31): _closed(2, "Work packed and the attendance code agreed. Back in five weeks."),
    ("libby-fenwick", 40): _closed(22, "Assessed. She reads with a ruler and larger print."),
    ("maisie-thornton", 224): _closed(
        3, "Both addresses are on the system and both parents have been written to."
    ),
    ("maisie-thornton", 208): _closed(6, "One late arrival. Nothing further this half term."),
    ("maisie-thornton", 190): _closed(12, "A kit of her own hangs on her peg since the following week."),
    ("maisie-thornton", 171): _closed(15, "She was seen in the skipping game on six days of ten."),
    ("maisie-thornton", 140): _closed(
        4, "Illness confirmed by her father. Both parents are rung on the first day now."
    ),
    ("maisie-thornton", 122): _closed(9, "Spoken about with her father. Awake in lessons for a fortnight."),
    ("maisie-thornton", 104): _closed(10, "Toast is kept for her; her father was rung about breakfast."),
    ("maisie-thornton", 88): _closed(
        13, "The form for breakfast club has not come back. Asked for a second time."
    ),
    ("maisie-thornton", 70): _closed(5, "Her brother brings her to the gate, their father said."),
    ("maisie-thornton", 52): _closed(4, "Lee Thornton is on the list of adults who may collect."),
    ("maisie-thornton", 38): _closed(
        9, "Seated with two children of her choice. She eats with four on most days."
    ),
    ("maisie-thornton", 27): _closed(7, "Put with the other late marks for the leads' meeting."),
    ("maisie-thornton", 19): WATCHED,
    ("maisie-thornton", 13): WATCHED,
    ("maisie-thornton", 9): WATCHED,
    ("maisie-thornton", 6): TAKEN,
    ("maisie-thornton", 5): TAKEN,
    ("mason-tranter", 76): _closed(3, "Dealt with in the hall. Nothing else that week."),
    ("mason-tranter", 59): _closed(5, "Taken up in the bullying report that followed."),
    ("mason-tranter", 54): _closed(28, "Three reviews without an event. Both families have been told."),
    ("mohamed-aly", 28): _closed(3, "The letter reached its family. The office checks dates of birth."),
    ("mohammed-ali", 66): _closed(9, "The GP found nothing that needs treatment, his mother said."),
    ("muhammad-ali", 44): _closed(5, "Leave was asked for and coded. He has caught up in mathematics."),
    ("nia-roberts", 48): _closed(8, "She plays with one of the two and helps in Reception on Tuesdays."),
    ("nia-roberts", 30): _closed(10, "It is known how the pencils were broken; new ones were given."),
    ("nia-roberts", 23): WATCHED,
    ("nia-roberts", 7): WATCHED,
    ("oliver-hughes-beech", 36): _closed(1, "No swelling the day after."),
    ("oliver-hughes-oak", 48): _closed(6, "The machine was mended that Friday. Clean shirts since."),
    ("reuben-achebe", 130): _closed(8, "Plan read with the nurse. No other attack that month."),
    ("reuben-achebe", 110): _closed(2, "New plan in the office, in the bag and with the lunch staff."),
    ("reuben-achebe", 57): _closed(7, "A new inhaler came, with 200 on its counter."),
    ("reuben-achebe", 35): _closed(6, "The hospital's letter is in the file and led to the meeting."),
    ("reuben-achebe", 29): WATCHED,
    ("reuben-achebe", 11): WATCHED,
    ("rose-ainsworth", 12): _closed(4, "She came in new boots, red ones, and showed everybody."),
    ("tyler-brough", 26): _closed(12, "The family is in one flat since the middle of the month."),
    ("zainab-iqbal", 53): _closed(9, "Reasons are noted each time. Taken up with the eczema."),
    ("zainab-iqbal", 37): _closed(5, "The cream was prescribed; her mother showed the box."),
    ("zainab-iqbal", 25): WATCHED,
    ("zainab-iqbal", 14): TAKEN,
    ("zoe-hartley", 22): _closed(5, "The chat is deleted. Her parents have seen the settings."),
    ("zoe-hartley", 21): _closed(6, "She has her phone back, without the chat."),
    ("zoe-hartley", 8): _closed(3, "The card was given and answered."),
    ("chloe-bostock", 26): TAKEN,
    ("chloe-bostock", 12): WATCHED,
    ("grace-adebayo", 20): _closed(9, "Two subjects fewer until spring. She was seen at choir."),
    ("harun-mirza", 33): _closed(8, "The epilepsy nurse has the times; his dose was changed."),
    ("kai-thornton", 40): _closed(6, "Coded with the reason. Oakfield Primary School's DSL knows."),
    ("kai-thornton", 17): WATCHED,
    ("marcus-cole", 9): _closed(1, "Both brothers have the picture."),
    ("summer-tempest", 25): _closed(7, "The account was reported and is gone. Nothing was answered."),
    ("harun-mirza", 5): TAKEN,
}
