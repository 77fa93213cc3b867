import { parseTree, type Node, type ParseError } from 'jsonc-parser';
import type { Spot } from './evidence.ts';
import { html, type Markup } from './markup.ts';
import type { Marker } from './marks.ts';

/** Deeper texts are shown as they are: nobody reads them, and a reader of JSON calls itself for each level. */
const deepest = 64;
/** Arrays up to this many characters stay on one line. */
const oneLine = 90;

/**
 * A JSON text with line breaks, each spot marked. It is printed from its own characters, so that a member that stands twice,
 * or a number in an odd form, is seen as it was sent. Undefined when the text is not JSON.
 */
export function jsonBody(text: string, spots: readonly Spot[], marker: Marker): Markup | undefined {
  if (!/^\s*[[{]/.test(text) || depthOf(text) > deepest) return undefined;
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { disallowComments: true });
  if (root === undefined || errors.length > 0) return undefined;
  const at = (pointer: string) => spots.filter((spot) => spot.pointer === pointer && pointer !== '');
  return html`${print(root, { text, pointer: '', indent: '', mark: (pointer, content) => marker.mark(at(pointer), content) })}`;
}

interface Printing {
  text: string;
  pointer: string;
  indent: string;
  mark: (pointer: string, content: Markup | string) => Markup;
}

function print(node: Node, printing: Printing): Markup | string {
  const { text, indent } = printing;
  const children = node.children ?? [];
  const raw = text.slice(node.offset, node.offset + node.length);
  if ((node.type !== 'object' && node.type !== 'array') || children.length === 0) return scalar(node.type, raw);
  const [open, close] = node.type === 'object' ? ['{', '}'] : ['[', ']'];
  const flat =
    node.type === 'array' && raw.length <= oneLine && children.every((child) => child.children === undefined);
  const inner = flat ? '' : `\n${indent}  `;
  const parts = children.map(
    (child, index) => html`${index > 0 ? (flat ? ', ' : ',') : ''}${inner}${item(child, index, printing)}`,
  );
  return html`${open}${parts}${flat ? '' : `\n${indent}`}${close}`;
}

function item(child: Node, index: number, printing: Printing): Markup {
  const indent = `${printing.indent}  `;
  const [key, value]: readonly (Node | undefined)[] =
    child.type === 'property' ? (child.children ?? []) : [undefined, child];
  const name = key === undefined ? String(index) : String(key.value);
  const pointer = `${printing.pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
  const shown = value === undefined ? '' : print(value, { ...printing, pointer, indent });
  if (key === undefined) return printing.mark(pointer, shown);
  const written = printing.text.slice(key.offset, key.offset + key.length);
  return printing.mark(pointer, html`<span class="key">${written}</span>: ${shown}`);
}

const scalar = (type: Node['type'], raw: string) => html`<span class="${type}">${raw}</span>`;

function depthOf(text: string): number {
  let depth = 0;
  let most = 0;
  for (const character of text) {
    if (character === '{' || character === '[') depth += 1;
    if (character === '}' || character === ']') depth -= 1;
    most = Math.max(most, depth);
  }
  return most;
}
