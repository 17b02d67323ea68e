// Requests to the console. Fragments come as documents that run nothing: no string is made HTML here.

/** A fragment of the page, or why there is none. With a body it is asked for by POST. */
export function fragment(path, body) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(body ? "POST" : "GET", path);
    if (body) request.setRequestHeader("Content-Type", "application/json");
    request.responseType = "document";
    request.timeout = 10_000;
    request.onload = () => {
      if (request.status === 200 && request.response) resolve([...request.response.body.children]);
      else reject(new Refused(request.status));
    };
    request.onerror = request.ontimeout = () => reject(new Refused(0));
    request.send(body && JSON.stringify({ number: fresh(), ...body }));
  });
}

/** Something is to be changed. Sent again with the same `number` it happens once. What the server
 * has to say of it, if anything. */
export async function send(path, body, number = fresh()) {
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
  if (answer.status === 409) {
    const said = await answer.json();
    throw new Refused(409, said.refused, said);
  }
  if (!answer.ok) throw new Refused(answer.status);
  return answer.status === 200 ? answer.json() : undefined;
}

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
