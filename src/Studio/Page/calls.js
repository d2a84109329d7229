// Every call that Studio makes to Elsa's API passes here: it gets our headers, and what it is answered is told to whoever watches.

import * as token from './token.js';

const main = document.getElementById('studio');
const apiPath = new URL(main.dataset.api).pathname;
const session = newId();
const send = window.fetch.bind(window);

// Good answers that hold something to tell.
const told = /^\/workflow-definitions(\/[^/]+\/(publish|execute|dispatch))?$/;

/**
 * Begins to watch.
 * @param {(call: {method: string, path: string, body: object|null, answer: Response|null}) => void} heard told of every finished call; no answer means that the service was not reached
 */
export function watch(heard) {
  window.fetch = async (input, init) => {
    const address = new URL(input instanceof Request ? input.url : input, document.baseURI);
    if (address.origin !== location.origin || !address.pathname.startsWith(`${apiPath}/`)) {
      return send(input, init);
    }

    const method = (init?.method ?? (input instanceof Request ? input.method : 'GET')).toUpperCase();
    const path = address.pathname.slice(apiPath.length);
    const body = read(init?.body);
    let answer;
    try {
      answer = await send(input, withHeaders(input, init));
      if (answer.status === 401 && !(init?.body instanceof ReadableStream) && await token.renew()) {
        answer = await send(input, withHeaders(input, init));
      }
    } catch (fault) {
      // A call that Studio itself has given up is no failure.
      if (fault.name !== 'AbortError') {
        heard({ method, path, body, answer: null });
      }

      throw fault;
    }

    // Studio reads the body; only a copy that is needed is made.
    heard({ method, path, body, answer: !answer.ok || (method === 'POST' && told.test(path)) ? answer.clone() : answer });
    return answer;
  };
}

/** A call of our own to Elsa's API, with the same headers as Studio's; not watched. */
export async function call(method, path, body) {
  const init = { method, headers: { 'Content-Type': 'application/json', Accept: 'application/json' }, body: body === undefined ? undefined : JSON.stringify(body) };
  const answer = await send(apiPath + path, withHeaders(apiPath + path, init));
  return answer.status === 401 && await token.renew() ? send(apiPath + path, withHeaders(apiPath + path, init)) : answer;
}

function withHeaders(input, init) {
  const headers = new Headers(init?.headers ?? (input instanceof Request ? input.headers : undefined));
  headers.set('Authorization', `Bearer ${token.current()}`);
  headers.set('X-Editing-Session', session);
  headers.set('Accept-Language', document.documentElement.lang);
  return { ...init, headers };
}

function read(body) {
  try {
    const words = typeof body === 'string' ? body : body instanceof Uint8Array || body instanceof ArrayBuffer ? new TextDecoder().decode(body) : '';
    return words ? JSON.parse(words) : null;
  } catch {
    return null;
  }
}

// crypto.randomUUID is there only on https and on this machine itself.
function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map(b => b.toString(16).padStart(2, '0')).join('').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
