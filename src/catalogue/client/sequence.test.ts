import { cases } from './cases.ts';
import { clientIdOf } from './golden-story.ts';
import { markOf } from './marks.ts';
import {
  changeTarget,
  dropHeader,
  edit,
  editAnswer,
  editRecording,
  first,
  inRecording,
  named,
  repeat,
  setHeader,
  setMembers,
  tokenFor,
} from './mutations.ts';

const lone = named('Lone web');

cases(
  'Q-01',
  {
    says: 'a refused token request before the good one',
    outcome: 'pass',
    changes: [
      repeat(tokenFor('Lone web')),
      edit(
        (seen) => tokenFor('Lone web')(seen).slice(0, 1),
        (exchange) => ({ ...exchange, response: { ...exchange.response, status: 503 } }),
      ),
    ],
  },
  {
    says: 'a token kept from the step before',
    outcome: 'pass',
    changes: [edit(tokenFor('Lone web'), (exchange) => ({ ...exchange, step: 1 }))],
  },
);

cases('Q-02', {
  says: 'an address of the metadata with a query, and a default port',
  outcome: 'pass',
  changes: [
    repeat(first('discovery'), (exchange) => ({
      ...exchange,
      request: { ...exchange.request, url: 'https://IDP.example:443/connect/jwks?v=2' },
    })),
  ],
});

cases('D-08', {
  says: 'the default port spelt out',
  outcome: 'pass',
  changes: [changeTarget(lone, (url) => url.replace('idp.example', 'idp.example:443'))],
});

cases('D-08', {
  says: 'another case in the path',
  outcome: 'fail',
  changes: [changeTarget(lone, (url) => url.replace('/reg', '/Reg'))],
});

cases(
  'Q-03',
  {
    says: 'an older token that is still valid',
    outcome: 'pass',
    changes: [setHeader(lone, 'Authorization', `Bearer ${markOf('token 1 of golden-oauth')}`)],
  },
  {
    says: 'an expired token',
    outcome: 'fail',
    changes: [editAnswer(tokenFor('Lone web'), (body) => ({ ...body, expires_in: 0 }))],
  },
  {
    says: 'a token without a lifetime',
    outcome: 'pass',
    changes: [editAnswer(tokenFor('Lone web'), (body) => ({ ...body, expires_in: undefined }))],
  },
  {
    says: 'in an import an unknown token may be a static one',
    outcome: 'pass',
    changes: [
      setHeader(lone, 'Authorization', `Bearer ${markOf('who knows')}`),
      editRecording('golden-oauth', (recording) => ({ ...recording, provider: null })),
    ],
  },
);

cases(
  'Q-04',
  {
    says: 'a renewal with the token of another client',
    outcome: 'fail',
    changes: [
      setHeader(
        inRecording('golden-connect', 'renewal'),
        'Authorization',
        `Bearer ${markOf('registration token of Console web')}`,
      ),
    ],
  },
  {
    says: 'a renewal without a token',
    outcome: 'fail',
    changes: [dropHeader(inRecording('golden-connect', 'renewal'), 'Authorization')],
  },
  {
    says: 'a server that leaves the token out of its answer keeps it',
    outcome: 'pass',
    changes: [
      editAnswer(
        (seen) => inRecording('golden-connect', 'management')(seen).slice(-1),
        (body) => ({ ...body, registration_access_token: undefined }),
      ),
    ],
  },
);

cases('Q-05', {
  says: 'the updates carry no secret',
  outcome: 'not-applicable',
  changes: [
    setMembers((seen) => seen.of('management').filter(({ method }) => method === 'PUT'), { client_secret: null }),
  ],
});

cases(
  'Q-07',
  {
    says: 'an application whose client is gone',
    outcome: 'warn',
    changes: [
      editRecording('golden-connect', (recording) => ({
        ...recording,
        clientsAtIdp: (recording.clientsAtIdp ?? []).filter((id) => id !== clientIdOf('Portal web')),
      })),
    ],
  },
  {
    says: 'clients of other stories are nobody’s orphans',
    outcome: 'pass',
    changes: [
      editRecording('golden-connect', (recording) => ({
        ...recording,
        clientsAtIdp: [...(recording.clientsAtIdp ?? []), 'apim'],
      })),
    ],
  },
);

cases('Q-08', {
  says: 'a recording that ended with its last step proves no silence',
  outcome: 'not-applicable',
  changes: [(story) => story.map((recording) => ({ ...recording, endedAt: recording.endedAt - 12_000 }))],
});
