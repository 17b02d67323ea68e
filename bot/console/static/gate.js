// Somebody else may be reading along: before words go to the person it is asked once more, until
// there is something new to think of.

import { send } from "./server.js";

const part = (id) => document.getElementById(id);
const dialog = part("gate");
const answered = new Map();

/** Send words or one of our texts; where somebody else may be reading, after one more question.
 * Whether it went. */
export async function sendGated(handle, kind, body, number) {
  const path = `/desk/ticket/${handle}/${kind}`;
  const sure = answered.get(handle) ?? "";
  try {
    await send(path, sure ? { ...body, sure } : body, number);
    return true;
  } catch (error) {
    if (!error.said?.sure) throw error;
    const chosen = await ask(handle, error.said.sure);
    if (chosen === "send") await send(path, { ...body, sure: error.said.sure }, number);
    if (chosen === "neutral") await send(`/desk/ticket/${handle}/neutral`, {});
    return chosen === "send";
  }
}

/** Ask. Resolves to "send", "neutral" or "". `why`: what the server gave as the reason. */
function ask(handle, why) {
  return new Promise((resolve) => {
    dialog.returnValue = "";
    dialog.addEventListener(
      "close",
      () => {
        if (dialog.returnValue === "send") answered.set(handle, why);
        resolve(dialog.returnValue);
      },
      { once: true },
    );
    dialog.showModal();
  });
}

part("gate-send").addEventListener("click", () => dialog.close("send"));
part("gate-neutral").addEventListener("click", () => dialog.close("neutral"));
