// Forms of records and action dialogs. Everything is found by data attributes, so that forms which htmx swaps in work at once.
import { prepareInputs } from './forms/inputs.js';
import { prepareLookups } from './forms/lookups.js';
import './forms/files.js';
import './forms/lines.js';
import './forms/tabs.js';
import './forms/mentions.js';
import { prepareGuards } from './forms/guard.js';

export const prepare = root => {
  prepareInputs(root);
  prepareLookups(root);
  prepareGuards(root);
  // What is wrong takes the focus: it is read out and leads to the inputs.
  root.querySelector('[data-problems]')?.focus();
};

document.addEventListener('htmx:after:swap', () => prepare(document));
document.addEventListener('form-restored', () => prepare(document));
document.addEventListener('line-added', event => { prepareInputs(event.target); prepareLookups(event.target); });
prepare(document);
