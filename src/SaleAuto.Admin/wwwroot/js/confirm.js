// One dialog asks for all: hx-confirm on what htmx sends, data-confirm on plain forms and buttons.

const dialog = document.getElementById('confirm');
const yes = dialog.querySelector('[data-yes]');

/** Asks the person; resolves to whether they agreed. */
export const ask = (text, { button, dangerous } = {}) => new Promise(resolve => {
  dialog.querySelector('#confirm-text').textContent = text;
  yes.textContent = button || yes.dataset.caption;
  yes.className = `btn ${dangerous ? 'btn-danger' : 'btn-primary'}`;
  dialog.returnValue = '';
  dialog.addEventListener('close', () => resolve(dialog.returnValue === 'yes'), { once: true });
  dialog.showModal();
});

const options = element => ({ button: element.dataset.confirmButton, dangerous: element.hasAttribute('data-dangerous') });

document.addEventListener('htmx:confirm', event => {
  const { ctx, issueRequest, dropRequest } = event.detail;
  event.preventDefault();
  ask(ctx.confirm, options(ctx.sourceElement)).then(agreed => agreed ? issueRequest() : dropRequest());
});

document.addEventListener('submit', event => {
  const source = event.submitter?.dataset.confirm ? event.submitter : event.target;
  if (!source.dataset.confirm || source.dataset.confirmed) {
    return;
  }
  event.preventDefault();
  event.stopImmediatePropagation();
  ask(source.dataset.confirm, options(source)).then(agreed => {
    if (agreed) {
      source.dataset.confirmed = 'yes';
      event.target.requestSubmit(event.submitter);
      delete source.dataset.confirmed;
    }
  });
}, true);
