import type { Territory } from '../../../authz/ctx.ts'
import { nb, StateTag, Table } from '../../../ui/content.ts'
import { Breadcrumbs, PageHead, Sheet, Stack } from '../../../ui/frame.ts'
import { paths } from '../../../web/paths.ts'
import type { Change } from '../comparison-rules.ts'
import type { ProgrammeVersion } from '../model.ts'
import type { ProgrammeOnPage } from '../sheet.ts'
import { ownerLink } from './owner-link.ts'

type ComparisonProps = {
  territory: Pick<Territory, 'code'>
  sheet: ProgrammeOnPage
  from: ProgrammeVersion
  to: ProgrammeVersion
  changes: readonly Change[]
}

/** What two versions say differently, side by side. */
export function ComparisonPage({ territory, sheet, from, to, changes }: ComparisonProps) {
  const at = { territory: territory.code, programme: sheet.programme.id }
  return (
    <>
      <Breadcrumbs
        links={[ownerLink(territory.code, sheet.owner), { href: paths.programme(at), label: sheet.programme.title }]}
      />
      <PageHead title={`Чем редакция ${to.number} отличается от редакции ${from.number}`} more={to.reason ?? undefined} />
      <ChangesSheets changes={changes} before={`Редакция ${from.number}`} after={`Редакция ${to.number}`} />
    </>
  )
}

/** Changes by the place where they stand. */
function ChangesSheets({ changes, before, after }: { changes: readonly Change[]; before: string; after: string }) {
  if (changes.length === 0)
    return (
      <Sheet>
        <p>Обе редакции говорят одно и то же.</p>
      </Sheet>
    )
  const places = [...new Set(changes.map(({ place }) => place))]
  return (
    <Stack>
      {places.map((place) => (
        <Sheet title={place} flush>
          <Table
            caption={`Изменения: ${place}`}
            rows={changes.filter((change) => change.place === place)}
            columns={[
              { title: 'Что', cell: ({ field }) => nb(field) },
              { title: 'Что сделано', cell: ({ kind }) => <StateTag {...tags[kind]} /> },
              { title: before, cell: ({ before: text }) => <Side text={text} /> },
              { title: after, cell: ({ after: text }) => <Side text={text} /> },
            ]}
          />
        </Sheet>
      ))}
    </Stack>
  )
}

const tags = {
  added: { tone: 'ok', icon: 'plus', word: 'Добавлено' },
  removed: { tone: 'calm', icon: 'cross', word: 'Убрано' },
  changed: { tone: 'now', icon: 'draft', word: 'Изменено' },
} as const

const Side = ({ text }: { text: string | null }) =>
  text === null ? <span class="pl-quiet">нет</span> : <span class="pl-pre">{nb(text)}</span>
