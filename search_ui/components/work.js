// Beside results and papers: collect a place, cite it, save a search, go back to an earlier one.

const SETTLED = 2000 // ms after which a search that still stands was meant

function place(data) {
  const now = document.querySelector("#u-reader mark.u-now")?.closest("[data-article]")?.dataset.article
  return { ...data.place, article: now ?? data.place.article }
}

/** The place of a card, from its link. */
function placeOf(link) {
  const asked = new URL(link.getAttribute("href"), window.location.href).searchParams
  const at = (name) => asked.get(name) ?? undefined
  return { document: at("doc"), page: at("page"), article: at("article"), day: at("day") }
}

const placeName = (at) => at.article ?? (at.page ? `${at.page}쪽` : "")

function whole(at) {
  const { document, rev, day } = at
  return { document, rev, day }
}

/** 쪽·조문 or the whole, as a choice; `chosen` is called with the place. */
function scope(at, chosen) {
  if (!placeName(at)) return null
  const option = (label, value, on) => make("label", {},
    make("input", { type: "radio", name: "u-scope", checked: on, onchange: () => chosen(value) }), label)
  return make("fieldset", { class: "u-scope" }, make("legend", {}, "어디를"),
    option(placeName(at), at, true), option("자료 전체", whole(at), false))
}

function dialog(root, id, label) {
  let box = root.querySelector(`#${id}`)
  if (!box) {
    box = make("div", { id, class: "u-dialog", popover: "auto", role: "dialog", "aria-label": label })
    box.addEventListener("click", (event) => follow(event, () => box.hidePopover()))
    root.append(box)
  }
  return box
}

const close = (box) => make("button", { type: "button", class: "u-plain", onclick: () => box.hidePopover() }, "닫기")

async function guarded(run) {
  try {
    return await run()
  } catch (error) {
    announce(error.message, true)
    return null
  }
}

async function collect(root, title, at) {
  const box = dialog(root, "u-collect", "자료집에 담기")
  const known = await guarded(() => act("collection.choices"))
  if (!known) return
  let chosen = at
  const note = make("textarea", { id: "u-note", rows: "2", maxlength: "5000" })
  const name = make("input", { id: "u-new", maxlength: "100", placeholder: known.choices.length ? "" : "내 자료집" })
  async function put(target) {
    const done = await guarded(() => act("collect", { ...chosen, ...target, note: note.value }))
    if (!done) return
    box.hidePopover()
    announce(done.said)
  }
  const putNew = (event) => {
    event.preventDefault()
    put({ name: name.value })
  }
  box.replaceChildren(
    make("h2", {}, "자료집에 담기"), make("p", { class: "u-what" }, title),
    scope(at, (value) => { chosen = value }) ?? "",
    make("label", { for: "u-note" }, "메모 (쓰지 않아도 됩니다)"), note,
    known.choices.length ? make("h3", {}, "담을 자료집") : "",
    make("ul", {}, known.choices.map((one) => make("li", {}, make("button", { type: "button", onclick: () => put({ id: one.id }) },
      make("span", {}, one.name), make("small", {}, `${one.count}건`))))),
    make("form", { onsubmit: putNew }, make("label", { for: "u-new" }, "새 자료집 이름"),
      make("span", { class: "u-row" }, name, make("button", { type: "submit" }, "만들어 담기"))),
    make("p", { class: "u-foot" }, make("a", { href: "./collections" }, "자료집 보기"), close(box)))
  box.showPopover()
  const first = box.querySelector("ul button") ?? name
  first.focus()
}

async function cite(root, at) {
  const box = dialog(root, "u-cite", "인용 카드")
  const text = make("textarea", { id: "u-card", rows: "8", readonly: true, "aria-label": "인용 카드" })
  async function fill(chosen) {
    const done = await guarded(() => act("cite", chosen))
    if (!done) return false
    text.value = `${done.text}\n${new URL(done.href, window.location.href)}`
    return true
  }
  if (!(await fill(at))) return
  async function copy() {
    try {
      await navigator.clipboard.writeText(text.value)
    } catch { // pages over plain HTTP have no clipboard
      text.select()
      document.execCommand("copy")
    }
    announce("인용 카드를 복사했습니다")
    box.hidePopover()
  }
  const button = make("button", { type: "button", class: "u-main", onclick: copy }, "복사")
  box.replaceChildren(make("h2", {}, "인용 카드"),
    make("p", { class: "u-what" }, "이 주소는 자료가 바뀐 뒤에도 지금 이 판을 보입니다."),
    scope(at, fill) ?? "", text, make("p", { class: "u-foot" }, close(box), button))
  box.showPopover()
  button.focus()
}

function save(root, data) {
  const box = dialog(root, "u-save", "이 검색 저장")
  const name = make("input", { id: "u-name", maxlength: "100" })
  name.value = data.said.replace(/[“”]/g, "").slice(0, 100)
  async function keep(event) {
    event.preventDefault()
    const done = await guarded(() => act("search.save", { address: data.address, name: name.value }))
    if (!done) return
    box.hidePopover()
    announce(done.said)
  }
  box.replaceChildren(make("h2", {}, "이 검색 저장"), make("p", { class: "u-what" }, data.said),
    make("form", { onsubmit: keep }, make("label", { for: "u-name" }, "이름"),
      make("span", { class: "u-row" }, name, make("button", { type: "submit", class: "u-main" }, "저장"))),
    make("p", { class: "u-what" }, "새 자료가 들어오면 ‘저장한 검색’ 화면, 피드, 메일로 알립니다."),
    make("p", { class: "u-foot" }, make("a", { href: "./saved" }, "저장한 검색 보기"), close(box)))
  box.showPopover()
  name.focus()
  name.select()
}

async function recent(root) {
  const box = dialog(root, "u-recent", "최근 검색")
  const known = await guarded(() => act("past.list"))
  if (!known) return
  box.replaceChildren(make("h2", {}, "최근 검색"),
    known.past.length ? make("ul", {}, known.past.slice(0, 12).map((one) => make("li", {},
      make("a", { href: one.href }, make("span", {}, one.said), make("small", {}, one.found)))))
      : make("p", { class: "u-what" }, "아직 검색 기록이 없습니다."),
    make("p", { class: "u-foot" }, make("a", { href: "./saved" }, "모두 보기·지우기"), close(box)))
  box.showPopover()
  box.querySelector("a").focus()
}

/** A search that stands for a while was meant: into one's own history, counted without a name. */
function settle(data) {
  clearTimeout(window.uSettling)
  if (!data.asked) return
  window.uSettling = setTimeout(() => {
    const known = new Set(JSON.parse(sessionStorage.getItem("u-asked") ?? "[]"))
    const fresh = !known.has(data.asked)
    sessionStorage.setItem("u-asked", JSON.stringify([...known.add(data.asked)].slice(-200)))
    act("asked", { address: data.address, found: data.found, fresh }).catch(() => {})
  }, SETTLED)
}

function build(root, data) {
  const button = (label, run, off) => make("button", { type: "button", onclick: run, disabled: off }, label)
  const bar = data.place
    ? [data.now ? make("a", { href: data.now, onclick: follow }, "지금 글 보기") : "",
      button("자료집에 담기", () => collect(root, data.title, place(data))),
      button("인용 카드", () => cite(root, place(data))),
      data.sends ? button("화면으로 보내기", () => send(root, data.title)) : ""]
    : [button("최근 검색", () => recent(root)), button("이 검색 저장", () => save(root, data), !data.address)]
  const old = root.querySelector(":scope > .u-work-bar")
  const made = make("div", { class: "u-work-bar", role: "toolbar", "aria-label": "내 작업" }, bar)
  if (old) old.replaceWith(made)
  else root.prepend(made)
}

export default function ({ data, parentElement }) {
  let root = parentElement.querySelector(":scope > .u-work")
  if (!root) {
    root = make("div", { class: "u-work" })
    parentElement.append(root)
    listen(root, "u-keep", (event) => collect(root, event.target.textContent, placeOf(event.target)))
  }
  if (JSON.stringify(root.given) === JSON.stringify(data)) return
  root.given = data
  settle(data)
  const held = root.contains(document.activeElement) && document.activeElement.closest(".u-work-bar")
    ? document.activeElement.textContent : null
  build(root, data)
  if (held) [...root.querySelectorAll(".u-work-bar > *")].find((one) => one.textContent === held)?.focus()
}
