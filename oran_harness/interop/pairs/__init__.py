"""Two products that meet over the tap, and the scenes that they play.

* ``party`` - one of them; ``backstage`` - starts and stops both
* ``dialogue`` - what they have said to each other
* ``pair`` - what a scene may do with them and wait for; ``outcome`` - how it may end early
* ``offer`` - what a node offers
* ``scene`` - how a scene is declared; ``scenes`` - all there are
* ``playing`` - one pair from its start to its verdicts
"""
