"""E2SM-NI: the messages of network interfaces.

* ``elements`` - the typed values
* ``model`` - the payloads and their types
* ``definition`` - what a function definition announces
* ``build`` - payloads from plain arguments
"""

from oran_harness.service_models.ni.definition import AnnouncedFunction, AnnouncedInterface, announced
from oran_harness.service_models.ni.model import NI

__all__ = ["NI", "AnnouncedFunction", "AnnouncedInterface", "announced"]
