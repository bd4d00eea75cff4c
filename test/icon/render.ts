/** Draws the PNGs in `public/icon` from the SVGs in `docs/icon`: `npx tsx test/icon/render.ts`. */
import { readFile, writeFile } from 'node:fs/promises';

import { launch, type Page } from 'puppeteer-core';

import { requireBrowser } from '../browsers/find';
import { sandboxFlags } from '../browsers/sandbox';
import { DRAWINGS } from './drawings';
import { encodePng, type Pixels } from './png';

const executablePath = requireBrowser('chromium');
const browser = await launch({
  executablePath,
  args: ['--force-color-profile=srgb', ...sandboxFlags(executablePath)],
});
const page = await browser.newPage();
for (const { source, size, output } of DRAWINGS) {
  const png = encodePng(await draw(page, await readFile(source, 'utf8'), size));
  await writeFile(output, png);
  console.log(`${output} ${png.length} bytes`);
}
await browser.close();

async function draw(canvas: Page, svg: string, size: number): Promise<Pixels> {
  const rgba = await canvas.evaluate(
    async (text, side) => {
      const image = new Image(side, side);
      image.src = `data:image/svg+xml,${encodeURIComponent(text)}`;
      await image.decode();
      const context = new OffscreenCanvas(side, side).getContext('2d');
      context?.drawImage(image, 0, 0, side, side);
      return Array.from(context?.getImageData(0, 0, side, side).data ?? []);
    },
    svg,
    size,
  );
  return { size, rgba: Uint8Array.from(rgba) };
}
