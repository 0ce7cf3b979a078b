// Child collections: rows are added from the template, removed and moved in place. A row keeps its number; its place says where it goes.

const numberOf = lines => [...lines.querySelectorAll('[data-rows] [name]')]
  .map(input => Number(/\[(\d+)\]/.exec(input.name)?.[1] ?? -1))
  .reduce((most, number) => Math.max(most, number), -1) + 1;

// Names follow the order on the screen: the server reads lines by their number.
const renumber = lines => {
  [...lines.querySelectorAll('[data-rows] > [data-line]')].forEach((row, place) => row.querySelectorAll('[name]').forEach(input => {
    input.name = input.name.replace(/\[\d+\]/, `[${place}]`);
  }));
  lines.dispatchEvent(new Event('change', { bubbles: true }));
};

const add = lines => {
  const number = numberOf(lines);
  const row = lines.querySelector('template').content.firstElementChild.cloneNode(true);
  const fix = text => text.replaceAll('[__]', `[${number}]`).replaceAll('-__-', `-${number}-`);
  for (const element of [row, ...row.querySelectorAll('*')]) {
    for (const { name, value } of [...element.attributes]) {
      if (value.includes('__')) {
        element.setAttribute(name, fix(value).replaceAll('%5B__%5D', `%5B${number}%5D`));
      }
    }
  }
  lines.querySelector('[data-rows]').append(row);
  htmx.process(row);
  row.dispatchEvent(new Event('line-added', { bubbles: true }));
  row.querySelector('input:not([type=hidden]), select, textarea')?.focus();
  renumber(lines);
};

document.addEventListener('click', event => {
  const button = event.target.closest?.('[data-lines] button');
  const lines = button?.closest('[data-lines]');
  const row = button?.closest('[data-line]');
  if (button?.hasAttribute('data-add-line')) {
    add(lines);
    return;
  }
  if (!row) {
    return;
  }
  if (button.hasAttribute('data-remove-line')) {
    (row.nextElementSibling?.querySelector('[data-remove-line]') ?? lines.querySelector('[data-add-line]')).focus();
    row.remove();
  } else if (button.hasAttribute('data-up')) {
    row.previousElementSibling?.before(row);
    button.focus();
  } else if (button.hasAttribute('data-down')) {
    row.nextElementSibling?.after(row);
    button.focus();
  }
  renumber(lines);
});
