import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

import { IconButton } from '@/components/parts/IconButton';
import { ActionButtons } from '@/components/popup/actions/ActionButtons';
import { keyName } from '@/components/popup/actions/key-name';
import { actionOfKey, isPossible } from '@/components/popup/actions/offers';
import { popupActionOfKey } from '@/components/popup/actions/popup-actions';
import { canActOn } from '@/lib/model/chats/capabilities';
import type { Row } from '@/lib/model/chats/rows';
import { formatNumber, t } from '@/lib/text/i18n';
import { keyOf } from '@/lib/text/key-of';
import type { OverlayProps } from './overlay-props';

export interface PanelProps extends OverlayProps {
  row: Row;
  /** Something else lies over it. */
  isCovered: boolean;
}

interface Props extends PanelProps {
  name: string;
  /** What opens it, and closes it again. */
  own: 'peek' | 'details';
  children: ComponentChildren;
}

/** Looks at one chat after the other in place of the list. What is done is done to that chat. */
export function Panel(props: Props) {
  const { row, name, index, count, isCovered, children } = props;
  const { chat } = row;
  const body = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (!isCovered) body.current?.focus();
  }, [chat.id, isCovered]);
  return (
    <dialog
      open
      class="panel"
      aria-label={name}
      inert={isCovered}
      onKeyDown={(event) => {
        if (isHandled(event, props)) event.preventDefault();
      }}
    >
      <header>
        <span class="heading">
          <h2 dir="auto">{chat.title}</h2>
          <span class="secondary">
            <bdi>{chat.network}</bdi>
            {' · '}
            <bdi>{t('peek_place', formatNumber(index + 1), formatNumber(count))}</bdi>
          </span>
        </span>
        <PanelActions {...props} />
      </header>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it is scrolled by keys */}
      <div ref={body} class="panel-body" role="group" aria-label={name} tabIndex={0} key={chat.id}>
        {children}
      </div>
    </dialog>
  );
}

function PanelActions({ row, canAct, run, close }: Props) {
  return (
    <span class="panel-actions">
      <ActionButtons row={row} run={run} canAct={canAct} isShort />
      <IconButton
        icon="close"
        name={t('action_close')}
        keyHint={keyName('Escape')}
        onPress={close}
      />
    </span>
  );
}

const STEPS: Readonly<Record<string, number>> = { j: 1, k: -1 };

function isHandled(event: KeyboardEvent, props: Props): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return false;
  const key = keyOf(event);
  const isOnButton = event.target instanceof HTMLElement && event.target.closest('button') !== null;
  if (isOnButton && (key === ' ' || key === 'Enter')) return false;
  if (!props.singleKeys && key.length === 1 && key !== ' ') return false;
  const step = STEPS[key];
  if (step) props.step(step);
  else if (event.repeat) return false;
  else return act(key, props);
  return true;
}

function act(key: string, { row, own, canAct, run, acts, open, close }: Props): boolean {
  const action = actionOfKey(key);
  const popupAction = popupActionOfKey(key, canAct);
  if (key === 'Escape' || action === own) close();
  else if (action && isPossible(action, canActOn(canAct, row.chat))) run(action, row);
  else if (popupAction === 'undo') acts.undo();
  else if (popupAction === 'help') open({ kind: 'keys' });
  else return false;
  return true;
}
