// What every component uses. Text becomes text nodes; addresses become links; nothing is markup.

/** An element with attributes (null ones left out) and children: nodes or strings. */
function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value)
    else element.setAttribute(name, value === true ? "" : value)
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined))
  return element
}

/** `text` as nodes, with <mark> from code point `start` to `end` of each pair in `marks`. */
function marked(text, marks, attributesOf = () => ({})) {
  if (!marks.length) return [document.createTextNode(text)]
  const points = Array.from(text)
  const nodes = []
  let at = 0
  marks.forEach(([start, end], index) => {
    if (start > at) nodes.push(document.createTextNode(points.slice(at, start).join("")))
    nodes.push(make("mark", attributesOf(index), points.slice(Math.max(at, start), end).join("")))
    at = Math.max(at, end)
  })
  nodes.push(document.createTextNode(points.slice(at).join("")))
  return nodes
}

/** Go to an address of this app without loading it anew: Streamlit answers to history. */
function visit(address, { replace = false } = {}) {
  const target = new URL(address, window.location.href)
  if (target.origin !== window.location.origin) return
  window.history[replace ? "replaceState" : "pushState"]({}, "", target)
  if (connected()) window.dispatchEvent(new PopStateEvent("popstate", { state: {} }))
  else window.uUnasked = true // asked when the connection is back: Streamlit would stop the page
}

/** Whether the page has its connection to the server. */
function connected() {
  const app = document.querySelector("[data-test-connection-state]")
  return !app || app.dataset.testConnectionState === "CONNECTED"
}

/** A plain click on a link stays in the app; with a key or the middle button the browser acts. */
function follow(event, before = () => {}) {
  const link = event.target.closest("a[href]")
  if (!link || link.dataset.leave !== undefined || event.defaultPrevented) return
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
  event.preventDefault()
  before(link)
  visit(link.getAttribute("href"))
}

/** Listen on the document for as long as `element` is on the page. */
function listen(element, type, handler) {
  const guarded = (event) => {
    if (element.isConnected) handler(event)
    else document.removeEventListener(type, guarded, true)
  }
  document.addEventListener(type, guarded, true)
}

/** Someone is writing into `event`'s target, so single letters are no commands. */
function writing(event) {
  return event.isComposing || event.target.closest?.("input:not([type=checkbox]), textarea, select")
}

/** The page's own scrolling area. */
const scroller = () => document.querySelector('[data-testid="stMain"]')

