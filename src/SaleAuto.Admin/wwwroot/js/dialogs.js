// #dialog and #drawer show what htmx loads into #dialog-body and #drawer-body; data-close-dialog and the event dialog-close close them.

const shown = new Map([['dialog-body', 'dialog'], ['drawer-body', 'drawer']]);

document.addEventListener('htmx:after:swap', () => {
  for (const [body, id] of shown) {
    const dialog = document.getElementById(id);
    if (document.getElementById(body).childElementCount > 0 && !dialog.open) {
      dialog.showModal();
      dialog.querySelector('[autofocus], .sheet__body input:not([type=hidden]), .sheet__body select, .sheet__body textarea, .sheet__body button')?.focus();
    }
  }
});

const close = dialog => {
  if (dialog?.open) {
    dialog.close();
  }
};

document.addEventListener('close', event => {
  const body = event.target.querySelector?.('#dialog-body, #drawer-body');
  body?.replaceChildren();
}, true);

document.addEventListener('click', event => {
  if (event.target.closest('[data-close-dialog]')) {
    close(event.target.closest('dialog'));
  } else if (event.target.matches('dialog.sheet') && !event.target.querySelector('form[data-guard]')) {
    close(event.target); // a click beside it, unless a form in it guards what was typed
  }
});

document.addEventListener('dialog-close', () => [...shown.values()].forEach(id => close(document.getElementById(id))));

// The server asks for a dialog that it does not send itself: a card was moved to a column whose action asks for more.
document.addEventListener('open-dialog', event => htmx.ajax('GET', event.detail.address, { target: '#dialog-body', swap: 'innerHTML' }));
