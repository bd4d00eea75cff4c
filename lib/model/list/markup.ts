import { readArray, readObject } from '@/lib/base/parse';

/** Drawn elements as data, so that they can be stored: a text, or tag, attributes and children. */
export type VNodeData = string | Node;

type Node = readonly [tag: string, attributes: Readonly<Record<string, string>>, VNodeData[]];

/** Names that mean nothing but looks and words: whatever was stored, it cannot do anything. */
const TAG = /^(div|main|header|footer|h1|ul|li|span|bdi|time|p|button|label|input|svg|path)$/;
const ATTRIBUTE =
  /^(class|id|role|type|dir|title|placeholder|tabindex|viewBox|width|height|d|data-chat|aria-[a-z]+)$/;

/** All of it or nothing: half of what is to be seen would be wrong. */
export function readVNodeData(value: unknown): VNodeData | undefined {
  return isVNodeData(value) ? value : undefined;
}

function isVNodeData(value: unknown): value is VNodeData {
  if (typeof value === 'string') return true;
  const [tag, attributes, children] = readArray(value) ?? [];
  const named = Object.entries(readObject(attributes) ?? { '': '' });
  return (
    typeof tag === 'string' &&
    TAG.test(tag) &&
    named.every(([name, text]) => ATTRIBUTE.test(name) && typeof text === 'string') &&
    (readArray(children)?.every(isVNodeData) ?? false)
  );
}
