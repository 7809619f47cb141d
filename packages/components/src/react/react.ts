import { useEffect, useRef, type RefObject } from 'react';
import type {} from '../index.js';

/** Listeners by the name of their event: `{ 'mh-phase-toggle': ({ phase }) => … }`. */
export type MhListeners = {
  readonly [Name in keyof GlobalEventHandlersEventMap as Name extends `mh-${string}` ? Name : never]?: (
    event: GlobalEventHandlersEventMap[Name],
  ) => void;
};

/**
 * Listens to the events of a widget, on a page that was rendered on a server too. There React 19 attaches `onmh-…`
 * handlers only when it renders the element a second time, so that the first press would be lost.
 *
 * @example
 * function Journey() {
 *   const map = useMhEvents<JourneyMap>({ 'mh-phase-toggle': ({ phase, open }) => note(phase, open) });
 *   return <mh-journey-map ref={map} edition="2024/25" />;
 * }
 *
 * @param listeners  by event; the newest of each is called
 * @returns a ref for the widget, or for any element around several
 */
export function useMhEvents<E extends HTMLElement = HTMLElement>(
  listeners: MhListeners,
): RefObject<E | null> {
  const element = useRef<E>(null);
  const newest = useRef(listeners);
  useEffect(() => {
    newest.current = listeners;
  });
  const names = Object.keys(listeners).sort().join(' ');
  useEffect(() => {
    const target = element.current;
    if (target === null) return;
    const listen = (event: Event): void => {
      const listener = newest.current[event.type as keyof MhListeners] as
        ((event: Event) => void) | undefined;
      listener?.(event);
    };
    const each = names.split(' ').filter(Boolean);
    for (const name of each) target.addEventListener(name, listen);
    return () => {
      for (const name of each) target.removeEventListener(name, listen);
    };
  }, [names]);
  return element;
}
