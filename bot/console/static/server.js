// Requests to the console. Fragments come as documents that run nothing: no string is made HTML here.

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

/** Something is to be changed. Sent again with the same `number` it happens once. `leaving`: the
 *  page may be gone before the answer. */
export async function send(path, body, number = fresh(), leaving = false) {
  await answered(path, body, number, leaving);
}

/** Something is to be looked at that stands in no address. */
export async function ask(path, body) {
  return (await answered(path, body, fresh(), false)).json();
}

async function answered(path, body, number, keepalive) {
  let answer;
  try {
    answer = await fetch(path, {
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
    const { refused, sure = "" } = await answer.json();
    throw new Refused(409, refused, sure);
  }
  if (!answer.ok) throw new Refused(answer.status);
  return answer;
}

/** A number of its own for a request. */
export function fresh() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((one) => one.toString(16).padStart(2, "0")).join("");
}

/** The server said no, or nothing (status 0). `words`: why, for the operator; `sure`: what makes it
 *  a yes when it is sent along. */
export class Refused extends Error {
  constructor(status, words = "", sure = "") {
    super(String(status));
    this.status = status;
    this.words = words;
    this.sure = sure;
  }
}
