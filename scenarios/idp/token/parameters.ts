import type { ProbeCase } from '../case.ts';
import { clientCredentialsForm, type Probe } from '../probe.ts';
import { tokenCase } from './credentials.ts';

type Form = readonly (readonly [string, string])[];

const formOf = ({ subject }: Probe): Form => clientCredentialsForm(subject.scope);

const withForm =
  (change: (form: Form, probe: Probe) => Form) =>
  (probe: Probe): { form: Form } => ({ form: change(formOf(probe), probe) });

const without = (name: string) => (form: Form) => form.filter(([own]) => own !== name);

/** What the registering client asks for. */
export const parameterCases: readonly ProbeCase[] = [
  tokenCase(
    'token-unknown-scope',
    'a scope that does not exist beside the usual one',
    withForm((form, { prefix, subject }) => [
      ...without('scope')(form),
      ['scope', [subject.scope, `${prefix}unknown`].filter(Boolean).join(' ')],
    ]),
  ),
  tokenCase('token-no-grant-type', 'no grant type', withForm(without('grant_type'))),
  tokenCase(
    'token-unknown-grant-type',
    'a grant type that does not exist',
    withForm((form) => [['grant_type', 'urn:example:dcrh:unknown'], ...without('grant_type')(form)]),
  ),
  tokenCase(
    'token-repeated-parameter',
    'the grant type twice',
    withForm((form) => [...form, ['grant_type', 'client_credentials']]),
  ),
  tokenCase(
    'token-unknown-parameter',
    'a parameter that no specification knows',
    withForm((form) => [...form, ['dcrh_unknown', 'x']]),
  ),
  // Neither name is one that the grant uses; given with a value, each would change who the client is.
  tokenCase(
    'token-empty-parameter',
    'parameters without a value',
    withForm((form) => [...form, ['client_assertion', ''], ['client_assertion_type', '']]),
  ),
];
