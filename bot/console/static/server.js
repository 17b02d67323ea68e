// Requests to the console. Fragments come as documents that run nothing: no string is made HTML here.

import { NoPasskey, prove } from "./passkey.js";

/** A fragment of the page, or why there is none. */
export function fragment(path) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("GET", path);
    request.responseType = "document";
    request.timeout = 10_000;
    request.onload = () => {
      if (request.status === 200 && request.response) resolve([...request.response.body.children]);
      else reject(new Refused(request.status));
    };
    request.onerror = request.ontimeout = () => reject(new Refused(0));
    request.send();
  });
}

/**
 * Something is to be changed; what the server tells of it. Sent again with the same `number` it
 * happens once. Where the server asks for the passkey, it is asked, and then sent again.
 */
export async function send(path, body, number = fresh()) {
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

/** The same without asking for the passkey. */
export async function post(path, body, number = fresh()) {
  let answer;
  try {
    answer = await fetch(path, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ number, ...body }),
      signal: AbortSignal.timeout(15_000),
    });
  } catch {
    throw new Refused(0);
  }
  if (answer.status === 409) throw new Refused(409, (await answer.json()).refused);
  if (!answer.ok) throw new Refused(answer.status);
  return answer.status === 204 ? null : answer.json();
}

/** A number of its own for a request. */
export function fresh() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((one) => one.toString(16).padStart(2, "0")).join("");
}

/** The server said no, or nothing (status 0). `words`: why, for the operator. */
export class Refused extends Error {
  constructor(status, words = "") {
    super(String(status));
    this.status = status;
    this.words = words;
  }
}
