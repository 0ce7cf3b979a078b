// <sa-calendar>: entries from the server in the clock of their place; the view and the day stand in the address after "#".
import { Calendar, classic, dayGrid, en, interaction, list, ru, timeGrid } from '../lib/calendar.js';
import { toast } from './toasts.js';

class SaleCalendar extends HTMLElement {
  connectedCallback() {
    if (!document.querySelector(`link[href="${this.dataset.style}"]`)) {
      document.head.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href: this.dataset.style }));
    }
    const [view, day] = location.hash.slice(1).split('/');
    const narrow = matchMedia('(max-width: 40rem)').matches;
    this.calendar = new Calendar(this, {
      plugins: [classic, dayGrid, timeGrid, list, interaction],
      locale: this.dataset.language === 'en' ? en : ru,
      timeZone: 'UTC', // times come as the clock on the wall shows them
      now: `${this.dataset.today}T12:00:00`,
      initialDate: day || this.dataset.today,
      initialView: view || (narrow ? 'listWeek' : 'timeGridWeek'),
      headerToolbar: { start: 'prev,next today', center: 'title', end: narrow ? 'listWeek,timeGridDay,dayGridMonth' : 'dayGridMonth,timeGridWeek,timeGridDay,listWeek' },
      height: 'auto',
      nowIndicator: false,
      slotMinTime: '07:00:00',
      slotMaxTime: '23:00:00',
      allDaySlot: false,
      dayMaxEvents: 4,
      events: (span, done, failed) => this.load(span).then(done, failed),
      eventClass: ({ event }) => `entry entry--${event.extendedProps.colour}`,
      eventDidMount: ({ el, event }) => {
        el.title = [event.title, event.extendedProps.zone].filter(Boolean).join(' · ');
      },
      datesSet: ({ view: shown }) => history.replaceState(history.state, '', `#${shown.type}/${shown.calendar.getDate().toISOString().slice(0, 10)}`),
    });
    this.calendar.render();
  }

  disconnectedCallback() {
    this.calendar?.destroy();
  }

  async load({ startStr, endStr }) {
    const answer = await fetch(`${this.dataset.events}&start=${startStr.slice(0, 10)}&end=${endStr.slice(0, 10)}`, { headers: { Accept: 'application/json' } });
    if (answer.status === 401) {
      location.reload();
    }
    const { events, more } = await answer.json();
    if (more) {
      toast({ kind: 'info', text: this.dataset.more });
    }
    return events.map(({ title, colour, lane, zone, ...event }) => ({ ...event, title: [title, lane].filter(Boolean).join(' · '), extendedProps: { colour, lane, zone }, classNames: ['entry', `entry--${colour}`] }));
  }
}

customElements.define('sa-calendar', SaleCalendar);
