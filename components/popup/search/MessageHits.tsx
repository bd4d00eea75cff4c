import { useEffect, useMemo, useRef } from 'preact/hooks';

import { Avatar } from '@/components/parts/Avatar';
import { Portrait } from '@/components/parts/Portrait';
import type { OverlayProps } from '@/components/popup/overlays/overlay-props';
import { kindWords } from '@/lib/model/list/preview';
import type { MessageHit } from '@/lib/model/list/search/message-search';
import { snippetOf, type Word, wordsOf } from '@/lib/model/list/search/words';
import { titleOf } from '@/lib/text/error-texts';
import { formatWhen } from '@/lib/text/format-time';
import { language, t, tn } from '@/lib/text/i18n';
import { useHitKeys } from './use-hit-keys';
import { useMessages } from './use-message-search';

/** Messages that Beeper finds for the words, below the chats. */
export function Messages({
  query,
  snapshot,
  listQuery,
  acts,
  now,
}: OverlayProps & { query: string }) {
  const chats = snapshot?.chats;
  const { found, tryAgain } = useMessages(query, listQuery.filter, chats);
  const words = useMemo(() => wordsOf(query), [query]);
  const list = useRef<HTMLUListElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  useHitKeys(list);
  useEffect(() => title.current?.parentElement?.scrollTo({ top: 0 }), [query]);

  if (found === 'none yet' || found === 'cannot') return null;
  return (
    <>
      <h2 ref={title} id="hits-title" class="hits-title">
        {t('messages_title')}
        <span class="secondary" aria-live="polite">
          {wordsOfState(found, query)}
        </span>
        {'error' in found && (
          <button type="button" class="button" onClick={tryAgain}>
            {t('action_try_again')}
          </button>
        )}
      </h2>
      {'hits' in found && found.hits.length > 0 && (
        <ul ref={list} class="hits" aria-labelledby="hits-title">
          {found.hits.map((hit) => (
            <li key={`${hit.chat.id} ${hit.message.messageID}`}>
              <button
                type="button"
                class="hit"
                onClick={() => acts.open(hit.chat, hit.message.messageID)}
              >
                <Picture hit={hit} chats={chats} />
                <HitLines hit={hit} words={words} now={now} />
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function wordsOfState(
  found: Exclude<ReturnType<typeof useMessages>['found'], string>,
  query: string,
) {
  if ('error' in found) return t('messages_failed', titleOf(found.error));
  if (!('hits' in found)) return t('messages_asking');
  const { length } = found.hits;
  return length > 0 ? tn('messages_found', length) : t('messages_none', query);
}

interface PictureProps {
  hit: MessageHit;
  chats: ReadonlyMap<string, Parameters<typeof Avatar>[0]['chat']> | undefined;
}

function Picture({ hit, chats }: PictureProps) {
  const known = chats?.get(hit.chat.id);
  return known ? <Avatar chat={known} /> : <Portrait chat={hit.chat} />;
}

interface LinesProps {
  hit: MessageHit;
  words: readonly Word[];
  now: number;
}

function HitLines({ hit: { chat, message }, words, now }: LinesProps) {
  const { isOwn, sender, text, kind, at } = message;
  const who = isOwn
    ? t('preview_own', '')
    : sender && chat.isGroup
      ? t('preview_from', sender, '')
      : '';
  return (
    <>
      <span class="title" dir="auto">
        {chat.title}
      </span>
      <span class="visually-hidden">, {chat.network}, </span>
      <time class="when">{formatWhen(at, now, language())}</time>
      <span class="visually-hidden">, </span>
      <span class="preview">
        {who}
        <bdi>{text ? <Snippet text={text} words={words} /> : kindWords(kind)}</bdi>
      </span>
    </>
  );
}

/** The words stand out by weight, line and ground, and as marked for those who hear them. */
function Snippet({ text, words }: { text: string; words: readonly Word[] }) {
  const parts = useMemo(() => snippetOf(text, words), [text, words]);
  return (
    <>
      {parts.map(({ text: part, isFound, at }) => (isFound ? <mark key={at}>{part}</mark> : part))}
    </>
  );
}
