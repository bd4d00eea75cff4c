import { createStore, setMany } from 'idb-keyval';
import { describe, expect, it } from 'vitest';

import { loadPictures, loadAvatarIndex } from '@/lib/storage/avatars';
import { openBeeper } from '../../../beeper/support';
import type { ChatRecord } from '../../../beeper/world/records';
import { openDesk } from '../../../helpers/desk';
import { fillDisks } from '../../../helpers/fake-browser';
import { ADA, BO, openGallery, pictureAt, served } from '../../../helpers/gallery';
import { Life } from '../../../helpers/life';
import { addKnownChat } from '../../../helpers/story';

describe('a picture that is drawn', () => {
  it('is fetched once, with the token, and kept small', async () => {
    const { desk, draw } = await openGallery();
    await draw();
    await draw();
    await desk.restart();
    await draw();
    expect(served(desk)).toStrictEqual([ADA]);
    expect(await pictureAt(ADA)).toMatch(/^data:image\/webp,image\/png of \d+ bytes$/);
  });

  it('is known by its first bytes, whatever Beeper calls it', async () => {
    const { draw } = await openGallery({ switches: { assetType: 'octet-stream' } });
    await draw();
    expect(await pictureAt(ADA)).toContain('image/png');
  });

  it('is fetched once for two who want it at the same time', async () => {
    const { desk, chats } = await openGallery({}, ADA, ADA);
    const letGo = desk.holdBack('/v1/assets/serve');
    const [one, two] = chats.map(({ id }) => ({ chatIDs: [id] }));
    let answered = 0;
    await desk.happen(({ handlers }) => {
      for (const request of [one, two]) {
        if (request) void handlers.avatars(request).then(() => (answered += 1));
      }
    });
    expect(answered).toBe(0);
    await letGo();
    expect(answered).toBe(2);
    expect(served(desk)).toStrictEqual([ADA]);
  });

  it('is fetched anew when the chat has another', async () => {
    const { desk, chats, draw } = await openGallery();
    await draw();
    desk.beeper.world.change(chats[0] as ChatRecord, { imgURL: BO });
    await desk.poll();
    await draw();
    expect(served(desk)).toStrictEqual([ADA, BO]);
    expect([...(await loadAvatarIndex()).keys()].toSorted()).toStrictEqual([ADA, BO]);
  });

  it.each(['', 'https://avatars.example.com/ada.png', 'data:image/png;base64,AAAA'])(
    'and is not of Beeper is asked of nobody: %j',
    async (imgURL) => {
      const { desk, chats, draw } = await openGallery();
      const [chat] = chats as [ChatRecord];
      const participants = chat.participants.map((person) => ({ ...person, imgURL }));
      desk.beeper.world.change(chat, { imgURL, participants });
      await desk.poll();
      await draw();
      expect(served(desk)).toStrictEqual([]);
      expect((await desk.chats()).get(chat.id)).not.toHaveProperty('avatar');
    },
  );

  it('of a chat nobody knows is asked of nobody', async () => {
    const { desk } = await openGallery();
    await desk.ask('avatars', { chatIDs: ['!nobody', ''] });
    expect(served(desk)).toStrictEqual([]);
  });

  it('is drawn a few at a time, and no more than a screen of them', async () => {
    const addresses = Array.from({ length: 50 }, (_, index) => `mxc://local.beeper.com/${index}`);
    const { desk, draw } = await openGallery({}, ...addresses);
    const letGo = desk.holdBack('/v1/assets/serve');
    await desk.happen(() => void draw());
    expect(served(desk)).toHaveLength(4);
    await letGo();
    expect(served(desk).toSorted()).toStrictEqual(addresses.slice(0, 40).toSorted());
  });
});

describe('a slow picture', () => {
  it('keeps no other waiting', async () => {
    const { desk, draw } = await openGallery({}, ADA, BO);
    const letGo = desk.holdBack(encodeURIComponent(ADA));
    await desk.happen(() => void draw());
    expect(await pictureAt(BO)).toBeDefined();
    expect(await pictureAt(ADA)).toBeUndefined();
    await letGo();
    expect(await pictureAt(ADA)).toBeDefined();
  });
});

describe('a Beeper from before there were pictures', () => {
  it.each([
    ['v4.1.300', 0],
    ['v4.2.600', 1],
    ['current', 1],
  ] as const)('%s is asked for %d', async (age, count) => {
    const desk = await openDesk({ chats: 0, age });
    const chat = await addKnownChat(desk);
    for (const person of chat.participants) person.imgURL = ADA;
    await desk.poll();
    expect((await desk.chats()).get(chat.id)).toMatchObject({ avatar: ADA });
    await desk.ask('avatars', { chatIDs: [chat.id] });
    expect(served(desk)).toHaveLength(count);
  });
});

/** Puts as many pictures on the index as there is room for, drawn long ago. */
async function fillShelf(): Promise<string[]> {
  const addresses = Array.from({ length: 400 }, (_, index) => `mxc://old/${index}`);
  const kept = addresses.map((address, at) => ({ address, at, size: 20 }));
  const pictures = addresses.map((address): [string, string] => [address, 'data:image/webp,old']);
  await setMany([...pictures, ['shelf', kept]], createStore('companion-avatars', 'avatars'));
  return addresses;
}

describe('a full shelf', () => {
  it('loses the picture drawn longest ago, and nothing else', async () => {
    const { draw } = await openGallery();
    const [oldest = '', ...others] = await fillShelf();
    await draw();
    const left = await loadPictures([oldest, ...others, ADA]);
    expect([...left.keys()]).toStrictEqual([...others, ADA]);
    expect((await loadAvatarIndex()).size).toBe(400);
  });

  it('keeps what is drawn, however long ago it was fetched', async () => {
    const { desk, chats } = await openGallery({}, 'mxc://old/0', ADA);
    await fillShelf();
    for (const { id } of chats) await desk.ask('avatars', { chatIDs: [id] });
    const left = await loadPictures(['mxc://old/0', 'mxc://old/1', ADA]);
    expect([...left.keys()]).toStrictEqual(['mxc://old/0', ADA]);
  });
});

describe('a worker that dies', () => {
  it('at any moment leaves nothing that keeps the picture from being drawn', async () => {
    const whole = await openGallery();
    await whole.desk.restart();
    await whole.draw();
    const { dealings } = whole.desk.life;
    expect(dealings).toContain('before GET /v1/assets/serve');
    for (const dies of dealings.keys()) {
      const { desk, draw } = await openGallery();
      await desk.restart(new Life(dies));
      await draw();
      expect(desk.life.isOver).toBe(true);
      await desk.restart();
      await draw();
      expect(await pictureAt(ADA)).toBeDefined();
    }
  }, 30_000);
});

describe('a full disk', () => {
  it('costs the pictures and nothing else', async () => {
    const { desk, draw } = await openGallery();
    const makeRoom = fillDisks('IndexedDB');
    await draw();
    expect(await pictureAt(ADA)).toBeUndefined();
    expect(await desk.status()).not.toHaveProperty('trouble');
    makeRoom();
    await draw();
    expect(await pictureAt(ADA)).toBeDefined();
  });
});

describe('the pictures of a Beeper', () => {
  it('are forgotten with it', async () => {
    const { desk, draw } = await openGallery();
    await draw();
    await desk.ask('disconnect', null);
    expect(await pictureAt(ADA)).toBeUndefined();
    expect(await loadAvatarIndex()).toStrictEqual(new Map());
  });

  it('are forgotten when another is connected', async () => {
    const { desk, draw } = await openGallery();
    await draw();
    const other = await openBeeper({ chats: 3, seed: 99 });
    await desk.ask('connect', { baseUrl: other.url, token: other.token });
    expect(await loadAvatarIndex()).toStrictEqual(new Map());
  });

  it('that come after it was forgotten are not kept', async () => {
    const { desk, draw } = await openGallery();
    const letGo = desk.holdBack('/v1/assets/serve');
    await desk.happen(() => void draw());
    await desk.ask('disconnect', null);
    await letGo();
    expect(served(desk)).toStrictEqual([ADA]);
    expect(await loadAvatarIndex()).toStrictEqual(new Map());
    expect(await pictureAt(ADA)).toBeUndefined();
  });

  it('are not asked for once it is forgotten', async () => {
    const { desk, draw } = await openGallery();
    await desk.ask('disconnect', null);
    await draw();
    expect(served(desk)).toStrictEqual([]);
  });
});
