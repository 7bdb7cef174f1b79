"""What a product sends against what its vendor claims of it: no octet names an edition, but a profile does."""

from collections.abc import Iterator

from oran_harness.checkers.claimed import Claimed
from oran_harness.checkers.observation import MessageObserved, PayloadObserved
from oran_harness.checkers.rule import Breach, rule
from oran_harness.model import Role, Scope
from oran_harness.protocols.e2ap.messages import E2setupRequest, E2setupResponse
from oran_harness.protocols.e2ap.tables import editions
from oran_harness.service_models import PayloadKind, ServiceModel, service_model, tell


@rule(
    id="E2AP-EDITION-CLAIMED",
    title="E2 Setup is of an E2AP edition that the vendor claims",
    clause="claims.e2ap of the vendor's profile; O-RAN.WG3.E2AP 9.3 (no octet names the edition)",
    scope=Scope.RUN,
    hint="Either the product was built or configured for another edition than its profile says, or the profile is "
    "wrong: correct claims.e2ap, or choose the edition that is claimed.",
    blames="the sender of the message",
    of=(E2setupRequest, E2setupResponse),
)
def edition_claimed(seen: MessageObserved) -> Iterator[Breach]:
    """A node's first E2 Setup request is of a claimed edition, and so is a RIC's answer to one that is."""
    claimed = _claims(seen, seen.role)
    if claimed is None or not claimed.e2ap or not seen.accepting or not set(claimed.e2ap) <= set(editions()):
        return
    if not set(seen.accepting).isdisjoint(claimed.e2ap) or not _free_to_choose(seen, claimed.e2ap):
        return
    yield Breach(
        blame=seen.role,
        message=f"{_who(seen.role, claimed)} announces E2AP {', '.join(claimed.e2ap)} "
        f"and sends {_some(seen.accepting)}",
        expected=f"a message of E2AP {', '.join(claimed.e2ap)}",
        actual=f"{seen.decoded.label} of E2AP {_some(seen.accepting)}",
        key="edition",
    )


@rule(
    id="E2SM-EDITION-CLAIMED",
    title="Payloads are of a service model's edition that the vendor claims",
    clause="claims.service_models of the vendor's profile; O-RAN.WG3.E2SM 6.2.2.1 (the OID does not tell editions)",
    scope=Scope.RUN,
    hint="Either the product's codec is of another edition than its profile says, or the profile is wrong: correct the "
    "revision in claims.service_models, or build the codec from the ASN.1 of the edition that is claimed.",
    blames="the sender of the payload",
    of=tuple(PayloadKind),
)
def model_edition_claimed(seen: PayloadObserved) -> Iterator[Breach]:
    """A payload conforms to an edition that is claimed, unless the far end has shown that it speaks none of them."""
    claimed = _claims(seen, seen.role)
    if claimed is None or not seen.payload.accepting:
        return
    model = service_model(seen.payload.model)
    named = claimed.revisions.get(_short(model), ())
    if not named or not set(named) <= set(model.editions) or not set(named).isdisjoint(seen.payload.accepting):
        return
    theirs = seen.other_revisions
    if theirs is not None and theirs.seen and set(named).isdisjoint(theirs.candidates):
        return  # it follows the far end, which speaks another one
    evidence = tell(model, seen.payload.kind, seen.payload.octets)
    name = seen.payload.kind.value.replace("-", " ")
    yield Breach(
        blame=seen.role,
        message=f"{_who(seen.role, claimed)} announces {_short(model)} {', '.join(named)} and sends "
        f"{_some(seen.payload.accepting)}" + (f" ({evidence})" if evidence else ""),
        expected=f"a payload of {model.title} {', '.join(named)}",
        actual=f"{'an' if name[0] in 'aeio' else 'a'} {name} that only {', '.join(seen.payload.accepting)} accepts",
        key=f"{model.key} {seen.function.id if seen.function else '?'}",
    )


def _claims(seen: MessageObserved | PayloadObserved, role: Role | None) -> Claimed | None:
    return None if role is None else seen.association.history.claims.get(role)


def _free_to_choose(seen: MessageObserved, claimed: tuple[str, ...]) -> bool:
    """Whether the sender was not led to another edition: a node by a refusal, a RIC by what it is asked in."""
    if isinstance(seen.message, E2setupRequest):
        return seen.number == 1 and seen.association.history.begun == 1
    return not set(claimed).isdisjoint(seen.receiver.editions)


def _who(role: Role | None, claimed: Claimed) -> str:
    return claimed.vendor or (f"the {role.value}" if role is not None else "it")


def _short(model: ServiceModel) -> str:
    return model.title.removeprefix("E2SM-")


def _some(accepting: tuple[str, ...]) -> str:
    """Editions for people: the one, or the oldest and the newest."""
    return accepting[0] if len(accepting) == 1 else f"{accepting[0]} to {accepting[-1]}"
