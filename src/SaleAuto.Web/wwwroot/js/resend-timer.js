// Counts down to the moment when another code may be asked for. Without it the button works all along and the server says how long to wait.
class ResendTimer extends HTMLElement {
  connectedCallback() {
    // By the server's clock: the visitor's own may be wrong.
    const readyAt = performance.now() + (Date.parse(this.getAttribute('until')) - Date.parse(this.getAttribute('now')));
    const [wait, left, ready, button] = ['[data-wait]', '[data-left]', '[data-ready]', 'button'].map(x => this.querySelector(x));
    const tick = () => {
      const seconds = Math.ceil((readyAt - performance.now()) / 1000);
      wait.hidden = seconds <= 0;
      ready.hidden = seconds > 0;
      button.hidden = seconds > 0;
      if (seconds > 0) left.textContent = String(seconds);
      else clearInterval(this.timer);
    };
    this.timer = setInterval(tick, 500);
    tick();
  }

  disconnectedCallback() {
    clearInterval(this.timer);
  }
}

customElements.define('resend-timer', ResendTimer);
