"""RAN functions of our E2 node, over one radio model.

* ``ran_function`` - what a function does, seen from E2AP
* ``chance`` - numbers by seed
* ``radio_event``, ``radio``, ``radio_events``, ``traffic`` - UEs and cells, what happens, what UEs get
* ``book`` - subscriptions: what is admitted, what refused
* ``kpm_action``, ``kpm_jobs``, ``kpm_matching``, ``kpm_values``, ``kpm_report``, ``kpm_function`` - KPM
* ``rc_trigger``, ``rc_action``, ``rc_information``, ``call_processes``, ``rc_control``, ``rc_policy``, ``rc_query``,
  ``rc_function`` - RC
"""

from .kpm_function import KpmFunction
from .radio import Radio, radio_of
from .ran_function import (
    Answered,
    Controlled,
    Failed,
    Indication,
    Modified,
    RanFunction,
    RequestedAction,
    Subscribed,
    time_to_wait,
)
from .rc_function import RcFunction

__all__ = [
    "Answered",
    "Controlled",
    "Failed",
    "Indication",
    "KpmFunction",
    "Modified",
    "Radio",
    "RanFunction",
    "RcFunction",
    "RequestedAction",
    "Subscribed",
    "radio_of",
    "time_to_wait",
]
