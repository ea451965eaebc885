import type { Membership } from '../../../authz/visitor.ts'
import { nb, RowList, TextLink } from '../../../ui/content.ts'
import { ButtonLink, Empty, PageHead, Sheet } from '../../../ui/frame.ts'
import { paths } from '../../../web/paths.ts'
import { texts } from '../texts.ts'

/** The choice of a territory for those who work in several, or in none yet. */
export function TerritoriesPage({ memberships }: { memberships: readonly Membership[] }) {
  const words = texts.territories
  if (memberships.length === 0) {
    return (
      <Empty
        picture="map"
        title={words.none}
        alone
        actions={<ButtonLink href={paths.register({})}>{words.toRegister}</ButtonLink>}
      >
        <p class="govuk-body">{nb(words.noneThen)}</p>
      </Empty>
    )
  }
  const rows = memberships.map(({ territory }) => (
    <TextLink href={paths.tasks({ territory: territory.code })}>{territory.shortName}</TextLink>
  ))
  return (
    <>
      <PageHead title={words.title} more={words.lead} />
      <Sheet>
        <RowList rows={rows} />
      </Sheet>
    </>
  )
}
