/** Stands for drawing: tells of what type the file was, and how large. */
export async function labelled({ type, size }: Blob): Promise<string> {
  return `data:image/webp,${type} of ${size} bytes`;
}

/** Files that begin as those of their kind do. */
export const FILES: Readonly<Record<string, Uint8Array<ArrayBuffer>>> = {
  'image/png': bytes('\x89PNG\r\n\x1a\n\0\0\0\rIHDR'),
  'image/jpeg': bytes('\xff\xd8\xff\xe0\0\x10JFIF\0'),
  'image/gif': bytes('GIF89a\x01\0\x01\0'),
  'image/webp': bytes('RIFF\x24\0\0\0WEBPVP8 '),
  'image/avif': bytes('\0\0\0\x20ftypavif\0\0\0\0'),
  'image/bmp': bytes('BM\x46\0\0\0\0\0'),
};

export function bytes(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}
