// A passkey for a publisher. What is shown is public; the list of publishers takes it.

import { create, NoPasskey } from "./passkey.js";
import { send } from "./server.js";

const part = (id) => document.getElementById(id);
const refused = part("refused");

part("make").addEventListener("click", async () => {
  refused.textContent = "";
  try {
    const { user, options } = await send("/publication/passkey/begin", {});
    const answer = await create(options);
    part("lines").value = (await send("/publication/passkey", { user, answer })).lines;
    part("made").hidden = false;
    part("lines").focus();
    part("lines").select();
  } catch (error) {
    const { words, none, old } = refused.dataset;
    if (error instanceof NoPasskey) refused.textContent = error.old ? old : none;
    else refused.textContent = error.words || words;
  }
});

part("copy").addEventListener("click", async () => {
  part("lines").select();
  await navigator.clipboard.writeText(part("lines").value);
  part("copy").textContent = part("copy").dataset.done;
});
