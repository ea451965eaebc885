import type { Membership } from '../../../authz/visitor.ts'
import { ButtonLink } from '../../../ui/buttons.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { nb } from '../../../ui/nb.ts'
import { PageHead } from '../../../ui/page-head.tsx'
import { RowList } from '../../../ui/row-list.tsx'
import { Sheet } from '../../../ui/sheet.tsx'
import { TextLink } from '../../../ui/text-link.tsx'
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
    <TextLink href={paths.tasks({ territory: territory.code })}>{territory.name}</TextLink>
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
