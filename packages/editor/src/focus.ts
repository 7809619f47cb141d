/**
 * Moves the focus to a control, or if it is not drawn, to the part that contains it:
 * `phases-0-terms-visits-value` is in `phases-0-terms-visits`.
 */
export function focusNearest(root: ParentNode, id: string): void {
  const parts = id.split('-').map((_, end, all) => all.slice(0, all.length - end).join('-'));
  const target = parts.map((part) => root.querySelector<HTMLElement>(`#${CSS.escape(part)}`)).find(Boolean);
  if (target instanceof HTMLDetailsElement) target.querySelector('summary')?.focus();
  else target?.focus();
}
