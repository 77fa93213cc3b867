import type { BehaviourTable } from './behaviour.ts';

export const securityBehaviours = {
  'X-08': {
    says: 'sends the token of a client in the address too',
    also: ['M-01', 'M-25', 'Q-02', 'Q-04', 'Q-07'],
    change: (good) => ({
      authorize: (request, token) =>
        request.at === 'management'
          ? {
              ...good.authorize(request, token),
              url: `${request.url}?${new URLSearchParams({ access_token: token }).toString()}`,
            }
          : good.authorize(request, token),
    }),
  },
  'X-12': {
    says: 'shows the request with an error, token and all',
    change: (good) => ({
      explain: (answer, request) =>
        `${good.explain(answer, request)} ${request.headers.map(([name, value]) => `${name}: ${value}`).join(', ')}`,
      tell: (message) => message,
    }),
  },
  'X-19': {
    says: 'follows 307 and 308 with token and body, to any address',
    also: ['H-51', 'X-17', 'D-08'],
    change: (good) => ({
      follow: (redirect) =>
        redirect.at === 'registration' && redirect.status >= 307
          ? { method: redirect.method, credentials: true, body: true }
          : good.follow(redirect),
    }),
  },
  'X-20': {
    says: 'reads answers of any length, for any time',
    also: ['D-24', 'D-25', 'T-28', 'H-48'],
    change: () => ({ patience: () => Infinity, longestBody: () => Infinity }),
  },
  'X-21': {
    says: 'lets a line break in a token make a header of its own',
    also: ['Q-03'],
    change: (good) => ({
      authorize: (request, token) => {
        const [first = '', ...injected] = token.split('\r\n');
        const headers = injected.map((line): [string, string] => {
          const [name = '', value = ''] = line.split(': ');
          return [name, value];
        });
        const authorized = good.authorize(request, first);
        return { ...authorized, headers: [...authorized.headers, ...headers] };
      },
    }),
  },
  'X-22': {
    says: 'puts JSON together from pieces of text',
    also: ['R-15', 'R-45'],
    change: () => ({
      encode: (metadata) =>
        `{${Object.entries(metadata)
          .map(([name, value]) => `"${name}":${typeof value === 'string' ? `"${value}"` : JSON.stringify(value)}`)
          .join(',')}}`,
    }),
  },
} satisfies BehaviourTable;
