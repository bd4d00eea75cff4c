import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const SIDE = 48;

/** A small picture of its own for every address: two colours, parted by a slanted line. */
export function pictureOf(address: string): Buffer {
  const colours = createHash('sha256').update(address).digest();
  const front = colours.subarray(0, 3);
  const back = colours.subarray(3, 6);
  const slope = (colours[6] ?? 0) / 128;
  const rows = Array.from({ length: SIDE }, (_, y) => row({ y, slope, front, back }));
  return png(Buffer.concat(rows));
}

interface Row {
  y: number;
  slope: number;
  front: Buffer;
  back: Buffer;
}

function row({ y, slope, front, back }: Row): Buffer {
  const pixels = Array.from({ length: SIDE }, (_, x) => (x * slope + y < SIDE ? front : back));
  return Buffer.concat([Buffer.of(0), ...pixels]);
}

function png(rows: Buffer): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(SIDE, 0);
  header.writeUInt32BE(SIDE, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(checksum(body));
  return Buffer.concat([length, body, sum]);
}

function checksum(data: Buffer): number {
  let sum = 0xffffffff;
  for (const byte of data) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return (sum ^ 0xffffffff) >>> 0;
}
