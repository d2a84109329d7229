// Drawings that the service refused: kept in the browser until they are saved, copied or discarded, so that nothing anyone has drawn is lost.

const prefix = 'ip-not-saved:';
const user = document.getElementById('studio').dataset.user;
let unresolved = null;

window.addEventListener('beforeunload', event => {
  if (unresolved) {
    event.preventDefault();
  }
});

/** The drawing that was refused on this page load, or null. */
export const current = () => unresolved;

/** Keeps a refused drawing. */
export function keep(model) {
  unresolved = { model, at: new Date().toISOString() };
  try {
    localStorage.setItem(key(model.definitionId), JSON.stringify(unresolved));
  } catch {
    // A full or closed store costs only the offer at the next load; the page itself still has the drawing.
  }
}

/** A drawing that an earlier page load left behind, or null. */
export function leftBehind(definitionId) {
  try {
    return JSON.parse(localStorage.getItem(key(definitionId)));
  } catch {
    return null;
  }
}

/** The drawing is saved, copied or given up. */
export function settle(definitionId) {
  unresolved = null;
  localStorage.removeItem(key(definitionId));
}

/** Leaves the page without being asked whether to; the drawing stays kept. */
export function leave() {
  unresolved = null;
}

function key(definitionId) {
  return `${prefix}${user}:${definitionId ?? ''}`;
}
