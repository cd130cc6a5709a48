// One document: the original's page and its text side by side, every mark, and keys to walk them.

function text(part) {
  return make("span", { "data-i": part.i }, woven(part))
}

function tableOf(rows) {
  return make("div", { class: "u-table", tabindex: "0", role: "region", "aria-label": "표" },
    make("table", {}, make("tbody", {}, rows.map((row) => make("tr", {}, row.map((cell) =>
      make("td", {}, cell ? cell.parts.map((part) => make("div", {}, text(part))) : "")))))))
}

function block(one, article) {
  if (one.table) return tableOf(one.table)
  const days = [one.law ? make("small", { class: "u-to-law" }, make("a", { href: one.law, "aria-label": `${one.article} 연혁과 대비` }, "연혁·대비")) : null,
    one.days ? make("small", { class: "u-days-of" }, `시행 ${one.days}`) : null]
  const speaker = one.speaker ? make("b", { class: "u-speaker" }, one.speaker) : null
  return make(one.heading ? "h3" : "p", {
    class: one.article ? "u-article" : null, "data-article": one.article,
    "aria-current": one.article && one.article === article ? "true" : null,
  }, days, speaker, text(one))
}

function contents({ items, more }) {
  if (!items.length) return null
  return make("nav", { class: "u-outline", "aria-labelledby": "u-outline-name" }, make("details", { open: window.innerWidth > 1080 },
    make("summary", {}, make("h2", { id: "u-outline-name" }, "차례")),
    make("ol", {}, items.map((one) => make("li", { class: `u-level-${one.level}` }, make("a", { href: one.href, "aria-current": one.here ? "location" : null },
      make("span", {}, one.label), one.place ? make("small", {}, one.place) : null)))),
    more ? make("p", { class: "u-none" }, `이 밖에 ${more.toLocaleString("ko")}곳이 더 있습니다.`) : null))
}

function companions({ groups, more, flow }) {
  if (!groups.length && !flow) return null
  return make("nav", { class: "u-related", "aria-labelledby": "u-related-name" }, make("h2", { id: "u-related-name" }, "함께 볼 자료"),
    groups.map((group) => [make("h3", {}, group.name), make("ul", {}, group.items.map((one) => make("li", {},
      make("a", { href: one.href }, make("span", {}, one.title), make("small", {}, [one.kindName, one.date].filter(Boolean).join(" · "))))))]),
    more ? make("p", { class: "u-none" }, `이 밖에 ${more.toLocaleString("ko")}건이 더 있습니다.`) : null,
    flow ? make("p", {}, make("a", { href: flow }, "의안의 흐름")) : null)
}

function finder(root, data, address, go) {
  const input = make("input", { type: "search", id: "u-find", value: data.find, maxlength: "100", autocomplete: "off", title: "f" })
  const close = () => {
    if (data.find) return visit(new URL(data.unfound, window.location.href), { replace: true })
    input.value = ""
    input.blur()
  }
  input.addEventListener("keydown", (event) => {
    if (event.isComposing || !["Enter", "Escape"].includes(event.key)) return
    event.preventDefault()
    event.stopPropagation()
    if (event.key === "Escape") return close()
    const words = input.value.trim()
    if (!words) return close()
    if (words === data.find) return go(event.shiftKey ? (data.now < 0 ? data.total - 1 : data.now - 1) : data.now + 1)
    root.finding = true
    visit(address({ find: words, page: data.leaf, hit: 1 }), { replace: true })
  })
  return make("div", { class: "u-find", role: "search" }, make("label", { for: "u-find" }, "이 자료 안에서 찾기"), input,
    make("span", { role: "status" }, data.find ? (data.total ? `${data.total.toLocaleString("ko")}곳` : "없음") : ""),
    data.find ? make("button", { type: "button", onclick: close }, "찾기 닫기") : null)
}

function side(data, go) {
  const hits = data.hits.map((hit) => make("li", {}, make("button", { type: "button", "data-hit": hit.n, onclick: () => go(hit.n) },
    hit.place ? make("span", { class: "u-place" }, hit.place) : null,
    make("span", { class: "u-around" }, marked(hit.text, hit.marks)),
    hit.count > 1 ? make("span", { class: "u-n" }, `${hit.count}곳`) : null)))
  const versions = data.versions.map((one) => make("li", {}, make("a", { href: one.href, "aria-current": one.shown ? "true" : null },
    make("span", { class: "u-state" }, one.state), make("span", {}, one.label), one.about ? make("small", {}, one.about) : null)))
  return make("aside", { class: "u-side", "aria-label": "차례, 찾은 곳과 자료 정보" },
    data.still ? null : contents(data.outline),
    make("h2", {}, "찾은 곳"),
    hits.length ? make("ol", { class: "u-hits" }, hits) : make("p", { class: "u-none" }, "이 자료의 본문에는 표시할 검색어가 없습니다."),
    versions.length ? [make("h2", {}, "판"), make("ol", { class: "u-versions" }, versions)] : null,
    make("h2", {}, "자료 정보"),
    make("dl", {}, data.meta.map(([label, value]) => [make("dt", {}, label), make("dd", {}, value)])),
    data.still ? null : companions(data.related))
}

function heading(data) {
  return make("div", { class: "u-title" },
    make("a", { class: "u-back", href: data.back }, `← ${data.backName}`),
    make("div", { class: "u-name" }, make("span", { class: `u-kind u-kind-${data.kind}` }, data.kindName), make("h1", {}, data.title)),
    make("div", { class: "u-files" }, data.originals.map((file) =>
      make("a", { href: file.href, "data-leave": "", "aria-label": `원본 내려받기: ${file.name} (${file.size})` },
        "↓ ", make("span", {}, file.name), make("small", {}, file.size))),
      data.law ? make("a", { href: data.law }, "법령 화면") : null,
      data.source ? make("a", { href: data.source, "data-leave": "", target: "_blank", rel: "noopener noreferrer" }, "출처 ↗") : null,
      (data.videos || []).map((video) => make("a", { href: video, "data-leave": "", target: "_blank", rel: "noopener noreferrer" }, "회의 영상 ↗"))))
}

function mapOf(root, data) {
  const figure = make("figure", { class: "u-page", tabindex: "0", "aria-label": `원본 ${data.leaf}쪽` })
  const sheet = make("div", { class: "u-sheet" })
  const image = make("img", { src: data.picture.image, alt: `원본 ${data.leaf}쪽`, decoding: "async" })
  image.addEventListener("error", () => {
    root.classList.add("u-textonly")
    root.querySelector(".u-noticed").append(make("p", {}, "이 쪽의 원본 그림을 만들 수 없어 본문만 보입니다."))
  })
  image.addEventListener("load", () => sheet.classList.add("u-loaded"))
  sheet.append(image)
  figure.append(sheet, make("figcaption", {}, `원본 ${data.leaf}쪽`))
  return figure
}

async function showBoxes(root, data, focus) {
  const answer = await fetch(data.picture.boxes)
  if (!answer.ok) return
  const { pages, boxes } = await answer.json()
  if (root.shown !== data) return
  if (pages > data.leaves) {
    data.leaves = pages
    root.retool()
  }
  const sheet = root.querySelector(".u-sheet")
  const spots = data.picture.spots.length === boxes.length ? data.picture.spots : null
  boxes.forEach(([x0, y0, x1, y1], index) => {
    if (spots?.[index] === -1) return
    const box = make("span", { class: "u-hitbox", "aria-hidden": "true", "data-n": spots?.[index] })
    Object.assign(box.style, { left: `${x0 * 100}%`, top: `${y0 * 100}%`, width: `${(x1 - x0) * 100}%`, height: `${(y1 - y0) * 100}%` })
    sheet.append(box)
  })
  focus(false)
}

function build(root, data) {
  root.shown = data
  root.classList.remove("u-textonly")
  if (data.error) {
    root.replaceChildren(make("section", { class: "u-advice u-error", role: "alert" },
      make("h2", {}, data.error), make("p", {}, data.advice), make("p", {}, make("a", { href: data.back }, "← 검색 결과"))))
    return
  }
  const address = (more) => {
    const target = new URL(data.here, window.location.href)
    for (const [name, value] of Object.entries(more)) target.searchParams.set(name, value)
    return target
  }
  const leafOf = (n) => data.turns.findLast(([first]) => first <= n)?.[1] ?? data.leaf
  function go(n) {
    if (!data.total) return
    const next = (n + data.total) % data.total
    const target = address({ page: leafOf(next), hit: next + 1 })
    if (!root.querySelector(`mark[data-n="${next}"]`)) return visit(target, { replace: true })
    data.now = next
    window.history.replaceState({}, "", target)
    focus(true)
    root.retool()
  }
  const turn = (leaf) => leaf >= 1 && leaf <= data.leaves && visit(address({ page: leaf }), { replace: true })
  function focus(move) {
    root.querySelectorAll(".u-now").forEach((one) => one.classList.remove("u-now"))
    const mark = root.querySelector(`mark[data-n="${data.now}"]`)
    const box = root.querySelector(`.u-hitbox[data-n="${data.now}"]`)
    mark?.classList.add("u-now")
    box?.classList.add("u-now")
    root.querySelector(`[data-hit="${data.hits.findLast((hit) => hit.n <= data.now)?.n}"]`)?.classList.add("u-now")
    const cited = data.citing && root.querySelector(`[data-i="${data.citing[0]}"]`)
    if (move) (root.querySelector(".u-cited-here") ?? cited ?? mark ?? root.querySelector('.u-article[aria-current="true"]'))?.scrollIntoView({ block: "center" })
    if (move) root.querySelector("button.u-now")?.scrollIntoView({ block: "nearest" })
    box?.scrollIntoView({ block: "nearest" })
  }
  const pushed = (label, sign, key, run, off) =>
    make("button", { type: "button", "aria-label": label, title: `${label} (${key})`, disabled: off, onclick: run }, sign)
  const word = data.find ? "찾는 말" : "검색어"
  root.retool = () => {
    root.querySelector(".u-tools").replaceChildren(
      make("span", { class: "u-group", role: "group", "aria-label": word },
        pushed(`이전 ${word}`, "‹", "p", () => go(data.now < 0 ? data.total - 1 : data.now - 1), !data.total),
        make("span", { role: "status", "aria-live": "polite", class: "u-at" }, data.total ? `${word} ${data.now + 1} / ${data.total}` : `${word} 없음`),
        pushed(`다음 ${word}`, "›", "n", () => go(data.now + 1), !data.total)),
      data.leaves < 2 ? "" : make("span", { class: "u-group", role: "group", "aria-label": data.leafName },
        pushed(`이전 ${data.leafName}`, "‹", "←", () => turn(data.leaf - 1), data.leaf <= 1),
        make("span", { class: "u-at" }, `${data.leaf} / ${data.leaves}${data.leafName}`),
        pushed(`다음 ${data.leafName}`, "›", "→", () => turn(data.leaf + 1), data.leaf >= data.leaves)))
  }
  root.classList.toggle("u-still", Boolean(data.still))
  root.act = data.still ? null : { next: () => go(data.now + 1), previous: () => go(data.now < 0 ? data.total - 1 : data.now - 1),
    turn: (step) => turn(data.leaf + step),
    find: () => root.querySelector("#u-find").select(), back: () => visit(data.back) }
  root.classList.toggle("u-textonly", !data.picture)
  root.replaceChildren(
    heading(data),
    make("div", { class: "u-walk" }, make("div", { class: "u-tools", role: "toolbar", "aria-label": "본문 이동" }),
      data.still ? "" : finder(root, data, address, go)),
    make("div", { class: "u-noticed", role: "note" }, data.notes.map((note) => make("p", {}, note))),
    make("div", { class: "u-spread" }, side(data, go), data.picture ? mapOf(root, data) : null,
      make("article", { class: "u-body", "aria-label": `본문 ${data.leaf}${data.leafName}`, tabindex: "-1" },
        data.blocks.length ? data.blocks.map((one) => block(one, data.article)) : make("p", { class: "u-none" }, "이 쪽에는 글자가 없습니다."))))
  root.retool()
  focus(true)
  if (root.finding) root.querySelector("#u-find")?.focus({ preventScroll: true })
  root.finding = false
  const head = data.head === null ? null : root.querySelector(`.u-body [data-i="${data.head}"]`)?.closest("p, h3")
  if (head) {
    head.classList.add("u-head-here")
    head.tabIndex = -1
    head.scrollIntoView({ block: "center" })
    head.focus({ preventScroll: true })
  }
  if (data.citations) cite()
  async function cite() {
    const parts = data.blocks.flatMap((one) => one.table ? one.table.flat().flatMap((cell) => cell?.parts ?? []) : [one])
    if (!await weave(root, data.citations, parts) || root.shown !== data) return
    const [i, at] = data.citing ?? []
    const here = data.citing && root.querySelector(`[data-i="${i}"] [data-at="${at}"]`)
    here?.classList.add("u-cited-here")
    focus(Boolean(here))
  }
  if (data.now < 0 && !data.article && !data.citing && !head) scroller()?.scrollTo({ top: 0 })
  if (data.picture) showBoxes(root, data, focus)
}

export default function ({ data, parentElement }) {
  let root = parentElement.querySelector(":scope > .u-reader")
  if (!root) {
    root = make("div", { class: "u-reader", id: "u-reader" })
    parentElement.append(root)
    previews(root)
    root.addEventListener("click", (event) => follow(event))
    listen(root, "keydown", (event) => {
      if (writing(event) || event.ctrlKey || event.metaKey || event.altKey || !root.act) return
      const { next, previous, turn, find, back } = root.act
      const acts = { n: next, p: previous, ArrowRight: () => turn(1), ArrowLeft: () => turn(-1), f: find, Escape: back }
      if (event.key === "Escape" && root.shut()) return event.preventDefault()
      if (!(event.key in acts) || document.querySelector(":popover-open:not(.u-preview)")) return
      event.preventDefault()
      acts[event.key]()
    })
  }
  if (JSON.stringify(root.given) === JSON.stringify(data)) return
  root.given = structuredClone(data)
  build(root, structuredClone(data))
}
