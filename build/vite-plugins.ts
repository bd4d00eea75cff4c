import type { WxtViteConfig } from 'wxt';

type VitePlugin = NonNullable<WxtViteConfig['plugins']>[number];

/**
 * Leaves out the parser's table of named characters, 13 KB gzipped, which it is never asked for:
 * `lib/api/entities.ts` knows those that messages are written with.
 */
export function fewEntities(): VitePlugin {
  return {
    name: 'few-entities',
    apply: 'build',
    enforce: 'pre',
    async resolveId(source, importer, options) {
      if (!source.endsWith('/decode-data-html.js')) return null;
      const small = source.replace('html', 'xml');
      const found = await this.resolve(small, importer, { ...options, skipSelf: true });
      return found && { ...found, id: `${found.id}?as-html` };
    },
    load(id) {
      if (!id.endsWith('?as-html')) return null;
      const file = JSON.stringify(id.replace('?as-html', ''));
      return `export { xmlDecodeTree as htmlDecodeTree } from ${file};`;
    },
  };
}

/** Vite's own would look for style sheets of what is imported late, of which there are none. */
export function plainImports(): VitePlugin {
  return {
    name: 'plain-imports',
    apply: 'build',
    enforce: 'pre',
    load(id) {
      if (!id.includes('vite/preload-helper')) return null;
      return 'export const __vitePreload = (load) => load();';
    },
  };
}

const BY_MARKUP = '"dangerouslySetInnerHTML"==s?h=k:';

/** Leaves out Preact's way to draw markup given as text: nothing of ours is to be drawn so, ever. */
export function onlyText(): VitePlugin {
  return {
    name: 'only-text',
    apply: 'build',
    transform(code, id) {
      if (!id.endsWith('/preact/dist/preact.mjs')) return null;
      if (!code.includes(BY_MARKUP)) this.error(`${id} draws markup in a way not known here.`);
      return { code: code.replace(BY_MARKUP, ''), map: null };
    },
  };
}
