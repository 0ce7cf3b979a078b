// Lets the promise run: minutes and seconds until the manager calls, by the server's clock.
class PromiseClock extends HTMLElement {
  connectedCallback() {
    const dueAt = performance.now() + (Date.parse(this.getAttribute('due')) - Date.parse(this.getAttribute('now')));
    const [left, late] = ['[data-left]', '[data-late]'].map(x => this.querySelector(x));
    const tick = () => {
      const seconds = Math.max(0, Math.ceil((dueAt - performance.now()) / 1000));
      left.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
      left.parentElement.hidden = seconds === 0;
      late.hidden = seconds > 0;
      if (seconds === 0) clearInterval(this.timer);
    };
    this.timer = setInterval(tick, 500);
    tick();
  }

  disconnectedCallback() {
    clearInterval(this.timer);
  }
}

if (!customElements.get('promise-clock')) customElements.define('promise-clock', PromiseClock);
