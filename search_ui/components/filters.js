// Facets and days beside the results. Every choice is a link that holds the whole state.

function facet(group) {
  return make("section", { class: "u-facet" },
    make("h3", { id: `u-facet-${group.name}` }, group.label),
    make("ul", { "aria-labelledby": `u-facet-${group.name}` }, group.values.map((value) =>
      make("li", {}, make("a", {
        href: value.href, class: value.chosen ? "u-on" : null, role: "checkbox", "data-value": value.value,
        "aria-checked": String(value.chosen), "aria-label": `${value.label} ${value.count}건`,
      }, make("span", { class: "u-tick", "aria-hidden": "true" }), make("span", { class: "u-name" }, value.label),
      make("span", { class: "u-n" }, value.count))))))
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

export default function ({ data, parentElement }) {
  let root = parentElement.querySelector(":scope > .u-filters")
  if (!root) {
    root = make("nav", { class: "u-filters", "aria-label": "결과 좁히기" })
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
  const held = root.contains(document.activeElement) ? document.activeElement : null
  const again = held && (held.id ? `#${CSS.escape(held.id)}` : `a[data-value="${CSS.escape(held.dataset.value ?? "")}"]`)
  root.replaceChildren(
    ...data.facets.map(facet),
    make("section", { class: "u-facet" }, make("h3", {}, "기간"), make("div", { class: "u-days" }, data.days.map(day))),
    make("section", { class: "u-facet" }, make("h3", {}, "법령·조문 시점"),
      make("div", { class: "u-days" }, day(data.asOf)),
      make("ul", {}, make("li", {}, make("a", {
        href: data.history.href, role: "checkbox", class: data.history.chosen ? "u-on" : null,
        "aria-checked": String(data.history.chosen), "data-value": "history",
      }, make("span", { class: "u-tick", "aria-hidden": "true" }), make("span", { class: "u-name" }, "연혁 포함"))))))
  if (again) root.querySelector(again)?.focus()
}
