import { controls } from './controls.ts';
import { layout } from './layout.ts';
import { overlay } from './overlay.ts';

export function addStyles(): void {
  const style = document.createElement('style');
  style.textContent = layout + controls + overlay;
  document.head.append(style);
}
