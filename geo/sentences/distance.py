"""Distances in words: the twin of the card's own in the browser."""

from decimal import ROUND_HALF_UP, Decimal
from math import floor

from geo.rules.corridor import KM_PER_MILE

_COARSE = 2
_STEPS = (500, 200, 100, 50, 20, 10, 5, 2, 1)
_FINER_IN_MILES = 4
"""So much finer than the kilometres the miles of an area are, since they are only converted."""


def distance_text(km: float, area_km: float = 0) -> str:
    """
    Write a distance as coarsely as the figures are.

    Parameters
    ----------
    km
        Kilometres, 0 or more.
    area_km
        Radius of the widest area that it is measured from or to; 0 between points.

    Returns
    -------
    text
        ``12 km (7 miles)``; one decimal only below two. ``about 200 km (120 miles)`` from or to
        an area: in steps no finer than its radius, and ``less than`` a step where that is 0.
    """
    if not area_km:
        return f"{_rounded(km)} km ({_in_miles(_rounded(km / KM_PER_MILE))})"
    step_km = _step(area_km)
    near_km = _to_step(km, step_km)
    shown_km = near_km or step_km
    miles = _to_step(shown_km / KM_PER_MILE, _step(step_km / _FINER_IN_MILES))
    return f"{'about' if near_km else 'less than'} {shown_km:,} km ({_in_miles(f'{miles:,}')})"


def about_text(km: float, area_km: float = 0) -> str:
    """
    Write a distance that is only about right, as one between waypoints.

    Parameters
    ----------
    km, area_km
        As of :func:`distance_text`.

    Returns
    -------
    text
        With *about* before it, once.
    """
    text = distance_text(km, area_km)
    return text if area_km else f"about {text}"


def _step(most: float) -> int:
    return next((step for step in _STEPS if step <= most), _STEPS[-1])


def _to_step(value: float, step: int) -> int:
    return floor(value / step + 0.5) * step


def _in_miles(number: str) -> str:
    return f"{number} mile{'' if number == '1' else 's'}"


def _rounded(value: float) -> str:
    step = Decimal("0.1") if value < _COARSE else Decimal(1)
    rounded = Decimal(value).quantize(step, ROUND_HALF_UP)
    return f"{rounded:,}".removesuffix(".0")
