// Cards from one JSON value. Each card is a real link, so that the middle button and Back work.

const KEPT = "u-scroll:" // where each page of results was left

function passageRow(passage) {
  return make("a", { class: "u-passage", href: passage.href, tabindex: "-1" },
    passage.place ? make("span", { class: "u-place" }, passage.place) : null,
    make("span", { class: "u-text" }, marked(passage.text, passage.marks)))
}

/** Ask to put a card into a collection: whoever keeps collections listens. */
function keep(event) {
  event.target.closest(".u-card").querySelector("a.u-open").dispatchEvent(new CustomEvent("u-keep", { bubbles: true }))
}

function card(hit, root, data, place) {
  return make("article", { class: "u-card", "data-id": hit.id, "aria-label": hit.title },
    make("div", { class: "u-head" },
      make("span", { class: `u-kind u-kind-${hit.kind}` }, hit.kindName),
      make("h2", {}, make("a", { class: "u-open", href: hit.href }, marked(hit.title, hit.titleMarks))),
      make("button", { type: "button", class: "u-keep", "aria-label": `자료집에 담기: ${hit.title}`, onclick: keep }, "담기")),
    make("div", { class: "u-meta" }, hit.meta.map(([label, text]) =>
      make("span", { title: label }, make("i", { class: "u-unseen" }, `${label} `), text)),
      hit.law ? make("span", {}, make("a", { class: "u-tolaw", href: hit.law, "aria-label": `${hit.title} 연혁과 대비` }, "연혁·대비")) : null),
    hit.passages.map(passageRow),
    hit.missing.length
      ? make("p", { class: "u-missing" }, "없는 낱말 ", hit.missing.map((word) => make("del", {}, word)))
      : null,
    whyPart(root, data, place))
}

function choices(name, options) {
  return make("span", { class: "u-choices", role: "group", "aria-label": name }, options.map((option) =>
    make("a", { href: option.href, "aria-current": option.chosen ? "true" : null }, option.label)))
}

function head(data) {
  return make("div", { class: "u-bar" },
    make("p", { class: "u-count", role: "status", "aria-live": "polite" },
      make("strong", {}, data.count), data.groups ? make("span", {}, data.groups) : null,
      data.near ? make("span", {}, data.near) : null,
      data.took ? make("span", { class: "u-took" }, data.took) : null),
    data.sorts.length ? make("div", { class: "u-tools" }, choices("정렬", data.sorts), choices("쪽당 건수", data.sizes)) : null)
}

function examples(data) {
  if (!data.examples.length) return null
  return make("p", { class: "u-understood" }, make("span", {}, "이렇게 물어보세요"),
    data.examples.map((one) => make("a", { href: one.href }, one.text)))
}

function instead(read) {
  if (!read) return null
  return make("div", { class: "u-instead" },
    make("p", {}, `‘${read.typed}’ 그대로는 찾은 것이 없어 `, make("strong", {}, `‘${read.searched}’`),
      "(으)로 찾았습니다. ", make("a", { href: read.href }, "원래 말 그대로 찾기")),
    read.notes.length ? make("p", { class: "u-how" }, read.notes.join(" · ")) : null)
}

function meant(others) {
  if (!others.length) return null
  return make("p", { class: "u-understood" }, make("span", {}, "혹시 이것을 찾으셨나요?"),
    others.map((one) => make("a", { href: one.href }, one.text)))
}

function understood(read) {
  if (!read || !(read.parts.length || read.intents.length)) return null
  return make("p", { class: "u-understood" }, make("span", {}, "이렇게 찾았습니다"),
    read.parts.map((part) => make("b", {}, part)),
    read.intents.map((one) => make("b", { class: "u-intent" },
      make("i", {}, one.what), ` ${one.label} `,
      make("a", { href: one.href, "aria-label": `‘${one.text}’를 ${one.what}(으)로 보지 않고 글자 그대로 찾기` }, "글자로만"))))
}

function chosen(data) {
  if (!data.chosen.length) return null
  return make("p", { class: "u-chosen" }, data.chosen.map((one) =>
    make("a", { href: one.href, "aria-label": `${one.label} 조건 빼기` }, one.label, make("span", { "aria-hidden": "true" }, "×"))))
}

function pager(pages) {
  if (!pages.length) return null
  return make("nav", { class: "u-pages", "aria-label": "쪽" }, pages.map((page) => (page.href
    ? make("a", {
      href: page.href, "aria-current": page.here ? "page" : null,
      "aria-label": /^\d/.test(page.label) ? `${page.label}쪽` : `${page.label} 쪽`,
    }, page.label)
    : make("span", { "aria-hidden": "true" }, page.label))))
}

function advice(part) {
  return make("section", { class: `u-advice u-${part.tone}`, role: part.tone === "error" ? "alert" : null },
    make("h2", {}, part.title), part.text ? make("p", {}, part.text) : null,
    make("ul", {}, part.tips.map((tip) => make("li", {},
      tip.href ? make("a", { href: tip.href }, tip.text) : tip.text))))
}

function walk(event, root) {
  const links = [...root.querySelectorAll("a.u-open")]
  const at = links.indexOf(event.target.closest(".u-card")?.querySelector("a.u-open"))
  const steps = { ArrowDown: at + 1, ArrowUp: at - 1, j: at + 1, k: at - 1, Home: 0, End: links.length - 1 }
  if (event.key === "Escape" || (event.key === "ArrowUp" && at === 0)) {
    event.preventDefault()
    document.querySelector("#u-query")?.focus()
  } else if (event.key in steps && links[steps[event.key]]) {
    event.preventDefault()
    links[steps[event.key]].focus()
    links[steps[event.key]].closest(".u-card").scrollIntoView({ block: "nearest" })
  }
}

function keepPlace() {
  sessionStorage.setItem(KEPT + window.location.search, String(scroller()?.scrollTop ?? 0))
}

function backToPlace() {
  const top = sessionStorage.getItem(KEPT + window.location.search)
  if (top !== null) requestAnimationFrame(() => scroller()?.scrollTo({ top: Number(top) }))
}

export default function ({ data, parentElement }) {
  let root = parentElement.querySelector(":scope > .u-list")
  const fresh = !root
  if (fresh) {
    root = make("div", { class: "u-list", id: "u-results" })
    root.addEventListener("click", (event) => follow(event, keepPlace))
    root.addEventListener("keydown", (event) => walk(event, root))
    parentElement.append(root)
  }
  const held = root.contains(document.activeElement) ? document.activeElement.closest(".u-card")?.dataset.id : null
  const turned = document.activeElement?.closest?.(".u-pages") && root.contains(document.activeElement)
  const told = root.querySelector(".u-standing")?.open
  root.dataset.query = data.query
  root.replaceChildren(...[make("h1", { class: "u-unseen" }, data.heading), head(data), examples(data), instead(data.understood?.instead), meant(data.understood?.others ?? []),
    understood(data.understood), chosen(data), data.advice && advice(data.advice)]
    .filter(Boolean), ...data.hits.map((hit, place) => card(hit, root, data, place)),
    ...[pager(data.pages), relatedPart(root, data), missedPart(data), standingPart(data.standing, told)].filter(Boolean))
  if (!fresh && root.dataset.page && root.dataset.page !== String(data.page)) scroller()?.scrollTo({ top: 0 })
  root.dataset.page = data.page ?? ""
  if (turned) root.querySelector("a.u-open")?.focus({ preventScroll: true })
  if (held) [...root.querySelectorAll(".u-card")].find((one) => one.dataset.id === held)?.querySelector("a.u-open").focus()
  if (fresh) backToPlace()
}
