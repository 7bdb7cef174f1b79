"""How cases are declared, and the registry of all of them."""

import re
from collections.abc import Callable

from oran_harness.conformance.preambles import prepared
from oran_harness.model import CaseDescription, Level, Role
from oran_harness.steps.case import Body, Case

_ID = re.compile(r"[A-Z0-9]+(-[A-Z0-9]+)*-\d{3}")


CASES: dict[str, Case] = {}
"""All cases that have been declared so far, by id."""


def case(
    *,
    id: str,
    title: str,
    clause: str,
    level: Level,
    under_test: Role,
    needs: tuple[str, ...] = (),
    tags: tuple[str, ...] = (),
    suite: str = "e2ap",
) -> Callable[[Body], Body]:
    """Declare the decorated coroutine function as a case.

    ``needs`` says where the case starts and what it wants: ``association.none`` (the body opens one itself),
    ``association.fresh`` (up, nothing said), else E2 Setup has been done; ``stimulus:NAME``; ``procedure:NAME`` and
    ``service-model:NAME`` (what the SUT may leave unclaimed); ``e2ap:3.01`` (the edition spoken is that or later);
    ``transport:sctp``. The tag ``slow`` marks a wait that a clause demands. What the body needs before it begins is
    done first. Raises ``ValueError`` for an id that is malformed or taken.
    """

    def declare(body: Body) -> Body:
        if not _ID.fullmatch(id):
            raise ValueError(f"{id} is no case id; they look like E2AP-SETUP-007")
        if id in CASES:
            raise ValueError(f"{id} is declared twice: {CASES[id].module} and {body.__module__}")
        description = CaseDescription(id, title, clause, level, under_test, "e2", suite, tags, needs)
        CASES[id] = Case(description, prepared(body, needs), body.__module__)
        return body

    return declare
