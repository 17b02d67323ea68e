// Shortcuts, by the place of the key and not by its letter: they work on Russian and Kazakh layouts.

const on = document.getElementById("keys-on");

/** `does`: what to do, by the code of a key (UI Events, KeyboardEvent.code). */
export function listen(does) {
  document.addEventListener("keydown", (event) => {
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
    const typing = event.target.closest("input, textarea, select, dialog");
    const what = does[event.code];
    if (!on.checked || !plain || typing || !what || event.repeat) return;
    event.preventDefault();
    what(event);
  });
}
