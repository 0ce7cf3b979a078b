// What the admin uses of FullCalendar, as one module.
export { Calendar } from 'fullcalendar';
export { default as dayGrid } from 'fullcalendar/daygrid';
export { default as interaction } from 'fullcalendar/interaction';
export { default as list } from 'fullcalendar/list';
export { default as timeGrid } from 'fullcalendar/timegrid';
export { default as classic } from 'fullcalendar/themes/classic';
export { default as ru } from 'fullcalendar/locales/ru';
export { default as en } from 'fullcalendar/locales/en-gb';
import 'fullcalendar/skeleton.css';
import 'fullcalendar/themes/classic/theme.css';
import 'fullcalendar/themes/classic/palette.css';
