// A law: its text on a day, two versions against each other, three columns, what rests on it.

function kindOf(data) {
  return data.ordinance ? "자치법규" : "법령"
}

function heading(data) {
  return make("header", { class: "u-lawhead" },
    make("p", { class: "u-crumb" }, make("a", { href: "./law" }, "법령 찾기"), make("span", {}, kindOf(data))),
    make("div", { class: "u-name" }, make("h1", {}, data.name),
      make("span", { class: "u-state", "data-state": data.state }, data.state), make("span", { class: "u-period" }, `시행 ${data.period}`)),
    make("p", { class: "u-facts" }, data.meta.map((one) => make("span", {}, one)),
      make("span", {}, data.checked ? `출처와 맞춰 본 날 ${data.checked}` : "출처와 맞춰 본 적 없음 (파일에서 읽음)"),
      make("a", { href: data.reader }, "자료로 보기")),
    data.note ? make("p", { class: "u-noticed", role: "note" }, data.note) : null,
    make("nav", { class: "u-faces", "aria-label": "보기" }, data.faces.map((face) =>
      make("a", { href: face.href, "aria-current": face.here ? "page" : null }, face.label))))
}

function treeOf(data) {
  return make("nav", { class: "u-tree", "aria-label": "조문 목차" },
    make("details", { open: window.innerWidth > 1080 }, make("summary", {}, "조문 목차"),
      make("ol", {}, data.tree.map((one) => one.href
        ? make("li", {}, make("a", { href: one.href, "data-key": one.key, "aria-current": one.key === data.article ? "true" : null }, one.text))
        : make("li", { class: `u-depth-${one.depth}` }, one.text)))))
}

function textOf(data) {
  return make("article", { class: "u-lawtext", "aria-label": "조문", tabindex: "-1" },
    data.missing ? make("p", { class: "u-noticed", role: "note" }, `이날의 글에는 ${data.article}가 없습니다.`) : null,
    data.body.map((one) => one.depth
      ? make("h2", { class: `u-depth-${one.depth}` }, one.text)
      : make("p", { class: "u-one", "data-key": one.key, "aria-current": one.key && one.key === data.article ? "true" : null },
        make("span", { "data-i": one.i }, woven(one)))))
}

function asideOf(data) {
  const past = data.history.map((one) => make("li", { class: one.state === "현행" ? "u-live" : null },
    make("a", { href: one.href }, make("span", { class: "u-state", "data-state": one.state }, one.state), make("span", {}, one.label)),
    make("small", {}, [one.title, one.about].filter(Boolean).join(" · ")),
    one.compare ? make("a", { class: "u-versus", href: one.compare, "aria-label": `${one.label} 글을 바로 앞 글과 대비` }, "앞 글과 대비") : null))
  return make("aside", { class: "u-lawside", "aria-label": "연혁과 기대는 자료" },
    data.article ? [make("h2", {}, `${data.article} 연혁`), past.length ? make("ol", { class: "u-past" }, past) : make("p", { class: "u-none" }, "이 조의 기록이 없습니다.")] : null,
    make("p", { class: "u-rests" }, make("a", { href: data.resting.href },
      `${data.article ?? "이 법"}에 기대는 자료 ${data.resting.count.toLocaleString()}건`)),
    make("h2", {}, "판"), onDay(data), versionsOf(data))
}

function onDay(data) {
  const input = make("input", { type: "date", id: "u-lawday", min: "1900-01-01", max: "2100-12-31" })
  input.value = new URLSearchParams(window.location.search).get("day") ?? ""
  return make("form", { class: "u-onday", onsubmit: (event) => {
    event.preventDefault()
    goTo({ day: input.value })
  } }, make("label", { for: "u-lawday" }, "이날의 글"), input, make("button", { type: "submit" }, "보기"))
}

function versionsOf(data) {
  return make("ol", { class: "u-versions" }, data.versions.map((one) => make("li", {},
    make("a", { href: one.href, "aria-current": one.shown ? "true" : null },
      make("span", { class: "u-state", "data-state": one.state }, one.state), make("span", {}, one.label), one.about ? make("small", {}, one.about) : null),
    one.compare ? make("a", { class: "u-versus", href: one.compare, "aria-label": `${one.label} 판을 바로 앞 판과 대비` }, "앞 판과 대비") : null)))
}

/** Go to this page with other parameters; an empty one is left out. */
function goTo(changes) {
  const target = new URL(window.location.href)
  for (const [name, value] of Object.entries(changes)) {
    if (value) target.searchParams.set(name, value)
    else target.searchParams.delete(name)
  }
  visit(target)
}

function choose(name, label, data, chosen) {
  const select = make("select", { id: `u-${name}`, name }, data.versions.map((one) =>
    make("option", { value: one.day, selected: one.day === chosen }, `${one.label} ${one.state}${one.about ? ` · ${one.about}` : ""}`)))
  return [make("label", { for: `u-${name}` }, label), select]
}

function compareBar(data) {
  const { compare } = data
  const form = make("form", { class: "u-between", onsubmit: (event) => {
    event.preventDefault()
    const asked = new FormData(form)
    const [before, day] = [asked.get("before"), asked.get("day")].sort()
    for (const [name, value] of Object.entries({ before, day })) form.elements[name].value = value
    goTo({ before, day, show: "" })
  } }, choose("before", "앞", data, compare.before), choose("day", "뒤", data, compare.day), make("button", { type: "submit" }, "견주기"))
  return make("div", { class: "u-comparebar" }, form,
    make("span", { class: "u-forms", role: "group", "aria-label": "보는 꼴" }, compare.forms.map((one) =>
      make("a", { href: one.href, "aria-current": one.here ? "true" : null }, one.label))),
    make("span", { class: "u-saves", role: "group", "aria-label": "내려받기와 인쇄" },
      compare.files.map((file) => make("a", { href: file.href, "data-leave": "", "aria-label": `${file.label} 파일로 내려받기` }, `↓ ${file.label}`)),
      make("button", { type: "button", onclick: () => window.print() }, "인쇄")))
}

function compareOf(data) {
  const { compare } = data
  const none = make("p", { class: "u-none" }, data.article ? `${data.article}는 두 판 사이에 바뀌지 않았습니다.` : "두 판 사이에 바뀐 곳이 없습니다.")
  return make("section", { class: "u-comparing", "aria-label": "신구조문대비" }, compareBar(data),
    make("h2", { class: "u-tabletitle" }, compare.title), make("p", { class: "u-subtitle" }, compare.subtitle),
    data.article ? make("p", { class: "u-only" }, `${data.article}만 보입니다. `, make("a", { href: compare.whole }, `바뀐 곳 모두 보기${compare.left ? ` (${compare.left}곳 더)` : ""}`)) : null,
    !compare.entries.length ? none : compare.inline ? compare.entries.map(inlineEntry) : sideBySide(compare))
}

function sideBySide(compare) {
  return make("table", { class: "u-beside" }, make("caption", { class: "u-unseen" }, compare.title),
    make("thead", {}, make("tr", {}, compare.heads.map((head) => make("th", { scope: "col" }, head)))),
    compare.entries.map((entry) => make("tbody", {},
      make("tr", {}, make("th", { colspan: "2", scope: "rowgroup" }, entry.name, make("span", { class: "u-what" }, entry.note))),
      entry.rows.map((row) => make("tr", { class: `u-${row.kind}` },
        make("td", {}, changed(row.old.text, row.old.marks, "del")), make("td", {}, changed(row.new.text, row.new.marks, "ins")))))))
}

function inlineEntry(entry) {
  const tags = { gone: "del", new: "ins", same: "span" }
  return make("section", { class: "u-inline" }, make("h3", {}, entry.name, make("span", { class: "u-what" }, entry.note)),
    entry.rows.map((row) => make("p", { class: `u-${row.kind}` }, row.pieces.map(([how, text]) => make(tags[how], {}, text)))))
}

function threeOf(data) {
  const { three } = data
  const cell = (texts) => texts.map((one) => make("div", { class: "u-one", "data-key": one.key },
    make("a", { class: "u-to", href: one.href, "aria-label": `${one.key} 열기` }, "열기"), one.text))
  return make("section", { class: "u-three", "aria-label": "3단 비교" },
    three.article ? make("p", { class: "u-only" }, `${three.article}에 이어지는 조문만 보입니다. `, make("a", { href: three.whole }, "모두 보기")) : null,
    make("div", { class: "u-wide", tabindex: "0", role: "region", "aria-label": "세 단" }, make("table", {},
      make("caption", { class: "u-unseen" }, "법률, 시행령, 시행규칙의 이어지는 조문"),
      make("thead", {}, make("tr", {}, three.heads.map((head) => make("th", { scope: "col" }, make("small", {}, head.kind),
        head.href ? make("a", { href: head.href }, head.name) : make("span", {}, head.name), head.since ? make("small", {}, head.since) : null)))),
      make("tbody", {}, three.rows.map((row) => make("tr", {}, row.cells.map((texts) => make("td", {}, cell(texts))))))),
      three.rows.length ? null : make("p", { class: "u-none" }, "이어지는 조문이 없습니다.")))
}

function restingOf(data) {
  const { resting } = data
  const jump = (kind) => document.querySelector(`#u-rest-${kind}`)?.scrollIntoView({ block: "start" })
  return make("section", { class: "u-resting", "aria-label": "기대는 자료" },
    make("h2", {}, `${data.article ? `${data.name} ${data.article}` : data.name}에 기대는 자료 `, make("b", {}, `${resting.total.toLocaleString()}건`)),
    data.article ? make("p", { class: "u-only" }, make("a", { href: resting.whole }, "법령 전체에 기대는 자료 보기")) : null,
    resting.total ? null : make("p", { class: "u-none" }, "인용하거나 개정하거나 위임받은 자료가 기록에 없습니다."),
    make("p", { class: "u-kinds" }, resting.groups.map((group) =>
      make("button", { type: "button", onclick: () => jump(group.kind) }, `${group.name} ${group.count.toLocaleString()}`))),
    resting.groups.map((group) => make("section", { id: `u-rest-${group.kind}` }, make("h3", {}, group.name, make("small", {}, `${group.count.toLocaleString()}건`)),
      group.years.map((year) => [make("h4", {}, year.year === "날짜 없음" ? year.year : `${year.year}년`), make("ul", {}, year.items.map(restingItem))]),
      group.more ? make("p", { class: "u-none" }, `새것부터 보였고, 오래된 ${group.more.toLocaleString()}건이 더 있습니다.`) : null)))
}

function restingItem(one) {
  const about = [one.date, one.places > 1 ? `${one.places}곳` : null, one.targets.length ? one.targets.slice(0, 6).join(", ") + (one.targets.length > 6 ? " …" : "") : null]
  return make("li", {}, make("span", { class: "u-verb" }, one.verbs), make("a", { href: one.href }, [one.title, one.article].filter(Boolean).join(" ")),
    make("small", {}, about.filter(Boolean).join(" · ")))
}

function startOf(data) {
  const { start } = data
  const input = make("input", { type: "search", id: "u-lawname", autocomplete: "off", placeholder: "예: 지방자치법, 주차장 조례" })
  input.value = start.name
  const list = (rows) => make("ul", { class: "u-laws" }, rows.map((one) => make("li", {},
    make("a", { href: one.href }, one.name), make("span", { class: "u-state", "data-state": one.state }, one.state),
    one.coming ? make("span", { class: "u-state", "data-state": "시행예정" }, one.coming) : null,
    make("small", {}, [one.kind, one.since, `판 ${one.versions}개`].filter(Boolean).join(" · ")))))
  return make("section", { class: "u-lawstart" }, make("h1", {}, "법령"),
    make("p", { class: "u-lead" }, "이름으로 찾아 그날의 글, 바뀐 곳, 3단 비교, 기대는 자료를 봅니다."),
    make("form", { role: "search", "aria-label": "법령 이름으로 찾기", onsubmit: (event) => {
      event.preventDefault()
      goTo({ name: input.value.trim() })
    } }, make("label", { for: "u-lawname", class: "u-unseen" }, "법령 이름"), input, make("button", { type: "submit" }, "찾기")),
    start.found
      ? [make("h2", {}, make("span", { role: "status" }, `‘${start.name}’ ${start.found.length}건`)), start.found.length ? list(start.found) : make("p", { class: "u-none" }, "그런 이름의 법령이 기록에 없습니다. 이름의 일부만 넣어 보세요. 띄어쓰기와 가운뎃점은 달라도 됩니다.")]
      : [make("h2", {}, "최근에 바뀐 법령"), start.newest.length ? list(start.newest) : make("p", { class: "u-none" }, "아직 법령이 없습니다.")])
}

function faceOf(data) {
  if (data.compare) return compareOf(data)
  if (data.three) return threeOf(data)
  if (data.resting?.groups) return restingOf(data)
  return make("div", { class: "u-lawspread" }, treeOf(data), textOf(data), asideOf(data))
}

function build(root, data) {
  root.shut()
  if (data.error) {
    root.replaceChildren(make("section", { class: "u-advice u-error", role: "alert" },
      make("h1", {}, data.error), make("p", {}, data.advice), make("p", {}, make("a", { href: data.back }, "법령 찾기"))))
    return
  }
  if (data.start) return root.replaceChildren(startOf(data))
  root.replaceChildren(heading(data), faceOf(data))
  const article = root.querySelector('.u-one[aria-current="true"]')
  if (article) article.scrollIntoView({ block: "start" })
  else scroller()?.scrollTo({ top: 0 })
  root.querySelector('.u-tree a[aria-current]')?.scrollIntoView({ block: "nearest" })
  if (data.citations) weave(root, data.citations, data.body.filter((one) => !one.depth))
}

export default function ({ data, parentElement }) {
  let root = parentElement.querySelector(":scope > .u-law")
  if (!root) {
    root = make("div", { class: "u-law", id: "u-law" })
    parentElement.append(root)
    previews(root)
    root.addEventListener("click", (event) => follow(event))
    listen(root, "keydown", (event) => {
      if (event.key === "Escape" && !writing(event) && root.shut()) event.preventDefault()
    })
  }
  const given = JSON.stringify(data)
  if (root.given === given) return
  root.given = given
  build(root, data)
}
