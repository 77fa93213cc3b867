import type { IdpSettings } from '../config/idp-settings.ts';
import type { Settings } from '../config/settings.ts';
import type { SutSettings } from '../config/sut-settings.ts';
import type { FromImages } from './containers/from-images.ts';
import type { ContainerGroup } from './containers/group.ts';
import type { HostAddress } from './containers/host-address.ts';
import type { PartLog } from '../recording/part-log.ts';

/**
 * The containers of a run. The process that commands the run owns them, because those that walk come and go: a story that
 * fails takes its worker with it.
 */
export interface Stack extends AsyncDisposable {
  /** The settings of the run with what was started as something to attach to. */
  readonly settings: Settings;
  /** Value of the label `dcr-harness.run`. */
  readonly run: string;
  /** Of every container, in the order they were made. */
  logs(): Promise<readonly PartLog[]>;
}

export interface StackOptions {
  /** Ends what is being started. */
  readonly signal: AbortSignal;
  /** Runs a phase of the run and notes its time. */
  readonly during: <T>(phase: 'image' | 'start', part: () => Promise<T>) => Promise<T>;
  /** Told of the logs when the start fails: nothing else is left of it. */
  readonly onFailure?: (logs: readonly PartLog[]) => Promise<void>;
}

/** What of a product is started from images; undefined: nothing. */
async function sutFromImages({ sut, admin, portal }: Settings): Promise<FromImages<SutSettings> | undefined> {
  if (sut.kind === 'reference' && sut.run?.how === 'image')
    return (await import('./sut/reference/image.ts')).referenceFromImage(sut);
  if (sut.kind === 'apim' && sut.run.how === 'image')
    return (await import('./sut/apim/stack.ts')).apimFromImages({ ...sut.run, nextPortal: portal === 'next' }, admin);
  return undefined;
}

/** What of an IdP is started from images; undefined: nothing. */
async function idpFromImages(idp: IdpSettings): Promise<FromImages<IdpSettings> | undefined> {
  if (idp.kind === 'mock' && idp.run === 'image' && idp.controlUrl === undefined)
    return (await import('./idp/mock/image.ts')).mockFromImage(idp);
  if (idp.kind === 'keycloak' && idp.run.how === 'image')
    return (await import('./idp/keycloak/image.ts')).keycloakFromImage(idp.run.image);
  if (idp.kind === 'gravitee-am' && idp.run.how === 'image')
    return (await import('./idp/gravitee-am/image.ts')).amFromImages(idp.run);
  return undefined;
}

/** Starts what the settings want as containers, the product and the IdP at once. Undefined: nothing of them is one. */
export async function startStack(settings: Settings, options: StackOptions): Promise<Stack | undefined> {
  const wanted = { sut: await sutFromImages(settings), idp: await idpFromImages(settings.idp) };
  if (wanted.sut === undefined && wanted.idp === undefined) return undefined;
  const { signal, during, onFailure } = options;
  // Loaded on demand: most runs need no engine.
  const { openGroup } = await import('./containers/group.ts');
  await using started = new AsyncDisposableStack();
  const group = started.use(await openGroup({ secrets: secretsIn(settings), signal }));
  try {
    const start = await during('image', async () => ({
      sut: await wanted.sut?.(group),
      idp: await wanted.idp?.(group),
    }));
    const [sut = settings.sut, idp = settings.idp] = await during('start', () =>
      together(start.sut?.(), start.idp?.()),
    );
    const recorder = wanted.sut === undefined ? {} : { recorder: recorderAt(group.host, settings.tls) };
    return stackOf({ ...settings, sut, idp, ...recorder }, group, started.move());
  } catch (error) {
    await onFailure?.(await group.logs());
    throw error;
  }
}

const stackOf = (settings: Settings, group: ContainerGroup, owned: AsyncDisposableStack): Stack => ({
  settings,
  run: group.run,
  logs: () => group.logs(),
  [Symbol.asyncDispose]: () => owned.disposeAsync(),
});

/** Waits for both also when one fails, so that nothing is still being made when the rest is removed. */
async function together<A, B>(
  a: Promise<A> | undefined,
  b: Promise<B> | undefined,
): Promise<[A | undefined, B | undefined]> {
  await Promise.allSettled([a, b]);
  return Promise.all([a, b]);
}

/** The product in a container reaches the recorder on this machine under the address that the browser uses too. */
const recorderAt = ({ name, listen, isInside }: HostAddress, tls: boolean): NonNullable<Settings['recorder']> => ({
  host: listen,
  ...(isInside && { innerHost: name }),
  ...(name !== listen && { publicUrl: `${tls ? 'https' : 'http'}://${name}:0` }),
});

const secretNames = /password|secret|token|licen[cs]e/i;

/** Every secret that the settings hold, for the logs. */
export const secretsIn = (settings: unknown): string[] =>
  typeof settings !== 'object' || settings === null
    ? []
    : Object.entries(settings).flatMap(([name, value]: [string, unknown]) =>
        typeof value === 'string' ? (secretNames.test(name) ? [value] : []) : secretsIn(value),
      );
