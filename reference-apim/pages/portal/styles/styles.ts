import { layout } from './layout.ts';
import { pages } from './pages.ts';
import { theme } from './theme.ts';
import { wizard } from './wizard.ts';

export function useStyles(): void {
  document.adoptedStyleSheets = [theme, layout, pages, wizard]
    .map((style) => style.styleSheet)
    .filter((sheet) => sheet !== undefined);
}
