"""Profiles as documents, right ones to be made wrong."""

from typing import Any

NODE = {
    "vendor": {"name": "alfa", "product": "alfa gNB-DU", "version": "1.4.0"},
    "roles": {
        "e2-node": {
            "launch": {
                "command": ["alfa-du", "--ric", "{peer_host}", "--port", "{peer_port}"],
                "ready": "E2 agent up",
                "ready_timeout_s": 30,
                "env": {"TOKEN": "env:ALFA_TOKEN", "LANG": "C"},
            },
            "transport": ["sctp", "tcp"],
            "claims": {
                "e2ap": ["2.03", "3.01"],
                "procedures": ["E2setup", "RICsubscription", "RICsubscriptionDelete", "RICcontrol", "Reset"],
                "service_models": [
                    {"name": "KPM", "oid": "1.3.6.1.4.1.53148.1.2.2.2", "revision": "2.03", "styles": [1, 4]}
                ],
            },
        }
    },
}
"""The example of the contract."""

TEXT = """
[vendor]
name = "alfa"
product = "alfa gNB-DU"
version = "1.4.0"

[roles.e2-node]
launch = { command = ["alfa-du", "--ric", "{peer_host}", "--port", "{peer_port}"], ready = "E2 agent up", \
ready_timeout_s = 30, env = { TOKEN = "env:ALFA_TOKEN", LANG = "C" } }
transport = ["sctp", "tcp"]

[roles.e2-node.claims]
e2ap = ["2.03", "3.01"]
procedures = ["E2setup", "RICsubscription", "RICsubscriptionDelete", "RICcontrol", "Reset"]
service_models = [{ name = "KPM", oid = "1.3.6.1.4.1.53148.1.2.2.2", revision = "2.03", styles = [1, 4] }]
"""


def role(name: str = "e2-node", **fields: Any) -> dict[str, Any]:
    """A profile with one role of these fields."""
    return {"vendor": {"name": "alfa"}, "roles": {name: fields}}


def simple(name: str) -> str:
    """The text of a smallest profile of that name."""
    return f'[vendor]\nname = "{name}"\n[roles.e2-node]\nlisten = "tcp://127.0.0.1:0"\n'
