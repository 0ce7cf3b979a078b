// Conditions: popovers of pills, and the drawer in which conditions are put together (the server draws it anew after each step).
import { place } from './menus.js';

document.addEventListener('click', event => {
  const opener = event.target.closest('[data-open-filter]');
  if (!opener) {
    return;
  }
  const editor = document.getElementById(opener.dataset.openFilter);
  const anchor = document.querySelector(`[popovertarget="${opener.dataset.openFilter}"]`) ?? document.querySelector('[popovertarget="filter-add"]') ?? opener;
  setTimeout(() => { // the menu that it was chosen from closes first
    editor.showPopover();
    place(editor, anchor);
  });
});

document.addEventListener('htmx:after:swap', event => {
  const menu = event.detail.ctx?.target;
  if (menu?.matches?.('.menu--filter:popover-open')) {
    place(menu, document.querySelector(`[popovertarget="${menu.id}"]`) ?? document.querySelector('[popovertarget="filter-add"]'));
    menu.querySelector('input:not([type=hidden]), select')?.focus();
  }
});

const rebuild = (form, what) => htmx.ajax('POST', form.dataset.rebuild, { source: form, target: '#drawer-body', swap: 'innerHTML', values: { do: what } });

document.addEventListener('click', event => {
  const button = event.target.closest('button[data-draft]');
  if (button) {
    rebuild(button.closest('form'), button.dataset.draft.replace(/\.$/, ''));
  }
});

document.addEventListener('change', event => {
  if (event.target.matches('select[data-draft]')) {
    rebuild(event.target.form, 'change:');
  }
});
