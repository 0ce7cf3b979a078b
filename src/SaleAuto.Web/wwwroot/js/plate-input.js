// Tidies a plate while it is typed: capital Cyrillic letters, spaces between the groups.
// Only when the caret is at the end; whoever corrects in the middle is left alone. The server reads any spelling.
const latin = 'ABEKMHOPCTYX';
const cyrillic = 'АВЕКМНОРСТУХ';

/** @param {string} text */
export function tidy(text) {
  const clean = [...text.toUpperCase()]
    .filter(character => /[0-9A-ZА-ЯЁ]/.test(character))
    .map(character => latin.includes(character) ? cyrillic[latin.indexOf(character)] : character)
    .join('');
  const car = /^([АВЕКМНОРСТУХ])(\d{0,3})([АВЕКМНОРСТУХ]{0,2})(\d{0,3})$/.exec(clean);
  return car ? car.slice(1).filter(Boolean).join(' ') : null;
}

class PlateInput extends HTMLElement {
  connectedCallback() {
    const input = this.querySelector('input');
    input.addEventListener('input', event => {
      const atEnd = input.selectionStart === input.value.length;
      const better = atEnd && event.inputType !== 'deleteContentBackward' ? tidy(input.value) : null;
      if (better && better !== input.value) input.value = better;
    });
  }
}

customElements.define('plate-input', PlateInput);
