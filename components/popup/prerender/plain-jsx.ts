import type { FunctionComponent, RenderableProps } from 'preact';

/**
 * Stands in for `preact/jsx-runtime` in the worker (wxt.config.ts): the same components, made into
 * what `toVNodeData` reads, without Preact.
 */
export function jsx(type: string | FunctionComponent, props: object) {
  return { type, props };
}

export { jsx as jsxs };

export function Fragment({ children }: RenderableProps<object>) {
  return children;
}
