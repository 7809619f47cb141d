export function dataOf(tag: string): Promise<unknown>;
export function dataInHand(tag: string, read: (attribute: string) => string | null): Promise<unknown>;
