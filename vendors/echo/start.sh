#!/bin/sh
# Serves the adapter of echo's near-RT RIC at grpc://127.0.0.1:17101 until it is ended.
# ORAN_HARNESS is the program, if it is not on the PATH; a relative one is relative to this folder.
cd "$(dirname "$0")" || exit
exec "${ORAN_HARNESS:-oran-harness}" serve adapter echo_adapter:Adapter --listen grpc://127.0.0.1:17101
