"""NETCONF, role-blind: what an ``<rpc-error>`` says."""

from oran_harness.protocols.netconf.rpc_error import RpcError, error_info

__all__ = ["RpcError", "error_info"]
