import { readFileSync } from 'node:fs';
import type { Finding } from './finding.ts';

const what = 'licence';

/** APIM 4.x makes a provider only with one; 3.20 and the stand-in need none. */
export function licenceFinding(file: string | undefined): Finding {
  if (file === undefined)
    return { what, how: 'good', says: 'none given; only APIM from 4.0 on needs one (--licence looks at it)' };
  try {
    const size = readFileSync(file).length;
    if (size > 0) return { what, how: 'good', says: `${file}, ${size} bytes` };
    return {
      what,
      how: 'missing',
      says: `${file} is empty`,
      todo: 'give the license.key that came with the subscription',
    };
  } catch {
    return { what, how: 'missing', says: `${file} cannot be read`, todo: 'correct --licence' };
  }
}
