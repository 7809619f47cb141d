import { sendKeys } from '@web/test-runner-commands';
import { pageSettings } from '../../packages/components/src/foundation/settings-store.js';
import type { FindExample } from '../../packages/components/src/find-a-hub/examples.js';
import { FindAHub } from '../../packages/components/src/find-a-hub/find-a-hub.js';
import { mount, part, unmountAll, until } from './elements.js';

export const finder = (root: ParentNode): FindAHub => {
  const found = root.querySelector('mh-find-a-hub');
  if (!found) throw new Error('No find-a-hub in the example');
  return found;
};
export const stateOf = (widget: FindAHub): string | null =>
  widget.shadowRoot?.querySelector('.finder')?.getAttribute('data-state') ?? null;
export const input = (widget: FindAHub): HTMLInputElement => part(widget, '#query');
export const options = (widget: FindAHub): HTMLElement[] => [
  ...(widget.shadowRoot?.querySelectorAll<HTMLElement>('[role="option"]') ?? []),
];
export const focused = (widget: FindAHub): Element | null | undefined => widget.shadowRoot?.activeElement;

/** Mounts an example and waits for the state that it comes to. */
export async function reach(example: FindExample): Promise<FindAHub> {
  const widget = finder(await mount(example));
  await until(() => stateOf(widget) === example.state);
  await widget.updateComplete;
  return widget;
}

/** Types as a person does, and waits for suggestions. */
export async function type(widget: FindAHub, text: string): Promise<void> {
  input(widget).focus();
  await sendKeys({ type: text });
  await until(() => options(widget).length > 0);
}

/** Takes away after each test what it mounted and what it left for other widgets. */
export function forgetFinders(): void {
  afterEach(() => {
    unmountAll();
    pageSettings().update({ foundHub: undefined, hub: undefined, links: undefined });
  });
}
