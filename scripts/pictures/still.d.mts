export function still(): Promise<void>;
