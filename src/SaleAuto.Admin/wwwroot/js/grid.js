// <sa-grid>: selection, keys, cells edited in place, widths of columns. The rows themselves are the server's; htmx swaps #grid inside.
import './live-grid.js';
import './grid-filter.js';
import './grid-columns.js';

const grid = () => document.getElementById('grid');
const open = address => htmx.ajax('GET', address, { target: '#grid', swap: 'outerHTML', push: 'true' });

/* Sorting by several columns: a click with Shift adds the column. */
document.addEventListener('click', event => {
  const sort = event.target.closest('a[data-beside]');
  if (sort && event.shiftKey) {
    event.preventDefault();
    event.stopImmediatePropagation();
    open(sort.dataset.beside);
  }
}, true);

/* Selection */
const boxes = () => [...document.querySelectorAll('#grid input[name=ids]')];
let last = null;

const showSelection = () => {
  const form = document.getElementById('bulk');
  if (!form) {
    return;
  }
  const chosen = boxes().filter(box => box.checked);
  const all = form.elements.all;
  if (chosen.length < boxes().length) {
    all.value = '';
  }
  const count = all.value === '1' ? Number(form.querySelector('[data-select-all]').dataset.total) : chosen.length;
  form.hidden = count === 0;
  const text = form.querySelector('.bulk__count');
  text.textContent = text.dataset.text.replace('{0}', count);
  boxes().forEach(box => box.closest('tr').classList.toggle('rows__chosen', box.checked));
  const page = document.querySelector('[data-check-page]');
  page.checked = chosen.length > 0 && chosen.length === boxes().length;
  page.indeterminate = chosen.length > 0 && !page.checked;
};

document.addEventListener('click', event => {
  const box = event.target.closest('#grid input[name=ids]');
  if (box && event.shiftKey && last?.isConnected) {
    const all = boxes();
    const [from, to] = [all.indexOf(last), all.indexOf(box)].sort((a, b) => a - b);
    all.slice(from, to + 1).forEach(one => { one.checked = box.checked; });
  }
  last = box ?? last;
  if (event.target.closest('[data-select-none]')) {
    boxes().forEach(one => { one.checked = false; });
  } else if (event.target.closest('[data-select-all]')) {
    boxes().forEach(one => { one.checked = true; });
    document.getElementById('bulk').elements.all.value = '1';
  } else if (event.target.matches('[data-check-page]')) {
    boxes().forEach(one => { one.checked = event.target.checked; });
  } else if (!box) {
    return;
  }
  showSelection();
});

/* Refresh keeps the selection of rows that are still there. */
let kept = [];
document.addEventListener('htmx:before:swap', event => {
  if (event.detail.ctx.target?.id === 'grid') {
    kept = boxes().filter(box => box.checked).map(box => box.value);
  }
});
document.addEventListener('htmx:after:swap', () => {
  boxes().filter(box => kept.includes(box.value)).forEach(box => { box.checked = true; });
  kept = [];
  showSelection();
});

/** Asks for the rows anew without leaving the place. */
export const reload = () => grid() && htmx.trigger(grid(), 'grid-reload');

document.addEventListener('click', event => event.target.closest('[data-refresh]') && reload());
document.addEventListener('click', event => {
  if (event.target.closest('[data-reset-search]')) {
    const search = document.getElementById('grid-q');
    if (search) {
      search.value = '';
    }
  }
  const link = event.target.closest('a[data-with-state]');
  if (link && grid()) {
    // What is seen is what is taken out: the same conditions, order and columns.
    const address = new URL(link.href);
    const state = new URLSearchParams(grid().dataset.query);
    ['filter', 'q', 'sort'].forEach(name => state.has(name) ? address.searchParams.set(name, state.get(name)) : address.searchParams.delete(name));
    const fields = [...document.querySelectorAll('#grid th[data-field]')].map(header => header.dataset.field);
    fields.length > 0 ? address.searchParams.set('fields', fields.join(',')) : address.searchParams.delete('fields');
    link.href = address.pathname + address.search;
    link.closest('.menu')?.hidePopover();
  }
}, true);

/* Cells edited in place */
let before = null;

const edit = cell => {
  if (cell.querySelector('form')) {
    return;
  }
  cancel();
  before = { cell, html: cell.innerHTML };
  cell.classList.add('cell-edit--open');
  htmx.ajax('GET', `${cell.dataset.cell}?state=${encodeURIComponent(grid().dataset.query)}`, { target: cell, swap: 'innerHTML' })
    .then(() => cell.querySelector('input:not([type=hidden]), select, textarea')?.focus());
};

const cancel = () => {
  if (before?.cell.isConnected) {
    before.cell.innerHTML = before.html;
    before.cell.classList.remove('cell-edit--open');
    htmx.process(before.cell);
    before.cell.focus();
  }
  before = null;
};

document.addEventListener('click', event => {
  if (event.target.closest('[data-cancel-cell]')) {
    cancel();
    return;
  }
  const cell = event.target.closest('td[data-cell]');
  if (cell && !event.target.closest('a, button, input, select, textarea, label, .ts-wrapper')) {
    edit(cell);
  }
});

document.addEventListener('keydown', event => {
  const cell = event.target.closest?.('td[data-cell]');
  if (cell && event.target === cell && (event.key === 'Enter' || event.key === 'F2')) {
    event.preventDefault();
    edit(cell);
  } else if (cell && event.key === 'Escape' && cell.querySelector('form')) {
    event.preventDefault();
    cancel();
  }
});

/* Keys of rows */
const rows = () => [...document.querySelectorAll('#grid tbody tr[data-id], #grid .card-item, #grid .gallery__item')];
const current = () => rows().findIndex(row => row.contains(document.activeElement));

document.addEventListener('keydown', event => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest('input:not([type=checkbox]), textarea, select, dialog, .menu')) {
    return;
  }
  const step = { KeyJ: 1, KeyK: -1 }[event.code];
  if (step) {
    event.preventDefault();
    const place = current();
    rows()[place < 0 ? 0 : Math.min(Math.max(place + step, 0), rows().length - 1)]?.querySelector('.row-open')?.focus();
  } else if (event.code === 'KeyX' && current() >= 0) {
    event.preventDefault();
    const box = rows()[current()].querySelector('input[name=ids]');
    if (box) {
      box.checked = !box.checked;
      showSelection();
    }
  }
});

showSelection();

/* Forms of a list that not every page needs. */
const load = () => {
  if (document.querySelector('sa-board')) {
    import('./board.js');
  }
  if (document.querySelector('sa-calendar')) {
    import('./calendar.js');
  }
};
document.addEventListener('htmx:after:swap', load);
load();
