/** What the page can do more than open and close: filters, links into what is closed, larger pictures, printing. */
export const script = `
'use strict';
const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const form = document.querySelector('.filters');
const verdicts = all('.verdict');
const texts = new Map(verdicts.map((verdict) => [verdict, verdict.textContent.toLowerCase()]));

function filter() {
  const wanted = new FormData(form);
  const words = String(wanted.get('text')).toLowerCase().split(/\\s+/);
  const outcomes = wanted.getAll('outcome');
  const isShown = (verdict) =>
    ['level', 'area'].every((name) => wanted.get(name) === '' || verdict.dataset[name] === wanted.get(name)) &&
    words.every((word) => texts.get(verdict).includes(word));
  const narrowed = words.join('') !== '' || wanted.get('level') !== '' || wanted.get('area') !== '';
  let count = 0;
  for (const group of all('.group')) {
    const chosen = outcomes.length === 0 || outcomes.includes(group.dataset.outcome);
    const shown = all('.verdict', group).filter((verdict) => {
      verdict.parentElement.hidden = !chosen || !isShown(verdict);
      return !verdict.parentElement.hidden;
    });
    count += shown.length;
    group.hidden = shown.length === 0;
    if (shown.length > 0 && (narrowed || outcomes.length > 0)) group.open = true;
  }
  form.querySelector('output').textContent = count + ' of ' + verdicts.length + ' shown';
}

function reveal() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (target === null) return;
  const row = target.closest('.verdict');
  if (row !== null && row.closest('[hidden]') !== null) { form.reset(); filter(); }
  for (let part = target; part !== null; part = part.parentElement) if (part.tagName === 'DETAILS') part.open = true;
  target.scrollIntoView({ block: target.tagName === 'MARK' ? 'center' : 'start' });
}

form.hidden = false;
form.addEventListener('input', filter);
form.addEventListener('submit', (event) => event.preventDefault());
filter();
addEventListener('hashchange', reveal);
reveal();

// A link to the place that is already in the address changes no hash, but may have been closed since.
addEventListener('click', (event) => {
  const link = event.target.closest('a[href^="#"]');
  if (link !== null && link.hash === location.hash) reveal();
});

addEventListener('keydown', (event) => {
  if (event.key !== '/' || event.target.closest('input, select, textarea') !== null) return;
  event.preventDefault();
  form.elements.text.focus();
});

const dialog = document.getElementById('picture');
for (const button of all('.picture'))
  button.addEventListener('click', () => {
    dialog.firstElementChild.src = button.firstElementChild.src;
    dialog.firstElementChild.alt = button.getAttribute('aria-label');
    dialog.showModal();
  });
dialog.addEventListener('click', () => dialog.close());
`;
