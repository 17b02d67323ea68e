// Whether this page is locked, and who waits for it to open. Nothing is fetched or shown until then.

let waits = null;
let open = null;
let times = 0;
const [shutting, opening] = [[], []];

export const locked = () => waits !== null;

/** How often it was opened: an answer to what was asked before that tells nothing of now. */
export const opens = () => times;

/** Over when the page is open. */
export const opened = () => waits ?? Promise.resolve();

/** Lock it, if it isn't. */
export function lock() {
  if (waits) return;
  waits = new Promise((resolve) => (open = resolve));
  for (const does of shutting) does();
}

/** Open it. */
export function unlock() {
  if (!waits) return;
  waits = null;
  times += 1;
  open();
  for (const does of opening) does();
}

/** Call when it locks: words go out of the page here. */
export const whenLocked = (does) => shutting.push(does);

/** Call when it opens. */
export const whenUnlocked = (does) => opening.push(does);
