// "@" in a comment offers colleagues: a list under the text, chosen by arrows and Enter or by a click.

let box;
let area;
let asked = 0;

const list = () => {
  box ??= Object.assign(document.createElement('ul'), { className: 'menu mention-list', id: 'mention-list', hidden: true });
  box.setAttribute('role', 'listbox');
  return box;
};

const begun = () => /(?:^|\s)@([\p{L}\w.-]{0,30})$/u.exec(area.value.slice(0, area.selectionStart));

const close = () => {
  asked++; // an answer still on its way opens nothing
  list().hidden = true;
  area?.removeAttribute('aria-activedescendant');
  area?.setAttribute('aria-expanded', 'false');
};

const mark = option => {
  list().querySelectorAll('[role=option]').forEach(other => other.setAttribute('aria-selected', String(other === option)));
  area.setAttribute('aria-activedescendant', option.id);
};

const take = option => {
  const { 1: typed } = begun();
  const end = area.selectionStart;
  const text = `${option.dataset.name} `;
  area.setRangeText(text, end - typed.length, end, 'end');
  close();
  area.focus();
  area.dispatchEvent(new Event('input', { bubbles: true }));
};

const offer = async typed => {
  const turn = ++asked;
  const answer = await fetch(`/admin/colleagues?q=${encodeURIComponent(typed)}`, { headers: { 'HX-Request': 'true' } });
  const people = answer.ok ? await answer.json() : [];
  if (turn !== asked) {
    return; // a later answer was quicker
  }
  if (!begun() || people.length === 0) {
    close();
    return;
  }
  list().replaceChildren(...people.map((person, place) => {
    const option = Object.assign(document.createElement('li'), { id: `mention-${place}`, className: 'menu__item' });
    option.setAttribute('role', 'option');
    option.dataset.name = person.userName;
    option.append(Object.assign(document.createElement('span'), { textContent: person.fullName }), Object.assign(document.createElement('small'), { textContent: `@${person.userName}` }));
    return option;
  }));
  area.parentElement.append(list());
  area.setAttribute('aria-controls', 'mention-list');
  area.setAttribute('aria-expanded', 'true');
  list().hidden = false;
  mark(list().firstElementChild);
};

document.addEventListener('input', event => {
  if (event.target.matches?.('[data-mentions]')) {
    area = event.target;
    const found = begun();
    found ? offer(found[1]) : close();
  }
});

document.addEventListener('keydown', event => {
  if (event.target !== area || list().hidden) {
    if (event.target.matches?.('[data-mentions]') && event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.target.form.requestSubmit();
    }
    return;
  }
  const options = [...list().children];
  const now = options.findIndex(option => option.getAttribute('aria-selected') === 'true');
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    event.preventDefault();
    mark(options[(now + (event.key === 'ArrowDown' ? 1 : -1) + options.length) % options.length]);
  } else if (event.key === 'Enter' || event.key === 'Tab') {
    event.preventDefault();
    take(options[now]);
  } else if (event.key === 'Escape') {
    event.preventDefault();
    close();
  }
});

document.addEventListener('mousedown', event => {
  const option = event.target.closest?.('#mention-list [role=option]');
  if (option) {
    event.preventDefault();
    take(option);
  } else if (box && !box.hidden) {
    close();
  }
});
