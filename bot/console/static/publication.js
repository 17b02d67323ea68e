// Publications: the parts of the page that take seconds, and acts that publishers sign.

import { get, NoPasskey } from "./passkey.js";
import { fragment, send } from "./server.js";

const part = (id) => document.getElementById(id);
const page = part("publication");
const proposal = () => document.querySelector("[data-proposal]")?.dataset.proposal;

// -- parts ----------------------------------------------------------------------------------------

const timers = new WeakMap();
let shownNumber = null;
let waiting = null;

async function load(place, path) {
  clearTimeout(timers.get(place));
  let again = 5000;
  try {
    const found = await fragment(path);
    // what hasn't changed stays: nobody loses their place, and nothing is read out again
    const there = place.children;
    const same = found.length === there.length && found.every((one, at) => one.isEqualNode(there[at]));
    if (!same) place.replaceChildren(...found);
    again = Number(place.querySelector("[data-again]")?.dataset.again ?? 0);
    if (path === "/publication/bots") moved(place.firstElementChild.dataset);
  } catch (error) {
    if (error.status === 404) return;
  }
  for (const button of place.querySelectorAll("[data-locale]")) {
    button.onclick = () => load(place, `${path.split("?")[0]}?locale=${button.dataset.locale}`);
  }
  if (again && place.isConnected) timers.set(place, setTimeout(() => load(place, path), again));
}

/** Something else is live, proposed or signed than when this page was made: it is made anew, but for
 *  what somebody is pasting. */
function moved({ number, waiting: now }) {
  const other = shownNumber !== null && (shownNumber !== number || waiting !== now);
  if (other && !part("file-back")?.value) location.reload();
  shownNumber = number;
  waiting = now;
}

for (const place of document.querySelectorAll("[data-part]")) load(place, place.dataset.part);

for (const one of document.querySelectorAll("[data-lazy]")) {
  one.addEventListener("toggle", () => {
    const place = one.querySelector(".lazy");
    if (one.open && !place.childElementCount) load(place, one.dataset.lazy);
  });
}

// -- acts -----------------------------------------------------------------------------------------

const ACTS = {
  propose: () =>
    send("/publication/propose", {
      digest: document.querySelector("[data-digest]").dataset.digest,
      with_stale: part("with-stale").checked,
    }),
  withdraw: () => send("/publication/withdraw", { name: proposal() }),
  publish: () => send("/publication/publish", { name: proposal() }),
  sign: async () => {
    const name = proposal();
    const answer = await get(await send("/publication/sign/begin", { name }));
    await send("/publication/sign", { name, answer });
  },
  signed: () => send("/publication/signed", { name: proposal(), file: part("file-back").value }),
  back: async ({ to, unsigned }) => {
    if (unsigned !== undefined) return send("/publication/back", { digest: to });
    const answer = await get(await send("/publication/back/begin", { digest: to }));
    return send("/publication/back", { digest: to, answer });
  },
};

for (const button of document.querySelectorAll("[data-act]")) {
  button.addEventListener("click", () => act(button));
}

async function act(button) {
  const { act: name } = button.dataset;
  button.disabled = true;
  part("refused").textContent = "";
  part("working").textContent = part("working").dataset.words;
  try {
    await ACTS[name](button.dataset);
    if (name === "publish" || name === "back") await live();
    location.reload();
  } catch (error) {
    part("working").textContent = "";
    part("refused").textContent = said(error);
    part("refused").focus();
    button.disabled = false;
  }
}

function said(error) {
  if (error instanceof NoPasskey) return error.old ? page.dataset.old : page.dataset.none;
  if (error.status === undefined) throw error;
  return error.words || part("failed").textContent;
}

/** Until this console shows other texts than before, at most for a few seconds. */
async function live() {
  for (let tries = 0; tries < 20; tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 500));
    const [found] = await fragment("/publication/bots");
    if (found.dataset.number !== shownNumber) return;
  }
}

// -- a file for the terminal ----------------------------------------------------------------------

document.querySelector(".by-file")?.addEventListener("toggle", async () => {
  if (part("file").value) return;
  try {
    part("file").value = (await send("/publication/file", { name: proposal() })).file;
  } catch (error) {
    part("refused").textContent = said(error);
  }
});
