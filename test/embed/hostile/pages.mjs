import { ODD_PAGES, OLD_LIBRARIES } from './odd-pages.mjs';
import { LOADER, SCRIPT, WIDGETS, policy, script, style } from './parts.mjs';

/**
 * Pages that widgets meet: what a theme, a library, an optimiser or a policy does to a page, each as small as it shows the fault.
 * The server makes each a page of its own (`plugin.mjs`); `hostile.long.test.ts` goes through it as a school would.
 */
/**
 * @typedef {object} HostilePage
 * @property {string} [type] Media type in place of HTML's.
 * @property {string} [doctype] In place of HTML's.
 * @property {string} [html] Attributes of the root.
 * @property {string} [head] Before the loader.
 * @property {string} [loader] In place of the loader's script.
 * @property {string} [body] In place of the widgets in a `main`.
 * @property {string} [after] Last in the body.
 * @property {number} [column] How wide the text column is, in pixels: nothing may be wider.
 * @property {boolean} [sameInEveryEngine] Whether it is enough to try it in one.
 * @property {boolean} [staysPlain] Where nothing can run, what was written in the page is to stay.
 */

/** @type {Readonly<Record<string, HostilePage>>} */
export const HOSTILE_PAGES = {
  'nothing odd': {},
  // Libraries that change what every script relies on.
  'MooTools: Document and Element are others': {
    head: script(
      'window.Document = function () {}; window.Element = function () {}; Array.from = function (list) { return [].slice.call(list); };',
    ),
  },
  'Prototype 1.7: methods in every prototype': {
    head: script(
      `Object.assign(Array.prototype, { each(f) { return this.forEach(f); }, first() { return this[0]; }, without(x) { return this.filter((y) => y !== x); }, clear() { this.length = 0; return this; } });
       Object.assign(Element.prototype, { show() {}, hide() {}, update(text) { this.innerHTML = text; return this; } });
       window.$ = (id) => document.getElementById(id); document.getElementsByClassName = (name) => [...document.querySelectorAll('.' + name)];`,
    ),
  },
  'Prototype 1.6: toJSON writes text': {
    head: script(
      `Array.prototype.toJSON = function () { return '[' + this.map((each) => JSON.stringify(each)).join(', ') + ']'; };
       String.prototype.toJSON = function () { return '"' + this + '"'; };`,
    ),
  },
  'Object.prototype has more than it had': {
    head: script(
      'Object.defineProperty(Object.prototype, "extend", { value() {}, writable: true, configurable: true });',
    ),
  },
  'RequireJS, CommonJS and AMD names': {
    head: script(
      'window.define = () => {}; window.define.amd = {}; window.module = { exports: {} }; window.exports = {};',
    ),
  },
  'jQuery of 2010: $ and ready': {
    head: script(
      'window.$ = window.jQuery = () => ({ ready() {}, on() {} }); String.prototype.trim = function () { return String(this).replace(/^\\s+|\\s+$/g, ""); };',
    ),
  },
  'console without methods': { head: script('window.console = { log() {} };') },
  // Style sheets.
  'a reset by Tailwind': {
    head: style(
      '*,::before,::after{box-sizing:border-box;border:0 solid #e5e7eb}button,[type=submit]{background:transparent;background-image:none}ol,ul{list-style:none;margin:0;padding:0}h1,h2,h3{font:inherit;margin:0}svg,img{display:block}input,button{font:inherit;color:inherit;padding:0}',
    ),
  },
  'Bootstrap 3: a root of 10 px': {
    head: style(
      'html{font-size:10px}body{font:14px/1.42857 Helvetica,Arial,sans-serif;color:#333}*{box-sizing:border-box}label{display:inline-block;max-width:100%;margin-bottom:5px;font-weight:700}input[type=radio],input[type=checkbox]{margin:4px 0 0;line-height:normal}fieldset{min-width:0}legend{width:100%;border-bottom:1px solid #e5e5e5;font-size:21px}',
    ),
  },
  'Bootstrap 5': {
    head: style(
      'body{margin:0;font-family:system-ui;font-size:1rem}button{border-radius:0}label{display:inline-block}legend{float:left;width:100%;font-size:1.5rem}legend+*{clear:left}fieldset{min-width:0;padding:0;margin:0;border:0}',
    ),
  },
  Foundation: {
    head: style(
      'html{font-size:100%}[type=text],[type=email],[type=tel]{display:block;width:100%;height:2.4375rem;margin:0 0 1rem;box-shadow:inset 0 1px 2px rgba(10,10,10,.1)}label{display:block;font-size:.875rem;line-height:1.8}button{appearance:none;padding:0;border:0;background:transparent}',
    ),
  },
  'normalize.css': {
    head: style(
      'button,input{font-family:inherit;font-size:100%;margin:0;overflow:visible}[hidden]{display:none}',
    ),
  },
  'everything !important': {
    head: style(
      'main *{margin:0!important;padding:0!important;float:none!important;font-family:serif!important;letter-spacing:0!important}',
    ),
  },
  'radios hidden by an id': {
    head: style(
      '#content input[type=radio],#content input[type=checkbox]{opacity:0;position:absolute;left:-9999px}#content label{font-size:10px;text-transform:uppercase;padding-left:0}',
    ),
  },
  'radios hidden by !important': {
    head: style(
      'input[type=radio],input[type=checkbox]{opacity:0!important;position:absolute!important;width:1px!important;height:1px!important}button{background:#609!important;color:#609!important}',
    ),
  },
  'a root of 62.5 %': { head: style('html{font-size:62.5%}body{font-size:1.6rem}') },
  'a heavy theme of bare elements': {
    head: style(
      'h2{font:italic 40px Georgia;border-bottom:3px double red;text-transform:uppercase}p{margin:2em 0;text-indent:2em}ul li{background:url(x.png);list-style:none}table{width:100%;border:1px solid}form{background:#eee;padding:30px}input{width:50px;border:4px inset}button{float:right;width:60px;height:16px;font-size:9px}fieldset{display:flex;border:5px solid}dl{column-count:2}dt{float:left}',
    ),
  },
  'names of ours taken by the theme': {
    head: style('.panel,.head,.phase,.notice,.loading,.answer,.choices,.button{display:none}'),
  },
  'a dark theme': {
    head: style('html{color-scheme:dark}body{background:#101418;color:#e8eaec}a{color:#9cf}'),
  },
  'right to left': { html: 'dir="rtl"' },
  zoomed: { head: style('body{zoom:1.5}') },
  transformed: { head: style('main{transform:scale(.9);transform-origin:0 0}') },
  'a narrow flex column': {
    head: style('body{display:flex}main{flex:1;min-width:0;max-width:320px;overflow:hidden}'),
  },
  'a grid with one long word': { head: style('body{display:grid;grid-template-columns:minmax(0,1fr) 10em}') },
  'a sticky header': {
    head: style('header{position:sticky;top:0;height:80px;background:#fff;z-index:9}'),
    body: `<header>Menu</header><main id="content">${WIDGETS}</main>`,
  },
  // What stands around the widgets, and when they come.
  'behind a tab': {
    body: `<button id="open-tab">Tab</button><main id="content" hidden>${WIDGETS}</main>`,
    after: script(
      'document.querySelector("#open-tab").onclick = () => { document.querySelector("main").hidden = false; }; setTimeout(() => document.querySelector("#open-tab").click(), 50);',
    ),
  },
  'in details': {
    body: `<details><summary>More</summary><main id="content">${WIDGETS}</main></details>`,
    after: script('setTimeout(() => { document.querySelector("details").open = true; }, 50);'),
  },
  'from a template': {
    body: `<template>${WIDGETS}</template><main id="content"></main>`,
    after: script(
      'setTimeout(() => document.querySelector("main").append(document.querySelector("template").content.cloneNode(true)), 50);',
    ),
  },
  'put in by AJAX': {
    body: `<template>${WIDGETS}</template><main id="content"><p>First page</p></main>`,
    after: script(
      'setTimeout(() => { document.querySelector("main").innerHTML = document.querySelector("template").innerHTML; }, 50);',
    ),
  },
  'script and widgets put in by innerHTML': {
    loader: '',
    body: `<template>${WIDGETS}</template><main id="content"></main>`,
    after: script(
      `setTimeout(() => { document.querySelector("main").innerHTML = document.querySelector("template").innerHTML; import("${LOADER}"); }, 50);`,
    ),
  },
  'the body swapped, as Turbo does': {
    body: `<main id="content"><mh-journey-map edition="2024/25"></mh-journey-map></main>`,
    after: `<template>${WIDGETS}</template>${script(`setTimeout(() => { const body = document.createElement("body"); const main = document.createElement("main"); main.id = "content"; main.append(document.querySelector("template").content.cloneNode(true)); body.append(main); document.body.replaceWith(body); }, 60);`)}`,
  },
  'in another shadow root': {
    loader: `<script type="module">${['journey-map', 'eligibility-checker', 'find-a-hub', 'apply-form'].map((name) => `import '/packages/components/dist/${name}/define.js';`).join('')}</script>`,
    body: `<template>${WIDGETS}</template><div id="host"></div>`,
    after: script(
      'const root = document.querySelector("#host").attachShadow({ mode: "open" }); const inner = document.createElement("main"); inner.append(document.querySelector("template").content.cloneNode(true)); root.append(inner); window.place = inner;',
    ),
  },
  // What a policy, a consent tool or an optimiser does to the script.
  'a base address elsewhere': { head: '<base href="/elsewhere/in/another/folder/">' },
  'a strict policy': { head: policy("default-src 'none'; script-src 'self'; connect-src 'self'") },
  'Trusted Types, lit-html allowed': {
    head: policy("require-trusted-types-for 'script'; trusted-types lit-html"),
  },
  'Trusted Types, none allowed': {
    head: policy("require-trusted-types-for 'script'; trusted-types 'none'"),
    staysPlain: true,
  },
  'consent asked first': {
    loader: `<script type="text/plain" data-consent src="${LOADER}"></script>`,
    after: script(
      'setTimeout(() => { const was = document.querySelector("[data-consent]"); const now = document.createElement("script"); now.type = "module"; now.src = was.src; was.replaceWith(now); }, 50);',
    ),
  },
  'delayed till a person moves': {
    loader: '',
    after: script(
      `addEventListener("mousemove", () => { const now = document.createElement("script"); now.type = "module"; now.src = "${LOADER}"; document.body.append(now); }, { once: true }); setTimeout(() => dispatchEvent(new Event("mousemove")), 50);`,
    ),
  },
  'async, with a version behind it': {
    loader: `<script type="module" async src="${LOADER}?ver=6.1.9"></script>`,
  },
  'without type=module': { loader: `<script defer src="${LOADER}"></script>` },
  twice: { loader: SCRIPT + SCRIPT },
  'a minifier that leaves quotes out': {
    body: '<main id=content>' + WIDGETS.replace(/="([^"{}\s/=]+)"/g, '=$1') + '</main>',
  },
  'merged with other scripts': {
    loader: `<script type="module" src="/test/embed/hostile/merged.js"></script>`,
    staysPlain: true,
  },
  blocked: {
    loader: '<script type="module" src="/test/embed/hostile/no-such-file.js"></script>',
    staysPlain: true,
  },
  'frozen prototypes': { head: script('Object.freeze(Array.prototype); Object.freeze(Object.prototype);') },
  'no storage': {
    head: script(
      'for (const name of ["localStorage", "sessionStorage"]) Object.defineProperty(window, name, { get() { throw new DOMException("denied", "SecurityError"); } });',
    ),
  },
  'a clock set to another century': { head: script('Date.now = () => -2e12;') },
  ...ODD_PAGES,
  ...Object.fromEntries(
    Object.entries(OLD_LIBRARIES).map(([name, page]) => [name, { ...page, sameInEveryEngine: true }]),
  ),
};

/** The page of that name, whole. */
export function hostilePage(name) {
  const {
    doctype = '<!doctype html>',
    html = 'lang="en-GB"',
    head = '',
    loader = SCRIPT,
    body,
    after = '',
  } = HOSTILE_PAGES[name];
  const main = body ?? `<main id="content">${WIDGETS}</main>`;
  return `${doctype}<html ${html}><head><meta charset="utf-8"/><title>${name}</title><script src="/test/embed/hostile/service.js"></script>${head}${loader}</head><body>${main}${after}</body></html>`;
}
