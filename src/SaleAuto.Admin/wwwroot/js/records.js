// Detail pages: pictures at full size, printing.

const box = document.getElementById('lightbox');
let pictures = [];
let place = 0;

const show = next => {
  place = (next + pictures.length) % pictures.length;
  const link = pictures[place];
  const picture = box.querySelector('.lightbox__picture');
  picture.src = link.href;
  picture.alt = link.dataset.caption;
  box.querySelector('.lightbox__caption').textContent = link.dataset.caption;
  box.querySelector('[data-count]').textContent = pictures.length > 1 ? `${place + 1} / ${pictures.length}` : '';
  box.querySelector('[data-open]').href = link.href;
  box.querySelectorAll('.lightbox__side').forEach(button => { button.hidden = pictures.length < 2; });
};

document.addEventListener('click', event => {
  const link = event.target.closest('[data-lightbox]');
  if (link && box && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    pictures = [...document.querySelectorAll('[data-lightbox]')];
    show(pictures.indexOf(link));
    box.showModal();
  } else if (event.target.closest('[data-print]')) {
    print();
  } else if (event.target.closest('[data-previous]')) {
    show(place - 1);
  } else if (event.target.closest('[data-next]')) {
    show(place + 1);
  } else if (event.target === box) {
    box.close();
  }
});

box?.addEventListener('keydown', event => {
  const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
  if (step) {
    show(place + step);
  }
});

// What is folded away is printed too.
addEventListener('beforeprint', () => document.querySelectorAll('.timeline details').forEach(details => { details.open = true; }));
