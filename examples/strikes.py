"""List the air strikes by day: who backs each, and whose voices say so; read from the GeoJSON."""

import json
import sys
from pathlib import Path

features = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))["features"]
events = [each["properties"] for each in features if each["properties"]["kind"] == "event"]
strikes = [event for event in events if event["type"] == "airstrike" and event["first_day"]]
for event in sorted(strikes, key=lambda event: event["first_day"]):
    voices = sorted({source["voice"] or source["publisher"] for source in event["sources"]})
    print(event["first_day"], event["backing"], event["title"], "|", ", ".join(voices))
