"""From a role's profile to its adapter."""

import math

from oran_harness.adapters.adapter import Adapter
from oran_harness.adapters.bounded import LOADING_S, Patience
from oran_harness.adapters.operator_adapter import OperatorAdapter, Person
from oran_harness.adapters.output import Teller
from oran_harness.adapters.present import PresentAdapter
from oran_harness.adapters.process_adapter import ProcessAdapter
from oran_harness.adapters.profile import Profile, RoleProfile
from oran_harness.model import UsageError

_DESCRIBE_S = 10.0


def make_adapter(profile: Profile, role: RoleProfile, tell: Teller, person: Person | None = None) -> Adapter:
    """The adapter that a role's profile asks for; ``tell`` gets what a process of ours, or a person, does and says.

    ``person`` is who can be asked, None where nobody is there. Raises ``UsageError`` if somebody would have to be.
    """
    if role.operator:
        if person is None:
            raise UsageError(
                f"{profile.name}:{role.role} is started and stimulated by a person (operator = true), and standard "
                "input and error are no terminal; run this at one."
            )
        return OperatorAdapter(profile.product, profile.version, person, tell)
    if role.launch is not None:
        return ProcessAdapter(profile.product, profile.version, role.launch, tell)
    if role.adapter is None:
        return PresentAdapter(profile.product, profile.version)
    # Imported here: gRPC takes its time, and most products need none.
    from oran_harness.adapters.grpc import GrpcAdapter
    from oran_harness.adapters.hosted_adapter import HostedAdapter

    if role.endpoint is not None:
        return GrpcAdapter(role.endpoint)
    return HostedAdapter(role.adapter, profile.folder, tell)


def patience_with(role: RoleProfile) -> Patience:
    """Seconds that each call of the role's adapter may take: what a profile says of an adapter that a vendor wrote.

    For a person no time is counted here: whoever asks knows since when the question can be read.
    """
    if role.operator:
        return Patience(start=math.inf, stop=math.inf, stimulate=math.inf)
    if role.adapter is None:
        return Patience()
    begin = LOADING_S if role.endpoint is None else 0.0
    return Patience(
        describe=_DESCRIBE_S + begin,
        start=role.ready_timeout_s + begin,
        stop=role.stop_timeout_s,
        stimulate=role.stimulus_timeout_s,
    )
