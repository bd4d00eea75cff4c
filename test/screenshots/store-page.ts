import { readFileSync } from 'node:fs';

import type { StoreShot } from './store-shots';

const LIGHT = { paper: '#f1f0ff', ink: '#11142a', soft: '#4b4f66', accent: '#4a45d6' };
const DARK = { paper: '#191a2b', ink: '#f4f4fb', soft: '#b6b8cc', accent: '#a5a3ff' };

const NAME = 'Companion for Beeper';

/** The popup on one side, what it is shown for on the other. @param popup a PNG */
export function pictureHtml({ title, text, isDark }: StoreShot, popup: Uint8Array): string {
  const { paper, ink, soft, accent } = isDark ? DARK : LIGHT;
  return page(
    `body { grid-template-columns: 1fr 520px; gap: 72px; padding: 0 72px 0 88px; background: ${paper}; color: ${ink} }
     h1 { margin: 28px 0 20px; font-size: 52px; line-height: 1.1; letter-spacing: -0.02em; text-wrap: balance }
     p { margin: 0; color: ${soft}; font-size: 24px; line-height: 1.4; text-wrap: balance }
     .name { color: ${accent}; font-size: 20px; font-weight: 600; display: flex; gap: 12px; align-items: center }
     .popup { width: 500px; border-radius: 14px; box-shadow: 0 2px 6px rgb(10 10 40 / 18%), 0 28px 72px rgb(10 10 40 / 30%) }`,
    `<div><div class="name"><img src="${icon(48)}" width="36" alt="">${NAME}</div><h1>${title}</h1><p>${text}</p></div>
     <img class="popup" src="${url(popup)}" alt="">`,
  );
}

/** What Chrome's store shows in its lists. */
export function tileHtml(): string {
  return page(
    `body { justify-items: center; align-content: center; gap: 16px; background: ${LIGHT.paper}; color: ${LIGHT.ink} }
     h1 { margin: 0; font-size: 28px; letter-spacing: -0.01em }`,
    `<img src="${icon(128)}" width="112" alt=""><h1>${NAME}</h1>`,
  );
}

function page(styles: string, content: string): string {
  const family = `system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif`;
  const body = `body { display: grid; align-items: center; box-sizing: border-box; height: 100vh; margin: 0; font-family: ${family} }`;
  return `<!doctype html><meta charset="utf-8"><style>${body} ${styles}</style>${content}`;
}

function icon(size: number): string {
  return url(readFileSync(`public/icon/icon-${size}.png`));
}

function url(png: Uint8Array): string {
  return `data:image/png;base64,${Buffer.from(png).toString('base64')}`;
}
