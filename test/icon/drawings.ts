export interface Drawing {
  source: string;
  size: number;
  output: string;
}

/** The drawing made for 16 pixels stays sharp at twice that; the one for 24 also at 48 and 96. */
const SOURCE_OF: Record<number, number> = { 16: 16, 24: 24, 32: 16, 48: 24, 96: 24, 128: 128 };

const SIZES: Record<string, number[]> = {
  icon: [16, 24, 32, 48, 96, 128],
  offline: [16, 24, 32],
  paused: [16, 24, 32],
};

export const DRAWINGS: Drawing[] = Object.entries(SIZES).flatMap(([name, sizes]) =>
  sizes.map((size) => ({
    source: `docs/icon/${name}-${SOURCE_OF[size]}.svg`,
    size,
    output: `public/icon/${name}-${size}.png`,
  })),
);
