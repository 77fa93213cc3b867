/** An empty list of the Portal REST API. */
export const nothing = { data: [], metadata: { data: { total: 0 } } };

/** A page of a list, numbered from 1, as the Portal REST API shows it. `size=-1` is everything. */
export function pageOf<T, U>(all: readonly T[], page = '1', size = '10', show: (item: T) => U) {
  const wanted = Number.parseInt(size, 10);
  const perPage = wanted > 0 ? wanted : Math.max(1, all.length);
  const current = Math.max(1, Number.parseInt(page, 10) || 1);
  const first = (current - 1) * perPage;
  const data = all.slice(first, first + perPage).map(show);
  const pagination =
    all.length === 0
      ? undefined
      : {
          total: all.length,
          size: perPage,
          first: first + 1,
          last: first + data.length,
          total_pages: Math.ceil(all.length / perPage),
          current_page: current,
        };
  return {
    data,
    metadata: { pagination, data: { total: data.length }, paginateMetaData: { totalElements: all.length } },
  };
}
