import * as z from 'zod/mini';

import { at } from './environment.ts';
import { ask } from './http.ts';

const link = z.object({
  name: z.string(),
  resourceRef: z.string(),
  resourceType: z.string(),
  folder: z.optional(z.boolean()),
});
const category = z.object({ root: z.optional(z.boolean()), links: z.array(link) });
const portalLinks = z.object({ slots: z.optional(z.object({ header: z.optional(z.array(category)) })) });

const pathOf = ({ resourceRef, resourceType, folder }: z.infer<typeof link>): string => {
  if (resourceType !== 'page') return resourceRef;
  return folder === true ? `/documentation/${resourceRef}` : `/pages/${resourceRef}`;
};

/** Links that an administrator adds to the main navigation; asked for after every navigation. */
export async function headerLinks(): Promise<{ title: string; path: string }[]> {
  const found = await ask(portalLinks, at('/configuration/links'));
  const root = found?.slots?.header?.find((entry) => entry.root);
  return (root?.links ?? []).map((entry) => ({ title: entry.name, path: pathOf(entry) }));
}
