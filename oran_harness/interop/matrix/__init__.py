"""The matrix: every E2 node with every near-RT RIC.

* ``matchmaking`` - which products meet, and in which edition of E2AP
* ``order`` - what a pair's process is told; ``pair_process`` - that process here, ``pair_abroad`` - on a cluster
* ``question`` - what a pair's process here asks of a person at the bench
* ``cell`` - what a pair came to
* ``matrix`` - all of them, several at once
"""
