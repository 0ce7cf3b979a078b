// Search over everything: results under the field while typing, arrows go into them, Escape closes.

const input = document.getElementById('find');
const results = document.getElementById('find-results');

const show = () => {
  if (results.childElementCount > 0 && !results.matches(':popover-open')) {
    results.showPopover();
  }
  const at = input.closest('form').getBoundingClientRect();
  results.style.left = `${at.left}px`;
  results.style.top = `${at.bottom + 6}px`;
  results.style.width = `${at.width}px`;
};

const hide = () => results.matches(':popover-open') && results.hidePopover();

document.addEventListener('htmx:after:swap', event => event.detail.ctx?.target === results && show());
input.addEventListener('focus', show);
input.addEventListener('keydown', event => {
  if (event.key === 'ArrowDown') {
    event.preventDefault();
    results.querySelector('a')?.focus();
  } else if (event.key === 'Escape') {
    hide();
    input.blur();
  } else if (event.key === 'Enter' && results.matches(':popover-open') && results.querySelectorAll('a.menu__item--tall').length === 1) {
    event.preventDefault();
    results.querySelector('a.menu__item--tall').click();
  }
});
results.addEventListener('keydown', event => {
  if (event.key === 'Escape') {
    hide();
    input.focus();
  }
});
document.addEventListener('pointerdown', event => event.target.closest('.find') || hide());
document.addEventListener('focusin', event => event.target.closest('.find') || hide());
