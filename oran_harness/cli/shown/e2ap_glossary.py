"""What E2AP's tables say of a message, a procedure or an IE, over all editions."""

from collections.abc import Iterable, Sequence

from oran_harness.cli.shown.terminal import Terminal, columns
from oran_harness.protocols.e2ap.procedures import PROCEDURES, Procedure, sender_role
from oran_harness.protocols.e2ap.tables import IeRow, Tables, editions, tables


def words() -> list[str]:
    """The names that ``entry`` knows: messages, procedures, IEs."""
    names: dict[str, None] = {}
    for edition in _all_tables():
        names |= dict.fromkeys(edition.message_sets)
        names |= dict.fromkeys(row.name for row in edition.procedures.values())
        names |= dict.fromkeys(row.name for rows in edition.ie_sets.values() for row in rows)
    return list(names)


def entry(screen: Terminal, word: str) -> list[str] | None:
    """What a message, procedure or IE is, as lines; None if nothing is called so.

    Capitals do not matter; a number is the id of an IE.
    """
    if word.isdecimal() and word.isascii():
        return _ie_entry(screen, int(word))
    folded = word.casefold()
    for name in words():
        if name.casefold() == folded:
            return _named(screen, name)
    return None


def _named(screen: Terminal, name: str) -> list[str] | None:
    if any(name in edition.message_sets for edition in _all_tables()):
        return _message_entry(screen, name)
    for procedure in PROCEDURES.values():
        if procedure.name == name:
            return _procedure_entry(screen, procedure)
    ids = {row.id for edition in _all_tables() for rows in edition.ie_sets.values() for row in rows if row.name == name}
    return _ie_entry(screen, min(ids)) if ids else None


def _message_entry(screen: Terminal, message: str) -> list[str]:
    having = [edition for edition in _all_tables() if message in edition.message_sets]
    procedure, outcome = _place(having[-1], message)
    lines = [
        f"{screen.paint(message, 'bold')}  E2AP message, {outcome} of procedure {procedure.code} ({procedure.title})",
        f"  Clause    E2AP {procedure.clause}",
        f"  Sent by   {_senders(procedure, outcome)}",
        f"  Editions  {_editions(having)}",
        "",
        "  IEs, in the order of the wire:",
    ]
    rows = []
    order = {row.id: row.name for edition in having for row in edition.ies(message)}
    for number, name in _wire_order(having, message, order):
        uses = [(edition, row) for edition in having for row in edition.ies(message) if row.id == number]
        rows.append([f"    {number}", name, *_uses(uses, having)])
    return lines + columns(rows)


def _wire_order(having: Sequence[Tables], message: str, names: dict[int, str]) -> list[tuple[int, str]]:
    newest = [row.id for row in having[-1].ies(message)]
    gone = [number for number in names if number not in newest]
    return [(number, names[number]) for number in (*newest, *gone)]


def _procedure_entry(screen: Terminal, procedure: Procedure) -> list[str]:
    having = [edition for edition in _all_tables() if procedure.code in edition.procedures]
    row = having[-1].procedures[procedure.code]
    lines = [
        f"{screen.paint(procedure.title, 'bold')}  E2AP procedure {procedure.code} ({procedure.name})",
        f"  Clause       E2AP {procedure.clause}",
        f"  Started by   {' or '.join(procedure.initiators)}",
        f"  Criticality  {row.criticality}",
        f"  Paired by    {procedure.correlator.value}",
        f"  Editions     {_editions(having)}",
        "",
        "  Messages:",
    ]
    table = [[f"    {name}", outcome, _senders(procedure, outcome)] for outcome, name in row.messages.items()]
    return lines + columns(table)


def _ie_entry(screen: Terminal, number: int) -> list[str] | None:
    uses = [
        (name, edition, row)
        for edition in _all_tables()
        for name, of_set in _sets(edition)
        for row in edition.ie_sets[of_set]
        if row.id == number
    ]
    if not uses:
        return None
    newest = uses[-1][2]
    names = dict.fromkeys(row.name for _, _, row in uses)
    having = list(dict.fromkeys(edition.edition for _, edition, _ in uses))
    lines = [
        f"{screen.paint(' / '.join(names), 'bold')}  E2AP IE {number}, of type {newest.type}",
        f"  Editions  {_editions([edition for edition in _all_tables() if edition.edition in having])}",
        "",
        "  In:",
    ]
    table = []
    for holder in dict.fromkeys(name for name, _, _ in uses):
        there = [edition for edition in _all_tables() if any(name == holder for name, _ in _sets(edition))]
        those = [(edition, row) for name, edition, row in uses if name == holder]
        table.append([f"    {holder}", *_uses(those, there)])
    return lines + columns(table)


def _sets(edition: Tables) -> Iterable[tuple[str, str]]:
    """Each IE set by the name that people know: the message's, or the set's own for the items of lists."""
    messages = {of_set: message for message, of_set in edition.message_sets.items()}
    return [(messages.get(of_set, of_set), of_set) for of_set in edition.ie_sets]


def _uses(uses: list[tuple[Tables, IeRow]], having: Sequence[Tables]) -> list[str]:
    """Presence, criticality and editions of an IE in one message; where editions differ, what each says."""
    kinds: dict[tuple[bool, str], list[Tables]] = {}
    for edition, row in uses:
        kinds.setdefault((row.mandatory, row.criticality), []).append(edition)
    texts = []
    for (mandatory, criticality), those in kinds.items():
        text = f"{'mandatory' if mandatory else 'optional'}, {criticality}"
        texts.append(text if len(those) == len(having) else f"{text} in {_editions(those)}")
    return ["; ".join(texts)]


def _editions(those: Sequence[Tables]) -> str:
    """Editions for people: all, from one on, or each by name."""
    known = editions()
    names = [edition.edition for edition in those]
    if len(names) == len(known):
        return f"all ({', '.join(names)})"
    if len(names) > 1 and tuple(names) == known[-len(names) :]:
        return f"{names[0]} and later"
    return ", ".join(names)


def _place(edition: Tables, message: str) -> tuple[Procedure, str]:
    for row in edition.procedures.values():
        for outcome, name in row.messages.items():
            if name == message:
                return PROCEDURES[row.code], outcome
    raise AssertionError(f"{message} belongs to no procedure of edition {edition.edition}")


def _senders(procedure: Procedure, outcome: str) -> str:
    sender = sender_role(procedure.code, outcome)
    return "either end" if sender is None else str(sender)


def _all_tables() -> list[Tables]:
    return [tables(edition) for edition in editions()]
