// On every page of somebody who is signed in: the way out.

import { send } from "./server.js";

document.getElementById("leave").addEventListener("click", async () => {
  try {
    await send("/leave", {});
  } catch (error) {
    if (error.status !== 404) return; // still signed in; on 404 the session was over before
  }
  location.replace("/");
});
