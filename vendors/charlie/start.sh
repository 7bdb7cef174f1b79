#!/bin/sh
# Starts charlie's gNB, which looks for its near-RT RIC at 127.0.0.1:17102 until it is ended.
# - its gNB-ID has 32 bits, the longest there is
# - it answers after 0.2 s
# - it knows no RIC Subscription Modification, neither the RIC's nor its own, and no RIC Query
# ORAN_HARNESS is the program, if it is not on the PATH.
exec "${ORAN_HARNESS:-oran-harness}" serve e2-node --connect tcp://127.0.0.1:17102 --e2ap 3.01 --number 13 --seed 13 \
    --gnb-id-length 32 --answer-after 0.2 --reconnect-after 0.2 \
    --without RICsubscriptionModification --without RICsubscriptionModificationRequired --without RICquery
