import { describe, expect, it } from 'vitest';

import { findChat, openBeeper, raw, sdk } from './support';

describe('creating a chat', () => {
  it('makes a group with a title and a first message', async () => {
    const beeper = await openBeeper();
    const chat = findChat(beeper, ({ type }) => type === 'group');
    const participantIDs = chat.participants.filter(({ isSelf }) => !isSelf).map(({ id }) => id);
    const made = await sdk(beeper).chats.create({
      accountID: chat.accountID,
      type: 'group',
      participantIDs,
      title: 'Picnic',
      messageText: 'Who brings the blanket?',
    });
    expect(made).toMatchObject({ title: 'Picnic', status: 'created', unreadCount: 0 });
    expect(made.chatID).toBe(made.id);
    expect(beeper.messages(made.id).map(({ html }) => html)).toStrictEqual([
      'Who brings the blanket?',
    ]);
  });

  it('reuses the direct chat that exists', async () => {
    const beeper = await openBeeper();
    const { id, accountID, participants } = findChat(beeper, ({ title }) => title === 'Priya Nair');
    const participantIDs = [participants[0]?.id ?? ''];
    const made = await sdk(beeper).chats.create({ accountID, type: 'single', participantIDs });
    expect(made).toMatchObject({ id, status: 'existing' });
  });

  it.each([
    [{ accountID: 'nowhere', type: 'single', participantIDs: ['x'] }, 404],
    [{ accountID: 'signal', type: 'single', participantIDs: ['@nobody:beeper.local'] }, 404],
    [{ accountID: 'signal', type: 'single', participantIDs: ['a', 'b'] }, 400],
    [{ accountID: 'signal', type: 'group', participantIDs: [] }, 400],
    [{ accountID: 'signal', participantIDs: ['a'] }, 400],
    [{ accountID: 'signal', mode: 'start', user: { username: 'a' } }, 400],
  ])('refuses %j with %i', async (body, status) => {
    const beeper = await openBeeper();
    expect((await raw(beeper, '/v1/chats', { method: 'POST', body })).status).toBe(status);
  });
});

describe('starting a chat', () => {
  it('finds people by what is known of them', async () => {
    const beeper = await openBeeper();
    const chat = findChat(beeper, ({ title }) => title === 'Priya Nair');
    const { phoneNumber = '' } = chat.participants[0] ?? {};
    const user = { phoneNumber };
    const made = await sdk(beeper).chats.start({ accountID: 'signal', user });
    expect(made).toMatchObject({ chatID: chat.id, status: 'existing' });
  });

  it('opens a chat with somebody new', async () => {
    const beeper = await openBeeper();
    const user = { username: '@nina', fullName: 'Nina Costa' };
    const made = await sdk(beeper).chats.start({ accountID: 'telegram', user, messageText: 'Hi' });
    expect(made).toMatchObject({ title: 'Nina Costa', status: 'created' });
  });

  it.each([{ fullName: 'Only A. Name' }, {}, { nickname: 'N' }])('refuses %j', async (user) => {
    const beeper = await openBeeper();
    const body = { accountID: 'telegram', user };
    expect((await raw(beeper, '/v1/chats/start', { method: 'POST', body })).status).toBe(400);
  });
});
