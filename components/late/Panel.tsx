import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

import { formatNumber, t } from '../../lib/i18n';
import type { Row } from '../../lib/rows';
import { IconButton } from '../IconButton';
import type { LayerProps } from '../layer';
import { deedLines, type DeedLine, keyName } from './deed-lines';

export interface PanelProps extends LayerProps {
  row: Row;
  /** Something else lies over it. */
  isCovered: boolean;
}

interface Props extends PanelProps {
  name: string;
  /** Opens it, and closes it again. */
  ownKey: string;
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
            {chat.network} · {t('peek_place', formatNumber(index + 1), formatNumber(count))}
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

function PanelActions({ row, canAct, deeds, close }: Props) {
  return (
    <span class="panel-actions">
      {deedLines(canAct, row.chat).map(
        ({ deed, key, words, icon }) =>
          icon && (
            <IconButton
              key={deed}
              icon={icon(row.chat)}
              name={t(words(row.chat))}
              keyHint={keyName(key)}
              onPress={() => deeds[deed](row)}
            />
          ),
      )}
      <IconButton
        icon="more"
        name={t('chat_more', row.chat.title)}
        keyHint="."
        opensMenu
        onPress={() => deeds.more(row)}
      />
      <IconButton icon="close" name={t('action_close')} keyHint="Esc" onPress={close} />
    </span>
  );
}

const STEPS: Readonly<Record<string, number>> = { j: 1, k: -1 };

function isHandled(event: KeyboardEvent, props: Props): boolean {
  const { key } = event;
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return false;
  const isOnButton = event.target instanceof HTMLElement && event.target.closest('button') !== null;
  if (isOnButton && (key === ' ' || key === 'Enter')) return false;
  const step = STEPS[key];
  if (step) props.step(step);
  else if (event.repeat) return false;
  else return act(key, props);
  return true;
}

function act(key: string, { row, ownKey, canAct, deeds, acts, open, close }: Props): boolean {
  const line: DeedLine | undefined = deedLines(canAct, row.chat).find((one) => one.key === key);
  if (key === 'Escape' || key === ownKey) close();
  else if (line) deeds[line.deed](row);
  else if (key === '.') deeds.more(row);
  else if (key === 'z') acts.undo();
  else if (key === '?') open({ kind: 'keys' });
  else return false;
  return true;
}
