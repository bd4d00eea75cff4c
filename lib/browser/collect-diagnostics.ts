import { browser } from 'wxt/browser';

import { diagnose, type DiagnosedSnapshot } from '@/lib/model/diagnostics/diagnostics';
import { keptAside } from '@/lib/storage/local';

/** The diagnostics of this moment. */
export async function collectDiagnostics(snapshot: DiagnosedSnapshot): Promise<string> {
  return diagnose({
    companion: browser.runtime.getManifest().version,
    browser: navigator.userAgent,
    now: Date.now(),
    snapshot,
    keptAside: await keptAside(),
  });
}
