import { beforeEach, describe, expect, it } from 'vitest';

import type { Preview } from '@/lib/model/chats/chat';
import { previewLine, previewParts } from '@/lib/model/list/preview';
import { aChat, aPreview } from '../../../helpers/builders';
import { resetBrowser } from '../../../helpers/fake-browser';

beforeEach(resetBrowser);

describe('the last message on a line', () => {
  it.each<[string, Partial<Preview>, boolean]>([
    ['Hello', {}, false],
    ['You: Hello', { isOwn: true }, false],
    ['Ada: Hello', { sender: 'Ada' }, true],
    ['Hello', { sender: 'Ada' }, false],
    ['Hello', {}, true],
    ['Photo', { text: '', kind: 'IMAGE' }, false],
    ['Look!', { text: 'Look!', kind: 'IMAGE' }, false],
    ['You: Voice message', { text: '', kind: 'VOICE', isOwn: true }, false],
    ['Ada left', { text: 'Ada left', kind: 'NOTICE', sender: 'Ada' }, true],
    ['Ada reacted', { text: 'Ada reacted', kind: 'REACTION', sender: 'Ada' }, true],
    ['Message deleted', { text: '', kind: 'DELETED' }, false],
    ['Message', { text: '', kind: 'SOMETHING_NEW' }, false],
    ['Message', { text: '', kind: 'OTHER' }, false],
    ['', { text: '' }, false],
  ])('reads %j', (line, preview, isGroup) => {
    expect(previewLine(aChat({ preview: aPreview(preview), isGroup }))).toBe(line);
  });

  it('keeps the sender apart, so that what was said can run its own way', () => {
    const preview = aPreview({ text: 'مرحبا', sender: 'Ada' });
    const parts = { from: 'Ada: ', text: 'مرحبا' };
    expect(previewParts(aChat({ preview, isGroup: true }))).toStrictEqual(parts);
  });

  it('is empty where there is none', () => {
    expect(previewLine(aChat())).toBe('');
  });
});
