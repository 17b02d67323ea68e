// The time that is left to answer in, beside each own ticket whose person waits: by the server's
// clock, since a computer's own may be wrong.

const SOON_SECONDS = 45;
const place = document.getElementById("queue");

let fetched = null;
let ahead = 0; // seconds by which the server's clock was ahead when the queue was fetched

const here = () => performance.now() / 1000;

function show() {
  const list = place.querySelector("[data-now]");
  if (!list) return;
  if (list !== fetched) [fetched, ahead] = [list, Number(list.dataset.now) - here()];
  for (const left of list.querySelectorAll(".entry-left")) {
    const { due } = left.closest(".entry").dataset;
    const seconds = Math.max(0, Math.round(due - ahead - here()));
    left.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
    left.classList.toggle("soon", seconds < SOON_SECONDS);
  }
}

new MutationObserver(show).observe(place, { childList: true });
setInterval(show, 1000);
