import { html, type TemplateResult } from 'lit';

const filters = [
  { label: 'APIs', name: 'Filter by API', value: '' },
  { label: 'HTTP Methods', name: 'Filter by HTTP Method', value: '' },
  { label: 'Response Times', name: 'Filter by Response Time', value: '' },
  { label: 'Period', name: 'Filter by Period', value: 'Last day' },
];

const filter = ({ label, name, value }: (typeof filters)[number]): TemplateResult =>
  html`<div>${label}</div>
    <mat-select role="combobox" aria-label=${name} tabindex="0">${value}</mat-select>`;

/** "Analytics & Logs": the stand-in has no gateway, so nothing is in it and nothing can be looked for. */
export const logsTab = (): TemplateResult =>
  html`<div>
      Logs from all APIs for which this application has an accepted, paused, closed, or resumed subscription. Your
      administrator may restrict what data you see below.
    </div>
    ${filters.map(filter)}
    <button type="button" aria-label="Add more filters">More</button>
    <button type="button" aria-label="Apply filters" disabled>Search</button>
    <div>Filters applied: None</div>
    <button type="button" aria-label="Reset filters" disabled>Reset Filters</button>
    <div>We couldn't find any logs</div>
    <div>Try unchecking some of the chosen filters</div>`;
