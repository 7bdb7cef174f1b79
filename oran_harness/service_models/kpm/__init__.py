"""E2SM-KPM: performance measurements.

* ``elements`` - the typed values
* ``model`` - the payloads and their types
* ``styles`` - which formats belong to which style
* ``definition`` - what a function definition announces
* ``labels`` - what may stand in a measurement label, and how many values labels ask for
* ``measurement_list`` - what a list of measurements says, read in one walk
* ``conditions`` - the tests of an action definition
* ``records`` - how many values and records an indication has
* ``jobs`` - what the jobs of style 255 ask for
* ``ues`` - UEs subscribed to against UEs reported
* ``timestamps`` - the collection start time
"""

from oran_harness.service_models.kpm.definition import AnnouncedFunction, AnnouncedStyle, announced
from oran_harness.service_models.kpm.model import KPM
from oran_harness.service_models.kpm.styles import REPORT_STYLES, ReportStyle

__all__ = ["KPM", "REPORT_STYLES", "AnnouncedFunction", "AnnouncedStyle", "ReportStyle", "announced"]
