"""Cases of the role in a link, for Python and browser alike."""

ROLE_CASES = {
    "actors alone": ("actors=us-military", "any", True),
    "no actor": ("actors=none", "any", True),
    "one below it alone": ("actors=us-military_itself", "any", True),
    "did it": ("actors=us-military&role=did", "did", False),
    "was its target": ("actors=us-military&role=target", "target", False),
    "no such role": ("actors=us-military&role=done", "did", False),
    "no such actor": ("actors=nobody", "did", False),
    "sides alone": ("sides=us-coalition", "did", False),
    "any part, nobody off": ("role=any", "any", False),
    "nothing": ("", "did", False),
}
"""Query, the role that it opens with, and whether it is said to be from before there were roles."""
