const scope = globalThis as typeof globalThis & { browser?: unknown; chrome?: unknown };

/** The browser's own API, for pages that need no polyfill (see wxt.config.ts). */
export const browser = scope.browser ?? scope.chrome;
