// What every page of the admin does in the browser. Parts of a page announce themselves by data attributes, so that swapped-in HTML works at once.
import './menus.js';
import './dialogs.js';
import './confirm.js';
import './toasts.js';
import './requests.js';
import './clocks.js';
import './shortcuts.js';
import './find.js';
import './live.js';
import './forms.js';

// The narrow menu belongs to the device: the server reads it from the cookie.
document.addEventListener('click', event => {
  const fold = event.target.closest('[data-fold-menu]');
  if (!fold) {
    return;
  }
  const narrow = document.documentElement.classList.toggle('menu-narrow');
  fold.setAttribute('aria-pressed', String(narrow));
  document.cookie = `sa_menu=${narrow ? 'narrow' : 'wide'}; path=/admin; max-age=31536000; samesite=lax`;
});
