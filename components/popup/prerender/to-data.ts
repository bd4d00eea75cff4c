import type { ComponentChildren, FunctionComponent, VNode } from 'preact';

import type { VNodeData } from '@/lib/model/list/markup';

/** What Preact would draw, as data. Only of components that are nothing but their props. */
export function toVNodeData(content: ComponentChildren): VNodeData[] {
  if (Array.isArray(content)) return content.flatMap(toVNodeData);
  if (typeof content === 'string' || typeof content === 'number') return [String(content)];
  if (!isNode(content)) return [];
  const { type, props } = content;
  if (typeof type === 'function') return toVNodeData((type as FunctionComponent)(props, null));
  const { children, ...rest } = props;
  return [[type, attributesOf(rest), toVNodeData(children)]];
}

function isNode(content: ComponentChildren): content is VNode {
  return typeof content === 'object' && content !== null && 'type' in content;
}

function attributesOf(props: object): Record<string, string> {
  const told = Object.entries(props).filter(([name, value]) => isTold(name, value));
  return Object.fromEntries(told.map(([name, value]) => [NAMES[name] ?? name, String(value)]));
}

/** As Preact has it: `false` says something only of the `aria-` attributes. */
function isTold(name: string, value: unknown): boolean {
  if (value === undefined || value === null || typeof value === 'function') return false;
  return name !== 'value' && (value !== false || name.startsWith('aria-'));
}

const NAMES: Readonly<Record<string, string>> = { tabIndex: 'tabindex' };
