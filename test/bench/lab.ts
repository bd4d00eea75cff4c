import { cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export const BUILD = '.output/chrome-mv3';

/** One line of text: the least a page can paint. */
export const BLANK = 'blank.html';
/** Rows and a key that takes one away, without a framework and without a worker. */
export const BARE = 'bare.html';

const EMPTY_MANIFEST = {
  manifest_version: 3,
  name: 'An empty extension',
  version: '1',
  background: { service_worker: 'background.js' },
};

/** The extensions that are measured, in a folder of their own. */
export async function setUpExtensions(folder: string) {
  const extension = join(folder, 'companion');
  const emptyExtension = join(folder, 'empty');
  await cp(BUILD, extension, { recursive: true });
  await mkdir(emptyExtension);
  await writeFile(join(emptyExtension, 'manifest.json'), JSON.stringify(EMPTY_MANIFEST));
  await writeFile(join(emptyExtension, 'background.js'), '');
  await Promise.all([extension, emptyExtension].map(addPages));
  return { extension, emptyExtension };
}

async function addPages(extension: string): Promise<void> {
  const rows = Array.from(
    { length: 20 },
    (_, row) => `<li tabindex="0" aria-label="Row ${row}">Row ${row}</li>`,
  );
  const list = `<ul aria-label="Chats">${rows.join('')}</ul>`;
  await writeFile(join(extension, BLANK), page('One line of text.'));
  await writeFile(join(extension, BARE), page(`${list}<script src="/bare.js"></script>`));
  await writeFile(join(extension, 'bare.js'), BARE_SCRIPT);
}

function page(body: string): string {
  return `<!doctype html><html><head><meta charset="utf-8" /><title>Bench</title></head><body>${body}</body></html>\n`;
}

/** The request is told to the page beforehand, as `archive`. The row comes back when all is over. */
const BARE_SCRIPT = `const list = document.querySelector('ul');
addEventListener('keydown', ({ key }) => {
  if (key !== 'e') return;
  const row = list.firstChild;
  row.remove();
  list.firstChild.focus();
  fetch(...globalThis.archive);
  setTimeout(() => list.append(row), 200);
});
list.firstChild.focus();
`;
