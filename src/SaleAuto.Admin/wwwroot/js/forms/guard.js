// What was typed is not lost: leaving asks first, an ended session gives it back after the sign-in. Ctrl+S saves, Esc leaves.
import { ask } from '../confirm.js';
import { toast } from '../toasts.js';

const key = () => `draft:${location.pathname}${location.search}`;
const first = new WeakMap();

// Hidden inputs count too: files and lines are among them.
const textOf = form => JSON.stringify([...new FormData(form)].filter(([name, value]) => typeof value === 'string' && !/^(__|formToken|original\.|resolve\.)/.test(name)));

// Everything but the keys of the session: also what the person saw at first, so that changes of others are noticed after the sign-in.
const keepOf = form => JSON.stringify([...new FormData(form)].filter(([name, value]) => typeof value === 'string' && !name.startsWith('__')));

const isDirty = form => form.isConnected && !form.dataset.sent && (form.dataset.dirty === 'true' || (first.has(form) && first.get(form) !== textOf(form)));

const dirtyForms = () => [...document.querySelectorAll('form[data-guard]')].filter(isDirty);

addEventListener('beforeunload', event => {
  if (dirtyForms().length > 0) {
    event.preventDefault();
  }
});

// A plain form that is sent leaves the page with what was typed.
document.addEventListener('submit', event => {
  if (!event.defaultPrevented && event.target.matches('form[data-guard]:not([hx-post])')) {
    event.target.dataset.sent = 'true';
  }
});

// Leaving by one of our own links asks in our own words.
document.addEventListener('click', event => {
  const link = event.target.closest?.('a[href]');
  const [form] = dirtyForms();
  if (!link || !form || link.target === '_blank' || link.hash && link.pathname === location.pathname || event.ctrlKey || event.metaKey || event.button !== 0 || link.hasAttribute('download')) {
    return;
  }
  event.preventDefault();
  ask(form.dataset.leave, { button: form.dataset.leaveButton, dangerous: true }).then(agreed => {
    if (agreed) {
      form.dataset.sent = 'true';
      location.assign(link.href);
    }
  });
});

// Closing a dialog in which something was typed asks too.
document.addEventListener('cancel', event => {
  const form = event.target.querySelector?.('form[data-guard]');
  if (form && isDirty(form)) {
    event.preventDefault();
    ask(form.dataset.leave, { button: form.dataset.leaveButton, dangerous: true }).then(agreed => agreed && event.target.close());
  }
}, true);

document.addEventListener('keydown', event => {
  const form = document.querySelector('dialog[open] form[data-form]') ?? document.querySelector('form[data-form]');
  if (!form) {
    return;
  }
  if ((event.ctrlKey || event.metaKey) && event.code === 'KeyS') {
    event.preventDefault();
    document.activeElement?.dispatchEvent(new Event('change', { bubbles: true }));
    form.requestSubmit(form.querySelector('[data-save]'));
  } else if (event.key === 'Escape' && !document.querySelector('dialog[open], .menu:popover-open, .dropdown-active') && !event.defaultPrevented) {
    form.querySelector('[data-cancel]')?.click();
  }
});

// A form is sent once at a time; the server takes its token once, whatever the network repeats.
document.addEventListener('htmx:before:request', event => {
  const form = event.detail.ctx?.sourceElement;
  if (form?.matches?.('form[data-form]')) {
    form.setAttribute('aria-busy', 'true');
    form.querySelectorAll('.form-actions button, .sheet__actions button').forEach(button => { button.disabled = true; });
  }
});

document.addEventListener('htmx:finally:request', event => {
  const form = event.detail.ctx?.sourceElement;
  if (form?.matches?.('form[data-form]') && form.isConnected) {
    form.removeAttribute('aria-busy');
    form.querySelectorAll('.form-actions button, .sheet__actions button').forEach(button => { button.disabled = false; });
  }
});

document.addEventListener('htmx:before:response', event => {
  const { ctx } = event.detail;
  const form = ctx.sourceElement?.closest?.('form[data-form]');
  if (!form) {
    return;
  }
  const { status, headers } = ctx.response;
  if (status === 401) {
    sessionStorage.setItem(key(), form.dataset.restore ? keepOf(form) : textOf(form)); // given back after the sign-in, then forgotten
    form.dataset.sent = 'true';
  } else if (headers?.get?.('HX-Redirect')) {
    form.dataset.sent = 'true';
  }
});

// The server builds the form anew from what was kept: lookups need their names, lines and files their rows.
const rebuild = async (form, kept) => {
  const body = new FormData();
  kept.forEach(([name, value]) => body.append(name, value));
  [...new FormData(form)].filter(([name]) => name.startsWith('__')).forEach(([name, value]) => body.set(name, value));
  const answer = await fetch(form.dataset.restore, { method: 'POST', headers: { 'HX-Request': 'true' }, body }).catch(() => undefined);
  if (!answer?.ok) {
    sessionStorage.setItem(key(), JSON.stringify(kept)); // perhaps the next time
    return;
  }
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const built = document.importNode(page.querySelector('form'), true);
  form.replaceWith(built);
  htmx.process(built);
  built.dispatchEvent(new Event('form-restored', { bubbles: true }));
  toast({ kind: 'info', text: built.dataset.restored });
};

const restore = form => {
  const kept = sessionStorage.getItem(key());
  if (!kept) {
    return;
  }
  sessionStorage.removeItem(key());
  if (form.dataset.restore) {
    rebuild(form, JSON.parse(kept));
    return;
  }
  for (const [name, value] of JSON.parse(kept)) {
    const inputs = [...form.querySelectorAll(`[name="${CSS.escape(name)}"]`)];
    const input = inputs.findLast(x => x.type === 'radio' ? x.value === value : x.type !== 'hidden');
    if (!input) {
      continue;
    }
    if (input.type === 'radio' || input.type === 'checkbox') {
      input.checked = input.value === value;
    } else {
      if (input.matches('select') && ![...input.options].some(option => option.value === value)) {
        input.add(new Option(value, value));
      }
      input.value = value;
    }
  }
  form.dataset.dirty = 'true';
  toast({ kind: 'info', text: form.dataset.restored });
};

export const prepareGuards = root => {
  for (const form of root.querySelectorAll('form[data-guard]')) {
    if (!first.has(form)) {
      if (form.dataset.restored) {
        restore(form);
      }
      setTimeout(() => first.set(form, textOf(form))); // after the inputs have settled
    }
  }
};
