"""What a case tries at the transport of the SUT, below NETCONF: as data, with what came of it.

* ``attempt`` - what all have in common
* ``certificate`` - the certificate that a server shows
* ``tls`` - hellos of TLS that we write ourselves, and logins with certificates
* ``ssh`` - what SSH offers, logins, and what ssh-audit says
* ``tampering`` - a session whose octets somebody between the two alters or repeats
* ``visits`` - what a manager makes of another end than the case's own
"""

from oran_harness.steps.attempts.attempt import Attempt, AttemptError, Came, Unmade
from oran_harness.steps.attempts.certificate import CertificateShown, SeeCertificate
from oran_harness.steps.attempts.ssh import SshAudit, SshAudited, SshHello, SshLogin, SshLoginTried, SshOffered
from oran_harness.steps.attempts.tampering import Tampered, Tampering
from oran_harness.steps.attempts.tls import Shown, TlsHello, TlsHelloAnswered, TlsLogin, TlsLoginTried
from oran_harness.steps.attempts.visits import (
    HostKey,
    HostKeyShown,
    SeeHostKey,
    SshOffer,
    SshReceived,
    SshReception,
    TlsOffer,
    TlsOffered,
    TlsReceived,
    TlsReception,
    Visit,
)

__all__ = [
    "Attempt",
    "AttemptError",
    "Came",
    "CertificateShown",
    "HostKey",
    "HostKeyShown",
    "SeeCertificate",
    "SeeHostKey",
    "Shown",
    "SshAudit",
    "SshAudited",
    "SshHello",
    "SshLogin",
    "SshLoginTried",
    "SshOffer",
    "SshOffered",
    "SshReceived",
    "SshReception",
    "Tampered",
    "Tampering",
    "TlsHello",
    "TlsHelloAnswered",
    "TlsLogin",
    "TlsLoginTried",
    "TlsOffer",
    "TlsOffered",
    "TlsReceived",
    "TlsReception",
    "Unmade",
    "Visit",
]
