// Progress of requests, loss of the connection, and answers that nobody expected.
import { toast } from './toasts.js';

const texts = document.getElementById('shell-texts').dataset;
const line = document.getElementById('progress');
const offline = document.getElementById('offline');
let running = 0;
let timer;

document.addEventListener('htmx:before:request', () => {
  running++;
  timer ??= setTimeout(() => { line.hidden = false; }, 150); // a quick answer needs no sign
});

document.addEventListener('htmx:finally:request', () => {
  running = Math.max(0, running - 1);
  if (running === 0) {
    clearTimeout(timer);
    timer = undefined;
    line.hidden = true;
  }
});

document.addEventListener('htmx:error', event => {
  if (event.detail.ctx?.request && !event.detail.ctx.response) {
    toast({ kind: 'danger', text: texts.noConnection });
  }
});

// An unexpected failure brings no fragment to show: the page stays as it is.
document.addEventListener('htmx:before:response', event => {
  const { ctx } = event.detail;
  if (ctx.response.status >= 500) {
    event.preventDefault();
    toast({ kind: 'danger', text: texts.failed });
  }
});

const showConnection = () => { offline.hidden = navigator.onLine; };
addEventListener('online', showConnection);
addEventListener('offline', showConnection);
showConnection();

// The bell's number comes with its list.
document.addEventListener('htmx:after:swap', () => {
  const count = Number(document.querySelector('[data-notice-count]')?.dataset.noticeCount ?? 0);
  const badge = document.getElementById('bell-count');
  if (badge) {
    badge.hidden = count === 0;
    badge.textContent = count > 9 ? '9+' : String(count);
  }
});
