import { objectOf } from '../../../recording/body.ts';
import { show, type Demand, type ExchangeSpot } from '../../rules.ts';

const privateMembers = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k'];

/** RFC 7517 §5, §4.5 and §9.2: a list of keys, each named once, none of them private. */
export const isPublicKeySet: Demand<ExchangeSpot<Readonly<Record<string, unknown>>>> = ({ value }) => {
  const expected = 'public keys, each with a kid of its own';
  const keys: unknown = value['keys'];
  if (!Array.isArray(keys)) return { expected, found: `keys ${show(keys)}` };
  const objects = keys.map((key: unknown) => objectOf(key) ?? {});
  const leaked = objects.flatMap((key) => privateMembers.filter((name) => name in key));
  if (leaked.length > 0) return { expected, found: `private members ${leaked.join(', ')}` };
  const kids = objects.map(({ kid }) => kid).filter((kid) => kid !== undefined);
  const twice = kids.find((kid, index) => kids.indexOf(kid) !== index);
  return twice === undefined ? undefined : { expected, found: `kid ${show(twice)} twice` };
};
