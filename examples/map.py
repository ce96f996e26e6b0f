"""Save the Folium map, which opens from disk without a network; in a notebook, end with `drawn`."""

import sys

from layers import build

drawn = build()
drawn.save(sys.argv[1])
