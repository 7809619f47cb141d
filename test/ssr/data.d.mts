export function dataOf(tag: string): Promise<unknown>;
