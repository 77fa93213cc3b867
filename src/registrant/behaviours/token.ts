import { objectIn, textsIn } from '../metadata.ts';
import { crash, hammersAt, onlyAt, says, type BehaviourTable } from './behaviour.ts';

const aDay = 86_400_000;

const known = new Set(['access_token', 'token_type', 'expires_in', 'scope']);

const isPage = (text: string) => text.trimStart().startsWith('<');

export const tokenBehaviours = {
  'T-10': {
    says: 'authenticates with Basic whatever the metadata says',
    also: ['R-22'],
    change: () => ({ authMethod: () => 'client_secret_basic' }),
  },
  'T-11': {
    says: 'sends its secret in the body when the metadata names no method',
    change: (good) => ({
      authMethod: (supported) => (textsIn(supported) === undefined ? 'client_secret_post' : good.authMethod(supported)),
    }),
  },
  'T-14': { says: 'uses a token of any type as Bearer', change: () => ({ isTokenType: () => true }) },
  'T-15': {
    says: 'refuses a token type in capital or small letters',
    change: () => ({ isTokenType: (type) => type === 'Bearer' }),
  },
  'T-16': {
    says: 'registers with the token "null" when there is none',
    also: ['Q-03', 'R-10'],
    change: (good) => ({ tokenIn: (value) => (value === '' ? good.tokenIn(value) : textOf(value)) }),
  },
  'T-17': {
    says: 'registers with an empty token',
    also: ['R-06', 'R-10'],
    change: (good) => ({
      tokenIn: (value) => (value === '' ? '' : good.tokenIn(value)),
      authorize: (request, token) =>
        token === ''
          ? { ...request, headers: [['Authorization', 'Bearer '], ...request.headers] }
          : good.authorize(request, token),
    }),
  },
  'T-18': {
    says: 'refuses a token answer with members that it does not know',
    change: () => ({
      tokenComplaint: (answer) =>
        Object.keys(answer).some((name) => !known.has(name)) ? 'The token answer has unknown members.' : undefined,
    }),
  },
  'T-19': {
    says: 'registers with a token that lacks the scope it asked for',
    change: () => ({ lacking: () => [] }),
  },
  'T-20': {
    says: 'uses a token after its time',
    also: ['Q-03'],
    change: () => ({ tokenLifetime: () => aDay, isOver: () => false }),
  },
  'T-21': {
    says: 'asks for a new token for every application',
    change: () => ({ tokenLifetime: () => 0 }),
  },
  'T-22': {
    says: 'shows nothing but the status when a token is refused',
    change: says(
      (_answer, at) => at === 'token',
      ({ status }) => `Error ${status}`,
    ),
  },
  'T-23': {
    says: 'shows the whole page that the token endpoint answered with',
    change: (good) => ({
      ...says(
        (answer, at) => at === 'token' && isPage(answer.text),
        ({ text }) => text,
      )(good),
      notJson: (text, at, error) => (at === 'token' ? text : good.notJson(text, at, error)),
    }),
  },
  'T-24': {
    says: 'crashes on a token answer that is no object',
    change: (good) => ({
      object(value, at) {
        if (at !== 'token' || objectIn(value) !== undefined) return good.object(value, at);
        throw crash(JSON.stringify(value), 'access_token');
      },
    }),
  },
  'T-26': {
    says: 'follows a redirect of the token endpoint with its credentials, to any address',
    also: ['X-17', 'X-19', 'R-43'],
    change: (good) => ({
      follow: (redirect) =>
        redirect.at !== 'token'
          ? good.follow(redirect)
          : { method: redirect.status < 307 ? 'GET' : 'POST', credentials: true, body: redirect.status >= 307 },
    }),
  },
  'T-27': {
    says: 'asks for a token again and again during an outage',
    change: hammersAt('token', 429, 503),
  },
  'T-28': {
    says: 'waits for a token for ever',
    change: (good) => ({ patience: onlyAt('token', Infinity, good.patience) }),
  },
  'T-29': {
    says: 'saves a provider without trying its credentials',
    change: () => ({ probesToken: false }),
  },
  'T-33': {
    says: 'opens a new connection for every request and closes none',
    change: () => ({ keepsConnections: false }),
  },
} satisfies BehaviourTable;

const textOf = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value ?? null));
