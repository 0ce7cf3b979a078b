// Choosing rows by search (select[data-choices="address"]) and several values (select[multiple][data-choose]) with Tom Select.
import TomSelect from '../lib/tom-select.js';

const start = element => {
  const address = element.dataset.choices;
  const control = new TomSelect(element, {
    plugins: element.multiple ? ['remove_button'] : [],
    valueField: 'id',
    labelField: 'label',
    searchField: address ? [] : ['label', 'text'],
    maxOptions: 50,
    ...(address ? {
      score: () => () => 1, // the server has chosen already
      preload: 'focus',
      load: (query, done) => fetch(`${address}${address.includes('?') ? '&' : '?'}q=${encodeURIComponent(query)}`, { headers: { Accept: 'application/json' } })
        .then(answer => answer.ok ? answer.json() : [])
        .then(items => { control.clearOptions(option => control.items.includes(option.id)); done(items); })
        .catch(() => done()),
    } : { valueField: 'value', labelField: 'text', searchField: ['text'] }),
    dropdownParent: element.closest('dialog, .menu') ? null : 'body',
    render: { no_results: () => '<div class="no-results">—</div>' },
  });
  const label = element.getAttribute('aria-label');
  if (label) {
    control.control_input.setAttribute('aria-label', label);
  }
};

const startAll = () => document.querySelectorAll('select[data-choices]:not(.tomselected), select[multiple][data-choose]:not(.tomselected)').forEach(start);
document.addEventListener('htmx:after:swap', startAll);
startAll();
