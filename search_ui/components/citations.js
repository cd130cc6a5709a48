// Citations in a text: links whose preview shows the article on the paper's day and as it is today.
// They are asked for once the text is on screen, and a preview when somebody wants it.

const PREVIEW_AFTER = 250 // ms that a pointer rests, or focus stays, before the preview opens
const LEAVE_AFTER = 300 // ms in which the pointer may cross from the link to the preview

/** `text` from point `from` to `to` of `part`, with its marks. */
function stretch(part, points, from, to) {
  const own = part.marks
    .map(([start, end], index) => [Math.max(start, from) - from, Math.min(end, to) - from, index])
    .filter(([start, end]) => start < end)
  return marked(points.slice(from, to).join(""), own, (at) => ({ "data-n": part.first + own[at][2] }))
}

/** A part of the text as nodes: its marks, and its citations once they are known. */
function woven(part) {
  const points = Array.from(part.text)
  const nodes = []
  let at = 0
  for (const cite of part.cites ?? []) {
    if (cite.start < at) continue
    nodes.push(stretch(part, points, at, cite.start), citation(cite, stretch(part, points, cite.start, cite.end)))
    at = cite.end
  }
  nodes.push(stretch(part, points, at, points.length))
  return nodes.flat()
}

function citation(cite, nodes) {
  const shared = { "aria-haspopup": "dialog", "aria-expanded": "false", "data-at": cite.start }
  const made = cite.href
    ? make("a", { class: "u-cite", href: cite.href, ...shared }, nodes)
    : make("span", { class: "u-uncited", role: "button", tabindex: "0", ...shared }, nodes)
  made.cite = cite
  return made
}

/** Give `root` the one preview that its citations share. `root.shut()` says whether one was open. */
function previews(root) {
  const box = make("div", { class: "u-preview", popover: "manual", role: "dialog", tabindex: "-1" })
  const known = new Map()
  let link = null
  let timer = null

  function shut(back = false) {
    clearTimeout(timer)
    if (!link) return false
    if (back || box.contains(document.activeElement)) link.focus()
    link.setAttribute("aria-expanded", "false")
    link = null
    if (box.matches(":popover-open")) box.hidePopover()
    return true
  }
  async function open(next, enter = false) {
    clearTimeout(timer)
    if (link !== next) {
      shut()
      link = next
      root.append(box)
      box.replaceChildren(...told(next.cite, known.get(next.cite.preview)))
      box.setAttribute("aria-label", next.cite.href ? `${next.cite.name} 미리보기` : "이어지지 않은 인용")
      box.showPopover()
      link.setAttribute("aria-expanded", "true")
      beside(box, link)
    }
    if (enter) box.focus()
    if (!next.cite.preview || known.has(next.cite.preview)) return
    const answer = await fetch(next.cite.preview).then((one) => one.json(), () => ({ reason: "미리보기를 불러오지 못했습니다." }))
    known.set(next.cite.preview, answer)
    if (link !== next) return
    const inside = box.contains(document.activeElement)
    box.replaceChildren(...told(next.cite, answer))
    beside(box, link)
    if (inside) box.focus()
  }
  const cited = (event) => event.target.closest?.(".u-cite, .u-uncited")
  const later = (run, wait) => { clearTimeout(timer); timer = setTimeout(run, wait) }

  root.addEventListener("pointerover", (event) => {
    if (event.pointerType !== "mouse") return
    const over = cited(event)
    if (over) later(() => open(over), over === link ? 0 : PREVIEW_AFTER)
    else if (box.contains(event.target)) clearTimeout(timer)
    else if (link && !box.contains(document.activeElement)) later(() => shut(), LEAVE_AFTER)
    else if (!link) clearTimeout(timer)
  })
  root.addEventListener("focusin", (event) => {
    const over = cited(event)
    if (over && over !== link && over.matches(":focus-visible")) later(() => open(over), PREVIEW_AFTER)
    else if (!over && !box.contains(event.target)) shut()
  })
  root.addEventListener("click", (event) => {
    const over = cited(event)
    if (!over) {
      if (!box.contains(event.target)) shut()
      return
    }
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return
    event.preventDefault()
    open(over, true)
  })
  root.addEventListener("keydown", (event) => {
    const over = cited(event)
    if (over?.matches(".u-uncited") && (event.key === "Enter" || event.key === " ")) {
      event.preventDefault()
      open(over, true)
    } else if (event.key === "Tab" && link && box.contains(event.target)) tabWithin(event)
  })
  // From its last link Tab goes back to the citation, from where reading goes on.
  function tabWithin(event) {
    const links = [...box.querySelectorAll("a, button")]
    const at = links.indexOf(document.activeElement)
    const next = links[event.shiftKey ? at - 1 : at + 1]
    event.preventDefault()
    if (next) next.focus()
    else shut(true)
  }
  scroller()?.addEventListener("scroll", () => link && beside(box, link), { passive: true })
  root.shut = shut
}

/** Under the link where there is room, above it otherwise. */
function beside(box, link) {
  const at = link.getClientRects()[0] ?? link.getBoundingClientRect()
  box.style.maxHeight = ""
  const wide = box.offsetWidth
  const high = box.offsetHeight
  const below = window.innerHeight - at.bottom - 8
  const top = below >= high || below >= at.top ? at.bottom + 5 : Math.max(8, at.top - high - 5)
  box.style.maxHeight = `${Math.max(160, (below >= high || below >= at.top ? below : at.top) - 10)}px`
  box.style.left = `${Math.max(8, Math.min(at.left, window.innerWidth - wide - 12))}px`
  box.style.top = `${top}px`
}

function told(cite, answer) {
  if (!cite.href) return [make("p", { class: "u-why" }, make("b", {}, "이어지지 않은 인용"), cite.why)]
  const head = make("h2", {}, cite.name, cite.units ? make("small", {}, cite.units) : null)
  if (!answer) return [head, make("p", { class: "u-why", role: "status" }, "불러오는 중…")]
  if (answer.reason) return [head, make("p", { class: "u-why", role: "alert" }, answer.reason)]
  return [head, answer.note ? make("p", { class: "u-note" }, answer.note) : null,
    answer.then && make("div", { class: answer.now ? "u-pair" : "u-single" },
      side(answer.now ? `그날(${answer.day})` : null, answer.then, "del"), answer.now && side("오늘", answer.now, "ins")),
    make("p", { class: "u-ways" }, make("a", { href: answer.href }, "조문 열기"),
      answer.compare ? make("a", { href: answer.compare }, "신구대비") : null,
      make("a", { href: answer.resting.href }, `이 조문에 기대는 자료 ${answer.resting.count.toLocaleString()}건`))].filter(Boolean)

  function side(name, text, tag) {
    return make("section", {}, make("h3", {}, [name, text.key !== answer.article ? text.key : null, `시행 ${text.days}`].filter(Boolean).join(" · ")),
      make("p", { class: "u-said" }, ...said(text, tag)))
  }
}

/** The text of a preview, with the 항 or 호 that is cited told from the rest. */
function said(text, tag) {
  const points = Array.from(text.text)
  const piece = (from, to) => stretch({ marks: text.marks, first: 0 }, points, from, to).map((node) =>
    node.nodeName === "MARK" ? make(tag, {}, ...node.childNodes) : node)
  if (!text.asked) return piece(0, points.length)
  const [start, end] = text.asked
  return [...piece(0, start), make("span", { class: "u-asked" }, piece(start, end)), ...piece(end, points.length)]
}

/** `text` with each of `marks` as `tag`: del for what is gone, ins for what is new. */
function changed(text, marks, tag) {
  return marked(text, marks).map((node) => node.nodeName === "MARK" ? make(tag, {}, ...node.childNodes) : node)
}

/** Ask for the citations at `address` and weave them into the parts that `root` shows. */
async function weave(root, address, parts) {
  const answer = await fetch(address).catch(() => null)
  if (!answer?.ok || !root.isConnected) return false
  const { citations } = await answer.json()
  const cites = new Map()
  for (const one of citations) cites.set(one.i, [...(cites.get(one.i) ?? []), one])
  for (const part of parts) {
    if (!cites.has(part.i)) continue
    part.cites = cites.get(part.i)
    root.querySelector(`[data-i="${part.i}"]`)?.replaceChildren(...woven(part))
  }
  return true
}
