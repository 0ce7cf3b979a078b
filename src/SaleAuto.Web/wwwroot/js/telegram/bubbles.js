// Messages of the Bot API as bubbles.
import { el, icon } from "./dom.js";
import { renderText } from "./rich-text.js";
import { day, fromUnix, size, t, time } from "./texts.js";

const fileAddress = id => `/sandbox/telegram/files/${encodeURIComponent(id)}`;

function photo(message, wide) {
  const sizes = message.photo;
  const shown = sizes.find(one => Math.max(one.width, one.height) >= 320) ?? sizes.at(-1);
  const image = el("img");
  image.src = fileAddress((wide ? sizes.find(one => Math.max(one.width, one.height) >= 800) ?? sizes.at(-1) : shown).file_id);
  image.width = sizes.at(-1).width;
  image.height = sizes.at(-1).height;
  image.alt = "";
  const button = el("button", "tg-photo", image);
  button.type = "button";
  button.ariaLabel = t("OpenPhoto");
  button.dataset.photo = fileAddress(sizes.at(-1).file_id);
  return button;
}

function document_(message) {
  const file = message.document;
  const link = el("a", "tg-document", el("span", "tg-document__icon", icon("file")),
    el("span", "tg-document__text", el("span", "tg-document__name", file.file_name ?? t("File")), el("span", "tg-document__size", size(file.file_size))));
  link.href = fileAddress(file.file_id);
  link.download = file.file_name ?? "";
  return link;
}

function place(message) {
  const { latitude, longitude } = message.location;
  const link = el("a", "tg-document", el("span", "tg-document__icon", icon("place")), `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`);
  link.href = `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=16/${latitude}/${longitude}`;
  link.target = "_blank";
  link.rel = "noreferrer";
  return link;
}

function keyboard(message, isPressed) {
  const rows = el("div", "tg-keyboard");
  for (const row of message.reply_markup?.inline_keyboard ?? []) {
    rows.append(el("div", "tg-keyboard__row", ...row.map(button => {
      if (button.url) {
        const link = el("a", "tg-key", el("span", "", button.text), icon("link"));
        link.href = button.url;
        link.target = "_blank";
        link.rel = "noreferrer";
        return link;
      }
      const key = el("button", "tg-key", el("span", "", button.text));
      key.type = "button";
      key.dataset.message = message.message_id;
      key.dataset.data = button.callback_data;
      key.ariaBusy = isPressed(message.message_id, button.callback_data);
      return key;
    })));
  }
  return rows.childElementCount > 0 ? rows : null;
}

/** One bubble: a message, or an album of several. */
function bubble(group, isPressed) {
  const [first] = group;
  const isOwn = !first.from.is_bot;
  const photos = group.filter(message => message.photo);
  const body = el("div", "tg-bubble", el("span", "tg-hidden", `${isOwn ? t("You") : t("Sender")}: `));
  if (photos.length > 1) {
    const album = el("div", `tg-album tg-album--${Math.min(photos.length, 4)}`, ...photos.map(message => photo(message, photos.length < 5)));
    album.setAttribute("role", "group");
    album.ariaLabel = t("Album", photos.length);
    body.append(album);
  } else if (photos.length === 1) {
    body.append(photo(photos[0], true));
  }
  body.append(...group.filter(message => message.document).map(document_), ...group.filter(message => message.location).map(place));
  const told = group.find(message => message.text ?? message.caption);
  const text = el("div", "tg-text");
  if (told) {
    renderText(text, told.text ?? told.caption, told.entities ?? told.caption_entities);
  }
  const last = group.at(-1);
  const stamp = el("time", "tg-time", `${last.edit_date ? `${t("Edited")} ` : ""}${time(fromUnix(last.date))}`);
  stamp.dateTime = fromUnix(last.date).toISOString();
  if (told) {
    text.append(stamp);
    body.append(text);
  } else {
    stamp.classList.add("tg-time--alone");
    body.append(stamp);
  }
  body.classList.toggle("tg-bubble--media", photos.length > 0);
  body.classList.toggle("tg-bubble--bare", photos.length > 0 && !told);
  const node = el("div", `tg-message ${isOwn ? "tg-message--own" : ""}`, body, keyboard(last, isPressed));
  node.dataset.id = last.message_id;
  return node;
}

function groups(messages) {
  const found = [];
  for (const message of messages) {
    const previous = found.at(-1);
    if (message.media_group_id && previous?.[0].media_group_id === message.media_group_id) {
      previous.push(message);
    } else {
      found.push([message]);
    }
  }
  return found;
}

/** Shows the messages; bubbles that did not change stay the same nodes, so that focus and selection stay too. */
export function renderMessages(log, messages, isPressed, hasStarted) {
  const known = new Map([...log.children].map(node => [node.dataset.key, node]));
  const nodes = [];
  let shownDay;
  for (const group of groups(messages)) {
    const today = day(fromUnix(group[0].date));
    if (today !== shownDay) {
      shownDay = today;
      const key = `day ${today}`;
      const line = known.get(key) ?? el("p", "tg-day", el("span", "", today));
      line.dataset.key = key;
      nodes.push(line);
    }
    const key = JSON.stringify([day(fromUnix(group[0].date)), group]);
    const node = known.get(key) ?? bubble(group, isPressed);
    node.dataset.key = key;
    nodes.push(node);
  }
  if (messages.length === 0) {
    nodes.push(el("div", "tg-nothing", el("strong", "", t("NoMessages")), el("span", "", t(hasStarted ? "NoMessagesText" : "WhatBotCan"))));
  }
  const focused = document.activeElement?.dataset;
  const [message, data] = [focused?.message, focused?.data];
  for (const node of [...log.children].filter(node => !nodes.includes(node))) {
    node.remove();
  }
  nodes.forEach((node, index) => {
    if (log.children[index] !== node) {
      log.insertBefore(node, log.children[index] ?? null);
    }
  });
  if (message && document.activeElement === document.body) { // the pressed button was replaced
    const keys = [...log.querySelectorAll(`.tg-key[data-message="${message}"]`)];
    (keys.find(key => key.dataset.data === data) ?? keys[0] ?? log).focus({ preventScroll: true });
  }
}
