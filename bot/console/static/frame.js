// On every page of somebody who is signed in: the stream, the lock, what calls, and the way out.

import { hear } from "./channel.js";
import { leave } from "./leaving.js";
import { lock } from "./lock.js";
import "./notices.js";

hear("over", () => location.replace("/"));
document.getElementById("leave")?.addEventListener("click", () => leave().catch(() => {}));
document.getElementById("lock")?.addEventListener("click", lock);
