import { cases } from './cases.ts';
import { addHeader, changeTarget, dropHeader, each, editRecording, first, setHeader } from './mutations.ts';

cases(
  'D-02',
  {
    says: 'the address that the administrator typed is not the product’s doing',
    outcome: 'pass',
    changes: [
      changeTarget(first('discovery'), () => 'https://idp.example//.well-known/openid-configuration'),
      editRecording('golden-connect', (recording) => ({
        ...recording,
        provider: recording.provider && {
          ...recording.provider,
          discoveryEndpoint: 'https://idp.example//.well-known/openid-configuration',
        },
      })),
    ],
  },
  { says: 'no OpenID Connect profile', outcome: 'not-applicable', profile: 'oauth', changes: [] },
);

cases('D-03', {
  says: 'an issuer without a path',
  outcome: 'pass',
  changes: [
    changeTarget(
      (seen) => seen.of('discovery').filter(({ recording }) => recording === 'golden-oauth'),
      () => 'https://idp.example/.well-known/oauth-authorization-server',
    ),
  ],
});

cases('D-04', {
  says: 'a cookie',
  outcome: 'fail',
  changes: [addHeader(first('discovery'), 'Cookie', 'session=[secret:000000000004]')],
});

cases(
  'D-05',
  { says: 'no Accept header', outcome: 'pass', changes: [dropHeader(each('discovery'), 'Accept')] },
  {
    says: 'JSON with weight 0',
    outcome: 'warn',
    changes: [setHeader(first('discovery'), 'Accept', 'application/json;q=0, */*')],
  },
);
