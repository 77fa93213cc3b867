import { UsageError } from '../errors.ts';

const order = ([a = 0, b = 0]: readonly number[], [c = 0, d = 0]: readonly number[]) => a - c || b - d;

const numbersOf = (text: string) => text.split('.').map(Number);

/**
 * What a table says of the release in a tag such as `4.12.17` or `3.20.32-debian`: its newest row that began with this release or
 * before it. A tag without a release, such as `latest`, gets the newest.
 */
export function rowFor<Row extends { readonly since: string }>(
  rows: readonly Row[],
  tag: string,
  product: string,
): Row {
  const [, release] = /^(\d+\.\d+)(?:[.-]|$)/.exec(tag) ?? [];
  if (release === undefined && /^\d/.test(tag))
    throw new UsageError(`"${tag}" is no tag of an ${product} image. Give it as ${rows.at(-1)?.since ?? '4.0'}.1.`);
  const row = rows.findLast(({ since }) => release === undefined || order(numbersOf(since), numbersOf(release)) <= 0);
  if (row !== undefined) return row;
  throw new UsageError(
    `${product} ${tag} is not known: ${rows[0]?.since ?? ''} is the oldest release that is started here. Attach to one that runs already.`,
  );
}
