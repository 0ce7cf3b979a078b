// Keeps the offer up to date: fetches the same page and swaps the part that tells of it, if it tells something new.
class OfferRefresh extends HTMLElement {
  connectedCallback() {
    this.schedule();
  }

  disconnectedCallback() {
    clearTimeout(this.timer);
  }

  schedule() {
    const seconds = Number(this.getAttribute('every'));
    clearTimeout(this.timer);
    if (seconds > 0) this.timer = setTimeout(() => this.refresh(), seconds * 1000);
  }

  async refresh() {
    try {
      if (!document.hidden && !this.isBeingUsed) await this.load();
    } catch {
      // No network for a moment: the next round tries again.
    }
    this.schedule();
  }

  async load() {
    const answer = await fetch(location.pathname, { credentials: 'same-origin', cache: 'no-store' });
    if (!answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const fresh = page.querySelector('offer-refresh');
    if (!fresh) return location.reload(); // signed out meanwhile: let the server say so
    const [now, then] = [this, fresh].map(x => x.querySelector('#offer').dataset.state);
    this.setAttribute('every', fresh.getAttribute('every') ?? '0');
    if (now !== then) {
      this.querySelector('#offer').replaceWith(fresh.querySelector('#offer'));
      document.title = page.title;
    }
  }

  // Never takes a field away from somebody who types into it.
  get isBeingUsed() {
    return this.querySelector('[data-busy]') !== null || [...this.querySelectorAll('input:not([type=hidden])')].some(x => x === document.activeElement || x.value !== x.defaultValue);
  }
}

customElements.define('offer-refresh', OfferRefresh);
