// The roster: what is done to it is asked about first, and shown anew afterwards.

import { fragment, send } from "./server.js";
import { showLink, sure } from "./sure.js";

const part = (id) => document.getElementById(id);
const [roster, said] = [part("roster"), part("said")];

show();

async function show() {
  const open = [...roster.querySelectorAll("details[open]")].map((one) => one.dataset.name);
  try {
    roster.replaceChildren(...(await fragment("/people/roster")));
  } catch (error) {
    said.textContent = error.status === 409 ? said.dataset.shift : said.dataset.words;
    return;
  }
  for (const one of roster.querySelectorAll("details")) one.open = open.includes(one.dataset.name);
}

let busy = false; // an impatient second click makes no second link

async function act(path, body, ask) {
  if (busy || (ask && !(await sure(ask)))) return;
  busy = true;
  said.textContent = "";
  part("linked").hidden = true;
  let given = "";
  try {
    const { told, link } = await send(path, body);
    said.textContent = told;
    given = link;
  } catch (error) {
    said.textContent = error.words || said.dataset.words;
  }
  await show();
  if (given) showLink(given);
  else said.focus();
  busy = false;
}

const handle = (node) => node.closest("[data-person]").dataset.person;

roster.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (!button) return;
  const { agree, ask, device } = button.dataset;
  if (agree) act("/people/agree", { proposal: agree }, ask);
  else if (button.dataset.do) {
    act(`/people/person/${handle(button)}/${button.dataset.do}`, device ? { device } : {}, ask);
  } else if ("audit" in button.dataset) audit(`/people/person/${handle(button)}/audit`);
});

roster.addEventListener("submit", (event) => {
  event.preventDefault();
  const role = event.target.querySelector("select").value;
  act(`/people/person/${handle(event.target)}/role`, { role }, event.target.dataset.ask);
});

part("invite").addEventListener("submit", (event) => {
  event.preventDefault();
  const languages = new FormData(event.target).getAll("language");
  act("/people/invite", { role: part("role").value, languages });
});

part("audit-all").addEventListener("click", () => audit("/people/audit"));

async function audit(path) {
  try {
    part("audit").replaceChildren(...(await fragment(path)));
    part("audit").querySelector("h3").focus();
  } catch (error) {
    said.textContent = error.status === 409 ? said.dataset.shift : said.dataset.words;
  }
}

const { hash } = location; // from the board: the audit of tickets that ended so
if (hash.startsWith("#ended-")) audit(`/people/audit/ended/${hash.slice("#ended-".length)}`);
