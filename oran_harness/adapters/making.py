"""From a role's profile to its adapter."""

from oran_harness.adapters.adapter import Adapter
from oran_harness.adapters.output import Teller
from oran_harness.adapters.present import PresentAdapter
from oran_harness.adapters.process_adapter import ProcessAdapter
from oran_harness.adapters.profile import Profile, RoleProfile
from oran_harness.adapters.python_adapter import load_adapter


def make_adapter(profile: Profile, role: RoleProfile, tell: Teller) -> Adapter:
    """The adapter that a role's profile asks for; ``tell`` gets what a process of ours does and prints.

    Raises ``InputError`` if it is a class that cannot be loaded.
    """
    if role.launch is not None:
        return ProcessAdapter(profile.product, profile.version, role.launch, tell)
    if role.adapter is not None:
        return load_adapter(role.adapter, profile.folder)
    return PresentAdapter(profile.product, profile.version)
