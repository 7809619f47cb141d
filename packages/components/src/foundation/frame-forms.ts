/**
 * A frame whose host allows scripts and no forms swallows every submission, and the event with it: a button would do nothing, without a
 * word. So in a frame a press of the button is the submission; Enter in a field presses the form's first button by itself.
 */
export function submitByButton(widget: HTMLElement, root: () => ParentNode): void {
  if (globalThis.parent === globalThis.window) return;
  widget.addEventListener('click', (event) => {
    const button = event.composedPath().find((node) => node instanceof HTMLButtonElement);
    const form = button?.type === 'submit' ? button.form : null;
    if (!button || !form || event.defaultPrevented || !(root() as ParentNode & Node).contains(form)) return;
    event.preventDefault();
    if (!form.noValidate && !form.reportValidity()) return;
    const submission = new SubmitEvent('submit', { bubbles: true, cancelable: true, submitter: button });
    if (form.dispatchEvent(submission)) form.submit();
  });
}
