// The short-lived token that Elsa's API wants. Fetched anew before it expires, and when a call finds that it has.

const main = document.getElementById('studio');
const { api, tokenAddress, tokenSeconds } = main.dataset;
let token = main.querySelector('elsa-backend-provider').getAttribute('access-token');
let isActive = true;
let renewing = null;

for (const act of ['pointerdown', 'keydown']) {
  window.addEventListener(act, () => { isActive = true; }, { capture: true, passive: true });
}

/** The token that counts now. */
export const current = () => token;

/** Fetches the next token. Answers whether there is one; there is none when the session has ended. */
export function renew() {
  renewing ??= fetchNext().finally(() => { renewing = null; });
  return renewing;
}

/** Fetches tokens as long as the page is open. */
export function keepFresh() {
  setInterval(renew, tokenSeconds * 800);
}

async function fetchNext() {
  // Only someone who works here prolongs the session; a page that merely lies open does not.
  const worked = isActive;
  isActive = false;
  try {
    const answer = await fetch(`${tokenAddress}?active=${worked}`, { headers: { Accept: 'application/json' }, redirect: 'manual', cache: 'no-store' });
    if (!answer.ok) {
      isActive ||= worked;
      return false;
    }

    token = (await answer.json()).accessToken;
    // Studio reads the attributes of its provider once; another provider element makes it take the new token, also for its live connection.
    const provider = document.createElement('elsa-backend-provider');
    provider.setAttribute('remote-endpoint', api);
    provider.setAttribute('access-token', token);
    main.append(provider);
    return true;
  } catch {
    return false;
  }
}
