"""Flaws of a near-RT RIC, a module for each family of procedures; each holds its ``FLAWS``.

* ``setup``, ``identities``, ``offers`` - E2 Setup: its answer, and what is made of who the node is and what it offers
* ``reset``, ``updates``, ``configuration_update``, ``load``, ``state_control`` - the other procedures of the interface
* ``subscription``, ``modification``, ``audit``, ``indication``, ``control``, ``query``, ``assistance`` - RIC services
* ``outcomes``, ``service_answers`` - answers of the node
* ``kpm_*``, ``rc_*`` - the service models within
* ``collisions``, ``crossings``, ``several``, ``limits``, ``versions`` - many at once, large, or of another edition
* ``protocol_errors``, ``error_handling`` - what is wrong with what is heard
* ``transport``, ``link_loss``, ``restart``, ``own_restart`` - the associations, and their loss
"""
