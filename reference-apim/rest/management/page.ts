/** A page of a list, numbered from 1, as the Management REST API shows it. */
export function pageOf<T, U>(all: readonly T[], page = '1', size = '10', show: (item: T) => U) {
  const perPage = Math.max(1, Number.parseInt(size, 10) || 10);
  const current = Math.max(1, Number.parseInt(page, 10) || 1);
  const data = all.slice((current - 1) * perPage, current * perPage).map(show);
  return {
    data,
    page: {
      current,
      size: data.length,
      per_page: perPage,
      total_pages: Math.ceil(all.length / perPage),
      total_elements: all.length,
    },
  };
}
