/** What a `gv-…:input` event carries. */
export const textOf = (event: Event): string =>
  event instanceof CustomEvent && typeof event.detail === 'string' ? event.detail : '';

export const isOn = (event: Event): boolean => event instanceof CustomEvent && event.detail === true;
