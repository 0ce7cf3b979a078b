// Text, photos and files on their way to the bot.
import { byId, el, icon } from "./dom.js";
import { addPhoto, preview } from "./photos.js";
import { size, t } from "./texts.js";

const most = 10;
const form = byId("composer");
const text = byId("text");
const attached = byId("attached");
const pickers = { photos: byId("photos"), files: byId("files") };
let files = [];
let asPhotos = true;

function fit() {
  text.style.height = "auto";
  text.style.height = `${Math.min(text.scrollHeight, 180)}px`;
}

async function showAttached() {
  const shown = files;
  const items = await Promise.all(shown.map(async file => {
    const picture = asPhotos ? await preview(file) : null;
    const remove = el("button", "tg-attached__remove", icon("close"));
    remove.type = "button";
    remove.ariaLabel = t("Remove", file.name);
    remove.addEventListener("click", () => {
      files = files.filter(one => one !== file);
      showAttached();
      text.focus();
    });
    return el("li", "", picture ?? el("span", "tg-attached__file", icon("file"), el("span", "", file.name), el("small", "", size(file.size))), remove);
  }));
  if (shown === files) {
    attached.replaceChildren(...items);
    attached.hidden = items.length === 0;
  }
}

async function take(list, photos) {
  const given = [...list];
  if (given.length === 0) {
    return;
  }
  const all = photos ? given.filter(file => file.type.startsWith("image/")) : given;
  files = (photos === asPhotos ? [...files, ...all] : all).slice(0, most);
  asPhotos = photos;
  await showAttached();
  text.focus();
}

function menu(button, list) {
  const close = () => {
    list.hidden = true;
    button.ariaExpanded = "false";
  };
  button.addEventListener("click", () => {
    list.hidden = !list.hidden;
    button.ariaExpanded = `${!list.hidden}`;
    list.querySelector("button")?.focus();
  });
  list.addEventListener("click", close);
  list.addEventListener("keydown", event => {
    const items = [...list.querySelectorAll("button")];
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      items[(items.indexOf(document.activeElement) + step + items.length) % items.length]?.focus();
    } else if (event.key === "Escape") {
      event.stopPropagation();
      close();
      button.focus();
    }
  });
  document.addEventListener("click", event => {
    if (!list.hidden && !list.contains(event.target) && !button.contains(event.target)) {
      close();
    }
  });
}

export function showCommands(commands, send) {
  const list = byId("command-menu");
  if (!list.hidden) {
    return; // somebody is choosing
  }
  list.replaceChildren(...commands.map(one => {
    const button = el("button", "", el("strong", "", `/${one.command}`), el("span", "", one.description));
    button.type = "button";
    button.addEventListener("click", () => send(`/${one.command}`));
    return button;
  }));
  if (commands.length === 0) {
    list.append(el("p", "", t("NoCommands")));
  }
}

export function setText(value) {
  text.value = value;
  fit();
}

export const focusText = () => text.focus();

/** Calls send with a form; what could not be sent stays. */
export function startComposer(send) {
  form.addEventListener("submit", async event => {
    event.preventDefault();
    const [value, chosen] = [text.value.trim(), files];
    if (!value && chosen.length === 0 || form.ariaBusy === "true") {
      return;
    }
    form.ariaBusy = "true";
    try {
      const data = new FormData();
      data.append("text", value);
      for (const [index, file] of chosen.entries()) {
        if (asPhotos) {
          await addPhoto(data, file, index);
        } else {
          data.append("file", file, file.name);
        }
      }
      if (await send(data)) {
        files = [];
        setText("");
        await showAttached();
      }
    } finally {
      form.ariaBusy = "false";
    }
  });
  text.addEventListener("input", fit);
  text.addEventListener("keydown", event => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      form.requestSubmit();
    }
  });
  text.addEventListener("paste", event => {
    if (event.clipboardData.files.length > 0) {
      event.preventDefault();
      take(event.clipboardData.files, [...event.clipboardData.files].every(file => file.type.startsWith("image/")));
    }
  });
  const chat = byId("chat");
  chat.addEventListener("dragover", event => event.preventDefault());
  chat.addEventListener("drop", event => {
    event.preventDefault();
    take(event.dataTransfer.files, [...event.dataTransfer.files].every(file => file.type.startsWith("image/")));
  });
  for (const [name, picker] of Object.entries(pickers)) {
    picker.addEventListener("change", () => {
      take(picker.files, name === "photos");
      picker.value = "";
    });
  }
  form.addEventListener("click", event => pickers[event.target.closest("[data-pick]")?.dataset.pick]?.click());
  menu(byId("attach"), byId("attach-menu"));
  menu(byId("commands"), byId("command-menu"));
}
