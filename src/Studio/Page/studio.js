// What the pages around Elsa Studio do in the browser. Runs before Studio starts: as a module it is deferred, and so are Studio's scripts after it.

import { hear, offerLeftBehind } from './answers.js';
import { watch } from './calls.js';
import { keepFresh } from './token.js';

const main = document.getElementById('studio');
const part = main.dataset.part;
const language = document.documentElement.lang;

// Studio asks neither browser nor server for the language of dates and of its table words.
localStorage.setItem('BlazorCulture', { nb: 'nb-NO', nn: 'nn-NO' }[language] ?? 'en-US');

// Studio would otherwise put its hot-key script into the page as text, which our content security policy refuses.
window.editorHotkeys = { register() {}, dispose() {} };

watch(hear);
keepFresh();
keepHeight();
leadToOurAddresses();
hideWaitingText();
showTheWholeDrawing();
if (part === 'elsa-workflow-definition-editor') {
  offerLeftBehind(main.dataset.id);
}

// Studio lays its views out under a bar of its own; ours is as high as its words need.
function keepHeight() {
  const bar = document.getElementById('ip-bar');
  const set = () => document.documentElement.style.setProperty('--mud-appbar-height', `${bar.offsetHeight}px`, 'important');
  new ResizeObserver(set).observe(bar);
  set();
}

function leadToOurAddresses() {
  const editDefinition = id => location.assign(`/studio/definitions/${encodeURIComponent(id)}`);
  const viewInstance = id => location.assign(`/studio/instances/${encodeURIComponent(id)}`);
  customElements.whenDefined(part).then(() => {
    const element = document.querySelector(part);
    element.editWorkflowDefinition = editDefinition;
    element.viewWorkflowInstance = viewInstance;
  });

  // After Run and Save As Studio changes the address without leaving the page; here the address has a page of its own.
  const push = history.pushState.bind(history);
  history.pushState = (state, unused, url) => {
    const path = url ? new URL(url, document.baseURI).pathname : '';
    const instance = path.match(/\/workflows\/instances\/([^/]+)\/view$/);
    const definition = path.match(/\/workflows\/definitions\/([^/]+)\/edit$/);
    if (instance) {
      viewInstance(decodeURIComponent(instance[1]));
    } else if (definition) {
      editDefinition(decodeURIComponent(definition[1]));
    } else {
      push(state, unused, url);
    }
  };
}

// The element is empty until Studio draws into it.
function hideWaitingText() {
  const element = document.querySelector(part);
  const observer = new MutationObserver(() => {
    if (element.childElementCount > 0) {
      document.getElementById('ip-loading').remove();
      observer.disconnect();
    }
  });
  observer.observe(element, { childList: true });
}

// The toolbar that stands nearest to the canvas; the viewer's journal has one of its own before it.
function firstButtonOfDrawing() {
  for (let around = main.querySelector('.x6-graph'); around && around !== main; around = around.parentElement) {
    const button = around.querySelector('[role="toolbar"] button');
    if (button) {
      return button;
    }
  }
}

// Studio begins in the middle of the drawing. Its own button "zoom to fit" shows all of it, once the nodes have their sizes.
function showTheWholeDrawing() {
  const observer = new MutationObserver(() => {
    if (main.querySelector('elsa-activity-wrapper > *')) {
      observer.disconnect();
      setTimeout(() => firstButtonOfDrawing()?.click(), 500);
    }
  });
  observer.observe(main, { childList: true, subtree: true });
}
