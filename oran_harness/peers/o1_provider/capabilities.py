"""What a provider says in its hello (RFC 6241 8.1)."""

from collections.abc import Iterator
from urllib.parse import quote

from oran_harness.codec.yang import Models, Module
from oran_harness.peers.o1_provider.names import WITH_DEFAULTS
from oran_harness.protocols.netconf.capabilities import BASE_1_0, BASE_1_1

_CAPABILITY = "urn:ietf:params:netconf:capability:"


def capabilities(models: Models, content_id: str) -> tuple[str, ...]:
    """The capabilities of an element with these modules; ``content_id`` is that of its YANG library."""
    return (
        BASE_1_0,
        BASE_1_1,
        f"{_CAPABILITY}writable-running:1.0",
        f"{_CAPABILITY}candidate:1.0",
        f"{_CAPABILITY}confirmed-commit:1.1",
        f"{_CAPABILITY}rollback-on-error:1.0",
        f"{_CAPABILITY}validate:1.1",
        f"{_CAPABILITY}startup:1.0",
        f"{_CAPABILITY}xpath:1.0",
        f"{_CAPABILITY}with-defaults:1.0?basic-mode=explicit&also-supported=report-all,report-all-tagged,trim",
        f"{_CAPABILITY}notification:1.0",
        f"{_CAPABILITY}interleave:1.0",
        f"{_CAPABILITY}yang-library:1.1?revision=2019-01-04&content-id={content_id}",
        *_modules(models),
    )


def _modules(models: Models) -> Iterator[str]:
    """All modules, not only those of YANG 1 (RFC 7950 5.6.4): clients look for them here."""
    for module in models.modules:
        if module.implemented or module.namespace == WITH_DEFAULTS:
            yield _uri(module)


def _uri(module: Module) -> str:
    parts = [f"module={quote(module.name)}"]
    if module.revision:
        parts.append(f"revision={module.revision}")
    if module.features:
        parts.append(f"features={','.join(module.features)}")
    if module.deviations:
        parts.append(f"deviations={','.join(module.deviations)}")
    return f"{module.namespace}?{'&'.join(parts)}"
