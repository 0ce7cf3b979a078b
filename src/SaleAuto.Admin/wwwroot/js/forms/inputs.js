// Small helps while typing: texts grow, sums are grouped, plates are written in capitals; the sentence of a check marks its input.

const grow = area => {
  area.style.height = 'auto';
  area.style.height = `${area.scrollHeight + 2}px`;
};

const groups = digits => digits.replace(/\B(?=(\d{3})+(?!\d))/g, '\u00a0');

const group = input => {
  const before = input.value.slice(0, input.selectionStart ?? 0).replace(/[^\d,.-]/g, '').length;
  const minus = input.value.trimStart().startsWith('-') ? '-' : '';
  const [whole, ...rest] = input.value.replace(/[^\d,.]/g, '').split(/([,.])/);
  input.value = minus + groups(whole.replace(/^0+(?=\d)/, '')) + (rest.length ? rest[0] + rest.slice(1).join('').replace(/[,.]/g, '').slice(0, 2) : '');
  let place = 0;
  for (let seen = 0; place < input.value.length && seen < before; place++) {
    seen += /[\d,.-]/.test(input.value[place]) ? 1 : 0;
  }
  input.setSelectionRange(place, place);
};

document.addEventListener('input', event => {
  const input = event.target;
  if (input.matches?.('[data-autosize]')) {
    grow(input);
  } else if (input.matches?.('[data-money]')) {
    group(input);
  } else if (input.matches?.('[data-plate]')) {
    const place = input.selectionStart;
    input.value = input.value.toUpperCase();
    input.setSelectionRange(place, place);
  }
});

// The check of an input answers with a sentence or with nothing.
document.addEventListener('htmx:after:swap', () => {
  for (const sentence of document.querySelectorAll('.field__error[id]')) {
    const input = document.getElementById(sentence.id.slice(0, -'-error'.length));
    const wrong = sentence.textContent.trim() !== '';
    sentence.closest('.field')?.classList.toggle('field--wrong', wrong);
    if (input?.matches('input, select, textarea')) {
      wrong ? input.setAttribute('aria-invalid', 'true') : input.removeAttribute('aria-invalid');
    }
  }
});

// A line of the summary leads to its input, on whichever tab it stands.
document.addEventListener('click', event => {
  const link = event.target.closest('[data-problems] a[href^="#"]');
  const input = link && document.getElementById(link.hash.slice(1));
  if (!input) {
    return;
  }
  event.preventDefault();
  const panel = input.closest('[role=tabpanel][hidden]');
  if (panel) {
    document.querySelector(`[aria-controls="${panel.id}"]`).click();
  }
  (input.tomselect ?? input).focus();
  input.closest('.field')?.scrollIntoView({ block: 'center' });
});

export const prepareInputs = root => root.querySelectorAll('[data-autosize]').forEach(area => area.clientWidth && grow(area));
