import { describe, expect, it } from 'vitest';

import { readConnection } from '@/lib/model/connection/connection';

const CONNECTION = { baseUrl: 'http://localhost:23373', token: 'x' };

describe('the connection', () => {
  it.each([CONNECTION, { ...CONNECTION, reminderForm: 'ms' }])('is read as stored: %j', (value) => {
    expect(readConnection(value)).toStrictEqual(value);
  });

  it('forgets a form of reminders it does not know', () => {
    expect(readConnection({ ...CONNECTION, reminderForm: 'smoke' })).toStrictEqual(CONNECTION);
  });

  it.each([null, 'x', {}, { ...CONNECTION, token: '' }, { ...CONNECTION, baseUrl: 7 }])(
    'is none: %j',
    (value) => {
      expect(readConnection(value)).toBeUndefined();
    },
  );
});
