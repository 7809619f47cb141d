import type { Edition } from '@maths-hubs/sdk/programme';
import type { HubDesk, Me } from '../model/desk.js';
import type { JudgedCase } from '../model/judge-case.js';
import type { Question } from './confirmation.js';
import type { DeskSource, StateMove } from './source.js';

/** What every view of the page shares. */
export interface DeskState {
  readonly source: DeskSource;
  readonly hub: Me['hubs'][number];
  readonly edition: Edition;
  /** All but what is set aside. */
  readonly cases: readonly JudgedCase[];
  /** What came beyond a day's number: nobody was notified of it. */
  readonly setAside: readonly JudgedCase[];
  readonly desk: HubDesk;
  may(role: 'decide' | 'erase'): boolean;
  /** Moves applications, and offers to undo it. */
  move(moves: readonly StateMove[]): Promise<void>;
  keep(desk: HubDesk): Promise<void>;
  /** Does something that the service may refuse: says how it went, and reloads what has changed. */
  act(work: () => Promise<void>, done: string): Promise<void>;
  /** Asks before what cannot be undone. */
  confirm(question: Question): Promise<boolean>;
  say(message: string): void;
  /** Says what went wrong. */
  fail(error: unknown): void;
  /** When what was changed is on the page. */
  drawn(): Promise<void>;
  redraw(): void;
}
