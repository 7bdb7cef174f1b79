"""Which products meet, and in which edition of E2AP."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from oran_harness.adapters import Profile, RoleProfile
from oran_harness.adapters.secrets import resolve
from oran_harness.model import Role, UsageError
from oran_harness.protocols.e2ap.tables import editions
from oran_harness.runner import edition_for
from oran_harness.runner.target import claims_of
from oran_harness.runner.wire import wire_of
from oran_harness.steps import Claims
from oran_harness.transports import parse_address

USUAL = "3.01"
"""The edition of a pair of which nobody claims any."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A product in one role, as a pair has it."""

    profile: Profile
    role: RoleProfile

    @property
    def vendor(self) -> str:
        """Its vendor's name."""
        return self.profile.name

    @property
    def only_one(self) -> bool:
        """Whether there is one of it, for one pair at a time: it has a place of its own, or runs already."""
        role = self.role
        fixed = role.address is not None or role.listen is not None
        return fixed or role.operator or role.endpoint is not None or (role.launch is None and role.adapter is None)

    @property
    def obstacle(self) -> str:
        """Why it cannot be started or met on this machine, as far as its profile tells; empty where nothing does."""
        try:
            wire_of(self.role)
            if self.role.launch is not None:
                for name, given in self.role.launch.env.items():
                    resolve(name, given, self.role.launch.folder)
        except UsageError as error:
            return f"{self.vendor}: {str(error).rstrip('.')}"
        return ""

    @property
    def claims(self) -> Claims:
        """What is claimed of it in this role."""
        return claims_of(self.role.claims)


@dataclass(frozen=True, slots=True)
class Match:
    """An E2 node and a near-RT RIC.

    ``edition`` is that of E2AP for the two, None where they have none in common; ``asked`` is one that they were to
    speak.
    """

    node: Candidate
    ric: Candidate
    edition: str | None
    asked: str | None = None

    @property
    def name(self) -> str:
        """The name of the pair, good for a folder, and no other pair's."""
        node, ric = self.node.vendor, self.ric.vendor
        # Names may have dashes: a--b with c is not a with b--c. No name has a tilde.
        clear = "--" not in f"{node}+{ric}" and not node.endswith("-")
        return f"{node}--{ric}" if clear else f"{node}~{ric}"

    @property
    def obstacle(self) -> str:
        """Why one of the two cannot be started or met on this machine; empty where nothing speaks against it."""
        return self.node.obstacle or self.ric.obstacle

    @property
    def addresses(self) -> tuple[str, ...]:
        """The addresses that the profiles name: of products, and of adapters in other programs."""
        adapters = (each.role.endpoint for each in (self.node, self.ric))
        given = (self.node.role.listen, self.ric.role.address, *map(str, filter(None, adapters)))
        return tuple(each for each in given if each is not None)

    @property
    def alone(self) -> tuple[str, ...]:
        """What can be in no other pair meanwhile, in order: products of which there is one, and fixed addresses."""
        products = {f"{each.vendor}:{each.role.role}" for each in (self.node, self.ric) if each.only_one}
        fixed = {each for each in self.addresses if parse_address(each).port != 0}
        return tuple(sorted(products | fixed))

    @property
    def by_hand(self) -> str:
        """The products that a person looks after, for people; empty where there is none."""
        asked = [f"{each.vendor}:{each.role.role}" for each in (self.node, self.ric) if each.role.operator]
        return f"{' and '.join(asked)} {'is' if len(asked) == 1 else 'are'} looked after by a person" if asked else ""

    @property
    def mismatch(self) -> str:
        """Why the two cannot be brought together by what is declared of them; empty where nothing speaks against it."""
        if self.edition is not None:
            return self.obstacle
        asked = f"E2AP {self.asked} was asked for: " if self.asked is not None else ""
        return (
            f"{asked}{self.node.vendor} offers E2AP {_span(self.node.claims.e2ap)}, "
            f"{self.ric.vendor} accepts {_span(self.ric.claims.e2ap)}; declared by both, nobody to blame"
        )


def matches(candidates: Iterable[Candidate], asked: str | None = None) -> tuple[Match, ...]:
    """Every E2 node with every near-RT RIC, by name; ``asked`` is an edition that all are to speak."""
    found = sorted(candidates, key=lambda candidate: candidate.vendor)
    nodes = [each for each in found if each.role.role is Role.E2_NODE]
    rics = [each for each in found if each.role.role is Role.NEAR_RT_RIC]
    return tuple(Match(node, ric, _common(node.claims, ric.claims, asked), asked) for node in nodes for ric in rics)


def _common(node: Claims, ric: Claims, asked: str | None) -> str | None:
    """The edition for two products that both claim; any for who claims none. None where nothing is in common."""
    if node.e2ap and ric.e2ap:
        both = tuple(edition for edition in node.e2ap if edition in ric.e2ap)
        if not both or (asked is not None and asked not in both):
            return None
    else:
        both = node.e2ap or ric.e2ap
    return edition_for(Claims(True, both), asked, editions(), USUAL)


def _span(claimed: Sequence[str]) -> str:
    """Editions for people: ``1.01 only``, ``2.03 and later``, or all of them."""
    known = editions()
    if len(claimed) == 1:
        return f"{claimed[0]} only"
    places = sorted(known.index(each) for each in claimed if each in known)
    if places and len(places) == len(claimed) and places == list(range(places[0], len(known))):
        return f"{known[places[0]]} and later"
    return ", ".join(claimed)
