"""The contract with vendors: what a profile claims, how a product is found, started, stimulated and watched.

* ``profile`` - what a profile says, as values; ``profile_reader``, ``role_reader`` and ``launch_reader`` read and judge
  it, by ``fields``; ``toml_file`` reads the file (``plain_file`` any that people wrote), ``key_lines`` finds its lines
* ``vendors`` - where vendors are found; ``entry_points`` - those that come with installed packages
* ``adapter`` - the seven calls; ``bounded`` - any adapter, trusted no further than it must be
* ``process_adapter`` - a product as a process of this machine: ``launch_line`` and ``secrets`` say what is run,
  ``kept_process`` runs it under ``keeper``, ``output`` reads what it prints, ``stimulus_lines`` talks to its stdin,
  ``process_end`` says how it ended; ``container`` - an image that docker or podman runs for us
* ``present`` - a product that runs already; ``python_adapter`` - one that comes as a class:
  ``hosted_adapter`` runs it as ``adapter_process``, over ``grpc``, which also reaches those that are
  elsewhere, at an ``endpoint``
* ``operator_adapter`` - one that a person looks after
* ``making`` - from a role's profile to its adapter
"""

from oran_harness.adapters.adapter import (
    Adapter,
    AdapterError,
    Addresses,
    BrokenAdapter,
    Description,
    Health,
    StimulusAnswer,
    StimulusStatus,
)
from oran_harness.adapters.bounded import BoundedAdapter
from oran_harness.adapters.making import make_adapter, patience_with
from oran_harness.adapters.operator_adapter import Person, PersonsAnswer
from oran_harness.adapters.process_adapter import ProcessAdapter
from oran_harness.adapters.profile import Launch, ModelClaim, Profile, ProfileClaims, RoleProfile
from oran_harness.adapters.profile_reader import read_profile
from oran_harness.adapters.trials import Trials
from oran_harness.adapters.vendors import Vendor, find_vendor, list_vendors

__all__ = [
    "Adapter",
    "AdapterError",
    "Addresses",
    "BoundedAdapter",
    "BrokenAdapter",
    "Description",
    "Health",
    "Launch",
    "ModelClaim",
    "Person",
    "PersonsAnswer",
    "ProcessAdapter",
    "Profile",
    "ProfileClaims",
    "RoleProfile",
    "StimulusAnswer",
    "StimulusStatus",
    "Trials",
    "Vendor",
    "find_vendor",
    "list_vendors",
    "make_adapter",
    "patience_with",
    "read_profile",
]
