// A meeting in large type: what is typed finds papers; without a word the day's agenda stands there.

const LEFT = "u-left:" // what was opened from each state of the page, to come back to

function hitCard(hit) {
  const best = hit.passages[0]
  return make("li", { class: "u-match" }, make("a", { class: "u-open", href: hit.href },
    make("span", { class: "u-line" }, make("b", { class: "u-what" }, hit.kindName), make("span", { class: "u-of" }, marked(hit.title, hit.titleMarks))),
    best ? make("span", { class: "u-said-there" }, best.place ? make("b", {}, best.place) : null, " ", marked(best.text, best.marks)) : null,
    make("span", { class: "u-about" }, hit.meta.map(([, value]) => value).join(" · "))))
}

function paperLink(paper) {
  return make("li", {}, make("a", { href: paper.href, "aria-label": `${paper.kindName} ${paper.title}`, title: paper.title },
    make("b", {}, paper.kindName), make("span", {}, paper.title)))
}

function matter(item) {
  return make("li", { class: "u-matter" },
    make("span", { class: "u-no", "aria-hidden": "true" }, `${item.n}`),
    make("div", {},
      item.href ? make("h3", {}, make("a", { class: "u-open", href: item.href }, item.title)) : make("p", { class: "u-absent" }, item.title),
      item.meta ? make("p", { class: "u-about" }, item.meta) : null,
      item.laws.length + item.papers.length ? make("ul", { class: "u-hand", "aria-label": `${item.title}의 자료` },
        item.laws.map((law) => paperLink({ kindName: "고치는 조례", ...law })), item.papers.map(paperLink)) : null))
}

function sitting(one) {
  return make("section", { class: "u-sitting", "aria-label": one.name },
    make("div", { class: "u-over" }, make("h2", {}, one.name),
      make("a", { class: "u-bundle", href: one.bundle, "data-leave": "", "aria-label": `${one.name} 회의 꾸러미 내려받기` }, "↓ 회의 꾸러미")),
    make("ol", { class: "u-matters" }, one.items.map(matter)))
}

function head(data) {
  const label = () => scheme() === "dark" ? "밝게" : "어둡게" // asked, since the chamber may come after
  const turn = make("button", { type: "button", class: "u-scheme", onclick: () => { scheme(true); turn.textContent = label() } }, label())
  const choose = make("input", { type: "date", value: data.day, "aria-label": "회의 날짜" })
  choose.addEventListener("change", () => choose.value && visit(`./meeting?meet=${choose.value}`))
  return make("div", { class: "u-top" }, make("h1", {}, data.heading, data.count ? make("small", { role: "status" }, ` ${data.count}`) : null),
    make("div", { class: "u-controls" }, data.query ? null : data.days.map((one) => make("a", { href: one.href, title: one.day, "aria-label": `${one.label} ${one.day}` }, one.label)),
      data.query ? null : choose, turn))
}

function walk(event, root) {
  const links = [...root.querySelectorAll("a.u-open")]
  const here = event.target.closest(".u-matter, .u-match")?.querySelector("a.u-open")
  const at = links.indexOf(here)
  if (event.target.matches("input")) return
  if (event.key === "Escape" || (event.key === "ArrowUp" && at === 0)) {
    event.preventDefault()
    document.querySelector("#u-query")?.focus()
  } else if ((event.key === "ArrowRight" || event.key === "ArrowLeft") && here) {
    const row = [here, ...here.closest(".u-matter, .u-match").querySelectorAll(".u-hand a")]
    const next = row[row.indexOf(event.target) + (event.key === "ArrowRight" ? 1 : -1)]
    event.preventDefault()
    next?.focus()
  } else if (at >= 0 && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
    const next = links[at + (event.key === "ArrowDown" ? 1 : -1)]
    event.preventDefault()
    next?.focus()
    next?.scrollIntoView({ block: "nearest" })
  }
}

/** Where one was: the link that was opened has the focus again, at the same height. */
function comeBack(root, data) {
  const left = JSON.parse(sessionStorage.getItem(LEFT + data.query) ?? "null")
  sessionStorage.removeItem(LEFT + data.query)
  const link = left && [...root.querySelectorAll("a")].find((one) => one.getAttribute("href") === left.href)
  if (!link) return
  requestAnimationFrame(() => {
    scroller()?.scrollTo({ top: left.top })
    link.focus({ preventScroll: true })
  })
}

export default function ({ data, parentElement }) {
  let root = parentElement.querySelector(":scope > .u-meeting")
  const fresh = !root
  if (fresh) {
    root = make("div", { class: "u-meeting", id: "u-results" })
    root.addEventListener("click", (event) => follow(event, (link) =>
      sessionStorage.setItem(LEFT + root.dataset.query, JSON.stringify({ href: link.getAttribute("href"), top: scroller()?.scrollTop ?? 0 }))))
    root.addEventListener("keydown", (event) => walk(event, root))
    parentElement.append(root)
  }
  if (JSON.stringify(root.given) === JSON.stringify(data)) return
  root.given = data
  root.dataset.query = data.query
  root.replaceChildren(head(data), ...data.notes.map((note) => make("p", { class: "u-note" }, note)),
    ...(data.hits.length ? [make("ol", { class: "u-matches" }, data.hits.map(hitCard))] : []),
    ...(data.nearest?.length ? [make("ul", { class: "u-nearest" }, data.nearest.map((one) => make("li", {}, make("a", { class: "u-open", href: one.href }, one.label))))] : []),
    ...data.sittings.map(sitting))
  if (fresh) comeBack(root, data)
  else scroller()?.scrollTo({ top: 0 })
}
