import { type Ctx, may } from '../../authz/ctx.ts'
import { localTime } from '../../kernel/clock.ts'
import { shortDate } from '../../kernel/dates.ts'
import { statesOf } from '../../kernel/machine.ts'
import type { CallId } from '../../kernel/types.ts'
import { type Column, day, inFile, number, onPage, text } from '../../kit/list/columns.tsx'
import { oneId, oneKnown, oneNamed } from '../../kit/list/filters.ts'
import { list } from '../../kit/list/routes.tsx'
import type { AtTerritory } from '../../kit/list/spec.ts'
import { act } from '../../regulation/acts.ts'
import { grantingBasis, hasStep, takesApplications } from '../../regulation/status/questions.ts'
import { RowLink, StateTag } from '../../ui/content.ts'
import { ButtonLink, PageHead } from '../../ui/frame.ts'
import { organisationsOfList } from '../organisations/choice-queries.ts'
import { BasisLink } from '../regulation/clause-links.tsx'
import { regulationsInForce } from '../regulation/queries.ts'
import { mayStartHere, peopleWhoMayApply } from './beginning.ts'
import { type ApplicationLine, applicationsList, callChoices } from './list-queries.ts'
import { machine } from './machine.ts'
import { paths } from './paths.ts'
import { applicationTitle } from './queries.ts'
import { stateNames, stateTones } from './texts.ts'

const seesAll = (ctx: Ctx) => may(ctx, 'application.listAll')

const sentOn = ({ submittedAt }: ApplicationLine, zone: string) => submittedAt && localTime(submittedAt, zone).day

function columnsOf({ territory: { code: territory, timeZone } }: Ctx): Column<ApplicationLine>[] {
  const stateCell = (line: ApplicationLine) => {
    const sent = sentOn(line, timeZone)
    return (
      <>
        <StateTag tone={stateTones[line.state]} word={stateNames[line.state]} />
        {sent && <span class="pl-sub">{`отправлена ${shortDate(sent)}`}</span>}
      </>
    )
  }
  const nameCell = (line: ApplicationLine) => (
    <RowLink
      href={paths.application({ territory, application: line.id })}
      name={applicationTitle(line)}
      more={line.theme || 'без темы'}
    />
  )
  return [
    onPage('Заявка', nameCell),
    number('Номер', (line) => line.number, inFile),
    text('Тема', (line) => line.theme, inFile),
    text('Ведущая организация', (line) => line.lead, inFile),
    text('Другие организации', (line) => line.organisations.join('; '), inFile),
    onPage('Организации', ({ lead, organisations }) => [lead, ...organisations].join(', ')),
    text('Приём заявок', (line) => line.callTitle, inFile),
    text('Состояние', (line) => stateNames[line.state], stateCell),
    day('Отправлена', (line) => sentOn(line, timeZone), inFile),
    number('Сколько раз отправлена', (line) => line.round, inFile),
    day('Решение', (line) => line.decidedOn, inFile),
  ]
}

/** What the regulation lets one do here: whether applications are taken, begun, asked for in calls, decided at once. */
async function wayHere({ ctx, tx }: AtTerritory) {
  const all = (await regulationsInForce(tx, ctx)).map(({ regulation }) => regulation)
  const [first] = all
  const taking = all.filter((regulation) => takesApplications(regulation).value)
  const starts = await Promise.all(taking.map((regulation) => mayStartHere(tx, ctx, regulation)))
  return {
    notTaken: first && taking.length === 0 ? { basis: grantingBasis(first) } : null,
    mayStart: starts.includes(true),
    forPeople: may(ctx, 'applicant.register') && peopleWhoMayApply(all).length > 0,
    hasCalls: taking.some((regulation) => hasStep(regulation, 'call')),
    decidesDirectly: taking.some((regulation) => !hasStep(regulation, 'submission')) && may(ctx, 'decision.prepare'),
  }
}

const Start = ({ territory }: { territory: string }) => (
  <ButtonLink href={paths.newApplication({ territory })}>Начать заявку</ButtonLink>
)

const Other = ({ href, label }: { href: string; label: string }) => (
  <ButtonLink kind="secondary" href={href}>
    {label}
  </ButtonLink>
)

/** Applications: one's own, or all of them for those who run the network. */
export const applicationList = list({
  path: paths.applications,
  permits: 'application.list',
  title: 'Заявки',
  section: 'applications',
  name: 'zayavki',
  nouns: ['заявка', 'заявки', 'заявок'],
  search: 'Номер, тема или организация',
  filters: {
    state: oneKnown(statesOf(machine), stateNames, { label: 'Состояние', empty: 'Любое' }),
    call: oneId<CallId, AtTerritory>({
      label: 'Приём заявок',
      empty: 'Любой',
      choices: async ({ ctx, tx }) => (await callChoices(tx, ctx)).map(({ id, title }) => ({ value: id, label: title })),
    }),
    organisation: oneNamed({
      label: 'Организация',
      empty: 'Любая',
      choices: async (where: AtTerritory, typed) => (seesAll(where.ctx) ? organisationsOfList(where, typed) : []),
    }),
  },
  load: wayHere,
  rows: ({ ctx, tx }, { q, state, call, organisation }) =>
    applicationsList(tx, ctx, { own: !seesAll(ctx), q, state, callId: call, organisation }),
  columns: ({ ctx }) => columnsOf(ctx),
  empty: ({ where }) => {
    const { notTaken, mayStart } = where.loaded
    const territory = where.ctx.territory.code
    if (notTaken)
      return {
        title: 'Здесь статус дают без заявки',
        text: (
          <>
            {`Площадки называет ${act(where.ctx).nominative}. `}
            {notTaken.basis && <BasisLink territory={territory} basis={notTaken.basis} />}
          </>
        ),
        actions: <ButtonLink href={paths.orders({ territory })}>{`Открыть ${act(where.ctx).many.nominative}`}</ButtonLink>,
      }
    return {
      title: 'Заявок пока нет',
      text: 'Здесь будут заявки на статус площадки: черновики, отправленные и решённые.',
      actions: mayStart && <Start territory={territory} />,
    }
  },
  nothing: { title: 'Ничего не найдено', text: 'Уберите часть условий.' },
  head: ({ where, total, isAsked }) => {
    const { notTaken, mayStart, forPeople, hasCalls, decidesDirectly } = where.loaded
    const at = { territory: where.ctx.territory.code }
    if (notTaken && total === 0) return <PageHead title="Заявки" />
    const isOffice = seesAll(where.ctx)
    return (
      <PageHead
        title={isOffice ? 'Заявки' : 'Ваши заявки'}
        actions={
          <>
            {mayStart && (total > 0 || isAsked) && <Start {...at} />}
            {forPeople && <Other href={paths.newApplicant(at)} label="Заявка не от организации" />}
            {isOffice && <Other href={paths.applicationsToCheck(at)} label="Проверка заявок" />}
            {decidesDirectly && <Other href={paths.directDecisions(at)} label="Решение по заявкам" />}
            {hasCalls && <Other href={paths.calls(at)} label="Приёмы заявок" />}
          </>
        }
      />
    )
  },
})
