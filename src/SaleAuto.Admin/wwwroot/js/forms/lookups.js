// Lookups: Tom Select asks the server while somebody types and never loads more than it shows.

const ready = new WeakSet();
let library;

const parametersOf = select => {
  const form = select.form;
  const names = (select.dataset.depends ?? '').split(' ').filter(Boolean);
  return names.map(name => [name, form.elements[name]?.value ?? '']);
};

const addressOf = (select, typed) => {
  const address = new URL(select.dataset.lookup, location.href);
  address.searchParams.set('q', typed);
  parametersOf(select).forEach(([name, value]) => address.searchParams.set(name, value));
  return address;
};

const make = (TomSelect, select) => {
  const plain = text => Object.assign(document.createElement('div'), { className: 'lookup__note', textContent: text });
  const label = select.getAttribute('aria-label') ?? document.querySelector(`label[for="${select.id}"]`)?.firstChild?.textContent ?? '';
  let asked; // the last question to the server: an answer to an earlier one comes too late
  let answered; // what the options are the answer to
  let hasFailed = false;
  const control = new TomSelect(select, {
    valueField: 'id',
    labelField: 'label',
    searchField: [],
    sortField: [{ field: '$order' }],
    maxOptions: 20,
    loadThrottle: 200,
    preload: 'focus',
    openOnFocus: true,
    selectOnTab: true,
    placeholder: select.dataset.placeholder,
    plugins: select.getAttribute('aria-required') ? [] : { clear_button: { title: select.dataset.clear, className: 'lookup__clear' } },
    // The server has searched. Until it answers, of what is there only what has the text in it can be chosen.
    score: typed => item => typed === answered || item.label.toLowerCase().includes(typed.toLowerCase()) ? 1 : 0,
    shouldLoad: () => true,
    load(typed, done) {
      asked?.abort();
      const mine = asked = new AbortController();
      fetch(addressOf(select, typed), { headers: { Accept: 'application/json', 'HX-Request': 'true' }, signal: mine.signal })
        .then(answer => answer.ok ? answer.json() : Promise.reject(answer))
        .then(found => {
          [answered, hasFailed] = [typed, false];
          this.clearOptions(); // not before: who is about to choose keeps what is there; the chosen one stays
          done(found);
        })
        .catch(() => {
          hasFailed = mine === asked;
          delete this.loadedSearches[typed]; // typed again, it is asked again
          done();
        });
    },
    render: {
      option: (item, escape) => `<div>${escape(item.label)}</div>`,
      item: (item, escape) => `<div>${escape(item.label)}</div>`,
      no_results: () => plain(hasFailed ? select.dataset.failed : select.dataset.none),
      loading: () => plain(select.dataset.loading),
    },
  });
  control.control_input.setAttribute('aria-label', label.trim());
  select.setAttribute('aria-label', label.trim()); // its own label now names the box that people type into
  ['aria-describedby', 'aria-required', 'aria-invalid'].forEach(name => select.hasAttribute(name) && control.control_input.setAttribute(name, select.getAttribute(name)));
  select.removeAttribute('aria-describedby');
};

// What depends on a changed lookup no longer fits.
document.addEventListener('change', event => {
  const { name, form } = event.target;
  if (!form || !name) {
    return;
  }
  for (const select of form.querySelectorAll(`select[data-depends~="${CSS.escape(name)}"]`)) {
    if (select.tomselect) {
      select.tomselect.clear();
      select.tomselect.clearOptions();
      select.tomselect.loadedSearches = {};
    }
  }
});

export const prepareLookups = async root => {
  const selects = [...root.querySelectorAll('select[data-lookup]')].filter(select => !ready.has(select));
  if (selects.length === 0) {
    return;
  }
  selects.forEach(select => ready.add(select));
  library ??= import('../../lib/tom-select.js');
  const { default: TomSelect } = await library;
  selects.filter(select => select.isConnected).forEach(select => make(TomSelect, select));
};
