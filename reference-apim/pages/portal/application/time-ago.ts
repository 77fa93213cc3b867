const units = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
] as const;

const words = new Intl.RelativeTimeFormat('en');

/** "1 second ago"; never in the future. `gv-relative-time` says the same and brings half a megabyte of polyfills. */
export function timeAgo(date: string): string {
  const seconds = Math.max(1, Math.round((Date.now() - Date.parse(date)) / 1_000));
  const [unit, size] = units.find(([, wanted]) => seconds >= wanted) ?? (['second', 1] as const);
  return words.format(-Math.round(seconds / size), unit);
}
