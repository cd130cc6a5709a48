// Many queries at once. The lines are searched some at a time, so that rows come while one waits.

const HELD = "u-batch" // what was pasted and found, for coming back

async function sent(address, kind, body) {
  const answer = await fetch(address, { method: "POST", headers: { "Content-Type": kind }, body }).catch(() => null)
  if (!answer) throw new Error("서버가 답하지 않습니다. 잠시 뒤 다시 해 보세요.")
  if (answer.ok) return answer
  const said = await answer.json().catch(() => null)
  throw new Error(said ? `${said.reason}. ${said.advice}` : "알 수 없는 까닭으로 되지 않았습니다.")
}
const asked = (address, order) => sent(address, "application/json", JSON.stringify(order))

function hitItem(hit) {
  return make("li", {}, make("a", { href: hit.href }, hit.title),
    make("small", {}, [hit.kind, hit.date].filter(Boolean).join(" · ")),
    hit.missing.length ? make("small", { class: "u-lacks" }, `없는 낱말 ${hit.missing.join(", ")}`) : null)
}

function row(found, n) {
  return make("tr", { class: found.none ? "u-none" : null },
    make("td", { class: "u-num" }, String(n + 1)),
    make("th", { scope: "row" }, make("a", { href: found.href }, found.query),
      found.instead ? make("small", {}, `‘${found.instead}’(으)로 찾음`) : null),
    make("td", { class: "u-num" }, found.fault ? "—" : found.count),
    make("td", {}, found.fault ? make("p", { class: "u-lacks" }, `찾지 못함: ${found.fault}`)
      : found.hits.length ? make("ol", {}, found.hits.map(hitItem)) : "찾은 것이 없습니다"))
}

function buildBatch(root, data) {
  const state = { rows: [], lines: [], run: 0 }
  const text = make("textarea", { id: "u-lines", rows: "8", spellcheck: "false", "aria-describedby": "u-limits",
    placeholder: "도서관 운영 조례\n공영주차장 요금\n의정활동비" })
  const file = make("input", { type: "file", id: "u-sheet", accept: ".xlsx,.csv,.txt,.tsv", class: "u-unseen" })
  const go = make("button", { type: "submit", class: "u-go" }, "모두 찾기")
  const stop = make("button", { type: "button", hidden: true, onclick: () => { state.run += 1; rest("멈추었습니다") } }, "멈추기")
  const take = make("button", { type: "button", hidden: true, onclick: sheet }, "엑셀(XLSX)로 받기")
  const told = make("p", { class: "u-told", role: "status" })
  const wrong = make("p", { class: "u-wrong", role: "alert" })
  const body = make("tbody")
  const table = make("table", { class: "u-found", hidden: true },
    make("caption", { class: "u-unseen" }, "줄마다 찾은 건수와 첫 결과"),
    make("thead", {}, make("tr", {}, ["순서", "찾은 말", "건수", "첫 결과"].map((name) => make("th", { scope: "col" }, name)))), body)

  function rest(said = "") {
    stop.hidden = true
    go.disabled = false
    take.hidden = !state.rows.length
    const none = state.rows.filter((one) => one.none && !one.fault).length
    const failed = state.rows.filter((one) => one.fault).length
    told.textContent = [said, state.rows.length ? `${state.rows.length}줄을 찾았습니다` : "",
      none ? `없음 ${none}줄` : "", failed ? `찾지 못함 ${failed}줄` : ""].filter(Boolean).join(" · ")
  }
  function hold() {
    try {
      sessionStorage.setItem(HELD, JSON.stringify({ text: text.value, lines: state.lines, rows: state.rows }))
    } catch { sessionStorage.removeItem(HELD) } // too much to hold: coming back then begins anew
  }
  async function findAll() {
    const run = ++state.run
    state.lines = text.value.split("\n").map((line) => line.trim()).filter(Boolean)
    state.rows = []
    body.replaceChildren()
    wrong.textContent = ""
    if (!state.lines.length) return text.focus()
    table.hidden = stop.hidden = false
    go.disabled = take.hidden = true
    try {
      if (state.lines.length > data.most) throw new Error(`${state.lines.length}줄입니다. ${data.most}줄까지 나누어 찾으세요.`)
      for (let at = 0; at < state.lines.length && run === state.run; at += data.atOnce) {
        told.textContent = `${at} / ${state.lines.length}줄`
        const answer = await asked("./batch/find", { lines: state.lines.slice(at, at + data.atOnce) })
        const { rows } = await answer.json()
        if (run !== state.run) return
        body.append(...rows.map((one, n) => row(one, at + n)))
        state.rows.push(...rows)
      }
    } catch (error) { wrong.textContent = error.message }
    if (run !== state.run) return
    table.hidden = !state.rows.length
    rest()
    hold()
  }
  async function readSheet() {
    wrong.textContent = ""
    if (!file.files.length) return
    try {
      const answer = await sent("./batch/read", "application/octet-stream", file.files[0])
      const { lines } = await answer.json()
      text.value = lines.join("\n")
      told.textContent = `${file.files[0].name}에서 ${lines.length}줄을 읽었습니다. 살펴보고 ‘모두 찾기’를 누르세요.`
      go.focus()
    } catch (error) { wrong.textContent = error.message }
    file.value = ""
  }
  async function sheet() {
    take.disabled = true
    try {
      const answer = await asked("./batch/sheet", { lines: state.lines })
      const name = decodeURIComponent(answer.headers.get("content-disposition").split("''")[1])
      const address = URL.createObjectURL(await answer.blob())
      make("a", { href: address, download: name, "data-leave": "" }).click()
      setTimeout(() => URL.revokeObjectURL(address), 60000)
    } catch (error) { wrong.textContent = error.message }
    take.disabled = false
  }

  file.addEventListener("change", readSheet)
  root.append(
    make("h1", {}, "여러 건 찾기"),
    make("p", { class: "u-lead" }, "목록을 붙여 넣거나 표를 올리면 줄마다 몇 건이 있는지와 첫 결과를 한꺼번에 봅니다."),
    make("form", { onsubmit: (event) => { event.preventDefault(); findAll() } },
      make("label", { for: "u-lines" }, "찾을 말 (한 줄에 하나)"), text,
      make("p", { id: "u-limits" }, data.limits),
      make("div", { class: "u-do" }, go, make("label", { for: "u-sheet", class: "u-pick" }, "표 올리기 (XLSX·CSV)"), file, stop, take, told)),
    wrong, table, make("p", { class: data.stale.length ? "u-ground u-old" : "u-ground" }, data.line))
  root.addEventListener("click", follow)
  const held = JSON.parse(sessionStorage.getItem(HELD) ?? "null")
  if (held) {
    text.value = held.text
    state.lines = held.lines
    state.rows = held.rows
    body.append(...state.rows.map(row))
    table.hidden = !state.rows.length
    rest()
  }
}

export default function ({ data, parentElement }) {
  if (parentElement.querySelector(":scope > .u-batch")) return
  const root = make("section", { class: "u-batch", "aria-label": "여러 건 찾기" })
  parentElement.append(root)
  buildBatch(root, data)
}
