// What the service's answers mean to the person at the screen: what failed, why, and what can be done about it.

import { call } from './calls.js';
import * as kept from './kept.js';
import { mark, point } from './marks.js';
import { remove, show } from './notices.js';
import { moment, text } from './texts.js';
import * as token from './token.js';

const definitions = '/workflow-definitions';

// Posts that only ask. Whatever else is not a GET changes something.
const questions = /^\/(workflow-instances(\/[^/]+\/journal)?|activity-executions\/report|scripting\/.*|descriptors\/.*|workflow-instances\/.*\/journal)$/;

/** Takes in what a call was answered. */
export async function hear({ method, path, body, answer }) {
  const isSave = method === 'POST' && path === definitions && body?.model;
  if (answer?.ok) {
    await succeeded(path, isSave, body, answer);
    return;
  }

  const problem = answer ? await read(answer) : {};
  if (answer?.status === 401) {
    signedOut(isSave ? body : null);
  } else if (isSave) {
    await saveRefused(body, answer, problem);
  } else if (method !== 'GET' && !questions.test(path)) {
    show('act', { kind: 'error', title: text('notDone'), lines: reasons(answer, problem), ...marks(problem) });
  } else if (answer === null || answer.status === 403 || answer.status >= 500 || (answer.status === 404 && path.startsWith(`${definitions}/by-definition-id/`))) {
    show('read', { kind: 'error', title: text('notFetched'), lines: reasons(answer, problem), actions: [reload()] });
  }
}

/** Offers a drawing that an earlier page load could not save. */
export function offerLeftBehind(definitionId) {
  const left = kept.leftBehind(definitionId);
  if (left?.model) {
    show('left', {
      kind: 'warning',
      title: text('leftBehind'),
      lines: [text('leftBehindFrom', moment(left.at))],
      actions: [...rescue(left.model), { text: text('discard'), act: () => { kept.settle(definitionId); remove('left'); } }],
    });
  }
}

async function succeeded(path, isSave, body, answer) {
  remove('read');
  if (answer.headers.get('x-elsa-workflow-cannot-start') === 'true') {
    const problem = await read(answer);
    show('act', { kind: 'error', title: text('cannotStart'), lines: reasons(answer, problem) });
  } else if (isSave) {
    if (kept.current()) {
      kept.settle(body.model.definitionId);
    }

    remove('save');
    if (body.publish) {
      published(await read(answer));
    }
  } else if (new RegExp(`^${definitions}/[^/]+/publish$`).test(path)) {
    published(await read(answer));
  }
}

function published(answer) {
  const version = answer.workflowDefinition?.version;
  mark([]);
  remove('act');
  if (version) {
    show('published', { kind: 'success', lines: [text('published', version)] });
    const state = document.getElementById('ip-state');
    if (state) {
      state.textContent = text('runs', version);
    }
  }
}

async function saveRefused(body, answer, problem) {
  const { model } = body;
  remove('published');
  if (problem.code === 'empties-flow') {
    // There is nothing in it to keep.
    show('save', { kind: 'error', title: text('notSaved'), lines: reasons(answer, problem), actions: [reload()] });
    return;
  }

  kept.keep(model);
  if (problem.code === 'invalid-definition' && body.publish) {
    const draft = await call('POST', definitions, { model, publish: false }).catch(() => null);
    if (draft?.ok) {
      kept.settle(model.definitionId);
    }

    const found = marks(problem);
    show('save', {
      kind: 'error',
      title: text('notPublished'),
      lines: draft?.ok && found.items.length > 0 ? [text('draftKept')] : reasons(answer, problem),
      ...found,
      actions: draft?.ok ? [] : rescue(model),
    });
    return;
  }

  const found = marks(problem);
  const isStale = problem.code === 'stale';
  const lines = isStale && problem.savedBy ? [text('staleNamed', problem.savedBy, moment(problem.savedAt))] : [...reasons(answer, problem), text('keptHere')];
  show('save', {
    kind: 'error',
    title: text(body.publish ? 'notPublished' : 'notSaved'),
    lines: found.items.length > 0 ? lines.slice(-1) : lines,
    ...found,
    actions: isStale ? [...rescue(model), reload()] : [{ text: text('tryAgain'), act: () => saveAgain(body) }, ...rescue(model), reload()],
  });
}

/** Problems as a list whose lines lead to the steps; the steps are outlined. */
function marks(problem) {
  const problems = Array.isArray(problem.problems) ? problem.problems : [];
  if (problems.length > 0) {
    mark(problems.map(p => p.activityId));
  }

  return { items: problems.map(p => ({ text: p.name && !p.message.includes(p.name) ? `${p.name}: ${p.message}` : p.message, act: () => p.activityId && point(p.activityId) })) };
}

/** Why, in the service's own sentences when it gave any. */
function reasons(answer, problem) {
  const sentences = [...new Set(Object.values(problem.errors ?? {}).flat().filter(s => typeof s === 'string'))];
  if (sentences.length > 0) {
    return sentences.slice(0, 5);
  }

  const sentence = problem.detail ?? problem.message ?? problem.reason ?? problem.title;
  if (typeof sentence === 'string' && sentence) {
    return [sentence];
  }

  switch (answer?.status) {
    case undefined: return [text('noAnswer')];
    case 403: return [text('forbidden')];
    case 404: return [text('gone')];
    default: return [text('fault')];
  }
}

async function saveAgain(body) {
  const answer = await call('POST', definitions, body).catch(() => null);
  await hear({ method: 'POST', path: definitions, body, answer });
  if (answer?.ok && !body.publish) {
    show('saved', { kind: 'success', lines: [text('savedNow')] });
  }
}

function rescue(model) {
  return [{ text: text('saveCopy'), act: () => saveCopy(model) }, { text: text('download'), act: () => download(model) }];
}

async function saveCopy(model) {
  const name = await freeName(text('copyName', model.name ?? ''));
  const { rev, ...customProperties } = model.customProperties ?? {};
  const copy = { ...model, id: null, definitionId: null, name, version: 1, isPublished: false, isLatest: true, links: null, customProperties };
  const answer = await call('POST', definitions, { model: copy, publish: false }).catch(() => null);
  if (!answer?.ok) {
    const problem = answer ? await read(answer) : {};
    show('copy', { kind: 'error', title: text('notSaved'), lines: reasons(answer, problem) });
    return;
  }

  const { workflowDefinition } = await answer.json();
  kept.settle(model.definitionId);
  ['save', 'left', 'copy'].forEach(remove);
  show('copy', {
    kind: 'success',
    title: text('copySaved', name),
    lines: [text('copyIsDraft')],
    actions: [{ text: text('openCopy'), address: `/studio/definitions/${encodeURIComponent(workflowDefinition.definitionId)}` }, reload()],
  });
}

async function freeName(wanted) {
  for (let number = 1; number <= 20; number++) {
    const name = number === 1 ? wanted : `${wanted} ${number}`;
    const answer = await call('GET', `${definitions}/validation/is-name-unique?name=${encodeURIComponent(name)}`).catch(() => null);
    if (!answer?.ok || (await answer.json()).isUnique) {
      return name;
    }
  }

  return wanted;
}

function download(model) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([JSON.stringify(model, null, 2)], { type: 'application/json' }));
  link.download = `${(model.name ?? model.definitionId ?? 'workflow').replace(/[\\/:*?"<>|]+/g, '-')}.json`;
  link.click();
  URL.revokeObjectURL(link.href);
}

function signedOut(body) {
  if (body) {
    kept.keep(body.model);
  }

  const here = `/sign-in?returnUrl=${encodeURIComponent(location.pathname)}`;
  show('session', { kind: 'error', title: text('signedOut'), lines: [text('signInAgain')], actions: [{ text: text('signIn'), address: here, target: '_blank' }] });
  window.addEventListener('focus', async function back() {
    if (await token.renew()) {
      window.removeEventListener('focus', back);
      remove('session');
      if (body && kept.current()) {
        await saveAgain(body);
      }

      show('saved', { kind: 'success', lines: [text('backAgain')] });
    }
  });
}

function reload() {
  return { text: text('reload'), act: () => { kept.leave(); location.reload(); } };
}

async function read(answer) {
  const words = await answer.text().catch(() => '');
  try {
    const value = JSON.parse(words);
    return value && typeof value === 'object' ? value : { detail: String(value) };
  } catch {
    // A sentence as plain text is shown; a page or nothing is not.
    return words && words.length < 500 && !words.trimStart().startsWith('<') ? { detail: words } : {};
  }
}
