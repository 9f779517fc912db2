/** Hides what the filters of the page leave out. Without it all is shown. */
export const script = `
const form = document.querySelector('form');
const cards = [...document.querySelectorAll('article.finding')];
function filter() {
  const chosen = new FormData(form);
  const levels = chosen.getAll('level');
  const text = (chosen.get('text') || '').toLowerCase();
  let count = 0;
  for (const card of cards) {
    const { level, rule, seen } = card.dataset;
    const shown = levels.includes(level) && (!chosen.get('rule') || chosen.get('rule') === rule)
      && (!chosen.get('package') || chosen.get('package') === card.dataset.package)
      && (!chosen.get('seen') || seen === 'yes') && (!text || card.textContent.toLowerCase().includes(text));
    card.hidden = !shown;
    if (shown) count++;
  }
  for (const section of document.querySelectorAll('section.package'))
    section.hidden = !section.querySelector('article.finding:not([hidden])');
  form.querySelector('output').textContent = count + (count === 1 ? ' finding' : ' findings');
}
form.addEventListener('input', filter);
form.addEventListener('submit', (event) => event.preventDefault());
`;
