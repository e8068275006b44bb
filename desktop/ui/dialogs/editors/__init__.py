"""The windows records are written in; ``opening`` is the door to all of them."""
