import { html as template } from 'hono/html';

/** Text that is already HTML. Whatever else is put into a template is escaped. */
export type Markup = ReturnType<typeof template>;

export const html = template;

/** Addresses come from files that anybody may have written: only the web's own schemes become links. */
export const isWebAddress = (url: string): boolean => /^https?:\/\//i.test(url);

/** `0.4 s` from one second up to the tenth, below it `13 ms`. */
export function duration(milliseconds: number): string {
  const positive = Math.max(0, milliseconds);
  return positive < 1000 ? `${Math.round(positive)} ms` : `${(positive / 1000).toFixed(1)} s`;
}

/** `23 Nov 2026, 08:51 UTC` */
export const moment = (time: number): string =>
  `${new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' }).format(time)} UTC`;

export const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
