/** Made at build from the custom-elements manifest. */
declare module 'virtual:widgets' {
  export const VERSION: string;
  export const WIDGETS: readonly import('./widgets/manifest.js').Widget[];
}

/** Made at build from the texts of every widget. */
declare module 'virtual:texts' {
  export const TEXTS: import('./editor.js').WidgetTexts;
}
