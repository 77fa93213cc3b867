import type { RunningReferenceApim } from '../api.ts';
import type { PageCall } from './page-calls/page-call.ts';

/** The pages have an origin of their own, as in the official images. */
export const pageOrigin = 'http://pages.example';

interface Kept {
  readonly cookies: Map<string, string>;
  csrf: string;
}

function keep({ cookies }: Kept, answer: Response): void {
  for (const line of answer.headers.getSetCookie()) {
    const [name = '', value = ''] = line.split(';', 1)[0]?.split('=', 2) ?? [];
    cookies.set(name, value);
  }
}

const headersOf = ({ cookies, csrf }: Kept, { body }: PageCall) => ({
  origin: pageOrigin,
  cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
  'X-Requested-With': 'XMLHttpRequest',
  'X-Xsrf-Token': csrf,
  ...(body !== undefined && { 'content-type': 'application/json' }),
});

/** Calls as pages in one browser do: cookies and the token against forged requests go back as they came. */
export function pageCaller({ managementUrl }: RunningReferenceApim, ids: Readonly<Record<string, string>>) {
  const kept: Kept = { cookies: new Map(), csrf: '' };
  const addressOf = (path: string) =>
    new URL(managementUrl).origin +
    path.replaceAll(/:([a-z]+)\b(?=[/&]|$)/g, (seen, name: string) => ids[name] ?? seen);
  return async (call: PageCall): Promise<Response> => {
    const isLogin = call.path.endsWith('/login');
    const answer = await fetch(addressOf(call.path), {
      method: call.method,
      headers: { ...headersOf(kept, call), ...(isLogin && { authorization: `Basic ${btoa('admin:admin')}` }) },
      ...(call.body !== undefined && { body: JSON.stringify(call.body) }),
    });
    keep(kept, answer);
    kept.csrf = answer.headers.get('X-Xsrf-Token') ?? kept.csrf;
    return answer;
  };
}
