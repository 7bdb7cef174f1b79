"""Flaws of an E2 node, a module for each family of procedures; each holds its ``FLAWS``.

* ``setup``, ``setup_answer`` - E2 Setup: what it says, and what is done around it
* ``updates``, ``interface``, ``load``, ``state_control`` - the other procedures of the interface
* ``subscription``, ``standing``, ``modification``, ``modification_required``, ``audit`` - subscriptions
* ``indication``, ``control``, ``query``, ``assistance`` - the other RIC services
* ``kpm_*``, ``rc_*`` - the service models within
* ``several``, ``rics``, ``limits``, ``versions`` - many at once, several near-RT RICs, large, or of another edition
* ``protocol_errors``, ``error_handling`` - what is wrong with what is heard
* ``further_address``, ``transport``, ``link_loss``, ``restart``, ``own_restart`` - what lies below E2AP, and its loss
"""
