"""One class a message, over all editions."""

from messages import CLAUSES, MODULES

from tests.specs.schemas import E2AP, tables
from tests.tools.written import written


def message_modules() -> str:
    """All message modules in one."""
    return "".join(text for path, text in written().items() if "/e2ap/messages/" in path)


def test_each_message_of_each_edition_has_one_class() -> None:
    """Five editions, one class: nothing is written twice, nothing is left out."""
    text = message_modules()
    names = {name for edition in E2AP for name in tables(edition)["messages"]}
    assert {name: text.count(f"\nclass {name}(Message):\n") for name in names} == dict.fromkeys(names, 1)


def test_each_procedure_has_a_place() -> None:
    """Each procedure of each edition is in one module and has its clause."""
    codes = {row["code"] for edition in E2AP for row in tables(edition)["procedures"]}
    placed = [code for codes in MODULES.values() for code in codes]
    assert sorted(placed) == sorted(codes)
    assert set(CLAUSES) == codes


def test_every_ie_of_every_edition_is_a_field() -> None:
    """A message's class names each IE id that any edition allows in it, once."""
    text = message_modules()
    for edition in E2AP:
        for message, ie_set in tables(edition)["messages"].items():
            body = text.partition(f"\nclass {message}(Message):\n")[2].partition("\n@dataclass")[0]
            ids = [row["id"] for row in tables(edition)["ie_sets"][ie_set]]
            assert {number: body.count(f"({number}, ") for number in ids} == dict.fromkeys(ids, 1)
