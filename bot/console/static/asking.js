// Reviews as an editor asks for them: which texts, the link, which is shown once, and its end.

import { send } from "./server.js";

const part = (id) => document.getElementById(id);
const failed = () => part("failed").textContent;

function give(place, link) {
  place.hidden = false;
  const field = place.querySelector(".link-text");
  const copy = place.querySelector(".copy");
  field.value = link;
  copy.onclick = async () => {
    field.select();
    try {
      await navigator.clipboard.writeText(field.value);
      copy.textContent = copy.dataset.done;
    } catch {
      document.execCommand("copy");
    }
  };
  field.focus();
  field.select();
}

const ask = part("ask");
if (ask) {
  const ticks = [...ask.querySelectorAll("input[type=checkbox]")];
  const chosen = () => ticks.filter((one) => one.checked).map((one) => one.name);
  const howMany = part("how-many");
  const count = () => {
    howMany.textContent = howMany.dataset.words.replace("COUNT", chosen().length);
  };
  for (const one of ticks) one.addEventListener("change", count);
  count();
  part("all-unsigned").addEventListener("click", (event) => {
    const due = ticks.filter((one) => one.dataset.state === "not_yet");
    for (const one of ticks) one.checked = false;
    for (const one of due.slice(0, Number(event.target.dataset.most))) one.checked = true;
    count();
  });
  part("make")?.addEventListener("click", async (event) => {
    part("refused").textContent = "";
    event.target.disabled = true;
    try {
      const { reviewer, locale } = ask.dataset;
      const answer = await send("/texts/reviews/ask", { reviewer, locale, names: chosen() });
      give(part("given"), answer.link);
    } catch (error) {
      part("refused").textContent = error.words || failed();
    }
    event.target.disabled = false;
  });
}

for (const row of document.querySelectorAll("[data-review]")) {
  const path = `/texts/reviews/${row.dataset.review}`;
  const said = row.querySelector(".said");
  const act = (button, work) => row.querySelector(button)?.addEventListener("click", async (event) => {
    event.target.disabled = true;
    try {
      await work();
    } catch (error) {
      said.textContent = error.words || failed();
    }
    event.target.disabled = false;
  });
  act(".renew", async () => give(row.querySelector(".given"), (await send(`${path}/link`, {})).link));
  act(".withdraw", async () => {
    said.textContent = (await send(`${path}/withdraw`, {})).said;
    row.querySelector(".given").hidden = true;
    row.querySelector(".acts").hidden = true;
  });
}
