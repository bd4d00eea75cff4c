import { Icon, type IconName } from './Icon';

interface Props {
  icon: IconName;
  name: string;
  /** The key that does the same, shown in the tooltip. */
  keyHint?: string;
  opensMenu?: boolean;
  tabIndex?: number;
  onPress(button: HTMLElement): void;
}

export function IconButton({ icon, name, keyHint, opensMenu, tabIndex, onPress }: Props) {
  return (
    <button
      type="button"
      class="icon-button"
      aria-label={name}
      title={keyHint ? `${name} (${keyHint})` : name}
      {...(opensMenu && { 'aria-haspopup': 'menu' as const })}
      {...(tabIndex !== undefined && { tabIndex })}
      onClick={(event) => {
        event.stopPropagation();
        onPress(event.currentTarget);
      }}
    >
      <Icon name={icon} />
    </button>
  );
}
