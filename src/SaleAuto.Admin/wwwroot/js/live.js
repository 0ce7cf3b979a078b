// One connection to /admin/live; news become the event "live" {resource, ids, added, related} on the body, so that hx-trigger="live from:body" works too.

let source;

const listen = () => {
  source = new EventSource('/admin/live');
  source.addEventListener('change', event => {
    const detail = JSON.parse(event.data);
    document.body.dispatchEvent(new CustomEvent('live', { detail, bubbles: true }));
    document.body.dispatchEvent(new CustomEvent(`live:${detail.resource}`, { detail, bubbles: true }));
  });
};

// A page nobody looks at needs no news; coming back it catches up.
document.addEventListener('visibilitychange', () => {
  if (document.hidden) {
    source?.close();
    source = undefined;
  } else if (!source) {
    listen();
    document.dispatchEvent(new CustomEvent('live-again', { bubbles: true }));
  }
});

addEventListener('pagehide', () => source?.close());
listen();
