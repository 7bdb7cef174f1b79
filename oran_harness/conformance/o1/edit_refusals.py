"""Edits that have to be refused, each with its error-tag, and leave nothing behind (RFC 6241 7.2; RFC 7950 8.3)."""

import functools

from lxml import etree

from oran_harness.conformance.o1.edits import (
    ALICE,
    BOB,
    NOWHERE,
    ONE,
    THREE,
    TWO,
    acm,
    edit_config,
    group,
    groups,
    rule_list,
)
from oran_harness.conformance.o1.playground import Ground, by_every_route
from oran_harness.conformance.o1.provider_case import provider_case
from oran_harness.model import Level
from oran_harness.steps.outcome import check

_refused = functools.partial(provider_case, tags=("edit-config", "negative"))
_field = functools.partial(provider_case, tags=("edit-config", "negative", "F41"))
_ABSENT = ("missing-element", "data-missing")
"""What may be said of a parameter that is missing: a mandatory choice has a tag of its own (RFC 7950 15.6)."""
_UNFIT = ("invalid-value", "bad-element")
"""What may be said of a parameter that has none of the values that it can have (RFC 6241 appendix A)."""


@_refused(id="O1-EDIT-131", title="Create of what is there is refused", clause="RFC 6241 7.2")
@by_every_route
async def create_twice(ground: Ground) -> None:
    """A group that is there cannot be created: data-exists, and it keeps its users."""
    await ground.have(one=(ALICE,))
    requirement = "A create of a node that is there is refused with data-exists (RFC 6241 7.2)"
    await ground.refuses_edit(requirement, ("data-exists",), group(ONE, BOB, operation="create"))


@_refused(id="O1-EDIT-132", title="Delete of what is not there is refused", clause="RFC 6241 7.2")
@by_every_route
async def delete_absent(ground: Ground) -> None:
    """A group that is not there cannot be deleted: data-missing."""
    await ground.have(two=(ALICE,))
    requirement = "A delete of a node that is not there is refused with data-missing (RFC 6241 7.2)"
    await ground.refuses_edit(requirement, ("data-missing",), group(ONE, operation="delete"))


@_refused(id="O1-EDIT-133", title="Delete of a value that is not there is refused", clause="RFC 7950 7.7.9, 8.3.2")
@by_every_route
async def delete_absent_value(ground: Ground) -> None:
    """A user who is not in a group cannot be deleted from it: data-missing."""
    await ground.have(one=(ALICE,))
    requirement = "A delete of an entry that a leaf-list does not have is refused with data-missing (RFC 7950 7.7.9)"
    content = group(ONE, acm("user-name", BOB, operation="delete"))
    await ground.refuses_edit(requirement, ("data-missing",), content)


@_refused(id="O1-EDIT-134", title="Create of a value that is there is refused", clause="RFC 7950 7.7.9, 8.3.2")
@by_every_route
async def create_value_twice(ground: Ground) -> None:
    """A user who is in a group cannot be created in it: data-exists."""
    await ground.have(one=(ALICE,))
    requirement = "A create of an entry that a leaf-list has is refused with data-exists (RFC 7950 7.7.9)"
    content = group(ONE, acm("user-name", ALICE, operation="create"))
    await ground.refuses_edit(requirement, ("data-exists",), content)


@_refused(id="O1-EDIT-135", title="Default-operation none makes no parents", clause="RFC 6241 7.2")
@by_every_route
async def none_without_parent(ground: Ground) -> None:
    """With default-operation none, a user cannot be created in a group that is not there: data-missing."""
    await ground.have(two=(ALICE,))
    requirement = "With default-operation none, what is not there is refused with data-missing (RFC 6241 7.2)"
    content = group(ONE, acm("user-name", BOB, operation="create"))
    await ground.refuses_edit(requirement, ("data-missing",), content, default_operation="none")


@_field(id="O1-EDIT-136", title="An unknown node is refused", clause="RFC 6241 appendix A; RFC 7950 8.3.1")
@by_every_route
async def unknown_element(ground: Ground) -> None:
    """A node that the module does not have is refused with unknown-element, and what stands beside it is not made."""
    await ground.have(two=(ALICE,))
    requirement = "A node that is not in the data model is refused with unknown-element (RFC 6241 appendix A)"
    content = group(ONE, ALICE, acm("oran-harness-unknown", "1"))
    await ground.refuses_edit(requirement, ("unknown-element",), content)


@_field(id="O1-EDIT-137", title="An unknown namespace is refused", clause="RFC 6241 appendix A")
@by_every_route
async def unknown_namespace(ground: Ground) -> None:
    """Configuration of a module that the element does not have is refused, and what stands beside it is not made."""
    await ground.have(two=(ALICE,))
    requirement = "Configuration of an unknown namespace is refused with unknown-namespace (RFC 6241 appendix A)"
    foreign = etree.Element(f"{{{NOWHERE}}}settings", nsmap={None: NOWHERE})
    tags = ("unknown-namespace", "unknown-element")
    await ground.refuses_edit(requirement, tags, group(ONE, ALICE), foreign)


@_field(id="O1-EDIT-138", title="An unknown namespace within is refused", clause="RFC 6241 appendix A")
@by_every_route
async def unknown_namespace_within(ground: Ground) -> None:
    """A node of an unknown namespace inside a known one is refused, and what stands around it is not made."""
    await ground.have(two=(ALICE,))
    requirement = "A node of an unknown namespace is refused with unknown-namespace (RFC 6241 appendix A)"
    foreign = etree.Element(f"{{{NOWHERE}}}settings", nsmap={None: NOWHERE})
    await ground.refuses_edit(requirement, ("unknown-namespace", "unknown-element"), group(ONE, ALICE, foreign))


@_refused(id="O1-EDIT-139", title="A value of the wrong form is refused", clause="RFC 7950 8.3.1, 9.4.4")
@by_every_route
async def bad_value(ground: Ground) -> None:
    """A user's name has at least one character (RFC 8341): an empty one is refused with invalid-value."""
    await ground.have(two=(ALICE,))
    requirement = "A value outside the length of its type is refused with invalid-value (RFC 7950 8.3.1)"
    await ground.refuses_edit(requirement, ("invalid-value",), group(ONE, ALICE, acm("user-name")))


@_refused(id="O1-EDIT-140", title="An entry without its key is refused", clause="RFC 7950 7.8.5, 8.3.1")
@by_every_route
async def missing_key(ground: Ground) -> None:
    """A group without a name is refused with missing-element."""
    await ground.have(two=(ALICE,))
    requirement = "An entry of a list that lacks a key is refused with missing-element (RFC 7950 8.3.1)"
    content = groups(acm("group", acm("user-name", ALICE)))
    await ground.refuses_edit(requirement, ("missing-element",), content)


@_refused(id="O1-EDIT-141", title="An unknown operation is refused", clause="RFC 6241 7.2, appendix A")
@by_every_route
async def unknown_operation(ground: Ground) -> None:
    """The attribute operation has five values; another is refused with bad-attribute."""
    await ground.have(one=(ALICE,))
    requirement = "A value that the attribute operation does not have is refused with bad-attribute (RFC 6241 7.2)"
    await ground.refuses_edit(requirement, ("bad-attribute",), group(ONE, BOB, operation="overwrite"))


@_refused(id="O1-EDIT-142", title="An edit without a target is refused", clause="RFC 6241 7.2, appendix A")
@by_every_route
async def missing_target(ground: Ground) -> None:
    """An edit-config that names no datastore is refused, and made nowhere."""
    requirement = "An edit-config without its target is refused with missing-element (RFC 6241 appendix A)"
    await ground.refuses(requirement, edit_config(None, group(ONE, ALICE)), *_ABSENT)


@_refused(id="O1-EDIT-143", title="An edit without content is refused", clause="RFC 6241 7.2, appendix A")
@by_every_route
async def missing_config(ground: Ground) -> None:
    """An edit-config that holds neither a config nor a url is refused."""
    requirement = "An edit-config without its config is refused with missing-element (RFC 6241 appendix A)"
    await ground.refuses(requirement, edit_config(ground.target), *_ABSENT)


@_refused(id="O1-EDIT-144", title="An unknown default-operation is refused", clause="RFC 6241 7.2; RFC 7950 8.3.1")
@by_every_route
async def unknown_default(ground: Ground) -> None:
    """The default-operation is merge, replace or none; another is refused."""
    requirement = "A value that default-operation does not have is refused with invalid-value (RFC 7950 8.3.1)"
    await ground.refuses_edit(requirement, _UNFIT, group(ONE, ALICE), default_operation="overwrite")


@_refused(id="O1-EDIT-145", title="An unknown error-option is refused", clause="RFC 6241 7.2; RFC 7950 8.3.1")
@by_every_route
async def unknown_error_option(ground: Ground) -> None:
    """An error-option of no known name is refused."""
    requirement = "A value that error-option does not have is refused with invalid-value (RFC 7950 8.3.1)"
    await ground.refuses_edit(requirement, _UNFIT, group(ONE, ALICE), error_option="ignore-errors")


@_refused(id="O1-EDIT-146", title="Two cases of one choice are refused", clause="RFC 7950 7.9, 8.3.1")
@by_every_route
async def two_cases(ground: Ground) -> None:
    """A rule is about an operation or about a notification; one that is about both is refused with bad-element."""
    await ground.make(rule_list(ONE))
    requirement = "Data of more than one case of a choice are refused with bad-element (RFC 7950 8.3.1)"
    what = (acm("rpc-name", "get"), acm("notification-name", "none"), acm("action", "permit"))
    content = rule_list(ONE, acm("rule", acm("name", "both"), *what))
    await ground.refuses_edit(requirement, ("bad-element",), content)


@_refused(
    id="O1-EDIT-147", title="Insert where the system orders is refused", clause="RFC 7950 8.3.1", level=Level.SHOULD
)
@by_every_route
async def insert_unordered(ground: Ground) -> None:
    """The users of a group have no order of their own: insert on one of them is refused with unknown-attribute.

    The clause calls attributes what are values of insert, so nobody is held to its letter.
    """
    await ground.have(one=(ALICE,))
    requirement = "Insert on an entry that the system orders is refused with unknown-attribute (RFC 7950 8.3.1)"
    content = group(ONE, acm("user-name", BOB, insert="before", value=ALICE))
    await ground.refuses_edit(requirement, ("unknown-attribute",), content)


@provider_case(
    id="O1-EDIT-148",
    title="State cannot be edited",
    clause="RFC 6020 7.19.1; RFC 7950 7.21.1",
    level=Level.SHOULD,
    tags=("edit-config", "negative"),
)
@by_every_route
async def state_data(ground: Ground) -> None:
    """A counter, which is no configuration, is refused; with which error-tag, no clause says."""
    await ground.have(two=(ALICE,))
    requirement = "What is no configuration cannot be in an edit-config (RFC 6020 7.19.1)"
    content = acm("nacm", acm("denied-operations", "7"), acm("groups", acm("group", acm("name", THREE))))
    await ground.refuses_edit(requirement, (), content)


@_refused(id="O1-EDIT-149", title="A key of the wrong form is refused", clause="RFC 7950 8.3.1, 9.4.5")
@by_every_route
async def bad_key(ground: Ground) -> None:
    """The name of a group does not begin with a star (RFC 8341): one that does is refused with invalid-value."""
    await ground.have(two=(ALICE,))
    requirement = "A value that does not match the pattern of its type is refused with invalid-value (RFC 7950 8.3.1)"
    await ground.refuses_edit(requirement, ("invalid-value",), group(f"*{ONE}", ALICE))


@provider_case(
    id="O1-EDIT-150",
    title="A refusal tells where",
    clause="RFC 6241 4.3",
    level=Level.SHOULD,
    tags=("edit-config", "negative", "error-path"),
)
@by_every_route
async def tells_path(ground: Ground) -> None:
    """The error-path of a create that is refused leads to the group; its prefixes are bound where it stands."""
    await ground.have(one=(ALICE,), two=(ALICE,))
    requirement = "A create of a node that is there is refused with data-exists (RFC 6241 7.2)"
    error = await ground.refuses_edit(requirement, ("data-exists",), group(TWO, operation="create"))
    requirement = "An rpc-error tells the absolute path to the node that it is about (RFC 6241 4.3)"
    names = [step.partition("[")[0] for step in error.path.split("/")]
    plain = "/".join(name.rpartition(":")[2] for name in names).removeprefix("/rpc/edit-config/config")
    right = plain in ("/nacm/groups/group", "/nacm/groups/group/name")
    check(right, requirement, expected="/nacm/groups/group, with prefixes", actual=error.path or "no error-path")
    unbound = {name.partition(":")[0] for name in names if ":" in name} - {*error.prefixes}
    requirement = "The prefixes of an error-path are declared where it stands (RFC 6241 4.3)"
    check(not unbound, requirement, expected="declared prefixes", actual=f"unbound: {', '.join(sorted(unbound))}")
