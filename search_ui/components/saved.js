// Saved searches with what is new in each, and one's own history.

async function work(root, what, order, focus) {
  try {
    const done = await act(what, order)
    build(root, done.shown)
    root.querySelector(focus)?.focus()
    announce(done.said)
  } catch (error) {
    announce(error.message, true)
  }
}

function search(root, one, data) {
  const here = (more) => `[data-search="${CSS.escape(one.id)}"] ${more}`
  const run = (what, more, focus) => work(root, what, { id: one.id, ...more }, focus ?? here("h2 a"))
  const email = make("input", { type: "email", id: `u-mail-${one.id}`, maxlength: "254", placeholder: "이름@의회.kr" })
  email.value = one.email
  const mail = (event) => {
    event.preventDefault()
    run("search.mail", { email: email.value })
  }
  const feed = new URL(one.feed, window.location.href)
  return make("li", { class: "u-search", "data-search": one.id },
    make("div", { class: "u-head" }, make("h2", {}, make("a", { href: one.href, onclick: () => act("search.saw", { id: one.id }).catch(() => {}) }, one.name)),
      make("span", { class: one.count ? "u-new" : "u-old" }, one.count || one.partly ? `새 자료 ${one.fresh}` : "새 자료 없음")),
    one.partly ? make("p", { class: "u-about" }, one.partly) : null,
    one.said ? make("p", { class: "u-about" }, one.said) : null,
    one.new.length ? make("ul", { class: "u-fresh", "aria-label": `${one.name}의 새 자료` }, one.new.map((paper) => make("li", {},
      make("a", { href: paper.href }, paper.title), " ", make("small", {}, paper.about)))) : null,
    one.count > one.new.length ? make("p", { class: "u-about" }, `그 밖에 ${(one.count - one.new.length).toLocaleString("ko")}건`) : null,
    make("div", { class: "u-row u-acts" },
      one.count || one.partly ? make("button", { type: "button", onclick: () => run("search.saw", {}) }, "새 자료 확인함") : null,
      make("a", { class: "u-button", href: feed.toString(), "data-leave": "", target: "_blank", rel: "noopener" }, "피드 (Atom)"),
      data.mail ? make("form", { onsubmit: mail }, make("label", { for: `u-mail-${one.id}`, class: "u-unseen" }, `${one.name} 알림을 받을 메일`),
        make("span", { class: "u-row" }, email, make("button", { type: "submit" }, one.email ? "메일 바꾸기" : "메일로 받기"))) : null,
      make("button", { type: "button", "aria-label": `${one.name} 지우기`, onclick: () => run("search.drop", {}, "h1") }, "지우기")))
}

function past(root, data) {
  const forget = (order, focus) => work(root, "past.forget", order, focus)
  return make("section", { "aria-labelledby": "u-past" },
    make("div", { class: "u-head" }, make("h2", { id: "u-past", tabindex: "-1" }, "검색 기록"),
      data.past.length ? make("button", { type: "button", onclick: () => forget({}, "#u-past") }, "모두 지우기") : null),
    make("p", { class: "u-hint" }, "나만 봅니다. 지우면 남지 않습니다."),
    data.past.length ? make("ul", { class: "u-past" }, data.past.map((one) => make("li", {},
      make("a", { href: one.href }, one.said), make("small", {}, one.found), make("small", {}, one.when),
      make("button", { type: "button", "aria-label": `${one.said} 기록 지우기`, onclick: () => forget({ past: one.id }, "#u-past") }, "×"))))
      : make("p", { class: "u-none" }, "기록이 없습니다."))
}

function build(root, data) {
  root.replaceChildren(make("h1", { tabindex: "-1" }, "저장한 검색"),
    make("p", { class: "u-hint" }, "검색 화면의 ‘이 검색 저장’으로 모읍니다. 새로 들어오거나 바뀐 자료를 여기와 피드, 메일로 알립니다. ", data.mailNote),
    data.searches.length ? make("ul", {}, data.searches.map((one) => search(root, one, data)))
      : make("div", { class: "u-advice" }, make("h2", {}, "저장한 검색이 없습니다"), make("p", {}, make("a", { href: "./" }, "검색하러 가기"))),
    past(root, data))
}

export default function ({ data, parentElement }) {
  let root = parentElement.querySelector(":scope > .u-saved")
  if (!root) {
    root = make("div", { class: "u-saved u-desk" })
    root.addEventListener("click", (event) => follow(event))
    parentElement.append(root)
  }
  if (JSON.stringify(root.given) === JSON.stringify(data)) return
  root.given = data
  build(root, data)
}
