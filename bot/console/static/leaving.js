// The way out, for every tab of the browser.

import { tell } from "./channel.js";
import { post } from "./server.js";

/** Sign out. Raises `Refused` where that couldn't be done. */
export async function leave() {
  try {
    await post("/leave", {});
  } catch (error) {
    if (error.status !== 404) throw error; // on 404 the session was over before
  }
  tell("over");
}
