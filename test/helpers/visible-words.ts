import { parseAst } from 'vitest/node';

/** Attributes and properties of our own components that people read or hear. */
const SPOKEN = /^(aria-(label|description|roledescription|valuetext|placeholder)|alt|title)$/;
const SHOWN = /^(placeholder|label|text|detail|keyHint)$/;

/** The words in a component's source that people would see or hear, though `_locales` has none. */
export function visibleWords(source: string): string[] {
  return words(parseAst(source, { lang: 'tsx' }));
}

/**
 * The same in a script without markup, where nothing tells what is shown. But what is begins with a
 * capital, as of all that is not shown only the browser's names of keys do.
 */
export function capitalWords(source: string): string[] {
  return capitals(parseAst(source, { lang: 'ts' }));
}

const KEY = /^(Escape|Enter|Tab|Home|End|AltGraph|Page(Up|Down)|Arrow(Up|Down|Left|Right)?)$/;

function capitals(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(capitals);
  if (!isNode(node) || /^TS\w+Type$/.test(node.type)) return [];
  const own = node.type === 'Literal' || node.type === 'TemplateElement' ? strings(node.value) : [];
  const found = own.filter((text) => /^\p{Lu}\p{L}/u.test(text) && !KEY.test(text));
  return [...found, ...Object.values(node).flatMap(capitals)];
}

function strings(value: unknown): string[] {
  const text = value instanceof Object && 'cooked' in value ? value.cooked : value;
  return typeof text === 'string' ? [text.trim()] : [];
}

interface Node {
  readonly type: string;
  readonly [part: string]: unknown;
}

function words(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(words);
  if (!isNode(node)) return [];
  return [...ownWords(node), ...Object.values(node).flatMap(words)];
}

function ownWords(node: Node): string[] {
  switch (node.type) {
    case 'JSXElement':
    case 'JSXFragment':
      return (node.children as Node[]).flatMap(literals);
    case 'JSXOpeningElement':
      return (node.attributes as Node[])
        .filter((attribute) => isShown(nameOf(attribute), nameOf(node)))
        .flatMap(({ value }) => literals(value));
    default:
      return [];
  }
}

/** What an expression may come to; what a call returns, such as that of `t`, is none of ours. */
function literals(node: unknown): string[] {
  if (!isNode(node)) return [];
  switch (node.type) {
    case 'JSXText':
    case 'Literal':
      return readable(node.value);
    case 'TemplateLiteral':
      return [
        ...(node.quasis as { value: { cooked: string } }[]).flatMap(({ value }) =>
          readable(value.cooked),
        ),
        ...(node.expressions as Node[]).flatMap(literals),
      ];
    case 'JSXExpressionContainer':
    case 'ParenthesizedExpression':
      return literals(node.expression);
    case 'ConditionalExpression':
      return [node.consequent, node.alternate].flatMap(literals);
    case 'LogicalExpression':
      return [node.left, node.right].flatMap(literals);
    case 'BinaryExpression':
      return node.operator === '+' ? [node.left, node.right].flatMap(literals) : [];
    default:
      return [];
  }
}

/** A dot between two facts is no word, nor is the letter on a key. */
function readable(value: unknown): string[] {
  return typeof value === 'string' && /\p{L}{2}/u.test(value) ? [value.trim()] : [];
}

/** A control's `name` is spoken; an icon's is the name of a drawing. */
function isShown(name: string, element: string): boolean {
  if (name === 'name') return /^[A-Z]/.test(element) && element !== 'Icon';
  return SPOKEN.test(name) || SHOWN.test(name);
}

function nameOf({ name }: Node): string {
  return isNode(name) && typeof name.name === 'string' ? name.name : '';
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value;
}
