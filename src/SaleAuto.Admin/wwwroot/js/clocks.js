// <promise-clock due="…" now="…" left="осталось {0}" late="просрочено на {0}">: a running deadline by the server's clock, that of a phone may be minutes off.

const two = number => String(number).padStart(2, '0');

const format = milliseconds => {
  const seconds = Math.floor(Math.abs(milliseconds) / 1000);
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
};

class PromiseClock extends HTMLElement {
  connectedCallback() {
    this.ahead = this.hasAttribute('now') ? Date.parse(this.getAttribute('now')) - Date.now() : 0;
    this.tick();
    this.timer = setInterval(() => this.tick(), 1000);
  }

  disconnectedCallback() {
    clearInterval(this.timer);
  }

  tick() {
    const rest = Date.parse(this.getAttribute('due')) - (Date.now() + this.ahead);
    this.classList.toggle('clock--late', rest < 0);
    this.classList.toggle('clock--soon', rest >= 0 && rest < 120_000);
    const shown = this.querySelector('.clock__left') ?? this;
    shown.textContent = (this.getAttribute(rest < 0 ? 'late' : 'left') ?? '{0}').replace('{0}', format(rest));
  }
}

customElements.define('promise-clock', PromiseClock);
