"""What QGIS itself says of the layers of a file, as JSON; run by QGIS's own Python."""

import json
import os
import sys
from typing import Any

from qgis.core import QgsApplication, QgsVectorLayer


def said_of(path: str, name: str) -> dict[str, Any]:
    layer = QgsVectorLayer(f"{path}|layername={name}" if name else path, name, "ogr")
    _, styled = layer.loadDefaultStyle()
    renderer = layer.renderer()
    kind = renderer.type() if renderer else None
    colors = {}
    if kind == "categorizedSymbol":
        colors = {each.value(): each.symbol().color().name() for each in renderer.categories()}
    has_title = layer.fields().indexOf("title") >= 0
    features = list(layer.getFeatures()) if layer.isValid() else []
    return {
        "valid": layer.isValid(),
        "count": len(features),
        "placed": sum(each.hasGeometry() for each in features),
        "crs": layer.crs().authid(),
        "fields": {each.name(): each.typeName() for each in layer.fields()},
        "styled": styled,
        "renderer": kind,
        "colors": colors,
        "attribute": renderer.classAttribute() if colors else "",
        "titles": [str(each["title"]) for each in features if has_title],
    }


def main() -> None:
    application = QgsApplication([], False)
    application.setPrefixPath(os.environ.get("QGIS_PREFIX_PATH", "/usr"), True)
    application.initQgis()
    found = {name: said_of(sys.argv[1], name) for name in sys.argv[2:]}
    sys.stdout.write(json.dumps(found))
    sys.stdout.flush()
    # What QGIS does when it is left without a window is not what is asked here.
    os._exit(0)


main()
