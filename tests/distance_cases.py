"""Distances and their words, for Python and the browser alike."""

DISTANCES = (
    (0, "0 km (0 miles)"),
    (0.04, "0 km (0 miles)"),
    (0.25, "0.3 km (0.2 miles)"),
    (1, "1 km (0.6 miles)"),
    (1.64, "1.6 km (1 mile)"),
    (1.96, "2 km (1.2 miles)"),
    (2, "2 km (1.2 miles)"),
    (2.5, "3 km (1.6 miles)"),
    (3.2, "3 km (2 miles)"),
    (12, "12 km (7 miles)"),
    (225.5, "226 km (140 miles)"),
    (999.5, "1,000 km (621 miles)"),
    (2029.4, "2,029 km (1,261 miles)"),
)

AREA_DISTANCES = (
    (225.5, 0, "226 km (140 miles)"),
    (225.5, 110, "about 200 km (120 miles)"),
    (250, 110, "about 300 km (180 miles)"),
    (1596, 30, "about 1,600 km (995 miles)"),
    (2029.4, 110, "about 2,000 km (1,240 miles)"),
    (172, 50, "about 150 km (90 miles)"),
    (1.2, 2, "about 2 km (1 mile)"),
    (85.4, 5, "about 85 km (53 miles)"),
    (12.4, 0.5, "about 12 km (7 miles)"),
    (49.9, 110, "less than 100 km (60 miles)"),
    (0, 12, "less than 10 km (6 miles)"),
    (700, 1210, "about 500 km (300 miles)"),
    (1000, 240, "about 1,000 km (600 miles)"),
)
"""Kilometres, the radius of the area they are measured from or to, and the words."""
