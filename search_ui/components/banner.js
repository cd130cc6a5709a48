// One line that says the council is made up.

export default function ({ data, parentElement }) {
  const line = parentElement.querySelector(":scope > .u-banner") ?? make("div", { class: "u-banner", role: "note" })
  line.replaceChildren(make("strong", {}, "시연용"), data)
  if (!line.isConnected) parentElement.append(line)
}
