"""oran-harness: tells, on the real wire, whether Open RAN products work together, and who is to blame when not.

One message from the wire to a finding:

1. ``captures/recording.py`` opens a capture, ``captures/records.py`` reads its frames; ``captures/link.py``,
   ``captures/internet.py``, ``captures/fragments.py``, ``captures/chunks.py``, ``captures/association_table.py``,
   ``captures/reassembly.py`` and ``captures/assembly.py`` go from frame to user message, and
   ``captures/dissector.py`` makes it an event (``model/event.py``): octets with time, association, ends, stream, PPID.
2. ``checkers/audit.py`` gets the event and hands it to ``checkers/follow.py``, which knows its association
   (``checkers/association.py``, ``checkers/recognition.py``).
3. ``protocols/e2ap/speaker.py`` asks the codec of each edition (``protocols/e2ap/codec.py``, ``codec/asn1/codec.py``)
   for its reading, by the schemas and tables that ``resources.py`` finds in ``specs/``. The one that fits is the
   message: typed (``protocols/e2ap/received.py``, ``protocols/e2ap/decoded.py``), with what is wrong with it
   (``model/complaint.py``).
4. ``protocols/e2ap/engine/association.py`` says what the message means after all that was said before, and what was
   not provided for (``protocols/e2ap/engine/irregularity.py``).
5. ``checkers/payloads.py`` has the octet strings in it read by their service model (``service_models/registry.py``,
   ``service_models/model.py``).
6. All this is observed (``checkers/observation.py``) by rules (``checkers/rule.py``, ``checkers/book.py``), each of
   which may see a breach; ``checkers/findings.py`` adds breaches up to findings (``model/finding.py``): what broke
   which requirement, and whose message it was.
7. ``cli/check.py`` and ``cli/checking.py`` show them, ``cli/verdict.py`` turns them into JSON and an exit code.
"""
