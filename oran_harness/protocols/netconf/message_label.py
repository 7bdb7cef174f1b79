"""What a message is called in a line: its name, with what it is about."""

from oran_harness.codec.xml import local_name
from oran_harness.protocols.netconf.events import HelloHeard, NotificationHeard, ReplyHeard, RpcHeard, Said
from oran_harness.protocols.netconf.messages import Rpc


def label(said: Said) -> str:
    """The name of a message: ``rpc get-config``, ``rpc-reply ok to commit``, ``notification netconf-session-start``."""
    match said:
        case HelloHeard():
            return said.hello.NAME
        case RpcHeard():
            return f"rpc {_of(said.rpc)}"
        case ReplyHeard(reply=reply, request=request):
            tags = ", ".join(error.tag or "no error-tag" for error in reply.errors)
            told = tags or ("ok" if reply.ok else "data")
            return f"rpc-reply {told}" + (f" to {_of(request)}" if request is not None else "")
        case NotificationHeard(notification=notification):
            content = notification.content
            return "notification" if content is None else f"notification {local_name(content.tag)}"
    return "unreadable"


def _of(rpc: Rpc) -> str:
    return rpc.name or "without an operation"
