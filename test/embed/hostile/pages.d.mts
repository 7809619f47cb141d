export interface HostilePage {
  readonly type?: string;
  readonly column?: number;
  readonly sameInEveryEngine?: boolean;
  readonly staysPlain?: boolean;
}
export const HOSTILE_PAGES: Readonly<Record<string, HostilePage>>;
export function hostilePage(name: string): string;
