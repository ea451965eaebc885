import type { ComponentChildren } from 'preact'
import type { Territory } from '../../../authz/ctx.ts'
import { longDate } from '../../../kernel/dates.ts'
import type { Day } from '../../../kernel/types.ts'
import { Breadcrumbs } from '../../../ui/breadcrumbs.tsx'
import { ButtonGroup, ButtonLink, SubmitButton } from '../../../ui/buttons.tsx'
import { Clause } from '../../../ui/clause.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Form } from '../../../ui/form.tsx'
import type { FormState } from '../../../ui/form-state.ts'
import { nb } from '../../../ui/nb.ts'
import { Notice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { Sheet, Stack } from '../../../ui/sheet.tsx'
import { TextArea } from '../../../ui/text-area.tsx'
import { TextLink } from '../../../ui/text-link.tsx'
import { Tools } from '../../../ui/tools.tsx'
import { paths } from '../../../web/paths.ts'
import { clauseHref } from '../../regulation/links.ts'
import { standingBanner } from '../../sites/standing-blocks.ts'
import { siteIsNotSuspended } from '../../sites/standing-rules.ts'
import type { LinesQuery } from '../forms.ts'
import { isOpen } from '../machine.ts'
import type { Assembled } from '../model.ts'
import type { OpenReport } from '../store.ts'
import { extraLabel } from '../texts.ts'
import { dueWords, reportTitle } from '../wording.ts'
import { type Links, NumbersSheet, PeopleSheet, SchoolsSheet, SiteSheet, VersionsSheet } from './assembled.tsx'
import { LinesSheet } from './lines-sheet.tsx'
import { ReportTag } from './state-tag.tsx'

export type ReportPageProps = {
  territory: Pick<Territory, 'code'>
  today: Day
  opened: OpenReport
  shown: Assembled
  query: LinesQuery
  form: FormState | null
  conflict: boolean
  /** Who decided last, by name. */
  decider: string | null
  may: { readonly edit: boolean; readonly submit: boolean; readonly decide: boolean }
}

/** The report of a year: what it was assembled from, the conclusions, and what may be done with it. */
export function ReportPage(props: ReportPageProps) {
  const { territory, today, opened, shown, query, form, conflict } = props
  const { report, site, regulation, standing } = opened
  const at = { territory: territory.code, report: report.id }
  const links: Links = { territory: territory.code, lines: (lines) => `${paths.report(at, lines)}#lines` }
  const clause = regulation.report?.clause[0]
  const banner = siteIsNotSuspended(site.standing, today).ok ? null : standingBanner(site.standing, today)
  return (
    <>
      <Breadcrumbs
        links={[
          { href: paths.reports({ territory: territory.code }, { year: report.academicYear }), label: 'Отчёты' },
          { href: paths.site({ territory: territory.code, site: site.id }), label: shown.site.shortName },
        ]}
      />
      <ErrorSummary outcome="Не сделано" form={form} />
      {banner && (
        <Notice tone="late" title={banner.title}>
          <p class="govuk-body">{nb(banner.text)}</p>
        </Notice>
      )}
      {conflict && <Notice tone="wait" title="Пока вы смотрели, отчёт изменился. Прочитайте его снова и решите ещё раз" live />}
      <PageHead
        title={reportTitle(report.academicYear)}
        more={shown.site.fullNames.join(', ')}
        line={[
          <ReportTag standing={standing} />,
          dueWords({ ...standing, late: standing.overdue ? 0 : standing.late }, today),
          clause && <Clause number={clause} href={clauseHref(territory.code, clause)} />,
        ]}
      />
      <Stack>
        <div class="pl-bar">
          <Print at={at} />
        </div>
        <Course {...props} />
        <Actions {...props} at={at} />
        {shown.plan === null ? <NoPlan {...props} /> : <NumbersSheet plan={shown.plan} links={links} />}
        <Conclusions {...props} />
        {shown.plan !== null && <LinesSheet plan={shown.plan} query={query} links={links} />}
        <SiteSheet report={shown} links={links} />
        <PeopleSheet people={shown.people} territory={territory.code} />
        <SchoolsSheet schools={shown.schools} territory={territory.code} />
        {shown.plan !== null && <VersionsSheet plan={shown.plan} territory={territory.code} />}
      </Stack>
    </>
  )
}

type At = { territory: string; report: string }

function Print({ at }: { at: At }) {
  return (
    <Tools
      tools={[
        { href: paths.reportDocument({ ...at, format: 'docx' }), label: 'Скачать .docx', icon: 'download' },
        { href: paths.reportDocument({ ...at, format: 'pdf' }), label: 'Скачать .pdf', icon: 'download' },
      ]}
    />
  )
}

/** Where the report is now, and why. */
function Course({ opened, shown, decider }: ReportPageProps) {
  const { report } = opened
  const decided = report.decidedOn !== null && `${longDate(report.decidedOn)}, ${decider ?? ''}`
  if (report.state === 'accepted')
    return (
      <Notice tone="ok" title={`Принят ${decided}`}>
        {report.remark && <Prose text={report.remark} />}
      </Notice>
    )
  if (report.state === 'returned')
    return (
      <Notice tone="late" title={`Возвращён ${decided}`}>
        {report.remark && <Prose text={report.remark} />}
      </Notice>
    )
  if (report.state === 'submitted')
    return (
      <Notice tone="wait" title={`Сдан ${longDate(report.submittedOn!)}, ждёт решения`}>
        <p>{nb(`Решает: ${shown.addressee ?? ''}. Числа и строки стоят такими, какими были при сдаче.`)}</p>
        {report.remark && <Prose text={`Прошлое замечание: ${report.remark}`} />}
      </Notice>
    )
  return (
    <Notice title="Числа и строки меняются вместе с планом, пока отчёт не сдан">
      <p>{nb(`Кому: ${shown.addressee ?? ''}. От вас нужны только выводы.`)}</p>
    </Notice>
  )
}

function Actions({ opened, at, form, may }: ReportPageProps & { at: At }) {
  const { report } = opened
  if (isOpen(report.state) && may.edit)
    return (
      <ButtonGroup>
        <ButtonLink href={paths.reportEdit(at)}>Написать выводы</ButtonLink>
        {may.submit && (
          <Form action={paths.reportSubmissions(at)} version={report.editVersion}>
            <SubmitButton kind="secondary">Сдать отчёт</SubmitButton>
          </Form>
        )}
      </ButtonGroup>
    )
  if (report.state !== 'submitted') return null
  return (
    <>
      {may.decide && <DecisionForm at={at} version={report.editVersion} form={form} />}
      {may.submit && (
        <Form action={paths.reportWithdrawals(at)} version={report.editVersion}>
          <SubmitButton kind="secondary">Забрать и доработать</SubmitButton>
        </Form>
      )}
    </>
  )
}

function DecisionForm({ at, version, form }: { at: At; version: number; form: FormState | null }) {
  return (
    <Sheet title="Решение по отчёту">
      <Form action={paths.reportDecisions(at)} version={version} guard>
        <TextArea
          form={form}
          name="remark"
          label="Замечание"
          hint="Нужно, если возвращаете отчёт; его увидят руководитель и сотрудники площадки. Принятый отчёт больше не изменить"
          rows={3}
        />
        <ButtonGroup>
          <SubmitButton name="outcome" value="accepted">
            Принять отчёт
          </SubmitButton>
          <SubmitButton name="outcome" value="returned" kind="secondary">
            Вернуть с замечанием
          </SubmitButton>
        </ButtonGroup>
      </Form>
    </Sheet>
  )
}

function NoPlan({ territory, opened }: ReportPageProps) {
  const site = { territory: territory.code, site: opened.site.id }
  return (
    <Notice tone="late" title="Утверждённого плана на этот год нет">
      <p>
        {nb('Мероприятия и числа появятся, когда план утвердят. ')}
        <TextLink href={paths.site(site)}>Открыть площадку</TextLink>
      </p>
    </Notice>
  )
}

/** What the head wrote, by the criteria of the regulation. */
function Conclusions({ territory, opened: { report }, shown }: ReportPageProps) {
  return (
    <>
      {shown.criteria.map(({ code, title, clause }) => (
        <Sheet title={title} aside={<Clause number={clause} href={clauseHref(territory.code, clause)} />}>
          {report.conclusions[code] ? <Prose text={report.conclusions[code]} /> : <Missing />}
        </Sheet>
      ))}
      {(report.extra !== null || shown.criteria.length === 0) && (
        <Sheet title={extraLabel(shown.criteria)}>{report.extra ? <Prose text={report.extra} /> : <Missing />}</Sheet>
      )}
    </>
  )
}

const Missing = () => <p class="govuk-body pl-quiet">Вывода ещё нет</p>

/** Typed text: a paragraph for every line. */
function Prose({ text }: { text: string }): ComponentChildren {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => <p class="govuk-body">{nb(line)}</p>)
}
