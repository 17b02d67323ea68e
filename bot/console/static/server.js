// Requests to the console. Fragments come as documents that run nothing: no string is made HTML here.

/** A fragment of the page, or why there is none. `body`: what is asked, if it isn't for addresses. */
export function fragment(path, body = null) {
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

/** Something is to be changed. Sent again with the same `number` it happens once. */
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
  if (answer.status === 409) throw new Refused(409, (await answer.json()).refused);
  if (!answer.ok) throw new Refused(answer.status);
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
