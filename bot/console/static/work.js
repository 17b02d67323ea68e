// Looking for a text by its words. They stay out of the address.

import { fragment } from "./server.js";

const part = (id) => document.getElementById(id);

async function find() {
  const words = part("words").value.trim();
  if (!words) return;
  try {
    const body = { words, locale: part("find-locale").value };
    part("found").replaceChildren(...(await fragment("/texts/find", body)));
  } catch {
    part("found").textContent = part("failed").textContent;
  }
}

part("find").addEventListener("click", find);
part("words").addEventListener("keydown", (event) => {
  if (event.key === "Enter") find();
});
