// The end of a shift: each ticket is left to whoever is next; then the shift ends.

import { fresh, send } from "./server.js";

const part = (id) => document.getElementById(id);

function left(form) {
  const given = new FormData(form);
  const named = Object.fromEntries(["promised", "due", "awaited", "whom", "note"].map((one) => [one, given.get(one)]));
  return { ...named, told: given.getAll("told") };
}

/** Do it; say beside it what went wrong. */
async function tried(place, button, work) {
  button.disabled = true;
  place.textContent = "";
  try {
    await work();
  } catch (error) {
    if (error.status === 404) location.replace("/");
    else if (error.status === undefined) throw error;
    else place.textContent = error.words || part("failed").textContent;
  } finally {
    button.disabled = false;
  }
}

for (const form of document.querySelectorAll("form.left")) {
  const number = fresh(); // tried again after a fault, it is handed over once
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    tried(form.querySelector(".refused"), form.querySelector("[type=submit]"), async () => {
      await send(`/desk/ticket/${form.dataset.handle}/hand-over`, left(form), number);
      const next = form.nextElementSibling;
      form.remove();
      if (document.querySelector("form.left")) next.querySelector("select, button, a")?.focus();
      else {
        part("none-left").hidden = part("end").hidden = false;
        part("end").focus();
      }
    });
  });
}

part("end").addEventListener("click", () =>
  tried(part("end-refused"), part("end"), async () => {
    await send("/end-shift", {});
    location.replace("/");
  }),
);
