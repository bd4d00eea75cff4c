import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';

import { followAppearance } from '@/lib/browser/appearance';

/** A plain script: a module would run after the first paint. */
export default defineUnlistedScript(followAppearance);
