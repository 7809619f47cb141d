/**
 * What is wrong with how a page is laid out: it scrolls sideways, text is cut off, or text lies on text. Runs in the page, so it
 * reaches nothing outside itself.
 * @returns sentences, each with the element
 */
export function layoutFaults() {
  const faults = [];
  const name = (element) =>
    `<${element.localName}${element.className ? ` class="${element.className.baseVal ?? element.className}"` : ''}> “${(element.textContent ?? '').replace(/\s+/g, ' ').trim().slice(0, 60)}”`;
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth > clientWidth)
    faults.push(`The page is ${scrollWidth - clientWidth} px wider than its window.`);

  const areForced = matchMedia('(forced-colors: active)').matches;
  const ground = document.createElement('i');
  ground.style.color = 'Canvas';
  document.body.append(ground);
  const canvas = getComputedStyle(ground).color;
  ground.remove();

  const texts = [];
  const walk = (node) => {
    for (const child of node.children) {
      const style = getComputedStyle(child);
      // What is shut, like the inside of a <details>, takes no room.
      if (
        style.display !== 'contents' &&
        !child.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true })
      )
        continue;
      const hiddenText = style.position === 'absolute' && style.clipPath !== 'none';
      if (hiddenText || child.matches('option, title, defs, script, style')) continue;
      const box = child.getBoundingClientRect();
      if (box.right > clientWidth + 1 && box.width > 0 && scrollWidth > clientWidth)
        faults.push(`Sticks out by ${Math.round(box.right - clientWidth)} px: ${name(child)}`);
      // Cut off on purpose, and written in full beside it.
      const isShortened = style.textOverflow === 'ellipsis';
      const clips = (axis) => /hidden|clip/.test(style[axis]) && !isShortened;
      if (
        (clips('overflowX') && child.scrollWidth > child.clientWidth + 1) ||
        (clips('overflowY') && child.scrollHeight > child.clientHeight + 2 && child.clientHeight > 0)
      )
        faults.push(`Text is cut off: ${name(child)}`);
      for (const { nodeType, data } of child.childNodes)
        if (nodeType === Node.TEXT_NODE && data.trim() !== '') {
          // A shortened text reaches, unseen, beyond its end.
          if (!isShortened) texts.push(child);
          // The browser lays its own ground behind each text, whatever the text is on.
          if (areForced && style.color === canvas && style.forcedColorAdjust !== 'none')
            faults.push(`Text cannot be seen in forced colours: ${name(child)}`);
          break;
        }
      walk(child.shadowRoot ?? child);
      if (child.shadowRoot === null && child.localName === 'slot')
        for (const assigned of child.assignedElements()) walk(assigned);
    }
  };
  walk(document.body);

  const boxes = texts.flatMap((element) =>
    [...element.childNodes]
      .filter(({ nodeType }) => nodeType === Node.TEXT_NODE)
      .flatMap((node) => {
        const range = document.createRange();
        range.selectNodeContents(node);
        return [...range.getClientRects()]
          .filter(({ width, height }) => width > 1 && height > 1)
          .map((box) => ({ element, box }));
      }),
  );
  boxes.sort((a, b) => a.box.top - b.box.top);
  const layered = (element) => {
    for (let at = element; at; at = at.parentElement ?? at.getRootNode().host)
      if (
        /absolute|fixed|sticky/.test(getComputedStyle(at).position) &&
        getComputedStyle(at).zIndex !== 'auto'
      )
        return at;
    return null;
  };
  const seen = new Set();
  for (const [at, one] of boxes.entries())
    for (const other of boxes.slice(at + 1)) {
      // Lines reach a little into each other's leading.
      if (other.box.top > one.box.bottom - 5) break;
      if (one.element === other.element) continue;
      const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
      const down = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
      if (across < 3 || down < 5 || layered(one.element) !== layered(other.element)) continue;
      const fault = `Text lies on text: ${name(one.element)} and ${name(other.element)}`;
      if (!seen.has(fault)) faults.push(fault);
      seen.add(fault);
    }
  return faults;
}
