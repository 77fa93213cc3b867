import { setTimeout as pause } from 'node:timers/promises';
import { chromium, type Page, type Request, type Response } from 'playwright';
import { SignIn } from '../../../fixtures/pages/idp/sign-in.ts';
import { browserLaunchOptions, findBrowser } from '../../../src/config/browser.ts';
import { settingsFromEnvironment } from '../../../src/config/environment.ts';
import { Inconclusive } from '../../../src/errors.ts';
import type { Header, RawExchange } from '../../../src/recording/exchange.ts';
import { isAt, type ConsentPage, type LoginBrowser, type Visit, type Visited } from './browser.ts';

/** Milliseconds for one page to come, and for a page that shows nothing to go on by itself. */
const pageDeadline = 15_000;
const settling = 3_000;
/** Pages of one sign-in: name, password, a second factor that is not, consent, and one to spare. */
const mostPages = 6;

/** Nobody serves the addresses that clients wait at; the browser need not ask the network for them. */
const unserved = '--host-resolver-rules=MAP *.example ~NOTFOUND';

export interface LoginBrowserOptions {
  /** The IdP's certificate is from an authority of its own, which the requests beside the browser check. */
  readonly ownAuthority: boolean;
}

/** Starts a headless browser. Throws `Inconclusive` when there is none. */
export async function openLoginBrowser({ ownAuthority }: LoginBrowserOptions): Promise<LoginBrowser> {
  const settings = settingsFromEnvironment();
  const found = findBrowser(settings.browser);
  const options = browserLaunchOptions(settings);
  const browser = await chromium
    .launch({ ...options, ...found, args: [...(options.args ?? []), unserved] })
    .catch((error: unknown) => {
      throw new Inconclusive(`The browser did not start: ${firstLine(error)}.`);
    });
  const context = await browser.newContext({ ignoreHTTPSErrors: ownAuthority });
  const page = await context.newPage();
  page.setDefaultTimeout(pageDeadline);
  return {
    visit: (visit) => visitIn(page, visit),
    [Symbol.asyncDispose]: () => browser.close(),
  };
}

const firstLine = (error: unknown) => (error instanceof Error ? error.message : String(error)).split('\n', 1)[0] ?? '';

async function visitIn(page: Page, visit: Visit): Promise<Visited> {
  const log = watch(page, visit.redirectUri);
  try {
    const end = await signIn(page, log, visit);
    return { ...end, back: log.back(), exchanges: await log.exchanges() };
  } catch (error) {
    // A page that navigates away while it is read is no page; that the browser came back is what counts.
    const back = log.back();
    return {
      back,
      exchanges: await log.exchanges(),
      consent: undefined,
      stuck: back === undefined ? `the sign-in page could not be used: ${firstLine(error)}` : undefined,
    };
  } finally {
    log.end();
  }
}

type End = Pick<Visited, 'stuck' | 'consent'>;

async function signIn(page: Page, log: Log, { url, user }: Visit): Promise<End> {
  const form = new SignIn(page);
  // The redirect URI may be served by nobody; the navigation then fails after it has told where it went.
  await page.goto(url, { waitUntil: 'commit' }).catch(() => null);
  let consent: ConsentPage | undefined;
  let passwords = 0;
  for (let step = 0; step < mostPages; step += 1) {
    await log.arrived(page.waitForLoadState('domcontentloaded').catch(() => undefined));
    const status = log.lastStatus();
    if (log.back() !== undefined) return { stuck: undefined, consent };
    if (status !== undefined && status >= 400 && passwords === 0)
      return { stuck: `the IdP shows a page with status ${status}`, consent };
    const asked = await log.arrived(form.asks(settling));
    if (asked === undefined) return { stuck: undefined, consent };
    if (asked === 'nothing') return { stuck: 'the IdP shows a page with nothing to fill in or to agree to', consent };
    if (asked === 'password' && passwords++ > 0)
      return { stuck: 'the IdP asks for the password again: user name or password may be wrong', consent };
    const moved = log.nextPage();
    if (asked === 'consent') {
      consent = await form.shown();
      await form.accept();
    } else await form.submit(user);
    await log.arrived(Promise.race([moved, pause(pageDeadline, undefined, { ref: false })]));
  }
  return { stuck: `the IdP shows more than ${mostPages} pages`, consent };
}

interface Log {
  /** Where the browser was sent, once it was. */
  back: () => URL | undefined;
  lastStatus: () => number | undefined;
  /** Resolves with the next page, whatever it is. */
  nextPage: () => Promise<void>;
  /** What comes of that other thing, or undefined as soon as the browser was sent back. */
  arrived: <T>(other: Promise<T>) => Promise<T | undefined>;
  exchanges: () => Promise<Visited['exchanges']>;
  end: () => void;
}

/** Follows what the page itself loads: not pictures, styles or scripts. */
function watch(page: Page, redirectUri: string): Log {
  const responses: Response[] = [];
  const waiting = new Set<() => void>();
  const { promise: sentBack, resolve: sent } = Promise.withResolvers<undefined>();
  let back: URL | undefined;
  const see = (address: string | undefined) => {
    if (address === undefined || !isAt(address, redirectUri)) return;
    back ??= URL.parse(address) ?? undefined;
    sent(undefined);
  };
  const onRequest = (request: Request) => {
    if (request.isNavigationRequest() && request.frame() === page.mainFrame()) see(request.url());
  };
  const onResponse = (response: Response) => {
    const request = response.request();
    if (!request.isNavigationRequest() || request.frame() !== page.mainFrame()) return;
    responses.push(response);
    const { location } = response.headers();
    see(location === undefined ? undefined : URL.parse(location, response.url())?.href);
    if (location !== undefined && back === undefined) return;
    for (const next of waiting) next();
    waiting.clear();
  };
  page.on('request', onRequest);
  page.on('response', onResponse);
  return {
    end() {
      page.off('request', onRequest);
      page.off('response', onResponse);
    },
    back: () => back,
    lastStatus: () => responses.at(-1)?.status(),
    nextPage: () => new Promise((resolve) => void waiting.add(resolve)),
    arrived: (other) => Promise.race([other, sentBack]),
    exchanges: () => Promise.all(responses.filter((one) => !isAt(one.url(), redirectUri)).map(exchangeOf)),
  };
}

async function exchangeOf(response: Response): Promise<Omit<RawExchange, 'number'>> {
  const request = response.request();
  const { startTime, responseEnd } = request.timing();
  const isPage = response.headers()['location'] === undefined;
  const body = isPage ? await response.body().catch(() => Buffer.alloc(0)) : Buffer.alloc(0);
  return {
    startedAt: startTime,
    endedAt: startTime + Math.max(0, responseEnd),
    connection: 0,
    request: {
      method: request.method(),
      url: request.url(),
      httpVersion: '1.1',
      headers: pairs(await request.headersArray().catch(() => [])),
      body: request.postDataBuffer() ?? Buffer.alloc(0),
    },
    response: {
      status: response.status(),
      delivery: 'complete',
      headers: pairs(await response.headersArray().catch(() => [])),
      body,
    },
    faults: [],
  };
}

const pairs = (list: readonly { name: string; value: string }[]): Header[] =>
  list.map(({ name, value }) => [name, value]);
