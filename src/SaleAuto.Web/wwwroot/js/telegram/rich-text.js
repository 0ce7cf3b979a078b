// A text with its marked parts as nodes. Nothing of the text is ever read as HTML.

const tags = {
  bold: "strong", italic: "em", underline: "u", strikethrough: "s", code: "code", pre: "pre", blockquote: "blockquote",
};

function link(address, blank = true) {
  const a = document.createElement("a");
  a.href = address;
  if (blank) {
    a.target = "_blank";
    a.rel = "noreferrer";
  }
  return a;
}

function wrap(entity, text) {
  switch (entity.type) {
    case "text_link":
      return link(/^(https?|tg|tel|mailto):/.test(entity.url) ? entity.url : "#");
    case "url":
      return link(text);
    case "phone_number":
      return link(`tel:${text.replace(/[^+\d]/g, "")}`, false);
    case "bot_command": {
      const command = document.createElement("button");
      command.type = "button";
      command.className = "tg-command";
      command.dataset.command = text;
      return command;
    }
    case "spoiler": {
      const spoiler = document.createElement("span");
      spoiler.className = "tg-spoiler";
      return spoiler;
    }
    default:
      return document.createElement(tags[entity.type] ?? "span");
  }
}

/** Puts the text into the parent; entities are those of the Bot API, in UTF-16 units, outer before inner. */
export function renderText(parent, text, entities = [], from = 0, to = text.length) {
  let at = from;
  for (let i = 0; i < entities.length; i++) {
    const entity = entities[i];
    const end = Math.min(entity.offset + entity.length, to);
    if (entity.offset < at || end <= entity.offset) {
      continue;
    }
    parent.append(text.slice(at, entity.offset));
    const inner = entities.slice(i + 1).filter(other => other.offset < end);
    const node = wrap(entity, text.slice(entity.offset, end));
    renderText(node, text, inner, entity.offset, end);
    parent.append(node);
    at = end;
  }
  parent.append(text.slice(at, to));
}
