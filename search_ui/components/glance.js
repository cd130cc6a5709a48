// Pictures out of one JSON value. What is drawn also stands beside it as a table or a list.

const DRAWING = "http://www.w3.org/2000/svg"
const COLOURS = { bill: "#17497a", review: "#3b6ea5", minutes: "#6a4c93", request: "#1f6660", audit: "#8a5a00", question: "#93304f", budget: "#5b6b1f", press: "#a3461f", statute: "#123f6d", ordinance: "#246b3d", rule: "#4c5a69", research: "#5c4b9c", report: "#2d6a80", other: "#5a6878" }
const colour = (kind) => COLOURS[kind] ?? COLOURS.other

/** An element of a drawing. */
function draw(tag, attributes = {}, ...children) {
  const element = document.createElementNS(DRAWING, tag)
  for (const [name, value] of Object.entries(attributes)) if (value !== null) element.setAttribute(name, value)
  element.append(...children.flat(Infinity).filter((child) => child !== null))
  return element
}
const cut = (text, most) => (Array.from(text).length > most ? Array.from(text).slice(0, most - 1).join("") + "…" : text)

function figures(items) {
  return make("dl", { class: "u-figures" }, items.map((item) =>
    make("div", { "data-tone": item.tone }, make("dt", {}, item.label), make("dd", {}, item.value))))
}

function heat(picture) {
  if (!picture.rows.length) return make("p", { class: "u-none" }, "볼 수 있는 요구자료가 없습니다.")
  return make("div", { class: "u-wide", tabindex: "0", role: "region", "aria-label": "기관과 달별 요구 건수" },
    make("table", { class: "u-heat" },
      make("caption", {}, "기관과 달별 요구 건수"),
      make("thead", {}, make("tr", {}, make("th", { scope: "col" }, "기관"),
        picture.months.map((month) => make("th", { scope: "col" }, month)), make("th", { scope: "col" }, "모두"))),
      make("tbody", {}, picture.rows.map((row) => make("tr", {},
        make("th", { scope: "row" }, row.agency),
        row.cells.map((cell) => make("td", { "data-weight": cell.weight },
          cell.href ? make("a", { href: cell.href, "aria-label": `${row.agency} ${cell.count}건 보기` }, String(cell.count)) : make("span", { "aria-label": "없음" }, "·"))),
        make("td", { class: "u-sum" }, String(row.total)))))),
    picture.others ? make("p", { class: "u-note" }, `다른 기관 ${picture.others}곳은 적은 순서로 뺐습니다.`) : null)
}

function due(rows) {
  return make("section", { class: "u-due" }, make("h2", {}, "제출을 기다리는 자료"),
    rows.length ? make("ol", {}, rows.map((row) => make("li", { "data-tone": row.tone },
      make("strong", { class: "u-left" }, row.left),
      make("span", {}, make("a", { href: row.href }, row.title),
        make("span", { class: "u-note" }, `${row.agency} · ${row.member} 의원 · ${row.asked} 요구 · ${row.due} 기한`)))))
      : make("p", { class: "u-none" }, "기다리는 자료가 없습니다."))
}

function strip(events) {
  return draw("svg", { class: "u-strip", "aria-hidden": "true" },
    draw("line", { x1: "1.5%", x2: "98.5%", y1: 27, y2: 27, stroke: "#b9c5d2", "stroke-width": 2 }),
    events.map((one) => draw("circle", { cx: `${1.5 + one.place * 97}%`, cy: 27, r: one.here ? 11 : 7, fill: colour(one.kind), stroke: "#fff", "stroke-width": 2 },
      draw("title", {}, `${one.date} ${one.title}`))))
}

function event(one) {
  const dot = make("span", { class: "u-dot" })
  dot.style.background = colour(one.kind)
  return make("li", { "aria-current": one.here ? "true" : null },
    make("time", { datetime: one.date }, one.date || "날짜 없음"), dot,
    make("span", {}, make("i", { class: "u-note" }, one.kindName), make("a", { href: one.href }, one.title),
      make("span", { class: "u-note" }, one.why)))
}

function way(picture) {
  return make("section", {}, make("h2", {}, make("a", { href: picture.href }, picture.title)),
    picture.events.length > 1 ? strip(picture.events) : null,
    make("ol", { class: "u-way" }, [...picture.events, ...picture.undated].map(event)))
}

function star(picture) {
  const items = picture.groups.flatMap((group) => group.items.map((item) => ({ ...item, kind: group.kind })))
  const [width, height, x] = [1120, Math.max(160, 30 * Math.ceil(items.length / 2) + 60), 560]
  const middle = height / 2
  const narrow = window.innerWidth <= 860 // where the letters are larger
  const half = Math.ceil(items.length / 2)
  const nodes = items.map((item, n) => {
    const left = n >= half
    const row = left ? n - half : n
    const rows = left ? items.length - half : half
    const at = middle + (row - (rows - 1) / 2) * 30
    return { ...item, left, at, end: left ? 370 : 750 }
  })
  return draw("svg", { viewBox: `50 0 ${width - 100} ${height}`, class: "u-star", role: "group", "aria-label": "둘레의 자료" },
    nodes.map((node) => draw("path", { d: `M ${x} ${middle} C ${(x + node.end) / 2} ${middle}, ${(x + node.end) / 2} ${node.at}, ${node.end} ${node.at}`, fill: "none", stroke: colour(node.kind), "stroke-opacity": ".45", "stroke-width": 1.6 })),
    draw("rect", { x: x - 118, y: middle - 26, width: 236, height: 52, rx: 10, fill: "#17497a" }),
    draw("a", { href: picture.href }, draw("text", { x, y: middle + 6, "text-anchor": "middle", class: "u-core" }, cut(picture.title, 15), draw("title", {}, picture.title))),
    nodes.map((node) => draw("a", { href: node.href },
      draw("circle", { cx: node.end, cy: node.at, r: 5.5, fill: colour(node.kind) }),
      draw("text", { x: node.end + (node.left ? -11 : 11), y: node.at + 5, "text-anchor": node.left ? "end" : "start" }, cut(node.title, narrow ? 19 : 25), draw("title", {}, `${node.title} ${node.about}`)))))
}

function about(picture) {
  return make("section", {}, make("h2", {}, make("a", { href: picture.href }, picture.title)),
    make("p", { class: "u-note" }, picture.total ? `기대는 자료 ${picture.total.toLocaleString("ko")}건` : "기대는 자료가 없습니다.",
      picture.total ? make("a", { href: picture.all }, "모두 보기") : null),
    picture.groups.length ? make("ul", { class: "u-legend" }, picture.groups.map((group) => {
      const dot = make("span", { class: "u-dot" })
      dot.style.background = colour(group.kind)
      return make("li", {}, dot, `${group.name} ${group.count}${group.count > group.items.length ? ` (그림에는 ${group.items.length})` : ""}`)
    })) : null,
    picture.total ? make("div", { class: "u-wide", tabindex: "0", role: "region", "aria-label": "그림" }, star(picture)) : null)
}

function offers(items, show) {
  return make("section", {}, make("h2", {}, show === "bill" ? "의안을 고르세요" : "법령을 고르세요"),
    make("ul", { class: "u-offers" }, items.map((item) => make("li", {}, make("a", { href: item.href }, item.title), make("span", { class: "u-note" }, item.about)))))
}

const PICTURES = { requests: (one) => [figures(one.figures), heat(one), due(one.due)], bill: way, around: about }

function drawPage(data) {
  if (data.error) return [make("h1", {}, data.error), make("p", {}, data.advice), make("p", {}, make("a", { href: data.back }, "돌아가기"))]
  return [
    make("h1", {}, "한눈에"),
    make("nav", { class: "u-tabs", "aria-label": "그림" }, data.tabs.map((tab) => make("a", { href: tab.href, "aria-current": tab.here ? "page" : null }, tab.label))),
    data.picture ? PICTURES[data.show](data.picture) : offers(data.offered, data.show),
  ].flat()
}

export default function ({ data, parentElement }) {
  let root = parentElement.querySelector(":scope > .u-glance")
  if (!root) {
    root = make("main", { class: "u-glance", onclick: follow })
    parentElement.append(root)
  }
  root.replaceChildren(...drawPage(data))
}
