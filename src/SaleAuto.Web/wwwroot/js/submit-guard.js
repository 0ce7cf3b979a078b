// A form that is on its way is not sent again. The server bears a double click as well; this only saves the wait.
document.addEventListener('submit', event => {
  const form = event.target;
  if (form.method !== 'post') return;
  if (form.dataset.busy) {
    event.preventDefault();
    return;
  }
  form.dataset.busy = 'true';
  event.submitter?.setAttribute('data-busy', '');
});

// Back may show the page as it was left.
addEventListener('pageshow', () => {
  for (const element of document.querySelectorAll('[data-busy]')) element.removeAttribute('data-busy');
});
