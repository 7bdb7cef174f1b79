"""Cases of editing leave an element as they found it, and accuse none of what it is free to do."""

import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from oran_harness.codec.xml import write
from oran_harness.conformance import load
from oran_harness.model import Role, Verdict
from oran_harness.peers.o1_provider.session import Session
from oran_harness.protocols.netconf import Rpc, RpcError, speaking
from oran_harness.steps.outcome import CaseOutcome
from tests.conformance.o1.misediting import (
    Misbehaviour,
    Misediting,
    holding,
    ok_for_refused,
    on_refusal,
    says_no,
    text_of,
)
from tests.conformance.o1.performing import performed
from tests.conformance.o1.test_editing import EDITING

CASES = [case.id for case in load() if case.id.startswith(EDITING) and case.description.under_test is Role.O1_PROVIDER]
SOME = ("O1-EDIT-101", "O1-EDIT-103", "O1-EDIT-131", "O1-OPTION-101")


def nothing(_: Misediting, __: Session, ___: Rpc, ____: float) -> None:
    """The right thing."""


def on(id: str, misbehaviour: Misbehaviour = nothing, lacking: str = "^$") -> tuple[CaseOutcome | None, Misediting]:
    """What comes of a case at an element that advertises nothing that matches ``lacking``, and the element."""
    made: list[Misediting] = []

    def make() -> Misediting:
        element = Misediting(misbehaviour)
        managed = element.managed
        managed.capabilities = tuple(each for each in managed.capabilities if not re.search(lacking, each))
        made.append(element)
        return element

    return performed(id, make).outcome, made[0]


def any_of(*misbehaviours: Misbehaviour) -> Misbehaviour:
    """The first that does anything."""

    def misbehave(element: Misediting, session: Session, rpc: Rpc, now: float) -> Rpc | bytes | None:
        found = (each(element, session, rpc, now) for each in misbehaviours)
        return next((each for each in found if each is not None), None)

    return misbehave


@pytest.mark.parametrize("id", CASES)
def test_all_is_as_it_was(id: str) -> None:
    """Behind a case, all datastores hold what they held before it."""
    before = Misediting(nothing).managed.datastores
    outcome, element = on(id)
    after = element.managed.datastores
    assert outcome is None
    for name in ("running", "candidate", "startup"):
        # The order of what stands at the top means nothing.
        was, now = (sorted(write(each) for each in whole.holds(name).root) for whole in (before, after))
        assert now == was, name
    assert element.managed.pending is None


@pytest.mark.parametrize(
    ("id", "misbehaviour"),
    [
        ("O1-EDIT-105", says_no(holding('operation="create"'))),
        ("O1-EDIT-131", ok_for_refused("data-exists")),
        ("O1-CANDIDATE-106", ok_for_refused(when=holding("<validate"))),
        ("O1-CONFIRM-105", says_no(holding("<commit", "persist-id"))),
        ("O1-COPY-106", says_no(holding("<delete-config"))),
    ],
)
def test_all_is_as_it_was_behind_a_failure(id: str, misbehaviour: Misbehaviour) -> None:
    """What a case has made is taken away when it fails, too."""
    outcome, element = on(id, misbehaviour)
    assert outcome is not None
    assert outcome.verdict is Verdict.FAIL
    datastores = element.managed.datastores
    assert datastores.startup is not None
    held = (datastores.running.xml, datastores.candidate.xml, datastores.startup.xml)
    assert not [xml for xml in held if ">oran-harness-one<" in xml]
    assert element.managed.pending is None


@pytest.mark.parametrize("lacking", [":candidate:", ":writable-running:", ":rollback-on-error:", ":validate:"])
@pytest.mark.parametrize("id", SOME)
def test_what_is_optional_may_be_missing(id: str, lacking: str) -> None:
    """An element with one route alone, or without an option, is not accused."""
    outcome, _ = on(id, lacking=lacking)
    assert outcome is None or outcome.verdict is Verdict.UNSUPPORTED


@pytest.mark.parametrize("id", ["O1-COPY-101", "O1-COPY-102", "O1-COPY-103", "O1-COPY-106"])
def test_copies_are_left_to_the_element(id: str) -> None:
    """An element that says that it has no copy-config and no delete-config is not accused (REQ-GNC-FUN-1)."""
    no = [says_no(holding(f"<{name}"), "operation-not-supported") for name in ("copy-config", "delete-config")]
    outcome, _ = on(id, any_of(*no))
    assert outcome is not None
    assert outcome.verdict is Verdict.UNSUPPORTED


@pytest.mark.parametrize("id", SOME)
def test_without_a_route_there_is_no_case(id: str) -> None:
    """An element that is edited by no route that we know is not accused."""
    outcome, _ = on(id, lacking=":candidate:|:writable-running:|:rollback-on-error:")
    assert outcome is not None
    assert outcome.verdict in (Verdict.SKIP, Verdict.UNSUPPORTED)


@pytest.mark.parametrize("id", CASES)
def test_a_user_without_rights_finds_nothing(id: str) -> None:
    """Where the user of the session may not edit, nothing is said of the element."""
    words = ("edit-config", "commit", "copy-config", "delete-config", "validate")
    outcome, _ = on(id, any_of(*(says_no(holding(f"<{word}"), "access-denied") for word in words)))
    assert outcome is None or outcome.verdict in (Verdict.SKIP, Verdict.INCONC), outcome


@pytest.mark.parametrize("id", SOME)
def test_the_other_route_is_tried_all_the_same(id: str) -> None:
    """An element that has running edited by way of the candidate alone is tried by that way."""
    refusal = says_no(holding("<target><running", "oran-harness"), "access-denied")
    outcome, _ = on(id, refusal)
    assert outcome is None


def test_a_fault_by_the_other_route_is_found() -> None:
    """What goes wrong by way of the candidate is found although running could not be edited."""
    denied = says_no(holding("<target><running", "oran-harness"), "access-denied")
    wrong = ok_for_refused("data-exists", when=holding("<target><candidate"))
    outcome, _ = on("O1-EDIT-131", any_of(denied, wrong))
    assert outcome is not None
    assert outcome.verdict is Verdict.FAIL


def unreadable(_: Misediting, __: Session, rpc: Rpc, ___: float) -> bytes | None:
    """Groups may be made, and nobody may read them (RFC 8341 3.2.4)."""
    return speaking.data(rpc) if "<get-config" in text_of(rpc) else None


@pytest.mark.parametrize("id", ["O1-EDIT-101", "O1-EDIT-103", "O1-EDIT-131", "O1-CONFIRM-103"])
def test_what_cannot_be_read_is_not_missing(id: str) -> None:
    """What is left out of a reply for want of rights is not taken for something that was not done."""
    outcome, _ = on(id, unreadable)
    assert outcome is not None
    assert outcome.verdict in (Verdict.SKIP, Verdict.INCONC), outcome


def path_from(prefix: str) -> Callable[[Misediting, Rpc, tuple[RpcError, ...]], bytes]:
    """Refusals whose error-path begins so."""

    def answer(_: Misediting, rpc: Rpc, errors: tuple[RpcError, ...]) -> bytes:
        return speaking.refusal(rpc, *(replace(error, path=f"{prefix}{error.path}") for error in errors))

    return answer


def test_an_error_path_may_begin_at_the_rpc() -> None:
    """An error-path leads through the request, or through the datastore (RFC 6241 4.3)."""
    outcome, _ = on("O1-EDIT-150", on_refusal(path_from("/rpc/edit-config/config")))
    assert outcome is None


def test_no_groups_no_case() -> None:
    """Without the module whose groups are edited, neither in the hello nor in the library, nothing is edited."""

    def librarian(_: Misediting, __: Session, rpc: Rpc, ___: float) -> bytes | None:
        return speaking.data(rpc) if "yang-library" in text_of(rpc) else None

    outcome, _ = on("O1-EDIT-101", librarian, lacking="ietf-netconf-acm")
    assert outcome is not None
    assert outcome.verdict is Verdict.SKIP


def test_the_library_names_the_module() -> None:
    """A module of YANG 1.1 need not be in the hello (RFC 7950 5.6.4)."""
    outcome, _ = on("O1-EDIT-101", lacking="ietf-netconf-acm")
    assert outcome is None
