type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/**
 * What a person has typed, ticked and chosen where no code of ours was listening yet, and where their focus is; undefined where there
 * is neither.
 * @returns what puts it back, and tells it as if it were entered now, for whoever listens has only just come
 */
export function entriesIn(root: ShadowRoot): (() => void) | undefined {
  const entries = [...root.querySelectorAll<Control>('input, select, textarea')]
    .filter(isEntered)
    .map((control) => entryOf(root, control));
  const focus = root.activeElement ? placeOf(root, root.activeElement) : undefined;
  if (entries.length === 0 && !focus) return undefined;
  return () => {
    // Drawn anew, what had the focus has left the page, and it fell to the body.
    if (focus && document.activeElement === document.body) (focus() as HTMLElement | undefined)?.focus();
    for (const putBack of entries) putBack();
  };
}

const isTicked = (control: Control): control is HTMLInputElement =>
  control.type === 'radio' || control.type === 'checkbox';

function isEntered(control: Control): boolean {
  if (control instanceof HTMLSelectElement) {
    const first = [...control.options].findIndex(({ defaultSelected }) => defaultSelected);
    return control.selectedIndex !== Math.max(0, first);
  }
  if (control.readOnly || control.type === 'file') return false;
  if (control.type === 'radio' && !(control as HTMLInputElement).checked) return false;
  return isTicked(control)
    ? control.checked !== control.defaultChecked
    : control.value !== control.defaultValue;
}

function entryOf(root: ShadowRoot, control: Control): () => void {
  const place = placeOf(root, control);
  const { value } = control;
  const isOn = isTicked(control) && control.checked;
  const caret = 'selectionStart' in control ? control.selectionStart : null;
  return () => {
    const now = place() as Control | undefined;
    if (!now) return;
    if (isTicked(now)) now.checked = isOn;
    else now.value = value;
    if (caret !== null) (now as HTMLInputElement).setSelectionRange(caret, caret);
    now.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    // A field that is still being typed into has not been left.
    if (isTicked(now) || now !== root.activeElement)
      now.dispatchEvent(new Event('change', { bubbles: true }));
  };
}

/** Finds an element again, or the one that was drawn in its place; none where that is doubtful. */
function placeOf(root: ShadowRoot, element: Element): () => Element | undefined {
  const key = keyOf(element);
  const alike = (): Element[] =>
    [...root.querySelectorAll(element.localName)].filter((each) => keyOf(each) === key);
  const before = alike();
  return () => {
    if (root.contains(element)) return element;
    const now = alike();
    return now.length === before.length ? now[before.indexOf(element)] : undefined;
  };
}

/** Radios may share their name and have no id. */
const keyOf = (element: Element): string =>
  JSON.stringify([
    element.id,
    element.getAttribute('name'),
    element.getAttribute('type'),
    element.matches('button, a, summary') ? element.textContent : '',
  ]);
