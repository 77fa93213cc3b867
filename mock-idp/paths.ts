import { UsageError } from '../src/errors.ts';
import type { FaultAt } from './faults/fault.ts';

/** A request target taken apart: the view it addresses, and the path and query that the view's own server sees. */
export interface ViewTarget {
  view: string;
  target: string;
  endpoint: FaultAt | undefined;
}

/** RFC 8414 §3.1 puts the well-known part between the host and the path of the issuer. */
const inserted = /^\/(\.well-known\/(?:oauth-authorization-server|openid-configuration))\/([^/?]+)(.*)$/;

const appended = /^\/([^/?]+)(.*)$/;

/** The first path segment names the view. undefined: the target names none. */
export function viewTargetOf(requestTarget: string): ViewTarget | undefined {
  const target = pathOf(requestTarget);
  const [, wellKnown, wellKnownView, more = ''] = inserted.exec(target) ?? [];
  if (wellKnown !== undefined && wellKnownView !== undefined) return targetIn(wellKnownView, `/${wellKnown}${more}`);
  const [, view, rest = ''] = appended.exec(target) ?? [];
  return view === undefined ? undefined : targetIn(view, rest.startsWith('/') ? rest : `/${rest}`);
}

const targetIn = (view: string, target: string): ViewTarget => ({ view, target, endpoint: endpointOf(target) });

/** RFC 9112 §3.2: a request target is a path, or a whole URL when it is sent to a proxy. */
export function pathOf(requestTarget: string): string {
  if (requestTarget.startsWith('/')) return requestTarget;
  const url = URL.parse(requestTarget);
  return url === null ? '/' : `${url.pathname}${url.search}`;
}

const endpoints: readonly [FaultAt, RegExp][] = [
  ['discovery', /^\/\.well-known\//],
  ['token', /^\/token$/],
  ['registration', /^\/reg$/],
  ['management', /^\/reg\/[^/]+$/],
  ['renewal', /^\/reg\/[^/]+\/renew_secret$/],
];

function endpointOf(target: string): FaultAt | undefined {
  const [path = ''] = target.split('?');
  return endpoints.find(([, pattern]) => pattern.test(path))?.[0];
}

/** One path segment that needs no escaping (RFC 3986 §2.3); `_control` and `.well-known` are not free. */
const viewName = /^[A-Za-z0-9][\w.~-]{0,99}$/;

/** The same name when it can be one of a view. Throws `UsageError`. */
export function viewNameOf(name: string): string {
  if (viewName.test(name)) return name;
  throw new UsageError(
    `"${name}" cannot name a view: a letter or digit first, then at most 99 letters, digits or . _ ~ -`,
  );
}
