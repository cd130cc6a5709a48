// While a meeting is on: dark or light, a connection that may drop, and Enter that opens at once.

const PULSE = 2500 // ms between two looks at the connection
const GIVEN_UP = 4000 // ms after the connection is back until the page is loaded anew
const SCHEME = "u-scheme" // dark, light, or nothing: as the system has it

/** Dark or light for the whole page; `next` turns it over and keeps that. */
function scheme(next = false) {
  const system = window.matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light"
  let chosen = localStorage.getItem(SCHEME) ?? system
  if (next) {
    chosen = chosen === "dark" ? "light" : "dark"
    localStorage.setItem(SCHEME, chosen)
  }
  document.documentElement.dataset.scheme = chosen
  return chosen
}

/** Whether what is on screen is what the address asks for. */
function upToDate() {
  const asked = new URLSearchParams(window.location.search)
  const list = document.querySelector("#u-results")
  if (list) return !asked.has("doc") && list.dataset.query === (asked.get("q") ?? "")
  return asked.has("doc") === Boolean(document.querySelector("#u-reader"))
}

async function reachable() {
  try {
    const answer = await fetch("./_stcore/health", { cache: "no-store", signal: AbortSignal.timeout(2000) })
    return answer.ok
  } catch {
    return false
  }
}

/** Look after the connection for as long as `root` is on the page. */
function watchConnection(root) {
  const banner = make("p", { class: "u-offline", role: "status", "aria-live": "assertive" })
  const state = { down: false, late: 0, timer: null }
  root.append(banner)
  function tell(down) {
    if (down === state.down) return
    state.down = down
    root.classList.toggle("u-cut", down)
    banner.textContent = down && root.watched ? "연결이 끊겼습니다. 마지막 결과를 보고 있습니다" : ""
    if (!down && root.watched) setTimeout(() => upToDate() || window.location.reload(), GIVEN_UP)
  }
  /** Ask what was not asked; where Streamlit does not come back although the server answers, load anew. */
  function comeBack(answers) {
    if (connected() && window.uUnasked) {
      window.uUnasked = false
      window.dispatchEvent(new PopStateEvent("popstate", { state: {} }))
    }
    if (connected() || !answers) state.late = 0
    else if (!state.late) state.late = Date.now()
    else if (root.watched && Date.now() - state.late > GIVEN_UP) window.location.reload()
  }
  async function look() {
    clearTimeout(state.timer)
    if (!root.isConnected) return seen.disconnect()
    if (!connected()) tell(true)
    const answers = root.watched || state.down ? await reachable() : true
    comeBack(answers)
    tell(!answers || !connected())
    clearTimeout(state.timer)
    state.timer = setTimeout(look, state.down ? 1000 : PULSE)
  }
  const seen = new MutationObserver(look)
  const app = document.querySelector("[data-test-connection-state]")
  if (app) seen.observe(app, { attributeFilter: ["data-test-connection-state"] })
  window.addEventListener("online", look)
  look()
}

/** Streamlit stops the page with a box while it has no connection; our banner says the same, and
 * what was found can be read on. */
function keepReading(root) {
  const seen = new MutationObserver(() => {
    if (!root.isConnected) return seen.disconnect()
    const box = root.watched && !connected() && document.querySelector("section[role=dialog][data-rac]")
    if (box) box.querySelector("button")?.click()
  })
  seen.observe(document.body, { childList: true })
}

/** Make the page one for a meeting, or not any more. */
function chamber(root, data) {
  root.watched = data.meeting
  root.classList.toggle("u-chamber", data.meeting)
  document.documentElement.classList.toggle("u-in-chamber", data.meeting)
  if (data.meeting) scheme()
  else delete document.documentElement.dataset.scheme
  if (!root.looked) {
    watchConnection(root)
    keepReading(root)
  }
  root.looked = true
}

/** Open the first of the results for `text`, once they are there. */
function openFirst(text, tries = 60) {
  const list = document.querySelector("#u-results")
  if (list?.dataset.query === text) list.querySelector("a.u-open")?.click()
  else if (tries) setTimeout(() => openFirst(text, tries - 1), 50)
}
