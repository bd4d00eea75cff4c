/** As wide as an avatar is drawn, for screens with two pixels in the place of one. */
const SIDE = 72;
const QUALITY = 0.82;

/** A middle square of the picture, small and opaque: nothing but pixels is left of the file. */
export async function shrink(file: Blob): Promise<string> {
  const square = await squareOf(await createImageBitmap(file));
  const small = await drawn(square).convertToBlob({ type: 'image/webp', quality: QUALITY });
  return addressOf(small.type, new Uint8Array(await small.arrayBuffer()));
}

/** By halves: in one great step browsers leave out lines, and the edges are ragged. */
async function squareOf(whole: ImageBitmap): Promise<ImageBitmap> {
  const { width, height } = whole;
  let size = Math.min(width, height);
  const middle = [(width - size) / 2, (height - size) / 2, size, size] as const;
  let square = await createImageBitmap(whole, ...middle).finally(() => whole.close());
  while (size > SIDE) {
    size = Math.max(SIDE, Math.ceil(size / 2));
    square = await resized(square, size);
  }
  return square;
}

function resized(square: ImageBitmap, size: number): Promise<ImageBitmap> {
  return createImageBitmap(square, {
    resizeWidth: size,
    resizeHeight: size,
    resizeQuality: 'medium',
  }).finally(() => square.close());
}

function drawn(square: ImageBitmap): OffscreenCanvas {
  const side = square.width;
  const canvas = new OffscreenCanvas(side, side);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('There is nothing to draw on');
  context.drawImage(square, 0, 0);
  square.close();
  if (isPlain(context.getImageData(0, 0, side, side))) throw new Error('There is nothing to see');
  // The initials must not shine through.
  context.globalCompositeOperation = 'destination-over';
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, side, side);
  return canvas;
}

/** One colour says less than initials do; Firefox takes a file that breaks off for white. */
function isPlain({ data }: ImageData): boolean {
  return data.every((value, index) => value === data[index % 4]);
}

function addressOf(type: string, bytes: Uint8Array): string {
  return `data:${type};base64,${btoa(String.fromCharCode(...bytes))}`;
}
