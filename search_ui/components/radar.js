// The radar: two lists, what narrows them, and a card for each article with where it is cited.

function choices(label, items) {
  return make("nav", { class: "u-radar-tabs", "aria-label": label }, items.map((item) =>
    make("a", { href: item.href, "aria-current": item.here ? "page" : null }, item.label,
      item.count === "" ? null : make("span", { class: "u-radar-n" }, item.count))))
}

function kinds(items) {
  if (!items.length) return null
  return make("ul", { class: "u-radar-kinds", "aria-label": "인용한 자료의 종류" }, items.map((item) =>
    make("li", {}, make("a", { href: item.href, "aria-current": item.here ? "true" : null }, `${item.label} ${item.count}`))))
}

function field(name, label, type, value, more = {}) {
  const input = make("input", { type, id: `u-radar-${name}`, name, autocomplete: "off", ...more })
  input.value = value
  return make("label", { for: `u-radar-${name}` }, make("span", {}, label), input)
}

function form(data) {
  const element = make("form", { class: "u-radar-form", role: "search", "aria-label": "법령과 날짜로 좁히기" },
    field("law", "바뀐 법령", "text", data.law, { placeholder: "지방자치법", maxlength: 300 }),
    field("since", "이날부터 시행", "date", data.since, { max: "9999-12-31" }),
    make("button", { type: "submit" }, "좁히기"),
    data.plain ? make("a", { href: data.plain, class: "u-radar-plain" }, "모두 보기") : null)
  element.addEventListener("submit", (event) => {
    event.preventDefault()
    const address = new URL(window.location.href)
    for (const name of ["law", "since"]) {
      const value = element.elements[name].value.trim()
      if (value) address.searchParams.set(name, value)
      else address.searchParams.delete(name)
    }
    address.searchParams.delete("p")
    visit(address)
  })
  return element
}

function place(one) {
  return make("li", {},
    make("span", { class: "u-radar-role" }, one.role),
    make("span", { class: "u-radar-kind" }, one.kind),
    make("a", { href: one.href }, one.title),
    one.text ? make("q", {}, one.text) : null,
    make("span", { class: "u-radar-day" }, one.written))
}

function texts(group) {
  if (!group.texts.length) return null
  return make("details", { class: "u-radar-texts" }, make("summary", {}, "앞뒤 글 견주기"),
    make("div", {}, group.texts.map((side) => make("section", {}, make("h3", {}, side.label),
      make("p", {}, side.text ? marked(side.text, side.marks) : "(없음)")))))
}

function card(group) {
  const to = group.to ? [make("span", { class: "u-radar-to" }, make("span", { "aria-hidden": "true" }, "→ "),
    make("span", { class: "u-hidden" }, "지금은 "), group.to)] : []
  return make("article", { class: "u-radar-card" },
    make("header", {},
      make("h2", {}, make("a", { href: group.href }, group.title), to),
      make("span", { class: `u-radar-badge u-radar-${group.tone}` }, group.badge),
      group.states.map((state) => make("span", { class: "u-radar-badge u-radar-soon" }, state)),
      group.compare ? make("a", { class: "u-radar-compare", href: group.compare,
        "aria-label": `${group.title} 신구대비` }, "신구대비") : null),
    make("ul", { class: "u-radar-steps" }, group.steps.map((step) => make("li", {}, step))),
    make("ul", { class: "u-radar-places", "aria-label": "인용한 곳" }, group.places.map(place)),
    texts(group))
}

export default function ({ data, parentElement }) {
  let root = parentElement.querySelector(":scope > .u-radar")
  if (!root) {
    root = make("main", { class: "u-radar" })
    root.addEventListener("click", follow)
    parentElement.append(root)
  }
  if (root.dataset.shown === JSON.stringify(data)) return
  root.dataset.shown = JSON.stringify(data)
  root.replaceChildren(
    make("h1", {}, "조례 점검"),
    make("p", { class: "u-radar-lead" }, "인용한 뒤에 상위 법령이 바뀐 조례·하위 법령과 계류 의안, 그리고 없어지거나 번호가 바뀐 조문의 인용을 찾습니다."),
    choices("목록", data.tabs),
    make("div", { class: "u-radar-tools" }, form(data),
      make("a", { class: "u-radar-file", href: data.file, "data-leave": "", download: "조례점검.xlsx" }, "엑셀로 저장")),
    make("div", { class: "u-radar-bar" },
      make("p", { class: "u-radar-count", role: "status" }, data.count), kinds(data.kinds)),
    ...(data.groups.length ? data.groups.map(card) : [make("p", { class: "u-radar-empty" }, data.empty)]))
}
