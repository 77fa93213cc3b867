const medium = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeStyle: 'medium' });

/** `Nov 23, 2026, 7:38:41 AM`; newer ICU data puts a narrow space before AM, the Console a plain one. */
export const dateText = (time: number | undefined): string =>
  time === undefined ? '' : medium.format(time).replaceAll('\u202f', ' ');
