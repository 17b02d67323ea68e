// What the tabs of one browser tell each other: that something happened, never a word of anybody's.

const channel = new BroadcastChannel("desk");
const ears = new Map();

/** Call `does(data)` when this tab or another one tells of `kind`. */
export function hear(kind, does) {
  ears.set(kind, [...(ears.get(kind) ?? []), does]);
}

/** Tell all tabs, this one as well. */
export function tell(kind, data = "") {
  channel.postMessage({ kind, data });
  pass(kind, data);
}

function pass(kind, data) {
  for (const does of ears.get(kind) ?? []) does(data);
}

channel.onmessage = (message) => pass(message.data.kind, message.data.data);
