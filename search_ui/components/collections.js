// Collections: the list of one's own, and one opened: order, notes, files, sharing.

function build(root, data) {
  const title = make("h1", { tabindex: "-1" }, data.open ? data.open.name : "자료집")
  root.replaceChildren(
    make("nav", { class: "u-shelf", "aria-label": "내 자료집" },
      make("h2", {}, "내 자료집"),
      data.collections.length ? make("ul", {}, data.collections.map((one) => make("li", {},
        make("a", { href: one.href, "aria-current": one.here ? "page" : null }, make("span", {}, one.name), make("small", {}, `${one.count}건`)))))
        : make("p", { class: "u-none" }, "아직 없습니다."),
      maker(root)),
    make("section", { class: "u-opened", "aria-label": data.open?.name ?? "자료집" }, title,
      data.error ? make("div", { class: "u-advice u-error", role: "alert" }, make("h2", {}, data.error.title), make("p", {}, data.error.text)) : null,
      data.open ? opened(root, data.open) : data.error ? null : make("div", { class: "u-advice" },
        make("h2", {}, "담은 자료가 없습니다"),
        make("p", {}, "검색 결과의 ‘담기’나 자료 화면의 ‘자료집에 담기’를 누르면 여기에 모입니다. ", make("a", { href: "./" }, "검색하러 가기")))))
}

async function work(root, what, order, focus) {
  try {
    const done = await act(what, order)
    build(root, done.shown)
    if (done.shown.open) window.history.replaceState({}, "", `./collections?id=${encodeURIComponent(done.shown.open.id)}`)
    root.querySelector(focus)?.focus()
    announce(done.said)
  } catch (error) {
    announce(error.message, true)
  }
}

function maker(root) {
  const name = make("input", { id: "u-name", maxlength: "100" })
  const run = (event) => {
    event.preventDefault()
    work(root, "collection.make", { name: name.value }, "h1")
  }
  return make("form", { onsubmit: run }, make("label", { for: "u-name" }, "새 자료집"),
    make("span", { class: "u-row" }, name, make("button", { type: "submit" }, "만들기")))
}

function opened(root, one) {
  return [
    make("p", { class: "u-about" }, `${one.items.length}건 · 고친 때 ${one.changed}`, one.mine ? "" : " · 나눈 자료집 (보기만)"),
    one.items.length ? make("p", { class: "u-exports", role: "group", "aria-label": "내보내기" }, make("span", {}, "내보내기"),
      one.exports.map((file) => file.why
        ? make("span", { class: "u-cannot", "aria-describedby": "u-why-not" }, file.label, make("small", {}, file.size))
        : make("a", { href: file.href, "data-leave": "" }, file.label, file.size ? make("small", {}, file.size) : null))) : null,
    one.exports.filter((file) => file.why).map((file) => make("p", { id: "u-why-not", class: "u-state", role: "note" }, file.why)),
    one.items.length ? make("ol", { class: "u-items" }, one.items.map((item) => row(root, one, item)))
      : make("p", { class: "u-none" }, "아직 담은 자료가 없습니다. ", make("a", { href: "./" }, "검색하러 가기")),
    one.mine ? keeping(root, one) : null,
  ]
}

function row(root, one, item) {
  const id = `u-item-${item.id}`
  const here = (more) => `[data-item="${CSS.escape(item.id)}"] ${more}`
  const move = (to, focus) => work(root, "item.move", { id: one.id, item: item.id, to }, here(focus))
  const step = (event) => {
    const to = { ArrowUp: item.n - 1, ArrowDown: item.n + 1, Home: 1, End: one.items.length }[event.key]
    if (!event.altKey || !to || to < 1 || to > one.items.length) return
    event.preventDefault()
    move(to, ".u-grip")
  }
  return make("li", { "data-item": item.id, id },
    make("div", { class: "u-number" }, make("span", {}, item.n), one.mine ? [
      make("button", { type: "button", class: "u-up", "aria-label": `${item.title} 위로`, disabled: item.n === 1, onclick: () => move(item.n - 1, item.n === 2 ? ".u-down" : ".u-up") }, "↑"),
      make("button", { type: "button", class: "u-down", "aria-label": `${item.title} 아래로`, disabled: item.n === one.items.length, onclick: () => move(item.n + 1, item.n === one.items.length - 1 ? ".u-up" : ".u-down") }, "↓")] : null),
    make("div", { class: "u-what" },
      make("div", { class: "u-head" }, item.kindName ? make("span", { class: `u-kind u-kind-${item.kind}` }, item.kindName) : null,
        make("h2", {}, item.href ? make("a", { class: "u-grip", href: item.href, onkeydown: step, "aria-describedby": one.mine ? "u-move" : null }, item.title) : item.title)),
      make("p", { class: "u-meta" }, [item.place, ...item.meta].filter(Boolean).join(" · ")),
      item.state ? make("p", { class: "u-state" }, item.state) : null,
      item.text ? make("p", { class: "u-text" }, item.text) : null,
      one.mine ? noteOf(root, one, item, here) : item.note ? make("p", { class: "u-note" }, item.note) : null),
    one.mine ? make("button", { type: "button", class: "u-remove", "aria-label": `${item.title} 빼기`, onclick: () => work(root, "item.remove", { id: one.id, item: item.id }, "h1") }, "빼기") : null)
}

function noteOf(root, one, item, here) {
  const box = make("textarea", { rows: Math.min(6, Math.max(1, item.note.split("\n").length)), maxlength: "5000", "aria-label": `${item.title} 메모`, placeholder: "메모" })
  const keep = make("button", { type: "button", class: "u-keep-note", hidden: true, onclick: () => work(root, "item.note", { id: one.id, item: item.id, note: box.value }, here("textarea")) }, "메모 저장")
  box.value = item.note
  box.addEventListener("input", () => { keep.hidden = box.value === item.note })
  return make("div", { class: "u-note" }, box, keep)
}

function keeping(root, one) {
  const name = make("input", { id: "u-rename", maxlength: "100" })
  name.value = one.name
  const rename = (event) => {
    event.preventDefault()
    work(root, "collection.rename", { id: one.id, name: name.value }, "#u-rename")
  }
  const address = one.share ? new URL(one.share, window.location.href).toString() : ""
  const copied = make("input", { id: "u-address", readonly: true })
  copied.value = address
  async function copy() {
    copied.select()
    await navigator.clipboard?.writeText(address).catch(() => document.execCommand("copy"))
    announce("나누는 주소를 복사했습니다")
  }
  const sure = make("button", { type: "button", class: "u-danger", hidden: true, onclick: () => work(root, "collection.drop", { id: one.id }, "h1") }, "정말 지우기")
  const ask = make("button", { type: "button", "aria-expanded": "false", onclick: () => {
    sure.hidden = !sure.hidden
    ask.setAttribute("aria-expanded", String(!sure.hidden))
    if (!sure.hidden) sure.focus()
  } }, "자료집 지우기")
  return make("section", { class: "u-keeping", "aria-labelledby": "u-keeping" }, make("h2", { id: "u-keeping" }, "이 자료집"),
    make("p", { id: "u-move", class: "u-hint" }, "순서는 ↑ ↓ 단추나, 제목에서 Alt+↑ Alt+↓로 바꿉니다."),
    make("form", { onsubmit: rename }, make("label", { for: "u-rename" }, "이름"), make("span", { class: "u-row" }, name, make("button", { type: "submit" }, "바꾸기"))),
    one.share ? [make("label", { for: "u-address" }, "나누는 주소 (보기만, 여는 사람의 권한대로 보입니다)"),
      make("span", { class: "u-row" }, copied, make("button", { type: "button", onclick: copy }, "복사"),
        make("button", { type: "button", onclick: () => work(root, "collection.share", { id: one.id, shared: false }, ".u-share") }, "그만 나누기"))]
      : make("button", { type: "button", class: "u-share", onclick: () => work(root, "collection.share", { id: one.id, shared: true }, "#u-address") }, "주소로 나누기"),
    make("p", { class: "u-row" }, ask, sure))
}

export default function ({ data, parentElement }) {
  let root = parentElement.querySelector(":scope > .u-collections")
  if (!root) {
    root = make("div", { class: "u-collections u-desk" })
    root.addEventListener("click", follow)
    parentElement.append(root)
  }
  if (JSON.stringify(root.given) === JSON.stringify(data)) return
  root.given = data
  build(root, structuredClone(data))
}
