import { may } from '../../../authz/ctx.ts'
import { longDate, shortPeriod } from '../../../kernel/dates.ts'
import { papersOf } from '../../../kit/case-page.tsx'
import { DeedSheet } from '../../../kit/deed-sheets.tsx'
import { act } from '../../../regulation/acts.ts'
import { reviewRule } from '../../../regulation/review/questions.ts'
import { grantingBasis } from '../../../regulation/status/questions.ts'
import { nb, RowLink, Second, StateTag, Table, TextLink } from '../../../ui/content.ts'
import { Form, type FormState } from '../../../ui/fields.ts'
import {
  Breadcrumbs,
  ButtonGroup,
  ButtonLink,
  ErrorSummary,
  Notice,
  PageHead,
  Sheet,
  Stack,
  SubmitButton,
} from '../../../ui/frame.ts'
import { paths } from '../../../web/paths.ts'
import { returnSubmission } from '../deeds.ts'
import { listValues, rowsOf } from '../forms.ts'
import type { Place } from '../model.ts'
import { differs, resultInWords, resultTitle } from '../rules.ts'
import {
  AgainstAll,
  type At,
  CandidateFacts,
  ClauseLink,
  decisionChoices,
  namesOf,
  placeOf,
  type SubmissionPageProps,
  SubmissionTag,
  VerdictFields,
  VerdictTag,
} from './parts.tsx'

/** The ranked list to read: figures, what was proposed and what was chosen, with the reasons. */
function PlacesTable({ territory, places }: { territory: At; places: readonly Place[] }) {
  const chosen = places.some(({ decision }) => decision !== null)
  return (
    <Table
      caption="Заявки представления по порядку"
      rows={places}
      even={!chosen}
      columns={[
        {
          title: 'Заявка',
          cell: (row) => (
            <RowLink
              href={paths.application({ territory: territory.code, application: row.applicationId })}
              name={`${places.indexOf(row) + 1}. ${namesOf(row.candidate)}`}
              more={`№ ${row.candidate.number}, «${row.candidate.theme}»${termOf(row.candidate)}`}
            />
          ),
        },
        { title: resultTitle(places), numeric: true, cell: ({ assessment }) => resultInWords(assessment) },
        {
          title: 'Предложено',
          cell: (row) => (
            <>
              <VerdictTag verdict={row.proposal} />
              <AgainstAll verdict={row.proposal} assessment={row.assessment} />
              {row.proposalReason !== '' && <Second>{row.proposalReason}</Second>}
            </>
          ),
        },
        ...(chosen ? [{ title: 'Решено', cell: (row: Place) => <Chosen row={row} /> }] : []),
      ]}
    />
  )
}

const termOf = ({ wantedFrom, wantedTo }: Place['candidate']) =>
  wantedFrom === null ? '' : `, ${shortPeriod({ from: wantedFrom, to: wantedTo })}`

function Chosen({ row }: { row: Place }) {
  if (row.candidate.state === 'withdrawn') return <StateTag tone="calm" word="Отозвана заявителем" />
  if (row.decision === null) return <>—</>
  return (
    <>
      <VerdictTag verdict={row.decision} />
      <AgainstAll verdict={row.decision} assessment={row.assessment} />
      {differs(row) && <Second>{nb('Иначе, чем предложено')}</Second>}
      {row.decision === 'exclude' && row.decisionReason !== row.proposalReason && <Second>{row.decisionReason}</Second>}
    </>
  )
}

/** The form the authority chooses in; what was typed stays, also beside the remark of the other form. */
function chosenForm(places: readonly Place[], form: FormState | null): FormState {
  if (form && rowsOf(form.values).length > 0) return form
  const rows = places.map(({ applicationId, proposal, proposalReason, decision, decisionReason }) => ({
    applicationId,
    verdict: decision ?? proposal,
    reason: decision === null ? (proposal === 'exclude' ? proposalReason : '') : decisionReason,
  }))
  return { values: listValues(rows), errors: form?.errors ?? [] }
}

/** The authority's choice, application by application; it may differ from what is proposed. Or the whole goes back. (R-31) */
function DecisionForms({ ctx, opened, request, form }: SubmissionPageProps) {
  const { one, places, call } = opened
  const at = { territory: ctx.territory.code, submission: one.id }
  const shown = chosenForm(places, form)
  const proposed = places.filter(({ proposal }) => proposal === 'include').length
  return (
    <>
      <h2 class="govuk-heading-m">Решение по каждой заявке</h2>
      <p>
        {nb(
          `Предложено присвоить статус: ${proposed} из ${places.length}${call?.places ? `, объявлено мест: ${call.places}` : ''}. Можно решить иначе; основание отказа увидит заявитель. Решение — только ${act(ctx).agreed('подписанный')} ${act(ctx).nominative}: до подписи выбор можно изменить.`,
        )}
      </p>
      <Form action={paths.operatorSubmissionDecisions(at)} version={one.editVersion} guard label="Решение по заявкам">
        <Stack>
          {places.map((place, index) => (
            <PlaceFields
              ctx={ctx}
              form={shown}
              place={place}
              index={index}
              clause={reviewRule(opened.regulation).basis?.clause}
            />
          ))}
          <ButtonGroup>
            <SubmitButton name="intent" value="draft">
              {`Составить проект ${act(ctx).genitive}`}
            </SubmitButton>
            <SubmitButton name="intent" value="save" kind="secondary">
              Сохранить выбор
            </SubmitButton>
          </ButtonGroup>
        </Stack>
      </Form>
      <DeedSheet deed={returnSubmission} opened={opened} request={request} />
    </>
  )
}

type PlaceProps = Pick<SubmissionPageProps, 'ctx'> & { form: FormState; place: Place; index: number; clause: string | undefined }

function PlaceFields({ ctx, form, place, index, clause }: PlaceProps) {
  const { candidate, assessment, proposal, proposalReason } = place
  if (candidate.state !== 'proposed')
    return (
      <section class="pl-sheet">
        <h3 class="govuk-heading-s">{nb(`${index + 1}. Заявка № ${candidate.number}`)}</h3>
        <input type="hidden" name={`items.${index}.applicationId`} value={candidate.id} />
        <StateTag tone="calm" word={candidate.state === 'withdrawn' ? 'Отозвана заявителем' : 'Решать не нужно'} />
      </section>
    )
  return (
    <VerdictFields
      form={form}
      index={index}
      candidate={candidate}
      options={decisionChoices}
      reasonHint="Нужно, если отклоняете; заявитель прочтёт его в своём деле и в письме"
    >
      <CandidateFacts territory={ctx.territory} candidate={candidate} assessment={assessment} clause={clause} />
      <p>
        {nb('Предложено: ')}
        <VerdictTag verdict={proposal} /> {nb(proposalReason)}
        <AgainstAll verdict={proposal} assessment={assessment} />
      </p>
    </VerdictFields>
  )
}

/** The operator's submission: the letter, the ranked list, and what this person may do with it. (R-31) */
export function SubmissionPage(props: SubmissionPageProps) {
  const { ctx, opened, form, conflict } = props
  const { one, call, regulation, places } = opened
  const at = { territory: ctx.territory.code, submission: one.id }
  const { clause } = grantingBasis(regulation)
  const decides = one.state === 'sent' && may(ctx, 'submission.decide')
  return (
    <>
      <Breadcrumbs
        links={[
          { href: paths.operatorSubmissions(at), label: 'Представления' },
          ...(call ? [{ href: paths.call({ ...at, call: call.id }), label: call.title }] : []),
        ]}
      />
      <ErrorSummary outcome="Не сделано" form={form} placeOf={placeOf(places.map(({ candidate }) => candidate))} />
      {conflict && (
        <Notice tone="wait" title="Пока вы смотрели, представление изменилось. Прочитайте его снова и решите ещё раз" live>
          {decides && <p>{nb('Ваш выбор и основания целы: они стоят в полях ниже.')}</p>}
        </Notice>
      )}
      <PageHead
        kicker="Представление оператора"
        title={`Представление № ${one.number}`}
        line={[
          <SubmissionTag state={one.state} />,
          one.sentOn === null ? `готовит ${opened.preparedBy}` : `отправлено ${longDate(one.sentOn)}`,
          clause && <ClauseLink territory={ctx.territory} clause={clause} />,
        ]}
        tools={papersOf('Скачать', (format) => paths.operatorSubmissionDocument({ ...at, format }))}
      />
      <Stack>
        <Course {...props} />
        <OperatorActions {...props} />
        <Sheet title="Сопроводительный текст">
          <p class="pl-pre">{nb(one.text)}</p>
          <Protocols {...props} />
        </Sheet>
        {decides ? (
          <DecisionForms {...props} />
        ) : (
          <Sheet title="Заявки по порядку" flush>
            <PlacesTable territory={ctx.territory} places={places} />
          </Sheet>
        )}
      </Stack>
    </>
  )
}

/** Where the submission is now, and what that means. */
function Course({ ctx, opened, order }: SubmissionPageProps) {
  const { one, places } = opened
  const changed = places.filter(differs).length
  if (one.state === 'returned')
    return (
      <Notice tone="late" title="Возвращено с замечанием">
        <p class="pl-pre">{one.remark}</p>
      </Notice>
    )
  if (one.state === 'sent' && !may(ctx, 'submission.decide'))
    return <Notice tone="wait" title="Ждёт решения того, кто присваивает статус" />
  if ((one.state === 'drafted' || one.state === 'decided') && order) {
    const signed = one.state === 'decided'
    return (
      <Notice tone={signed ? 'ok' : 'wait'} title={signed ? 'Решение подписано' : `Выбор записан в проект ${act(ctx).genitive}`}>
        <p>
          <TextLink href={paths.order({ territory: ctx.territory.code, order: order.id })}>{order.label}</TextLink>
          {nb(
            signed
              ? '. Все, кто подавал заявки, узнали решение и основания.'
              : '. До подписи ничего не изменится; удалите проект, чтобы решить заново.',
          )}
          {changed > 0 && nb(` Решений, которые расходятся с предложением: ${changed}.`)}
        </p>
      </Notice>
    )
  }
  return null
}

function Protocols({ ctx, opened: { protocols, call } }: SubmissionPageProps) {
  if (call === null) return null
  const at = { territory: ctx.territory.code }
  return (
    <p>
      {protocols.map(({ id, number, heldOn }) => (
        <>
          <TextLink href={paths.protocol({ ...at, protocol: id })}>{`Протокол № ${number} от ${longDate(heldOn)}`}</TextLink>
          {', '}
        </>
      ))}
      <TextLink href={paths.callSummary({ ...at, call: call.id })}>Сводка экспертизы</TextLink>
    </p>
  )
}

/** What the operator may do before the submission is sent, or after it has come back. */
function OperatorActions({ ctx, opened }: SubmissionPageProps) {
  const { one, others, call, protocols, regulation } = opened
  const at = { territory: ctx.territory.code, submission: one.id }
  if (!may(ctx, 'submission.edit') || (one.state !== 'draft' && one.state !== 'returned')) return null
  const lacksProtocol = call !== null && reviewRule(regulation).value !== null && protocols.length === 0
  return (
    <>
      {lacksProtocol && (
        <Notice tone="wait" title="Отправить можно, когда подписан протокол экспертизы">
          <p>
            <TextLink href={paths.callProtocols({ territory: ctx.territory.code, call: call.id })}>
              Перейти к протоколам приёма
            </TextLink>
          </p>
        </Notice>
      )}
      {others.length > 0 && (
        <Notice title="Готовы, но не стоят в списке">
          <p>{nb(`${others.map(({ number }) => `заявка № ${number}`).join(', ')}. Их можно добавить, пока правите список.`)}</p>
        </Notice>
      )}
      <ButtonGroup>
        <Form action={paths.operatorSubmissionSendings(at)} version={one.editVersion}>
          <SubmitButton>Отправить на решение</SubmitButton>
        </Form>
        <ButtonLink href={paths.operatorSubmissionEdit(at)} kind="secondary">
          Править список и текст
        </ButtonLink>
        <Form action={paths.operatorSubmissionDrops(at)} version={one.editVersion}>
          <SubmitButton kind="warning">Удалить представление</SubmitButton>
        </Form>
      </ButtonGroup>
    </>
  )
}
