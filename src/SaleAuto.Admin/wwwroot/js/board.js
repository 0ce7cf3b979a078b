// <sa-board>: a card dragged to another column runs that column's action; what is refused goes back where it was.
import Sortable from '../lib/sortable.js';

const quiet = matchMedia('(prefers-reduced-motion: reduce)').matches;

class Board extends HTMLElement {
  connectedCallback() {
    this.lists = [...this.querySelectorAll('.board__cards')].map(list => Sortable.create(list, {
      group: 'board', // every column takes a card: why one cannot stay says the server
      sort: false,
      animation: quiet ? 0 : 150,
      delay: 150,
      delayOnTouchOnly: true,
      filter: 'button, a',
      preventOnFilter: false,
      onStart: () => this.classList.add('board--moving'),
      onEnd: event => {
        this.classList.remove('board--moving');
        if (event.to !== event.from) {
          this.move(event);
        }
      },
    }));
  }

  disconnectedCallback() {
    this.lists?.forEach(list => list.destroy());
  }

  async move({ item, from, to, oldIndex }) {
    const back = () => from.insertBefore(item, from.children[oldIndex] ?? null);
    item.classList.add('card-item--moving');
    try {
      const answer = await new Promise((resolve, reject) => {
        const listen = event => {
          if (event.detail.ctx.request.action.startsWith(this.dataset.move)) {
            document.removeEventListener('htmx:finally:request', listen);
            event.detail.ctx.response ? resolve(event.detail.ctx.response) : reject(new Error('no answer'));
          }
        };
        document.addEventListener('htmx:finally:request', listen);
        htmx.ajax('POST', this.dataset.move, { source: this, target: this, swap: 'none', values: { id: item.dataset.id, version: item.dataset.version, to: to.dataset.state } });
      });
      if (answer.status !== 204) {
        back(); // refused, or a dialog asks for more first
      }
    } catch {
      back();
    } finally {
      item.classList.remove('card-item--moving');
    }
  }
}

customElements.define('sa-board', Board);
