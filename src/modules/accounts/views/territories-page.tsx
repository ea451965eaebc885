import { type LinkItem, nb, RowList, TextLink } from '../../../ui/content.ts'
import { ButtonLink, Empty, PageHead, Sheet } from '../../../ui/frame.ts'
import { paths } from '../../../web/paths.ts'
import { texts } from '../texts.ts'

/** The choice of a territory for those who work in several, or in none yet. */
export function TerritoriesPage({ homes }: { homes: readonly LinkItem[] }) {
  const words = texts.territories
  if (homes.length === 0) {
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
  const rows = homes.map(({ href, label }) => <TextLink href={href}>{label}</TextLink>)
  return (
    <>
      <PageHead title={words.title} more={words.lead} />
      <Sheet>
        <RowList rows={rows} />
      </Sheet>
    </>
  )
}
