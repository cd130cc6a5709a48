"""The page that people read: the OpenAPI document as plain HTML, without scripts."""

from collections.abc import Iterator, Mapping
from html import escape
from typing import Any, Final

_HEAD: Final = """<!doctype html><html lang="ko"><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>u-council API</title>
<style>
body{font:1rem/1.6 sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1c2733}
h2{margin-top:2.5rem;border-bottom:1px solid #dfe4ea}code{background:#f5f7f9;padding:.1em .3em}
table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;
padding:.3em .6em;border-bottom:1px solid #dfe4ea}caption{text-align:left;font-weight:bold}
</style><main><h1>u-council API</h1>"""


def manual(document: Mapping[str, Any]) -> str:
    """The whole page.

    >>> "<h1>" in manual({"info": {"description": ""}, "paths": {}})
    True
    """
    return _HEAD + "".join(_parts(document)) + "</main></html>"


def _parts(document: Mapping[str, Any]) -> Iterator[str]:
    yield f"<p>{escape(document['info']['description'])}</p>"
    yield '<p>기계가 읽을 글: <a href="/api/v1/openapi.json">OpenAPI 3.1</a></p>'
    for path, methods in document["paths"].items():
        for method, said in methods.items():
            yield from _operation(method, path, said)


def _operation(method: str, path: str, said: Mapping[str, Any]) -> Iterator[str]:
    yield f"<h2>{escape(said['summary'])}</h2>"
    yield f"<p><code>{method.upper()} {escape(path)}</code></p>"
    yield f"<p>{escape(said.get('description', ''))}</p>"
    if said.get("parameters"):
        yield "<table><caption>받는 값</caption><tr><th>이름<th>뜻<th>기본"
        yield from map(_parameter, said["parameters"])
        yield "</table>"
    answers = ", ".join(f"{status} {escape(a['description'])}" for status, a in _answers(said))
    yield f"<p>답: {answers}</p>"


def _answers(said: Mapping[str, Any]) -> list[tuple[str, Any]]:
    return sorted(said["responses"].items())


def _parameter(said: Mapping[str, Any]) -> str:
    schema = said["schema"]
    usual = schema.get("default")
    shown = "꼭" if said["required"] else "" if usual in (None, []) else str(usual)
    cells = (f"<code>{escape(said['name'])}</code>", escape(said.get("description", "")), shown)
    return "<tr>" + "".join(f"<td>{cell}" for cell in cells)
