// Groups a Russian phone while it is typed at the end of the field; other numbers and corrections in the middle are left alone.

/** @param {string} text */
export function group(text) {
  const digits = text.replace(/\D/g, '');
  const foreign = text.trim().startsWith('+') && !digits.startsWith('7');
  if (foreign || !digits) return null;
  const national = /^[78]/.test(digits) ? digits.slice(1) : digits.startsWith('9') ? digits : null;
  if (national === null || national.length > 10) return null;
  const [code, a, b, c] = [national.slice(0, 3), national.slice(3, 6), national.slice(6, 8), national.slice(8)];
  return ['+7', code, [a, b, c].filter(Boolean).join('-')].filter(Boolean).join(' ');
}

for (const input of document.querySelectorAll('input[data-phone]')) {
  input.addEventListener('input', event => {
    const atEnd = input.selectionStart === input.value.length;
    const better = atEnd && event.inputType !== 'deleteContentBackward' ? group(input.value) : null;
    if (better && better !== input.value) input.value = better;
  });
}
