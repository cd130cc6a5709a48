"""The page that people read: the OpenAPI document as plain HTML, without scripts."""

from collections.abc import Iterator, Mapping
from html import escape
from typing import Any, Final

_HEAD: Final = """<!doctype html><html lang="ko"><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>u-council API</title>
<style>
body{font:1rem/1.65 NanumGothic,"Malgun Gothic","Apple SD Gothic Neo",sans-serif;max-width:60rem;
margin:2rem auto 5rem;padding:0 1.25rem;color:#1c2733;overflow-wrap:anywhere}
a{color:#17497a}a:focus-visible{outline:2px solid #17497a;outline-offset:2px}
h1{font-size:1.6rem}h2{font-size:1.2rem;margin-top:2.75rem;padding-top:.5rem;
border-top:1px solid #dfe4ea}nav ul{columns:2 18rem;padding-left:1.2rem}
code{font-size:.95em;background:#f0f3f6;padding:.1em .35em;border-radius:3px}
table{border-collapse:collapse;width:100%;font-size:.95rem}th,td{text-align:left;vertical-align:top;
padding:.35em .6em;border-bottom:1px solid #dfe4ea}th{background:#f5f7f9}
caption{text-align:left;font-weight:bold;padding:.3em 0}
</style><main><h1>u-council API</h1>"""


def manual(document: Mapping[str, Any]) -> str:
    """The whole page.

    >>> "<h1>" in manual({"info": {"description": ""}, "paths": {}})
    True
    """
    return _HEAD + "".join(_parts(document)) + "</main></html>"


def _parts(document: Mapping[str, Any]) -> Iterator[str]:
    yield f"<p>{escape(document['info']['description'])}</p>"
    yield '<p>기계가 읽을 글: <a href="/api/v1/openapi.json">OpenAPI 3.1</a> · '
    yield '<a href="../../">검색 화면으로</a></p>'
    doors = [
        (f"{method}-{number}", method, path, said)
        for number, (path, methods) in enumerate(document["paths"].items())
        for method, said in methods.items()
    ]
    yield '<nav aria-label="차례"><ul>'
    for name, method, path, said in doors:
        yield f'<li><a href="#{name}">{escape(said["summary"])}</a> '
        yield f"<code>{method.upper()} {escape(path.rpartition('/api/v1')[2])}</code>"
    yield "</ul></nav>"
    for door in doors:
        yield from _operation(*door)


def _operation(name: str, method: str, path: str, said: Mapping[str, Any]) -> Iterator[str]:
    yield f'<h2 id="{name}">{escape(said["summary"])}</h2>'
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
