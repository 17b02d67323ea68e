// Messages as bubbles. Text goes into the page as text only, never as HTML.

const MEDIA = {
  animation: "GIF", audio: "Audio", contact: "Contact", document: "File", location: "Location",
  photo: "Photo", sticker: "Sticker", video: "Video", video_note: "Video note",
  voice: "Voice message",
};
const TAGS = {
  bold: "strong", italic: "em", underline: "u", strikethrough: "s", code: "code", pre: "pre",
  blockquote: "blockquote", expandable_blockquote: "blockquote",
};

// Paths in a field of 16 by 16.
const SIGNS = {
  silent: "M4 11V7a4 4 0 0 1 8 0v4l1 1H3zM7 14h2M2 2l12 12",
  protected: "M4 7h8v6H4zM6 7V5a2 2 0 0 1 4 0v2",
};

function sign(name, words) {
  const space = "http://www.w3.org/2000/svg";
  const image = document.createElementNS(space, "svg");
  image.setAttribute("viewBox", "0 0 16 16");
  image.setAttribute("role", "img");
  image.dataset.testid = name;
  const title = document.createElementNS(space, "title");
  title.textContent = words;
  const path = document.createElementNS(space, "path");
  path.setAttribute("d", SIGNS[name]);
  image.append(title, path);
  return image;
}

export function element(tag, className, text) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}

// Offsets of entities count UTF-16 code units, as JavaScript's strings do.
function fill(parent, text, entities, from, to) {
  let at = from;
  let rest = entities;
  while (rest.length) {
    const [entity] = rest;
    const end = Math.min(entity.offset + entity.length, to);
    const inner = rest.slice(1).filter((other) => other.offset < end);
    rest = rest.slice(1).filter((other) => other.offset >= end);
    if (end <= at) continue;
    parent.append(text.slice(at, entity.offset));
    const node = wrap(entity, text.slice(entity.offset, end));
    fill(node, text, inner, entity.offset, end);
    parent.append(node);
    at = end;
  }
  parent.append(text.slice(at, to));
}

function wrap(entity, text) {
  const address = entity.type === "text_link" ? entity.url : entity.type === "url" ? text : "";
  if (/^(https?|tel|mailto|tg):/i.test(address)) {
    const link = element("a");
    link.href = address;
    link.rel = "noreferrer noopener";
    link.target = "_blank";
    return link;
  }
  const node = element(TAGS[entity.type] || "span");
  if (entity.type === "spoiler") {
    node.className = "spoiler";
    node.tabIndex = 0;
  } else if (!TAGS[entity.type]) node.className = "link";
  return node;
}

function keyboard(message, press) {
  const rows = element("div", "keyboard");
  for (const row of message.keyboard) {
    const line = element("div");
    for (const button of row) {
      const link = button.url !== undefined;
      const node = element(link ? "a" : "button", "", button.text);
      if (link) {
        if (/^(https?|tel|mailto|tg):/i.test(button.url)) node.href = button.url;
        node.target = "_blank";
        node.rel = "noreferrer noopener";
      } else {
        node.type = "button";
        node.addEventListener("click", () => press(message, button.text));
      }
      node.dataset.testid = "button";
      if (button.style) node.dataset.style = button.style;
      line.append(node);
    }
    rows.append(line);
  }
  return rows;
}

function meta(message, mine, actions) {
  const line = element("div", "meta");
  if (mine && message.kind === "text" && actions.edit) {
    for (const [label, does] of [["edit", actions.edit], ["delete", actions.remove]]) {
      const button = element("button", "", label);
      button.type = "button";
      button.addEventListener("click", () => does(message));
      line.append(button);
    }
  }
  if (message.silent) line.append(sign("silent", "sent without sound"));
  if (message.protected) line.append(sign("protected", "can’t be forwarded or saved"));
  if (message.edited) line.append(element("span", "", "edited"));
  const when = new Date(message.date * 1000);
  line.append(element("time", "", when.toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" })));
  return line;
}

function bubble(message, me, replied, actions) {
  const mine = message.sender.id === me;
  const item = element("li", mine ? "mine" : "");
  item.dataset.testid = "message";
  item.dataset.id = message.id;
  item.dataset.from = mine ? "me" : message.sender.bot ? "bot" : "other";
  if (message.event) {
    item.className = "event";
    item.dataset.testid = "event";
    item.textContent = `${message.sender.name}: ${message.event}`;
    return item;
  }
  const body = element("div", "bubble");
  if (!mine) body.append(element("div", "author", message.sender.name));
  if (message.forwarded) body.append(element("div", "author", "Forwarded message"));
  if (replied) body.append(element("div", "quote", replied.text || MEDIA[replied.kind] || ""));
  if (message.kind !== "text") {
    const more = message.contact ? `: ${message.contact.phone_number}` : "";
    body.append(element("div", "media", (MEDIA[message.kind] || message.kind) + more));
  }
  if (message.text) {
    const text = element("div", "text");
    text.dir = "auto";
    text.dataset.testid = "text";
    fill(text, message.text, message.entities, 0, message.text.length);
    body.append(text);
  }
  body.append(meta(message, mine, actions));
  item.append(body);
  if (message.keyboard.length) item.append(keyboard(message, actions.press));
  return item;
}

// Keeps a list in step with `messages`: only what has changed is built anew.
export class Log {
  constructor(list, actions) {
    this.list = list;
    this.actions = actions;
    this.known = new Map();
    this.name = null;
  }

  show(name, messages, me) {
    if (name !== this.name) {
      this.list.replaceChildren();
      this.known.clear();
      this.name = name;
    }
    const { list } = this;
    const atEnd = list.scrollHeight - list.scrollTop - list.clientHeight < 80;
    const byId = new Map(messages.map((message) => [message.id, message]));
    for (const [id, entry] of this.known) {
      if (byId.has(id)) continue;
      entry.node.remove();
      this.known.delete(id);
    }
    for (const message of messages) {
      const replied = message.reply_to ? byId.get(message.reply_to) : undefined;
      const state = JSON.stringify([message, me, replied && replied.text]);
      const entry = this.known.get(message.id);
      if (entry && entry.state === state) continue;
      const node = bubble(message, me, replied, this.actions);
      if (entry) entry.node.replaceWith(node);
      else list.append(node);
      this.known.set(message.id, { state, node });
    }
    if (atEnd) list.scrollTop = list.scrollHeight;
  }
}
