import { render } from 'preact';

import { speakLanguage, t } from '@/lib/text/i18n';
import { Options } from '../../components/Options';

speakLanguage(document.documentElement);
document.title = t('options_title');
render(<Options />, document.body);
