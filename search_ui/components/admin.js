// For those who run the place: sources, failures, held papers, index, what is asked, settings.

async function work(root, what, order, focus, busy) {
  if (root.busy) return
  root.busy = true
  announce(busy)
  try {
    const done = await act(what, order)
    build(root, done.shown)
    root.querySelector(focus)?.focus()
    announce(done.said)
  } catch (error) {
    announce(error.message, true)
  } finally {
    root.busy = false
  }
}

function table(label, heads, rows) {
  return make("div", { class: "u-scroll", tabindex: "0", role: "region", "aria-label": label },
    make("table", {}, make("thead", {}, make("tr", {}, heads.map((head) => make("th", { scope: "col" }, head)))),
      make("tbody", {}, rows.map((cells) => make("tr", {}, cells.map((cell) => make("td", {}, cell)))))))
}

const none = (text) => make("p", { class: "u-none" }, text)
const tone = (name, text) => make("span", { class: `u-tone u-${name}` }, text)
const remedy = (reason, advice) => reason ? make("div", { class: "u-remedy" }, make("p", {}, reason), make("p", { class: "u-do" }, "→ ", advice)) : null

function sources(root, body) {
  return table("출처", ["출처", "상태", "마지막 성공", "마지막 새 자료", "받은 것", "다음"], body.rows.map((one) => [
    [make("strong", {}, one.title), make("br"), make("small", {}, one.name, one.recorded ? "" : " · 설명으로만 확인")],
    [tone(one.tone, one.state), remedy(one.reason, one.advice),
      one.missing.length ? make("p", { class: "u-do" }, `→ 설정 필요: ${one.missing.join(", ")}`) : null,
      one.failures.length ? make("details", {}, make("summary", {}, `못 받은 것 ${one.failures.length}건`),
        make("ul", {}, one.failures.map((each) => make("li", {}, each.path, remedy(each.reason, each.advice))))) : null],
    one.success, one.new, one.complete, one.next]))
}

function failures(root, body) {
  if (!body.rows.length) return none("실패가 없습니다. 들이려 한 파일이 모두 들어왔습니다.")
  return make("ul", { class: "u-rows" }, body.rows.map((one) => failure(root, one, body.kinds)))
}

function failure(root, one, kinds) {
  const kind = make("select", { "aria-label": `${one.name}의 종류` },
    make("option", { value: "" }, one.kind ? "올릴 때의 종류" : "종류를 고르세요"), kinds.map((each) => make("option", { value: each.value }, each.label)))
  const retry = () => {
    if (!one.kind && !kind.value) {
      announce("종류를 먼저 고르세요", true)
      return kind.focus()
    }
    return work(root, "failure.retry", { path: one.path, kind: kind.value }, "h2", `${one.name}: 다시 들이는 중입니다`)
  }
  return make("li", {},
    make("h3", {}, one.name), make("p", { class: "u-path" }, one.where),
    remedy(one.reason, one.advice), make("p", { class: "u-hint" }, `${one.when}에 실패`),
    one.file ? make("div", { class: "u-row" }, kind,
      make("button", { type: "button", "aria-label": `${one.name} 다시 시도`, onclick: retry }, "다시 시도"),
      make("a", { class: "u-button", href: one.repair, "aria-label": `${one.name}: 바른 파일 올리기` }, "바른 파일 올리기")) : null)
}

function held(root, body) {
  if (!body.rows.length) return none("보류된 자료가 없습니다.")
  return [make("p", { class: "u-hint" }, "개인정보가 있어 누구에게도 보이지 않는 자료입니다. 원본을 살핀 뒤 풀거나 그대로 두고, 까닭을 남깁니다. 원본을 연 것도 처리 기록에 남습니다."),
    make("ul", { class: "u-rows" }, body.rows.map((one) => heldOne(root, one)))]
}

function heldOne(root, one) {
  const why = make("input", { id: `u-why-${one.id}`, maxlength: "1000" })
  const sure = make("button", { type: "button", class: "u-danger", hidden: true, onclick: () => work(root, "held.release", { document: one.id, why: why.value }, "h2", "보류를 푸는 중입니다") }, "정말 풀기")
  const release = make("button", { type: "button", "aria-expanded": "false", "aria-label": `${one.title} 보류 풀기`, onclick: () => {
    if (why.value.trim().length < 2) {
      announce("까닭을 먼저 적으세요", true)
      return why.focus()
    }
    sure.hidden = !sure.hidden
    release.setAttribute("aria-expanded", String(!sure.hidden))
    return sure.hidden || sure.focus()
  } }, "보류 풀기")
  const keep = make("button", { type: "button", "aria-label": `${one.title} 그대로 두기`, onclick: () => work(root, "held.keep", { document: one.id, why: why.value }, "h2", "적는 중입니다") }, "그대로 두기")
  return make("li", { "data-held": one.id },
    make("h3", {}, one.title), make("p", { class: "u-path" }, [one.kindName, one.about, one.id].filter(Boolean).join(" · ")),
    make("ul", { class: "u-why" }, one.why.map((each) => make("li", {}, make("strong", {}, `${each.kind} ${each.count}`), " ", each.around))),
    make("p", { class: "u-row" }, one.originals.map((file) => make("a", { class: "u-button", href: file.href, "data-leave": "", "aria-label": `원본 살피기: ${file.name}` }, "↓ ", file.name))),
    one.last ? make("p", { class: "u-hint" }, `지난 처리: ${one.last}`) : null,
    make("label", { for: `u-why-${one.id}` }, "까닭 (처리 기록에 남습니다)"),
    make("div", { class: "u-row" }, why, keep, release, sure))
}

function index(root, body) {
  const facts = (rows) => make("dl", { class: "u-facts" }, rows.map(([name, value]) => [make("dt", {}, name), make("dd", {}, value)]))
  return [facts(body.facts),
    make("p", { class: "u-row" },
      make("button", { type: "button", class: body.behind ? "u-main" : null, onclick: () => work(root, "index.catch_up", {}, "h2", "색인하는 중입니다") }, "색인 따라잡기"),
      make("button", { type: "button", onclick: () => work(root, "index.verify", {}, "h2", "기록과 색인을 문서마다 견주는 중입니다") }, "기록과 색인 견주기")),
    make("h3", {}, "자료 수 (보류한 것도 셈)"), facts(body.counts)]
}

function board(root, body) {
  const list = (label, rows) => rows.length
    ? table(label, ["검색어", "찾은 횟수", "결과가 없던 횟수"], rows.map((one) => [make("a", { href: one.href }, one.query), one.times, one.empty]))
    : none(`아직 없습니다. ${body.fewest}번 이상 찾은 말만 보입니다.`)
  return [make("p", { class: "u-hint" }, `지난 ${body.days}일. ${body.fewest}번 이상 찾은 말만, 누가 찾았는지 없이 셉니다. 화면을 연 채 여러 번 찾은 말은 한 번입니다. 개인정보가 든 말은 세지 않습니다.`),
    make("h3", {}, "찾지 못한 말"), list("찾지 못한 말", body.failed),
    make("h3", {}, "많이 찾은 말"), list("많이 찾은 말", body.popular)]
}

function field(name, label, more = {}) {
  return make("div", { class: "u-field-of" }, make("label", { for: `u-up-${name}` }, label), make("input", { id: `u-up-${name}`, name, maxlength: "300", ...more }))
}

/** Send `form`; `bar` shows how far the sending is, then waits. */
function send(form, bar) {
  return new Promise((resolve, reject) => {
    const asked = new XMLHttpRequest()
    asked.open("POST", "./work/upload")
    asked.setRequestHeader("X-U-Council", "1")
    asked.responseType = "json"
    asked.upload.addEventListener("progress", (event) => { bar.value = event.loaded / event.total })
    asked.upload.addEventListener("load", () => bar.removeAttribute("value"))
    asked.addEventListener("error", () => reject(new Error("서버가 답하지 않습니다. 잠시 뒤 다시 해 보세요.")))
    asked.addEventListener("load", () => asked.status === 200 ? resolve(asked.response)
      : reject(new Error(asked.response ? `${asked.response.reason}. ${asked.response.advice}` : "서버가 답하지 않습니다.")))
    asked.send(new FormData(form))
  })
}

function upload(root, body) {
  if (body.repaired && !root.outcome) return none("이 실패는 이미 고쳐졌습니다.")
  const bar = make("progress", { max: "1", value: "0", hidden: true, "aria-label": "올리는 정도" })
  const button = make("button", { type: "submit", class: "u-main" }, "들이기")
  const repair = body.repair
  const form = make("form", { class: "u-upload", onsubmit: async (event) => {
    event.preventDefault()
    if (root.busy) return
    root.busy = true
    bar.hidden = false
    button.disabled = true
    announce("들이는 중입니다")
    try {
      const done = await send(form, bar)
      root.outcome = done
      build(root, done.shown)
      root.querySelector(".u-outcome")?.focus()
      announce(done.said, done.failed.length > 0)
    } catch (error) {
      announce(error.message, true)
      bar.hidden = true
      button.disabled = false
    } finally {
      root.busy = false
    }
  } },
  repair ? [make("p", { class: "u-path" }, repair.where), remedy(repair.reason, repair.advice),
    make("p", { class: "u-hint" }, "바른 파일을 올리면 이 실패가 지워집니다."), make("input", { type: "hidden", name: "repair", value: repair.path })] : null,
  field("file", repair ? "바른 파일" : "파일 (여럿도 됩니다)", { type: "file", multiple: !repair, required: true, maxlength: null, "aria-describedby": "u-up-hint" }),
  make("p", { id: "u-up-hint", class: "u-hint" }, "PDF, HWP, HWPX, 오피스, ZIP, 메일, 글. 개인정보가 있으면 보류합니다. ZIP 안의 파일은 항목을 파일에서 읽고 직원만 봅니다."),
  make("div", { class: "u-field-of" }, make("label", { for: "u-up-kind" }, "종류"),
    make("select", { id: "u-up-kind", name: "kind", required: true }, make("option", { value: "" }, "종류를 고르세요"),
      body.kinds.map((one) => make("option", { value: one.value, selected: repair?.kind === one.value }, one.label)))),
  make("div", { class: "u-fields" }, field("title", "제목 (비우면 파일에서)"), field("number", "문서번호"), field("committee", "위원회"),
    field("agency", "기관"), field("members", "의원 (쉼표로 나눔)"), field("date", "날짜 (비우면 파일에서)", { type: "date", max: "2100-12-31", maxlength: null })),
  make("fieldset", {}, make("legend", {}, "누가 봅니까"), body.who.map((one, at) => make("label", {},
    make("input", { type: "radio", name: "visibility", value: one.value, checked: at === 0 }), one.label))),
  make("div", { class: "u-row" }, button, bar))
  const outcome = root.outcome ? told(root.outcome) : null
  root.outcome = null
  return [outcome, body.repaired ? make("p", { class: "u-row" }, make("a", { class: "u-button", href: "./admin?view=failures" }, "실패로 돌아가기")) : form]
}

function told(done) {
  return make("section", { class: `u-advice u-outcome${done.failed.length ? " u-error" : ""}`, tabindex: "-1", "aria-label": "들인 결과" },
    make("h3", {}, done.counted),
    done.held ? make("p", {}, "개인정보가 있어 보류한 자료가 있습니다. ", make("a", { href: "./admin?view=held" }, "보류에서 살피기")) : null,
    make("ul", {}, done.failed.map((one) => make("li", {}, make("strong", {}, one.path), remedy(one.reason, one.advice)))))
}

const settings = (root, body) => table("설정", ["설정", "지금 값", "뜻"], body.rows.map(([name, value, about]) => [make("code", {}, name), value, about]))
const audit = (root, body) => body.rows.length ? table("처리 기록", ["때", "누가", "한 일", "대상", "까닭·결과"], body.rows) : none("아직 없습니다.")
const VIEWS = { sources, failures, held, index, board, settings, audit, upload }

function build(root, data) {
  root.replaceChildren(
    make("h1", {}, "관리"),
    make("nav", { class: "u-tabs", "aria-label": "관리" }, data.views.map((view) => make("a", { href: view.href, "aria-current": view.name === data.view ? "page" : null },
      view.label, view.count ? make("span", { class: "u-n" }, make("span", { class: "u-unseen" }, " "), view.count) : null))),
    make("h2", { tabindex: "-1" }, data.title),
    ...[data.body.error ? make("div", { class: "u-advice u-error", role: "alert" }, make("h3", {}, data.body.error.title), make("p", {}, data.body.error.text))
      : VIEWS[data.view](root, data.body)].flat().filter(Boolean))
}

export default function ({ data, parentElement }) {
  let root = parentElement.querySelector(":scope > .u-admin")
  if (!root) {
    root = make("div", { class: "u-admin u-desk" })
    root.addEventListener("click", (event) => follow(event))
    parentElement.append(root)
  }
  if (JSON.stringify(root.given) === JSON.stringify(data)) return
  root.given = data
  build(root, data)
}
