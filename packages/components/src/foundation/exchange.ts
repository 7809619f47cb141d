import { svg, type TemplateResult } from 'lit';
import { iconOf } from './icons.js';

const LINES = {
  give: svg`<path d="M12 19V6M6.5 11 12 5.5l5.5 5.5"></path>`,
  get: svg`<path d="M12 5v13M6.5 13l5.5 5.5 5.5-5.5"></path>`,
} as const;

/** The pictures of what a school gives and of what it gets; `exchange.styles.ts` sets them in a square and a disc. */
export function exchangeIcon(side: keyof typeof LINES): TemplateResult {
  return iconOf(LINES[side]);
}
