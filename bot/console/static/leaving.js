// The way out, for every tab of the browser.

import { tell } from "./channel.js";
import { post } from "./server.js";

let going = false;

/** Sign out. Raises `Refused` where that couldn't be done. */
export async function leave() {
  try {
    await post("/leave", {});
  } catch (error) {
    if (error.status !== 404) throw error; // on 404 the session was over before
  }
  tell("over");
}

/** Go to the entrance, or where the page says: once, however many find that all is over. Each
 *  navigation ends the one before, and on a slow line none would arrive. */
export function out(to = document.body.dataset.out ?? "/") {
  if (going) return;
  going = true;
  location.replace(to);
}
