import { expect } from '@open-wc/testing';
import { a11ySnapshot, compareSnapshot, getSnapshot, getSnapshotConfig } from '@web/test-runner-commands';

/** A node of Chromium's accessibility tree. */
interface TreeNode {
  readonly role: string;
  readonly name?: string;
  readonly children?: readonly TreeNode[];
  readonly [state: string]: unknown;
}

/** What is told beside role and name. The rest differs from one release of Chromium to the next. */
const told = [
  'level',
  'value',
  'valuetext',
  'checked',
  'pressed',
  'selected',
  'expanded',
  'disabled',
  'invalid',
  'modal',
  'live',
  'description',
];

const statesOf = (node: TreeNode): string =>
  told
    .filter((key) => node[key] !== undefined)
    .map((key) => (node[key] === true ? ` ${key}` : ` ${key}=${String(node[key])}`))
    .join('');

const linesOf = (node: TreeNode, indent = ''): readonly string[] => [
  `${indent}${node.role}${node.name === undefined || node.name === '' ? '' : ` "${node.name}"`}${statesOf(node)}`,
  ...(node.children ?? []).flatMap((child) => linesOf(child, `${indent}  `)),
];

// Declared to answer nothing.
const snapshotOf = a11ySnapshot as (options: { readonly selector: string }) => Promise<unknown>;

/** Only Chromium tells its tree to a test. */
const hasTree = 'userAgentData' in navigator;

/** What is not drawn yet, because it may be out of sight, would be missing. */
const everythingDrawn = new CSSStyleSheet();
everythingDrawn.replaceSync('* { content-visibility: visible !important; }');

const prepare = ({ shadowRoot }: Element): void => {
  shadowRoot?.adoptedStyleSheets.push(everythingDrawn);
  // An element inside has a tree of its own, stored beside its own test; what is said aloud comes and goes.
  for (const inner of shadowRoot?.querySelectorAll('*') ?? [])
    if (inner.localName.includes('-') || inner.hasAttribute('data-live'))
      inner.setAttribute('aria-hidden', 'true');
};

const read = async (element: Element): Promise<string> => {
  prepare(element);
  // Only what takes the focus is told of as a whole.
  const marks = { id: 'read', tabindex: '0' };
  for (const [attribute, value] of Object.entries(marks)) element.setAttribute(attribute, value);
  const root: unknown = await snapshotOf({ selector: '#read' });
  for (const attribute of Object.keys(marks)) element.removeAttribute(attribute);
  return ((root as TreeNode).children ?? []).flatMap((child) => linesOf(child)).join('\n');
};

/**
 * Fails when what a screen reader meets is not what is stored under this name beside the test; stored anew by
 * `npm run test:elements -- --update-snapshots`.
 */
export const expectTree = async (element: Element, name: string): Promise<void> => {
  if (!hasTree) return;
  const content = await read(element);
  const { updateSnapshots } = await getSnapshotConfig();
  if (!updateSnapshots) expect(await getSnapshot({ name }), `${name}: nothing is stored`).to.equal(content);
  await compareSnapshot({ name, content });
};
