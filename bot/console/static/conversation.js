// The open ticket: what was said, and the words that are being written. Drafts are in this page's
// memory and nowhere else.

import * as gate from "./gate.js";
import * as hints from "./hints.js";
import { inTurn } from "./in_turn.js";
import { watchPresses } from "./pressed.js";
import { fragment, fresh, Refused, send } from "./server.js";

const part = (id) => document.getElementById(id);
const place = part("ticket");
const composer = part("composer");
const message = part("message");
const SEEN_MILLISECONDS = 40_000; // a little less than the sign lasts (bot/privacy/retention.py)
const NEAR = 80; // pixels from the end at which one reads along

const released = watchPresses(place);
let atEnd = true; // whether one reads the newest words
let size = ""; // of the log, when that was known
const drafts = new Map();
const seen = new Map(); // the last line that was shown of each ticket
const empty = place.firstElementChild;
let open = null;
let latest = 0;
let shownAt = 0;
let writes = { kind: "reply", line: 0 };

/** The handle of the ticket that is open; null for none. */
export const opened = () => open;

/** Whether somebody reads along in the open ticket. */
export const isAlong = () => place.querySelector("[data-along]") !== null;

/** Whether what is read along here was fetched so long ago that its operator may not see it any more. */
export const isUnseen = () =>
  place.querySelector("[data-follows]") !== null && performance.now() - shownAt > SEEN_MILLISECONDS;

/** Open a ticket, with what was being written there. */
export async function choose(handle) {
  keepDraft();
  open = handle;
  document.body.classList.add("has-ticket");
  restoreDraft();
  await show();
  if (!composer.contains(document.activeElement)) place.querySelector("h2")?.focus(); // who writes, writes on
}

/** Back to the queue. */
export function leave() {
  keepDraft();
  open = null;
  latest += 1;
  document.body.classList.remove("has-ticket");
  place.replaceChildren(empty);
  composer.hidden = true;
}

/** Take everything that was said out of the page; what is being written stays. */
export function clear() {
  latest += 1;
  place.replaceChildren(empty);
}

/** Show the open ticket as it is now; over when it is shown. */
export const show = inTurn(render);

async function render() {
  const [number, handle, asked] = [++latest, open, performance.now()];
  if (!handle) return;
  const found = await fragment(`/desk/ticket/${handle}`);
  await released();
  if (number !== latest || handle !== open) return;
  shownAt = asked;
  const before = Number(place.firstElementChild?.dataset?.last ?? 0);
  const same = place.dataset.handle === handle;
  const log = same ? place.querySelector(".log") : null;
  const reading = log && isAbove(log);
  const [top, unfolded, focused] = [log?.scrollTop ?? 0, folds(), focusedLine()];
  const typed = same ? part("last-words")?.value : "";
  place.replaceChildren(...found);
  place.dataset.handle = handle;
  if (typed && part("last-words")) part("last-words").value = typed;
  for (const line of unfolded) place.querySelector(`[data-line="${line}"] details`)?.setAttribute("open", "");
  const body = place.firstElementChild;
  composer.hidden = body.dataset.reads !== "yes"; // first: it takes its room from what was said
  const now = place.querySelector(".log");
  if (now) now.scrollTop = reading ? top : now.scrollHeight;
  atEnd = !reading;
  size = sizeOf(now);
  const last = Number(body.dataset.last ?? 0);
  if (!same) markNew(last);
  if (now) part("new-below").hidden = !reading || (last === before && part("new-below").hidden);
  if (document.visibilityState === "visible") seen.set(handle, last);
  showUnanswered();
  focused?.();
  if (body.dataset.over === "yes") drafts.delete(handle);
}

/** Where one opens a ticket again: the first line that is new since. */
function markNew(last) {
  const known = seen.get(open);
  if (known === undefined || last <= known) return;
  for (const line of place.querySelectorAll(".bubble.person")) {
    if (Number(line.dataset.line) > known) {
      line.classList.add("first-new");
      break;
    }
  }
}

/** In the dialog of the close: what the person wrote and nobody has answered. Only while it is
 *  open: nothing of it is left lying in the page. */
export function showUnanswered() {
  const told = part("unanswered");
  const bubbles = part("closing").open ? [...place.querySelectorAll("[data-unanswered]")] : [];
  told.hidden = bubbles.length === 0;
  const quotes = bubbles.slice(-3).map((bubble) => {
    const quote = document.createElement("blockquote");
    quote.dir = "auto";
    const time = bubble.querySelector("time").textContent;
    quote.textContent = `${time} ${bubble.querySelector(".words")?.textContent ?? ""}`;
    return quote;
  });
  told.lastElementChild.replaceChildren(...quotes);
}

part("closing").addEventListener("close", showUnanswered);

// The box and the drawer take their room from what was said: who reads the newest words goes on
// reading them. A browser scrolls by itself then, before the observer hears of it.
place.addEventListener(
  "scroll",
  ({ target }) => {
    if (sizeOf(target) === size) atEnd = !isAbove(target);
  },
  { capture: true },
);
const room = new ResizeObserver(() => {
  const log = place.querySelector(".log");
  if (log && atEnd) log.scrollTop = log.scrollHeight;
  size = sizeOf(log);
});
room.observe(composer);
room.observe(place);


function sizeOf(log) {
  return `${log?.clientWidth} ${log?.clientHeight}`;
}

function isAbove(log) {
  return log.scrollHeight - log.scrollTop - log.clientHeight > NEAR;
}

/** To the newest words. */
export function showNewest() {
  const log = place.querySelector(".log");
  log.scrollTop = log.scrollHeight;
  part("new-below").hidden = true;
}

/** What names and closes the open ticket. */
export function closable() {
  const { name, last, reads } = place.firstElementChild.dataset;
  return { handle: open, name, seen: reads === "yes" ? Number(last) : undefined };
}

const folds = () =>
  [...place.querySelectorAll(".bubble details[open]")].map((one) => one.closest(".bubble").dataset.line);

/** What gives the focus back to the button, or to the log, that had it. */
function focusedLine() {
  const had = document.activeElement;
  if (!place.contains(had)) return null;
  const line = had.closest(".bubble")?.dataset.line;
  const act = had.dataset.act;
  const where = act ? `[data-act="${act}"]` : had.matches(".log") ? ".log" : "h2";
  return () => place.querySelector(line ? `[data-line="${line}"] ${where}` : where)?.focus();
}

// -- what is written -------------------------------------------------------------------------------

function keepDraft() {
  if (!open) return;
  const text = message.value;
  if (text || writes.kind !== "reply") drafts.set(open, { ...drafts.get(open), text, writes });
  else drafts.delete(open);
}

function restoreDraft() {
  const draft = drafts.get(open);
  message.value = draft?.text ?? "";
  write(draft?.writes ?? { kind: "reply", line: 0 });
  part("new-below").hidden = true;
}

/** What the words in the box are: a reply, a note, or a correction of a line. */
function write(what) {
  writes = what;
  const noting = what.kind === "note";
  composer.classList.toggle("noting", noting);
  part("note").setAttribute("aria-pressed", String(noting));
  const { dataset } = part("message-label");
  part("message-label").textContent = noting ? dataset.note : dataset.message;
  const { dataset: of } = part("send");
  part("send").textContent = noting ? of.keep : of.send;
  part("correcting").hidden = what.kind !== "correct";
  lookAtWords();
}

/** Let the words in the box be looked at; a note is for colleagues and may say anything. */
export function lookAtWords() {
  hints.look(writes.kind === "note" ? null : open, message.value);
}

/** Let the box take a note, or a message again. */
export function toggleNote() {
  write({ kind: writes.kind === "note" ? "reply" : "note", line: 0 });
  message.focus();
}

/** Let the box take a correction of an own line. */
export function correct(bubble) {
  message.value = bubble.querySelector(".words")?.textContent ?? "";
  write({ kind: "correct", line: Number(bubble.dataset.line) });
  message.focus();
}

/** Leave the line as it was. */
export function correctNothing() {
  message.value = "";
  write({ kind: "reply", line: 0 });
}

/** Send what is in the box. Tried again after a fault, the same words go once. */
export async function sendWords() {
  const [handle, text, { kind, line }] = [open, message.value, writes];
  if (!handle || !text.trim() || part("send").disabled) return; // on its way already
  const before = drafts.get(handle);
  const same = before?.sent === text && before.writes === writes;
  const number = same ? before.number : fresh();
  drafts.set(handle, { text, writes, number, sent: text });
  part("send").disabled = true;
  message.focus(); // now, and not when the answer is there: by then one may be elsewhere
  try {
    const body = kind === "correct" ? { text, line } : { text };
    if (!(await gate.sendGated(handle, kind, body, number))) return;
    drafts.delete(handle);
    if (open === handle && message.value === text) message.value = "";
    if (open === handle) write({ kind: "reply", line: 0 });
  } finally {
    part("send").disabled = false;
  }
  await show();
}

/** Do something else to the open ticket. */
export async function act(name, body = {}, number = fresh()) {
  if (!open) throw new Refused(0);
  await send(`/desk/ticket/${open}/${name}`, body, number);
}
