import { cases } from './cases.ts';
import { markOf } from './marks.ts';
import {
  addHeader,
  dropHeader,
  each,
  edit,
  editRecording,
  inRecording,
  moveToEnd,
  named,
  repeat,
  setHeader,
  setMembers,
  setText,
} from './mutations.ts';

const lone = named('Lone web');

cases(
  'R-02',
  { says: 'two media types', outcome: 'fail', changes: [addHeader(lone, 'Content-Type', 'application/json')] },
  {
    says: 'a structured suffix is another type',
    outcome: 'fail',
    changes: [setHeader(lone, 'Content-Type', 'application/scim+json')],
  },
);

cases('R-03', {
  says: 'the charset in lower case',
  outcome: 'pass',
  changes: [setHeader(lone, 'Content-Type', 'application/json;charset="utf-8"')],
});

cases(
  'R-04',
  { says: 'a byte order mark', outcome: 'fail', changes: [setText(lone, (text) => `\uFEFF${text}`)] },
  { says: 'bytes after the object', outcome: 'fail', changes: [setText(lone, (text) => `${text}}`)] },
  { says: 'no body', outcome: 'fail', changes: [setText(lone, () => '')] },
  {
    says: 'bytes that are not UTF-8',
    outcome: 'fail',
    changes: [
      edit(lone, (exchange) => ({
        ...exchange,
        request: { ...exchange.request, body: { ...exchange.request.body, encoding: 'latin1' } },
      })),
    ],
  },
);

cases('R-05', {
  says: 'null deep inside',
  outcome: 'warn',
  changes: [setMembers(lone, { metadata: { organization: [{ unit: null }] } })],
});

const token = markOf('static token');

cases(
  'R-06',
  {
    says: 'the scheme in lower case',
    outcome: 'pass',
    changes: [setHeader(each('registration'), 'Authorization', `bearer ${token}`)],
  },
  { says: 'no header', outcome: 'fail', changes: [dropHeader(lone, 'Authorization')] },
  { says: 'two headers', outcome: 'fail', changes: [addHeader(lone, 'Authorization', `Bearer ${token}`)] },
  { says: 'a misspelt scheme', outcome: 'fail', changes: [setHeader(lone, 'Authorization', `Bearer: ${token}`)] },
);

cases(
  'R-07',
  {
    says: 'the token in the body too',
    outcome: 'fail',
    changes: [setHeader(lone, 'Authorization', `Bearer ${token}`), setMembers(lone, { note: token })],
  },
  { says: 'a member access_token', outcome: 'fail', changes: [setMembers(lone, { access_token: markOf('x') })] },
  {
    says: 'a member that only ends in access_token',
    outcome: 'pass',
    changes: [setMembers(lone, { tls_client_certificate_bound_access_tokens: true })],
  },
);

cases(
  'R-10',
  { says: '"Bearer null"', outcome: 'warn', changes: [setHeader(lone, 'Authorization', 'Bearer null')] },
  { says: 'no header at all', outcome: 'pass', changes: [dropHeader(lone, 'Authorization')] },
);

cases(
  'R-39',
  {
    says: 'the same name in a later step',
    outcome: 'pass',
    changes: [repeat(lone, (exchange) => ({ ...exchange, step: exchange.step + 1 }))],
  },
  {
    says: 'a second try after a refusal',
    outcome: 'pass',
    changes: [
      repeat(lone),
      edit(
        (seen) => lone(seen).slice(0, 1),
        (exchange) => ({ ...exchange, response: { ...exchange.response, status: 401 } }),
      ),
    ],
  },
);

cases('R-40', {
  says: 'nothing was refused',
  outcome: 'not-applicable',
  changes: ['golden-connect', 'golden-provider'].map((id) =>
    editRecording(id, (recording) => ({
      ...recording,
      applications: recording.applications.filter(({ outcome }) => outcome === 'created'),
    })),
  ),
});

cases('R-41', {
  says: 'a registration with a token that comes after it',
  outcome: 'warn',
  changes: [moveToEnd(inRecording('golden-oauth', 'token'))],
});

cases('R-43', {
  says: 'the secret of the provider in a header of a registration',
  outcome: 'fail',
  changes: [addHeader(lone, 'X-Provider', markOf('provider secret of golden-oauth'))],
});

cases('R-45', {
  says: 'the same name in two objects',
  outcome: 'pass',
  changes: [setMembers(lone, { a: { x: 1 }, b: { x: 1 } })],
});
