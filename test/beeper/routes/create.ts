import { isRich, isSince, type Age } from '../age';
import { invalid, json, notFound, type Reply } from '../http/reply';
import { route, type Call, type Route } from '../http/route';
import {
  anyString,
  boolean,
  filledString,
  list,
  object,
  oneOf,
  optional,
  type Check,
} from '../http/schema';
import type { AccountRecord, ChatRecord, PersonRecord } from '../world/records';
import { send } from '../world/talking';
import { accountOf, wholeChat } from './lookup';

interface CreateBody {
  accountID: string;
  type: 'single' | 'group';
  participantIDs: string[];
  title?: string;
  messageText?: string;
}

interface StartBody {
  accountID: string;
  user: { id?: string; username?: string; phoneNumber?: string; email?: string; fullName?: string };
  messageText?: string;
}

const createParts = {
  accountID: filledString,
  type: oneOf('single', 'group'),
  participantIDs: list(filledString, 1),
  title: optional(anyString),
  messageText: optional(anyString),
};
const startParts = {
  accountID: filledString,
  user: object({
    id: optional(anyString),
    username: optional(anyString),
    phoneNumber: optional(anyString),
    email: optional(anyString),
    fullName: optional(anyString),
  }),
  allowInvite: optional(boolean),
  messageText: optional(anyString),
};

export const CREATE_ROUTES: readonly Route[] = [
  route<CreateBody | StartBody>({
    method: 'POST',
    path: '/v1/chats',
    scope: 'write',
    body: createBody,
    handle: (call) => {
      const { body } = call;
      return 'user' in body ? start({ ...call, body }) : create({ ...call, body });
    },
  }),
  route<StartBody>({
    method: 'POST',
    path: '/v1/chats/start',
    since: '4.2.808',
    scope: 'write',
    body: () => object(startParts),
    handle: start,
  }),
];

/** Between 4.2.557 and 4.2.807 a direct chat was started through the same path with a mode. */
function createBody(age: Age): Check<CreateBody | StartBody> {
  const plain = object(createParts);
  const started = object({ ...startParts, mode: oneOf('start') });
  const knowsMode = isSince(age, '4.2.557') && !isRich(age);
  return (value, path) => {
    const isStart = knowsMode && typeof value === 'object' && value !== null && 'mode' in value;
    return isStart ? started(value, path) : plain(value, path);
  };
}

function create(call: Call<CreateBody>): Reply {
  const { accountID, type, participantIDs, title } = call.body;
  const account = accountOf(call, accountID);
  if (type === 'single' && participantIDs.length !== 1) {
    throw invalid('A single chat has exactly one participant', ['participantIDs']);
  }
  const people = participantIDs.map((id) => knownPerson(call, { account, id }));
  const existing = type === 'single' && people[0] ? directChat(call, people[0]) : undefined;
  const names = people.map(({ fullName }) => fullName).join(', ');
  const made = existing ?? open(call, { account, type, people, title: title ?? names });
  return opened(call, { chat: made, isNew: !existing });
}

function start(call: Call<StartBody>): Reply {
  const { accountID, user } = call.body;
  const account = accountOf(call, accountID);
  const { id, username, phoneNumber, email } = user;
  const handle = id ?? username ?? phoneNumber ?? email;
  if (!handle) throw invalid('Give at least one way to find the person', ['user']);
  const known = peopleOn(call, account).find((person) => isSame(person, handle));
  if (!known && id) throw notFound('User');
  const person = known ?? stranger(account, { ...user, handle });
  const existing = directChat(call, person);
  const title = person.fullName;
  const chat = existing ?? open(call, { account, type: 'single', people: [person], title });
  return opened(call, { chat, isNew: !existing });
}

function peopleOn({ app }: Pick<Call, 'app'>, account: AccountRecord): PersonRecord[] {
  const chats = [...app.world.chats.values()].filter(
    (chat) => chat.accountID === account.accountID,
  );
  return chats.flatMap((chat) => chat.participants).filter((person) => !person.isSelf);
}

function knownPerson(
  call: Pick<Call, 'app'>,
  { account, id }: { account: AccountRecord; id: string },
): PersonRecord {
  const person = peopleOn(call, account).find((candidate) => candidate.id === id);
  if (!person) throw notFound('User');
  return person;
}

function isSame({ id, username, phoneNumber, email }: PersonRecord, handle: string): boolean {
  return [id, username, phoneNumber, email].includes(handle.replace(/^@(?!.*:)/, ''));
}

function stranger(
  account: AccountRecord,
  { handle, fullName = handle, ...rest }: StartBody['user'] & { handle: string },
): PersonRecord {
  const id = `@${account.bridge.type}_${handle.replaceAll(/\W/g, '')}:beeper.local`;
  return { ...rest, id, fullName };
}

function directChat({ app }: Pick<Call, 'app'>, person: PersonRecord): ChatRecord | undefined {
  return [...app.world.chats.values()].find(
    (chat) => chat.type === 'single' && chat.participants.some(({ id }) => id === person.id),
  );
}

interface Opening {
  account: AccountRecord;
  type: ChatRecord['type'];
  people: PersonRecord[];
  title: string;
}

function open({ app }: Pick<Call, 'app'>, { account, type, people, title }: Opening): ChatRecord {
  const { accountID, user } = account;
  const participants = [...people, user];
  return app.world.addChat({ accountID, type, title, participants, history: 0 });
}

function opened(
  call: Call<CreateBody> | Call<StartBody>,
  { chat, isNew }: { chat: ChatRecord; isNew: boolean },
): Reply {
  const { age, world } = call.app;
  if (call.body.messageText) send(world, chat, { text: call.body.messageText });
  const status = isNew ? 'created' : 'existing';
  const alias = isSince(age, '4.2.557') ? { chatID: chat.id, status } : { chatID: chat.id };
  return json(isRich(age) ? { ...wholeChat(call, chat), ...alias } : alias);
}
