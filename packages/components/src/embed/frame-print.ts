/** How long a browser may take to begin, in milliseconds. */
const PATIENCE = 1000;

/**
 * A page may forbid its frame to print, and a browser then does nothing, without a word. The reader is told, and has the widget on a page
 * of its own.
 */
export function sayWhereNothingPrints(main: HTMLElement): void {
  const said = document.createElement('p');
  said.setAttribute('role', 'alert');
  addEventListener('mh-print', (event) => {
    let hasBegun = false;
    addEventListener('beforeprint', () => (hasBegun = true), { once: true });
    setTimeout(() => {
      if (hasBegun || event.defaultPrevented) return;
      // The widget takes back what it did for the paper.
      dispatchEvent(new Event('afterprint'));
      const link = document.createElement('a');
      link.href = location.href;
      link.target = '_blank';
      link.textContent = 'Open it on a page of its own';
      said.replaceChildren('The page around this does not let it print. ', link, ' and print it there.');
      main.prepend(said);
      said.scrollIntoView({ block: 'nearest' });
    }, PATIENCE);
  });
}
