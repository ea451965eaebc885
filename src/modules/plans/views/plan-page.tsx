import type { Territory } from '../../../authz/ctx.ts'
import { longDate } from '../../../kernel/dates.ts'
import type { Day } from '../../../kernel/types.ts'
import type { PlanStep } from '../../../regulation/schema.ts'
import { Breadcrumbs } from '../../../ui/breadcrumbs.tsx'
import { ButtonGroup, ButtonLink, SubmitButton } from '../../../ui/buttons.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Facts } from '../../../ui/facts.tsx'
import { Form } from '../../../ui/form.tsx'
import type { FormState } from '../../../ui/form-state.ts'
import { nb } from '../../../ui/nb.ts'
import { Notice } from '../../../ui/notice.tsx'
import { Sheet as Paper, Stack } from '../../../ui/sheet.tsx'
import { StateTag, type Tone } from '../../../ui/tag.tsx'
import { TextArea } from '../../../ui/text-area.tsx'
import { TextLink } from '../../../ui/text-link.tsx'
import { Timeline } from '../../../ui/timeline.tsx'
import { Tools } from '../../../ui/tools.tsx'
import { paths, queryText } from '../../../web/paths.ts'
import { clauseHref } from '../../regulation/links.ts'
import { standingBanner } from '../../sites/standing-blocks.ts'
import type { PlanState, PlanVersion } from '../model.ts'
import type { Sheet } from '../sheet.ts'
import { stateNames } from '../texts.ts'
import { planTitle } from '../wording.ts'
import { ClauseLink, PlanChain } from './plan-chain.tsx'
import { PlanLines } from './plan-lines.tsx'

export type PlanPageProps = {
  territory: Pick<Territory, 'code'>
  today: Day
  sheet: Sheet
  form: FormState | null
  conflict: boolean
}

const tones: Readonly<Record<PlanState, Tone>> = { draft: 'calm', submitted: 'wait', approved: 'ok', superseded: 'calm' }

/** A plan: its course, its lines, what may be done with it, its versions. */
export function PlanPage(props: PlanPageProps) {
  const { territory, today, sheet, form, conflict } = props
  const { plan, site, regulation, version } = sheet
  const at = { territory: territory.code, plan: plan.id }
  const toClause = (clause: string) => clauseHref(territory.code, clause)
  const name = site.organisations[0]?.shortName ?? site.theme
  const banner = standingBanner(site.standing, today)
  return (
    <>
      <Breadcrumbs
        links={[
          { href: paths.plans({ territory: territory.code }, { year: plan.academicYear }), label: 'Планы' },
          { href: paths.site({ territory: territory.code, site: site.id }), label: name },
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
          <h1 class="govuk-heading-l">{nb(planTitle(regulation, plan.academicYear))}</h1>
          <p class="pl-head__more">
            {nb(site.organisations.map(({ fullName }) => fullName).join(', '))}
            {version && `, редакция ${version.number}. `}
            Столбцы задаёт <ClauseLink clause={regulation.plan.clause[0]!} clauseHref={toClause} />
          </p>
          {version && <StateTag tone={tones[version.state]} word={stateNames[version.state]} />}
        </div>
        {version && <PlanTools {...props} version={version} />}
      </div>
      <Stack>
        {version ? (
          <>
            <OtherVersion {...props} version={version} />
            <PlanChain sheet={sheet} clauseHref={toClause} />
            <Returned sheet={sheet} version={version} />
            <Actions {...props} version={version} />
            {version.state === 'approved' && <Figures sheet={sheet} />}
            {sheet.lines.length > 0 ? (
              <PlanLines sheet={sheet} today={today} hrefOf={(key) => paths.planLine({ ...at, line: key })} />
            ) : (
              <NoLines mayEdit={sheet.may.edit && version.state === 'draft'} href={paths.planEdit(at)} />
            )}
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

function PlanTools({ territory, sheet, version }: PlanPageProps & { version: PlanVersion }) {
  const at = { territory: territory.code, plan: sheet.plan.id }
  const query = { version: version.number }
  const previous = sheet.visible.find(({ number }) => number < version.number)
  return (
    <Tools
      tools={[
        { href: paths.planDocument({ ...at, format: 'docx' }, query), label: 'Скачать .docx', icon: 'download' },
        { href: paths.planDocument({ ...at, format: 'pdf' }, query), label: 'Скачать .pdf', icon: 'download' },
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
function OtherVersion({ territory, sheet, version }: PlanPageProps & { version: PlanVersion }) {
  const { open, approved, visible } = sheet
  const other = open && open.id !== version.id && visible.includes(open) ? open : approved?.id === version.id ? null : approved
  if (!other) return null
  const href = paths.plan({ territory: territory.code, plan: sheet.plan.id }, { version: other.number })
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

/** The last remark of a draft that came back. */
function Returned({ sheet, version }: { sheet: Sheet; version: PlanVersion }) {
  const last = sheet.decisions.findLast(({ versionId }) => versionId === version.id)
  if (version.state !== 'draft' || last?.outcome !== 'returned') return null
  return (
    <Notice tone="late" title={`Возвращён ${longDate(last.on)}, ${last.person}`}>
      <p class="pl-pre">{last.remark}</p>
    </Notice>
  )
}

function Actions({ territory, sheet, form, version }: PlanPageProps & { version: PlanVersion }) {
  const { may, open, regulation, plan } = sheet
  const at = { territory: territory.code, plan: plan.id }
  const step = version.state === 'submitted' ? regulation.plan.chain[version.step] : undefined
  return (
    <>
      {version.state === 'draft' && may.edit && (
        <ButtonGroup>
          <ButtonLink href={paths.planEdit(at)} kind={may.submit && sheet.lines.length > 0 ? 'secondary' : 'main'}>
            Править план
          </ButtonLink>
          {may.submit && sheet.lines.length > 0 && (
            <Form action={paths.planSubmissions(at)} version={version.editVersion}>
              <SubmitButton>Отправить на согласование</SubmitButton>
            </Form>
          )}
          {version.number > 1 && (
            <Form action={paths.planVersionDrops(at)} version={version.editVersion}>
              <SubmitButton kind="secondary">{`Отказаться от редакции ${version.number}`}</SubmitButton>
            </Form>
          )}
        </ButtonGroup>
      )}
      {step && may.decide && <DecisionForm at={at} step={step} version={version} form={form} />}
      {version.state === 'submitted' && may.submit && (
        <Form action={paths.planWithdrawals(at)}>
          <SubmitButton kind="secondary">Забрать и доработать</SubmitButton>
        </Form>
      )}
      {version.state === 'approved' && may.edit && !open && <NewVersionForm at={at} sheet={sheet} form={form} />}
    </>
  )
}

const yes = { discuss: 'Обсуждён, передать дальше', agree: 'Согласовать', approve: 'Утвердить план' } as const

type DecisionProps = { at: { territory: string; plan: string }; step: PlanStep; version: PlanVersion; form: FormState | null }
function DecisionForm({ at, step, version, form }: DecisionProps) {
  return (
    <Paper title={step.caption}>
      <Form action={paths.planDecisions(at)} version={version.editVersion} guard>
        <TextArea
          form={form}
          name="remark"
          label="Замечание"
          hint="Нужно, если возвращаете план; его увидят руководитель и сотрудники площадки"
          rows={3}
        />
        <ButtonGroup>
          <SubmitButton name="outcome" value="passed">
            {yes[step.act]}
          </SubmitButton>
          <SubmitButton name="outcome" value="returned" kind="secondary">
            Вернуть с замечанием
          </SubmitButton>
        </ButtonGroup>
      </Form>
    </Paper>
  )
}

function NewVersionForm({ at, sheet, form }: { at: DecisionProps['at']; sheet: Sheet; form: FormState | null }) {
  const number = sheet.versions[0]!.number + 1
  return (
    <details class="govuk-details" open={form !== null}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">Изменить утверждённый план</span>
      </summary>
      <div class="govuk-details__text">
        <Form action={paths.planVersions(at)} guard>
          <TextArea
            form={form}
            name="reason"
            label="Почему меняете план"
            hint={`Причина останется при редакции ${number}; эта редакция действует, пока новую не утвердят`}
            rows={2}
          />
          <SubmitButton>{`Начать редакцию ${number}`}</SubmitButton>
        </Form>
      </div>
    </details>
  )
}

function Figures({ sheet: { tally, lines } }: { sheet: Sheet }) {
  const first = (state: string) => {
    const found = lines.find((line) => line.state === state)
    return found && `#line-${found.line.key}`
  }
  return (
    <Paper>
      <Facts
        facts={[
          { name: 'Проведено', value: tally.held, of: `из ${tally.total}`, href: first('held') },
          { name: 'Не проведено в срок', value: tally.overdue, href: first('overdue') },
          { name: 'Отменено', value: tally.cancelled, href: first('cancelled') },
          { name: 'Впереди', value: tally.soon + tally.ahead, href: first('soon') ?? first('ahead') },
        ]}
      />
    </Paper>
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

const said = { discuss: 'Обсуждён', agree: 'Согласован', approve: 'Утверждён' } as const

/** Versions with their reasons, and what was decided about them. */
function Versions({ territory, sheet }: PlanPageProps) {
  const at = { territory: territory.code, plan: sheet.plan.id }
  const decided = sheet.decisions.filter(({ versionId }) => sheet.visible.some(({ id }) => id === versionId))
  if (sheet.visible.length < 2 && decided.length === 0) return null
  return (
    <Paper title="Редакции и решения">
      {sheet.visible.length > 1 && (
        <ul class="govuk-list">
          {sheet.visible.map((version) => (
            <li>
              <TextLink href={paths.plan(at, { version: version.number })}>Редакция {version.number}</TextLink>
              {`, ${stateNames[version.state].toLowerCase()}`}
              {version.approvedOn && ` ${longDate(version.approvedOn)}`}
              {version.reason && `: ${version.reason}`}
            </li>
          ))}
        </ul>
      )}
      <Timeline
        items={[...decided].reverse().map((decision) => {
          const step = sheet.regulation.plan.chain[decision.step]
          const number = sheet.versions.find(({ id }) => id === decision.versionId)?.number
          return {
            title: decision.outcome === 'returned' ? 'Возвращён' : said[step?.act ?? 'approve'],
            when: `${longDate(decision.on)}, ${decision.person}, редакция ${number}`,
            more: decision.remark,
          }
        })}
      />
    </Paper>
  )
}
