// Menus are native popovers: <button popovertarget="x"> and <div class="menu" id="x" popover>. This places them and gives them arrow keys.

const gap = 6;

const openerOf = menu => document.querySelector(`[popovertarget="${CSS.escape(menu.id)}"]`);

export const place = (menu, opener) => {
  const at = opener.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = menu;
  const below = at.bottom + gap + height <= innerHeight || at.top < height + gap;
  const left = Math.min(Math.max(gap, at.left + width > innerWidth - gap ? at.right - width : at.left), innerWidth - width - gap);
  menu.style.left = `${Math.max(gap, left)}px`;
  menu.style.top = `${Math.max(gap, below ? Math.min(at.bottom + gap, innerHeight - height - gap) : at.top - height - gap)}px`;
};

document.addEventListener('toggle', event => {
  const menu = event.target;
  if (!(menu instanceof HTMLElement) || !menu.matches('.menu[popover]')) {
    return;
  }
  const opener = event.source ?? openerOf(menu);
  const open = event.newState === 'open';
  opener?.setAttribute('aria-expanded', String(open));
  if (open && opener) {
    place(menu, opener);
  }
}, true);

document.addEventListener('keydown', event => {
  const menu = event.target.closest?.('.menu[popover]');
  if (!menu || !['ArrowDown', 'ArrowUp', 'Home', 'End'].includes(event.key) || event.target.matches('input:not([type=checkbox]):not([type=radio]), select, textarea')) {
    return;
  }
  const items = [...menu.querySelectorAll('a[href], button:not([disabled]), input[type=checkbox]')].filter(item => item.offsetParent !== null);
  const now = items.indexOf(document.activeElement);
  const next = { ArrowDown: now + 1, ArrowUp: now < 0 ? items.length - 1 : now - 1, Home: 0, End: items.length - 1 }[event.key];
  event.preventDefault();
  items[(next + items.length) % items.length]?.focus();
});

// From the button, an arrow enters the open menu.
document.addEventListener('keydown', event => {
  const opener = event.target.closest?.('[popovertarget][aria-expanded="true"]');
  if (opener && event.key === 'ArrowDown') {
    event.preventDefault();
    document.getElementById(opener.getAttribute('popovertarget')).querySelector('a[href], button:not([disabled]), input')?.focus();
  }
});

// A menu that was used closes, unless it asks to stay.
document.addEventListener('click', event => {
  const item = event.target.closest('.menu__item');
  const menu = item?.closest('.menu[popover]');
  if (menu && !item.hasAttribute('data-stay')) {
    menu.hidePopover();
  }
});

addEventListener('resize', () => document.querySelectorAll('.menu:popover-open').forEach(menu => openerOf(menu) && place(menu, openerOf(menu))));
