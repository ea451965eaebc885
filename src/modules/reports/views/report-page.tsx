import type { ComponentChildren } from 'preact'
import { longDate } from '../../../kernel/dates.ts'
import { papersOf } from '../../../kit/case-page.tsx'
import { DeedForm } from '../../../kit/deed-sheets.tsx'
import type { ThingRequest } from '../../../kit/thing.ts'
import { whyReportDue } from '../../../regulation/why.ts'
import { reportBasis } from '../../../regulation/work/questions.ts'
import { Clause, nb, Table, TextLink } from '../../../ui/content.ts'
import { Breadcrumbs, ButtonGroup, ButtonLink, ErrorSummary, Notice, PageHead, Sheet, Stack, Tools } from '../../../ui/frame.ts'
import { stepNow } from '../../procedures/model.ts'
import { Course, DecisionSheet, Voices } from '../../procedures/procedure-blocks.tsx'
import type { SaidVoice } from '../../procedures/procedure-queries.ts'
import { Why } from '../../regulation/clause-links.tsx'
import { clauseHref } from '../../regulation/links.ts'
import { siteIsNotSuspended } from '../../sites/standing-rules.ts'
import { standingBanner } from '../../sites/state-blocks.ts'
import type { OpenReport } from '../case.ts'
import { acceptReport } from '../deeds/decide.ts'
import { saveConclusions, submitReport, withdrawReport } from '../deeds/write.ts'
import type { Assembled } from '../model.ts'
import { paths } from '../paths.ts'
import { dynamicsUnder, type LinesQuery } from '../supporting-facts.ts'
import { dynamicsTitle, extraLabel } from '../texts.ts'
import { dueWords, reportTitle } from '../wording.ts'
import {
  AdaptationsSheet,
  GroupsSheet,
  type Links,
  NumbersSheet,
  PairsSheet,
  PapersSheet,
  PeopleSheet,
  SchoolsSheet,
  SiteSheet,
  VersionsSheet,
} from './assembled.tsx'
import { LinesSheet } from './lines-sheet.tsx'
import { ReportTag } from './state-tag.tsx'

export type ReportPageProps = {
  opened: OpenReport
  request: ThingRequest
  shown: Assembled
  query: LinesQuery
  /** Who decided last, by name. */
  decider: string | null
  voices: readonly SaidVoice[]
}

/** A report: what it was assembled from, the conclusions, and what may be done with it. */
export function ReportPage(props: ReportPageProps) {
  const { opened, shown, query } = props
  const { ctx, form, conflict } = props.request
  const { one, site, standing } = opened
  const territory = ctx.territory.code
  const at = { territory, report: one.id, site: site.id }
  const links: Links = { territory, lines: (lines) => `${paths.report(at, lines)}#lines` }
  const clause = opened.kind && reportBasis(site.regulation, opened.kind).clause
  const isCard = opened.kind?.form === 'card'
  const banner = siteIsNotSuspended(site.standing, ctx.today).ok ? null : standingBanner(site.standing, ctx.today)
  return (
    <>
      <Breadcrumbs
        links={[
          { href: paths.reports(at, { period: one.period }), label: 'Отчёты' },
          { href: paths.site(at), label: shown.site.shortName },
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
        title={reportTitle(one)}
        more={shown.site.fullNames.join(', ')}
        line={[
          <ReportTag standing={standing} />,
          dueWords({ ...standing, late: standing.overdue ? 0 : standing.late }, ctx.today),
          clause && <Clause number={clause} href={clauseHref(territory, clause)} />,
        ]}
      />
      <Stack>
        <div class="pl-bar">
          <Tools tools={papersOf('Скачать', (format) => paths.reportDocument({ ...at, format }))} />
        </div>
        {opened.kind && (
          <Why
            ctx={ctx}
            steps={whyReportDue(site.regulation, opened.kind, opened.period, {
              ...{ term: site.standing, due: standing.due, of: reportTitle(one) },
            })}
            of="Почему такой срок?"
          />
        )}
        <Way {...props} />
        <Where {...props} />
        <Actions {...props} />
        {shown.plan !== null && <NumbersSheet plan={shown.plan} links={links} />}
        {shown.papers && <PapersSheet {...shown.papers} />}
        {shown.plan === null && !isCard && <NoPlan {...props} />}
        <Conclusions {...props} />
        {shown.plan !== null && <LinesSheet plan={shown.plan} query={query} links={links} />}
        <SiteSheet report={shown} links={links} />
        {!isCard && <PeopleSheet people={shown.people} territory={territory} />}
        {!isCard && <SchoolsSheet schools={shown.schools} territory={territory} />}
        {shown.groups && <GroupsSheet groups={shown.groups} />}
        {shown.adaptations && <AdaptationsSheet adaptations={shown.adaptations} />}
        {shown.pairs && <PairsSheet pairs={shown.pairs} />}
        {shown.plan !== null && <VersionsSheet plan={shown.plan} territory={territory} />}
      </Stack>
    </>
  )
}

/** The steps of the regulation and what was said at them, where there is more to it than one yes or no. */
function Way({ opened: { one, procedure }, request, voices }: ReportPageProps) {
  const { steps, stands } = procedure
  if (steps.length < 2 && steps[0]?.due == null && voices.length < 2) return null
  const now = one.state === 'accepted' ? steps.length + 1 : one.state === 'submitted' ? (stands?.step ?? 0) + 1 : 0
  return (
    <>
      <Course
        {...{ at: request.ctx, procedure, voices, now }}
        first={{ title: 'Пишет руководитель площадки' }}
        last={{ title: one.state === 'accepted' ? 'Принят' : 'Будет принят' }}
      />
      {voices.length > 1 && (
        <Sheet title="Решения">
          <Voices procedure={procedure} voices={voices} />
        </Sheet>
      )}
    </>
  )
}

/** Where the report is now, and why. */
function Where({ opened: { one, kind, procedure }, shown, decider }: ReportPageProps) {
  const isCard = kind?.form === 'card'
  const decided = one.decidedOn !== null && `${longDate(one.decidedOn)}, ${decider ?? ''}`
  if (one.state === 'accepted')
    return (
      <Notice tone="ok" title={`Принят ${decided}`}>
        {one.remark && <Prose text={one.remark} />}
      </Notice>
    )
  if (one.state === 'returned')
    return (
      <Notice tone="late" title={`Возвращён ${decided}`}>
        {one.remark && <Prose text={one.remark} />}
      </Notice>
    )
  if (one.state === 'submitted')
    return (
      <Notice tone="wait" title={`Сдан ${longDate(one.submittedOn!)}, ждёт решения`}>
        <p>
          {nb(`${stepNow(procedure)?.caption ?? ''}.${isCard ? '' : ' Числа и строки стоят такими, какими были при сдаче.'}`)}
        </p>
        {one.remark && <Prose text={`Прошлое замечание: ${one.remark}`} />}
      </Notice>
    )
  return (
    <Notice title={isCard ? 'Впишите показатели и сдайте' : 'Числа и строки меняются вместе с планом, пока отчёт не сдан'}>
      <p>{nb(`Кому: ${shown.addressee ?? ''}.${isCard ? '' : ' От вас нужны только выводы.'}`)}</p>
    </Notice>
  )
}

function Actions({ opened, request }: ReportPageProps) {
  const { ctx } = request
  const edit = saveConclusions.offered(ctx, opened) && saveConclusions.address(ctx, opened)
  return (
    <>
      <DecisionSheet opened={opened} request={request} deed={acceptReport} />
      <ButtonGroup>
        {edit && <ButtonLink href={edit}>{opened.kind?.form === 'card' ? 'Вписать показатели' : 'Написать выводы'}</ButtonLink>}
        {[submitReport, withdrawReport].map(
          (deed) => deed.offered(ctx, opened) && <DeedForm opened={opened} request={request} deed={deed} />,
        )}
      </ButtonGroup>
    </>
  )
}

function NoPlan({ opened, request }: ReportPageProps) {
  const site = { territory: request.ctx.territory.code, site: opened.site.id }
  return (
    <Notice tone="late" title="Утверждённого плана на это время нет">
      <p>
        {nb('Мероприятия и числа появятся, когда план утвердят. ')}
        <TextLink href={paths.site(site)}>Открыть площадку</TextLink>
      </p>
    </Notice>
  )
}

/** What the head wrote, by the criteria of the regulation. */
function Conclusions({ opened: { one }, request, shown }: ReportPageProps) {
  const territory = request.ctx.territory.code
  return (
    <>
      {shown.criteria.map(({ code, title, clause }) => (
        <Sheet title={title} aside={<Clause number={clause} href={clauseHref(territory, clause)} />}>
          <DynamicsTable rows={dynamicsUnder(code, shown)} />
          {one.conclusions[code] ? <Prose text={one.conclusions[code]} /> : <Missing />}
        </Sheet>
      ))}
      {(one.extra !== null || shown.criteria.length === 0) && (
        <Sheet title={extraLabel(shown.criteria)}>{one.extra ? <Prose text={one.extra} /> : <Missing />}</Sheet>
      )}
    </>
  )
}

/** By direction: of how many people both ends are known, and what became of them; of too few only how many. */
const DynamicsTable = ({ rows }: { rows: ReturnType<typeof dynamicsUnder> }) =>
  rows.length === 0 ? null : (
    <Table
      caption={dynamicsTitle}
      rows={rows}
      columns={[
        { title: 'Направление', cell: ({ direction }) => nb(direction) },
        { title: 'Что изменилось', cell: ({ words }) => nb(words) },
      ]}
    />
  )

const Missing = () => <p class="govuk-body pl-quiet">Ещё не написано</p>

/** Typed text: a paragraph for every line. */
function Prose({ text }: { text: string }): ComponentChildren {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => <p class="govuk-body">{nb(line)}</p>)
}
