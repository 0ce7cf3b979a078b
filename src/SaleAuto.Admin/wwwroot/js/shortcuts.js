// Keys: an element names its key with data-key ("n", "e", "g l"); "?" lists those of the page with their captions.

const isTyping = element => element?.closest?.('input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable=true]');
let before = '';
let timer;

const elements = () => [...document.querySelectorAll('[data-key]')].filter(element => element.getClientRects().length > 0 || element.hasAttribute('data-key-hidden'));

const press = keys => {
  const found = elements().find(element => element.dataset.key === keys);
  if (!found) {
    return false;
  }
  if (found.matches('input, select, textarea')) {
    found.focus();
    found.select?.();
  } else {
    found.click();
  }
  return true;
};

document.addEventListener('keydown', event => {
  if ((event.ctrlKey || event.metaKey) && event.code === 'KeyK') {
    event.preventDefault();
    document.getElementById('find')?.focus();
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || document.querySelector('dialog[open]')) {
    return;
  }
  if (event.key === '?' || (event.shiftKey && event.code === 'Slash')) {
    event.preventDefault();
    show();
    return;
  }
  if (event.key === '/' || event.code === 'Slash') {
    event.preventDefault();
    document.getElementById('find')?.focus();
    return;
  }
  // By place, so that the Russian layout works too.
  const key = event.code.startsWith('Key') ? event.code.slice(3).toLowerCase() : event.key;
  clearTimeout(timer);
  if (press(before ? `${before} ${key}` : key) || (before && press(key))) {
    event.preventDefault();
    before = '';
    return;
  }
  before = elements().some(element => element.dataset.key.startsWith(`${key} `)) ? key : '';
  timer = setTimeout(() => { before = ''; }, 1000);
});

const show = () => {
  const dialog = document.getElementById('shortcuts');
  const list = dialog.querySelector('[data-page-keys]');
  list.replaceChildren(...elements().map(element => {
    const row = document.createElement('div');
    const caption = element.dataset.keyText || element.getAttribute('aria-label') || element.textContent.trim();
    row.append(Object.assign(document.createElement('dt'), { textContent: caption }), document.createElement('dd'));
    row.lastElementChild.append(...element.dataset.key.split(' ').map(key => Object.assign(document.createElement('kbd'), { textContent: key.toUpperCase() })));
    return row;
  }));
  dialog.showModal();
};

document.addEventListener('click', event => event.target.closest('[data-show-shortcuts]') && show());
