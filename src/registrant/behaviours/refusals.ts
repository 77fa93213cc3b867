import { jsonIn, reasonOf } from '../conduct/answers.ts';
import { hammersAt, says, type Behaviour, type BehaviourTable } from './behaviour.ts';
import { objectIn } from '../metadata.ts';

const errorIn = (text: string) => objectIn(jsonIn(text))?.['error'];

/** Says something else about one error code of the registration endpoint (RFC 7591 §3.2.2). */
const about = (code: string, other: string): Behaviour['change'] =>
  says(
    ({ text }, at) => at === 'registration' && errorIn(text) === code,
    () => other,
  );

const isPage = (text: string) => text.trimStart().startsWith('<');

export const refusalBehaviours = {
  'H-34': {
    says: 'does not say that the redirect URI is the cause',
    change: about('invalid_redirect_uri', 'The application could not be created.'),
  },
  'H-35': {
    says: 'loses the description of invalid_client_metadata',
    change: says(
      ({ text }, at) => at === 'registration' && errorIn(text) === 'invalid_client_metadata',
      () => 'Error 400',
    ),
  },
  'H-36': {
    says: 'loses the description of invalid_software_statement',
    change: about('invalid_software_statement', 'The application could not be created.'),
  },
  'H-37': {
    says: 'loses the description of unapproved_software_statement',
    change: about('unapproved_software_statement', 'The application could not be created.'),
  },
  'H-38': {
    says: 'crashes on an error code that it does not know',
    change: about('registration_forbidden', 'IllegalArgumentException: No enum constant REGISTRATION_FORBIDDEN'),
  },
  'H-39': {
    says: 'cannot read an error with members that it does not know',
    change: says(
      ({ text }, at) => at === 'registration' && objectIn(jsonIn(text))?.['trace'] !== undefined,
      () => 'UnrecognizedPropertyException: trace',
    ),
  },
  'H-40': {
    says: 'loses a reason that is not in error_description',
    change: says(
      ({ text }, at) =>
        at === 'registration' &&
        jsonIn(text) !== undefined &&
        errorIn(text) !== 'invalid_client_metadata' &&
        !hasDescription(text),
      ({ text }) => `error[${JSON.stringify(errorIn(text) ?? '')}] description[]`,
    ),
  },
  'H-41': {
    says: 'shows the whole page that it was answered with',
    change: (good) => ({
      ...says(
        ({ text }, at) => at === 'registration' && isPage(text),
        ({ text }) => text,
      )(good),
      notJson: (text, at, error) => (at === 'registration' && isPage(text) ? text : good.notJson(text, at, error)),
    }),
  },
  'H-42': {
    says: 'does not show the status of an answer that says nothing',
    change: says(
      ({ text }, at) => at === 'registration' && text === '',
      () => 'The application could not be created.',
    ),
  },
  'H-43': {
    says: 'shows a description as it came',
    also: ['X-23', 'X-24'],
    change: (good) => ({
      clean: (text) => text,
      ...says(
        (_answer, at) => at === 'registration',
        (answer) => reasonOf(answer).join(': '),
      )(good),
    }),
  },
  'H-44': {
    says: 'sends a token again and again that is not valid any more',
    change: () => ({ freshTokens: 9, forgetsInvalidToken: false }),
  },
  'H-45': {
    says: 'does not say which scope is lacking',
    change: says(
      ({ text }, at) => at === 'registration' && errorIn(text) === 'insufficient_scope',
      ({ status }) => `Error ${status}`,
    ),
  },
  'H-46': { says: 'registers again and again when it is to slow down', change: hammersAt('registration', 429) },
  'H-47': { says: 'registers again and again during an outage', change: hammersAt('registration', 503) },
  'H-48': {
    says: 'registers a second time when the answer is late',
    also: ['Q-07', 'R-39'],
    change: (good) => ({
      registersAgain: (after) => after === 'late' || good.registersAgain(after),
      undoes: false,
    }),
  },
  'H-49': {
    says: 'registers a second time when the answer is lost, and says nothing of the first',
    also: ['Q-07'],
    change: (good) => ({
      registersAgain: (after) => after === 'lost' || good.registersAgain(after),
      nobodyKnows: () => '',
    }),
  },
  'H-50': {
    says: 'follows 307 and 308 without the body, and has no words for what comes of it',
    change: (good) => ({
      follow(redirect) {
        const hop = good.follow(redirect);
        return hop && redirect.at === 'registration' ? { ...hop, method: 'GET', body: false } : hop;
      },
      explain: (answer, request) =>
        request.at === 'registration' && answer.status === 404
          ? 'client.http.NotFoundException: HTTP 404'
          : good.explain(answer, request),
    }),
  },
  'H-51': {
    says: 'follows 303 with its token, to any address',
    also: ['X-17', 'X-19'],
    change: (good) => ({
      follow: (redirect) =>
        redirect.at === 'registration' && redirect.status === 303
          ? { method: 'GET', credentials: true, body: false }
          : good.follow(redirect),
    }),
  },
  'H-53': { says: 'keeps the cookies of the identity provider', change: () => ({ keepsCookies: true }) },
  'H-54': {
    says: 'leaves the client behind when a later step fails',
    also: ['Q-07'],
    change: () => ({ undoes: false }),
  },
  'H-55': {
    says: 'shows one of the grant types',
    change: (good) => ({
      show: (registration) => {
        const shown = good.show(registration);
        return { ...shown, grantTypes: shown.grantTypes.slice(0, 1) };
      },
    }),
  },
} satisfies BehaviourTable;

const hasDescription = (text: string) => objectIn(jsonIn(text))?.['error_description'] !== undefined;
