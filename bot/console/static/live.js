// One stream for the whole browser, not one a tab: a browser opens six connections to a host. The tab
// that holds the lock has the stream and tells the others.

import { base } from "./server.js";

const channel = new BroadcastChannel(`desk${base}`);
const FEW_SECONDS = 3_000;

/** Calls `heard(kind, handle)` for each event, and `link(alive)` as the stream lives or is cut. */
export function listen(heard, link) {
  const tell = (kind, data = "") => {
    receive({ kind, data });
    channel.postMessage({ kind, data });
  };
  const receive = ({ kind, data }) => {
    if (kind === "link") link(data === "yes");
    else {
      if (kind !== "over") link(true);
      heard(kind, data);
    }
  };
  channel.onmessage = (message) => receive(message.data);
  const hold = () => new Promise(() => stream(tell));
  if (navigator.locks) navigator.locks.request(`desk-stream${base}`, hold);
  else stream(tell);
}

function stream(tell) {
  const source = new EventSource(`${base}/live`);
  for (const kind of ["all", "queue", "conversation"]) {
    source.addEventListener(kind, (event) => tell(kind, event.data));
  }
  source.addEventListener("over", () => {
    source.close();
    tell("over");
  });
  source.onerror = () => {
    tell("link", "no");
    if (source.readyState !== EventSource.CLOSED) return; // it tries again by itself
    setTimeout(() => stream(tell), FEW_SECONDS);
  };
}
