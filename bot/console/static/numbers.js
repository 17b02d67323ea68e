// Phone numbers: a test call is written down; which lines vanish with a number is shown.

import { fragment, send } from "./server.js";

const failed = () => document.getElementById("failed").textContent;

for (const row of document.querySelectorAll("[data-contact]")) {
  const path = `/texts/number/${row.dataset.contact}`;
  row.querySelector(".without").addEventListener("click", async () => {
    const lost = row.querySelector(".lost");
    try {
      lost.replaceChildren(...(await fragment(`${path}/without`)));
    } catch {
      lost.textContent = failed();
    }
  });
  row.querySelector(".called")?.addEventListener("click", async (event) => {
    const said = row.querySelector(".said");
    event.target.disabled = true;
    try {
      const answer = await send(`${path}/called`, { heard: row.querySelector(".heard").value });
      said.textContent = answer.said;
    } catch (error) {
      said.textContent = error.words || failed();
    }
    event.target.disabled = false;
  });
}
