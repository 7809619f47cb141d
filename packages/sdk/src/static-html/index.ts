export { fallbackHtml } from './fallback.js';
export type { StaticData, StaticOptions } from './options.js';
export { markdown, simpleHtml } from './plain-forms.js';
export { isStaticWidget, STATIC_WIDGETS, staticHtml, staticPage } from './widgets.js';
export type { StaticWidget } from './widgets.js';
