// The desk: brings the queue, the open ticket, the stream and the keys together.

import * as closing from "./closing.js";
import * as conversation from "./conversation.js";
import { whenLocked } from "./door.js";
import * as drawer from "./drawer.js";
import * as keys from "./keys.js";
import { out } from "./leaving.js";
import * as desk from "./live.js";
import * as more from "./more.js";
import * as practice from "./practice_live.js";
import * as queue from "./queue.js";
import { base, fresh, send } from "./server.js";
import * as sounds from "./sounds.js";
import "./countdown.js";

const part = (id) => document.getElementById(id);
const refused = part("refused");
const ALONG_MILLISECONDS = 10_000; // a sign that somebody reads along lapses unless it is renewed
const LOOK_MILLISECONDS = 30_000; // minutes pass on the page also where nothing happens

// -- faults ----------------------------------------------------------------------------------------

function link(alive) {
  const { live: up, cut } = part("link").dataset;
  const words = alive ? up : cut;
  part("link").classList.toggle("cut", !alive);
  if (part("link").textContent !== words) part("link").textContent = words;
}

/** Do it; say what went wrong, until something else is done. */
async function tried(work) {
  refuse("");
  try {
    await work();
    link(true);
  } catch (error) {
    if (error.status === 404) out();
    else if (error.words) {
      refuse(error.words);
      everything(); // what is shown is older than what was refused
    } else if (error.status === undefined) throw error;
    else {
      link(error.status !== 0 && error.status !== 503);
      refuse(part("failed").textContent);
    }
  }
}

/** Why something wasn't done. Beside the ticket and not in it: it stays as the ticket is shown anew. */
function refuse(words) {
  refused.textContent = words;
}

const quietly = (work) => work().catch((error) => (error.status === 404 ? out() : link(false)));

// -- what is shown ---------------------------------------------------------------------------------

/** The queue; and the open ticket, where it stands in the queue no more. */
async function showQueue() {
  const open = conversation.opened();
  queue.mark(open);
  await queue.show();
  if (open && !queue.has(open)) quietly(conversation.show);
}

function everything() {
  quietly(showQueue);
  quietly(conversation.show);
}

queue.whenRested(() => quietly(showQueue));
queue.whenLost((names) => refuse(refused.dataset.gone.replace("%", names)));
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "visible") everything();
});

async function choose(handle) {
  queue.mark(handle);
  queue.look(handle);
  await tried(() => conversation.choose(handle));
}

const live = base ? practice : desk;
live.listen((kind, handle) => {
  if (kind === "all") everything();
  else if (kind === "queue") quietly(showQueue);
  else {
    if (handle === conversation.opened()) quietly(conversation.show);
    if (queue.isOwn(handle)) quietly(showQueue); // in others' entries words change nothing
  }
}, link);
whenLocked(() => {
  queue.clear();
  conversation.clear();
});
setInterval(() => quietly(showQueue), LOOK_MILLISECONDS);
setInterval(() => {
  if (conversation.isUnseen()) back(); // cut off, or asleep: nobody reads unseen
  else if (conversation.isAlong()) quietly(conversation.show);
}, ALONG_MILLISECONDS);
everything();

// -- what is done ----------------------------------------------------------------------------------

async function act(name, body) {
  await tried(async () => {
    await conversation.act(name, body);
    await Promise.all([conversation.show(), showQueue()]);
  });
}

/** Do what takes the ticket out of one's hands, and go back to the queue. */
async function end(name, body) {
  await tried(async () => {
    await conversation.act(name, body);
    queue.give(conversation.opened());
    conversation.leave();
    await showQueue();
    queue.entries()[0]?.focus();
  });
}

/** Close or block soon, unless it is undone; then what was refused is said where it was. */
function endSoon(act, choice) {
  const { handle, name, seen } = conversation.closable();
  const body = act === "close" ? { ...choice, seen } : choice;
  queue.give(handle);
  back();
  queue.entries()[0]?.focus();
  const number = fresh();
  closing.later(act, handle, name, async (leaving) => {
    try {
      await send(`/desk/ticket/${handle}/${act}`, body, number, leaving);
      await quietly(showQueue);
    } catch (error) {
      queue.keep(handle);
      await choose(handle);
      await tried(() => Promise.reject(error));
    }
  });
}

function undoClose() {
  const handle = closing.undo();
  if (!handle) return;
  queue.keep(handle);
  choose(handle);
}

/** More of what can be done; what takes the ticket out of one's hands leads back to the queue. */
function openMore(partName) {
  const handle = conversation.opened();
  if (!handle || !part("ticket").querySelector('[data-act="more"]')) return;
  tried(() =>
    more.open(
      handle,
      async (name, body, number) => {
        if (name === "block") {
          endSoon(name, body);
          return;
        }
        await conversation.act(name, body, number);
        if (name === "urgency") await conversation.show();
        else {
          queue.give(handle);
          conversation.leave();
        }
        await showQueue();
      },
      partName,
    ),
  );
}

/** Of a stub: the first press asks, the second one sends. */
function sendLast(button) {
  if (button.textContent !== button.dataset.sure) {
    button.textContent = button.dataset.sure;
    return;
  }
  const text = part("last-words").value;
  end("last", { text });
}

async function claim() {
  await act("claim");
  if (!part("composer").hidden) part("message").focus();
}

/** To the queue. */
function back() {
  refuse("");
  conversation.leave();
  queue.mark(null);
}

const ACTS = {
  back,
  claim,
  acknowledge: () => act("acknowledge"),
  follow: () => act("follow"),
  unfollow: () => act("unfollow"),
  "take-over": () => act("take-over"),
  close: () => (part("closing").showModal(), conversation.showUnanswered()),
  more: () => openMore(""),
  last: sendLast,
  forget: () => end("forget"),
  again: (button) => act("again", { line: Number(button.closest(".bubble").dataset.line) }),
  correct: (button) => conversation.correct(button.closest(".bubble")),
  delete: (button) => act("delete", { line: Number(button.closest(".bubble").dataset.line) }),
};

part("queue").addEventListener("click", (event) => {
  const entry = event.target.closest(".entry");
  if (entry) choose(entry.dataset.handle);
});
part("ticket").addEventListener("click", (event) => {
  const button = event.target.closest("[data-act]");
  if (button) ACTS[button.dataset.act](button);
});
part("composer").addEventListener("submit", (event) => {
  event.preventDefault();
  tried(conversation.sendWords);
});
part("message").addEventListener("keydown", (event) => {
  const enter = event.key === "Enter" && !event.shiftKey && !event.isComposing;
  if (enter) {
    event.preventDefault();
    part("composer").requestSubmit();
  } else if (event.key === "Escape") part("message").blur();
});
part("message").addEventListener("input", conversation.lookAtWords);
part("new-below").addEventListener("click", conversation.showNewest);
part("undo").addEventListener("click", undoClose);
part("note").addEventListener("click", conversation.toggleNote);
part("correct-no").addEventListener("click", conversation.correctNothing);
for (const button of document.querySelectorAll("[data-outcome]")) {
  button.addEventListener("click", () => {
    part("closing").close();
    endSoon("close", { outcome: button.dataset.outcome });
  });
}
for (const button of document.querySelectorAll("[data-dismiss]")) {
  button.addEventListener("click", () => button.closest("dialog").close());
}

// -- the shift -------------------------------------------------------------------------------------

document.addEventListener("click", function first() {
  if (part("begin-shift")?.hidden) sounds.unlock(); // a page that was loaded anew in a shift
  document.removeEventListener("click", first);
});
part("begin-shift").addEventListener("click", () =>
  tried(async () => {
    sounds.unlock();
    await send("/desk/shift", {});
    part("begin-shift").hidden = true;
    part("end-shift").hidden = false;
    part("end-shift").focus();
  }),
);
part("sound").addEventListener("click", () => {
  const on = !sounds.ready();
  sounds.turn(on);
  if (on) sounds.unlock();
});
sounds.onChange(() => {
  part("sound")?.setAttribute("aria-pressed", String(sounds.ready()));
});
part("end-shift").addEventListener("click", () =>
  tried(async () => {
    try {
      await send("/end-shift", {});
    } catch (error) {
      if (error.status !== 409) throw error;
      location.assign("/hand-over"); // tickets are to be left to somebody first
      return;
    }
    out();
  }),
);
drawer.listen(tried);
part("keys-on").addEventListener("change", () =>
  tried(() => send("/desk/keys", { on: part("keys-on").checked })),
);
part("help").addEventListener("click", () => part("keys").showModal());

// -- keys ------------------------------------------------------------------------------------------

function step(by) {
  const all = queue.entries();
  const at = all.findIndex((one) => one === document.activeElement);
  all[Math.max(0, Math.min(all.length - 1, at + by))]?.focus();
}

const press = (name) => part("ticket").querySelector(`[data-act="${name}"]`)?.click();

keys.listen({
  KeyJ: () => step(1),
  KeyK: () => step(-1),
  KeyC: () => press("claim"),
  KeyR: () => part("message").focus(),
  KeyN: () => part("composer").hidden || conversation.toggleNote(),
  KeyX: () => press("close"),
  KeyM: () => openMore(""),
  KeyT: () => openMore("transfer"),
  KeyZ: undoClose,
  KeyA: () => {
    const handle = queue.nextOwed(conversation.opened());
    if (handle) choose(handle).then(() => part("composer").hidden || part("message").focus());
  },
  KeyQ: () => queue.entries()[0]?.focus(),
  Slash: (event) => (event.shiftKey ? part("keys").showModal() : drawer.open()),
});
