// A dialogue on trial: the editor writes and presses in the person's place.

import { fragment } from "./server.js";

const part = (id) => document.getElementById(id);
const { flow, step, locale, over, emptied } = part("talk").dataset;
const chat = part("chat");

async function act(name, body) {
  chat.setAttribute("aria-busy", "true");
  part("refused").textContent = "";
  try {
    const [lines, called] = await fragment(`/texts/talk/${name}`, body);
    if (lines.dataset.emptied) {
      const note = document.createElement("p");
      note.className = "soft silent";
      note.textContent = emptied;
      chat.replaceChildren(note);
    }
    chat.append(...lines.children);
    part("called").textContent = called.textContent;
    chat.scrollTop = chat.scrollHeight;
  } catch (error) {
    part("refused").textContent = error.status === 404 ? over : part("failed").textContent;
  }
  chat.removeAttribute("aria-busy");
}

function begin() {
  chat.replaceChildren();
  return act("begin", { flow, step, locale });
}

if (chat) {
  const words = part("words");
  const write = () => {
    const said = words.value.trim();
    if (!said) return;
    words.value = "";
    act("write", { words: said });
  };
  part("send").addEventListener("click", write);
  words.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    write();
  });
  chat.addEventListener("click", (event) => {
    const choice = event.target.closest("[data-choice]")?.dataset.choice;
    if (choice) act("press", { choice });
  });
  for (const button of document.querySelectorAll("[data-wait]")) {
    button.addEventListener("click", () => act("wait", { seconds: Number(button.dataset.wait) }));
  }
  part("again").addEventListener("click", begin);
  begin();
}
