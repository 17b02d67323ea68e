// On every page of somebody who is signed in: the stream, the lock, what calls, the way out, and what
// is still due of them.

import { hear } from "./channel.js";
import { leave, out } from "./leaving.js";
import { lock } from "./lock.js";
import "./notices.js";
import { fragment } from "./server.js";

fragment("/devices/wanted").then(
  (found) => {
    const reminder = document.getElementById("reminder");
    reminder.replaceChildren(...found);
    reminder.hidden = !found.length;
  },
  () => {}, // the page itself tells when it is cut off
);

hear("over", () => out("/"));
document.getElementById("leave")?.addEventListener("click", () => leave().catch(() => {}));
document.getElementById("lock")?.addEventListener("click", lock);
