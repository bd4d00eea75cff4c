import { render } from 'preact';

import { Options } from '../../components/Options';
import { speakLanguage, t } from '../../lib/i18n';

speakLanguage(document.documentElement);
document.title = t('options_title');
render(<Options />, document.body);
