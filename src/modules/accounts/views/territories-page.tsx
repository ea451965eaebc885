import { paths } from '../../../web/paths.ts'
import type { Membership } from '../../../web/visitor.ts'
import { texts } from '../texts.ts'

/** The choice of a territory for those who work in several, or in none yet. */
export function TerritoriesPage({ memberships }: { memberships: readonly Membership[] }) {
  const words = texts.territories
  return (
    <>
      <div class="pl-head">
        <div>
          <h1 class="govuk-heading-xl">{words.title}</h1>
          <p class="pl-head__more">{memberships.length > 0 ? words.lead : words.none}</p>
        </div>
      </div>
      {memberships.length > 0 ? (
        <ul class="govuk-list">
          {memberships.map(({ territory }) => (
            <li key={territory.id}>
              <a class="govuk-link" href={paths.tasks({ territory: territory.code })}>
                {territory.name}
              </a>
            </li>
          ))}
        </ul>
      ) : (
        <p class="govuk-body">
          <a class="govuk-link" href={paths.register({})}>
            {words.toRegister}
          </a>
        </p>
      )}
    </>
  )
}
