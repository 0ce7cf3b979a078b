// Charts over the tables that stand behind them. A click on a part goes where its row in the table leads.

const drawn = new WeakMap();
let library;

const colour = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
const tints = ['blue', 'orange', 'teal', 'purple', 'green', 'red', 'yellow', 'gray'];

// Values that have a look keep it; a chart of nothing but grey ones takes the row of colours instead.
const colours = rows => {
  const looks = rows.some(row => row.dataset.colour && row.dataset.colour !== 'gray');
  return rows.map((row, place) => colour(`--chart-${looks ? row.dataset.colour ?? 'gray' : tints[place % tints.length]}`));
};

const draw = async canvas => {
  library ??= import('../lib/charts.js');
  const { Chart } = await library;
  drawn.get(canvas)?.destroy();
  const rows = [...canvas.closest('.figure').querySelectorAll('tr[data-point]')];
  const { chart: kind, unit } = canvas.dataset;
  const number = new Intl.NumberFormat(document.documentElement.lang, { maximumFractionDigits: Number(canvas.dataset.fraction) });
  const short = new Intl.NumberFormat(document.documentElement.lang, { notation: 'compact' });
  const write = value => unit ? `${number.format(value)}\u00a0${unit}` : number.format(value);
  const [ink, line, surface, blue] = ['--ink-soft', '--line', '--surface', '--blue'].map(colour);
  const isLine = kind === 'line';
  const isRing = kind === 'donut';
  Chart.defaults.font.family = getComputedStyle(document.body).fontFamily;
  Chart.defaults.color = ink;
  const value = { beginAtZero: true, border: { display: false }, grid: { color: line }, ticks: { precision: Number(canvas.dataset.fraction) ? undefined : 0, callback: x => short.format(x) } };
  const part = { border: { color: line }, grid: { display: false }, ticks: { autoSkip: isLine || kind === 'column', maxRotation: 0 } };
  drawn.set(canvas, new Chart(canvas, {
    type: isRing ? 'doughnut' : kind === 'column' ? 'bar' : kind,
    data: {
      labels: rows.map(row => row.dataset.point),
      datasets: [{
        data: rows.map(row => Number(row.dataset.value)),
        borderColor: isLine ? blue : isRing ? surface : 'transparent',
        backgroundColor: isLine ? `${blue}22` : colours(rows),
        borderWidth: isRing ? 2 : isLine ? 2 : 0,
        borderRadius: isRing ? 0 : 4,
        maxBarThickness: kind === 'column' ? 48 : 28,
        fill: isLine,
        tension: .25,
        pointRadius: rows.length > 31 ? 0 : 2.5,
        pointHitRadius: 12,
      }],
    },
    options: {
      indexAxis: kind === 'bar' ? 'y' : 'x',
      maintainAspectRatio: false,
      animation: matchMedia('(prefers-reduced-motion: reduce)').matches ? false : { duration: 250 },
      cutout: '64%',
      scales: isRing ? {} : kind === 'bar' ? { x: value, y: part } : { x: part, y: value },
      plugins: {
        legend: { display: isRing, position: innerWidth < 900 ? 'bottom' : 'right', labels: { boxWidth: 10, boxHeight: 10, usePointStyle: true } },
        tooltip: { callbacks: { label: item => ` ${write(item.parsed.x !== undefined && kind === 'bar' ? item.parsed.x : item.parsed.y ?? item.parsed)}` } },
      },
      onClick: (_, [item]) => item && rows[item.index].querySelector('a')?.click(),
      onHover: (event, [item]) => { event.native.target.style.cursor = item && rows[item.index].querySelector('a') ? 'pointer' : 'default'; },
    },
  }));
};

const drawAll = again => document.querySelectorAll('canvas[data-chart]').forEach(canvas => (again || !drawn.has(canvas)) && draw(canvas));

document.addEventListener('htmx:after:swap', () => drawAll(false));
// Colours are read from the page: a change of the theme draws anew.
new MutationObserver(() => drawAll(true)).observe(document.documentElement, { attributeFilter: ['data-bs-theme'] });
addEventListener('beforeprint', () => document.querySelectorAll('.figure__data').forEach(details => { details.open = true; }));
drawAll(false);
