import { defineChecks, everyProfile } from '../define.ts';
import { every } from '../rules.ts';
import { discovery10, interoperability, rfc6749 } from '../specs.ts';
import { noticedRow } from './fault-rows.ts';
import { editForm, first, mutant } from './mutations.ts';
import { ownScopes } from './token-rules.ts';

/** Scopes of the provider that follow one another in another order than they were typed, or come twice. */
const isOrderOf = (sent: readonly string[], typed: readonly string[]): boolean => {
  const own = sent.filter((scope) => typed.includes(scope));
  return own.join(' ') === typed.filter((scope) => own.includes(scope)).join(' ');
};

export const provider = defineChecks(
  noticedRow({
    id: 'P-01',
    slug: 'discovery-probed',
    title: 'says so when the discovery address holds no metadata',
    spec: [discovery10('4'), interoperability],
    faults: ['discovery-not-found', 'discovery-status-404', 'discovery-html', 'discovery-bad-gateway'],
    why: 'The administrator believes that all is well, and the first developer finds out.',
  }),
  {
    id: 'P-09',
    slug: 'scopes-as-typed',
    title: 'asks for the scopes in the order of the provider, each once',
    spec: [rfc6749('3.3'), interoperability],
    level: 'INTEROP',
    profiles: everyProfile,
    needs: ['token-request', 'provider'],
    why: 'Their order means nothing, but a list that changes by itself makes the administrator look for a mistake.',
    judge: every(ownScopes, ({ value, exchange }, { seen }) => {
      const typed = seen.providerFor(exchange)?.scopes ?? [];
      const sent = value.flatMap((scope) => scope.split(' '));
      return isOrderOf(sent, typed) ? undefined : { expected: typed.join(' '), found: sent.join(' ') };
    }),
    mutant: mutant(
      'turns the scopes round',
      editForm(first('token'), (form) => form.set('scope', 'dcr_admin openid')),
    ),
  },
);
