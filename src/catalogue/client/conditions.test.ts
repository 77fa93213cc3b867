import type { Recording } from '../../recording/recording.ts';
import { cases } from './cases.ts';
import { createWith, follow, registrationTokenOf, say, silence, storyOf } from './fault-mutations.ts';
import {
  changeMethod,
  changeTarget,
  dropExchanges,
  edit,
  editAnswer,
  editRecording,
  inRecording,
  named,
  setMembers,
  tokenFor,
  type Pick,
} from './mutations.ts';
import { seeInstead } from './sighting-mutations.ts';

// Conditions of rules that the one mutant of a check leaves alone.

const lone = tokenFor('Lone web');
const answerStatus = (pick: Pick, status: number) =>
  edit(pick, ({ response, ...exchange }) => ({ ...exchange, response: { ...response, status } }));

cases(
  'Q-03',
  { says: 'a token in a refusal was not issued', outcome: 'fail', changes: [answerStatus(lone, 400)] },
  { says: 'a token in a redirect was not issued', outcome: 'fail', changes: [answerStatus(lone, 303)] },
  {
    says: 'a token that has expired',
    outcome: 'fail',
    changes: [editAnswer(lone, (answer) => ({ ...answer, expires_in: 0 }))],
  },
  {
    says: 'a token that says nothing of its end',
    outcome: 'pass',
    changes: [editAnswer(lone, ({ access_token }) => ({ access_token, token_type: 'Bearer' }))],
  },
);

cases('H-01', {
  says: 'an application without the client id',
  outcome: 'warn',
  changes: [createWith('resp-minimal', null)],
});

const eachApplication = (fault: string, change: (one: Recording['applications'][number]) => object) =>
  editRecording(storyOf(fault), (recording) => ({
    ...recording,
    applications: recording.applications.map((one) => ({ ...one, ...change(one) })),
  }));

cases('H-32', {
  says: 'created, and the words of a program are shown all the same',
  outcome: 'warn',
  changes: [eachApplication('resp-content-type-text', () => ({ message: 'java.lang.IllegalStateException: x' }))],
});

cases('S-08', {
  says: 'nobody looked at the application',
  outcome: 'not-applicable',
  changes: [eachApplication('renewal-partial', () => ({ api: null, console: null, portal: null }))],
});

const deletion: Pick = (seen) =>
  inRecording('golden-edits', 'management')(seen).filter(({ method }) => method === 'DELETE');

cases(
  'M-25',
  { says: 'another client is deleted', outcome: 'warn', changes: [changeTarget(deletion, (url) => `${url}x`)] },
  { says: 'the client is read', outcome: 'warn', changes: [changeMethod(deletion, 'GET')] },
  {
    says: 'a person reads that the client stays',
    outcome: 'pass',
    changes: [
      dropExchanges(deletion),
      seeInstead('golden-edits', 'deletion', { message: 'The client stays at the identity provider.' }),
    ],
  },
);

const logoGone: Pick = (seen) =>
  inRecording('golden-edits', 'management')(seen).filter(({ step }) => step?.title === 'take the logo away');

cases(
  'M-10',
  { says: 'null stands for nothing', outcome: 'pass', changes: [setMembers(logoGone, { logo_uri: null })] },
  { says: 'no characters stand for nothing', outcome: 'pass', changes: [setMembers(logoGone, { logo_uri: '' })] },
  { says: 'no update and not a word', outcome: 'warn', changes: [dropExchanges(logoGone)] },
  {
    says: 'no update, and a person reads why',
    outcome: 'pass',
    changes: [
      dropExchanges(logoGone),
      seeInstead('golden-edits', 'edit', { message: 'The logo could not be removed.' }),
    ],
  },
);

cases('M-09', {
  says: 'a member that the server never answered is the matter of Q-06',
  outcome: 'pass',
  changes: [setMembers(logoGone, { x_own: '1' })],
});

cases('X-27', {
  says: 'an application of one environment is registered at the other',
  outcome: 'fail',
  changes: [changeTarget(named('Shop in the south'), (url) => url.replace('south', 'north'))],
});
cases('M-26', {
  says: 'restored without a client',
  outcome: 'warn',
  changes: [
    editRecording('golden-edits', (recording) => ({
      ...recording,
      applications: recording.applications.map((one) =>
        one.name === 'Deleted shop' ? { ...one, outcome: 'created', console: { clientId: null } } : one,
      ),
    })),
    seeInstead('golden-edits', 'restoration', { outcome: 'restored' }),
  ],
});

const update: Pick = (seen) => inRecording('golden-connect', 'management')(seen).slice(0, 1);

cases(
  'M-07',
  {
    says: 'null stands for no secret',
    outcome: 'pass',
    changes: [setMembers((seen) => inRecording('golden-connect', 'management')(seen), { client_secret: null })],
  },
  { says: 'a secret that is no text', outcome: 'fail', changes: [setMembers(update, { client_secret: 7 })] },
);

const read: Pick = (seen) =>
  inRecording('golden-rotation', 'management')(seen).filter(({ method }) => method === 'GET');

cases(
  'M-23',
  {
    says: 'reads without its token',
    outcome: 'fail',
    changes: [edit(read, ({ request, ...exchange }) => ({ ...exchange, request: { ...request, headers: [] } }))],
  },
  { says: 'reads nothing', outcome: 'not-applicable', changes: [dropExchanges(read)] },
);

cases('M-13', {
  says: 'the token never changed',
  outcome: 'not-applicable',
  changes: [
    editAnswer(update, (answer) =>
      Object.fromEntries(Object.entries(answer).filter(([name]) => name !== 'registration_access_token')),
    ),
    dropExchanges((seen) => inRecording('golden-connect', 'management')(seen).slice(1)),
  ],
});

cases('X-22', {
  says: 'nobody typed quotes',
  outcome: 'not-applicable',
  changes: [
    editRecording('golden-rotation', (recording) => ({
      ...recording,
      applications: recording.applications.filter(({ name }) => !name.includes('"')),
    })),
  ],
});

cases('D-26', {
  says: 'letters sent as the bytes that they are',
  outcome: 'pass',
  changes: [
    changeTarget(
      (seen) => seen.of('registration').filter(({ recording }) => recording === storyOf('endpoints-with-letters')),
      (url) => url.replace('%C3%BC', '\u00c3\u00bc'),
    ),
  ],
});

cases(
  'M-01',
  { says: 'updates with POST', outcome: 'fail', changes: [changeMethod(update, 'POST')] },
  { says: 'updates with PATCH', outcome: 'fail', changes: [changeMethod(update, 'PATCH')] },
);

cases(
  'M-21',
  {
    says: 'the implicit grant redirects as well',
    outcome: 'fail',
    changes: [setMembers(update, { grant_types: ['implicit'], redirect_uris: [] })],
  },
  {
    says: 'client credentials need no redirect URI',
    outcome: 'pass',
    changes: [setMembers(update, { grant_types: ['client_credentials'], redirect_uris: [] })],
  },
);

const renewedAfter = (fault: string) =>
  follow(fault, {
    method: 'POST',
    url: 'https://idp.example/fault/reg/id-of-it/renew_secret',
    headers: [['Authorization', `Bearer ${registrationTokenOf(fault)}`]],
    status: 200,
  });

cases(
  'H-24',
  {
    says: 'nobody is told, and the secret is renewed',
    outcome: 'pass',
    changes: [silence('secret-expiry-soon'), renewedAfter('secret-expiry-soon')],
  },
  {
    says: 'a person reads something else',
    outcome: 'warn',
    changes: [say('secret-expiry-soon', 'The application was created.')],
  },
);

const tabs: Pick = (seen) =>
  inRecording('golden-edits', 'management')(seen).filter(({ step }) => step?.title === 'change in two tabs at once');

cases('M-16', {
  says: 'a read in place of the update that was said to be saved',
  outcome: 'warn',
  changes: [changeMethod((seen) => tabs(seen).slice(0, 1), 'GET')],
});

cases('M-24', {
  says: 'the old name is shown, and a person reads that it is another',
  outcome: 'pass',
  changes: [
    editRecording('golden-changes', (recording) => ({
      ...recording,
      applications: recording.applications.map((one) => ({
        ...one,
        api: one.api && { ...one.api, name: one.name },
        message: 'The identity provider calls the client "Renamed there".',
      })),
    })),
  ],
});

cases('M-33', {
  says: 'nothing is sent, and a person reads why',
  outcome: 'pass',
  changes: [
    dropExchanges((seen) =>
      inRecording('golden-changes', 'management')(seen).filter(({ step }) => step?.title === 'change Kept shop again'),
    ),
    seeInstead('golden-changes', 'edit', { message: 'The client belongs to another provider.' }),
  ],
});
