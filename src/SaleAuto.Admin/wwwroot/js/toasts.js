// Messages: the event "toast" {kind, text, action, post, href} on the body, or the cookie sa_toast after a redirect.

const texts = document.getElementById('shell-texts').dataset;
const list = document.getElementById('toasts');
const lifetime = 6000;

const make = (name, className, text) => Object.assign(document.createElement(name), { className, textContent: text ?? '' });

const actionOf = ({ action, post, href }) => {
  if (!action) {
    return null;
  }
  const element = make(href ? 'a' : 'button', 'toast-card__action', action);
  if (href) {
    element.href = href;
  } else {
    element.type = 'button';
    element.setAttribute('hx-post', post);
    element.setAttribute('hx-swap', 'none');
  }
  return element;
};

/** Shows a message. A refusal stays until it is closed; others go when nobody points at them. */
export const toast = detail => {
  const card = make('div', `toast-card toast-card--${detail.kind ?? 'info'}`);
  const close = make('button', 'toast-card__close', '×');
  close.type = 'button';
  close.setAttribute('aria-label', texts.close);
  close.addEventListener('click', () => card.remove());
  card.append(make('span', 'toast-card__text', detail.text), ...[actionOf(detail)].filter(Boolean), close);
  card.querySelector('.toast-card__action')?.addEventListener('click', () => setTimeout(() => card.remove(), 300));
  list.append(card);
  htmx.process(card);
  while (list.childElementCount > 4) {
    list.firstElementChild.remove();
  }
  if (detail.kind !== 'danger') {
    const leave = () => card.matches(':hover, :focus-within') ? setTimeout(leave, 1000) : card.remove();
    setTimeout(leave, detail.action ? lifetime * 2 : lifetime);
  }
};

document.addEventListener('toast', event => toast(event.detail));

const flash = document.cookie.split('; ').find(cookie => cookie.startsWith('sa_toast='));
if (flash) {
  document.cookie = 'sa_toast=; path=/admin; max-age=0; samesite=strict';
  try {
    toast(JSON.parse(decodeURIComponent(flash.slice('sa_toast='.length))));
  } catch {
    // A cookie that is not ours says nothing.
  }
}
