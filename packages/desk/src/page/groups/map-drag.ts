import type { Point } from '@maths-hubs/sdk/hubs/map';

/** Something on the map that a school can be let go over: a group, by its key. */
export interface DropPlace {
  readonly key: string;
  readonly point: Point;
}

/** How near to a place counts as over it, in hundredths of the picture's width. */
const NEAR = 5;

/**
 * Drags a dot of the map by mouse, pen or finger, and lets it go over a group. Escape, or letting go elsewhere, puts it
 * back. The lists beside the map do the same from the keyboard.
 */
export function dragDot(
  event: PointerEvent,
  unit: number,
  places: readonly DropPlace[],
  drop: (key: string) => void,
): void {
  const dot = event.currentTarget;
  const picture = dot instanceof SVGElement ? dot.ownerSVGElement : null;
  const matrix = picture?.getScreenCTM()?.inverse();
  if (!(dot instanceof SVGElement) || !matrix || event.button !== 0) return;
  event.preventDefault();
  const at = ({ clientX, clientY }: PointerEvent): Point =>
    new DOMPoint(clientX, clientY).matrixTransform(matrix);
  const start = at(event);
  let over: DropPlace | null = null;
  const ending = new AbortController();
  const { signal } = ending;
  const end = (): void => {
    ending.abort();
    dot.removeAttribute('transform');
    dot.classList.remove('dragged');
  };
  dot.classList.add('dragged');
  dot.setPointerCapture(event.pointerId);
  dot.addEventListener(
    'pointermove',
    (moved) => {
      const here = at(moved);
      dot.setAttribute('transform', `translate(${here.x - start.x} ${here.y - start.y})`);
      over = nearest(places, here, unit * NEAR);
    },
    { signal },
  );
  dot.addEventListener(
    'pointerup',
    () => {
      end();
      if (over !== null) drop(over.key);
    },
    { signal },
  );
  dot.addEventListener('pointercancel', end, { signal });
  addEventListener('keydown', ({ key }) => key === 'Escape' && end(), { signal });
}

function nearest(places: readonly DropPlace[], { x, y }: Point, most: number): DropPlace | null {
  let found: DropPlace | null = null;
  let least = most;
  for (const place of places) {
    const far = Math.hypot(place.point.x - x, place.point.y - y);
    if (far <= least) [found, least] = [place, far];
  }
  return found;
}
