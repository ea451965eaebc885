import { shortDate } from '../../../kernel/dates.ts'
import { counted } from '../../../kernel/plural.ts'
import type { ThingPage } from '../../../kit/thing.ts'
import { nb, RowList, Second } from '../../../ui/content.ts'
import { Checkboxes, DateField, Form, type FormState } from '../../../ui/fields.ts'
import { Columns, Empty, Notice, PageFrame, Sheet, Stack, SubmitButton } from '../../../ui/frame.ts'
import { Dock } from '../../../ui/plan-table.tsx'
import { paths } from '../../../web/paths.ts'
import type { Call } from '../../calls/model.ts'
import { yearOf } from '../../calls/rules.ts'
import type { Proposal } from '../proposal-rules.ts'
import { type Proposing, proposalFor, usualDueOn } from '../proposing.ts'

type ProposedApplication = Proposing['applications'][number]
/** Applications shared out evenly, to be edited and confirmed; who may not read an application is not offered for it. */
export const proposalPage: ThingPage<Call> = async (call, { ctx, tx, form }) => {
  const at = { territory: ctx.territory.code, call: call.id }
  const { applications, experts, proposal } = await proposalFor(tx, ctx, call)
  const missing = [...proposal.short.values()].reduce((sum, count) => sum + count, 0)
  const dueOn = usualDueOn(call, ctx.today)
  const body = (
    <PageFrame
      way={[
        { href: paths.call(at), label: call.title },
        { href: paths.callReviews(at), label: 'Экспертиза заявок' },
      ]}
      outcome="Эксперты не назначены"
      form={form}
      placeOf={(field) => placeOf(field, applications)}
      kicker={call.title}
      title="Распределение по экспертам"
      more="Нагрузка разделена поровну, конфликты интересов по реестрам исключены. Поправьте, что нужно, и подтвердите: до этого никто ничего не получит."
    >
      {applications.length === 0 ? (
        <Empty picture="paper" title="Распределять нечего">
          <p>{nb('У всех допущенных заявок уже есть эксперты.')}</p>
        </Empty>
      ) : (
        <>
          {missing > 0 && (
            <Notice tone="late" title={`Не хватает экспертов: ${missing}`}>
              <p>
                {nb(
                  'Остальным мешает конфликт интересов или другое направление. Добавьте экспертов или назначьте вручную на странице заявки.',
                )}
              </p>
            </Notice>
          )}
          <Form action={paths.callProposals(at)} guard within={yearOf(call)} label="Распределение">
            <Columns kind="form">
              <Stack>
                {applications.map(({ row, candidates }) => (
                  <Application row={row} candidates={candidates} proposal={proposal} form={form} />
                ))}
              </Stack>
              <Stack label="Нагрузка">
                <Sheet title="Срок">
                  <DateField form={form} name="dueOn" label="Заключения ждут до" initial={shortDate(dueOn)} />
                </Sheet>
                <Loads experts={experts} proposal={proposal} />
              </Stack>
            </Columns>
            <Dock
              text={nb(
                `${counted(applications.length, 'заявка', 'заявки', 'заявок')}. Каждый эксперт получит уведомление и письмо.`,
              )}
            >
              <SubmitButton>Назначить экспертов</SubmitButton>
            </Dock>
          </Form>
        </>
      )}
    </PageFrame>
  )
  return { title: 'Распределение по экспертам', section: 'applications', body }
}

function Application({ row, candidates, proposal, form }: ProposedApplication & { proposal: Proposal; form: FormState | null }) {
  const may = candidates.filter(({ against }) => against.length === 0)
  const mayNot = candidates.length - may.length
  const short = proposal.short.get(row.applicationId) ?? 0
  return (
    <Sheet title={`№ ${row.number}. ${row.theme}`}>
      <p class="pl-quiet">{nb(row.organisations)}</p>
      {may.length === 0 ? (
        <p>{nb('Никому из экспертов эту заявку передать нельзя.')}</p>
      ) : (
        <Checkboxes
          form={form}
          name={`experts.${row.applicationId}[]`}
          label="Эксперты"
          hint={
            [
              short > 0 ? `не хватает: ${short}` : '',
              mayNot > 0 ? `не предлагаем: ${mayNot}, у них конфликт интересов или заявка уже была у них` : '',
            ]
              .filter((part) => part)
              .join('; ') || undefined
          }
          initial={proposal.assigned.get(row.applicationId) ?? []}
          choices={may.map(({ expert, ownDirection }) => ({
            value: expert.personId,
            label: expert.name,
            more: `${expert.employer}${ownDirection ? '' : ', другое направление'}`,
          }))}
        />
      )}
    </Sheet>
  )
}

/** How much everybody will have to write if the proposal is confirmed as it is. */
function Loads({ experts, proposal }: Pick<Proposing, 'experts' | 'proposal'>) {
  const added = new Map<string, number>()
  for (const ids of proposal.assigned.values()) for (const id of ids) added.set(id, (added.get(id) ?? 0) + 1)
  return (
    <Sheet title="Нагрузка по предложению">
      <RowList
        rows={experts.map((expert) => {
          const more = added.get(expert.personId) ?? 0
          return (
            <>
              {nb(expert.name)}
              <Second>
                {more === 0 ? `пишет ${expert.openReviews}` : `пишет ${expert.openReviews}, станет ${expert.openReviews + more}`}
              </Second>
            </>
          )
        })}
      />
    </Sheet>
  )
}

/** «Заявка № 5» before a message about its experts. */
function placeOf(field: string, applications: readonly ProposedApplication[]): string | undefined {
  const id = field.startsWith('experts.') ? field.split('.')[1] : null
  const found = applications.find(({ row }) => row.applicationId === id)
  return found && `Заявка № ${found.row.number}`
}
