// Files: uploaded at once with their progress; pictures are put in order by dragging or by the arrows beside them.
import { toast } from '../toasts.js';

const tokenOf = () => JSON.parse(document.body.getAttribute('hx-headers:inherited') ?? '{}');

const upload = (box, file) => {
  const list = box.querySelector('[data-list]');
  if (file.size > Number(box.dataset.max)) {
    toast({ kind: 'danger', text: `${file.name}: ${box.dataset.tooLarge}` });
    return;
  }
  const row = document.createElement('li');
  row.className = 'files__one files__one--running';
  const bar = Object.assign(document.createElement('progress'), { max: 100, value: 0 });
  bar.setAttribute('aria-label', file.name);
  row.append(Object.assign(document.createElement('span'), { className: 'files__name', textContent: file.name }), bar);
  list.append(row);
  const data = new FormData();
  data.append('file', file);
  data.append('name', box.dataset.name);
  data.append('many', box.hasAttribute('data-many'));
  const request = new XMLHttpRequest(); // fetch tells no progress of what is sent
  request.open('POST', '/admin/files');
  Object.entries(tokenOf()).forEach(([name, value]) => request.setRequestHeader(name, value));
  request.setRequestHeader('HX-Request', 'true');
  request.upload.onprogress = event => { bar.value = event.lengthComputable ? event.loaded / event.total * 100 : 0; };
  request.onload = () => {
    if (request.status !== 200) {
      row.remove();
      toast({ kind: 'danger', text: request.status === 422 ? `${file.name}: ${request.responseText}` : box.dataset.failed });
      return;
    }
    if (!box.hasAttribute('data-many')) {
      list.querySelectorAll('[data-file]').forEach(other => other.remove());
    }
    row.outerHTML = request.responseText;
    changed(box);
  };
  request.onerror = () => { row.remove(); toast({ kind: 'danger', text: box.dataset.failed }); };
  request.send(data);
};

const changed = box => {
  prepare(box);
  box.dispatchEvent(new Event('change', { bubbles: true }));
};

const prepare = async box => {
  if (!box.hasAttribute('data-many') || box.sortable) {
    return;
  }
  box.sortable = true;
  const { default: Sortable } = await import('../../lib/sortable.js');
  new Sortable(box.querySelector('[data-list]'), { draggable: '[data-file]', animation: 120, filter: '.files__tools', preventOnFilter: false, onEnd: () => changed(box) });
};

document.addEventListener('change', event => {
  const pick = event.target.closest?.('[data-pick]');
  if (pick) {
    const box = pick.closest('[data-files]');
    [...pick.files].forEach(file => upload(box, file));
    pick.value = '';
  }
});

document.addEventListener('click', event => {
  const file = event.target.closest?.('[data-file]');
  const box = file?.closest('[data-files]');
  if (!box) {
    return;
  }
  const button = event.target.closest('button');
  if (button?.hasAttribute('data-remove')) {
    (file.nextElementSibling ?? file.previousElementSibling ?? box).querySelector('button, [data-pick]')?.focus();
    file.remove();
  } else if (button?.hasAttribute('data-earlier')) {
    file.previousElementSibling?.before(file);
    button.focus();
  } else if (button?.hasAttribute('data-later')) {
    file.nextElementSibling?.after(file);
    button.focus();
  } else {
    return;
  }
  changed(box);
});

document.addEventListener('dragover', event => {
  const box = event.target.closest?.('[data-files]');
  if (box && event.dataTransfer?.types.includes('Files')) {
    event.preventDefault();
    box.classList.add('files--over');
  }
});

document.addEventListener('dragleave', event => event.target.closest?.('[data-files]')?.classList.remove('files--over'));

document.addEventListener('drop', event => {
  const box = event.target.closest?.('[data-files]');
  if (box && event.dataTransfer.files.length > 0) {
    event.preventDefault();
    box.classList.remove('files--over');
    const files = [...event.dataTransfer.files];
    (box.hasAttribute('data-many') ? files : files.slice(0, 1)).forEach(file => upload(box, file));
  }
});

document.querySelectorAll('[data-files]').forEach(prepare);
document.addEventListener('htmx:after:swap', () => document.querySelectorAll('[data-files]').forEach(prepare));
