"""Each case of editing finds an element that does otherwise, and says so in words that a stranger understands."""

import pytest

from oran_harness.conformance import load
from oran_harness.model import Role, Verdict
from tests.conformance.o1.misediting import (
    LEFT_BEHIND,
    Misbehaviour,
    Misediting,
    holding,
    leaves_behind,
    ok_for_refused,
    on_refusal,
    other_path,
    other_tag,
    rewrites,
    says_no,
    says_ok,
)
from tests.conformance.o1.performing import performed

NC = 'xmlns:nc="urn:ietf:params:xml:ns:netconf:base:1.0" nc:operation'
ONE, TWO, THREE = (f"<name>oran-harness-{each}</name>" for each in ("one", "two", "three"))
CAROL = "<user-name>oran-harness-carol"


def committing_two(element: Misediting, text: str) -> bool:
    """A commit of a candidate that holds the second group."""
    return "<commit" in text and TWO in element.managed.datastores.candidate.xml


def unmodified_commit(element: Misediting, text: str) -> bool:
    """A commit of a candidate that nobody has edited."""
    return "<commit" in text and not element.managed.datastores.modified


def commit_while_pending(element: Misediting, text: str) -> bool:
    """A commit that follows a confirmed one."""
    return "<commit" in text and element.managed.pending is not None


def to_startup_at_once(element: Misediting, text: str) -> bool:
    """An edit; running gets into startup at once."""
    datastores = element.managed.datastores
    datastores.put("startup", datastores.running)
    return False


MISBEHAVIOURS: tuple[tuple[str, Misbehaviour], ...] = (
    ("O1-EDIT-101", says_ok(holding("edit-config", "oran-harness-alice"))),
    ("O1-EDIT-101", says_no(holding("edit-config", "oran-harness-alice"), "malformed-message")),
    ("O1-EDIT-102", rewrites(f"<group>({ONE}{CAROL})", rf'<group {NC}="replace">\1')),
    ("O1-EDIT-103", rewrites('operation="replace"', 'operation="merge"')),
    ("O1-EDIT-104", says_no(holding('operation="replace"'), "data-missing")),
    ("O1-EDIT-105", says_no(holding('operation="create"'), "data-exists")),
    ("O1-EDIT-106", says_ok(holding('operation="delete"'))),
    (
        "O1-EDIT-107",
        rewrites(
            '<group>(<name>[^<]*</name>)<user-name[^>]*operation="delete".*?</group>',
            rf'<group {NC}="delete">\1</group>',
        ),
    ),
    ("O1-EDIT-108", rewrites('operation="remove"', 'operation="delete"')),
    ("O1-EDIT-109", says_ok(holding('operation="remove"'))),
    ("O1-EDIT-110", rewrites('operation="delete"', 'operation="merge"')),
    ("O1-EDIT-111", says_ok(holding("<default-operation>none"))),
    ("O1-EDIT-112", rewrites("<default-operation>replace", "<default-operation>merge")),
    ("O1-EDIT-113", rewrites(f'<group [^>]*operation="create"[^>]*>{THREE}.*?</group>', "")),
    ("O1-EDIT-114", says_no(holding("<nc:edit-config"), "unknown-namespace")),
    ("O1-EDIT-114", rewrites(' nc:operation="delete"', "")),
    ("O1-EDIT-115", rewrites(' yang:insert="before" yang:key="[^"]*"', "")),
    ("O1-EDIT-131", rewrites('operation="create"', 'operation="merge"')),
    ("O1-EDIT-132", rewrites('operation="delete"', 'operation="remove"')),
    ("O1-EDIT-133", rewrites('operation="delete"', 'operation="remove"')),
    ("O1-EDIT-134", rewrites('operation="create"', 'operation="merge"')),
    ("O1-EDIT-135", rewrites("<default-operation>none", "<default-operation>merge")),
    ("O1-EDIT-136", rewrites("<oran-harness-unknown>1</oran-harness-unknown>", "")),
    ("O1-EDIT-137", rewrites("<settings [^>]*>", "")),
    ("O1-EDIT-138", rewrites("<settings [^>]*>", "")),
    ("O1-EDIT-139", ok_for_refused("invalid-value")),
    ("O1-EDIT-140", ok_for_refused("missing-element")),
    ("O1-EDIT-141", rewrites("overwrite", "merge")),
    ("O1-EDIT-142", ok_for_refused("missing-element")),
    ("O1-EDIT-143", ok_for_refused("missing-element")),
    ("O1-EDIT-144", rewrites("overwrite", "merge")),
    ("O1-EDIT-145", rewrites("ignore-errors", "stop-on-error")),
    ("O1-EDIT-146", ok_for_refused("bad-element")),
    ("O1-EDIT-147", rewrites(r' \w+:insert="before"| \w+:value="[^"]*"', "")),
    ("O1-EDIT-148", rewrites("<denied-operations>7</denied-operations>", "")),
    ("O1-EDIT-149", ok_for_refused("invalid-value")),
    ("O1-EDIT-150", other_path("")),
    ("O1-EDIT-150", other_path("/nacm/rule-list")),
    ("O1-EDIT-150", other_path("/unbound:nacm/unbound:groups/unbound:group")),
    ("O1-OPTION-101", rewrites("rollback-on-error", "continue-on-error")),
    ("O1-OPTION-102", rewrites("rollback-on-error", "continue-on-error")),
    ("O1-OPTION-103", rewrites("rollback-on-error", "continue-on-error")),
    ("O1-OPTION-104", rewrites("<oran-harness-unknown>1</oran-harness-unknown>", "")),
    ("O1-OPTION-105", ok_for_refused("data-exists")),
    ("O1-OPTION-105", on_refusal(leaves_behind, when=holding("stop-on-error"))),
    ("O1-OPTION-106", ok_for_refused("data-exists")),
    ("O1-OPTION-106", on_refusal(leaves_behind, when=holding("continue-on-error"))),
    ("O1-OPTION-107", rewrites("test-only", "set")),
    ("O1-OPTION-108", says_ok(holding("test-only"))),
    ("O1-OPTION-109", rewrites("test-then-set", "test-only")),
    ("O1-OPTION-110", rewrites("<user-name></user-name>|<user-name/>", "")),
    ("O1-OPTION-111", rewrites("<test-option>set", "<test-option>test-only")),
    ("O1-CANDIDATE-101", rewrites("<target><candidate", "<target><running", holding("edit-config"))),
    ("O1-CANDIDATE-102", says_ok(committing_two)),
    ("O1-CANDIDATE-103", says_ok(holding("discard-changes"))),
    ("O1-CANDIDATE-104", says_no(unmodified_commit)),
    ("O1-CANDIDATE-105", ok_for_refused(when=holding("<commit"))),
    ("O1-CANDIDATE-106", says_ok(holding("<validate"))),
    ("O1-CANDIDATE-107", says_no(holding("<validate", "candidate"))),
    ("O1-VALIDATE-101", says_no(holding("<validate", "running"))),
    ("O1-VALIDATE-102", says_ok(holding("<validate"))),
    ("O1-VALIDATE-103", ok_for_refused()),
    ("O1-VALIDATE-103", rewrites("<rule><name>incomplete</name></rule>", "")),
    ("O1-CONFIRM-101", rewrites("<confirmed/>|<confirmed></confirmed>", "")),
    ("O1-CONFIRM-101", rewrites("<confirm-timeout>5<", "<confirm-timeout>1<")),
    ("O1-CONFIRM-102", says_ok(commit_while_pending)),
    ("O1-CONFIRM-103", says_ok(holding("<cancel-commit"))),
    ("O1-CONFIRM-104", rewrites("(<confirm-timeout>60</confirm-timeout>)", r"\1<persist>any</persist>")),
    ("O1-CONFIRM-105", rewrites("<persist>[^<]*</persist>", "")),
    ("O1-CONFIRM-106", rewrites("-wrong", "", holding("<commit"))),
    ("O1-CONFIRM-106", rewrites("-wrong", "", holding("<cancel-commit"))),
    ("O1-CONFIRM-107", says_ok(commit_while_pending)),
    ("O1-CONFIRM-108", rewrites("<confirm-timeout>5<", "<confirm-timeout>600<", holding("<persist>"))),
    ("O1-CONFIRM-109", says_ok(holding("<cancel-commit"))),
    ("O1-COPY-101", says_ok(holding("<copy-config"))),
    ("O1-COPY-101", says_ok(to_startup_at_once)),
    ("O1-COPY-102", says_ok(holding("<copy-config"))),
    ("O1-COPY-103", ok_for_refused("invalid-value")),
    ("O1-COPY-104", ok_for_refused(when=holding("<delete-config"))),
    ("O1-COPY-105", ok_for_refused(when=holding("<copy-config"))),
    ("O1-COPY-106", says_ok(holding("<delete-config"))),
)
REFUSALS = tuple(f"O1-EDIT-{number}" for number in range(131, 151))
ANY_TAG = ("O1-EDIT-148",)
HALF_DONE = (*REFUSALS, "O1-OPTION-101", "O1-OPTION-104", "O1-OPTION-108", "O1-OPTION-110")
EDITING = ("O1-EDIT-", "O1-OPTION-", "O1-CANDIDATE-", "O1-VALIDATE-", "O1-CONFIRM-", "O1-COPY-")


def found(id: str, misbehaviour: Misbehaviour) -> str:
    """What a case says of a misbehaviour: it fails, and the element is to blame."""
    outcome = performed(id, lambda: Misediting(misbehaviour)).outcome
    assert outcome is not None, "it passed"
    assert outcome.verdict is Verdict.FAIL, outcome
    assert outcome.blame is None
    assert "RFC" in outcome.requirement
    assert outcome.expected
    assert outcome.actual
    return f"{outcome.requirement}: {outcome.expected}, not {outcome.actual}"


@pytest.mark.parametrize(
    ("id", "misbehaviour"), [pytest.param(*each, id=f"{each[0]}-{n}") for n, each in enumerate(MISBEHAVIOURS)]
)
def test_it_is_found(id: str, misbehaviour: Misbehaviour) -> None:
    """What is done otherwise than the clause demands is found."""
    found(id, misbehaviour)


@pytest.mark.parametrize("id", HALF_DONE)
def test_what_a_refusal_leaves_behind_is_found(id: str) -> None:
    """A refusal that has changed something all the same is none."""
    assert "oran-harness-left-behind" in LEFT_BEHIND
    told = found(id, on_refusal(leaves_behind, when=holding("<edit-config")))
    assert "oran-harness-left-behind" in told


@pytest.mark.parametrize("id", [id for id in REFUSALS if id not in ANY_TAG])
def test_a_wrong_error_tag_is_found(id: str) -> None:
    """A refusal has the error-tag that its clause names."""
    assert "operation-failed" in found(id, other_tag("operation-failed"))


def test_each_case_has_its_misbehaviour() -> None:
    """No case of editing passes every element."""
    ours = [case for case in load() if case.description.under_test is Role.O1_PROVIDER]
    declared = {case.id for case in ours if case.id.startswith(EDITING)}
    assert declared == {id for id, _ in MISBEHAVIOURS}
