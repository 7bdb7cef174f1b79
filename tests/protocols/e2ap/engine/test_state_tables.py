"""All state tables, for whoever draws or walks them."""

from oran_harness.protocols.e2ap.engine import StateTable, tables
from oran_harness.protocols.e2ap.engine.state_tables import PROCEDURE_TABLES
from oran_harness.protocols.e2ap.engine.states import GLOBAL, RIC_SERVICE
from oran_harness.protocols.e2ap.messages import MESSAGES
from oran_harness.protocols.e2ap.procedures import PROCEDURES
from oran_harness.protocols.e2ap.tables import editions
from oran_harness.protocols.e2ap.tables import tables as edition_tables

NAMES = {message.NAME for message in MESSAGES}


def _reached(table: StateTable) -> set[str]:
    found = {table.initial}
    while True:
        more = {target for state, _, target in table.transitions if state in found} - found
        if not more:
            return found
        found |= more


def test_every_procedure_of_every_edition_has_a_table() -> None:
    """From 1.01 to 7.00, nothing is left out."""
    codes = {code for edition in editions() for code in edition_tables(edition).procedures}
    assert codes == set(PROCEDURE_TABLES) == set(PROCEDURES)
    assert [table.name for table in tables()[4:]] == [PROCEDURES[code].name for code in sorted(PROCEDURES)]


def test_every_message_of_a_procedure_is_in_its_table() -> None:
    """Each table has the messages of its procedure, in whichever edition."""
    for message in MESSAGES:
        events = {event for _, event in PROCEDURE_TABLES[message.PROCEDURE_CODE]}
        assert message.NAME in events


def test_events_are_messages() -> None:
    """An event is a message's name, in parentheses behind it what one of its IEs says."""
    for table in tables():
        for _, event, _ in table.transitions:
            assert event.partition("(")[0] in NAMES or event in (RIC_SERVICE, GLOBAL)


def test_every_state_can_be_reached() -> None:
    """A state that no message leads to is a slip; "unknown" is where a record begins that has no beginning."""
    for table in tables():
        assert set(table.states) - _reached(table) <= {"unknown"}, table.name


def test_tables_have_a_title_and_a_clause() -> None:
    """What is drawn from them says where it comes from."""
    for table in tables():
        assert table.title
        assert table.clause.startswith("8.")
        assert table.transitions
    assert len({table.name for table in tables()}) == len(tables())
