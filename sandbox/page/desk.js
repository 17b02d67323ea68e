// The right pane: the operators' group with its topics, and an operator's own chat with the bot.

import { act, coalesce, read, say, toast } from "/page/api.js";
import { element, Log } from "/page/bubbles.js";

const at = (id) => document.getElementById(id);
const PRIVATE = "private";

export class Desk {
  constructor() {
    this.operators = [];
    this.key = "";
    this.topic = 0;
    this.read = new Map();
    this.log = new Log(at("desk-log"), {
      press: (message, button) => this.does("press", { message: message.id, button }),
      edit: (message) => this.edit(message),
      remove: (message) => this.does("delete", { message: message.id }),
    });
    this.refresh = coalesce(() => this.load());
    at("operator").addEventListener("change", (event) => {
      this.key = event.target.value;
      this.refresh();
    });
    at("add-operator").addEventListener("click", () => this.add());
    at("desk-start").addEventListener("click", () => this.does("start"));
    at("desk-join").addEventListener("click", () => this.does("join"));
    at("new-topic").addEventListener("click", () => this.open());
    at("topic-toggle").addEventListener("click", () =>
      this.does(this.closed ? "reopen_topic" : "close_topic", { topic: this.topic }));
    at("topic-delete").addEventListener("click", () =>
      this.does("delete_topic", { topic: this.topic }));
    at("desk-form").addEventListener("submit", (event) => {
      event.preventDefault();
      const where = this.topic === PRIVATE ? {} : { topic: this.topic };
      say(at("desk-input"), (text) => this.does("say", { text, ...where }));
    });
  }

  get path() {
    const key = encodeURIComponent(this.key);
    return this.topic === PRIVATE ? `people/${key}.private` : `operators/${key}`;
  }

  async does(deed, body) {
    const answer = await act(`${this.path}/${deed}`, body);
    this.refresh();
    return answer;
  }

  async add() {
    const operator = await act("operators");
    if (operator) this.key = operator.key;
    await this.refresh();
  }

  edit(message) {
    const text = window.prompt("Edit the message", message.text);
    if (text && text !== message.text) this.does("edit", { message: message.id, text });
  }

  async open() {
    const name = window.prompt("Name of the topic");
    if (!name) return;
    const topic = await act(`operators/${encodeURIComponent(this.key)}/open_topic`, { name });
    if (topic) this.topic = topic.id;
    this.refresh();
  }

  answered(note) {
    const own = this.operators.find((operator) => operator.key === this.key);
    if (own && note.detail.user === own.user_id && note.detail.text) {
      toast(note.detail.text, note.detail.show_alert ? "alert" : "");
    }
  }

  async load() {
    const state = await read("state");
    if (!state) return;
    if (!state.operators.length) {
      await act("operators", { key: "o1" });
      state.operators = (await read("state")).operators;
    }
    this.choose(state.operators);
    at("desk-title").textContent = `The operators’ group: ${state.desk.title}`;
    const topics = await read(`operators/${encodeURIComponent(this.key)}/topics`);
    if (!topics) return;
    if (this.topic !== PRIVATE && !topics.some((topic) => topic.id === this.topic)) this.topic = 0;
    await this.load_thread(topics);
    this.list(topics);
  }

  choose(operators) {
    this.operators = operators;
    const select = at("operator");
    if (!operators.some((operator) => operator.key === this.key)) this.key = operators[0].key;
    const keys = operators.map((operator) => operator.key).join();
    if (select.dataset.keys !== keys) this.options(select, operators);
    select.dataset.keys = keys;
    select.value = this.key;
  }

  options(select, operators) {
    select.replaceChildren(
      ...operators.map((operator) => {
        const option = element("option", "", operator.name + (operator.admin ? " (admin)" : ""));
        option.value = operator.key;
        return option;
      }),
    );
  }

  async load_thread(topics) {
    const { topic } = this;
    const me = this.operators.find((operator) => operator.key === this.key);
    const own = topic === PRIVATE;
    const shown = await read(own ? this.path : `${this.path}/topics/${topic}`);
    if (!shown || topic !== this.topic) return;
    this.closed = Boolean(shown.closed);
    at("topic-name").textContent = own ? "Private chat with the desk bot" : shown.name;
    at("topic-sub").textContent = this.closed ? "closed" : own ? "" : "topic";
    at("topic-toggle").textContent = this.closed ? "Reopen" : "Close";
    at("topic-toggle").hidden = at("topic-delete").hidden = own || topic === 0;
    at("desk-start-box").hidden = !own || (shown.opened && !shown.blocked);
    at("desk-join-box").hidden = own || !me || me.present;
    at("desk-input").disabled = this.closed && !(me && me.admin);
    this.log.show(`${this.key}/${topic}`, shown.messages, me ? me.user_id : 0);
    const row = topics.find((each) => each.id === topic);
    if (row) this.read.set(topic, row.last_id);
  }

  list(topics) {
    const rows = topics.map((topic) => this.row(topic));
    rows.push(this.row({ id: PRIVATE, name: "Private: desk bot", last: "", last_id: 0 }));
    const focused = document.activeElement?.dataset?.topic;
    at("topics").replaceChildren(...rows);
    if (focused) at("topics").querySelector(`[data-topic="${focused}"]`)?.focus();
  }

  row(topic) {
    const button = element("button", "topic");
    button.type = "button";
    button.dataset.testid = "topic";
    button.dataset.topic = topic.id;
    button.setAttribute("aria-current", String(topic.id === this.topic));
    button.append(element("span", "name", topic.closed ? `${topic.name} (closed)` : topic.name));
    if (topic.last_id > (this.read.get(topic.id) || 0)) {
      const badge = element("span", topic.silent ? "badge quiet" : "badge", "new");
      badge.dataset.testid = "topic-new";
      button.append(badge);
    }
    button.append(element("span", "last", topic.last));
    button.addEventListener("click", () => {
      this.topic = topic.id;
      this.refresh();
    });
    const item = element("li");
    item.append(button);
    return item;
  }
}
