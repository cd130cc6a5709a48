// What components that do something share: asking our server, and saying how it went.

/** Have our own server do something; what goes wrong is thrown in words for people. */
async function act(what, order = {}) {
  const asked = { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ what, ...order }) }
  const answer = await fetch("./work/act", asked).catch(() => null)
  const said = await answer?.json().catch(() => null)
  if (!said) throw new Error("서버가 답하지 않습니다. 잠시 뒤 다시 해 보세요.")
  if (!answer.ok) throw new Error(`${said.reason}. ${said.advice}`)
  return said
}

/** Say `text` to everyone: on screen for a while, and to those who listen to it. */
function announce(text, wrong = false) {
  let place = document.querySelector("#u-said")
  if (!place) {
    place = make("p", { id: "u-said", role: "status", "aria-live": "polite" })
    document.body.append(place)
  }
  clearTimeout(place.timer)
  place.className = wrong ? "u-wrong" : "u-fine"
  place.textContent = text
  place.timer = setTimeout(() => { place.textContent = "" }, wrong ? 12000 : 6000)
}
