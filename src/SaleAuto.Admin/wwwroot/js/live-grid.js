// Changes by other people: rows on the screen are asked for anew at once while the person does nothing with them, else a button offers it.
import './live.js';

let waiting = new Set();

// What the person just did is on the screen already.
let done = 0;
document.addEventListener('htmx:before:request', event => {
  if (event.detail.ctx.request.method !== 'GET') {
    done = Date.now();
  }
});

const isBusy = () => document.querySelector('#grid form.cell-form, dialog[open], #grid .menu:popover-open') !== null
  || [...document.querySelectorAll('#grid input[name=ids]')].some(box => box.checked)
  || document.querySelector('#grid.htmx-request') !== null;

const offer = () => {
  const bar = document.getElementById('fresh');
  if (bar) {
    bar.hidden = waiting.size === 0;
    bar.querySelector('span').textContent = document.querySelector('sa-grid').dataset.fresh.replace('{0}', waiting.size);
  }
};

// Rows of others that these show in a column: read anew, but not more often than every two seconds however much is going on there.
let due;
const soon = () => {
  due ??= setTimeout(() => {
    due = undefined;
    if (isBusy()) {
      soon();
    } else {
      htmx.trigger(document.getElementById('grid'), 'grid-reload');
    }
  }, 2000);
};

document.addEventListener('live', event => {
  const { resource, ids, added, related } = event.detail;
  const host = document.querySelector('sa-grid');
  if (host?.dataset.resource !== resource) {
    return;
  }
  if (related) {
    soon();
    return;
  }
  const shown = ids.some(id => document.querySelector(`#grid [data-id="${id}"]`)) || document.querySelector('#grid sa-calendar');
  if (!shown && !added) {
    return;
  }
  if (shown && !isBusy()) {
    document.dispatchEvent(new CustomEvent('grid-changed', { detail: ids }));
    htmx.trigger(document.getElementById('grid'), 'grid-reload');
  } else if (Date.now() - done > 2000) {
    ids.forEach(id => waiting.add(id));
    offer();
  }
});

// Rows that changed under the person's eyes are shown for a moment.
let marked = [];
document.addEventListener('grid-changed', event => { marked = event.detail; });
document.addEventListener('htmx:after:swap', event => {
  if (event.detail.ctx?.target?.id === 'grid') {
    waiting = new Set();
    offer();
    marked.forEach(id => document.querySelector(`#grid [data-id="${id}"]`)?.classList.add('changed'));
    marked = [];
  }
});
