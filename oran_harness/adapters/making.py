"""From a role's profile to its adapter."""

from oran_harness.adapters.adapter import Adapter
from oran_harness.adapters.operator_adapter import OperatorAdapter, Person
from oran_harness.adapters.output import Teller
from oran_harness.adapters.present import PresentAdapter
from oran_harness.adapters.process_adapter import ProcessAdapter
from oran_harness.adapters.profile import Profile, RoleProfile
from oran_harness.adapters.python_adapter import load_adapter
from oran_harness.model import UsageError


def make_adapter(profile: Profile, role: RoleProfile, tell: Teller, person: Person | None = None) -> Adapter:
    """The adapter that a role's profile asks for; ``tell`` gets what a process of ours, or a person, does and says.

    ``person`` is who can be asked, None where nobody is there. Raises ``InputError`` if it is a class that cannot be
    loaded, ``UsageError`` if somebody would have to be asked and nobody is there.
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
    if role.adapter is not None:
        return load_adapter(role.adapter, profile.folder)
    return PresentAdapter(profile.product, profile.version)
