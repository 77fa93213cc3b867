import { html, type TemplateResult } from 'lit';

const svg = (shape: string): string =>
  `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40">${shape}</svg>`)}`;

export const logo = svg('<circle cx="20" cy="20" r="16" fill="#275cf6"/>');
const blank = svg('<rect width="40" height="40" rx="6" fill="#dadbe4"/>');

/** The picture of an application; the portal calls it one of an API. */
export const picture = (source: string | null | undefined): TemplateResult =>
  html`<app-picture><img alt="API Picture" src=${source || blank} /></app-picture>`;
