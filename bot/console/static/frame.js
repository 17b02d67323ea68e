// On every page of somebody who is signed in: the way out, and what is still due of them.

import { fragment, send } from "./server.js";

fragment("/devices/wanted").then(
  (found) => {
    const reminder = document.getElementById("reminder");
    reminder.replaceChildren(...found);
    reminder.hidden = !found.length;
  },
  () => {}, // the page itself tells when it is cut off
);

document.getElementById("leave").addEventListener("click", async () => {
  try {
    await send("/leave", {});
  } catch (error) {
    if (error.status !== 404) return; // still signed in; on 404 the session was over before
  }
  location.replace("/");
});
