// A practice's own stream, in its own tab. The desk's stream goes on beside it: a true emergency rings.

import { locked, whenUnlocked } from "./door.js";
import { out } from "./leaving.js";
import { base } from "./server.js";

const FEW_MILLISECONDS = 3_000;

/** Calls `heard(kind, handle)` for each event, and `link(alive)` as the stream lives or is cut. */
export function listen(heard, link) {
  whenUnlocked(() => heard("all", ""));
  stream((kind, handle) => {
    if (locked()) return; // all is fetched once it opens
    link(true);
    heard(kind, handle);
  }, link);
}

function stream(heard, link) {
  const source = new EventSource(`${base}/live`);
  for (const kind of ["all", "queue", "conversation"]) {
    source.addEventListener(kind, (event) => heard(kind, event.data));
  }
  source.addEventListener("over", () => {
    source.close();
    out();
  });
  source.onerror = () => {
    link(false);
    if (source.readyState !== EventSource.CLOSED) return; // it tries again by itself
    setTimeout(() => stream(heard, link), FEW_MILLISECONDS);
  };
}
