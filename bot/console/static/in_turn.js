// One request at a time for what is shown, however fast it changes: else each answer would be thrown
// away for the next one, and nothing be shown while much happens.

/** A function that does `work()`. Whoever calls it while that is going on gets what is done once more
 *  afterwards, so nobody is answered with what was there before they asked. */
export function inTurn(work) {
  let running = null;
  let next = null;
  return function ask() {
    if (!running) return (running = work().finally(() => (running = null)));
    const over = running.catch(() => {}); // whoever began it hears of that
    next ??= over.then(() => {
      next = null;
      return ask();
    });
    return next;
  };
}
