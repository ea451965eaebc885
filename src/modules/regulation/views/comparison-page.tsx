import { diffArrays } from 'diff'
import type { ThingPage } from '../../../kit/thing.ts'
import { changedClauses, changedRules, clausesOf } from '../../../regulation/editor/compared.ts'
import type { Said } from '../../../regulation/editor/in-words.ts'
import { changedExamples } from '../../../regulation/examples/run.ts'
import type { Regulation } from '../../../regulation/schema.ts'
import { Clause, nb, Second, StateTag, Table } from '../../../ui/content.ts'
import { Breadcrumbs, PageHead, Sheet, Stack } from '../../../ui/frame.ts'
import type { OpenEdition } from '../case.ts'
import { paths } from '../paths.ts'
import { regulationFor } from '../queries.ts'
import { editionName } from './editor-frame.tsx'

/** What a draft would change, clause by clause and rule by rule. */
export const comparisonPage: ThingPage<OpenEdition> = async ({ one, regulation }, { ctx, tx }) => {
  const at = { territory: ctx.territory.code, edition: one.id }
  const current = await regulationFor(tx, ctx, { edition: one.id })
  const before = current && current.id !== one.id ? current : null
  const title = before ? `Чем редакция ${one.version} отличается от действующей` : `Редакция ${one.version}: сравнить не с чем`
  const body = (
    <>
      <Breadcrumbs
        links={[
          { href: paths.editions({ territory: at.territory }), label: 'Редакции' },
          { href: paths.edition(at), label: editionName(one.version) },
        ]}
      />
      <PageHead
        title={title}
        more={
          before
            ? `Действует редакция ${before.version}. Дела, начатые по ней, по ней и заканчиваются; новые пойдут по новой.`
            : 'Действующей редакции здесь ещё нет.'
        }
      />
      {before && <Differences from={before.paper} to={regulation} />}
    </>
  )
  return { title, section: 'regulation', body }
}

const tags = {
  added: { tone: 'ok', icon: 'plus', word: 'Добавлен' },
  removed: { tone: 'calm', icon: 'cross', word: 'Убран' },
  changed: { tone: 'now', icon: 'draft', word: 'Изменён' },
} as const

function Differences({ from, to }: { from: Regulation; to: Regulation }) {
  const [clauses, rules, examples] = [changedClauses(from, to), changedRules(from, to), changedExamples(from, to)]
  if (clauses.length === 0 && rules.length === 0 && examples.length === 0)
    return (
      <Sheet>
        <p>Текст и правила обеих редакций одинаковы.</p>
      </Sheet>
    )
  return (
    <Stack>
      {rules.length > 0 && (
        <Sheet title="Правила" flush>
          <Table
            caption="Изменённые правила"
            rows={rules}
            columns={[
              { title: 'Правило', cell: ({ entry }) => nb(entry.title) },
              { title: 'Было', cell: ({ before }) => <SaidList said={before} /> },
              { title: 'Станет', cell: ({ after }) => <SaidList said={after} /> },
              {
                title: 'Пункты',
                cell: ({ entry }) => clausesOf(entry, to).map((number) => <Clause number={number} />),
              },
            ]}
          />
        </Sheet>
      )}
      {examples.length > 0 && (
        <Sheet title="Примеры, ответ на которые станет другим" flush>
          <Table
            caption="Примеры с другим ответом"
            rows={examples}
            columns={[
              { title: 'Что пробуют', cell: ({ what }) => nb(what) },
              { title: 'Было', cell: ({ before }) => nb(before) },
              { title: 'Станет', cell: ({ after }) => nb(after) },
            ]}
          />
        </Sheet>
      )}
      {clauses.length > 0 && (
        <Sheet title="Текст" flush>
          <Table
            caption="Изменённые пункты"
            rows={clauses}
            columns={[
              { title: 'Пункт', cell: ({ number }) => number },
              { title: 'Что сделано', cell: ({ kind }) => <StateTag {...tags[kind]} /> },
              { title: 'Было', cell: ({ before, after }) => <Marked text={before} other={after} as="del" /> },
              { title: 'Станет', cell: ({ before, after }) => <Marked text={after} other={before} as="ins" /> },
            ]}
          />
        </Sheet>
      )}
    </Stack>
  )
}

const SaidList = ({ said }: { said: readonly Said[] }) => (
  <>
    {said.length === 0 && 'Положение молчит'}
    {said.map(({ label, text }) => (
      <>
        <Second>{label}</Second>
        {nb(text)}
      </>
    ))}
  </>
)

/** Words and the spaces between them. */
const wordsOf = (text: string) => text.split(/(\s+)/)

/** One side of a changed text, with the words that the other side does not have marked. */
function Marked({ text, other, as: Mark }: { text: string; other: string; as: 'del' | 'ins' }) {
  if (text === '' || other === '') return <span class="pl-pre">{nb(text || '—')}</span>
  const parts = diffArrays(wordsOf(other), wordsOf(text)).filter(({ removed }) => !removed)
  return <span class="pl-pre">{parts.map(({ value, added }) => (added ? <Mark>{value.join('')}</Mark> : value.join('')))}</span>
}
