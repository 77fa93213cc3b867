import { UsageError } from '../src/errors.ts';
import type { MockIdpOptions, RunningMockIdp } from './api.ts';
import { controlApi } from './control.ts';
import { viewTargetOf } from './paths.ts';
import { createSigningKeys } from './provider/keys.ts';
import { startRecorder } from './recorder.ts';
import { startUpstream } from './upstream.ts';
import { createView, type LiveView } from './view.ts';

/** One path segment that needs no escaping (RFC 3986 §2.3); `_control` and `.well-known` are not free. */
const viewName = /^[A-Za-z0-9][\w.~-]{0,99}$/;

/** Starts the mock IdP: oidc-provider behind the recorder, a view at each first path segment. */
export async function startMockIdp({ port = 0, host = '127.0.0.1' }: MockIdpOptions = {}): Promise<RunningMockIdp> {
  await using started = new AsyncDisposableStack();
  const views = new Map<string, LiveView>();
  const keys = await createSigningKeys();
  const upstream = started.use(await startUpstream());
  const control = controlApi({ views, open });
  const recorder = started.use(
    await startRecorder({
      port,
      host,
      resolve(requestTarget, method) {
        const target = viewTargetOf(requestTarget);
        return target && views.get(target.view)?.routeTo(target.endpoint, method);
      },
      otherwise: control,
    }),
  );
  const running = started.move();

  async function open(name: string, options: Parameters<RunningMockIdp['view']>[1] = {}): Promise<LiveView> {
    if (!viewName.test(name))
      throw new UsageError(
        `"${name}" cannot name a view: a letter or digit first, then at most 99 letters, digits or . _ ~ -`,
      );
    if (views.has(name))
      throw new UsageError(`There is a live view "${name}" already; dispose it or take another name.`);
    const view = createView({
      ...options,
      name,
      origin: recorder.origin,
      keys,
      upstream,
      onDispose: () => views.delete(name),
    });
    views.set(name, view);
    return view;
  }

  return {
    origin: recorder.origin,
    view: open,
    async [Symbol.asyncDispose]() {
      for (const view of [...views.values()]) await view[Symbol.asyncDispose]();
      await running.disposeAsync();
    },
  };
}
