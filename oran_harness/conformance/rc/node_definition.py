"""The RAN function definition of RC with an E2 node under test (RC 7.1, 9.2.2)."""

from collections import Counter

from oran_harness.conformance.declare import case
from oran_harness.conformance.rc.node_function import ran_control
from oran_harness.conformance.rc.node_scenery import NEEDS, NODE
from oran_harness.model import Level
from oran_harness.service_models.rc.styles import Service
from oran_harness.steps import Peer, check, inconclusive

_CLAUSE = "O-RAN.WG3.E2SM-RC 7.1, 9.2.2"
_TAGS = ("RICserviceUpdate", "E2setup", "positive")


@case(
    id="E2SM-RC-201",
    title="The RC function definition lists the event trigger styles that its services go by",
    clause=_CLAUSE,
    level=Level.SHOULD,
    under_test=NODE,
    needs=NEEDS,
    tags=_TAGS,
    suite="rc",
)
async def lists_its_triggers(ric: Peer) -> None:
    """A definition is complete: a report, insert or policy style that names a trigger style is of no use without it."""
    rc = ran_control(ric)
    if not rc.announced.complete:
        raise inconclusive("not all of the RAN function definition can be read; the rules say what")
    listed = set(rc.announced.trigger_formats)
    used = {style.trigger_style for style in rc.announced.styles if style.trigger_style is not None}
    if used and not listed:
        raise inconclusive("the RAN function definition lists no event trigger styles, which is optional")
    check(
        used <= listed,
        "The RAN function definition lists every event trigger style that its services name (RC 7.1)",
        expected=f"trigger styles {sorted(used)}",
        actual=f"trigger styles {sorted(listed)}",
    )


@case(
    id="E2SM-RC-202",
    title="The RC function definition numbers the actions of a style once each",
    clause=_CLAUSE,
    level=Level.SHOULD,
    under_test=NODE,
    needs=NEEDS,
    tags=_TAGS,
    suite="rc",
)
async def numbers_its_actions(ric: Peer) -> None:
    """An action is known by its number within the style; the same number twice names none."""
    rc = ran_control(ric)
    for service in (Service.CONTROL, Service.INSERT, Service.POLICY):
        for style in rc.styles(service):
            counted = Counter(action.id for action in style.actions)
            twice = sorted(number for number, count in counted.items() if count > 1)
            check(
                not twice,
                "The actions of a style have a number of their own each (RC 9.2.2)",
                expected=f"each action of {service.value} style {style.style} once",
                actual=f"actions {twice} more than once",
            )
