import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';

import { followAppearance } from '../lib/appearance';

/** A plain script: a module would run after the first paint. */
export default defineUnlistedScript(followAppearance);
