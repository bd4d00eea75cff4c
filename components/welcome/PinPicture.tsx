/** A piece of a puzzle: where both browsers keep extensions. */
const PUZZLE = 'M4 8h4.500a2.500 2.500 0 1 1 5 0H18v4.500a2.500 2.500 0 1 1 0 5V22H4z';
const PIN = 'M8 3h6M9.500 3v6L7 12.500h8L12.500 9V3M11 12.500V19';
const GEAR =
  'M11 7.500a3.500 3.500 0 1 0 0 7a3.500 3.500 0 0 0 0-7M11 2.500v3M11 16.500v3M2.500 11h3M16.500 11h3M5 5l2.100 2.100M14.900 14.900L17 17M17 5l-2.100 2.100M7.100 14.900L5 17';

/** The way to the toolbar, drawn: the piece of a puzzle, then what stands beside our name. */
export function PinPicture({ isFirefox }: { isFirefox: boolean }) {
  return (
    <svg class="pin-picture" viewBox="0 0 480 172" aria-hidden="true">
      <rect class="window" x="1" y="1" width="478" height="170" rx="10" />
      <path class="line" d="M1 47h478" />
      <rect class="field" x="84" y="11" width="274" height="26" rx="13" />
      <path class="mark" d="M28 30l-6-6l6-6M52 18l6 6l-6 6" />
      <g transform="translate(372 10)">
        <rect class="ring" x="-4" y="-2" width="34" height="30" rx="8" />
        <path class="step" d={PUZZLE} transform="translate(1.500 0)" />
      </g>
      <path class="mark" d="M440 16v.1M440 24v.1M440 32v.1" />
      <g transform="translate(196 60)">
        <rect class="menu-box" width="226" height="96" rx="8" />
        <rect class="text" x="48" y="22" width="74" height="8" rx="4" />
        <rect class="other" x="16" y="14" width="22" height="22" rx="6" />
        <rect class="row" x="8" y="46" width="210" height="42" rx="6" />
        <image href="/icon/icon-48.png" x="16" y="55" width="24" height="24" />
        <rect class="text is-ours" x="48" y="63" width="104" height="8" rx="4" />
        <rect class="ring" x="178" y="50" width="34" height="34" rx="8" />
        <path class="step" d={isFirefox ? GEAR : PIN} transform="translate(184 56)" />
      </g>
    </svg>
  );
}
