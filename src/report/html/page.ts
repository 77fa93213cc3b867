import { createHash } from 'node:crypto';
import { raw } from 'hono/html';
import type { Result } from '../../check/result.ts';
import { Bug } from '../../errors.ts';
import type { PartLog } from '../../recording/part-log.ts';
import type { Recording } from '../../recording/recording.ts';
import { abilitiesView, hasAbilities } from './abilities.ts';
import { applicationsView, hasApplications } from './applications.ts';
import { indexEvidence } from './evidence.ts';
import { headerView, headline } from './header.ts';
import { html } from './markup.ts';
import { partsView } from './parts.ts';
import { operationsView } from './operations.ts';
import type { Pictures } from './picture.ts';
import { script } from './script.ts';
import { storyView } from './story.ts';
import { style } from './style/style.ts';
import { verdictsView } from './verdicts.ts';

export interface PageInput {
  result: Result;
  recordings: readonly Recording[];
  pictures: Pictures;
  /** Of the containers that were started for the run. */
  logs?: readonly PartLog[];
}

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** The page may show its own pictures and run its own script, and nothing else: no request leaves it, whatever a recording says. */
const policy = [
  "default-src 'none'",
  'img-src data:',
  `style-src ${hashOf(style)}`,
  `script-src ${hashOf(script)}`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** The whole result as one file that needs nothing but a browser. Pure: the same input gives the same page. */
export function htmlPage({ result, recordings, pictures, logs = [] }: PageInput): string {
  const evidence = indexEvidence(result.verdicts, recordings);
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${policy}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${headline(result)} · dcr-harness</title>
        ${raw(`<style>${style}</style>`)}
      </head>
      <body>
        <a class="skip" href="#verdicts">Skip to the verdicts</a>
        ${headerView(result)}
        <nav aria-label="Sections">
          ${result.operations && html`<a href="#operations">APIM with it</a>`} <a href="#verdicts">Verdicts</a>
          <a href="#stories">Stories</a>
          ${hasApplications(recordings) && html`<a href="#applications">Applications</a>`}
          ${hasAbilities(recordings) && html`<a href="#abilities">Abilities</a>`}
          ${logs.length > 0 && html`<a href="#containers">Containers</a>`}
        </nav>
        <main>
          ${result.operations && operationsView(result.operations)} ${verdictsView(result.verdicts, evidence)}
          <section id="stories" aria-labelledby="stories-title">
            <h2 id="stories-title">Stories</h2>
            <p class="quiet">
              What was done, and what the identity provider received and answered. Every exchange opens.
            </p>
            ${recordings.map((recording) => storyView(recording, evidence, pictures))}
          </section>
          ${applicationsView(recordings)} ${abilitiesView(recordings)} ${partsView(logs)}
        </main>
        <footer>
          Secrets are keyed hashes: equal marks are equal secrets. verdicts.json beside this page has the same for
          programs.
        </footer>
        <dialog id="picture" aria-label="Picture"><img alt="" /></dialog>
        ${raw(`<script>${script}</script>`)}
      </body>
    </html>`;
  if (page instanceof Promise) throw new Bug('A part of the page is not made at once.');
  return `${page.toString()}\n`;
}
