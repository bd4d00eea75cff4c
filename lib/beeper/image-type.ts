/** How the files of pictures begin, as Latin-1. Drawings that are programs, such as SVG, are none. */
const BEGINNINGS: readonly (readonly [RegExp, string])[] = [
  [/^\x89PNG\r\n/, 'image/png'],
  [/^\xff\xd8\xff/, 'image/jpeg'],
  [/^GIF8[79]a/, 'image/gif'],
  [/^RIFF[^]{4}WEBP/, 'image/webp'],
  [/^[^]{4}ftypavi[fs]/, 'image/avif'],
  [/^BM/, 'image/bmp'],
];

/** What a file is by its first bytes, whatever it is called; `undefined` for what is no picture. */
export function imageType(file: Uint8Array): string | undefined {
  const beginning = String.fromCharCode(...file.subarray(0, 16));
  return BEGINNINGS.find(([pattern]) => pattern.test(beginning))?.[1];
}
