import { counted } from '../../../kernel/plural.ts'
import { ButtonLink } from '../../../ui/buttons.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { Filter, FilterOpener, FilterTags } from '../../../ui/filter.tsx'
import { nb } from '../../../ui/nb.ts'
import { PageHead } from '../../../ui/page-head.tsx'
import { Pager } from '../../../ui/pager.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import { Columns, Sheet } from '../../../ui/sheet.tsx'
import { type Column, RowLink, Second, Table } from '../../../ui/table.tsx'
import { paths } from '../../../web/paths.ts'
import { callState, clockWords, isRevoked, momentWords, restWords } from '../../calls/rules.ts'
import { CallStateTag } from '../../calls/state-blocks.tsx'
import { type PublicCall, type PublicCallsQuery, pageSize, stateChoices } from '../queries.ts'
import { stateChoiceWords } from '../texts.ts'

type PublicCallsPageProps = {
  query: PublicCallsQuery
  lines: readonly PublicCall[]
  total: number
  territories: readonly { readonly code: string; readonly name: string }[]
}

type Change = Partial<Pick<PublicCallsQuery, 'territory' | 'state' | 'page'>>

/** Calls anyone may read about: what receives applications now, what will, what is over. */
export function PublicCallsPage({ query, lines, total, territories }: PublicCallsPageProps) {
  const href = (change: Change) => {
    const { territory, state, page } = { ...query, page: 1, ...change }
    return paths.publicCalls({}, { territory, state, page: page > 1 ? String(page) : null })
  }
  const tags = [
    ...(query.territory === null
      ? []
      : [
          {
            label: territories.find(({ code }) => code === query.territory)?.name ?? query.territory,
            without: href({ territory: null }),
          },
        ]),
    ...(query.state === null ? [] : [{ label: stateChoiceWords[query.state].toLowerCase(), without: href({ state: null }) }]),
  ]
  const found = counted(total, 'приём заявок', 'приёма заявок', 'приёмов заявок')
  return (
    <>
      <PageHead
        large
        title="Приём заявок"
        more="Кто, где и до какого часа может подать заявку на статус стажировочной площадки."
      />
      <Columns kind="left">
        <Conditions query={query} territories={territories} />
        <section id="results" aria-labelledby="found">
          <div class="pl-bar">
            <h2 class="govuk-heading-m" id="found">
              {found}
            </h2>
            <FilterOpener chosen={tags.length} />
          </div>
          <FilterTags tags={tags} />
          <div class="pl-gap" />
          {lines.length === 0 ? (
            <Nothing asked={tags.length > 0} />
          ) : (
            <Sheet flush>
              <Table caption={found} columns={columns} rows={lines} even />
            </Sheet>
          )}
          <Pager label="Страницы приёмов" page={query.page} pages={Math.ceil(total / pageSize)} href={(page) => href({ page })} />
        </section>
      </Columns>
    </>
  )
}

function Conditions({ query, territories }: Pick<PublicCallsPageProps, 'query' | 'territories'>) {
  return (
    <Filter action={paths.publicCalls({})} keep={{}}>
      <SelectField
        name="state"
        label="Состояние"
        empty="Любое"
        initial={query.state ?? ''}
        choices={stateChoices.map((value) => ({ value, label: stateChoiceWords[value] }))}
      />
      <SelectField
        name="territory"
        label="Территория"
        empty="Все территории"
        initial={query.territory ?? ''}
        choices={territories.map(({ code, name }) => ({ value: code, label: name }))}
      />
    </Filter>
  )
}

const columns: Column<PublicCall>[] = [
  {
    title: 'Приём',
    cell: (call) => (
      <RowLink
        href={paths.publicCall({ territory: call.territoryCode, call: call.callId })}
        name={call.title}
        more={call.territoryName}
      />
    ),
  },
  { title: 'Начало', cell: (call) => clockWords(call.opensAt, call) },
  {
    title: 'Окончание',
    cell: (call) => {
      const state = callState(call, call.now)
      return (
        <>
          {nb(momentWords(call.closesAt, call))}
          {(state === 'open' || state === 'closingSoon') && <Second>{restWords(call.closesAt, call.now, call)}</Second>}
        </>
      )
    },
  },
  { title: 'Состояние', cell: (call) => <CallStateTag state={callState(call, call.now)} revoked={isRevoked(call, call.now)} /> },
]

function Nothing({ asked }: { asked: boolean }) {
  return asked ? (
    <Empty
      picture="map"
      title="Таких приёмов нет"
      actions={
        <ButtonLink href={paths.publicCalls({})} kind="secondary">
          Показать все
        </ButtonLink>
      }
    >
      <p class="govuk-body">{nb('Снимите одно из условий.')}</p>
    </Empty>
  ) : (
    <Empty picture="map" title="Приёма заявок пока нет">
      <p class="govuk-body">{nb('Он появится здесь, как только орган управления образованием подпишет документ о сроках.')}</p>
    </Empty>
  )
}
