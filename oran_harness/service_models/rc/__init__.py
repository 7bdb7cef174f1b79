"""E2SM-RC: RAN control.

* ``elements`` - the typed values
* ``model`` - the payloads and their types
* ``styles`` - which formats belong to which style of which service
* ``actions`` - the IDs and names of the styles' actions
* ``definition`` - what a function definition announces
* ``parameters`` - RAN parameters with values: trees of elements, structures and lists
* ``requests`` - RAN parameters that are asked for or declared by ID
"""

from oran_harness.service_models.rc.definition import AnnouncedFunction, AnnouncedStyle, announced
from oran_harness.service_models.rc.model import RC
from oran_harness.service_models.rc.styles import STYLES, Service, Style

__all__ = ["RC", "STYLES", "AnnouncedFunction", "AnnouncedStyle", "Service", "Style", "announced"]
