// The left pane: persons and the phone of one of them.

import { act, coalesce, read, say, toast } from "/page/api.js";
import { element, Log } from "/page/bubbles.js";

const at = (id) => document.getElementById(id);

export class Phone {
  constructor() {
    this.key = null;
    this.me = 0;
    this.log = new Log(at("phone-log"), {
      press: (message, button) => this.does("press", { message: message.id, button }),
      edit: (message) => this.edit(message),
      remove: (message) => this.does("delete", { message: message.id }),
    });
    this.refresh = coalesce(() => this.load());
    at("add-person").addEventListener("click", () => this.add());
    at("phone-start").addEventListener("click", () => this.does("start"));
    at("phone-block").addEventListener("click", () => this.does(this.blocked ? "unblock" : "block"));
    at("phone-language").addEventListener("change", (event) =>
      this.does("language", { language_code: event.target.value }));
    at("phone-kind").addEventListener("change", (event) => {
      const kind = event.target.value;
      event.target.value = "";
      if (kind) this.does("send", { kind });
    });
    at("phone-form").addEventListener("submit", (event) => {
      event.preventDefault();
      say(at("phone-input"), (text) => this.does("say", { text }));
    });
  }

  async does(deed, body) {
    const answer = await act(`people/${encodeURIComponent(this.key)}/${deed}`, body);
    this.refresh();
    return answer;
  }

  async add() {
    const person = await act("people", { language_code: at("phone-language").value });
    if (person) this.key = person.key;
    await this.refresh();
  }

  edit(message) {
    const text = window.prompt("Edit the message", message.text);
    if (text && text !== message.text) this.does("edit", { message: message.id, text });
  }

  answered(note) {
    if (note.chat === `people/${this.key}` && note.detail.text) {
      toast(note.detail.text, note.detail.show_alert ? "alert" : "");
    }
  }

  typing(chat) {
    if (chat !== `people/${this.key}`) return;
    at("phone-sub").textContent = "typing…";
    clearTimeout(this.typed);
    this.typed = setTimeout(() => this.refresh(), 3000);
  }

  async load() {
    const state = await read("state");
    if (!state) return;
    if (!state.people.length) {
      await act("people", { key: "p1" });
      state.people = (await read("state")).people;
    }
    if (!state.people.some((person) => person.key === this.key)) this.key = state.people[0].key;
    this.tabs(state.people);
    const person = await read(`people/${encodeURIComponent(this.key)}`);
    if (person && person.key === this.key) this.show(person);
  }

  tabs(people) {
    at("people").replaceChildren(
      ...people.map((person) => {
        const tab = element("button", "", person.name);
        tab.type = "button";
        tab.dataset.testid = `person-${person.key}`;
        tab.setAttribute("aria-pressed", String(person.key === this.key));
        tab.addEventListener("click", () => {
          this.key = person.key;
          this.refresh();
        });
        return tab;
      }),
    );
  }

  show(person) {
    this.blocked = person.blocked;
    this.log.show(person.key, person.messages, person.user_id);
    const language = at("phone-language");
    if (document.activeElement !== language) language.value = person.language_code;
    at("phone-bot").textContent = person.bot_name;
    at("phone-sub").textContent = person.blocked ? "bot, blocked" : "bot";
    at("phone-block").textContent = person.blocked ? "Unblock" : "Block";
    at("phone-start-box").hidden = person.opened && !person.blocked;
    at("phone-description").textContent = person.opened ? "" : person.description;
    at("phone-start").textContent = person.blocked ? "Restart" : "Start";
    at("phone-input").disabled = person.blocked;
    at("phone-keyboard").replaceChildren(
      ...person.reply_keyboard.map((row) => {
        const line = element("div");
        for (const label of row) {
          const button = element("button", "", label);
          button.type = "button";
          button.addEventListener("click", () => this.does("say", { text: label }));
          line.append(button);
        }
        return line;
      }),
    );
  }
}
