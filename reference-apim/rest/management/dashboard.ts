import { Hono } from 'hono';

import { signedIn, type Rest, type RestEnv } from '../env.ts';

/** What the Console's first page asks of an environment that has had no traffic, by `type`. */
const analytics: Readonly<Record<string, object>> = {
  count: { hits: 0 },
  stats: { count: 0, min: 0, max: 0, avg: 0 },
  group_by: { values: {}, metadata: {} },
  date_histo: { timestamp: { from: 0, to: 0, interval: 0 }, values: [] },
};

/** Analytics of v2, by the last part of the path. */
const analyticsV2: Readonly<Record<string, object>> = {
  'top-hits': { data: [] },
  'top-failed-apis': { data: [] },
  'top-apps-by-request-count': { data: [] },
  'request-response-time': {},
  'response-status-ranges': { ranges: {} },
  'response-status-overtime': { timeRange: { from: 0, to: 0, interval: 0 }, data: {} },
  'response-time-over-time': { timeRange: { from: 0, to: 0, interval: 0 }, data: [] },
};

/** Below `/environments/DEFAULT`. */
export function dashboardApi(): Rest {
  const api = new Hono<RestEnv>({ strict: false });
  api.get('/analytics', (c) => {
    signedIn(c);
    return c.json(analytics[c.req.query('type') ?? ''] ?? {});
  });
  api.get('/platform/events', (c) => {
    signedIn(c);
    return c.json({ content: [], pageNumber: 0, pageElements: 0, totalElements: 0 });
  });
  return api;
}

/** Below `/v2/environments/DEFAULT`. */
export function dashboardApiV2(): Rest {
  const api = new Hono<RestEnv>({ strict: false });
  for (const [name, answer] of Object.entries(analyticsV2))
    api.get(`/analytics/${name}`, (c) => {
      signedIn(c);
      return c.json(answer);
    });
  return api;
}
