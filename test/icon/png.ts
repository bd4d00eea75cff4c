import { crc32, deflateSync } from 'node:zlib';

export interface Pixels {
  size: number;
  /** Red, green, blue and opacity of each pixel, row by row. */
  rgba: Uint8Array;
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const BYTES_PER_PIXEL = 4;
const EIGHT_BITS_RGBA = [8, 6, 0, 0, 0];

type Predictor = (left: number, above: number) => number;

/** PNG's own filters 0, 1, 2 and 3: what is stored is the difference from the prediction. */
const PREDICTORS: Predictor[] = [
  () => 0,
  (left) => left,
  (_left, above) => above,
  (left, above) => (left + above) >> 1,
];

/** Browsers write PNGs fast and large; this tries each filter and packs as tightly as it can. */
export function encodePng(pixels: Pixels): Buffer {
  const [smallest] = PREDICTORS.map((_, filter) => packed(pixels, filter)).toSorted(
    (a, b) => a.length - b.length,
  );
  const header = Buffer.alloc(8);
  header.writeUInt32BE(pixels.size, 0);
  header.writeUInt32BE(pixels.size, 4);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', Buffer.concat([header, Buffer.from(EIGHT_BITS_RGBA)])),
    chunk('IDAT', smallest ?? Buffer.alloc(0)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function packed({ size, rgba }: Pixels, filter: number): Buffer {
  const width = size * BYTES_PER_PIXEL;
  const predict = PREDICTORS[filter] as Predictor;
  const rows = Buffer.alloc((width + 1) * size);
  for (let at = 0; at < rgba.length; at += 1) {
    const row = Math.floor(at / width);
    const left = at % width < BYTES_PER_PIXEL ? 0 : (rgba[at - BYTES_PER_PIXEL] ?? 0);
    const difference = (rgba[at] ?? 0) - predict(left, rgba[at - width] ?? 0);
    rows[row * (width + 1)] = filter;
    rows[at + row + 1] = difference & 0xff;
  }
  return deflateSync(rows, { level: 9, memLevel: 9 });
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, checksum]);
}
