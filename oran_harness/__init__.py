"""oran-harness: tells, on the real wire, whether Open RAN products work together, and who is to blame when not.

One message from the wire to a verdict, in ``oran-harness run``:

1. ``cli/run.py`` and ``cli/running.py`` begin: ``runner/session.py`` opens the address (``runner/wire.py``), starts the
   product by its profile (``adapters/profile_reader.py``, ``adapters/process_adapter.py``, ``runner/sut.py``),
   ``runner/meeting.py`` meets it, and ``runner/execution.py`` goes from case to case.
2. A case is declared in ``conformance/e2ap/`` (``conformance/declare.py``). Its body awaits steps (``steps/step.py``)
   of a peer (``steps/peer.py``); ``drivers/live.py`` performs them, ``drivers/performance.py`` keeps order.
3. Octets come in through ``transports/`` (``transports/link.py``: one whole message, its stream and PPID).
   ``drivers/associations.py`` makes them an event (``model/event.py``) of the history (``drivers/history.py``).
4. ``protocols/e2ap/speaker.py`` asks the codec of each edition (``protocols/e2ap/codec.py``, ``codec/asn1/codec.py``)
   for its reading, by the schemas and tables that ``resources.py`` finds in ``specs/``. The one that fits is the
   message: typed (``protocols/e2ap/received.py``, ``protocols/e2ap/decoded.py``), with what is wrong with it
   (``model/complaint.py``).
5. ``steps/decision.py`` decides from recorded times whether it is what the step waits for. What no step wants is
   answered plainly (``steps/answers/``). The body's end is its outcome (``steps/outcome.py``).
6. ``runner/judgement.py`` hands the history to ``checkers/audit.py``: ``checkers/follow.py`` knows each association
   (``checkers/association.py``), ``protocols/e2ap/engine/association.py`` says what a message means after all that was
   said before, ``checkers/payloads.py`` has its octet strings read by their service model
   (``service_models/registry.py``), rules (``checkers/rule.py``, ``checkers/book.py``) may each see a breach, and
   ``checkers/findings.py`` adds breaches up to findings (``model/finding.py``): whose message broke what.
7. The worst of outcome and findings is the verdict (``model/verdict.py``). It is told as a run event
   (``model/run_event.py``) to those who write it down: ``reports/run_folder.py``, ``metrics/run_metrics.py``, and the
   terminal.

At O1 octets come in by ``transports/ssh/``, ``transports/netconf_tls/`` or gRPC, and
``protocols/netconf/conversation.py`` makes messages of them (``protocols/netconf/framing.py``, ``codec/xml/``,
``protocols/netconf/messages.py``). Cases are in ``conformance/o1/`` and ``conformance/security/``, rules in
``checkers/netconf/``; ``runner/as_found.py`` puts back what cases have left in an element.

``oran-harness check`` begins with a capture: ``captures/recording.py`` reads it, frame by frame
(``captures/records.py``, ``captures/internet.py``, ``captures/chunks.py``, ``captures/reassembly.py``,
``captures/dissector.py``), and from the event on all is the same. On virtual time (``drivers/virtual.py``) and in a
replay (``drivers/replay.py``) the same bodies run without a wire; ``peers/`` are the products of ours that they meet.
"""
