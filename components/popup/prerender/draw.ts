import type { VNodeData } from '@/lib/model/list/markup';

const SVG = 'http://www.w3.org/2000/svg';

export function renderVNodeData(markup: VNodeData, parent: Element): void {
  if (typeof markup === 'string') return parent.append(markup);
  const [tag, attributes, children] = markup;
  const element = document.createElementNS(tag === 'svg' ? SVG : parent.namespaceURI, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  for (const child of children) renderVNodeData(child, element);
  return parent.append(element);
}
