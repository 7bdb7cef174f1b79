"""The seven calls over gRPC, both sides (``specs/adapter/adapter.proto``).

* ``description`` - the messages and the service, built at run time; ``values`` - between those and what adapters give
* ``client`` - an adapter that is somewhere else; ``server`` - any adapter, served to others
"""

from oran_harness.adapters.grpc.client import GrpcAdapter, LostAdapter
from oran_harness.adapters.grpc.server import serve_adapter

__all__ = ["GrpcAdapter", "LostAdapter", "serve_adapter"]
