// Exports: the browser downloads by itself; the page tells how far the server is.
const form = document.querySelector('form[data-export]');

form?.addEventListener('submit', () => {
  const id = crypto.randomUUID();
  form.querySelector('input[name=export]')?.remove();
  form.append(Object.assign(document.createElement('input'), { type: 'hidden', name: 'export', value: id }));
  const box = form.querySelector('[data-progress]');
  const bar = box.querySelector('progress');
  const count = box.querySelector('[data-count]');
  box.hidden = false;
  bar.value = 0;
  let tries = 0;
  const look = async () => {
    const answer = await fetch(`/admin/exports/${id}`, { headers: { 'HX-Request': 'true' } }).catch(() => null);
    const progress = answer?.ok ? await answer.json() : null;
    if (progress) {
      bar.max = Math.max(1, progress.total);
      bar.value = progress.written;
      count.textContent = progress.isFinished ? count.dataset.ready : `${progress.written} / ${progress.total}`;
    }
    if (!progress?.isFinished && ++tries < 1200) {
      setTimeout(look, 500);
    }
  };
  setTimeout(look, 300);
});
