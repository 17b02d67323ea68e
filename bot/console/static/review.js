// A reviewer's page: its secret stands after the # of the address, and is taken out of it once this
// browser has begun. Fragments come as documents that run nothing: no string is made HTML here.

const part = (id) => document.getElementById(id);
const main = part("review");
const address = location.pathname;
const RETRY_MILLISECONDS = 4000;
const PAUSE_MILLISECONDS = 900;
let secret = location.hash.slice(1);
let language = "";
/** Code → what isn't kept on the server yet. */
const unkept = new Map();
/** Codes of words that aren't there any more: nothing can be said of them. */
const gone = new Set();
let sending = null;

addEventListener("hashchange", () => location.reload());

const fresh = () => [...crypto.getRandomValues(new Uint8Array(16))]
  .map((one) => one.toString(16).padStart(2, "0")).join("");

const body = (more) => JSON.stringify({ number: fresh(), secret, language, ...more });

async function post(act, more = {}) {
  try {
    return await fetch(`${address}/${act}`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: body(more),
      signal: AbortSignal.timeout(20_000),
    });
  } catch {
    return { status: 0, ok: false };
  }
}

// -- what is shown ---------------------------------------------------------------------------------

function fetched() {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("POST", `${address}/look`);
    request.setRequestHeader("Content-Type", "application/json");
    request.responseType = "document";
    request.timeout = 20_000;
    request.onload = () => resolve({ status: request.status, found: request.response });
    request.onerror = request.ontimeout = () => resolve({ status: 0, found: null });
    request.send(body({}));
  });
}

async function look() {
  const { status, found } = await fetched();
  if (status !== 200 || !found) {
    const words = document.createElement("p");
    words.className = "refused";
    words.textContent = part(status === 429 ? "often" : "failed").textContent;
    main.replaceChildren(words);
    setTimeout(look, RETRY_MILLISECONDS * (status === 429 ? 5 : 1));
    return;
  }
  document.documentElement.lang = found.documentElement.lang;
  document.title = found.title;
  for (const one of document.querySelectorAll("[data-language]")) {
    one.setAttribute("aria-pressed", String(one.dataset.language === found.documentElement.lang));
  }
  main.replaceChildren(...found.body.children);
  part("begin")?.addEventListener("click", begin);
  if (part("sign")) reading();
}

for (const one of document.querySelectorAll("[data-language]")) {
  one.addEventListener("click", async () => {
    await flush();
    if (unkept.size) return;
    language = one.dataset.language;
    look();
  });
}

async function begin(event) {
  event.target.disabled = true;
  const answer = await post("begin");
  if (answer.ok) {
    secret = "";
    history.replaceState(null, "", address);
  }
  if (answer.status === 0) {
    part("refused").textContent = part("failed").textContent;
    event.target.disabled = false;
    return;
  }
  await look();
  scrollTo(0, 0);
}

// -- reading and answering -------------------------------------------------------------------------

const questions = () => [...main.querySelectorAll(".question")];

function said(question) {
  const chosen = question.querySelector("input:checked");
  if (!chosen) return null;
  const why = question.querySelector("textarea").value;
  return { code: question.dataset.code, yes: chosen.value === "yes", why };
}

const whole = (one) => one !== null && (one.yes || one.why.trim() !== "");

function reading() {
  for (const question of questions()) {
    const why = question.querySelector(".why");
    const text = why.querySelector("textarea");
    let timer = 0;
    for (const choice of question.querySelectorAll("input")) {
      choice.addEventListener("change", () => {
        why.hidden = choice.value === "yes";
        if (!why.hidden) text.focus();
        keep(question);
      });
    }
    text.addEventListener("input", () => {
      clearTimeout(timer);
      if (!gone.has(question.dataset.code)) unkept.set(question.dataset.code, question);
      timer = setTimeout(() => keep(question), PAUSE_MILLISECONDS);
    });
    text.addEventListener("change", () => keep(question));
    mark(question, true);
  }
  part("next").addEventListener("click", next);
  part("sign").addEventListener("click", sign);
  count();
}

function next() {
  const first = questions().find((one) => !whole(said(one)));
  const leads = first ?? part("name");
  leads.scrollIntoView({ block: "center" });
  (first ? first.querySelector("input:checked") ?? first.querySelector("input") : leads)
    .focus({ preventScroll: true });
}

function count() {
  const all = questions();
  const left = all.filter((one) => !whole(said(one))).length;
  const { dataset } = part("left");
  part("left").textContent = left
    ? dataset.left.replace("LEFT", left).replace("ALL", all.length)
    : dataset.none;
  part("next").hidden = left === 0;
}

function mark(question, kept) {
  const answer = said(question);
  const { dataset } = part("words");
  question.classList.toggle("answered", whole(answer));
  const words = kept && answer ? (whole(answer) ? dataset.kept : dataset.why) : "";
  question.querySelector(".kept").textContent = words;
}

function keep(question) {
  if (gone.has(question.dataset.code)) return sending;
  unkept.set(question.dataset.code, question);
  mark(question, false);
  count();
  return flush();
}

/** Everything that isn't kept yet, one after another; what fails is tried again. */
function flush() {
  sending ??= sent().finally(() => { sending = null; });
  return sending;
}

async function sent() {
  while (unkept.size) {
    const [code, question] = unkept.entries().next().value;
    const answer = said(question);
    const done = answer ? await post("answer", answer) : { ok: true, status: 204 };
    if (done.status === 404) {
      unkept.clear();
      await look();
      return;
    }
    if (done.status === 409) {
      unkept.delete(code);
      gone.add(code);
      notice((await done.json()).refused, true);
      continue;
    }
    if (!done.ok) {
      notice(part("words").dataset.unkept);
      setTimeout(flush, RETRY_MILLISECONDS);
      return;
    }
    if (part("anew").hidden) notice("");
    if (JSON.stringify(said(question)) === JSON.stringify(answer)) {
      unkept.delete(code);
      mark(question, true);
    }
  }
}

/** `anew`: the words that were read are gone; what was typed stays in sight until one looks at the new. */
function notice(words, anew = false) {
  part("unkept").textContent = words;
  part("anew").hidden = !anew;
  part("notice").hidden = !words;
}

part("anew").addEventListener("click", async () => {
  await flush();
  if (unkept.size) return;
  notice("");
  await look();
  if (part("next")) next();
});

addEventListener("online", flush);
addEventListener("beforeunload", (event) => {
  if (unkept.size) event.preventDefault();
});

async function sign(event) {
  const refused = part("refused");
  refused.textContent = "";
  event.target.disabled = true;
  await flush();
  if (!unkept.size && part("sign")) {
    const given = { name: part("name").value, profession: part("profession").value };
    const answer = await post("sign", given);
    if (answer.status === 409) refused.textContent = (await answer.json()).refused;
    else if (answer.ok || answer.status === 404) {
      await look();
      scrollTo(0, 0);
    } else refused.textContent = part("failed").textContent;
  }
  event.target.disabled = false;
}

look();
