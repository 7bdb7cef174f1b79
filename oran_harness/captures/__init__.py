"""Captures and histories to events, and events back to files; the only place that imports scapy, lazily.

Reading, from the file up:

* ``source``, ``gunzip`` - the file as a stream, decompressed, its kind told by content
* ``records`` - records of pcap and pcapng, by scapy's raw readers behind guards
* ``link``, ``internet``, ``fragments`` - from a frame to the SCTP packet in it
* ``chunks``, ``checksum`` - layouts and names of SCTP, CRC32c
* ``association_table``, ``association`` - which association a packet belongs to
* ``reassembly``, ``assembly`` - TSNs in order, each once; fragments to user messages
* ``dissector`` - chunks to events; ``note_kind`` - what notes are about
* ``transcript``, ``transcript_frames`` - NETCONF as text
* ``capture``, ``history_file`` - one recording of either kind; ``recording`` - the way in; ``statistics`` - what was
counted

Writing:

* ``history_file`` - histories as JSON lines; ``growing_history`` - while they are made
* ``pcapng_writer``, ``packets``, ``end_names``, ``pcapng_file`` - histories as captures
* ``whole_file`` - whole or not at all
* ``folder_lock`` - one writer for a folder at a time
"""

from oran_harness.captures.folder_lock import alone_in, lock_folder
from oran_harness.captures.growing_history import GrowingHistory, HistoryWriter
from oran_harness.captures.history_file import write_history
from oran_harness.captures.note_kind import NoteKind
from oran_harness.captures.pcapng_writer import PcapngWriter, write_pcapng
from oran_harness.captures.recording import Recording, read_recording
from oran_harness.captures.statistics import Statistics
from oran_harness.captures.whole_file import whole_file

__all__ = [
    "GrowingHistory",
    "HistoryWriter",
    "NoteKind",
    "PcapngWriter",
    "Recording",
    "Statistics",
    "alone_in",
    "lock_folder",
    "read_recording",
    "whole_file",
    "write_history",
    "write_pcapng",
]
