import type { WxtViteConfig } from 'wxt';

type VitePlugin = NonNullable<WxtViteConfig['plugins']>[number];

/**
 * Leaves out the parser's table of named characters, 13 KB gzipped, which it is never asked for:
 * `lib/beeper/entities.ts` knows those that messages are written with.
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
