import { type Ctx, may } from '../../../authz/ctx.ts'
import { localTime } from '../../../kernel/clock.ts'
import { shortDate } from '../../../kernel/dates.ts'
import { statesOf } from '../../../kernel/machine.ts'
import { counted } from '../../../kernel/plural.ts'
import type { Basis } from '../../../regulation/cite.ts'
import { ButtonLink } from '../../../ui/buttons.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { Filter } from '../../../ui/filter.tsx'
import { nb } from '../../../ui/nb.ts'
import { PageHead } from '../../../ui/page-head.tsx'
import { Results } from '../../../ui/results.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import { Columns, Sheet } from '../../../ui/sheet.tsx'
import { RowLink, Table } from '../../../ui/table.tsx'
import { StateTag } from '../../../ui/tag.tsx'
import { paths } from '../../../web/paths.ts'
import type { ListAddress } from '../forms.ts'
import { type ApplicationLine, type ListQuery, pageSize } from '../list-queries.ts'
import { machine } from '../machine.ts'
import { applicationTitle } from '../queries.ts'
import { stateNames, stateTones } from '../texts.ts'
import { BasisLink } from './section-frame.tsx'

export type ListPageProps = {
  ctx: Ctx
  address: ListAddress
  query: ListQuery
  lines: readonly ApplicationLine[]
  total: number
  calls: readonly { readonly id: string; readonly title: string }[]
  organisations: readonly { readonly id: string; readonly name: string }[]
  /** Where the regulation takes no applications: why, and the clause. */
  notTaken: { readonly basis: Basis | null } | null
  mayStart: boolean
  /** Where no submission stands between, the office decides on admitted applications itself. */
  decidesDirectly: boolean
  /** The list of calls stands above this one where there are calls. */
  hasCalls: boolean
}

/** Applications: one's own, or all of them for those who run the network. */
export function ListPage(props: ListPageProps) {
  const { ctx, address, query, lines, total, notTaken, mayStart, decidesDirectly, hasCalls } = props
  const territory = ctx.territory.code
  if (notTaken && total === 0) return <NotTaken territory={territory} basis={notTaken.basis} />
  return (
    <>
      <PageHead
        title={query.own ? 'Ваши заявки' : 'Заявки'}
        actions={
          <>
            {mayStart && (total > 0 || isAsked(query)) && (
              <ButtonLink href={paths.newApplication({ territory })}>Начать заявку</ButtonLink>
            )}
            {!query.own && (
              <ButtonLink kind="secondary" href={paths.applicationsToCheck({ territory })}>
                Проверка заявок
              </ButtonLink>
            )}
            {decidesDirectly && (
              <ButtonLink kind="secondary" href={paths.directDecisions({ territory })}>
                Решение по заявкам
              </ButtonLink>
            )}
            {hasCalls && (
              <ButtonLink kind="secondary" href={paths.calls({ territory })}>
                Приёмы заявок
              </ButtonLink>
            )}
          </>
        }
      />
      <Columns kind="left">
        <Conditions {...props} />
        <Results
          search={{
            action: paths.applications({ territory }),
            label: 'Номер, тема или организация',
            value: address.q ?? '',
            keep: { call: address.call, state: address.state, organisation: address.organisation },
          }}
          found={counted(total, 'заявка', 'заявки', 'заявок')}
          tags={tagsOf(props)}
          tools={
            may(ctx, 'application.listAll')
              ? [
                  {
                    href: paths.applicationsCsv({ territory }, { ...address, page: undefined }),
                    label: 'Выгрузить',
                    icon: 'download',
                  },
                ]
              : []
          }
          pager={{
            label: 'Страницы списка заявок',
            page: query.page,
            pages: Math.ceil(total / pageSize),
            href: (page) => hrefOf(props)({ page: String(page) }),
          }}
        >
          {lines.length === 0 ? <Nothing {...props} /> : <Lines ctx={ctx} lines={lines} />}
        </Results>
      </Columns>
    </>
  )
}

function NotTaken({ territory, basis }: { territory: string; basis: Basis | null }) {
  return (
    <>
      <PageHead title="Заявки" />
      <Empty
        picture="paper"
        title="Здесь статус дают без заявки"
        actions={<ButtonLink href={paths.orders({ territory })}>Открыть приказы</ButtonLink>}
      >
        <p>
          {nb('Площадки называет приказ.')} {basis && <BasisLink territory={territory} basis={basis} />}
        </p>
      </Empty>
    </>
  )
}

const hrefOf =
  ({ ctx, address }: ListPageProps) =>
  (change: Partial<Record<keyof ListAddress, string | undefined>>) =>
    paths.applications({ territory: ctx.territory.code }, { ...address, page: undefined, ...change })

function Conditions({ ctx, address, query, calls, organisations }: ListPageProps) {
  return (
    <Filter action={paths.applications({ territory: ctx.territory.code })} keep={{ q: address.q }}>
      <SelectField
        name="state"
        label="Состояние"
        empty="Любое"
        initial={query.state ?? ''}
        choices={statesOf(machine).map((value) => ({ value, label: stateNames[value] }))}
      />
      {calls.length > 0 && (
        <SelectField
          name="call"
          label="Приём заявок"
          empty="Любой"
          initial={query.callId ?? ''}
          choices={calls.map(({ id, title }) => ({ value: id, label: title }))}
        />
      )}
      {organisations.length > 0 && (
        <SelectField
          name="organisation"
          label="Организация"
          empty="Любая"
          initial={query.organisationId ?? ''}
          choices={organisations.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
    </Filter>
  )
}

function tagsOf(props: ListPageProps) {
  const { query, calls, organisations } = props
  const href = hrefOf(props)
  const call = calls.find(({ id }) => id === query.callId)
  const organisation = organisations.find(({ id }) => id === query.organisationId)
  return [
    ...(query.state === null ? [] : [{ label: stateNames[query.state], without: href({ state: undefined }) }]),
    ...(call ? [{ label: call.title, without: href({ call: undefined }) }] : []),
    ...(organisation ? [{ label: organisation.name, without: href({ organisation: undefined }) }] : []),
    ...(query.q === null ? [] : [{ label: `«${query.q}»`, without: href({ q: undefined }) }]),
  ]
}

function Lines({ ctx, lines }: { ctx: Ctx; lines: readonly ApplicationLine[] }) {
  const { code: territory, timeZone } = ctx.territory
  return (
    <Sheet flush>
      <Table
        caption="Заявки"
        rows={lines}
        columns={[
          {
            title: 'Заявка',
            cell: (line) => (
              <RowLink
                href={paths.application({ territory, application: line.id })}
                name={applicationTitle(line)}
                more={line.theme || 'без темы'}
              />
            ),
          },
          { title: 'Организации', cell: ({ lead, organisations }) => [lead, ...organisations].join(', ') },
          {
            title: 'Состояние',
            cell: ({ state, submittedAt }) => (
              <>
                <StateTag tone={stateTones[state]} word={stateNames[state]} />
                {submittedAt && <span class="pl-sub">{`отправлена ${shortDate(localTime(submittedAt, timeZone).day)}`}</span>}
              </>
            ),
          },
        ]}
      />
    </Sheet>
  )
}

const isAsked = ({ q, state, callId, organisationId }: ListQuery) =>
  q !== null || state !== null || callId !== null || organisationId !== null

/** What an empty list says; its button is then the only one of the page. */
function Nothing({ ctx, query, mayStart }: ListPageProps) {
  const territory = ctx.territory.code
  if (isAsked(query))
    return (
      <Empty picture="paper" title="Ничего не найдено">
        <p>
          {nb('Уберите часть условий. ')}
          <a class="govuk-link" href={paths.applications({ territory })}>
            Показать все
          </a>
        </p>
      </Empty>
    )
  return (
    <Empty
      picture="paper"
      title="Заявок пока нет"
      actions={mayStart && <ButtonLink href={paths.newApplication({ territory })}>Начать заявку</ButtonLink>}
    >
      <p>{nb('Здесь будут заявки на статус площадки: черновики, отправленные и решённые.')}</p>
    </Empty>
  )
}
