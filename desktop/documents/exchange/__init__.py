"""The interchange file ``case.json``: read with every fault in its place, written so that reading gives the same back.

``source`` reads the bytes, ``shape`` holds them against the schema, ``reading`` against their meaning; ``writing`` is
the way back. Both directions run over the one table of keys in ``table``.
"""
