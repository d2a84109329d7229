// Messages that stay until someone has read them. Studio's own vanish after a second, and some failures it does not tell at all.

import { text } from './texts.js';

const place = document.getElementById('ip-notices');

/**
 * Shows a message, in place of an earlier one with the same key.
 * @param {string} key what the message is about
 * @param {{kind: string, title?: string, lines?: string[], items?: {text: string, act: () => void}[], actions?: {text: string, act?: () => void, address?: string}[]}} notice
 */
export function show(key, { kind, title, lines = [], items = [], actions = [] }) {
  const shown = find(key);
  // The same words again, as when Studio tries a save three times, are not read out again.
  const words = JSON.stringify([kind, title, lines, items.map(i => i.text), actions.map(a => a.text)]);
  if (shown?.dataset.words === words) {
    return;
  }

  const box = make('section', { className: `ip-notice ip-notice--${kind}` });
  box.dataset.key = key;
  box.dataset.words = words;
  box.setAttribute('role', kind === 'success' ? 'status' : 'alert');
  if (title) {
    box.append(make('h2', { textContent: title }));
  }

  box.append(...lines.filter(Boolean).map(line => make('p', { textContent: line })));
  if (items.length > 0) {
    const list = make('ul', {});
    list.append(...items.map(item => {
      const line = make('li', {});
      line.append(button(item.text, item.act));
      return line;
    }));
    box.append(list);
  }

  const close = button('×', () => box.remove());
  close.className = 'ip-notice__close';
  close.setAttribute('aria-label', text('close'));
  box.append(close);
  const row = make('div', { className: 'ip-notice__actions' });
  row.append(...actions.map(a => (a.address ? make('a', { textContent: a.text, href: a.address, target: a.target ?? '' }) : button(a.text, a.act))));
  if (row.childElementCount > 0) {
    box.append(row);
  }

  shown?.remove();
  place.append(box);
}

/** Takes a message away, if it is there. */
export function remove(key) {
  find(key)?.remove();
}

function find(key) {
  return [...place.children].find(box => box.dataset.key === key);
}

function button(words, act) {
  const element = make('button', { type: 'button', textContent: words });
  element.addEventListener('click', act);
  return element;
}

function make(name, properties) {
  return Object.assign(document.createElement(name), properties);
}
