import { UsageError } from '../../src/errors.ts';
import type { IdpView, SiteOptions } from '../api.ts';
import { createArmed } from '../faults/armed.ts';
import { viewNameOf, viewTargetOf } from '../paths.ts';
import { startRecorder, type BrokenHandshake, type Route } from '../recorder.ts';
import { createExchangeLog } from '../recorder/exchange-log.ts';
import { siteOf } from '../site.ts';
import { createAddresses } from './addresses.ts';
import { readMetadata } from './metadata.ts';
import type { RemoteParty } from './party.ts';
import { openRemote } from './remote.ts';

export interface RunningFront extends AsyncDisposable {
  /** As clients address it. */
  readonly origin: string;
  /** PEM of the authority that made its certificate; undefined without TLS. */
  readonly ca: string | undefined;
  readonly brokenHandshakes: () => readonly BrokenHandshake[];
  /** Puts the recorder in front of an IdP, below a path segment of its own. The view owns the party. */
  open(name: string, party: RemoteParty): Promise<IdpView>;
}

export interface FrontOptions extends SiteOptions {
  /** PEM of an authority to trust at the IdPs, beside the well-known ones. */
  upstreamCa?: string | undefined;
  /** Milliseconds until an IdP that says nothing counts as one that does not answer. */
  patience?: number;
}

interface Open {
  view: IdpView;
  route: (target: string, method: string) => Route;
}

const defaultDeadline = 10_000;

/** Starts the recorder for IdPs that run somewhere else. */
export async function startFront({ upstreamCa, patience, ...options }: FrontOptions = {}): Promise<RunningFront> {
  const views = new Map<string, Open>();
  const site = await siteOf(options);
  const recorder = await startRecorder({
    ...site.listening,
    resolve(requestTarget, method) {
      const addressed = viewTargetOf(requestTarget);
      return addressed && views.get(addressed.view)?.route(addressed.target, method);
    },
    otherwise: (_request, response) => response.writeHead(404).end('no story is told here'),
  });
  return {
    origin: recorder.origin,
    ca: site.ca,
    brokenHandshakes: recorder.brokenHandshakes,
    async open(name, party) {
      if (views.has(viewNameOf(name))) throw new UsageError(`There is a live view "${name}" already.`);
      const opened = await openView(name, party);
      views.set(name, opened);
      return opened.view;
    },
    async [Symbol.asyncDispose]() {
      for (const { view } of [...views.values()]) await view[Symbol.asyncDispose]();
      await recorder[Symbol.asyncDispose]();
    },
  };

  async function openView(name: string, party: RemoteParty): Promise<Open> {
    const base = `${recorder.origin}/${name}`;
    const { discoveryUrl } = party;
    const addresses = createAddresses(base, discoveryUrl);
    const metadata = await readMetadata(discoveryUrl, upstreamCa);
    addresses.learnMetadata(metadata.members);
    const remote = openRemote({ addresses, ca: upstreamCa, ...(patience !== undefined && { patience }) });
    const log = createExchangeLog();
    const armed = createArmed();
    const view: IdpView = {
      name,
      issuer: addresses.toRecorder(metadata.issuer) ?? metadata.issuer,
      discoveryUrl: addresses.toRecorder(discoveryUrl) ?? discoveryUrl,
      createAdminClient: (wanted = {}) => party.createAdminClient(wanted),
      createInitialAccessToken: () => party.createInitialAccessToken(),
      exchanges: log.all,
      waitForExchange: (what, matches, deadline = defaultDeadline) => log.waitFor(what, matches, deadline),
      clients: () => party.clients(),
      arm: (...faults) => armed.arm(faults),
      disarm: () => armed.disarm(),
      async [Symbol.asyncDispose]() {
        if (views.get(name)?.view !== view) return;
        views.delete(name);
        log.close();
        remote[Symbol.dispose]();
        await party[Symbol.asyncDispose]();
      },
    };
    const route = (target: string, method: string): Route => ({
      behind: { ask: (request, signal) => remote.ask({ ...request, target }, signal) },
      faults: armed.meet(addresses.endpointOf(target, method), method),
      log,
    });
    return { view, route };
  }
}
