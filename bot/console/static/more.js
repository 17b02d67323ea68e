// What else can be done to the open ticket: fetched when somebody asks, with its choices.

import { fragment, fresh } from "./server.js";

const dialog = document.getElementById("more");

/** Show it. `act(name, body)`: does something to the ticket and rejects with what was refused;
 *  `part`: what is to be open at once. */
export async function open(handle, act, part = "") {
  dialog.replaceChildren(...(await fragment(`/desk/ticket/${handle}/more`)));
  const body = dialog.firstElementChild;
  body.addEventListener("click", (event) => {
    const button = event.target.closest("[data-do]");
    if (button) choose(button, body, act);
  });
  const opened = body.querySelector(`[data-part="${part}"]`);
  if (opened) opened.open = true;
  if (!dialog.open) dialog.showModal();
  opened?.querySelector("button, textarea")?.focus();
}

async function choose(button, body, act) {
  const { do: name, whom, until, urgency, note } = button.dataset;
  if (name === "dismiss") {
    dialog.close();
    return;
  }
  const text = note ? (document.getElementById(note)?.value ?? "") : "";
  const given = Object.entries({ whom, until, urgency, text }).filter(([, value]) => value);
  button.dataset.number ??= fresh(); // pressed again after a fault, it happens once
  try {
    await act(name, Object.fromEntries(given), button.dataset.number);
    dialog.close();
  } catch (error) {
    if (error.words) delete button.dataset.number;
    body.querySelector(".refused").textContent =
      error.words || document.getElementById("failed").textContent;
  }
}

dialog.addEventListener("close", () => dialog.replaceChildren()); // notes aren't left lying there
