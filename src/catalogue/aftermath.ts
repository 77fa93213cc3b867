import type { Application, Recording } from '../recording/recording.ts';
import type { Role, Seen, SeenExchange } from '../recording/seen.ts';

/** An answer that was changed on purpose, and what the product did then. */
export interface Incident {
  readonly exchange: SeenExchange;
  readonly recording: Recording;
  /** What followed in the recording, up to the next request for the same endpoint. */
  readonly after: readonly SeenExchange[];
  /** That next request. */
  readonly again: SeenExchange | undefined;
  /** The application that was being registered; all that have a client where that cannot be told. */
  readonly applications: readonly Application[];
  /** What a person read of one of them. */
  readonly message: string | undefined;
}

/** The incidents of those faults, in the order of the exchanges. A name that ends in `*` stands for all that begin so. */
export function incidentsOf(seen: Seen, faults: readonly string[]): readonly Incident[] {
  const index = indexOf(seen);
  const names = faults.flatMap((name) => (name.endsWith('*') ? beginning(index, name.slice(0, -1)) : [name]));
  const found = new Set(names.flatMap((name) => index.get(name) ?? []));
  return [...found];
}

type Index = ReadonlyMap<string, readonly Incident[]>;

const beginning = (index: Index, prefix: string) => [...index.keys()].filter((name) => name.startsWith(prefix));

const cache = new WeakMap<Seen, Index>();

function indexOf(seen: Seen): Index {
  const known = cache.get(seen);
  if (known !== undefined) return known;
  const index = new Map<string, Incident[]>();
  for (const incident of allIncidents(seen))
    for (const name of new Set(incident.exchange.exchange.faults)) {
      const list = index.get(name);
      if (list === undefined) index.set(name, [incident]);
      else list.push(incident);
    }
  cache.set(seen, index);
  return index;
}

interface Open extends Incident {
  readonly after: SeenExchange[];
  again: SeenExchange | undefined;
}

/**
 * One pass. At any time at most one incident per role is open, so an exchange belongs to a handful of them. A request that
 * only a redirect led to has the role `other`: what it got is no incident of its own.
 */
function allIncidents(seen: Seen): readonly Incident[] {
  const recordings = new Map(seen.recordings.map((recording) => [recording.id, recording]));
  const withClient = new Map(seen.recordings.map(({ id, applications }) => [id, applications.filter(hasClient)]));
  const messages = new Map([...withClient].map(([id, applications]) => [id, messageIn(applications)]));
  const open = new Map<Role, Open>();
  const incidents: Open[] = [];
  let current = '';
  for (const exchange of seen.exchanges) {
    const { role } = exchange;
    if (exchange.recording !== current) open.clear();
    current = exchange.recording;
    close(open, role, exchange);
    for (const incident of open.values()) incident.after.push(exchange);
    const recording = recordings.get(current);
    if (exchange.exchange.faults.length === 0 || role === 'other' || recording === undefined) continue;
    const own =
      exchange.application === undefined ? askedUnder(exchange, withClient.get(current)) : [exchange.application];
    const incident: Open = {
      ...{ exchange, recording, after: [], again: undefined },
      applications: own ?? withClient.get(current) ?? [],
      message: own === undefined ? messages.get(current) : messageIn(own),
    };
    open.set(role, incident);
    incidents.push(incident);
  }
  return incidents;
}

function close(open: Map<Role, Open>, role: Role, exchange: SeenExchange): void {
  const incident = open.get(role);
  if (incident === undefined) return;
  incident.again = exchange;
  open.delete(role);
}

/** In a story with several faults: the applications that were asked for under one of this answer's. */
function askedUnder({ exchange }: SeenExchange, applications: readonly Application[] = []) {
  if (applications.every(({ armed }) => armed === undefined)) return undefined;
  return applications.filter(({ armed }) => armed?.some((fault) => exchange.faults.includes(fault)) === true);
}

const hasClient = ({ type }: Application) => type !== 'simple';

const messageIn = (applications: readonly Application[]) =>
  applications.find(({ message }) => message !== undefined)?.message;

/**
 * What a person read then: the message of the application, else what the step brought to light in which the answer came.
 * The note of a step at which the harness itself gave up is nothing that a person read.
 */
export function heardAfter({ exchange: { step }, recording, message }: Incident): string | undefined {
  const ours = recording.outcome === 'incomplete' && step?.outcome === 'failed';
  return message ?? (ours ? undefined : step?.note);
}
