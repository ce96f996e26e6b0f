"""Shaded relief: hill shading taken from the Natural Earth picture, on Web Mercator rows."""

import math
from pathlib import Path

import numpy as np
from PIL import Image, ImageFilter

PIXELS_PER_DEGREE = 30
SHADOW_RGB = (78, 64, 50)
BASE_BLUR_PX = 14
"""About 50 km: what varies more slowly is plant cover and height tint, not slope."""
ALPHA_PER_TONE = 0.0085
MOST_ALPHA = 0.55
ALPHA_LEVELS = 14
MARGIN_PX = 64

Extent = tuple[float, float, float, float]


def relief(picture: Path, extent: Extent) -> Image.Image:
    """
    Crop the relief, keep its hill shading only, and warp it to Web Mercator.

    Parameters
    ----------
    picture
        ``shadedrelief.jpg``: the whole earth in equirectangular projection, 30 pixels a degree.
    extent
        West, south, east, north in whole degrees; exactly the edges of the result.

    Returns
    -------
    image
        RGBA, one warm grey, its alpha the shadow. Flat land, lit slopes and sea are wholly
        transparent, so laid over any land colour it shades and does not tint. Rows are linear in
        Web Mercator (EPSG:3857), columns in longitude.
    """
    west, south, east, north = extent
    with Image.open(picture) as whole:
        if whole.size != (360 * PIXELS_PER_DEGREE, 180 * PIXELS_PER_DEGREE):
            raise ValueError(f"{picture.name} is {whole.size}, expected 30 pixels a degree")
        edges = (
            round((west + 180) * PIXELS_PER_DEGREE) - MARGIN_PX,
            round((90 - north) * PIXELS_PER_DEGREE) - MARGIN_PX,
            round((east + 180) * PIXELS_PER_DEGREE) + MARGIN_PX,
            round((90 - south) * PIXELS_PER_DEGREE) + MARGIN_PX,
        )
        colours = np.asarray(whole.crop(edges).convert("RGB"), dtype=float)
    shade = _shade(colours)[:, MARGIN_PX:-MARGIN_PX]
    return _picture(_on_mercator_rows(shade, south, north))


def mercator(lat: float) -> float:
    """Return the Web Mercator northing of a latitude, in degrees of longitude at the equator."""
    return math.degrees(math.asinh(math.tan(math.radians(lat))))


def _shade(colours: np.ndarray) -> np.ndarray:
    """Tone above (lit) or below (shadow) the mean of the land within BASE_BLUR_PX; 0 at sea."""
    red, green, blue = np.moveaxis(colours, -1, 0)
    is_land = (blue - green) < 4
    inland = (
        np.asarray(
            Image.fromarray((is_land * 255).astype(np.uint8))
            .filter(ImageFilter.MinFilter(3))
            .filter(ImageFilter.GaussianBlur(1)),
            dtype=float,
        )
        / 255
        * is_land
    )
    tone = 0.45 * red + 0.45 * green + 0.10 * blue
    base = _blurred(tone * is_land) / np.maximum(_blurred(is_land.astype(float)), 1e-3)
    shade: np.ndarray = (tone - base) * inland
    return shade


def _blurred(values: np.ndarray) -> np.ndarray:
    """Blur with a Gaussian, along rows and then columns; edges repeat."""
    reach = 3 * BASE_BLUR_PX
    kernel = np.exp(-0.5 * (np.arange(-reach, reach + 1) / BASE_BLUR_PX) ** 2)
    kernel /= kernel.sum()
    for axis in (0, 1):
        padding = [(0, 0), (0, 0)]
        padding[axis] = (reach, reach)
        padded = np.pad(values, padding, mode="edge")
        values = np.apply_along_axis(np.convolve, axis, padded, kernel, "valid")
    return values


def _on_mercator_rows(shade: np.ndarray, south: float, north: float) -> np.ndarray:
    top, bottom = mercator(north), mercator(south)
    rows = round((top - bottom) * PIXELS_PER_DEGREE)
    northing = top - (np.arange(rows) + 0.5) * (top - bottom) / rows
    lat = np.degrees(np.arctan(np.sinh(np.radians(northing))))
    row = (north - lat) * PIXELS_PER_DEGREE - 0.5 + MARGIN_PX
    above = np.floor(row).astype(int)
    share = (row - above)[:, None]
    warped: np.ndarray = shade[above] * (1 - share) + shade[above + 1] * share
    return warped


def _picture(shade: np.ndarray) -> Image.Image:
    step = MOST_ALPHA / ALPHA_LEVELS
    strength = np.clip(-shade * ALPHA_PER_TONE - step / 2, 0, MOST_ALPHA)
    pixels = np.empty((*shade.shape, 4), dtype=np.uint8)
    pixels[..., :3] = SHADOW_RGB
    pixels[..., 3] = np.round(np.round(strength / step) * step * 255)
    return Image.fromarray(pixels, "RGBA")
