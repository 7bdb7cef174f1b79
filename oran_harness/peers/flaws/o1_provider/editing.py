"""Flaws of edit-config (RFC 6241 7.2)."""

import re
from collections.abc import Sequence
from dataclasses import replace

from oran_harness.codec.xml import parse
from oran_harness.model.role import Role
from oran_harness.peers.flaws.element_replies import Erring, Tolerating, errors_in, tagged
from oran_harness.peers.flaws.element_requests import Misreading, Pretending, Refusing, holding, text_of
from oran_harness.peers.flaws.flaw import Flaw
from oran_harness.peers.flaws.flawed_element import FlawedElement
from oran_harness.peers.o1_provider.datastore import Edit
from oran_harness.peers.o1_provider.session import Session
from oran_harness.protocols.netconf.messages import Rpc
from oran_harness.protocols.netconf.namespaces import BASE

ELEMENT = Role.O1_PROVIDER
_EDIT = holding("<edit-config")
_LEFT_BEHIND = (
    f'<config xmlns="{BASE}"><nacm xmlns="urn:ietf:params:xml:ns:yang:ietf-netconf-acm"><groups><group>'
    "<name>oran-harness-left-behind</name></group></groups></nacm></config>"
)
_PREFIX = re.compile(r"/[^/:\[]+:")
_REFUSED = tuple(f"O1-EDIT-{number}" for number in range(131, 151))


class _HalfDone(FlawedElement):
    """Leaves something behind of an edit that it refuses."""

    def replies(self, session: Session, rpc: Rpc | None, reply: bytes) -> Sequence[bytes]:
        """Leave it behind."""
        if rpc is not None and rpc.name == "edit-config" and errors_in(reply):
            target = "candidate" if "<candidate" in text_of(rpc) else "running"
            self.managed.datastores.edit(target, Edit(parse(_LEFT_BEHIND.encode())))
        return super().replies(session, rpc, reply)


def _operation(word: str, instead: str) -> tuple[str, str]:
    """A pattern for an operation of an edit, and what it is taken for."""
    return rf'operation="{word}"', f'operation="{instead}"'


FLAWS = (
    Flaw(
        "element-edits-nothing",
        "Says ok to edits, and does nothing",
        ELEMENT,
        None,
        lambda actor: Pretending(actor, _EDIT),
        ("O1-EDIT-101", "O1-EDIT-106", "O1-EDIT-109", "O1-EDIT-111", "O1-EDIT-113", "O1-OPTION-108"),
    ),
    Flaw(
        "element-merge-replaces",
        "Replaces the entries that a merge names",
        ELEMENT,
        None,
        lambda actor: Misreading(
            actor,
            r"<group(>\s*<name>[^<]*</name>\s*<user-name>)",
            rf'<group xmlns:nc="{BASE}" nc:operation="replace"\1',
            _EDIT,
        ),
        ("O1-EDIT-102",),
    ),
    Flaw(
        "element-replace-merges",
        "Merges what has to be replaced",
        ELEMENT,
        None,
        lambda actor: Misreading(actor, *_operation("replace", "merge")),
        ("O1-EDIT-103",),
    ),
    Flaw(
        "element-replace-refused",
        "Refuses to replace",
        ELEMENT,
        None,
        lambda actor: Refusing(actor, holding('operation="replace"'), "data-missing"),
        ("O1-EDIT-104",),
    ),
    Flaw(
        "element-create-refused",
        "Refuses to create what is not there",
        ELEMENT,
        None,
        lambda actor: Refusing(actor, holding('operation="create"'), "data-exists"),
        ("O1-EDIT-105",),
    ),
    Flaw(
        "element-create-of-existing",
        "Merges what has to be created, and says ok where it is there already",
        ELEMENT,
        None,
        lambda actor: Misreading(actor, *_operation("create", "merge")),
        ("O1-EDIT-131", "O1-EDIT-134"),
    ),
    Flaw(
        "element-delete-of-absent",
        "Says ok to the deletion of what is not there",
        ELEMENT,
        None,
        lambda actor: Misreading(actor, *_operation("delete", "remove")),
        ("O1-EDIT-132", "O1-EDIT-133"),
    ),
    Flaw(
        "element-delete-without-effect",
        "Says ok to deletions, and deletes nothing",
        ELEMENT,
        None,
        lambda actor: Misreading(actor, *_operation("delete", "merge")),
        ("O1-EDIT-107", "O1-EDIT-110"),
    ),
    Flaw(
        "element-value-deletes-entry",
        "Deletes the entry of which one value is deleted",
        ELEMENT,
        None,
        lambda actor: Misreading(
            actor,
            r'<group>(<name>[^<]*</name>)<user-name[^>]*operation="delete".*?</group>',
            rf'<group xmlns:nc="{BASE}" nc:operation="delete">\1</group>',
        ),
        ("O1-EDIT-107",),
    ),
    Flaw(
        "element-remove-of-absent-refused",
        "Refuses to remove what is not there",
        ELEMENT,
        None,
        lambda actor: Misreading(actor, *_operation("remove", "delete")),
        ("O1-EDIT-108",),
    ),
    Flaw(
        "element-default-operation-ignored",
        "Takes every default operation for merge",
        ELEMENT,
        None,
        lambda actor: Misreading(actor, r"<default-operation>(none|replace)<", "<default-operation>merge<"),
        ("O1-EDIT-112", "O1-EDIT-135"),
    ),
    Flaw(
        "element-prefixed-operation-ignored",
        "Does not see an operation whose attribute has the prefix nc",
        ELEMENT,
        "F41",
        lambda actor: Misreading(actor, r' nc:operation="delete"', ""),
        ("O1-EDIT-114",),
    ),
    Flaw(
        "element-insert-ignored",
        "Puts an entry last, wherever it is wanted",
        ELEMENT,
        None,
        lambda actor: Misreading(actor, r' [\w-]+:(insert|key|value)="[^"]*"', "", _EDIT),
        ("O1-EDIT-115", "O1-EDIT-147"),
    ),
    Flaw(
        "element-invalid-value-accepted",
        "Says ok to values that their types do not have",
        ELEMENT,
        None,
        lambda actor: Tolerating(actor, "invalid-value", test=_EDIT),
        ("O1-EDIT-139", "O1-EDIT-149"),
    ),
    Flaw(
        "element-missing-element-accepted",
        "Says ok to an edit that lacks what it must have",
        ELEMENT,
        None,
        lambda actor: Tolerating(actor, "missing-element", test=_EDIT),
        ("O1-EDIT-140", "O1-EDIT-142", "O1-EDIT-143"),
    ),
    Flaw(
        "element-unknown-operation-merged",
        "Merges where it does not know the operation",
        ELEMENT,
        None,
        lambda actor: Misreading(actor, "overwrite", "merge"),
        ("O1-EDIT-141", "O1-EDIT-144"),
    ),
    Flaw(
        "element-unknown-error-option-taken",
        "Stops on errors where it does not know the error-option",
        ELEMENT,
        None,
        lambda actor: Misreading(actor, "ignore-errors", "stop-on-error"),
        ("O1-EDIT-145",),
    ),
    Flaw(
        "element-two-cases-accepted",
        "Says ok to two cases of one choice",
        ELEMENT,
        None,
        lambda actor: Tolerating(actor, "bad-element", test=_EDIT),
        ("O1-EDIT-146",),
    ),
    Flaw(
        "element-state-edited",
        "Says ok to an edit of state",
        ELEMENT,
        None,
        lambda actor: Misreading(actor, r"<denied-operations>[^<]*</denied-operations>", ""),
        ("O1-EDIT-148",),
    ),
    Flaw(
        "element-error-path-missing",
        "Does not say where an edit is wrong",
        ELEMENT,
        None,
        lambda actor: Erring(actor, change=lambda error: replace(error, path="")),
        ("O1-EDIT-150",),
    ),
    Flaw(
        "element-error-path-of-parent",
        "Says that an edit is wrong in another place than it is",
        ELEMENT,
        None,
        lambda actor: Erring(actor, change=lambda error: replace(error, path="/nacm/rule-list")),
        ("O1-EDIT-150",),
    ),
    Flaw(
        "element-error-path-unbound",
        "Says where an edit is wrong by prefixes that nothing declares",
        ELEMENT,
        None,
        lambda actor: Erring(actor, change=lambda error: replace(error, path=_PREFIX.sub("/unbound:", error.path))),
        ("O1-EDIT-150",),
    ),
    Flaw(
        "element-every-error-a-failure",
        "Says operation-failed, whatever is wrong",
        ELEMENT,
        "F41",
        lambda actor: Erring(actor, change=tagged("operation-failed")),
        tuple(each for each in _REFUSED if each != "O1-EDIT-148"),
    ),
    Flaw(
        "element-refusal-half-done",
        "Leaves something behind of an edit that it refuses",
        ELEMENT,
        None,
        _HalfDone,
        (*_REFUSED, "O1-OPTION-101", "O1-OPTION-104", "O1-OPTION-108", "O1-OPTION-110"),
    ),
    Flaw(
        "element-rollback-leaves-half",
        "Goes on where an error has to roll back",
        ELEMENT,
        None,
        lambda actor: Misreading(actor, "rollback-on-error", "continue-on-error"),
        ("O1-OPTION-101", "O1-OPTION-102", "O1-OPTION-103"),
    ),
    Flaw(
        "element-error-untold",
        "Says ok to an edit in which it stopped, or went on, at an error",
        ELEMENT,
        None,
        lambda actor: Tolerating(actor, "data-exists", test=_EDIT),
        ("O1-OPTION-105", "O1-OPTION-106"),
    ),
    Flaw(
        "element-test-only-sets",
        "Carries out an edit that is to be tested only",
        ELEMENT,
        None,
        lambda actor: Misreading(actor, ">test-only<", ">set<"),
        ("O1-OPTION-107",),
    ),
    Flaw(
        "element-tests-nothing",
        "Finds nothing wrong with an edit that is to be tested only",
        ELEMENT,
        None,
        lambda actor: Pretending(actor, holding("test-only")),
        ("O1-OPTION-108",),
    ),
    Flaw(
        "element-only-tests",
        "Tests an edit, and does not set it",
        ELEMENT,
        None,
        lambda actor: Misreading(actor, r">(test-then-set|set)</test-option", ">test-only</test-option"),
        ("O1-OPTION-109", "O1-OPTION-111"),
    ),
    Flaw(
        "element-empty-values-dropped",
        "Drops empty values of an edit before it tests it",
        ELEMENT,
        None,
        lambda actor: Misreading(actor, r"<user-name></user-name>|<user-name/>", ""),
        ("O1-OPTION-110",),
    ),
)
