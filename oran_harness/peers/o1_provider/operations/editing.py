"""edit-config, copy-config, delete-config, validate (RFC 6241 7.2 to 7.4, 8.6)."""

from oran_harness.codec.xml import Element
from oran_harness.peers.o1_provider.datastore import Edit, Outcome
from oran_harness.peers.o1_provider.datastore.refusal import Refusal, protocol
from oran_harness.peers.o1_provider.names import WITH_DEFAULTS, tag
from oran_harness.peers.o1_provider.parameters import Parameters, invalid
from oran_harness.peers.o1_provider.request import Request
from oran_harness.protocols.netconf.speaking import ok

_DEFAULT_OPERATIONS = ("merge", "replace", "none")
_TEST_OPTIONS = ("test-then-set", "set", "test-only")
_ERROR_OPTIONS = ("stop-on-error", "continue-on-error", "rollback-on-error")


def edit_config(request: Request) -> bytes:
    """Change a datastore."""
    known = ("target", "default-operation", "test-option", "error-option", "config", "url")
    parameters = Parameters(request.operation, known)
    target = str(parameters.datastore("target"))
    if parameters.flag("url"):
        raise Refusal(protocol("operation-not-supported", None, "Files at a URL are not supported."))
    if target == "startup":
        raise invalid("target", target, "running and candidate can be edited, startup is copied to")
    given = parameters.text("test-option")
    edit = Edit(
        parameters.need("config"),
        parameters.choice("default-operation", _DEFAULT_OPERATIONS, "merge"),
        parameters.choice("test-option", _TEST_OPTIONS, "set") if given else None,
        parameters.choice("error-option", _ERROR_OPTIONS, "stop-on-error"),
    )
    request.managed.locks.demand_free(target, request.session.number)
    return _done(request, target, request.managed.datastores.edit(target, edit, request.permit))


def copy_config(request: Request) -> bytes:
    """Make one datastore what another is, or what is given."""
    parameters = Parameters(request.operation, ("target", "source"), (tag(WITH_DEFAULTS, "with-defaults"),))
    target = str(parameters.datastore("target"))
    source = parameters.datastore("source", config=True)
    if source == target:
        raise invalid("source", target, "it is the target as well")
    request.managed.locks.demand_free(target, request.session.number)
    # To save running nobody needs a permit for what it holds (RFC 8341 3.2.6).
    permit = None if (source, target) == ("running", "startup") else request.permit
    return _done(request, target, request.managed.datastores.copy(source, target, permit))


def delete_config(request: Request) -> bytes:
    """Empty startup."""
    target = str(Parameters(request.operation, ("target",)).datastore("target"))
    request.managed.locks.demand_free(target, request.session.number)
    return _done(request, target, request.managed.datastores.delete(target, request.permit))


def validate(request: Request) -> bytes:
    """Check a datastore, or what is given."""
    source: str | Element = Parameters(request.operation, ("source",)).datastore("source", config=True)
    errors = request.managed.datastores.validate(source)
    if errors:
        raise Refusal(*errors)
    return ok(request.rpc)


def _done(request: Request, target: str, outcome: Outcome) -> bytes:
    """Keep what has changed; of continue-on-error there may be errors all the same."""
    request.managed.changed(target, outcome.before, request.session, request.now)
    if outcome.errors:
        raise Refusal(*outcome.errors)
    return ok(request.rpc)
