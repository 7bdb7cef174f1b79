"""The state tables as a page with one diagram each: what the engine follows is what people see."""

from collections.abc import Iterable

from oran_harness.protocols.e2ap.engine.states import StateTable

HEAD = """# Procedures

Drawn from the state tables that the engine in `oran_harness/protocols/e2ap/engine/` follows. This page is generated:
do not edit it.

An arrow is a message. What a table has no arrow for is not provided for in that state: the engine notes it as an
irregularity, and a rule may make a finding of it. In parentheses behind a message stands what one of its IEs says,
where that matters. Clauses are those of O-RAN.WG3.E2AP.
"""


def procedures_as_markdown(tables: Iterable[StateTable]) -> str:
    """The page: each table as a state diagram (Mermaid), in the order given."""
    return HEAD + "".join(f"\n## {table.title} ({table.clause})\n\n{diagram(table)}" for table in tables)


def diagram(table: StateTable) -> str:
    """One table as a Mermaid diagram in a fenced block."""
    lines = ["stateDiagram-v2"]
    lines += [f'    state "{state}" as {_identifier(state)}' for state in table.states]
    lines.append(f"    [*] --> {_identifier(table.initial)}")
    lines += [
        f"    {_identifier(state)} --> {_identifier(target)} : {event}" for state, event, target in table.transitions
    ]
    return "```mermaid\n" + "\n".join(lines) + "\n```\n"


def _identifier(state: str) -> str:
    # Mermaid takes some words, such as "state" and "end", for its own.
    return "s_" + state.replace(" ", "_")
