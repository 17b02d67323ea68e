// The people's side over HTTP, and the stream of what happens.

export async function read(path) {
  const response = await fetch(`/sandbox/${path}`);
  return response.ok ? response.json() : null;
}

// Does something; a refusal is shown and answered with null.
export async function act(path, body = {}) {
  const response = await fetch(`/sandbox/${path}`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
  const answer = await response.json();
  if (response.ok) return answer;
  toast(answer.error, "refused");
  return null;
}

// Says what a field holds. The field is empty at once, or the next words would be lost with the last;
// what is refused comes back.
export async function say(field, send) {
  const text = field.value;
  if (!text.trim()) return;
  field.value = "";
  if (!(await send(text)) && !field.value) field.value = text;
}

export function listen(handle) {
  const stream = new EventSource("/sandbox/events");
  stream.onopen = () => handle({ kind: "reload" });
  stream.onmessage = (event) => handle(JSON.parse(event.data));
}

export function toast(text, kind = "") {
  const note = document.createElement("p");
  note.textContent = text;
  note.className = kind;
  note.dataset.testid = "toast";
  document.getElementById("toasts").append(note);
  setTimeout(() => note.remove(), 4000);
}

// Runs `work` once now and, if asked again meanwhile, once more after that.
export function coalesce(work) {
  let running = false;
  let again = false;
  return async function run() {
    if (running) {
      again = true;
      return;
    }
    running = true;
    try {
      do {
        again = false;
        await work();
      } while (again);
    } finally {
      running = false;
    }
  };
}
