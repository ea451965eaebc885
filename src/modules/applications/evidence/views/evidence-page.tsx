import { capital } from '../../../../kernel/names.ts'
import { DeedForm, variant } from '../../../../kit/deed-sheets.tsx'
import type { ThingPage, ThingRequest } from '../../../../kit/thing.ts'
import { eligibilityCriteria } from '../../../../regulation/hosts/questions.ts'
import type { Criterion } from '../../../../regulation/hosts/schema.ts'
import { nb, RowList, StateTag, Table, TextLink } from '../../../../ui/content.ts'
import { valueOf } from '../../../../ui/fields.ts'
import { ButtonLink, Notice, PageFrame, Sheet, Stack } from '../../../../ui/frame.ts'
import { paths } from '../../../../web/paths.ts'
import { BasisLink } from '../../../regulation/clause-links.tsx'
import type { ApplicationCase } from '../../case.ts'
import { remarksOf } from '../../operator/queries.ts'
import { knownCase } from '../../rules.ts'
import { opened } from '../../view-queries.ts'
import { wayTo } from '../../wording.ts'
import { addEvidence, removeEvidence } from '../deeds.ts'
import type { Evidence } from '../model.ts'
import { evidenceOf, metCriteria } from '../queries.ts'
import { asksFor, atLeastOf, criterionOf, eligibilityGaps, type Gap } from '../rules.ts'
import { fileSize } from '../wording.ts'
import { addPage } from './add-page.tsx'
import { HeadRight } from './head-right.tsx'

/** «Право на статус»: what the regulation asks an applicant to prove, and what proves it; the page of one criterion when the address or the form names it. (C-31, T-2, C-41) */
export const evidencePage: ThingPage<ApplicationCase> = async (found, request) => {
  const { ctx, tx, form, query } = request
  const { one: app, regulation } = found
  const at = { territory: ctx.territory.code, application: app.id }
  const evidence = await evidenceOf(tx, ctx, app.id)
  const mayEdit = addEvidence.offered(ctx, found)
  const chosen = criterionOf(regulation, query.criterion ?? valueOf(form, 'criterion'))
  if (chosen.ok && mayEdit) return addPage(found, request, chosen.value, evidence)
  const { value, basis } = eligibilityCriteria(regulation)
  const { base, further, furtherNeeded, grouped } = value
  const whole = await opened(tx, ctx, found)
  const known = knownCase({ ...whole, today: ctx.today }, metCriteria(evidence))
  const all = app.state === 'returned' ? await remarksOf(tx, ctx, app.id, app.round) : []
  const remarks = all.filter(({ section }) => section === 'eligibility')
  const criteria = (list: readonly Criterion[]) =>
    list.map((criterion) => <OneCriterion {...{ found, request, criterion, mayEdit }} evidence={evidence} />)
  const body = (
    <PageFrame
      way={wayTo(at.territory, app)}
      outcome="Не сделано"
      form={form}
      title="Право на статус"
      more={
        <>
          Показатели задаёт {basis && <BasisLink basis={basis} territory={at.territory} />}
          {'. К каждому приложите то, что его доказывает'}
        </>
      }
    >
      <Stack>
        <Missing asked={asksFor(regulation)} gaps={eligibilityGaps(regulation, known)} territory={at.territory} />
        {remarks.length > 0 && (
          <Notice tone="wait" title="Замечания к этому разделу">
            <RowList rows={remarks.map(({ text }) => nb(text))} />
          </Notice>
        )}
        {base.length > 0 && <Sheet title="Обязательно">{criteria(base)}</Sheet>}
        {further.length > 0 && (
          <Sheet title={`Кроме того, ${atLeastOf(furtherNeeded, further.length)}`}>{criteria(further)}</Sheet>
        )}
        {grouped.length > 0 && <Sheet title="Из этого — столько, сколько просит Положение">{criteria(grouped)}</Sheet>}
        <HeadRight {...at} head={whole.head} mayEdit={mayEdit} />
        <div>
          <ButtonLink href={paths.application(at)}>Вернуться к заявке</ButtonLink>
        </div>
      </Stack>
    </PageFrame>
  )
  return { title: 'Право на статус', section: 'applications', body }
}

const complete = {
  proof: 'По каждому показателю, который требует Положение, что-то приложено',
  conditions: 'Условия Положения выполнены: прикладывать ничего не нужно',
  nothing: 'Положение не просит доказывать право на статус: прикладывать ничего не нужно',
}

/** Said first: what is missing, with the clause, or that nothing is. */
function Missing({ asked, gaps, territory }: { asked: keyof typeof complete; gaps: readonly Gap[]; territory: string }) {
  if (gaps.length === 0) return <Notice tone="ok" title={complete[asked]} />
  return (
    <Notice tone="wait" title="Пока не хватает">
      <RowList
        rows={gaps.map(({ text, basis, known = '' }) => (
          <>
            {nb(capital(text))} <BasisLink basis={basis} territory={territory} />
            {nb(known)}
          </>
        ))}
      />
    </Notice>
  )
}

type CriterionProps = {
  found: ApplicationCase
  request: ThingRequest
  criterion: Criterion
  evidence: readonly Evidence[]
  mayEdit: boolean
}

function OneCriterion({ found, request, criterion: { code, text }, evidence, mayEdit }: CriterionProps) {
  const own = evidence.filter(({ criterionCode }) => criterionCode === code)
  const at = { territory: request.ctx.territory.code, application: found.one.id }
  const removal = (one: Evidence) =>
    variant(removeEvidence, { chosen: { evidence: one.id }, of: one.fileName ?? one.link ?? one.registerText ?? '' })
  return (
    <div class="pl-check">
      <h3 class="govuk-heading-s">{nb(capital(text))}</h3>
      {own.length > 0 ? (
        <Table
          caption={`Приложено: ${text}`}
          rows={own}
          columns={[
            { title: 'Что приложено', cell: (one) => <Proof at={at} one={one} /> },
            { title: 'Пояснение', cell: ({ note }) => note },
            {
              title: 'Что сделать',
              quiet: true,
              cell: (one) => mayEdit && <DeedForm deed={removal(one)} opened={found} request={request} />,
            },
          ]}
        />
      ) : (
        <p>
          <StateTag tone="calm" word="Пока ничего не приложено" />
        </p>
      )}
      {mayEdit && (
        <p class="pl-gap">
          <ButtonLink kind="secondary" small href={paths.applicationEvidence(at, { criterion: code })} of={text}>
            {own.length > 0 ? 'Приложить ещё' : 'Приложить'}
          </ButtonLink>
        </p>
      )}
    </div>
  )
}

function Proof({ at, one }: { at: { territory: string; application: string }; one: Evidence }) {
  if (one.fileId !== null)
    return (
      <>
        <TextLink href={paths.applicationFile({ ...at, file: one.fileId })}>{one.fileName}</TextLink>{' '}
        <span class="pl-quiet">{fileSize(one.fileSize ?? 0)}</span>
      </>
    )
  if (one.link === null) return <>{nb(`По реестру: ${one.registerText}`)}</>
  return (
    <TextLink href={one.link} out="web">
      {one.link}
    </TextLink>
  )
}
