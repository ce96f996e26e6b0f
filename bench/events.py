"""Make the synthetic events that every subject of the benchmark draws; the same at every run."""

import csv
import hashlib
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

SEED = 20170518
FIRST_DAY = date(2017, 1, 1)
DAYS = 200
POSITIONS = 21
START = 10
WEST, SOUTH, EAST, NORTH = 35.0, 31.0, 52.0, 37.5
TOWNS = 40
TOWN_SPREAD_DEG = 0.35
SIDES = (
    "us-coalition",
    "iran-aligned",
    "syrian-government",
    "syrian-opposition",
    "islamic-state",
    "other",
)
TYPES = (
    "airstrike",
    "drone-attack",
    "ground-operation",
    "arms-shipment",
    "leaflet-drop",
    "statement",
    "planned-operation",
)


@dataclass(frozen=True)
class Events:
    """
    Synthetic events, sorted by day.

    Attributes
    ----------
    day
        Days since :data:`FIRST_DAY`, 0 to ``DAYS - 1``.
    lat, lon
        WGS 84 degrees, five decimals.
    side, type
        Indices into :data:`SIDES` and :data:`TYPES`.
    """

    day: NDArray[np.int64]
    lat: NDArray[np.float64]
    lon: NDArray[np.float64]
    side: NDArray[np.int64]
    type: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.day)

    @property
    def positions(self) -> list[int]:
        """The 21 places of the slider, as days since ``FIRST_DAY``; k/20 of all lie up to k."""
        return [k * DAYS // (POSITIONS - 1) - 1 for k in range(POSITIONS)]

    @property
    def dates(self) -> list[str]:
        """The same 21 places as ISO days; the first lies before every event."""
        return [(FIRST_DAY + timedelta(days=day)).isoformat() for day in self.positions]

    def expected(self, position: int) -> int:
        """Return how many marks a subject shows at this place of the slider."""
        return int(np.searchsorted(self.day, self.positions[position], side="right"))

    def title(self, index: int) -> str:
        """Return the title of one event."""
        return f"Event {index + 1}: {TYPES[self.type[index]].replace('-', ' ')}"

    def iso_day(self, index: int) -> str:
        """Return the ISO day of one event."""
        return (FIRST_DAY + timedelta(days=int(self.day[index]))).isoformat()

    def write_csv(self, path: Path) -> None:
        """Write what a reader would import into the atlas: one row for each event."""
        with path.open("w", encoding="utf-8", newline="") as stream:
            writer = csv.writer(stream)
            writer.writerow(
                ["event_id", "title", "type", "side", "first_day", "last_day", "lat", "lon"]
            )
            for i in range(len(self)):
                day = self.iso_day(i)
                words = [f"e{i + 1}", self.title(i), TYPES[self.type[i]], SIDES[self.side[i]]]
                where = [f"{self.lat[i]:.5f}", f"{self.lon[i]:.5f}"]
                writer.writerow([*words, day, day, *where])

    def packed(self) -> bytes:
        """
        Pack what a bare page needs.

        Returns
        -------
        bytes
            Little endian: count u4, then the columns lat f4, lon f4, day u2, side u1.
        """
        head = np.array([len(self)], "<u4").tobytes()
        degrees = self.lat.astype("<f4").tobytes() + self.lon.astype("<f4").tobytes()
        return head + degrees + self.day.astype("<u2").tobytes() + self.side.astype("u1").tobytes()

    def digest(self) -> str:
        """Return a short hash of everything, to tell whether two runs drew the same."""
        columns = (self.day, self.lat, self.lon, self.side, self.type)
        whole = hashlib.sha256()
        for column in columns:
            whole.update(column.astype("<f8").tobytes())
        return whole.hexdigest()[:16]


def make(n: int) -> Events:
    """
    Make events that look like a real collection: half of them around towns, half anywhere.

    Parameters
    ----------
    n
        How many; a multiple of 20, so that every step brings equally many.

    Returns
    -------
    Events
        The same for the same ``n``, whenever and wherever it is called.
    """
    if n < POSITIONS - 1 or n % (POSITIONS - 1):
        raise ValueError(f"{n} events: a multiple of {POSITIONS - 1} is needed")
    random = np.random.default_rng([SEED, n])
    day = ((np.arange(n) + random.random(n)) * DAYS / n).astype(np.int64)
    # Every twentieth of the events keeps to its own ten days, however few they are.
    stretch = np.arange(n) * (POSITIONS - 1) // n
    width = DAYS // (POSITIONS - 1)
    day = np.sort(np.clip(day, stretch * width, stretch * width + width - 1))
    lat = random.uniform(SOUTH, NORTH, n)
    lon = random.uniform(WEST, EAST, n)
    town_lat = random.uniform(SOUTH + 0.5, NORTH - 0.5, TOWNS)
    town_lon = random.uniform(WEST + 0.5, EAST - 0.5, TOWNS)
    near = random.random(n) < 0.5
    town = random.integers(0, TOWNS, n)
    lat = np.where(near, town_lat[town] + random.normal(0, TOWN_SPREAD_DEG, n), lat)
    lon = np.where(near, town_lon[town] + random.normal(0, TOWN_SPREAD_DEG, n), lon)
    return Events(
        day=day,
        lat=np.clip(lat, SOUTH, NORTH).astype(np.float64).round(5),
        lon=np.clip(lon, WEST, EAST).astype(np.float64).round(5),
        side=random.integers(0, len(SIDES), n),
        type=random.integers(0, len(TYPES), n),
    )
