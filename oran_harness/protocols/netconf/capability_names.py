"""What clauses call the capabilities that are asked for, and their URIs (RFC 6241 8; RFC 5277; RFC 6243)."""

CAPABILITIES = {
    "writable-running": "urn:ietf:params:netconf:capability:writable-running:1.0",
    "candidate": "urn:ietf:params:netconf:capability:candidate:1.0",
    "confirmed-commit": "urn:ietf:params:netconf:capability:confirmed-commit:1.1",
    "rollback-on-error": "urn:ietf:params:netconf:capability:rollback-on-error:1.0",
    "validate": "urn:ietf:params:netconf:capability:validate:1.1",
    "startup": "urn:ietf:params:netconf:capability:startup:1.0",
    "xpath": "urn:ietf:params:netconf:capability:xpath:1.0",
    "with-defaults": "urn:ietf:params:netconf:capability:with-defaults:1.0",
    "notification": "urn:ietf:params:netconf:capability:notification:1.0",
    "interleave": "urn:ietf:params:netconf:capability:interleave:1.0",
}
"""The capabilities that a case may need and a profile may claim, by name."""
