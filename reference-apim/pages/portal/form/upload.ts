import { html, type TemplateResult } from 'lit';

import { refresh } from '../refresh.ts';
import '@gravitee/ui-components/wc/gv-file-upload';

/** A picture, as a data URL. */
export const upload = (control: string, label: string, changed: (picture: string | null) => void): TemplateResult =>
  html`<gv-file-upload
    formcontrolname=${control}
    name=${control}
    label=${label}
    accept="image/*"
    except=".svg"
    limit="500000"
    @gv-file-upload:drop=${({ detail }: CustomEvent<{ files: string[] }>) => {
      changed(detail.files[0] ?? null);
      refresh();
    }}
  ></gv-file-upload>`;
