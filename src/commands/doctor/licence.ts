import { UsageError } from '../../errors.ts';
import { licenceOf } from '../sut-options.ts';
import type { Finding } from './finding.ts';

const what = 'licence';

/** What was given as `--licence`. `release`: of the APIM that makes a provider only with one. */
export function licenceFinding(given: string | undefined, release?: string): Finding {
  if (given === undefined)
    return release === undefined
      ? { what, how: 'good', says: 'none given; only APIM from 4.0 on needs one (--licence looks at it)' }
      : {
          what,
          how: 'missing',
          says: `none given, and APIM ${release} creates no provider without one`,
          todo: "give --licence license.key, or --licence '${NAME}' of a variable that holds it in base64",
        };
  try {
    const size = Buffer.from(licenceOf(given), 'base64').length;
    if (size > 0)
      return { what, how: 'good', says: `${given}, ${size} bytes; only APIM itself can tell what is in it` };
    return { what, how: 'missing', says: `${given} is empty`, todo: 'give the license.key of the subscription' };
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    const [says = '', ...todo] = error.message.split(/(?<=\.) (?=[A-Z])/);
    return { what, how: 'missing', says, todo: todo.join(' ') || 'correct --licence' };
  }
}
