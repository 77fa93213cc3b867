const pairsOf = (word: string) => new Set(Array.from({ length: word.length - 1 }, (_, at) => word.slice(at, at + 2)));

/** How much of their pairs of neighbouring characters two words share, from 0 to 1 (Dice's coefficient). */
function likeness(a: string, b: string): number {
  const [first, second] = [pairsOf(a), pairsOf(b)];
  return (2 * first.intersection(second).size) / (first.size + second.size || 1);
}

/** The words most like one that is not among them. */
export const nearest = (word: string, known: readonly string[], count = 5): string[] =>
  known
    .map((other) => ({ other, like: likeness(word, other) }))
    .sort((a, b) => b.like - a.like)
    .slice(0, count)
    .map(({ other }) => other);
