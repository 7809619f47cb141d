/** Version of the messages between a page and its frame; either side ignores what it does not know. */
const PROTOCOL = 1;

/** Where a widget can hand a reader on to. */
export const STEPS = ['journey', 'find', 'check', 'apply'] as const;
export type FrameStep = (typeof STEPS)[number];

/** From the page to the frame: starts the conversation, and says which of the page's own addresses follow the widget. */
export interface HelloMessage {
  readonly type: 'hello';
  readonly links?: { readonly [S in FrameStep]?: string };
}

/** From the frame to the page. Nothing that a person typed is in any of them. */
export type FrameMessage =
  | { readonly type: 'height'; readonly height: number }
  | { readonly type: 'title'; readonly title: string }
  | { readonly type: 'hand-on'; readonly to: FrameStep; readonly hub: string | null };

/** A message as it is posted. */
export function sealed<T extends FrameMessage | HelloMessage>(message: T): T & { 'maths-hubs': number } {
  return { 'maths-hubs': PROTOCOL, ...message };
}

/** The fields of a message of this protocol's version, unchecked; undefined for anything else. */
export function opened(data: unknown): Readonly<Record<string, unknown>> | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  const message = data as Readonly<Record<string, unknown>>;
  return message['maths-hubs'] === PROTOCOL ? message : undefined;
}
