"""Rules of E2AP, by topic.

* ``envelope``, ``elements``, ``criticality`` - the octets of a message
* ``versions``, ``identities`` - who speaks what, and who is who
* ``transactions``, ``lifecycle`` - requests, answers, and how they end
* ``setup``, ``functions`` - what the ends exchange about themselves
* ``subscriptions``, ``modifications``, ``audits``, ``indications``, ``control``, ``services`` - RIC services
"""
