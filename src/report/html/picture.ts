import { html, type Markup } from './markup.ts';

/** `<id of the recording>/<number of the step>` → the bytes of the picture. */
export type Pictures = ReadonlyMap<string, Buffer>;

const png = Buffer.from([0x89, 0x50, 0x4e, 0x47]);

/** A picture that is part of the page itself. A script may show it larger. */
export function pictureOf(bytes: Buffer, says: string): Markup {
  const type = bytes.subarray(0, png.length).equals(png) ? 'image/png' : 'image/jpeg';
  return html`<button class="picture" type="button" aria-label="Picture: ${says}">
    <img src="data:${type};base64,${bytes.toString('base64')}" alt="" loading="lazy" decoding="async" />
  </button>`;
}
