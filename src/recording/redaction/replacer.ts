/** Shorter secrets are replaced only where they are known to stand: `admin` must not eat the middle of `dcr_admin`. */
const shortestSearched = 8;

const run = /[A-Za-z0-9_-]+/g;

interface Needle {
  text: string;
  /** Where the anchor begins in the text. */
  offset: number;
  mark: string;
}

/**
 * Replaces every known secret in a text, in one pass over the text however many secrets there are: each secret is found by
 * its longest run of letters and digits, then compared as a whole.
 */
export function createReplacer(marks: ReadonlyMap<string, string>): (text: string) => string {
  const byAnchor = new Map<string, Needle[]>();
  const anchorless: Needle[] = [];
  for (const [text, mark] of marks) {
    if (text.length < shortestSearched) continue;
    const anchor = longestRun(text);
    if (anchor === undefined) anchorless.push({ text, offset: 0, mark });
    else byAnchor.set(anchor.text, [...(byAnchor.get(anchor.text) ?? []), { text, offset: anchor.index, mark }]);
  }
  for (const needles of byAnchor.values()) needles.sort((a, b) => b.text.length - a.text.length);
  return (text) =>
    anchorless.reduce((done, { text: secret, mark }) => done.replaceAll(secret, mark), replaceAnchored(text, byAnchor));
}

function longestRun(text: string): { text: string; index: number } | undefined {
  let longest: { text: string; index: number } | undefined;
  for (const match of text.matchAll(run))
    if (match[0].length >= 3 && match[0].length > (longest?.text.length ?? 0))
      longest = { text: match[0], index: match.index };
  return longest;
}

function replaceAnchored(text: string, byAnchor: ReadonlyMap<string, readonly Needle[]>): string {
  let done = '';
  let from = 0;
  for (const match of text.matchAll(run)) {
    const needle = byAnchor
      .get(match[0])
      ?.find(
        ({ text: secret, offset }) => match.index - offset >= from && text.startsWith(secret, match.index - offset),
      );
    if (needle === undefined) continue;
    const start = match.index - needle.offset;
    done += text.slice(from, start) + needle.mark;
    from = start + needle.text.length;
  }
  return done + text.slice(from);
}
