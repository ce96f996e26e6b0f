"""Distances and their words, for Python and the browser alike."""

DISTANCES = (
    (0, "0 km (0 miles)"),
    (0.04, "0 km (0 miles)"),
    (0.25, "0.3 km (0.2 miles)"),
    (1, "1 km (0.6 miles)"),
    (1.96, "2 km (1.2 miles)"),
    (2, "2 km (1.2 miles)"),
    (2.5, "3 km (1.6 miles)"),
    (3.2, "3 km (2 miles)"),
    (12, "12 km (7 miles)"),
    (225.5, "226 km (140 miles)"),
    (999.5, "1,000 km (621 miles)"),
    (2029.4, "2,029 km (1,261 miles)"),
)
