import { z } from 'zod'
import { onlyOf } from '../../../kernel/lists.ts'
import type { CallId, OrganisationId, RegulationLineId } from '../../../kernel/types.ts'
import { nearestWords } from '../../../regulation/calendar/windows.ts'
import { intakeOn } from '../../../regulation/intake/questions.ts'
import type { Regulation } from '../../../regulation/schema.ts'
import { takesApplications } from '../../../regulation/status/questions.ts'
import { nb, TextLink } from '../../../ui/content.ts'
import { Form, Radios, RegisterField, TextArea, valueOf } from '../../../ui/fields.ts'
import { ButtonLink, Columns, Empty, Notice, PageFrame, Sheet, SubmitButton } from '../../../ui/frame.ts'
import { chosenId, optionalId, optionalText, text } from '../../../web/fields.ts'
import { paths } from '../../../web/paths.ts'
import type { Answer, PageRequest } from '../../../web/route.ts'
import type { Call } from '../../calls/model.ts'
import { callsNow } from '../../calls/queries.ts'
import { momentWords } from '../../calls/rules.ts'
import { BasisLink } from '../../regulation/clause-links.tsx'
import { LineLinks, lineAsked } from '../../regulation/line-links.tsx'
import { regulationById, regulationsInForce, regulationVersions } from '../../regulation/queries.ts'
import { type Closed, initiatorsFor, organisationsFor, whyClosed } from '../beginning.ts'
import { applicationsList, type ListQuery } from '../list-queries.ts'

export const startForm = z.object({
  callId: optionalId<CallId>('приём заявок'),
  lineId: optionalId<RegulationLineId>('Положение'),
  initiator: text('от чьего имени начинаете заявку', 60),
  organisationId: chosenId<OrganisationId>('организацию'),
  theme: optionalText('тему', 500),
})

const ownDrafts: ListQuery = { own: true, q: null, callId: null, state: 'draft', organisation: null }

type Request = Pick<PageRequest, 'ctx' | 'tx' | 'form'> & {
  query?: { call?: string | undefined; line?: string | undefined }
}

/** Where an application begins: for which call, by whom, for which organisation; says why not when none can begin here or now. (C-32, R-34) */
export async function newPage(request: Request): Promise<Answer> {
  const { ctx, tx, form, query } = request
  const [all, open, versions] = await Promise.all([
    regulationsInForce(tx, ctx),
    callsNow(tx, ctx),
    regulationVersions(tx, ctx.territory.id),
  ])
  const lineOf = (call: Call) => versions.find(({ id }) => id === call.regulationId)?.line
  const named = open.find(({ id }) => id === (valueOf(form, 'callId') || query?.call))
  const taking = all.filter(({ regulation }) => takesApplications(regulation).value)
  const current =
    taking.find(({ line }) => line.id === (valueOf(form, 'lineId') || (named && lineOf(named)?.id))) ??
    lineAsked(taking.length > 0 ? taking : all, query?.line)
  const calls = open.filter((call) => lineOf(call)?.id === current?.line.id)
  // A call that is open goes on under the regulation by which it was opened.
  const ofCall = calls[0] && (await regulationById(tx, ctx.territory.id, calls[0].regulationId, ctx.today))
  const regulation = (ofCall ?? current)?.regulation ?? null
  const href = (line: string) => paths.newApplication({ territory: ctx.territory.code }, { line })
  const closed = regulation && whyClosed(regulation, calls.length, initiatorsFor(ctx, regulation))
  const body = (
    <PageFrame
      way={[{ href: paths.applications({ territory: ctx.territory.code }), label: 'Заявки' }]}
      outcome="Заявка не начата"
      form={form}
      title="Новая заявка"
      more="Сведения об организации возьмём из реестра. Черновик можно заполнять по частям и не одному."
    >
      {current && <LineLinks all={taking} current={current.line} href={href} />}
      {closed ? (
        <Why territory={ctx.territory.code} closed={closed} />
      ) : (
        await startForms(request, calls, regulation, taking.length > 1 ? current?.line.id : undefined)
      )}
    </PageFrame>
  )
  return { title: 'Новая заявка', section: 'applications', body }
}

const Why = ({ territory, closed }: { territory: string; closed: Closed }) => (
  <Empty
    picture="paper"
    title={closed.title}
    actions={closed.orders ? <ButtonLink href={paths.orders({ territory })}>Открыть документы</ButtonLink> : undefined}
  >
    <p>
      {nb(closed.text)} {closed.basis && <BasisLink territory={territory} basis={closed.basis} />}
    </p>
  </Empty>
)

const noRows = { choices: [], typed: null, isCut: false }

async function startForms(
  { ctx, tx, form, query }: Request,
  calls: readonly Call[],
  regulation: Regulation | null,
  line?: RegulationLineId,
) {
  const territory = ctx.territory.code
  const able = regulation ? initiatorsFor(ctx, regulation) : []
  const [only] = able
  const days = regulation && calls.length === 0 ? intakeOn(regulation, ctx.today) : null
  const organisations = regulation ? await organisationsFor(tx, ctx, regulation, able, form) : noRows
  const drafts = await applicationsList(tx, ctx, ownDrafts).page(5, 0)
  return (
    <Columns kind="form">
      <Sheet>
        {drafts.length > 0 && (
          <Notice title="У вас есть начатые заявки">
            {drafts.map(({ id, theme, lead }) => (
              <p>
                <TextLink href={paths.application({ territory, application: id })}>{theme || lead}</TextLink>
              </p>
            ))}
          </Notice>
        )}
        {days?.basis && !days.value.open && days.value.nearest && (
          <Notice title={`Сегодня заявок не принимают: отправить можно ${nearestWords(days.value.nearest)}`}>
            <p>
              {nb('Черновик можно начать сейчас. ')}
              <BasisLink territory={territory} basis={days.basis} />
            </p>
          </Notice>
        )}
        <Form action={paths.newApplication({ territory })} guard>
          {line && <input type="hidden" name="lineId" value={line} />}
          {calls.length > 0 && (
            <Radios
              form={form}
              name="callId"
              label="Приём заявок"
              initial={query?.call ?? onlyOf(calls)?.id ?? ''}
              choices={calls.map((call) => ({
                value: call.id,
                label: call.title,
                hint: nb(`до ${momentWords(call.closesAt, call)}`),
              }))}
            />
          )}
          {able.length === 1 && only ? (
            <input type="hidden" name="initiator" value={only.value} />
          ) : (
            <Radios form={form} name="initiator" label="Кто начинает заявку" initial={only?.value} choices={able} />
          )}
          <RegisterField
            form={form}
            name="organisationId"
            label="Организация, где будет площадка"
            hint={only?.value === 'organisation' ? undefined : 'Её руководитель подтвердит, что организация участвует'}
            initial={onlyOf(organisations.choices)?.value ?? ''}
            empty={organisations.choices.length === 1 ? undefined : 'Выберите'}
            found={organisations}
          />
          <TextArea form={form} name="theme" label="Тема площадки" hint="Можно написать позже" rows={2} />
          <SubmitButton>Начать заявку</SubmitButton>
        </Form>
      </Sheet>
    </Columns>
  )
}
