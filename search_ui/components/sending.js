// Staff put the page they read on a screen of the council.

async function send(root, title) {
  const box = dialog(root, "u-send", "화면으로 보내기")
  const known = await guarded(() => act("screen.list"))
  if (!known) return
  const name = make("input", { id: "u-screen-name", maxlength: "40" })
  async function run(what, screen) {
    const done = await guarded(() => act(what, { name: screen, address: window.location.search }))
    if (!done) return
    box.hidePopover()
    announce(done.said)
  }
  const other = (event) => {
    event.preventDefault()
    run("screen.send", name.value)
  }
  const line = (one) => make("li", { class: "u-row" },
    make("button", { type: "button", onclick: () => run("screen.send", one.name) },
      make("span", {}, one.name), make("small", {}, one.on ? "켜져 있음" : "꺼져 있음")),
    one.filled ? make("button", { type: "button", class: "u-empty", "aria-label": `${one.name} 화면 비우기`, onclick: () => run("screen.clear", one.name) }, "비우기") : null)
  box.replaceChildren(make("h2", {}, "화면으로 보내기"), make("p", { class: "u-what" }, title),
    make("ul", {}, known.screens.map(line)),
    make("form", { onsubmit: other }, make("label", { for: "u-screen-name" }, "다른 화면의 이름"),
      make("span", { class: "u-row" }, name, make("button", { type: "submit" }, "보내기"))),
    make("p", { class: "u-what" }, "화면을 보는 사람의 권한으로 볼 수 있는 것만 보입니다."),
    make("p", { class: "u-foot" }, make("a", { href: "./screen" }, "화면 열기"), close(box)))
  box.showPopover()
  box.querySelector("ul button").focus()
}
