"""The page of state tables."""

import re

from procedures_page import diagram, procedures_as_markdown

from oran_harness.protocols.e2ap.engine.state_tables import tables
from oran_harness.protocols.e2ap.engine.states import StateTable

TABLE = StateTable("door", "Door", "1.2", "closed", (("closed", "push", "wide open"), ("wide open", "pull", "closed")))


def test_each_transition_is_an_arrow() -> None:
    """A diagram has the table's states and one arrow a transition, from the initial state on."""
    assert diagram(TABLE) == (
        "```mermaid\n"
        "stateDiagram-v2\n"
        '    state "closed" as s_closed\n'
        '    state "wide open" as s_wide_open\n'
        "    [*] --> s_closed\n"
        "    s_closed --> s_wide_open : push\n"
        "    s_wide_open --> s_closed : pull\n"
        "```\n"
    )


def test_the_page_holds_every_table_in_order() -> None:
    """Each state table of the engine is a section, named with its clause; every arrow's ends are states of it."""
    page = procedures_as_markdown(tables())
    assert re.findall(r"^## (.*)$", page, re.M) == [f"{table.title} ({table.clause})" for table in tables()]
    for section in page.split("\n## ")[1:]:
        states = set(re.findall(r'^    state ".*" as (\w+)$', section, re.M))
        ends = {end for pair in re.findall(r"^    (\w+) --> (\w+)", section, re.M) for end in pair}
        assert ends <= states
