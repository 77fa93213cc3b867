import { cases } from './cases.ts';
import {
  askForTokenAt,
  createWith,
  faulted,
  follow,
  refuse,
  registerWith,
  say,
  silence,
  storyOf,
  tokenOf,
} from './fault-mutations.ts';
import { markOf } from './marks.ts';
import { dropExchanges, edit, inRecording, setHeader, type Change } from './mutations.ts';

const token = 'https://idp.example/fault/token';

/** The answer with the fault has another `Retry-After`. */
const retryAfter = (fault: string, value: string): Change =>
  edit(faulted(fault), ({ response, ...exchange }) => ({
    ...exchange,
    response: { ...response, headers: [['Retry-After', value]] },
  }));

cases('D-06', {
  says: 'registers where the metadata names another issuer',
  outcome: 'fail',
  changes: [registerWith('issuer-mismatch', markOf('any token'))],
});

cases('D-15', {
  says: 'refused without a word',
  outcome: 'warn',
  changes: [silence('token-endpoint-array')],
});

cases('D-20', {
  says: 'credentials go there once it was said',
  outcome: 'pass',
  changes: [askForTokenAt('token-endpoint-elsewhere', 'https://elsewhere.example/token')],
});

cases('T-14', {
  says: 'a token of another type in its own scheme',
  outcome: 'pass',
  changes: [
    registerWith('token-type-mac', 'x'),
    setHeader(inRecording(storyOf('token-type-mac'), 'registration'), 'Authorization', 'MAC id="1"'),
  ],
});

cases('T-22', {
  says: 'the description without the code',
  outcome: 'pass',
  changes: [say('token-invalid-client', 'The provider says: client authentication failed')],
});

cases('T-23', {
  says: 'the page of the gateway in place of a sentence',
  outcome: 'warn',
  changes: [say('token-bad-gateway', '<!doctype html><title>Sign in</title>')],
});

cases('T-26', {
  says: 'follows the redirect and leaves the secret at home',
  outcome: 'pass',
  changes: [follow('token-see-other-elsewhere', { method: 'GET', url: 'https://elsewhere.example/token' })],
});

const limited = 'token-429-retry-after-seconds';

cases(
  'T-27',
  {
    says: 'waits as long as the server says, in seconds',
    outcome: 'pass',
    changes: [retryAfter(limited, '0'), askForTokenAt(limited, token), silence(limited)],
  },
  {
    says: 'does not wait for the date that the server says',
    outcome: 'warn',
    changes: [retryAfter(limited, 'Thu, 01 Jan 2026 12:10:00 GMT'), askForTokenAt(limited, token)],
  },
);

cases('H-03', {
  says: 'an application with a made up id',
  outcome: 'pass',
  changes: [createWith('resp-status-204', 'made-up')],
});

cases('H-11', { says: 'refused, and the client is gone', outcome: 'pass', changes: [refuse('resp-scope-array')] });

cases('H-44', {
  says: 'tries again with a new token',
  outcome: 'pass',
  changes: [registerWith('invalid-token', markOf('a new token')), silence('invalid-token')],
});

cases('H-51', {
  says: 'follows the redirect without the token',
  outcome: 'pass',
  changes: [follow('see-other-elsewhere', { method: 'GET', url: 'https://elsewhere.example/reg' })],
});

cases('H-53', {
  says: 'a cookie within the same step',
  outcome: 'pass',
  changes: [
    follow('resp-set-cookie', {
      method: 'GET',
      url: 'https://idp.example/fault/jwks',
      headers: [['Cookie', 'visit=1']],
    }),
  ],
});

cases('M-14', {
  says: 'nothing says that another update was tried',
  outcome: 'not-applicable',
  changes: [dropExchanges((seen) => inRecording(storyOf('update-pair-missing'), 'management')(seen).slice(1))],
});

cases('M-29', {
  says: 'a management URI on another origin is read without the token',
  outcome: 'pass',
  changes: [follow('management-uri-elsewhere', { method: 'GET', url: 'https://elsewhere.example/reg/1' })],
});

cases('X-12', {
  says: 'a message about a token without the token',
  outcome: 'pass',
  changes: [say('invalid-token', 'invalid_token: the Bearer token expired')],
});

cases('X-21', {
  says: 'the token is used and no header came with it',
  outcome: 'pass',
  changes: [registerWith('token-with-line-break', tokenOf('token-with-line-break'))],
});
