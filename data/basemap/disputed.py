"""Where the source's lines are someone's claim: pieces split or merged, pairs drawn dashed."""

SPLIT = {
    ("Russia", 34.3, 45.2): (
        "UA-CRIMEA",
        "UA",
        "Crimea",
        "the source counts it to Russia; General Assembly resolution 68/262 to Ukraine",
    ),
}
"""(owner in the source, lon, lat inside the piece): id, country, name and reason."""

MERGED = {
    "Cyprus U.N. Buffer Zone": ("CY", "part of the Republic of Cyprus, patrolled by the UN"),
    "Baikonur": ("KZ", "leased to Russia, part of Kazakhstan"),
}
"""Pieces without a code of their own that become part of the country they belong to."""

UNCODED = {
    "N. Cyprus": ("CY-NORTH", "CY", "Northern Cyprus"),
    "Akrotiri": ("GB-AKROTIRI", "GB", "Akrotiri"),
    "Dhekelia": ("GB-DHEKELIA", "GB", "Dhekelia"),
}
"""Pieces without an ISO code that stay apart: id, country, name."""

RENAMED = {"Macedonia": "North Macedonia"}

DISPUTED_LAND = ("CY-NORTH", "UA-CRIMEA")

DISPUTED = {
    ("IL", "SY"): (
        "the ceasefire and disengagement line at the Golan Heights, not a border: held by Israel "
        "since 1967, its annexation void by Security Council resolution 497"
    ),
    ("IL", "PS"): "the armistice lines of 1949; no border is agreed",
    ("IL", "LB"): "the armistice line and the withdrawal line of 2000; no border is agreed",
    ("CY", "CY-NORTH"): "the ceasefire line of 1974; only Turkey recognises a state north of it",
    ("EG", "SD"): "the line of 1899 and that of 1902 compete (Halaib Triangle, Bir Tawil)",
    ("AM", "AZ"): "being delimited; most of the line is not agreed",
}
"""A pair is drawn dashed where its line is an armistice, ceasefire or withdrawal line, or where
both states claim land along it or have not agreed on it. The README lists what was left solid."""
