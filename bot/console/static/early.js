// Before the page's scripts are there: a press on a button is done once they are. The last one only,
// since nobody saw what the ones before did. No module, as modules come late.

{
  let pressed = null;
  let missing = false;

  const early = (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    event.preventDefault();
    event.stopImmediatePropagation(); // some of the scripts may be there
    pressed?.removeAttribute("aria-busy");
    pressed = button;
    pressed.setAttribute("aria-busy", "true");
  };
  document.addEventListener("click", early, true);
  window.addEventListener("error", ({ target }) => (missing ||= target instanceof HTMLScriptElement), true);

  // Modules have run by then, or can't be had.
  document.addEventListener("DOMContentLoaded", () => {
    document.removeEventListener("click", early, true);
    pressed?.removeAttribute("aria-busy");
    const unloaded = document.getElementById("unloaded");
    if (missing && unloaded) unloaded.hidden = false;
    else pressed?.click();
  });
}
