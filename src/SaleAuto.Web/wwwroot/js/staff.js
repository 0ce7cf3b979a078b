// Staff pages: running deadlines and a list of calls that renews itself. Without this file the pages show plain times.

const refreshEvery = 15_000;

// Deadlines run by the server's clock: that of a phone may be minutes off.
let serverAhead = 0;

const format = milliseconds => {
  const seconds = Math.floor(Math.abs(milliseconds) / 1000);
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const two = number => String(number).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
};

class PromiseClock extends HTMLElement {
  connectedCallback() {
    this.tick();
    this.timer = setInterval(() => this.tick(), 1000);
  }

  disconnectedCallback() {
    clearInterval(this.timer);
  }

  tick() {
    const rest = Date.parse(this.getAttribute('due')) - (Date.now() + serverAhead);
    const isLate = rest < 0;
    this.classList.toggle('clock--late', isLate);
    this.closest('.call')?.classList.toggle('call--late', isLate);
    const shown = this.querySelector('.clock__left');
    if (shown) {
      shown.textContent = this.getAttribute(isLate ? 'late' : 'left').replace('{0}', format(rest));
    }
  }
}

class StaffCalls extends HTMLElement {
  connectedCallback() {
    this.pageTitle = document.title;
    this.shown = this.firstElementChild.innerHTML;
    this.takeTime(this.firstElementChild);
    this.timer = setInterval(() => this.refresh(), refreshEvery);
    document.addEventListener('visibilitychange', this.onVisible);
  }

  disconnectedCallback() {
    clearInterval(this.timer);
    document.removeEventListener('visibilitychange', this.onVisible);
  }

  onVisible = () => this.refresh();

  async refresh() {
    if (document.hidden || this.isLoading) {
      return;
    }
    this.isLoading = true;
    try {
      const response = await fetch(this.getAttribute('src'), { signal: AbortSignal.timeout(10_000) });
      if (response.status === 401 || response.status === 403) {
        location.reload(); // leads to the sign-in and back
      } else if (response.ok) {
        this.show(await response.text());
      }
    } catch {
      // No connection: the next round tries again, the deadlines keep running.
    } finally {
      this.isLoading = false;
    }
  }

  show(html) {
    const fresh = new DOMParser().parseFromString(html, 'text/html').body.firstElementChild;
    this.takeTime(fresh);
    if (fresh.innerHTML === this.shown) {
      return;
    }
    this.shown = fresh.innerHTML;
    const focused = this.contains(document.activeElement) ? document.activeElement.getAttribute('href') : null;
    this.replaceChildren(document.adoptNode(fresh));
    if (focused) {
      this.querySelector(`[href="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
    }
  }

  takeTime(list) {
    serverAhead = Date.parse(list.dataset.now) - Date.now();
    const count = Number(list.dataset.count);
    document.title = count > 0 ? `(${count}) ${this.pageTitle}` : this.pageTitle;
  }
}

customElements.define('staff-calls', StaffCalls); // first: the clocks change what it compares with
customElements.define('promise-clock', PromiseClock);
