import { html, nothing, type TemplateResult } from 'lit';

import { listApplications, type ApplicationList } from '../backend/applications.ts';
import type { Page } from '../page.ts';
import { refresh } from '../refresh.ts';
import { createButton } from '../shell/create-button.ts';
import { applicationsMenu } from '../shell/navigation.ts';
import { applicationCards } from './application-cards.ts';
import { emptyMessage } from './empty.ts';
import '@gravitee/ui-components/wc/gv-pagination';

const sizes = [6, 12, 24, 48, 96];
const firstSize = '12';

interface Applications {
  list: ApplicationList | undefined;
  pages: object | undefined;
}

/** Detail of `gv-pagination:paginate`. */
interface PageWanted {
  page: number;
  size: number;
}

async function load(shown: Applications, page: string, size: string): Promise<void> {
  const list = await listApplications(new URLSearchParams({ page, size }).toString());
  const pagination = list?.metadata.pagination;
  Object.assign(shown, { list, pages: pagination && { ...pagination, sizes } });
  refresh();
}

function paginated(shown: Applications, { detail }: CustomEvent<PageWanted>): void {
  const [page, size] = [String(detail.page), String(detail.size)];
  history.pushState(null, '', `${location.pathname}?${new URLSearchParams({ page, size }).toString()}`);
  void load(shown, page, size);
}

const contents = ({ list, pages }: Applications): TemplateResult =>
  html`<h1>Applications <span>(${list === undefined ? nothing : (list.metadata.pagination?.total ?? 0)})</span></h1>
    <gv-pagination widget has-select .data=${pages}></gv-pagination>
    <section>${applicationCards(list?.data ?? none)}</section>
    <gv-pagination .data=${pages}></gv-pagination>`;

const none: ApplicationList['data'] = [];

/** "My applications". The heading and the cards follow when the list is there. */
export function applicationsPage(query: URLSearchParams): Page {
  const shown: Applications = { list: undefined, pages: undefined };
  void load(shown, query.get('page') ?? '1', query.get('size') ?? firstSize);
  return {
    view: () =>
      html`<app-applications @gv-pagination:paginate=${(event: CustomEvent<PageWanted>) => paginated(shown, event)}>
        ${shown.list?.data.length === 0 ? emptyMessage() : contents(shown)}
      </app-applications>`,
    menu: (pathname) => ({ links: applicationsMenu(pathname), right: createButton }),
  };
}
