"""``/metrics`` over HTTP while a run goes."""

from types import TracebackType

from prometheus_client import CollectorRegistry, start_http_server

from oran_harness.model import UsageError

LOOPBACK = "127.0.0.1"


class MetricsServer:
    """Serves a registry from a thread of its own until ``close``.

    ``where`` is ``PORT`` or ``HOST:PORT``; without a host it is 127.0.0.1, and port 0 is any free one. Raises
    ``UsageError`` if that is no address, or cannot be had.
    """

    def __init__(self, registry: CollectorRegistry, where: str) -> None:
        host, _, port = where.rpartition(":")
        if not port.isdecimal() or int(port) > 65535:
            raise UsageError(f"{where} is no port for metrics; give PORT or HOST:PORT, as 9464 or 0.0.0.0:9464")
        host = host.strip("[]") or LOOPBACK
        try:
            self._server, self._thread = start_http_server(int(port), host, registry)
        except (OSError, UnicodeError) as error:  # the latter for a host that no name server can be asked for
            reason = (getattr(error, "strerror", None) or str(error)).lower()
            raise UsageError(
                f"metrics cannot be served at {where} ({reason}); choose another --metrics-port"
            ) from error
        self.host = host
        self.port = int(self._server.server_address[1])

    @property
    def url(self) -> str:
        """Where Prometheus finds the metrics."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"http://{host}:{self.port}/metrics"

    def close(self) -> None:
        """Stop serving."""
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def __enter__(self) -> "MetricsServer":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
