// Requests to the console. Fragments come as documents that run nothing: no string is made HTML here.
// While the page is locked nothing is asked for, and nobody is answered.

import { lock, locked, opened, opens } from "./door.js";
import { NoPasskey, prove } from "./passkey.js";

/** Where the desk's addresses begin: practice has its own (docs/decisions/0043). */
export const base = document.body.dataset.base ?? "";

const at = (path) => (path.startsWith("/desk") ? base + path : path);

const waits = new Map();

/** A fragment of the page, or why there is none. `body`: what is asked, if it isn't for addresses. */
export async function fragment(path, body = null) {
  if (!locked()) {
    const before = opens();
    const { status, found } = await get(path, body);
    if (status === 423 && before !== opens()) return fragment(path, body);
    if (status === 423) lock();
    if (!locked()) {
      if (found) return found;
      throw new Refused(known(status));
    }
  }
  const asked = path + JSON.stringify(body);
  if (!waits.has(asked)) waits.set(asked, later(path, body)); // once, however often it was asked for
  return waits.get(asked);
}

async function later(path, body) {
  await opened();
  waits.delete(path + JSON.stringify(body));
  return fragment(path, body);
}

function get(path, body) {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open(body ? "POST" : "GET", at(path));
    if (body) request.setRequestHeader("Content-Type", "application/json");
    request.responseType = "document";
    request.timeout = 10_000;
    request.onload = () => {
      const there = request.status === 200 && request.response;
      resolve({ status: request.status, found: there ? [...request.response.body.children] : null });
    };
    request.onerror = request.ontimeout = () => resolve({ status: 0, found: null });
    request.send(body && JSON.stringify({ number: fresh(), ...body }));
  });
}

/** Something is to be changed; what the server tells of it. Sent again with the same `number` it
 *  happens once. What a lock keeps from being done is refused, and not done later: nobody would see it.
 *  `leaving`: the page may be gone before the answer. */
export async function send(path, body, number = fresh(), leaving = false) {
  await opened();
  const before = opens();
  try {
    return await (leaving ? post(path, body, number, leaving) : proving(path, body, number));
  } catch (error) {
    if (error.status === 423 && before === opens()) lock();
    throw error;
  } finally {
    await opened();
  }
}

/** Something is to be looked at that stands in no address. */
export const ask = (path, body) => send(path, body);

/** As `send`, also of a page that is locked. Where the server asks for the passkey, it is asked, and
 *  then sent again. */
export async function proving(path, body, number = fresh()) {
  try {
    return await post(path, body, number);
  } catch (refused) {
    if (refused.status !== 403) throw refused;
  }
  try {
    await prove();
  } catch (failed) {
    throw failed instanceof NoPasskey ? new Refused(403, document.body.dataset.unproved) : failed;
  }
  return post(path, body, number);
}

/** As `proving`, without asking for the passkey. */
export async function post(path, body, number = fresh(), keepalive = false) {
  let answer;
  try {
    answer = await fetch(at(path), {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ number, ...body }),
      signal: AbortSignal.timeout(15_000),
      keepalive,
    });
  } catch {
    throw new Refused(0);
  }
  if (answer.status === 409) {
    const said = await answer.json();
    throw new Refused(409, said.refused, said);
  }
  if (!answer.ok) throw new Refused(known(answer.status));
  return answer.status === 200 ? answer.json() : null;
}

/** 410 says that a practice is over: one is no more in it than somebody who is signed out. */
const known = (status) => (status === 410 ? 404 : status);

/** A number of its own for a request. */
export function fresh() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((one) => one.toString(16).padStart(2, "0")).join("");
}

/** The server said no, or nothing (status 0). `words`: why, for the operator; `said`: all of it. */
export class Refused extends Error {
  constructor(status, words = "", said = undefined) {
    super(String(status));
    this.status = status;
    this.words = words;
    this.said = said;
  }
}
