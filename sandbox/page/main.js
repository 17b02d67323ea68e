// Joins both panes with the stream of events, the clock and the state of the model.

import { act, listen, read } from "/page/api.js";
import { Desk } from "/page/desk.js";
import { Phone } from "/page/phone.js";

const MODEL_EVERY_MS = 3000;
const WORDS = { ready: "model ready", loading: "model loading", down: "model down" };

const phone = new Phone();
const desk = new Desk();
const clock = document.querySelector('[data-testid="clock"]');
const model = document.querySelector('[data-testid="model-state"]');
const leads = document.getElementById("console");
let ahead = 0;

listen((note) => {
  if (note.kind === "answer") {
    phone.answered(note);
    desk.answered(note);
    return;
  }
  if (note.kind === "typing") {
    phone.typing(note.chat);
    return;
  }
  const people = note.chat?.startsWith("people/");
  if (note.kind === "reload" || (people && !note.chat.endsWith(".private"))) phone.refresh();
  if (!people || note.chat.endsWith(".private")) desk.refresh();
});

function tick() {
  clock.textContent = new Date(Date.now() + ahead).toLocaleString();
}

async function synchronise() {
  const state = await read("state");
  if (state) ahead = state.now * 1000 - Date.now();
  if (state?.console) {
    leads.href = state.console;
    leads.hidden = false;
  }
  tick();
}

for (const button of document.querySelectorAll("[data-advance]")) {
  button.addEventListener("click", async () => {
    await act("clock", { advance: Number(button.dataset.advance) });
    await synchronise();
  });
}

async function ask() {
  const answer = await read("model").catch(() => null);
  const state = answer ? answer.state : "none";
  model.dataset.state = state;
  model.hidden = state === "none";
  model.textContent = WORDS[state] || "";
  if (state !== "none" || !answer) setTimeout(ask, MODEL_EVERY_MS);
}

synchronise();
ask();
setInterval(tick, 1000);
