"""NI payloads by kind: plain arguments in, octets out.

* ``identifier`` - the end of an interface that a message is about
* ``definition`` - RAN function definitions
* ``subscription`` - event triggers and action definitions of report style 1
* ``indication`` - indication headers and messages
"""

from .definition import function_definition
from .identifier import interface_identifier
from .indication import indication_header, indication_message
from .subscription import action_definition, event_trigger

__all__ = [
    "action_definition",
    "event_trigger",
    "function_definition",
    "indication_header",
    "indication_message",
    "interface_identifier",
]
