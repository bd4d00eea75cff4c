// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act, cleanup, fireEvent, render } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { Avatar } from '@/components/parts/Avatar';
import type { Chat } from '@/lib/model/chats/chat';
import { answerRequests, type Handlers } from '@/lib/requests/bridge';
import { changeAvatarIndex, clearPictures } from '@/lib/storage/avatars';
import { aChat } from '../../helpers/builders';
import { resetBrowser } from '../../helpers/fake-browser';
import { quiet } from '../../helpers/quiet';

beforeEach(async () => {
  resetBrowser();
  await clearPictures();
  answerRequests({ avatars: async () => undefined } as unknown as Handlers);
});
afterEach(cleanup);

async function keep(address: string): Promise<string> {
  const picture = `data:image/webp,${address}`;
  const kept = { address, at: 0, size: picture.length };
  const put = { address, picture };
  await changeAvatarIndex((avatarIndex) => ({
    avatarIndex: new Map(avatarIndex).set(address, kept),
    put,
  }));
  return picture;
}

/** Draws it and waits for what it reads. */
async function draw(chat: Chat) {
  const { container, rerender } = render(<Avatar chat={chat} />);
  await settled();
  return {
    container,
    redraw: async (next: Chat) => {
      rerender(<Avatar chat={next} />);
      await settled();
    },
  };
}

async function settled(): Promise<void> {
  await act(async () => {
    await new Promise((resolve) => {
      requestIdleCallback(resolve);
    });
    await quiet();
  });
}

function imagesIn(container: Element): (string | null)[] {
  return [...container.querySelectorAll('img')].map((image) => image.getAttribute('src'));
}

describe('an avatar', () => {
  it('shows initials while there is no picture', async () => {
    const { container } = await draw(aChat({ title: 'Ada Lovelace', avatar: 'mxc://a/none' }));
    expect(container.textContent).toBe('ALS');
    expect(imagesIn(container)).toStrictEqual([]);
  });

  it('shows the picture over the initials, under the mark of the network', async () => {
    const picture = await keep('mxc://a/1');
    const { container } = await draw(aChat({ title: 'Ada Lovelace', avatar: 'mxc://a/1' }));
    expect(imagesIn(container)).toStrictEqual([picture]);
    expect(container.textContent).toBe('ALS');
    expect(container.querySelector('img + .network')?.textContent).toBe('S');
  });

  it('shows initials in place of a picture that cannot be drawn, until there is another', async () => {
    await Promise.all([keep('mxc://a/5'), keep('mxc://a/6')]);
    const { container, redraw } = await draw(aChat({ avatar: 'mxc://a/5' }));
    const broken = container.querySelector('img') as HTMLImageElement;
    fireEvent.error(broken);
    await redraw(aChat({ avatar: 'mxc://a/5', unreadCount: 1 }));
    expect(broken.isConnected && broken.hidden).toBe(true);
    await redraw(aChat({ avatar: 'mxc://a/6' }));
    expect(container.querySelectorAll('img:not([hidden])')).toHaveLength(1);
  });

  it('says nothing: the row has the name', async () => {
    await keep('mxc://a/2');
    const { container } = await draw(aChat({ avatar: 'mxc://a/2' }));
    expect(container.querySelector('img')?.getAttribute('alt')).toBe('');
    expect(container.firstElementChild?.getAttribute('aria-hidden')).toBe('true');
  });

  it('of a row that shows another chat shows no picture of the one before', async () => {
    const picture = await keep('mxc://a/4');
    await keep('mxc://a/3');
    const { container, redraw } = await draw(aChat({ avatar: 'mxc://a/3' }));
    await redraw(aChat({ id: '!bo', title: 'Bo' }));
    expect(imagesIn(container)).toStrictEqual([]);
    await redraw(aChat({ id: '!cy', title: 'Cy', avatar: 'mxc://a/4' }));
    expect(imagesIn(container)).toStrictEqual([picture]);
  });
});
