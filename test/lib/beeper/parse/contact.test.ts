import { expect, it } from 'vitest';

import { readAccountChoices } from '@/lib/beeper/parse/contact';

const LISTED = [
  { accountID: 'wa', network: 'WhatsApp', user: { id: '1', fullName: 'Ada' } },
  { accountID: 'signal', network: 'Signal', user: { id: '2' } },
];

it('tells an account that only chats are known of from another of its network', () => {
  const known = [
    { id: 'signal', network: 'Signal' },
    { id: 'wa.2', network: 'WhatsApp' },
    { id: 'imessage', network: 'iMessage' },
  ];
  expect(readAccountChoices(LISTED, known)).toStrictEqual([
    { id: 'imessage', network: 'iMessage' },
    { id: 'signal', network: 'Signal' },
    { id: 'wa', network: 'WhatsApp', name: 'Ada' },
    { id: 'wa.2', network: 'WhatsApp', name: 'wa.2' },
  ]);
  expect(readAccountChoices('nonsense', known)).toBeUndefined();
});
