import { send } from "./server.js";

for (const button of document.querySelectorAll("[data-role]")) {
  button.addEventListener("click", async () => {
    try {
      await send("/demo", { role: button.dataset.role });
      location.replace("/");
    } catch {
      const refused = document.getElementById("refused");
      refused.textContent = refused.dataset.words;
    }
  });
}
