"""libusrsctp itself, loaded through cffi: no compiler is needed, and nothing is loaded before the first use."""

import functools
import importlib.util
from dataclasses import dataclass
from typing import Any

from oran_harness.transports.link import TransportError

_FILE = "libusrsctp.so.2"
_INSTALL = (
    "install it with: apt install libusrsctp2 (Debian, Ubuntu), and pip install 'oran-harness[userland-sctp]'; or use "
    "sctp:// where the kernel has SCTP, else tcp:// or grpc://"
)
# Octets are declared as char *, so that bytes can be passed as they are, and pointers that are never followed as
# numbers, which is what they are to us. Structures are packed by ``options``.
_DECLARATIONS = """
typedef struct usrsctp_socket socket_t;
void usrsctp_init_nothreads(uint16_t, int (*)(uintptr_t, char *, size_t, uint8_t, uint8_t), void *);
void usrsctp_enable_crc32c_offload(void);
uint32_t usrsctp_crc32c(char *, size_t);
void usrsctp_conninput(uintptr_t, const char *, size_t, uint8_t);
void usrsctp_register_address(uintptr_t);
void usrsctp_handle_timers(uint32_t);
socket_t *usrsctp_socket(int, int, int, void *, void *, uint32_t, void *);
int usrsctp_setsockopt(socket_t *, int, int, const char *, uint32_t);
int usrsctp_getsockopt(socket_t *, int, int, char *, uint32_t *);
int usrsctp_set_non_blocking(socket_t *, int);
int usrsctp_set_upcall(socket_t *, void (*)(socket_t *, uintptr_t, int), uintptr_t);
int usrsctp_bind(socket_t *, const char *, uint32_t);
int usrsctp_listen(socket_t *, int);
socket_t *usrsctp_accept(socket_t *, char *, uint32_t *);
int usrsctp_connect(socket_t *, const char *, uint32_t);
ssize_t usrsctp_sendv(socket_t *, const char *, size_t, void *, int, const char *, uint32_t, unsigned int, int);
ssize_t usrsctp_recvv(socket_t *, char *, size_t, void *, uint32_t *, char *, uint32_t *, unsigned int *, int *);
int usrsctp_shutdown(socket_t *, int);
void usrsctp_close(socket_t *);
"""
_SETTINGS = (
    # What E2 does not use is not offered: it would only be more for a far end to misuse.
    ("auto_asconf", 0),
    ("asconf_enable", 0),
    ("auth_enable", 0),
    ("reconfig_enable", 0),
    ("pr_enable", 0),
    ("nrsack_enable", 0),
    ("pktdrop_enable", 0),
    ("ecn_enable", 0),
    # The far end may ask for an acknowledgement at once (RFC 7053).
    ("enable_sack_immediately", 1),
    # As many chunks as a window of small packets may hold while one before them is missing.
    ("max_chunks_on_queue", 8192),
)


@dataclass(frozen=True, slots=True)
class Library:
    """cffi's view of the library: ``ffi`` makes and casts values, ``lib`` has the functions."""

    ffi: Any
    lib: Any


def missing() -> str | None:
    """What this machine lacks for SCTP in user space, and how to get it; None if everything is there."""
    try:
        library()
    except TransportError as error:
        return str(error)
    return None


@functools.cache
def library() -> Library:
    """The library, loaded once. Raises ``TransportError`` where it is not installed."""
    if importlib.util.find_spec("cffi") is None:
        raise TransportError(f"SCTP in user space needs cffi, which is not installed here: {_INSTALL}.")
    import cffi

    settings = "".join(f"int usrsctp_sysctl_set_sctp_{name}(uint32_t);\n" for name, _ in _SETTINGS)
    ffi = cffi.FFI()
    ffi.cdef(_DECLARATIONS + settings)
    try:
        lib = ffi.dlopen(_FILE)
        # Of the same name, but older: it always starts threads of its own.
        _ = lib.usrsctp_init_nothreads
    except OSError:
        raise TransportError(f"SCTP in user space needs {_FILE}, which is not installed here: {_INSTALL}.") from None
    except AttributeError:
        raise TransportError(f"This machine's {_FILE} is older than 0.9.4: {_INSTALL}.") from None
    return Library(ffi, lib)


def begin(loaded: Library, output: Any) -> None:
    """Start the library, without threads: it runs while it is called. ``output`` takes the packets that it sends."""
    loaded.lib.usrsctp_init_nothreads(0, output, loaded.ffi.NULL)
    loaded.lib.usrsctp_enable_crc32c_offload()
    for name, value in _SETTINGS:
        getattr(loaded.lib, f"usrsctp_sysctl_set_sctp_{name}")(value)
