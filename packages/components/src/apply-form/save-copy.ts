import type { AnswerLine, Application } from '@maths-hubs/sdk/applications';

/** A copy that a person can read, and a program too: a page with the answers, and the application as JSON within. */
export function copyOf(
  title: string,
  lines: readonly AnswerLine[],
  promises: readonly string[],
  application: Application,
): string {
  const page = document.implementation.createHTMLDocument(title);
  page.documentElement.lang = 'en-GB';
  const add = (parent: Element, tag: string, text: string): void => {
    parent.append(Object.assign(page.createElement(tag), { textContent: text }));
  };
  add(page.body, 'h1', title);
  const list = page.body.appendChild(page.createElement('dl'));
  for (const { label, answer } of lines) {
    if (answer === '') continue;
    add(list, 'dt', label);
    add(list, 'dd', answer);
  }
  const agreed = page.body.appendChild(page.createElement('ul'));
  for (const promise of promises) add(agreed, 'li', promise);
  const data = page.body.appendChild(page.createElement('script'));
  data.type = 'application/json';
  data.textContent = JSON.stringify(application).replaceAll('<', '\\u003c');
  return `<!doctype html>\n${page.documentElement.outerHTML}`;
}

/** Hands a file to the person. */
export function download(name: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/html' }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
