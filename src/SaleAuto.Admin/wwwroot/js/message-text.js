// Words of a message: a placeholder goes to where one writes, the delivered words come back.
const areas = [...document.querySelectorAll('textarea[data-words]')];
let last = areas[0];

const changed = area => area.dispatchEvent(new Event('input', { bubbles: true }));

document.addEventListener('focusin', event => {
  if (areas.includes(event.target)) {
    last = event.target;
  }
});

document.addEventListener('click', event => {
  const placeholder = event.target.closest('[data-insert]');
  const back = event.target.closest('[data-deliver]');
  if (placeholder && last) {
    last.setRangeText(placeholder.dataset.insert, last.selectionStart, last.selectionEnd, 'end');
    last.focus();
    changed(last);
  } else if (back) {
    const area = document.getElementById(back.dataset.deliver);
    area.value = area.dataset.delivered;
    area.focus();
    changed(area);
  }
});
