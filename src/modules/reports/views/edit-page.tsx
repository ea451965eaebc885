import type { Territory } from '../../../authz/ctx.ts'
import type { Day } from '../../../kernel/types.ts'
import { Breadcrumbs } from '../../../ui/breadcrumbs.tsx'
import { SubmitButton } from '../../../ui/buttons.tsx'
import { Clause } from '../../../ui/clause.tsx'
import { Conflict } from '../../../ui/conflict.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Form } from '../../../ui/form.tsx'
import { type FormState, valueOf } from '../../../ui/form-state.ts'
import { nb } from '../../../ui/nb.ts'
import { Notice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { Dock } from '../../../ui/plan-table.tsx'
import { RowList } from '../../../ui/row-list.tsx'
import { Columns, Sheet, Stack } from '../../../ui/sheet.tsx'
import { TextArea } from '../../../ui/text-area.tsx'
import { TextLink } from '../../../ui/text-link.tsx'
import { paths } from '../../../web/paths.ts'
import { clauseHref } from '../../regulation/links.ts'
import { type BearingFact, factsFor } from '../bearing.ts'
import { isOpen } from '../machine.ts'
import type { Assembled, Criterion } from '../model.ts'
import type { OpenReport } from '../store.ts'
import { extraLabel } from '../texts.ts'
import { dueWords, reportTitle } from '../wording.ts'
import { ReportTag } from './state-tag.tsx'

export type EditPageProps = {
  territory: Pick<Territory, 'code'>
  today: Day
  opened: OpenReport
  shown: Assembled
  /** What was typed, when the page is shown again. */
  form: FormState | null
  /** Who saved meanwhile. */
  conflict: { readonly person: string } | null
  maySubmit: boolean
}

/** The conclusions of the head, each beside the facts it is about. */
export function EditPage(props: EditPageProps) {
  const { territory, today, opened, shown, form, conflict } = props
  const { report, standing } = opened
  const at = { territory: territory.code, report: report.id }
  return (
    <>
      <Breadcrumbs
        links={[
          { href: paths.reports({ territory: territory.code }, { year: report.academicYear }), label: 'Отчёты' },
          { href: paths.report(at), label: shown.site.shortName },
        ]}
      />
      <ErrorSummary outcome="Отчёт не сохранён" form={form} />
      <PageHead
        title={`Выводы: ${reportTitle(report.academicYear).toLowerCase()}`}
        more={shown.site.fullNames.join(', ')}
        line={[<ReportTag standing={standing} />, dueWords({ ...standing, late: standing.overdue ? 0 : standing.late }, today)]}
      />
      {report.state === 'returned' && report.remark && (
        <Notice tone="late" title="Отчёт вернули с замечанием">
          <p>{nb(report.remark)}</p>
        </Notice>
      )}
      {conflict && (
        <>
          <Conflict what={`выводы сохранил другой человек: ${conflict.person}`} fields={bothTexts(props)} />
          <div class="pl-gap" />
        </>
      )}
      {isOpen(report.state) ? (
        <Fields {...props} />
      ) : (
        <Notice tone="wait" title="Отчёт уже сдан, поэтому ваш текст не записан">
          <p>
            {nb('Скопируйте его отсюда. Чтобы внести его, заберите отчёт или дождитесь решения. ')}
            <TextLink href={paths.report(at)}>Открыть отчёт</TextLink>
          </p>
        </Notice>
      )}
    </>
  )
}

/** The fields and the two buttons. */
function Fields(props: EditPageProps) {
  const { territory, opened, shown, form, conflict, maySubmit } = props
  const { report } = opened
  const at = { territory: territory.code, report: report.id }
  return (
    <Form action={paths.reportEdit(at)} guard>
      <input
        type="hidden"
        name="base"
        value={conflict ? report.editVersion : valueOf(form, 'base', String(report.editVersion))}
      />
      <Stack>
        {shown.criteria.map((criterion) => (
          <CriterionFields {...props} criterion={criterion} />
        ))}
        <Columns kind="form">
          <Sheet>
            <TextArea
              form={form}
              name="extra"
              label={extraLabel(shown.criteria)}
              hint={shown.criteria.length > 0 ? 'Можно не заполнять' : 'Положение не задаёт критериев: пишите своими словами'}
              initial={report.extra ?? ''}
              rows={6}
            />
          </Sheet>
          {shown.criteria.length === 0 ? <FactsBeside facts={factsFor('', shown)} at={at} title="О чём говорят факты" /> : null}
        </Columns>
      </Stack>
      <Dock
        text={nb(maySubmit ? 'Сдать можно и после срока: опоздание останется в отчёте.' : 'Сдаёт отчёт руководитель площадки.')}
      >
        {maySubmit && (
          <SubmitButton name="intent" value="submit">
            Сдать отчёт
          </SubmitButton>
        )}
        <SubmitButton name="intent" value="save" kind={maySubmit ? 'secondary' : 'main'}>
          Сохранить черновик
        </SubmitButton>
      </Dock>
    </Form>
  )
}

function CriterionFields({ territory, opened, shown, form, criterion }: EditPageProps & { criterion: Criterion }) {
  const { code, title, clause } = criterion
  const at = { territory: territory.code, report: opened.report.id }
  return (
    <Columns kind="form">
      <Sheet>
        <TextArea
          form={form}
          name={`conclusions.${code}`}
          label={title}
          hint={
            <>
              Вывод по критерию <Clause number={clause} href={clauseHref(territory.code, clause)} />
            </>
          }
          initial={opened.report.conclusions[code] ?? ''}
          rows={8}
        />
      </Sheet>
      <FactsBeside facts={factsFor(code, shown)} at={at} title="На что опереться" label={title} />
    </Columns>
  )
}

type BesideProps = { facts: readonly BearingFact[]; at: { territory: string; report: string }; title: string; label?: string }

/** The facts that bear on a conclusion; each number opens its lines. */
function FactsBeside({ facts, at, title, label }: BesideProps) {
  return (
    <aside class="pl-sheet" aria-label={label ? `${title}: ${label}` : title}>
      <h2 class="govuk-heading-s">{nb(title)}</h2>
      <RowList
        rows={facts.map(({ name, value, lines }) => (
          <>
            <p class="pl-small pl-quiet">{nb(name)}</p>
            <p>{lines ? <TextLink href={`${paths.report(at, lines)}#lines`}>{value}</TextLink> : nb(value)}</p>
          </>
        ))}
      />
    </aside>
  )
}

/** What this person typed and what is stored now, text by text. */
function bothTexts({ opened: { report }, shown, form }: EditPageProps) {
  return [
    ...shown.criteria.map(({ code, title }) => ({
      label: title,
      yours: valueOf(form, `conclusions.${code}`),
      theirs: report.conclusions[code] ?? '',
    })),
    { label: extraLabel(shown.criteria), yours: valueOf(form, 'extra'), theirs: report.extra ?? '' },
  ]
}
