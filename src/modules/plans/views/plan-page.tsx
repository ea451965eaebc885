import { longDate } from '../../../kernel/dates.ts'
import { papersOf } from '../../../kit/case-page.tsx'
import { DeedFold, DeedForm, variant } from '../../../kit/deed-sheets.tsx'
import type { Offer } from '../../../kit/deed-types.ts'
import type { ThingRequest } from '../../../kit/thing.ts'
import { whyPlanSteps } from '../../../regulation/why.ts'
import { planColumns } from '../../../regulation/work/questions.ts'
import { Facts, nb, StateTag, TextLink, type Tone } from '../../../ui/content.ts'
import { Breadcrumbs, ButtonGroup, ButtonLink, Empty, ErrorSummary, Notice, Sheet, Stack, Tools } from '../../../ui/frame.ts'
import { paths, queryText } from '../../../web/paths.ts'
import { DecisionSheet, Voices } from '../../procedures/procedure-blocks.tsx'
import { clauseLink, Why } from '../../regulation/clause-links.tsx'
import { standingBanner } from '../../sites/state-blocks.ts'
import { passPlan } from '../deeds/decide.ts'
import { dropVersion, nextNumber, startVersion } from '../deeds/versions.ts'
import { saveLines, submitPlan, withdrawPlan } from '../deeds/write.ts'
import type { PlanVersion, ShownState } from '../model.ts'
import { shownState } from '../rules.ts'
import type { PlanSheet } from '../sheet.ts'
import type { OpenPlan } from '../store.ts'
import { stateNames } from '../texts.ts'
import { planTitle } from '../wording.ts'
import { PlanCourse } from './plan-course.tsx'
import { PlanLines } from './plan-lines.tsx'
import { type Proposals, ProposalsSheet } from './proposals.tsx'

export type PlanPageProps = {
  readonly sheet: PlanSheet
  readonly request: ThingRequest
  /** Null where the paper knows no proposals, or whoever looks sees no drafts. */
  readonly proposed?: Proposals | null
}

const tones: Readonly<Record<ShownState, Tone>> = {
  returned: 'late',
  draft: 'calm',
  submitted: 'wait',
  approved: 'ok',
  superseded: 'calm',
}

/** A plan: its course, its lines, what may be done with it, its versions. */
export function PlanPage(props: PlanPageProps) {
  const { sheet, request } = props
  const { ctx, form, conflict } = request
  const { plan, site, regulation, version } = sheet
  const at = { territory: ctx.territory.code, plan: plan.id, site: site.id }
  const name = site.organisations[0]?.shortName ?? site.theme
  const banner = standingBanner(site.standing, ctx.today)
  const columns = planColumns(regulation)
  return (
    <>
      <Breadcrumbs
        links={[
          { href: paths.plans(at, { period: plan.period.key }), label: 'Планы' },
          { href: paths.site(at), label: name },
        ]}
      />
      <ErrorSummary outcome="Не сделано" form={form} />
      {banner && (
        <Notice tone="late" title={banner.title}>
          <p class="govuk-body">{nb(banner.text)}</p>
        </Notice>
      )}
      {conflict && <Notice tone="wait" title="Пока вы смотрели, план изменился. Прочитайте его снова и решите ещё раз" live />}
      <div class="pl-head">
        <div>
          <h1 class="govuk-heading-l">{nb(planTitle(regulation, plan.period))}</h1>
          <p class="pl-head__more">
            {nb(site.organisations.map(({ fullName }) => fullName).join(', '))}
            {version && `, редакция ${version.number}. `}
            {columns.basis && <>Столбцы задаёт {clauseLink(ctx, columns.basis.clause)}</>}
          </p>
          {version && <StateTag tone={tones[stateOf(sheet, version)]} word={stateNames[stateOf(sheet, version)]} />}
        </div>
        {version && <PlanTools {...props} version={version} />}
      </div>
      <Stack>
        {version ? (
          <>
            <OtherVersion {...props} version={version} />
            <PlanCourse at={ctx} sheet={sheet} />
            <Why ctx={ctx} steps={whyPlanSteps(sheet.regulation)} of="Почему такой ход?" />
            <Returned sheet={sheet} version={version} />
            <Actions {...props} version={version} />
            {version.state === 'approved' && <Figures sheet={sheet} />}
            {sheet.lines.length > 0 ? (
              <PlanLines sheet={sheet} today={ctx.today} hrefOf={(key) => paths.planLine({ ...at, line: key })} />
            ) : (
              <NoLines mayEdit={saveLines.offered(ctx, sheet)} href={paths.planEdit(at)} />
            )}
            {props.proposed && <ProposalsSheet opened={sheet} request={request} shown={props.proposed} />}
            <Versions {...props} />
          </>
        ) : (
          <Empty picture="paper" title="План ещё готовят">
            <p>{nb('Черновик видят те, кто его пишет и согласует. Вы увидите план, когда его утвердят.')}</p>
          </Empty>
        )}
      </Stack>
    </>
  )
}

function PlanTools({ request, sheet, version }: PlanPageProps & { version: PlanVersion }) {
  const at = { territory: request.ctx.territory.code, plan: sheet.plan.id }
  const query = { version: version.number }
  const previous = sheet.visible.find(({ number }) => number < version.number)
  return (
    <Tools
      tools={[
        ...papersOf('Скачать', (format) => paths.planDocument({ ...at, format }, query)),
        { href: `${paths.plan(at)}/lines.xlsx${queryText(query)}`, label: 'Выгрузить .xlsx', icon: 'download' },
        { href: `${paths.plan(at)}/lines.csv${queryText(query)}`, label: '.csv', icon: 'download' },
        ...(previous
          ? [
              {
                href: paths.planComparison(at, { from: previous.number, to: version.number }),
                label: `Сравнить с редакцией ${previous.number}`,
              },
            ]
          : []),
      ]}
    />
  )
}

/** There is another version beside the one shown: the draft of a change, or the one in force. */
function OtherVersion({ request, sheet, version }: PlanPageProps & { version: PlanVersion }) {
  const { open, approved, visible } = sheet
  const other = open && open.id !== version.id && visible.includes(open) ? open : approved?.id === version.id ? null : approved
  if (!other) return null
  const href = paths.plan({ territory: request.ctx.territory.code, plan: sheet.plan.id }, { version: other.number })
  const title = other === approved ? `Действует редакция ${other.number}` : `Готовится редакция ${other.number}`
  return (
    <Notice title={title}>
      <p>
        {other.reason && `${other.reason}. `}
        <TextLink href={href}>Открыть редакцию {other.number}</TextLink>
      </p>
    </Notice>
  )
}

const lastVoice = ({ voices }: PlanSheet, { id }: PlanVersion) => voices.findLast(({ subjectId }) => subjectId === id)
const stateOf = ({ procedure: { stands } }: PlanSheet, { id, state }: PlanVersion) =>
  shownState(state, stands?.subjectId === id && stands.state === 'returned')

/** The last remark of a draft that came back. */
function Returned({ sheet, version }: { sheet: PlanSheet; version: PlanVersion }) {
  const last = lastVoice(sheet, version)
  if (!last || stateOf(sheet, version) !== 'returned') return null
  return (
    <Notice tone="late" title={`Возвращён ${longDate(last.on)}, ${last.person ?? 'в срок не ответили'}`}>
      <p class="pl-pre">{last.remark}</p>
    </Notice>
  )
}

/** What may be done with the version in hand, on its own page. */
function Actions({ sheet, request, version }: PlanPageProps & { version: PlanVersion }) {
  if (version.id !== sheet.one.versionId) return null
  const { ctx } = request
  const given = { opened: sheet, request }
  const may = (deed: Offer<OpenPlan>) => deed.offered(ctx, sheet)
  const maySend = may(submitPlan) && sheet.lines.length > 0
  const next = nextNumber(sheet)
  return (
    <>
      {may(saveLines) && (
        <ButtonGroup>
          <ButtonLink href={saveLines.address(ctx, sheet)} kind={maySend ? 'secondary' : 'main'}>
            Править план
          </ButtonLink>
          {maySend && <DeedForm {...given} deed={submitPlan} />}
          {may(dropVersion) && (
            <DeedForm {...given} deed={variant(dropVersion, { button: `Отказаться от редакции ${version.number}` })} />
          )}
        </ButtonGroup>
      )}
      <DecisionSheet {...given} deed={passPlan} />
      {may(withdrawPlan) && <DeedForm {...given} deed={withdrawPlan} />}
      {may(startVersion) && <DeedFold {...given} deed={variant(startVersion, { button: `Начать редакцию ${next}` })} />}
    </>
  )
}

function Figures({ sheet: { tally, lines } }: { sheet: PlanSheet }) {
  const first = (state: string) => {
    const found = lines.find((line) => line.state === state)
    return found && `#line-${found.line.key}`
  }
  return (
    <Sheet>
      <Facts
        facts={[
          { name: 'Проведено', value: tally.held, of: `из ${tally.total}`, href: first('held') },
          { name: 'Нет отметки', value: tally.overdue, href: first('overdue') },
          { name: 'Отменено', value: tally.cancelled, href: first('cancelled') },
          { name: 'Впереди', value: tally.soon + tally.ahead, href: first('soon') ?? first('ahead') },
        ]}
      />
    </Sheet>
  )
}

function NoLines({ mayEdit, href }: { mayEdit: boolean; href: string }) {
  return (
    <Empty
      picture="paper"
      title="В плане ещё нет мероприятий"
      actions={mayEdit ? <ButtonLink href={href}>Вписать мероприятия</ButtonLink> : undefined}
    >
      <p>{nb('Здесь будут мероприятия года с датами и ответственными. Пустой план отправить нельзя.')}</p>
    </Empty>
  )
}

/** Versions with their reasons, and what was decided about them. */
function Versions({ request, sheet }: PlanPageProps) {
  const at = { territory: request.ctx.territory.code, plan: sheet.plan.id }
  const decided = sheet.voices.filter(({ subjectId }) => sheet.visible.some(({ id }) => id === subjectId))
  if (sheet.visible.length < 2 && decided.length === 0) return null
  return (
    <Sheet title="Редакции и решения">
      {sheet.visible.length > 1 && (
        <ul class="govuk-list">
          {sheet.visible.map((version) => (
            <li>
              <TextLink href={paths.plan(at, { version: version.number })}>Редакция {version.number}</TextLink>
              {`, ${stateNames[stateOf(sheet, version)].toLowerCase()}`}
              {version.approvedOn && ` ${longDate(version.approvedOn)}`}
              {version.reason && `: ${version.reason}`}
            </li>
          ))}
        </ul>
      )}
      <Voices
        procedure={sheet.procedure}
        voices={decided}
        of={({ subjectId }) => `редакция ${sheet.versions.find(({ id }) => id === subjectId)?.number}`}
      />
    </Sheet>
  )
}
