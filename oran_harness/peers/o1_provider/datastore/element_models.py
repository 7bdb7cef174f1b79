"""The YANG modules of the managed element that we play."""

from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

from oran_harness import resources
from oran_harness.codec.yang import Models, Sources, YangError, installed_modules

_STANDARD = (
    "ietf-netconf",
    "ietf-netconf-acm",
    "ietf-netconf-monitoring",
    "ietf-netconf-with-defaults",
    "ietf-netconf-notifications",
    "ietf-yang-library",
    "ietf-subscribed-notifications",
)
_FEATURES: Mapping[str, Collection[str]] = {
    "ietf-netconf": (
        *("candidate", "confirmed-commit", "rollback-on-error", "startup", "validate", "writable-running", "xpath"),
    ),
    "ietf-subscribed-notifications": ("encode-xml", "replay", "subtree", "xpath"),
}


def element_models(
    folders: Iterable[Path] = (), *, own: bool = True, features: Mapping[str, Collection[str]] | None = None
) -> Models:
    """Our own modules if ``own``, all modules in ``folders``, and what NETCONF needs; raises ``YangError``.

    ``features`` are the enabled ones by module, in place of those that we have, or of all.
    """
    installed = installed_modules()
    if not installed:
        raise YangError('The IETF\'s YANG modules are missing; install them by `pip install "oran-harness[o1]"`.')
    given = tuple(folders)
    ours = (resources.specs() / "yang",) if own else ()
    sources = Sources((*given, *ours, *installed))
    wanted = dict.fromkeys((*_STANDARD, *(name for folder in (*ours, *given) for name in sources.names(folder))))
    return Models(sources.folders, list(wanted), {**_FEATURES, **(features or {})})
