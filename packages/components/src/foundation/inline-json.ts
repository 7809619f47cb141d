/** Text of an inline `<script type="application/json">` child, where there is one. */
export function inlineJson(host: Element): string | undefined {
  const script = [...(host.children ?? [])].find((child) => child.matches('script[type="application/json"]'));
  return script?.textContent ?? undefined;
}
