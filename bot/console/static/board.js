// The board: fetched whole whenever the queue may have changed, and as minutes pass.

import { inTurn } from "./in_turn.js";
import { out } from "./leaving.js";
import * as live from "./live.js";
import { fragment, send } from "./server.js";

const part = (id) => document.getElementById(id);
const place = part("now");
const LOOK_MILLISECONDS = 15_000;
const GATHER_MILLISECONDS = 500;
let pending = false;

function link(alive) {
  const { live: up, cut } = part("link").dataset;
  const words = alive ? up : cut;
  part("link").classList.toggle("cut", !alive);
  if (part("link").textContent !== words) part("link").textContent = words;
}

const show = inTurn(render);

async function render() {
  try {
    const found = await fragment("/board/now");
    keepPlace(() => place.replaceChildren(...found));
    const { late } = place.firstElementChild.dataset;
    const { title } = document.body.dataset;
    document.title = Number(late) ? `(${late}) ${title}` : title;
    link(true);
  } catch (error) {
    if (error.status === 404) out();
    else link(false);
  }
}

/** What is unfolded stays so, and the focus stays where it was. */
function keepPlace(replace) {
  const unfolded = [...place.querySelectorAll("details")].map((one) => one.open);
  const had = place.contains(document.activeElement) ? document.activeElement : null;
  const of = [...place.querySelectorAll("button, summary")].indexOf(had);
  replace();
  place.querySelectorAll("details").forEach((one, at) => (one.open = unfolded[at] ?? false));
  if (had) place.querySelectorAll("button, summary")[of]?.focus();
}

async function tried(path, body) {
  part("refused").textContent = "";
  try {
    await send(path, body);
  } catch (error) {
    if (error.status === 404) out();
    else if (error.status === undefined) throw error;
    else part("refused").textContent = error.words || part("failed").textContent;
  }
  await show();
}

place.addEventListener("click", (event) => {
  const button = event.target.closest("[data-do]");
  if (!button) return;
  const { token } = button.dataset;
  tried(`/board/${button.dataset.do}`, token ? { token } : {});
});
part("closing")?.addEventListener("submit", (event) => {
  event.preventDefault();
  tried("/board/close", { until: part("closing").elements.until.value });
});

/** Under load the queue changes many times a second; nobody reads that fast. */
function look() {
  if (pending) return;
  pending = true;
  setTimeout(() => {
    pending = false;
    show();
  }, GATHER_MILLISECONDS);
}

live.listen((kind) => (kind === "over" ? out() : look()), link);
setInterval(look, LOOK_MILLISECONDS);
show();
