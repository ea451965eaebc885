import { HiddenKey } from './hidden-key.tsx'
import { initialsOf } from './initials.ts'
import { nb } from './nb.ts'

export type DemoPerson = {
  readonly value: string
  readonly name: string
  readonly post: string
  /** What waits on this person. */
  readonly errand?: string
}

type PeopleButtonsProps = { action: string; name: string; people: readonly DemoPerson[]; next?: string }

/** Signing in as one of the people of a demonstration, one press each. */
export function PeopleButtons({ action, name, people, next }: PeopleButtonsProps) {
  return (
    <form action={action} method="post" data-plain="">
      <HiddenKey />
      {next && <input type="hidden" name="next" value={next} />}
      <ul class="pl-people">
        {people.map((person) => (
          <li>
            <button class="pl-who" type="submit" name={name} value={person.value}>
              <span class="pl-person" aria-hidden="true">
                {initialsOf(person.name)}
              </span>
              <span>
                <b>{nb(person.name)}</b>
                {nb(person.post)}
                {person.errand && <i>{nb(person.errand)}</i>}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </form>
  )
}
