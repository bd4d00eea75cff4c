import type { Details, Person } from '@/lib/model/messages/details';
import { t, tn } from '@/lib/text/i18n';

/** Who is in the chat, as far as Beeper has told. */
export function People({ details: { people, peopleCount } }: { details: Details }) {
  if (peopleCount === 0) return null;
  const more = peopleCount - people.length;
  return (
    <section aria-labelledby="people">
      <h3 id="people">{tn('details_people', peopleCount)}</h3>
      <ul>
        {people.map((person) => (
          <PersonLine key={person.id} person={person} />
        ))}
        {more > 0 && <li class="secondary">{tn('details_more', more)}</li>}
      </ul>
    </section>
  );
}

function PersonLine({ person: { name, handle, phone, email, roles } }: { person: Person }) {
  const ways = [handle, phone, email].filter((way) => way !== undefined);
  return (
    <li>
      <span class="person-name" dir="auto">
        {name}
      </span>
      {roles.map((role) => (
        <span key={role} class="role">
          {t(`details_${role}`)}
        </span>
      ))}
      {ways.length > 0 && (
        <span class="ways">
          {ways.map((way) => (
            <span key={way} dir="auto">
              {way}
            </span>
          ))}
        </span>
      )}
    </li>
  );
}
