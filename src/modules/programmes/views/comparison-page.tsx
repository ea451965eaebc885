import type { ThingPage } from '../../../kit/thing.ts'
import { nb, StateTag, Table } from '../../../ui/content.ts'
import { PageFrame, Sheet, Stack } from '../../../ui/frame.ts'
import { numberOf } from '../../../web/address.ts'
import { notFound } from '../../../web/route.ts'
import type { OpenProgramme } from '../case.ts'
import { type Change, compareProgrammes } from '../comparison-rules.ts'
import { contentOf } from '../store.ts'
import { sectionOf, wayTo } from './frame.tsx'

/** What two versions say differently, side by side. */
export const comparisonPage: ThingPage<OpenProgramme> = async (opened, { ctx, tx, query }) => {
  const { versions, owner } = opened
  const [from, to] = [query.from, query.to].map((asked) => versions.find(({ number }) => number === numberOf(asked)))
  if (!from || !to) return notFound
  const [before, after] = await Promise.all([contentOf(tx, ctx, from.id), contentOf(tx, ctx, to.id)])
  const body = (
    <PageFrame
      way={wayTo(ctx, opened)}
      title={`Чем редакция ${to.number} отличается от редакции ${from.number}`}
      more={to.reason ?? undefined}
    >
      <ChangesSheets
        changes={compareProgrammes(before, after, owner.regulation)}
        before={`Редакция ${from.number}`}
        after={`Редакция ${to.number}`}
      />
    </PageFrame>
  )
  return { title: `Редакции ${from.number} и ${to.number}`, section: sectionOf(owner), body }
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
