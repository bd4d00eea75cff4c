import { type Act, idOf, stepOf } from '@/lib/model/actions/action-log';
import { type History, withAct, withoutAct } from '@/lib/model/actions/history';
import type { RequestedActions } from '@/lib/model/actions/intent';
import { changeReminder, reminderOf, type Reminders } from '@/lib/model/reminders/reminder';
import { chatAsWanted, type State } from '@/lib/worker/core/state';
import { applyIntents } from './apply-intents';

/**
 * The state with what a person wants taken in, and with how to take it back: whoever acts, in a page
 * or in a menu of the browser, can have it undone from any page.
 */
export function enqueueActions(state: State, asked: RequestedActions, now: number): State {
  const after = applyIntents(state, asked.intents, now);
  const history = historyAfter(state, asked, { isNew: after !== state, now });
  if (history === state.history) return after;
  return { ...after, history, reminders: remindersAfter(after, asked) };
}

/** What had rung, and was closed by what is taken back, is open again. It does not ring again. */
function remindersAfter(
  { reminders, history }: State,
  { intents, undoes }: RequestedActions,
): Reminders {
  const act = history.find((past) => undoes !== undefined && idOf(past) === undoes);
  const isUndone = new Set(intents.map(({ chatID }) => chatID));
  const closed = act?.steps.filter(({ stamped: { chatID }, rang }) => {
    const ours = reminderOf(reminders, chatID);
    return isUndone.has(chatID) && ours?.bell === 'done' && ours.at === rang;
  });
  return (closed ?? []).reduce(
    (before, { stamped }) => changeReminder(before, stamped.chatID, { bell: 'rung' }),
    reminders,
  );
}

/** @param state as it is before */
function historyAfter(
  state: State,
  asked: RequestedActions,
  { isNew, now }: { isNew: boolean; now: number },
): History {
  if (asked.undoes) return withoutAct(state.history, asked.undoes);
  // What was known before is not done a second time.
  return isNew ? withAct(state.history, { ...actOf(state, asked), at: now }) : state.history;
}

function actOf(state: State, { intents }: RequestedActions): Act {
  return {
    steps: intents.flatMap((stamped) => {
      const chat = chatAsWanted(state, stamped.chatID);
      return chat ? [stepOf(stamped, chat, state.reminders)] : [];
    }),
  };
}
