"""E2AP, sans-IO: messages of all editions, their codec, and the state tables of the procedures.

* ``messages``, ``elements`` - one class a message, and what messages are made of (generated from ``specs/``)
* ``message``, ``decoded`` - what all messages have in common; a message as it was received
* ``tables``, ``procedures`` - procedure and IE tables of an edition; who starts a procedure and what correlates it
* ``codec``, ``received`` - octets to messages and back; ``regular`` - those that conform, sooner
* ``template`` - indications for load
* ``deviation``, ``generation`` - messages that are wrong in a way that can be said; messages by a chooser's decisions
* ``label`` - what a message is called, from two octets
* ``speaker`` - which editions accept octets, and which one an end speaks
* ``causes`` - what a cause says where the edition of its sender is not known
* ``engine`` - associations, transactions, subscriptions: the state tables
"""
