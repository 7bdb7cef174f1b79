"""E2 service models: what E2AP carries in its octet strings.

* ``payload`` - which octet string a payload stands in, and one as it was read
* ``model`` - a service model in all its editions: octets to values and back
* ``grammar`` - which editions spell a type alike
* ``registry`` - which models there are, and which one a RAN function is of
* ``formats`` - which format and style a payload is of
* ``revision`` - which edition an end speaks
* ``diagnosis`` - what octets may be that no edition accepts
* ``common``, ``kpm``, ``rc``, ``ni`` - values and knowledge of E2SM common, E2SM-KPM, E2SM-RC and E2SM-NI
"""

from oran_harness.service_models.formats import content_of, format_of, style_of
from oran_harness.service_models.model import ServiceModel
from oran_harness.service_models.payload import DecodedPayload, PayloadKind
from oran_harness.service_models.registry import MODELS, Identification, identification, identify, service_model
from oran_harness.service_models.revision import RevisionTracker, tell

__all__ = [
    "MODELS",
    "DecodedPayload",
    "Identification",
    "PayloadKind",
    "RevisionTracker",
    "ServiceModel",
    "content_of",
    "format_of",
    "identification",
    "identify",
    "service_model",
    "style_of",
    "tell",
]
