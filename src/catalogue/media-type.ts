import { MIMEType } from 'node:util';

/** A media type (RFC 9110 §8.3.1); undefined when the text is none. */
export function mediaTypeOf(text: string): MIMEType | undefined {
  try {
    return new MIMEType(text);
  } catch {
    return undefined;
  }
}

/** RFC 9110 §12.5.1: the most specific range that matches decides, and a weight of 0 excludes. No header accepts everything. */
export function accepts(accept: readonly string[], wanted: string): boolean {
  const ranges = accept.flatMap((value) => value.split(',')).map((range) => mediaTypeOf(range.trim()));
  const [type = ''] = wanted.split('/');
  const matches = [wanted, `${type}/*`, '*/*'].flatMap(
    (essence) => ranges.find((range) => range?.essence === essence) ?? [],
  );
  const [best] = matches;
  return accept.length === 0 || (best !== undefined && Number(best.params.get('q') ?? '1') > 0);
}
