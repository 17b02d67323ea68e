// Somebody else may be reading along: before words go to the person it is asked once more, until
// there is something new to think of.

const part = (id) => document.getElementById(id);
const dialog = part("gate");
const answered = new Map();

/** What the server is told of an earlier "send it": "" for none. */
export const sure = (handle) => answered.get(handle) ?? "";

/** Ask. Resolves to "send", "neutral" or "". `why`: what the server gave as the reason. */
export function ask(handle, why) {
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
