// Practice: begin a dialogue, end it, and go to the marks.

import { out } from "./leaving.js";
import { send } from "./server.js";

const spoken = document.getElementById("spoken");

for (const button of document.querySelectorAll("[data-begin]")) {
  button.addEventListener("click", async () => {
    const locale = button.dataset.spoken ?? spoken.value;
    button.disabled = true;
    try {
      await send("/practice/begin", { dialogue: button.dataset.begin, locale });
      location.assign("/practice/desk");
    } catch (error) {
      if (error.status === 404) location.replace("/");
      const words = error.words || document.getElementById("failed").textContent;
      document.getElementById("refused").textContent = words;
      button.disabled = false;
    }
  });
}

document.getElementById("practice-end")?.addEventListener("click", async () => {
  try {
    await send("/practice/end", {});
    out("/practice/marks");
  } catch {
    location.assign("/practice");
  }
});
