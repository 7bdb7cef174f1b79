"""Rules about NETCONF sessions (RFC 6241, RFC 6242, RFC 5277), and how such sessions are followed.

* ``follow`` - from events to observations, with ``evidence`` (is it NETCONF, and who is who?) and ``session``, the
  memory of one session
* ``departure`` - what all rules here are made of: each is about one kind of breach that the protocol knows
* ``frames``, ``texts``, ``hellos``, ``replies``, ``errors``, ``notifications`` - the rules

lxml is needed by ``follow`` alone, which is loaded with the first session.
"""
