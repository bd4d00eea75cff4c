import { render } from 'preact';

import { Options } from '@/components/options/Options';
import { speakLanguage, t } from '@/lib/text/i18n';

speakLanguage(document.documentElement);
document.title = t('options_title');
render(<Options />, document.body);
