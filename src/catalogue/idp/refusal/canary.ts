import { everyProfile } from '../../define.ts';
import { holds } from '../../demands.ts';
import { every } from '../../rules.ts';
import { interoperability, rfc7591 } from '../../specs.ts';
import { cases, notes } from '../answers.ts';
import { defineIdpChecks } from '../define.ts';
import { idpMutant, renote } from '../rewrite.ts';

const names = ['canary-links', 'canary-jwks', 'canary-sector', 'canary-request-uris'];

/** Addresses that a client makes the IdP call. */
export const canary = defineIdpChecks({
  id: 'IE-43',
  slug: 'inner-addresses-not-called',
  title: 'calls no inner address over http that a client names',
  spec: [rfc7591('5'), interoperability],
  level: 'SEC',
  profiles: everyProfile,
  needs: cases(...names),
  why: 'Whoever registers a client reaches what only the IdP can reach.',
  judge: every(
    notes('called', ...names),
    holds('no request at the listener of the harness', (called) => called === false),
  ),
  mutant: idpMutant('fetches the sector identifier', renote('canary-sector', { called: true })),
});
