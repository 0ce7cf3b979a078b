// Tabs as the pattern of WAI-ARIA says: arrows move, the panel follows.

const choose = tab => {
  for (const other of tab.closest('[data-tabs]').querySelectorAll('[role=tab]')) {
    const chosen = other === tab;
    other.setAttribute('aria-selected', String(chosen));
    other.tabIndex = chosen ? 0 : -1;
    document.getElementById(other.getAttribute('aria-controls')).hidden = !chosen;
  }
  document.getElementById(tab.getAttribute('aria-controls')).querySelectorAll('[data-autosize]').forEach(area => area.dispatchEvent(new Event('input', { bubbles: true })));
};

document.addEventListener('click', event => {
  const tab = event.target.closest?.('[data-tabs] [role=tab]');
  if (tab) {
    choose(tab);
  }
});

document.addEventListener('keydown', event => {
  const tab = event.target.closest?.('[data-tabs] [role=tab]');
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (tab && step) {
    const all = [...tab.parentElement.querySelectorAll('[role=tab]')];
    const next = all[(all.indexOf(tab) + step + all.length) % all.length];
    event.preventDefault();
    next.focus();
    choose(next);
  }
});
