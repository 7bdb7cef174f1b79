"""How cases are declared, and the registry of all of them."""

import re
from collections.abc import Callable

from oran_harness.conformance import o1_preambles
from oran_harness.conformance.preambles import FRESH, NONE, prepared
from oran_harness.model import CaseDescription, Level, Role
from oran_harness.protocols.e2ap.procedures import PROCEDURES
from oran_harness.protocols.e2ap.tables import editions
from oran_harness.protocols.netconf.capability_names import CAPABILITIES
from oran_harness.service_models import MODELS
from oran_harness.service_models.kpm import KPM
from oran_harness.steps.case import Body, Case

_ID = re.compile(r"[A-Z0-9]+(-[A-Z0-9]+)*-\d{3}")
_NAMED = {
    "procedure": {procedure.name for procedure in PROCEDURES.values()},
    "service-model": {model.key.upper() for model in MODELS},
    "e2ap": set(editions()),
    "kpm": set(KPM.editions),
    "transport": {"sctp", "ssh", "tls", "secured", "framing"},
    "capability": set(CAPABILITIES),
    "user": {o1_preambles.OTHER},
    "home": {o1_preambles.CALLED},
}
"""What a need may name, by its kind; a stimulus is named by those who serve it."""


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
    ``kpm:5.00`` (what it is about came with that edition of E2SM-KPM); ``transport:sctp``. At O1 a case starts with a
    session whose hellos are exchanged; ``capability:candidate`` is what the SUT's hello may lack, ``transport:ssh``,
    ``transport:tls``, ``transport:secured`` (either of them) and ``transport:framing`` (octets in frames) are what not
    every way to it has, ``user:other`` is a second user whom the SUT lets in, ``home:called`` a SUT that opens the
    connections (RFC 8071). The tag ``slow``
    marks a wait that a clause demands. What the body needs before it begins is done first. Raises ``ValueError`` for an
    id that is malformed or taken, and for a need that there is not.
    """

    def declare(body: Body) -> Body:
        if not _ID.fullmatch(id):
            raise ValueError(f"{id} is no case id; they look like E2AP-SETUP-007")
        for need in needs:
            check_need(id, need)
        if id in CASES:
            raise ValueError(f"{id} is declared twice: {CASES[id].module} and {body.__module__}")
        interface = under_test.interface
        description = CaseDescription(id, title, clause, level, under_test, interface, suite, tags, needs)
        prepare = o1_preambles.prepared if interface == "o1" else prepared
        CASES[id] = Case(description, prepare(body, needs), body.__module__)
        return body

    return declare


def check_need(id: str, need: str) -> None:
    """Raise ``ValueError`` for a need that nothing can meet: it would never be claimed, and never be missed."""
    kind, _, name = need.partition(":")
    known = need in (NONE, FRESH) or (kind == "stimulus" and bool(name)) or name in _NAMED.get(kind, ())
    if not known:
        raise ValueError(f"{id} needs {need!r}, which there is not")
