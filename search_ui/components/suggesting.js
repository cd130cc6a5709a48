// Completions under a search box: a combobox (ARIA 1.2) whose list never takes the focus. The list
// is one line with a place of its own, so that it never covers the results that come as one types.

const QUIET = 120 // ms without a key before completions are asked
const WHAT = { member: "의원", committee: "위원회", agency: "기관", law: "법령", query: "자주 찾는 말", title: "자료", query: "자주 찾는 말" }

/** Completions of what stands in `input`, asked of the address `source`; `take` gets the one chosen. */
function suggesting(input, source, take) {
  const list = make("ul", { id: "u-suggestions", role: "listbox", "aria-label": "이어 쓸 말", "aria-orientation": "horizontal", hidden: true })
  const told = make("span", { class: "u-unseen", role: "status" })
  const state = { timer: null, asked: null, at: -1 }
  const options = () => [...list.children]
  const isOpen = () => !list.hidden

  function close() {
    clearTimeout(state.timer)
    state.asked?.abort()
    list.hidden = true
    told.textContent = ""
    input.setAttribute("aria-expanded", "false")
    mark(-1)
  }
  function mark(at) {
    state.at = at
    options().forEach((option, n) => option.setAttribute("aria-selected", String(n === at)))
    if (at < 0) input.removeAttribute("aria-activedescendant")
    else {
      input.setAttribute("aria-activedescendant", options()[at].id)
      options()[at].scrollIntoView({ block: "nearest", inline: "nearest" })
    }
  }
  function choose(option) {
    close()
    take(option.dataset.text)
  }
  function show(found, typed) {
    const others = found.filter((one) => one.text !== typed)
    if (!others.length || document.activeElement !== input) return close()
    list.replaceChildren(...others.map((one, n) => make("li", {
      id: `u-suggestion-${n}`, role: "option", "aria-selected": "false", "data-text": one.text, title: one.text,
    }, make("span", {}, one.text), make("i", {}, WHAT[one.what] ?? ""))))
    state.at = -1
    input.removeAttribute("aria-activedescendant")
    list.hidden = false
    input.setAttribute("aria-expanded", "true")
    told.textContent = `이어 쓸 말 ${others.length}개, 위아래 화살표로 고릅니다`
  }
  async function fetchNow() {
    const typed = input.value.trim()
    if (!typed) return close()
    state.asked?.abort()
    state.asked = new AbortController()
    try {
      const address = `${source}?${new URLSearchParams({ prefix: typed, size: "6" })}`
      const answer = await fetch(address, { signal: state.asked.signal })
      if (answer.ok && input.value.trim() === typed) show((await answer.json()).suggestions, typed)
    } catch (error) {
      if (error.name !== "AbortError") close() // without the network the results stay as they are
    }
  }
  function ask() {
    clearTimeout(state.timer)
    if (input.value.trim()) state.timer = setTimeout(fetchNow, QUIET)
    else close()
  }
  /** Whether the key was for the list. Beyond its last line it goes on to the results. */
  function key(event) {
    const last = options().length - 1
    if (event.key === "ArrowDown" && event.altKey) return fetchNow(), true
    if (!isOpen()) return false
    if (event.key === "Escape") return close(), true
    if (event.key === "ArrowDown" && state.at < last) return mark(state.at + 1), true
    if (event.key === "ArrowUp") return mark(Math.max(state.at - 1, -1)), true
    if (event.key === "Enter" && state.at >= 0) return choose(options()[state.at]), true
    if (["ArrowDown", "Enter", "Tab"].includes(event.key)) close()
    return false
  }

  for (const [name, value] of Object.entries({
    role: "combobox", "aria-autocomplete": "list", "aria-haspopup": "listbox",
    "aria-expanded": "false", "aria-controls": list.id,
  })) input.setAttribute(name, value)
  input.addEventListener("input", ask)
  input.addEventListener("blur", close)
  list.addEventListener("pointerdown", (event) => event.preventDefault()) // the focus stays
  list.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]")
    if (option) choose(option)
  })
  return { list, told, key, close }
}
