// Columns: widths by dragging the edge, order in the drawer by dragging or by buttons.

const field = header => header.dataset.field;

const applyWidths = () => document.querySelectorAll('#grid th[data-width]').forEach(header => {
  header.style.width = header.dataset.width ? `${header.dataset.width}px` : '';
  header.style.minWidth = header.style.width;
  header.style.maxWidth = header.style.width;
});

const columns = () => [...document.querySelectorAll('#grid thead th[data-field]')].slice(1)
  .map(header => header.dataset.width ? `${field(header)}:${header.dataset.width}` : field(header)).join(',');

document.addEventListener('pointerdown', event => {
  const grip = event.target.closest('[data-grip]');
  if (!grip) {
    return;
  }
  event.preventDefault();
  const header = grip.closest('th');
  const start = { x: event.clientX, width: header.offsetWidth };
  grip.setPointerCapture(event.pointerId);
  const move = moved => {
    header.dataset.width = String(Math.round(Math.min(800, Math.max(60, start.width + moved.clientX - start.x))));
    applyWidths();
  };
  grip.addEventListener('pointermove', move);
  grip.addEventListener('pointerup', () => {
    grip.removeEventListener('pointermove', move);
    htmx.ajax('POST', `/admin/${document.querySelector('sa-grid').dataset.resource}/layout`, { target: '#grid', swap: 'none', values: { state: document.getElementById('grid').dataset.query, columns: columns(), silent: '1' } });
  }, { once: true });
});

document.addEventListener('click', event => {
  const button = event.target.closest('[data-up], [data-down]');
  if (!button) {
    return;
  }
  const item = button.closest('li');
  const other = button.hasAttribute('data-up') ? item.previousElementSibling : item.nextElementSibling;
  if (other) {
    button.hasAttribute('data-up') ? other.before(item) : other.after(item);
    button.focus();
  }
});

document.addEventListener('htmx:after:swap', async () => {
  applyWidths();
  const list = document.querySelector('[data-sortable]:not([data-ready])');
  if (list) {
    list.dataset.ready = 'yes';
    const { default: Sortable } = await import('../lib/sortable.js');
    Sortable.create(list, { handle: '[data-handle]', animation: matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 150 });
  }
});

applyWidths();
