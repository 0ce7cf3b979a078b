// What the window asks of the program.

const root = "/sandbox/telegram";

async function ask(path, body) {
  const options = body === undefined ? { cache: "no-store" } : {
    method: "POST",
    body: body instanceof FormData ? body : JSON.stringify(body),
    headers: body instanceof FormData ? {} : { "Content-Type": "application/json" },
  };
  const answer = await fetch(root + path, options);
  if (!answer.ok) {
    throw new Error((await answer.text()) || `${answer.status}`);
  }
  return answer.status === 204 ? null : answer.json();
}

export const getChats = () => ask("/chats");
export const addPerson = name => ask("/chats", { name });
export const getMessages = chat => ask(`/chats/${chat}`);
export const sendForm = (chat, form) => ask(`/chats/${chat}/messages`, form);
export const press = (chat, messageId, data) => ask(`/chats/${chat}/presses`, { messageId, data });
export const markRead = chat => ask(`/chats/${chat}/read`, {});
export const setBlocked = (chat, isBlocked) => ask(`/chats/${chat}/blocked`, { isBlocked });

/** Calls back for everything that happens; "again" after each new connection. */
export function listen(onChange, onState) {
  const source = new EventSource(`${root}/events`);
  source.onopen = () => onState(true);
  source.onerror = () => onState(false);
  for (const kind of ["message", "edited", "deleted", "answered", "typing", "chats"]) {
    source.addEventListener(kind, event => onChange(kind, JSON.parse(event.data)));
  }
  addEventListener("pagehide", () => source.close());
}
