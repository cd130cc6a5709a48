// What comes with the results but not at once: related words, why a hit is there, what the answer
// stands on. Asked only when a query rests, or when someone wants to know.

const REST = 900 // ms a query must stand before related words are asked

function standingPart(part, open) {
  if (!part) return null
  return make("details", { class: "u-standing", open },
    make("summary", {}, make("span", { class: part.stale.length ? "u-old" : null }, part.line)),
    part.rows.length ? make("table", {},
      make("thead", {}, make("tr", {}, ["출처", "마지막 성공", "상태"].map((name) => make("th", { scope: "col" }, name)))),
      make("tbody", {}, part.rows.map((row) => make("tr", { class: row.old ? "u-old" : null },
        make("th", { scope: "row" }, row.title), make("td", {}, row.success), make("td", {}, row.state))))) : null,
    make("ul", {}, part.notes.map((note) => make("li", {}, note))))
}

/** The address of this page with `words` after the query. */
function withMore(words) {
  const address = new URL(window.location.href)
  address.searchParams.set("q", `${address.searchParams.get("q") ?? ""} ${words}`.trim())
  address.searchParams.delete("p")
  return `./${address.search}`
}

async function asJson(address) {
  const answer = await fetch(address)
  if (!answer.ok) throw new Error(String(answer.status))
  return answer.json()
}

/** Related words, each a link that adds it; they wait until the query rests. */
function relatedPart(root, data) {
  clearTimeout(root.resting)
  if (!data.related) return null
  const place = make("nav", { class: "u-related", "aria-label": "함께 찾아볼 말", hidden: true })
  const show = (words) => {
    place.hidden = !words.length
    place.replaceChildren(make("span", {}, "함께 찾아볼 말"),
      ...words.map((word) => make("a", { href: withMore(word), "aria-label": `${word} 더해서 찾기` }, `+ ${word}`)))
  }
  if (root.relatedOf?.address === data.related) show(root.relatedOf.words)
  else root.resting = setTimeout(async () => {
    const words = await asJson(data.related).then((answer) => answer.words, () => [])
    root.relatedOf = { address: data.related, words }
    if (place.isConnected) show(words)
  }, REST)
  return place
}

/** Why a hit stands where it does, asked for the whole page when the first is opened. */
function whyPart(root, data, place) {
  if (!data.explain) return null
  const said = make("ul", {}, make("li", {}, "살펴보는 중입니다"))
  const part = make("details", { class: "u-why" }, make("summary", {}, "왜 여기?"), said)
  part.addEventListener("toggle", async () => {
    if (!part.open) return
    if (root.whys?.address !== data.explain) root.whys = { address: data.explain, answer: asJson(data.explain) }
    const why = await root.whys.answer.then((answer) => answer.explanations[place], () => null)
    if (!why) root.whys = null
    const lines = why ? [...why.reasons, ...partsOf(why.parts, data.partNames)] : ["설명을 받지 못했습니다. 잠시 뒤 다시 열어 보세요."]
    said.replaceChildren(...lines.map((line) => make("li", {}, line)))
  })
  return part
}

/** A score in its parts, for those who are given one. */
function partsOf(parts, names) {
  const shown = Object.entries(parts).filter(([, score]) => score > 0).sort((one, other) => other[1] - one[1])
  return shown.length ? [`점수: ${shown.map(([name, score]) => `${names[name] ?? name} ${score.toFixed(2)}`).join(" + ")}`] : []
}

/** One click: the search did not find what it should, to be judged by those who keep search good. */
function missedPart(data) {
  if (!data.missable) return null
  const button = make("button", { type: "button", onclick: async () => {
    button.disabled = true
    try {
      announce((await act("missed", { q: data.query, found: data.total })).said)
    } catch (error) {
      announce(error.message, true)
      button.disabled = false
    }
  } }, "이 검색은 실패했다")
  return make("p", { class: "u-missed" }, "찾던 것이 없나요? ", button,
    make("small", {}, "찾은 말만 남겨 검색을 고치는 데 씁니다. 누가 찾았는지는 남기지 않습니다."))
}
