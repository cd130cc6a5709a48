// Facets and days beside the results. Every choice is a link that holds the whole state.

function facet(group) {
  return make("section", { class: "u-facet" },
    make("h2", { id: `u-facet-${group.name}` }, group.label),
    make("ul", { "aria-labelledby": `u-facet-${group.name}` }, group.values.map((value) =>
      make("li", {}, make("a", {
        href: value.href, class: value.chosen ? "u-on" : null, role: "checkbox", "data-value": value.value,
        "aria-checked": String(value.chosen), "aria-label": `${value.label} ${value.count}건`,
      }, make("span", { class: "u-tick", "aria-hidden": "true" }), make("span", { class: "u-name" }, value.label),
      make("span", { class: "u-n" }, value.count))))))
}

/** A histogram as a table: the year leads to it alone, the bar only shows what the number says. */
function histogram(rows) {
  if (!rows.length) return null
  return make("table", { class: "u-years", "aria-label": "연도별 건수" },
    make("thead", { class: "u-unseen" }, make("tr", {}, make("th", { scope: "col" }, "연도"), make("th", { scope: "col" }, "건수"))),
    make("tbody", {}, rows.map((row) => make("tr", { class: row.chosen ? "u-on" : null },
      make("th", { scope: "row" }, make("a", {
        href: row.href, "aria-current": row.chosen ? "true" : null, "data-value": `year:${row.label}`,
      }, row.label)),
      make("td", {}, make("span", { class: "u-level", "aria-hidden": "true" },
        make("span", { style: `width: ${row.share}%` })), make("span", { class: "u-n" }, row.count))))))
}

/** More words for the query that stands: every paper found then is one of those found now. */
function within() {
  const input = make("input", { type: "text", id: "u-within", autocomplete: "off", maxlength: "200" })
  return make("form", { class: "u-within", role: "search", "aria-label": "결과 안에서 다시 찾기", onsubmit: (event) => {
    event.preventDefault()
    if (!input.value.trim()) return
    const address = new URL(window.location.href)
    address.searchParams.set("q", `${address.searchParams.get("q") ?? ""} ${input.value.trim()}`.trim())
    address.searchParams.delete("p")
    visit(address)
    input.value = ""
  } }, make("label", { for: "u-within" }, "결과 안에서 다시 찾기"),
  make("div", {}, input, make("button", { type: "submit" }, "찾기")),
  make("a", { href: "./batch" }, "여러 건 한꺼번에 찾기"))
}

function day(field) {
  const input = make("input", { type: "date", id: `u-${field.name}`, max: "9999-12-31" })
  input.value = field.value
  input.addEventListener("change", () => {
    const address = new URL(window.location.href)
    if (input.value) address.searchParams.set(field.name, input.value)
    else address.searchParams.delete(field.name)
    address.searchParams.delete("p")
    visit(address)
  })
  return make("label", { for: `u-${field.name}` }, make("span", {}, field.label), input)
}

const NARROW = "(max-width: 860px)" // the results take the whole width there: as in app.css

/** Beside the results everything stands open; above them one line that opens. */
function folding(root) {
  const fold = make("details", {}, make("summary", {}), make("div", { class: "u-choosing" }))
  const narrow = window.matchMedia(NARROW)
  const fit = () => { fold.open = !narrow.matches }
  narrow.addEventListener("change", fit)
  fit()
  root.append(fold)
}

/** How many conditions hold, for whoever has them folded. */
function held(data) {
  const values = data.facets.flatMap((group) => group.values).filter((value) => value.chosen)
  return values.length + [...data.days, data.asOf].filter((field) => field.value).length + Number(data.history.chosen)
}

export default function ({ data, parentElement }) {
  let root = parentElement.querySelector(":scope > .u-filters")
  if (!root) {
    root = make("nav", { class: "u-filters", "aria-label": "결과 좁히기" })
    folding(root)
    root.addEventListener("click", follow)
    root.addEventListener("keydown", (event) => {
      if (event.key !== " " || !event.target.matches("a[role=checkbox]")) return
      event.preventDefault()
      event.target.click()
    })
    parentElement.append(root)
  }
  if (root.dataset.shown === JSON.stringify(data)) return
  root.dataset.shown = JSON.stringify(data)
  const body = root.querySelector(".u-choosing")
  const focused = body.contains(document.activeElement) ? document.activeElement : null
  const again = focused && (focused.id ? `#${CSS.escape(focused.id)}` : `a[data-value="${CSS.escape(focused.dataset.value ?? "")}"]`)
  root.querySelector("summary").replaceChildren("거르기", ...(held(data) ? [make("b", {}, `${held(data)}개 걸림`)] : []))
  body.replaceChildren(
    ...(data.within ? [within()] : []),
    ...data.facets.slice(0, 1).map(facet),
    make("section", { class: "u-facet" }, make("h2", {}, "기간"), ...[histogram(data.years)].filter(Boolean),
      make("div", { class: "u-days" }, data.days.map(day))),
    ...data.facets.slice(1).map(facet),
    make("section", { class: "u-facet" }, make("h2", {}, "법령·조문 시점"),
      make("div", { class: "u-days" }, day(data.asOf)),
      make("ul", {}, make("li", {}, make("a", {
        href: data.history.href, role: "checkbox", class: data.history.chosen ? "u-on" : null,
        "aria-checked": String(data.history.chosen), "data-value": "history",
      }, make("span", { class: "u-tick", "aria-hidden": "true" }), make("span", { class: "u-name" }, "연혁 포함"))))))
  if (again) body.querySelector(again)?.focus()
}
