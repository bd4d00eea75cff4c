import type { Chat } from '../lib/chat';
import { Portrait } from './Portrait';

export function Avatar({ chat }: { chat: Chat }) {
  return <Portrait chat={chat} />;
}
