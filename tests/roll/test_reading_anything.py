"""Whatever the bytes are, there are rows or there are faults, and never an exception."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from heed.roll.reading import Reading, read_roll
from heed.roll.reading.columns import Column, contact_column
from heed.roll.reading.text import clean
from tests.roll.reading_samples import FILES, HEADER, MAISIE, OMAR, TODAY, rows

OAKFIELD = (FILES / "oakfield.csv").read_bytes()

COLUMNS = st.sampled_from(
    [*Column, contact_column(1, "name"), contact_column(1, "phone"), "DOB", "Email", "", "House"]
)
CELLS = st.one_of(
    st.text(max_size=12),
    st.sampled_from(
        [
            *MAISIE.split(","),
            *OMAR.split(","),
            "Child",
            "Staff",
            "31/02/2017",
            "DSL; Cook",
            "kl@oakfield.example",
        ]
    ),
)


def reading_of(content: bytes) -> Reading:
    with TemporaryDirectory() as folder:
        path = Path(folder, "roll.csv")
        path.write_bytes(content)
        return read_roll(path, today=TODAY)


def holds(reading: Reading) -> bool:
    """Rows or faults, and not both; every row whole."""
    people = (*reading.children, *reading.staff)
    names = [name for child in reading.children for name in (child.given, child.family, child.legal_family)]
    return (
        bool(people) is not bool(reading.faults)
        and all(names)
        and all(person.email and person.name and person.groups for person in reading.staff)
        and all(fault.message and "\0" not in fault.message for fault in reading.faults)
    )


@given(st.binary(max_size=400))
def test_any_bytes(content):
    assert holds(reading_of(content))


@given(st.binary(max_size=60), st.integers(min_value=0, max_value=len(OAKFIELD)))
def test_any_bytes_in_the_middle_of_a_good_file(content, at):
    assert holds(reading_of(OAKFIELD[:at] + content + OAKFIELD[at:]))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1252"])
@given(text=st.text(max_size=200))
def test_any_text_beneath_a_good_header(encoding, text):
    assert holds(reading_of(f"{rows(HEADER, MAISIE)}{text}".encode(encoding, "replace")))


@settings(max_examples=200)
@given(
    st.lists(COLUMNS, min_size=1, max_size=14),
    st.lists(st.lists(CELLS, max_size=14), max_size=6),
    st.sampled_from(",;\t"),
)
def test_any_table(header, lines, delimiter):
    quoted = [
        delimiter.join('"' + cell.replace('"', '""') + '"' for cell in line) for line in (header, *lines)
    ]
    assert holds(reading_of("\n".join(quoted).encode()))


@given(st.text())
def test_cleaning_a_cell_twice_is_cleaning_it_once(text):
    assert clean(clean(text)) == clean(text)


@given(
    st.permutations(HEADER.split(",")),
    st.text(alphabet="abcdefgZoëÉ'’- ", min_size=1, max_size=30).filter(
        lambda name: any(map(str.isalpha, name))
    ),
)
def test_no_fault_ever_repeats_a_childs_name(order, name):
    marked = f"Qwyx{name}"
    cells = dict(zip(HEADER.split(","), MAISIE.split(","), strict=True))
    shuffled = dict(zip(order, cells.values(), strict=True)) | {order[0]: marked, order[-1]: marked}
    text = rows(HEADER, ",".join(shuffled[column] for column in HEADER.split(",")))
    reading = reading_of(text.encode())
    said = " ".join(fault.message for fault in reading.faults)
    assert not any(word in said for word in ("Qwyx", "Margaret", "Thornton", "Maisie"))
