// One's own devices.

import { create, NoPasskey } from "./passkey.js";
import { send } from "./server.js";
import { showLink, sure } from "./sure.js";

const part = (id) => document.getElementById(id);
const said = part("said");

part("add").addEventListener("submit", (event) => {
  event.preventDefault();
  const device = new FormData(part("add")).get("device");
  tell(async () => {
    const answer = await create(await send("/devices/begin", {}));
    await send("/devices/add", { device, answer });
    location.reload();
  });
});

part("elsewhere").addEventListener("click", () =>
  tell(async () => showLink((await send("/devices/link", {})).link)),
);

for (const button of document.querySelectorAll("[data-lose]")) {
  button.addEventListener("click", async () => {
    if (!(await sure(button.dataset.ask))) return;
    tell(async () => {
      await send("/devices/lose", { device: button.dataset.lose });
      location.replace("/");
    });
  });
}

async function tell(act) {
  said.textContent = "";
  try {
    await act();
  } catch (error) {
    const { words, none, old } = said.dataset;
    if (error instanceof NoPasskey) said.textContent = error.old ? old : none;
    else said.textContent = error.words || words;
  }
}
