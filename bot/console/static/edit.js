// One text: what the check says while somebody types, saving, and two editors at once.

import { fragment, send } from "./server.js";

const part = (id) => document.getElementById(id);
const page = part("edit");
const fields = [...document.querySelectorAll("[data-field]")];
const first = new Map(fields.map((one) => [one.dataset.field, one.defaultValue]));
const PAUSE_MILLISECONDS = 500;
const phone = document.querySelector(".beside");
let version = page.dataset.version;
let timer = 0;
let asked = 0;

const typed = () => Object.fromEntries(fields.map((one) => [one.dataset.field, one.value]));
const changed = () => fields.some((one) => one.value !== first.get(one.dataset.field));

// -- while typing ----------------------------------------------------------------------------------

async function check() {
  const mine = ++asked;
  part("checked").setAttribute("aria-busy", "true");
  try {
    const found = await fragment(`${page.dataset.path}/check`, { fields: typed() });
    if (mine === asked) part("checked").replaceChildren(...found);
  } catch (error) {
    if (error.status === 404) refuse(part("failed").textContent);
  }
  if (mine === asked) part("checked").removeAttribute("aria-busy");
}

for (const field of fields) {
  field.addEventListener("input", () => {
    clearTimeout(timer);
    if (page.dataset.path) timer = setTimeout(check, PAUSE_MILLISECONDS);
    const own = part("own");
    if (own) own.hidden = !fields.some((one) => one.value.includes("[^own "));
  });
  field.addEventListener("focus", () => show(field.dataset.field));
}

/** Let the phone show the message that somebody is at. Nothing else of the page moves. */
function show(name) {
  const message = phone?.querySelector(`[data-text="${CSS.escape(name)}"]`);
  if (message) phone.scrollTop += message.getBoundingClientRect().top - phone.getBoundingClientRect().top - 8;
}

if (page.dataset.path && changed()) check(); // somebody was quicker than this script

// who looked for a page's second message is brought to it
const sought = document.querySelector("[data-asked] [data-field]");
if (sought && sought !== fields[0]) {
  sought.focus({ preventScroll: true });
  sought.closest(".field").scrollIntoView({ block: "start" });
}

addEventListener("beforeunload", (event) => {
  if (changed()) event.preventDefault();
});

// -- saving ----------------------------------------------------------------------------------------

function refuse(words) {
  part("said").textContent = "";
  part("refused").textContent = words;
}

function body() {
  const common = { version, why: part("why").value };
  if (page.dataset.file) return { ...common, file: page.dataset.file, text: typed().text };
  return {
    ...common,
    fields: typed(),
    compared: part("compared").checked && !part("own")?.hidden,
    doubt: part("doubt")?.value ?? "",
  };
}

async function save() {
  const button = part("save");
  button.disabled = true;
  let saved = false;
  try {
    const answer = await send(page.dataset.file ? "/texts/file" : `${page.dataset.path}/save`, body());
    version = answer.version;
    for (const field of fields) {
      const name = field.dataset.field;
      field.value = answer.fields[name] ?? field.value;
      first.set(name, field.value);
    }
    part("refused").textContent = "";
    part("theirs").hidden = true;
    part("why").value = "";
    if (part("doubt")) part("doubt").value = "";
    part("said").textContent = answer.said;
    if (part("compared")) part("compared").checked = false;
    if (part("stale")) part("stale").hidden = !answer.stale;
    saved = true;
    if (page.dataset.path) check();
  } catch (error) {
    if (error.status === undefined) throw error;
    refuse(error.words || part("failed").textContent);
    if (error.said?.theirs) showTheirs(error.said);
  }
  button.disabled = false;
  return saved;
}

part("save-next")?.addEventListener("click", async () => {
  if (await save()) location.assign(part("following").href);
});

/** What the other editor has saved, beside one's own words, which stay where they are. */
function showTheirs(said) {
  const rows = [];
  for (const field of fields) {
    const theirs = said.theirs[field.dataset.field];
    if (theirs === undefined || theirs === field.value) continue;
    const label = document.createElement("p");
    label.className = "label";
    label.textContent = field.labels[0]?.textContent ?? "";
    const words = document.createElement("p");
    words.className = "pieces";
    words.textContent = theirs;
    rows.push(label, words);
  }
  part("theirs-fields").replaceChildren(...rows);
  part("theirs").hidden = false;
  part("mine-again").onclick = () => {
    version = said.version;
    part("theirs").hidden = true;
    part("refused").textContent = "";
    fields[0].focus();
  };
}

part("save")?.addEventListener("click", save);
document.addEventListener("keydown", (event) => {
  if (event.code === "KeyS" && (event.ctrlKey || event.metaKey) && part("save")) {
    event.preventDefault();
    save();
  }
});

// -- history ---------------------------------------------------------------------------------------

part("show-history")?.addEventListener("click", async (event) => {
  event.target.disabled = true;
  try {
    part("history").replaceChildren(...(await fragment(`${page.dataset.path}/history`)));
  } catch {
    part("history").textContent = part("failed").textContent;
  }
  event.target.disabled = false;
});
