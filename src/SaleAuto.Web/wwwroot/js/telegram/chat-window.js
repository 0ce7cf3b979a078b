// Telegram's window for Development: whoever is chosen on the left speaks with the bot on the right.
import * as api from "./api.js";
import { renderMessages } from "./bubbles.js";
import { renderChats } from "./chat-list.js";
import { focusText, setText, showCommands, startComposer } from "./composer.js";
import { byId } from "./dom.js";
import { role, t } from "./texts.js";

const log = byId("log");
const parameters = new URLSearchParams(location.search);
const pressed = new Map(); // callback id -> [message, data]
const early = new Map(); // answers that overtook the id of their press
let startWith = parameters.get("start");
let chats = [];
let openId = null;
let messages = [];
let typingUntil = 0;

const isPressed = (message, data) => [...pressed.values()].some(press => press[0] === message && press[1] === data);
const openChat = () => chats.find(chat => chat.id === openId);
const isAtEnd = () => log.scrollHeight - log.scrollTop - log.clientHeight < 120;

function toEnd() {
  log.scrollTop = log.scrollHeight;
  byId("down").hidden = true;
}

let toastTimer;
function toast(text) {
  const shown = byId("toast");
  shown.textContent = text;
  shown.classList.add("tg-toast--on");
  clearTimeout(toastTimer);
  toastTimer = setTimeout(() => {
    shown.classList.remove("tg-toast--on");
    shown.textContent = "";
  }, 4000);
}

function showHead() {
  const chat = openChat();
  byId("choose").hidden = !!chat;
  byId("chat").hidden = !chat;
  document.body.classList.toggle("tg--open", !!chat);
  if (!chat) {
    return;
  }
  const isTyping = Date.now() < typingUntil;
  byId("chat-state").textContent = chat.has_blocked ? t("Blocked") : isTyping ? t("Typing") : t("As", `${chat.name}, ${role(chat.role).toLowerCase()}`);
  byId("block").ariaPressed = `${chat.has_blocked}`;
  byId("block").ariaLabel = byId("block").title = t(chat.has_blocked ? "Unblock" : "Block");
  const begin = byId("begin");
  const mayWrite = chat.has_started && !chat.has_blocked;
  begin.hidden = mayWrite;
  begin.textContent = chat.has_blocked ? t("Unblock") : t("Start");
  byId("composer").hidden = !mayWrite;
}

async function refreshChats() {
  const answer = await api.getChats();
  chats = answer.chats;
  showCommands(answer.commands, sendText);
  renderChats(chats, openId, id => open(id, true));
  showHead();
}

let refreshTimer;
function refreshSoon() {
  clearTimeout(refreshTimer);
  refreshTimer = setTimeout(() => refreshChats().catch(() => {}), 60);
}

function show(stay = isAtEnd()) {
  renderMessages(log, messages, isPressed, openChat()?.has_started);
  if (stay) {
    toEnd();
  } else {
    byId("down").hidden = false;
  }
}

async function readOpen() {
  if (openId !== null && !document.hidden) {
    await api.markRead(openId);
    refreshSoon();
  }
}

async function open(id, byHand = false) {
  openId = id;
  typingUntil = 0;
  if (byHand) {
    history.pushState({ id }, "", `?chat=${id}`);
  }
  messages = id === null ? [] : await api.getMessages(id);
  renderChats(chats, openId, other => open(other, true));
  showHead();
  if (id === null) {
    return;
  }
  log.replaceChildren();
  show(true);
  await readOpen();
  if (startWith && openChat()?.has_started) {
    setText(`/start ${startWith}`);
  }
  if (byHand && matchMedia("(hover: hover)").matches) {
    focusText();
  }
}

async function send(form) {
  try {
    await api.sendForm(openId, form);
    toEnd();
    return true;
  } catch (error) {
    toast(t("Failed", error.message));
    return false;
  }
}

function sendText(text) {
  const form = new FormData();
  form.append("text", text);
  return send(form);
}

function showAnswer(answer) {
  if (!answer.text) {
    return;
  }
  if (answer.is_alert) {
    byId("alert-text").textContent = answer.text;
    byId("alert").showModal();
  } else {
    toast(answer.text);
  }
}

function settle(id) {
  const press = pressed.get(id);
  pressed.delete(id);
  for (const key of log.querySelectorAll(".tg-key")) {
    if (press && Number(key.dataset.message) === press[0] && key.dataset.data === press[1]) {
      key.ariaBusy = "false";
    }
  }
}

async function press(key) {
  const [message, data] = [Number(key.dataset.message), key.dataset.data];
  if (isPressed(message, data)) {
    return;
  }
  key.ariaBusy = "true";
  try {
    const { id } = await api.press(openId, message, data);
    pressed.set(id, [message, data]);
    if (early.has(id)) {
      settle(id);
      showAnswer(early.get(id));
    } else {
      setTimeout(() => settle(id), 60_000); // Telegram gives up as well
    }
  } catch {
    key.ariaBusy = "false";
    toast(t("Gone"));
  }
}

function onChange(kind, change) {
  if (kind === "answered") {
    if (pressed.has(change.callback_id)) {
      settle(change.callback_id);
      showAnswer(change);
    } else if (change.chat_id === openId) {
      early.set(change.callback_id, change);
      setTimeout(() => early.delete(change.callback_id), 5000);
    }
    return;
  }
  if (change.chat_id === openId) {
    if (kind === "typing") {
      typingUntil = Date.now() + 5000;
      setTimeout(showHead, 5050);
      showHead();
      return;
    }
    if (kind === "message" && !messages.some(message => message.message_id === change.message.message_id)) {
      messages = [...messages, change.message];
      typingUntil = change.message.from.is_bot ? 0 : typingUntil;
      show();
      readOpen();
    } else if (kind === "edited") {
      messages = messages.map(message => (message.message_id === change.message.message_id ? change.message : message));
      show();
    } else if (kind === "deleted") {
      messages = messages.filter(message => message.message_id !== change.message_id);
      show();
    }
  }
  refreshSoon();
}

log.addEventListener("click", event => {
  const [key, photo, command, spoiler] = ["button.tg-key", "[data-photo]", "[data-command]", ".tg-spoiler"].map(kind => event.target.closest(kind));
  if (key) {
    press(key);
  } else if (photo) {
    byId("viewer-image").src = photo.dataset.photo;
    byId("viewer").showModal();
  } else if (command) {
    sendText(command.dataset.command);
  } else {
    spoiler?.classList.add("tg-spoiler--open");
  }
});
log.addEventListener("load", event => { // a photo came: stay where one was
  if (event.target.tagName === "IMG" && log.scrollHeight - log.scrollTop - log.clientHeight < 500) {
    toEnd();
  }
}, true);
log.addEventListener("scroll", () => {
  byId("down").hidden = isAtEnd();
});
byId("down").addEventListener("click", toEnd);
byId("viewer").addEventListener("click", event => event.target.closest("img") ?? byId("viewer").close());
byId("back").addEventListener("click", () => history.state?.id ? history.back() : open(null));
byId("begin").addEventListener("click", async () => {
  if (openChat().has_blocked) {
    await api.setBlocked(openId, false);
  } else {
    await sendText(startWith ? `/start ${startWith}` : "/start");
    startWith = null;
  }
});
byId("block").addEventListener("click", () => api.setBlocked(openId, !openChat().has_blocked));
byId("new-person").addEventListener("click", () => byId("person").showModal());
byId("person-cancel").addEventListener("click", () => byId("person").close());
byId("person-form").addEventListener("submit", async () => {
  const person = await api.addPerson(byId("person-name").value);
  await refreshChats();
  await open(person.chat_id, true);
});
addEventListener("popstate", event => open(event.state?.id ?? null));
document.addEventListener("visibilitychange", () => readOpen().catch(() => {}));

startComposer(send);
await refreshChats();
const first = Number(parameters.get("chat"));
await open(chats.some(chat => chat.id === first) ? first : null);
let wasLost = false;
api.listen(onChange, async isConnected => {
  document.body.classList.toggle("tg--offline", !isConnected);
  if (!isConnected) {
    wasLost = true;
    toast(t("Offline"));
  } else {
    // What happened while nobody listened is read anew.
    await refreshChats();
    if (openId !== null) {
      messages = await api.getMessages(openId).catch(() => []);
      show();
    }
    if (wasLost) {
      byId("toast").classList.remove("tg-toast--on");
      wasLost = false;
    }
  }
});
document.body.dataset.ready = "true";
