import { get, NoPasskey } from "./passkey.js";
import { post } from "./server.js";

const refused = document.getElementById("refused");

for (const button of document.querySelectorAll("[data-role]")) {
  button.addEventListener("click", () => enter(() => post("/demo", { role: button.dataset.role })));
}

document.getElementById("sign-in")?.addEventListener("click", () =>
  enter(async () => {
    const answer = await get(await post("/sign-in/begin", {}));
    await post("/sign-in", { answer });
  }),
);

async function enter(how) {
  refused.textContent = "";
  try {
    await how();
    location.replace("/");
  } catch (error) {
    const { words, none, old } = refused.dataset;
    if (error instanceof NoPasskey) refused.textContent = error.old ? old : none;
    else refused.textContent = error.words || words;
  }
}
