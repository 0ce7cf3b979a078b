// The people, those with the newest message first.
import { byId, el } from "./dom.js";
import { fromUnix, initials, moment, role, t } from "./texts.js";

const list = byId("chats");

function lastLine(message) {
  if (!message) {
    return t("NoMessages");
  }
  const text = message.text ?? message.caption ?? (message.photo ? t("Photo") : message.document?.file_name ?? (message.location ? t("Place") : t("File")));
  return message.from.is_bot ? text : `${t("You")}: ${text}`;
}

function line(chat, isOpen, open) {
  const time = el("time", "tg-person__time");
  if (chat.last) {
    time.textContent = moment(fromUnix(chat.last.date));
    time.dateTime = fromUnix(chat.last.date).toISOString();
  }
  const unread = chat.unread > 0 ? el("span", "tg-unread", `${chat.unread}`) : null;
  if (unread) {
    unread.append(el("span", "tg-hidden", ` ${t("Unread", chat.unread)}`));
  }
  const button = el("button", "tg-person",
    el("span", `tg-avatar tg-avatar--${chat.id % 7}`, initials(chat.name)),
    el("span", "tg-person__text",
      el("span", "tg-person__top", el("strong", "", chat.name), time),
      el("span", "tg-person__role", role(chat.role)),
      el("span", "tg-person__bottom", el("span", "tg-person__last", lastLine(chat.last)), unread)));
  button.firstChild.ariaHidden = "true";
  button.type = "button";
  button.dataset.chat = chat.id;
  if (isOpen) {
    button.setAttribute("aria-current", "true");
  }
  button.addEventListener("click", () => open(chat.id));
  return el("li", "", button);
}

export function renderChats(chats, openId, open) {
  const focused = document.activeElement?.dataset?.chat;
  list.replaceChildren(...chats.map(chat => line(chat, chat.id === openId, open)));
  if (focused) {
    list.querySelector(`[data-chat="${focused}"]`)?.focus({ preventScroll: true });
  }
}
