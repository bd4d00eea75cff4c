import { describe, expect, test } from 'vitest';

import { eventually } from '../browsers/eventually';
import { badgeIsRight, BROWSERS, connect, isOwn, useStage, withPopup } from './stage';

const TITLE = '<img src=x onerror="document.title=1"><b>Eve</b>';
const BODY =
  '<p>Look: <img src="https://remote.example/a.png" onerror="document.title=2">here</p>' +
  '<script>document.title = 3</script><style>body { display: none }</style>' +
  '<a href="javascript:document.title=4">tap</a> &lt;b&gt;not bold&lt;/b&gt;';

describe.each(BROWSERS)('hostile content in %s', (browser) => {
  const stage = useStage(browser, { chats: 20, seed: 4 });

  test('titles and messages are shown as the text they are, and nothing of them runs', async () => {
    const chat = stage.beeper.addChat({ title: TITLE });
    stage.beeper.receive(chat.id, { html: BODY });
    await connect(stage);
    await badgeIsRight(stage);
    await withPopup(stage, async (popup) => {
      const asked: string[] = [];
      popup.page.on('request', (request) => asked.push(request.url()));
      await eventually(() => popup.says(TITLE));
      expect(await popup.says('Look: here tap <b>not bold</b>')).toBe(true);
      const found = await popup.page.evaluate(() => ({
        title: document.title,
        markup: document.querySelectorAll(
          'li img:not(.avatar > img), li b, li a, li script, li style',
        ).length,
        remote: performance
          .getEntriesByType('resource')
          .filter(({ name }) => !name.startsWith(origin)),
      }));
      expect(found).toEqual({ title: 'Companion for Beeper', markup: 0, remote: [] });
      expect(asked.filter((url) => !isOwn(url, stage.companion))).toEqual([]);
    });
  });
});
