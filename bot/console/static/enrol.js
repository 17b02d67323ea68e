// A one-time link: its token stands after the # of the address, and is taken out of it at once.

import { create, NoPasskey } from "./passkey.js";
import { post } from "./server.js";

const part = (id) => document.getElementById(id);
const form = part("enrol");
const refused = part("refused");
const token = location.hash.slice(1);
history.replaceState(null, "", location.pathname);
addEventListener("hashchange", () => location.reload());

const kind = matchMedia("(pointer: coarse)").matches ? "phone" : "computer";
form.querySelector(`[value="${kind}"]`).checked = true;

look();

async function look() {
  if (!token) {
    refused.textContent = refused.dataset.bare;
    return;
  }
  try {
    const { name } = await post("/enrol/look", { token });
    const whose = part("whose");
    whose.textContent = name ? whose.dataset.words.replace("NAME", name) : whose.dataset.new;
    part("naming").hidden = Boolean(name);
    part("name").required = !name;
    form.hidden = false;
  } catch (error) {
    refused.textContent = error.words || refused.dataset.words;
  }
}

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  refused.textContent = "";
  const device = new FormData(form).get("device");
  const given = { token, name: part("name").value.trim() };
  try {
    const { user, options } = await post("/enrol/begin", given);
    const answer = await create(options);
    await post("/enrol", { ...given, user, device, answer });
    location.replace("/");
  } catch (error) {
    const { words, none, old } = refused.dataset;
    if (error instanceof NoPasskey) refused.textContent = error.old ? old : none;
    else refused.textContent = error.words || words;
  }
});
