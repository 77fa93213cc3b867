import { html, type TemplateResult } from 'lit';
import { openOptions } from '../controls/select-panel.ts';
import { icon } from '../icons.ts';

interface PaginatorSpec {
  readonly page: number;
  readonly size: number;
  readonly total: number;
  readonly change: (changed: { page?: number; size?: number }) => void;
}

const sizes = ['5', '10', '25', '100'].map((value) => ({ value, text: value }));

export const paginator = (spec: PaginatorSpec): TemplateResult => {
  const { page, size, total, change } = spec;
  const last = Math.max(1, Math.ceil(total / size));
  const range = total === 0 ? '0 of 0' : `${(page - 1) * size + 1} – ${Math.min(page * size, total)} of ${total}`;
  return html`<mat-paginator
    class="mat-mdc-paginator"
    data-testid="paginator-header"
    role="group"
    aria-label="Select page"
  >
    <span id="paginator-size-label">Items per page:</span>
    ${sizeSelect(spec)}
    <span class="mat-mdc-paginator-range-label">${range}</span>
    <button
      type="button"
      class="mat-mdc-icon-button"
      aria-label="Previous page"
      ?disabled=${page <= 1}
      @click=${() => change({ page: page - 1 })}
    >
      ${icon('left')}
    </button>
    <button
      type="button"
      class="mat-mdc-icon-button"
      aria-label="Next page"
      ?disabled=${page >= last}
      @click=${() => change({ page: page + 1 })}
    >
      ${icon('right')}
    </button>
  </mat-paginator>`;
};

const sizeSelect = ({ size, change }: PaginatorSpec): TemplateResult => {
  const open = ({ currentTarget }: Event): void => {
    if (!(currentTarget instanceof HTMLElement)) return;
    openOptions({
      anchor: currentTarget,
      labelledBy: 'paginator-size-label',
      options: sizes,
      isChosen: ({ value }) => value === String(size),
      choose: ({ value }) => change({ size: Number(value) }),
      stayOpen: false,
    });
  };
  return html`<mat-select
    class="mat-mdc-select"
    role="combobox"
    aria-haspopup="listbox"
    aria-expanded="false"
    aria-labelledby="paginator-size-value paginator-size-label"
    tabindex="0"
    @click=${open}
    ><span id="paginator-size-value">${size}</span></mat-select
  >`;
};
