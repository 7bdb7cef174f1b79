"""Clients of NETCONF: two drivers behind one interface, and what is done with either.

* ``client`` - ``NetconfClient``, what both offer, and the errors of both; ``opening`` - one by its name
* ``own`` - our own, over any link: fast, and able to misbehave; ``with_ncclient`` - ncclient, as others use it
* ``harvest`` - all schemas of an element; ``listed`` - which it says to have; ``module_folder`` - where they go
* ``transaction`` - leaves an element as it was found; ``difference`` - in what two configurations differ

lxml is needed.
"""

from oran_harness.drivers.netconf_client.client import ClientError, NetconfClient, NoReply, Refused, SessionLost, done
from oran_harness.drivers.netconf_client.harvest import Harvested, Undelivered, harvest
from oran_harness.drivers.netconf_client.opening import DRIVERS, client_at, client_called_home
from oran_harness.drivers.netconf_client.own import OwnClient
from oran_harness.drivers.netconf_client.transaction import Found, Restored, find, restore

__all__ = [
    "DRIVERS",
    "ClientError",
    "Found",
    "Harvested",
    "NetconfClient",
    "NoReply",
    "OwnClient",
    "Refused",
    "Restored",
    "SessionLost",
    "Undelivered",
    "client_at",
    "client_called_home",
    "done",
    "find",
    "harvest",
    "restore",
]
