// What is replaced between press and release is never clicked: the browser finds another element
// under the finger than the one that was pressed.

const HELD_MILLISECONDS = 2_000; // a release may be lost; what is shown may not stand still

/** Returns a function whose promise is over once nothing is held down in `place`. */
export function watchPresses(place) {
  let pressed = null;
  place.addEventListener("pointerdown", () => {
    pressed = new Promise((released) => {
      setTimeout(released, HELD_MILLISECONDS);
      const over = () => setTimeout(released); // the click comes right after
      for (const end of ["pointerup", "pointercancel"]) window.addEventListener(end, over, { once: true });
    });
  });
  return () => pressed;
}
