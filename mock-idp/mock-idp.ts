import { Agent } from 'node:http';
import { UsageError } from '../src/errors.ts';
import type { MockIdpOptions, RunningMockIdp } from './api.ts';
import { controlApi } from './control.ts';
import { viewNameOf, viewTargetOf } from './paths.ts';
import { createSigningKeys } from './provider/keys.ts';
import { startRecorder } from './recorder.ts';
import { asItself } from './recorder/behind.ts';
import { addressedAs, siteOf } from './site.ts';
import { startUpstream } from './upstream.ts';
import { createView, type LiveView } from './view.ts';

/** Starts the mock IdP: oidc-provider behind the recorder, a view at each first path segment. */
export async function startMockIdp(options: MockIdpOptions = {}): Promise<RunningMockIdp> {
  await using started = new AsyncDisposableStack();
  const views = new Map<string, LiveView>();
  const keys = await createSigningKeys();
  const upstream = started.use(await startUpstream());
  const control = controlApi({ views, open });
  const agent = new Agent({ keepAlive: true });
  started.defer(() => agent.destroy());
  const site = await siteOf(options);
  const recorder = started.use(
    await startRecorder({
      ...site.listening,
      resolve(requestTarget, method) {
        const target = viewTargetOf(requestTarget);
        return target && views.get(target.view)?.routeTo(target.endpoint, method);
      },
      otherwise: control,
    }),
  );
  const as = addressedAs(recorder.origin, options);
  const behind = asItself(upstream.origin, agent, as);
  const running = started.move();

  async function open(name: string, options: Parameters<RunningMockIdp['view']>[1] = {}): Promise<LiveView> {
    if (views.has(viewNameOf(name)))
      throw new UsageError(`There is a live view "${name}" already; dispose it or take another name.`);
    const view = createView({
      ...options,
      name,
      origin: options.origin ?? recorder.origin,
      keys,
      upstream,
      behind,
      proxied: as !== undefined,
      onDispose: () => views.delete(name),
    });
    views.set(name, view);
    return view;
  }

  return {
    origin: recorder.origin,
    ca: site.ca,
    brokenHandshakes: recorder.brokenHandshakes,
    view: open,
    async [Symbol.asyncDispose]() {
      for (const view of [...views.values()]) await view[Symbol.asyncDispose]();
      await running.disposeAsync();
    },
  };
}
