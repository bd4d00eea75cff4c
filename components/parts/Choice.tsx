interface Props<T extends string | number> {
  id: string;
  label: string;
  value: T;
  choices: readonly { value: T; text: string }[];
  onChoose(value: T): void;
}

/** One of a few, in the browser's own select: known to every person and screen reader. */
export function Choice<T extends string | number>({
  id,
  label,
  value,
  choices,
  onChoose,
}: Props<T>) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select
        id={id}
        value={value}
        onChange={({ currentTarget }) => {
          const chosen = choices[currentTarget.selectedIndex];
          if (chosen) onChoose(chosen.value);
        }}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.text}
          </option>
        ))}
      </select>
    </div>
  );
}
