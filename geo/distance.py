"""Distances in words: the twin of the card's own in the browser."""

from decimal import ROUND_HALF_UP, Decimal

from geo.corridor import KM_PER_MILE

_COARSE = 2


def distance_text(km: float) -> str:
    """
    Write a distance as coarsely as the figures are.

    Parameters
    ----------
    km
        Kilometres, 0 or more.

    Returns
    -------
    text
        ``12 km (7 miles)``; one decimal only below two.
    """
    return f"{_rounded(km)} km ({_rounded(km / KM_PER_MILE)} miles)"


def _rounded(value: float) -> str:
    step = Decimal("0.1") if value < _COARSE else Decimal(1)
    rounded = Decimal(value).quantize(step, ROUND_HALF_UP)
    return f"{rounded:,}".removesuffix(".0")
