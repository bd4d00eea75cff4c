import { forgetForSession, keepForSession, keptForSession } from './session';

/** Keeps what a page is opened for until that page is done with it. */
export function keepHandoff(id: string, handoff: object): Promise<void> {
  return keepForSession(keyOf(id), handoff);
}

/** What was kept, still to be parsed. */
export function loadHandoff(id: string): Promise<unknown> {
  return keptForSession(keyOf(id));
}

export function forgetHandoff(id: string): Promise<void> {
  return forgetForSession(keyOf(id));
}

function keyOf(id: string): string {
  return `errand:${id}`;
}
