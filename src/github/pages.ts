/** GitHub's own bound of a page. */
const perPage = 100;

export type Page = { readonly per_page: number; readonly page: number };

/**
 * The items of a paged list, one page after the other and no page more than the reader asks for. Ends
 * after `maxPages`; `complete` then stays false.
 */
export async function findInPages<Item>(
  list: (page: Page) => Promise<{ readonly data: readonly Item[] }>,
  isWanted: (item: Item) => boolean,
  maxPages: number,
): Promise<{ readonly found?: Item; readonly complete: boolean }> {
  for (let page = 1; page <= maxPages; page++) {
    const { data } = await list({ per_page: perPage, page });
    const found = data.find(isWanted);
    if (found !== undefined) return { found, complete: true };
    if (data.length < perPage) return { complete: true };
  }
  return { complete: false };
}

/** All items of a paged list, up to `maxPages` pages. */
export async function allPages<Item>(
  list: (page: Page) => Promise<{ readonly data: readonly Item[] }>,
  maxPages: number,
): Promise<Item[]> {
  const items: Item[] = [];
  for (let page = 1; page <= maxPages; page++) {
    const { data } = await list({ per_page: perPage, page });
    items.push(...data);
    if (data.length < perPage) break;
  }
  return items;
}
