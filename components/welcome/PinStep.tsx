import { Icon } from '@/components/parts/Icon';
import { t } from '@/lib/text/i18n';
import { PinPicture } from './PinPicture';
import { StepHeading } from './StepHeading';
import { usePinned } from './use-pinned';

const IS_FIREFOX = import.meta.env.FIREFOX;

/** How the icon comes to the toolbar, which no extension can do by itself. */
export function PinStep() {
  const isPinned = usePinned();
  return (
    <section class="card" aria-labelledby="pin">
      <StepHeading id="pin" number={2} isDone={isPinned} words={t('welcome_pin')} />
      <p role="status" class={isPinned ? 'state is-well' : ''}>
        {isPinned && <Icon name="read" />}
        {isPinned ? t('welcome_pinned') : t(IS_FIREFOX ? 'welcome_pin_gear' : 'welcome_pin_pin')}
      </p>
      {!isPinned && <PinPicture isFirefox={IS_FIREFOX} />}
    </section>
  );
}
