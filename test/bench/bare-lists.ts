/**
 * Reads lists of chats to their end, page after page, and does nothing with them. Stands alone: a
 * page runs it too.
 */
export async function readLists(
  url: string,
  token: string,
  queries: readonly string[],
): Promise<{ pages: number; tookMs: number }> {
  const startedAt = performance.now();
  const headers = { authorization: `Bearer ${token}` };
  let pages = 0;
  for (const query of queries) {
    for (let cursor: string | null | undefined = ''; cursor !== undefined; pages += 1) {
      const after = cursor ? `&direction=before&cursor=${encodeURIComponent(cursor)}` : '';
      const response = await fetch(`${url}/v1/chats/search?limit=200&${query}${after}`, {
        headers,
      });
      if (!response.ok) throw new Error(`The bare client was answered ${response.status}.`);
      const page = (await response.json()) as { hasMore: boolean; oldestCursor: string | null };
      cursor = page.hasMore ? page.oldestCursor : undefined;
    }
  }
  return { pages, tookMs: performance.now() - startedAt };
}
