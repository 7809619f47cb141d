import { LOADER, SCRIPT, WIDGETS, policy, script, style } from './parts.mjs';

/** The loader by its whole address, which a base elsewhere cannot turn away. */
const HERE = script(
  `const own = document.createElement('script'); own.type = 'module'; own.src = location.origin + '${LOADER}'; document.head.append(own);`,
);
/** Markup as a text in a script. */
const inScript = (markup) => JSON.stringify(markup).replaceAll('</', '<\\/');

/**
 * What nobody means, and many pages have.
 * @type {Readonly<Record<string, import('./pages.mjs').HostilePage>>}
 */
export const ODD_PAGES = {
  'quirks mode': { doctype: '' },
  'a policy of nonces, strict-dynamic': {
    head: policy("script-src 'nonce-odd' 'strict-dynamic'; object-src 'none'; base-uri 'none'"),
    loader: SCRIPT.replace('<script', '<script nonce="odd"'),
  },
  'text at 400 %': { head: style('html{font-size:400%}') },
  'all: unset on everything': { head: style('*{all:unset}script,style,head{display:none}') },
  'all: revert !important on everything': { head: style('body *{all:revert!important}') },
  'hidden is shown': { head: style('[hidden]{display:block!important}') },
  'everything fades and moves': {
    head: style(
      '*{transition:all 3s!important;animation:odd 9s infinite!important}@keyframes odd{to{color:red}}',
    ),
  },
  'contained, and drawn when it is near': {
    head: style('main>*{content-visibility:auto;contain:layout paint style}'),
  },
  'widgets without a box of their own': {
    head: style('main>*{display:contents!important}'),
    staysPlain: true,
  },
  'custom elements by a polyfill of old': {
    head: script(
      `const real = customElements; const define = (name, made, options) => { if (!real.get(name)) real.define(name, made, options); };
       Object.defineProperty(window, 'customElements', { configurable: true, value: { define, get: (name) => real.get(name), whenDefined: (name) => real.whenDefined(name), upgrade: (root) => real.upgrade(root) } });`,
    ),
  },
  'answers without streams, as old polyfills of fetch give': {
    head: script("Object.defineProperty(Response.prototype, 'body', { get() { return undefined; } });"),
  },
  'names in the page that hide those of the document': {
    body: `<form name="body"><input name="children"></form><img name="head" alt=""><a id="customElements"></a><a id="matchMedia"></a><main id="content">${WIDGETS}</main>`,
  },
  'written anew by document.write': {
    after: `<template id="again">${WIDGETS}</template>${script(
      `addEventListener('load', () => setTimeout(() => { const again = document.querySelector('#again').innerHTML; const code = ${JSON.stringify(SCRIPT).replaceAll('</', '<\\/')};
       document.open(); document.write('<!doctype html><html lang="en-GB"><title>Anew</title>' + code + '<main id="content">' + again + '</main>'); document.close(); }));`,
    )}`,
    body: '<main></main>',
  },
  'Zone.js: promises, timers, listeners and observers are wrapped': {
    head: script(
      `const NativePromise = Promise; window.Promise = class ZoneAwarePromise extends NativePromise {};
       for (const name of ['setTimeout', 'setInterval', 'requestAnimationFrame', 'queueMicrotask', 'fetch']) {
         const real = window[name]; window[name] = function (first, ...rest) { return real.call(window, typeof first === 'function' ? function () { return first.apply(this, arguments); } : first, ...rest); };
       }
       const wrapped = new WeakMap(); const wrap = (f) => { if (typeof f !== 'function') return f; if (!wrapped.has(f)) wrapped.set(f, function () { return f.apply(this, arguments); }); return wrapped.get(f); };
       const { addEventListener: add, removeEventListener: remove } = EventTarget.prototype;
       EventTarget.prototype.addEventListener = function (type, f, options) { return add.call(this, type, wrap(f), options); };
       EventTarget.prototype.removeEventListener = function (type, f, options) { return remove.call(this, type, wrap(f), options); };
       for (const name of ['MutationObserver', 'IntersectionObserver', 'ResizeObserver']) { const Real = window[name]; window[name] = class extends Real { constructor(f, options) { super(function () { return f.apply(this, arguments); }, options); } }; }`,
    ),
  },
  'jQuery.noConflict: $ is another library’s': {
    head: script(
      `window.jQuery = Object.assign(() => ({ ready(f) { f(); } }), { fn: {}, noConflict() { delete window.$; return this; } }); window.jQuery.noConflict(); window.$ = (selector) => document.querySelectorAll(selector); window._ = { each() {} };`,
    ),
  },
  'sent as XHTML, where no template of ours can be read': {
    type: 'application/xhtml+xml',
    doctype: '<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html>',
    html: 'xmlns="http://www.w3.org/1999/xhtml" xml:lang="en-GB"',
    staysPlain: true,
  },
  'around them no element has a box': {
    head: style('main,div.outer{display:contents}'),
    body: `<div class="outer"><main id="content">${WIDGETS}</main></div>`,
  },
  'a reader’s mode left its marks: nothing may be wider, inline or float': {
    html: 'lang="en-GB" class="reader" data-reader-mode="sepia"',
    head: style(
      '.reader *{max-width:100%!important;float:none!important;position:static!important}.reader body{column-width:30em;background:#f4ecd8;color:#5b4636;font:20px/1.8 Georgia}',
    ),
  },
  'no text may be chosen, and presses pass through what is around': {
    head: style('body{user-select:none;-webkit-user-select:none;touch-action:none;overscroll-behavior:none}'),
  },
  'every link and button is caught by a router of the page': {
    after: script(
      "document.addEventListener('click', (event) => { const link = event.target.closest && event.target.closest('a'); if (link) event.preventDefault(); });",
    ),
  },
  'sheets of the page set again and again by another library': {
    after: script('setInterval(() => { document.adoptedStyleSheets = [new CSSStyleSheet()]; }, 20);'),
  },
  // How a page lays out its text.
  'text set in columns from top to bottom': {
    head: style('main{writing-mode:vertical-lr;width:900px;height:500px;overflow:auto}'),
  },
  'a column of 200 px': { head: style('main{width:200px}'), column: 200 },
  'all: unset !important on everything': {
    head: style('*{all:unset!important}head,script,style,template{display:none!important}'),
  },
  'everything fades at length, !important': {
    head: style('*,::before,::after{transition:all 1s!important;animation-duration:5s!important}'),
  },
  'zoomed in a turned and scaled box': {
    head: style(
      'main{zoom:1.2;width:600px;transform:scale(.9) rotate(0deg);will-change:transform;filter:blur(0)}',
    ),
  },
  // What a page says of addresses.
  'a base address and a base target': {
    head: '<base href="https://cdn.example/" target="_blank">',
    loader: HERE,
  },
  // What a policy allows.
  'a policy of this site alone': { head: policy("default-src 'self'") },
  'a policy of this site, with styles written in': {
    head: policy("default-src 'self'; style-src 'self' 'unsafe-inline'"),
  },
  'Trusted Types with a default policy': {
    head:
      policy("require-trusted-types-for 'script'; trusted-types lit-html default") +
      script(
        "window.trustedTypes && trustedTypes.createPolicy('default', { createHTML: (text) => text.replace(/<script/gi, ''), createScriptURL: (address) => address });",
      ),
  },
  'written by document.write while it is read': {
    body: script(`document.write(${inScript(`<main id="content">${WIDGETS}</main>`)});`),
  },
  'the loader written by document.write': { loader: script(`document.write(${inScript(SCRIPT)});`) },
};

/**
 * What libraries of old do to the language and to what a page is made of. It is the same in every engine.
 * @type {Readonly<Record<string, import('./pages.mjs').HostilePage>>}
 */
export const OLD_LIBRARIES = {
  'Array.prototype has names that are counted': {
    head: script(
      'Array.prototype.last = function () { return this[this.length - 1]; }; Array.prototype.extend = []; String.prototype.strip = String.prototype.trim; Function.prototype.method = function () { return this; }; Number.prototype.times = () => {};',
    ),
  },
  'Object.prototype has names that are counted': {
    head: script(
      'Object.prototype.extend = function () {}; Object.prototype.x = 1; Object.prototype.title = "odd";',
    ),
  },
  'Prototype’s toJSON on everything': {
    head: script(
      `for (const { prototype } of [Array, String, Number, Boolean, Date]) prototype.toJSON = function () { return Array.isArray(this) ? '[' + this.map((each) => JSON.stringify(each)).join(', ') + ']' : '"' + this + '"'; };`,
    ),
  },
  'Promise, Map, Set and URL are a shim’s': {
    head: script(
      `const P = Promise; window.Promise = function (f) { const real = new P(f); return { then: (a, b) => real.then(a, b), catch: (b) => real.catch(b), finally: (c) => real.finally(c) }; };
       Object.assign(window.Promise, { resolve: (x) => P.resolve(x), reject: (x) => P.reject(x), all: (x) => P.all(x), race: (x) => P.race(x) });
       for (const name of ['Map', 'Set', 'WeakMap']) { const Real = window[name]; window[name] = function (entries) { const made = new Real(entries); return Object.setPrototypeOf(made, window[name].prototype); }; window[name].prototype = Object.create(Real.prototype); }
       const U = URL; window.URL = function (address, base) { return new U(address, base); }; window.URL.createObjectURL = U.createObjectURL; window.URL.revokeObjectURL = U.revokeObjectURL;`,
    ),
  },
  'fetch is a polyfill over XMLHttpRequest': {
    head: script(
      `const before = window.fetch; window.fetch = (address, init) => init && init.body ? before(address, init) : new Promise((done, fail) => { const asked = new XMLHttpRequest(); asked.open('GET', String(address && address.url || address)); asked.onerror = () => fail(new TypeError('Network request failed')); asked.onload = () => done({ ok: asked.status < 300, status: asked.status, headers: { get: (name) => asked.getResponseHeader(name) }, url: asked.responseURL, text: () => Promise.resolve(asked.responseText), json: () => Promise.resolve(JSON.parse(asked.responseText)) }); asked.send(); });`,
    ),
  },
  'customElements.define is wrapped': {
    head: script(
      'const define = customElements.define; customElements.define = function (name, made, options) { class Wrapped extends made {} if (customElements.get(name)) return; return define.call(this, name, Wrapped, options); };',
    ),
  },
  'methods of elements are a library’s': {
    head: script(
      `Element.prototype.remove = function () { this.parentNode.removeChild(this); return this; };
       Element.prototype.append = function (...all) { for (const each of all) this.appendChild(typeof each === 'string' ? document.createTextNode(each) : each); return this; };
       Element.prototype.replaceWith = function (by) { this.parentNode.replaceChild(by, this); return by; };
       Element.prototype.closest = function (selector) { let here = this; while (here && here.nodeType === 1 && !here.matches(selector)) here = here.parentNode; return here && here.nodeType === 1 ? here : null; };
       Element.prototype.toggle = Element.prototype.hide = Element.prototype.select = function () { return this; }; NodeList.prototype.forEach = Array.prototype.forEach; Event.prototype.stop = function () { this.preventDefault(); };`,
    ),
  },
  'CommonJS and AMD names, and a global require': {
    head: script(
      'window.define = function () { throw new Error("Mismatched anonymous define()"); }; define.amd = { jQuery: true }; window.module = { exports: {} }; window.exports = window.module.exports; window.require = () => { throw new Error("no module"); }; window.global = window.process = { env: {} };',
    ),
  },
};
