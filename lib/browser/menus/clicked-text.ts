import { toLine, toLines } from '@/lib/text/clip';

/** What was clicked on in a web page, as the browser tells it. */
export interface Clicked {
  pageUrl?: string | undefined;
  linkUrl?: string | undefined;
  selectionText?: string | undefined;
  /** Told only where we may see the tab. */
  pageTitle?: string | undefined;
}

/** As long as a message may well be, characters. */
const LONGEST = 4000;

/** What it becomes in a draft: what was selected, the link, or the page; and where it is from. */
export function textOfClicked({ pageUrl, linkUrl, selectionText, pageTitle }: Clicked): string {
  const page = webAddress(pageUrl);
  const link = webAddress(linkUrl);
  const selected = toLines((selectionText ?? '').slice(0, LONGEST));
  if (selected) return lines(selected, link ?? page);
  return link ?? pageText({ page, pageTitle });
}

/** The page itself, whatever on it was clicked. */
export function textOfPage({ pageUrl, pageTitle }: Clicked): string {
  return pageText({ page: webAddress(pageUrl), pageTitle });
}

interface Page {
  page: string | undefined;
  pageTitle: string | undefined;
}

function pageText({ page, pageTitle }: Page): string {
  const title = toLine(pageTitle ?? '');
  return lines(title === page ? '' : title, page);
}

function lines(...parts: readonly (string | undefined)[]): string {
  return parts.filter(Boolean).join('\n');
}

/** Of the web, as it is written in a message; whoever gets it can open nothing else. */
function webAddress(url: string | undefined): string | undefined {
  if (!url || url.length > LONGEST || !URL.canParse(url)) return undefined;
  const { protocol, username, password } = new URL(url);
  const isSecret = username !== '' || password !== '';
  return /^https?:$/.test(protocol) && !isSecret ? url : undefined;
}
