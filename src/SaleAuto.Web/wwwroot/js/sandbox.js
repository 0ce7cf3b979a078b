// Keeps the inbox fresh and copies codes; without script the page reloads itself.
const inbox = document.querySelector("[data-inbox]");
let shown = null;

function offerCopying() {
  for (const button of inbox.querySelectorAll("[data-copy]")) {
    button.hidden = !navigator.clipboard;
  }
}

async function refresh() {
  if (document.hidden) {
    return;
  }
  try {
    const answer = await fetch(inbox.dataset.inbox, { cache: "no-store" });
    const list = answer.ok ? await answer.text() : shown;
    if (list !== shown) { // an unchanged list keeps its focus and selection
      inbox.innerHTML = list;
      shown = list;
      offerCopying();
    }
  } catch {
    // The program is being restarted; the next round finds it again.
  }
}

inbox.addEventListener("click", async event => {
  const button = event.target.closest("[data-copy]");
  if (button) {
    await navigator.clipboard.writeText(button.dataset.copy);
    button.textContent = inbox.dataset.copied;
  }
});

offerCopying();
document.addEventListener("visibilitychange", refresh);
setInterval(refresh, 1500);
