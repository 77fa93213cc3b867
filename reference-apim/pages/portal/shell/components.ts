import { GvIcon } from '@gravitee/ui-components/src/atoms/gv-icon/gv-icon';
import { addTranslations, setLanguage } from '@gravitee/ui-components/src/lib/i18n';

/** Words inside the gv-* components, as the portal sets them in English; the library's own differ ("Yes" for "Ok"). */
const words = {
  'gv-card-full': { empty: 'No API to display here', error: 'An error occurred while loading the API' },
  'gv-confirm': { cancel: 'Cancel', ok: 'Ok' },
  'gv-file-upload': {
    chooseAnotherFile: 'choose another file',
    chooseFile: 'Choose a file',
    error: { maxSize: 'File size exceeds allowable limit', typeNotAllowed: 'This file type is not allowed' },
    orDragIt: 'or drop it here.',
    removePicture: 'Remove picture',
  },
  'gv-header': {
    empty: 'No API to display here',
    error: 'An error occurred while loading the API',
    subscribe: 'Subscribe',
  },
  'gv-input': { clear: 'Clear', copy: 'Copy to clipboard', search: 'Search' },
  'gv-list': { error: 'An error occurred while loading list' },
  'gv-pagination': {
    goTo: 'Go to page',
    next: 'Next',
    previous: 'Previous',
    results: '{count, plural, =0{No result} one{{count} result} other{{count} results}}',
  },
  'gv-stepper': { error: 'An error occurred while loading the steps' },
  'gv-table': { empty: 'No result to display', error: 'An error occurred while loading data' },
};

/** Before the first component is made: some read their words when they are constructed. */
export function prepareComponents(): void {
  addTranslations('en', words);
  setLanguage('en');
  GvIcon.getHref = (shape: unknown) =>
    typeof shape === 'string' && shape.includes(':') ? `./assets/icons/${shape.replace(':', '.svg#')}` : undefined;
}
