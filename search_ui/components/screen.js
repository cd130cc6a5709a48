// A screen follows what is put on it: it waits for the server's word, then asks for the page anew.

const HEARTBEAT = 40000 // ms between two signs of life
const ANEW = 4000 // ms after which a page that did not follow is loaded anew

async function followScreen(root) {
  while (root.isConnected) {
    const { name, turn } = root.given
    const asked = new URLSearchParams({ name, turn })
    try {
      const answer = await fetch(`./meetings/screen?${asked}`, { cache: "no-store", signal: AbortSignal.timeout(30000) })
      if (!answer.ok) throw new Error(answer.statusText)
      const now = (await answer.json()).turn
      root.tell("")
      if (now !== root.given.turn) await turnTo(root, now)
    } catch {
      root.tell("연결이 끊겼습니다. 마지막 화면을 보고 있습니다")
      await new Promise((done) => setTimeout(done, 1000))
    }
  }
}

async function turnTo(root, turn) {
  const target = new URL(window.location.href)
  target.searchParams.set("turn", turn)
  visit(target, { replace: true }) // without its connection the page is loaded anew below
  const late = Date.now() + ANEW
  while (root.isConnected && root.given.turn < turn) {
    if (Date.now() > late) return window.location.reload()
    await new Promise((done) => setTimeout(done, 50))
  }
}

function look(root) {
  if (!root.isConnected) return
  act("screen.look", { name: root.given.name }).catch(() => {})
  setTimeout(() => look(root), HEARTBEAT)
}

/** The page's own look, for as long as the screen is on it. */
function dress(root) {
  document.documentElement.lang = "ko"
  document.documentElement.classList.toggle("u-on-screen", root.isConnected)
  if (root.isConnected) {
    scheme()
    setTimeout(() => dress(root), 1000)
  } else if (!document.querySelector(".u-chamber")) delete document.documentElement.dataset.scheme
}

export default function ({ data, parentElement }) {
  let root = parentElement.querySelector(":scope > .u-screen")
  const fresh = !root
  if (fresh) {
    root = make("header", { class: "u-screen" })
    parentElement.append(root)
    const lost = make("p", { class: "u-offline", role: "status" })
    const turn = make("button", { type: "button", onclick: () => { turn.textContent = scheme(true) === "dark" ? "밝게" : "어둡게" } },
      scheme() === "dark" ? "밝게" : "어둡게")
    root.append(make("div", { class: "u-plate" }), turn, lost)
    root.tell = (text) => { lost.textContent = text }
  }
  root.given = data
  root.querySelector(".u-plate").replaceChildren(make(data.filled ? "p" : "h1", {}, `${data.name} 화면`),
    data.said ? make("p", { class: "u-waiting", role: "status" }, data.said) : "")
  if (!fresh) return
  dress(root)
  look(root)
  followScreen(root)
}
