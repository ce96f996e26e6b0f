"""No file, whatever is in it, makes reading raise or lose a row in silence."""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from geo.model.models import Participant, Place
from geo.model.vocabulary import ParticipantRole
from geo.reading.routes import read_routes
from geo.reading.tables import Table, read_table

PIECES = st.sampled_from(
    [b",", b"\n", b'"', b"\r", b"\x00", b"\xff", b"us-military", b"initiator", b"x" * 40]
)
HEADER = b"event_id,actor_id,role,side,claim_id\n"
RELAXED = settings(
    suppress_health_check=[
        *settings.default.suppress_health_check,  # type: ignore[union-attr]
        HealthCheck.function_scoped_fixture,
    ]
)

words = st.sampled_from(["e-1", "e-2", "actor", "claim-1", *ParticipantRole])
ordinary = st.lists(st.tuples(words, words, words, st.just(""), words), max_size=8)


@RELAXED
@given(st.lists(PIECES | st.binary(max_size=6), max_size=30).map(b"".join), st.booleans())
def test_any_bytes_are_a_table_or_problems(tmp_path: Path, content: bytes, header: bool) -> None:
    path = tmp_path / "participants.csv"
    path.write_bytes(HEADER + content if header else content)
    table = read_table(path, Participant, ("event_id", "actor_id", "role"))
    assert table.complete or table.problems


@RELAXED
@given(ordinary)
def test_every_line_is_a_row_or_a_problem(
    tmp_path: Path, rows: list[tuple[str, str, str, str, str]]
) -> None:
    path = tmp_path / "participants.csv"
    path.write_bytes(HEADER + "".join(f"{','.join(row)}\n" for row in rows).encode())
    table = read_table(path, Participant)
    understood = {located.line for located in table.rows}
    reported = {problem.line for problem in table.problems}
    assert understood | reported == set(range(2, len(rows) + 2))
    assert not understood & reported


KEYS = st.sampled_from(
    ["type", "features", "properties", "geometry", "coordinates", "waypoints", "route_id", "kind"]
)
SCALARS = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.sampled_from(["FeatureCollection", "Feature", "LineString", "corridor", ""])
)
JSON = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=6)
)
NO_PLACES: Table[Place] = Table("data/gazetteer.csv", (), (), {}, complete=True)


@RELAXED
@given(JSON, st.booleans(), st.booleans())
def test_any_json_is_routes_or_problems(
    tmp_path: Path, value: object, as_features: bool, as_properties: bool
) -> None:
    line = {"type": "LineString", "coordinates": [[0, 0], [1, 1]]}
    if as_properties:
        value = [{"type": "Feature", "properties": value, "geometry": line}]
    if as_features or as_properties:
        value = {"type": "FeatureCollection", "features": value}
    path = tmp_path / "routes.geojson"
    path.write_text(json.dumps(value), encoding="utf-8")
    table = read_routes(path, NO_PLACES)
    assert table.complete or table.problems


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"[" * 100_000, id="deep"),
        pytest.param(b'{"features": 1e999}', id="infinite"),
        pytest.param(b"", id="empty"),
        pytest.param(b"9" * 5000, id="a number too long"),
    ],
)
def test_json_that_is_made_to_break_readers_is_a_problem(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "routes.geojson"
    path.write_bytes(content)
    assert read_routes(path, NO_PLACES).problems
