// Red outlines on the steps that something is wrong with. Studio draws its nodes anew at will, so they are marked by a style sheet and not one by one.

const sheet = new CSSStyleSheet();
document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];

let marked = [];
let current = null;

/** Marks the nodes of these activities, and no others. */
export function mark(activityIds) {
  marked = activityIds.filter(Boolean);
  current = null;
  draw();
}

/** Leads to the node: it stands out from the other marked ones, and is chosen, so that its fields are shown. */
export function point(activityId) {
  current = activityId;
  draw();
  const node = document.querySelector(selector(activityId));
  if (!node) {
    return;
  }

  if (!isInView(node)) {
    // The drawing has no scroll bars; Studio's first button above it brings all of it into view.
    document.querySelector('#studio [role="toolbar"] button')?.click();
  }

  const box = node.getBoundingClientRect();
  const at = { bubbles: true, cancelable: true, view: window, button: 0, clientX: box.x + box.width / 2, clientY: box.y + box.height / 2 };
  node.dispatchEvent(new MouseEvent('mousedown', at));
  node.dispatchEvent(new MouseEvent('mouseup', at));
}

function draw() {
  sheet.replaceSync([
    ...marked.map(id => `${selector(id)} { outline: 3px solid #b02233; outline-offset: 2px; border-radius: 4px; }`),
    ...(current ? [`${selector(current)} { outline: 5px solid #b02233; outline-offset: 4px; border-radius: 4px; }`] : []),
  ].join('\n'));
}

function selector(activityId) {
  return `elsa-activity-wrapper[activity-json*='"id":"${activityId.replace(/[\\']/g, '\\$&')}"']`;
}

function isInView(node) {
  const box = node.getBoundingClientRect();
  const seen = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
  return seen !== null && (node.contains(seen) || seen.contains(node));
}
