// Every `input` event is a search, the syllable being composed included. One search is under way
// at a time: what is typed meanwhile replaces what waits, so stale keystrokes are never asked.

const PATIENCE = 1500 // ms without an answer after which the newest text is asked anyway

function buildBox(root, data) {
  const state = { asked: null, waiting: null, since: 0, timer: null }
  const input = make("input", {
    type: "text", id: "u-query", autocomplete: "off", spellcheck: "false", inputmode: "search",
    enterkeyhint: "search", placeholder: data.placeholder, "aria-label": data.label,
    "aria-describedby": "u-keys",
  })
  input.value = data.q

  function ask(text) {
    const address = new URL(data.at, window.location.href)
    if (window.location.pathname === address.pathname) address.search = window.location.search
    if (text) address.searchParams.set("q", text)
    else address.searchParams.delete("q")
    address.searchParams.delete("p")
    state.asked = text
    state.waiting = null
    clearTimeout(state.timer)
    state.timer = setTimeout(() => answered(state.asked), PATIENCE)
    root.classList.add("u-busy")
    visit(address, { replace: window.location.pathname === address.pathname })
  }
  function answered(text) {
    if (text !== state.asked) return
    clearTimeout(state.timer)
    state.asked = null
    root.classList.remove("u-busy")
    if (state.waiting !== null && state.waiting !== text) ask(state.waiting)
    state.waiting = null
  }
  function commit() { // the end of a composition says again what was typed
    clear.hidden = !input.value
    if (state.asked !== null) state.waiting = input.value
    else if (input.value !== data.q) ask(input.value)
  }
  function pageLinks(now) {
    links.replaceChildren(...now.links.map((link) => make("a",
      { href: link.href, "aria-current": link.here ? "page" : null }, link.label)))
    const here = links.querySelector("[aria-current]")
    if (here) links.scrollLeft = here.offsetLeft - links.offsetLeft - 40
  }
  function update(next) {
    data = next
    chamber(root, next)
    root.classList.toggle("u-completing", Boolean(next.focus))
    pageLinks(next)
    if (state.asked !== null) answered(next.q)
    else if (input.value !== next.q) input.value = next.q
    clear.hidden = !input.value
  }
  function empty() {
    input.value = ""
    commit()
    input.focus()
  }
  const suggestions = suggesting(input, `${data.home}api/v1/suggest`, (text) => {
    input.value = text
    commit()
  })
  function openHelp() {
    suggestions.close()
    help.showPopover()
  }
  const firstResult = () => document.querySelector("#u-results a.u-open")

  input.addEventListener("input", commit)
  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return
    if (suggestions.key(event)) event.preventDefault()
    else if (event.key === "?" && !input.value) {
      event.preventDefault()
      openHelp()
    } else if (event.key === "Escape") {
      event.preventDefault()
      if (input.value) empty()
      else input.blur()
    } else if (event.key === "Enter" && data.meeting) {
      event.preventDefault()
      openFirst(input.value)
    } else if (event.key === "ArrowDown" || event.key === "Enter") {
      event.preventDefault()
      firstResult()?.focus()
    }
  })
  listen(root, "keydown", (event) => {
    if (writing(event) || event.ctrlKey || event.metaKey || !"/?".includes(event.key)) return
    event.preventDefault()
    if (event.key === "?") return openHelp()
    input.focus()
    input.select()
  })

  const links = make("nav", { class: "u-links", "aria-label": "화면", onclick: follow })
  const clear = make("button", {
    type: "button", class: "u-clear", "aria-label": "검색어 지우기", title: "지우기 (Esc)", onclick: empty,
  }, "×")
  clear.hidden = !input.value
  const help = make("div", { id: "u-help", popover: "auto", role: "dialog", "aria-label": "검색 도움말", tabindex: "-1", autofocus: true })
  for (const section of data.help) {
    help.append(make("h3", {}, section.title))
    help.append(make("dl", {}, section.rows.map(([sign, meaning]) => [
      make("dt", {}, make("code", {}, sign)), make("dd", {}, meaning),
    ])))
  }
  root.append(
    make("a", { class: "u-brand", href: data.home, onclick: follow, "aria-label": "u-council 처음으로" },
      make("strong", {}, "u-council"), make("span", {}, "의회 자료 검색")),
    make("div", { class: "u-field", role: "search" }, make("span", { class: "u-lens", "aria-hidden": "true" }),
      input, clear, make("kbd", { "aria-hidden": "true" }, "/"), suggestions.told,
      make("div", { class: "u-further" }, suggestions.list)),
    links,
    make("button", { type: "button", class: "u-helper", popovertarget: "u-help", "aria-keyshortcuts": "?",
      "aria-label": "검색 도움말", title: "검색 도움말 (?)" }, "도움말"),
    make("span", { id: "u-keys", class: "u-unseen" },
      "입력하는 대로 찾고 이어 쓸 말을 보입니다. 아래 화살표나 Enter는 결과로, Esc는 지우기, 빗금(/)은 검색창으로, 물음표(?)는 도움말로 갑니다."),
    help,
  )
  root.classList.toggle("u-completing", Boolean(data.focus))
  pageLinks(data)
  chamber(root, data)
  new ResizeObserver(() => { // what sticks under the box has to know how high it is
    document.documentElement.style.setProperty("--u-box", `${(root.closest(".st-key-box") ?? root).offsetHeight}px`)
  }).observe(root)
  document.documentElement.lang = "ko"
  if (data.focus) input.focus()
  return update
}

export default function ({ data, parentElement }) {
  let root = parentElement.querySelector(":scope > .u-box")
  if (!root) {
    root = make("header", { class: "u-box" })
    parentElement.append(root)
    root.update = buildBox(root, data)
  } else root.update(data)
}
