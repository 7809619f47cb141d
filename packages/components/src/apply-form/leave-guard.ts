import type { ReactiveController, ReactiveElement } from 'lit';

/**
 * Asks before answers are left that stand nowhere else. It listens only while there is something to lose: a page that
 * always listens is kept out of the browser's back/forward cache.
 */
export class LeaveGuard implements ReactiveController {
  private on = false;

  constructor(host: ReactiveElement) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.set(false);
  }

  set(on: boolean): void {
    if (on === this.on) return;
    this.on = on;
    if (on) addEventListener('beforeunload', ask);
    else removeEventListener('beforeunload', ask);
  }
}

function ask(event: BeforeUnloadEvent): void {
  event.preventDefault();
}
