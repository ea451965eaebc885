import type { OrganisationId } from '../../../kernel/types.ts'
import { nb } from '../../../ui/content.ts'
import { Form, type FormState, TextArea } from '../../../ui/fields.ts'
import { ButtonGroup, Sheet, SubmitButton } from '../../../ui/frame.ts'
import { paths } from '../../../web/paths.ts'
import type { Application, ApplicationView, Participant } from '../model.ts'
import type { OpenApplication } from '../queries.ts'
import { choiceNames } from '../wording.ts'
import { Judged } from './head-page.tsx'

type ParticipationProps = {
  territory: string
  app: Application
  participant: Participant
  view: ApplicationView
  form: FormState | null
}

/** The head of an asked organisation says whether it takes part. */
export function ParticipationForm({ territory, app, participant, view, form }: ParticipationProps) {
  const action = paths.applicationConfirmation({ territory, application: app.id, organisation: participant.id })
  const others = view.organisations.filter(({ id }) => id !== participant.id).map(({ shortName }) => shortName)
  return (
    <Sheet title={`Участвует ли ${participant.shortName}?`}>
      <p>
        {nb(
          others.length > 0
            ? `Вас зовут вести площадку вместе: ${others.join(', ')}. Программа общая, руководителя площадки выбираете вместе.`
            : `Заявку начинает ${view.initiatorName}. Без вашего согласия её не отправят.`,
        )}
      </p>
      <Form action={action} guard>
        <TextArea form={form} name="reason" label="Причина, если отказываетесь" rows={2} />
        <ButtonGroup>
          <SubmitButton name="decision" value="confirm">
            Подтвердить участие
          </SubmitButton>
          <SubmitButton name="decision" value="decline" kind="secondary">
            Отказаться
          </SubmitButton>
        </ButtonGroup>
      </Form>
    </Sheet>
  )
}

/** The vote an organisation has given for the one who is named now. */
export const votedFor = ({ head, votes }: OpenApplication, organisationId: OrganisationId) =>
  votes.find((vote) => vote.organisationId === organisationId && vote.candidatePersonId === head?.id)

/** The head of an organisation votes for the one who is named. */
export function VoteForm(props: { territory: string; open: OpenApplication; participant: Participant; form: FormState | null }) {
  const { territory, open, participant } = props
  const { app, head } = open
  if (!head) return null
  const given = votedFor(open, participant.id)
  const action = paths.applicationVote({ territory, application: app.id, organisation: participant.id })
  return (
    <Sheet title={`Голос организации: ${participant.shortName}`}>
      <Judged head={head} territory={territory} />
      {given && (
        <p>
          {nb(`Организация уже проголосовала: ${choiceNames[given.choice]}. Голос можно изменить, пока заявка не отправлена.`)}
        </p>
      )}
      <Form action={action}>
        <input type="hidden" name="candidateId" value={head.id} />
        <ButtonGroup>
          <SubmitButton name="choice" value="for" kind={given ? 'secondary' : 'main'}>
            За
          </SubmitButton>
          <SubmitButton name="choice" value="against" kind="secondary">
            Против
          </SubmitButton>
          <SubmitButton name="choice" value="abstained" kind="secondary">
            Воздержаться
          </SubmitButton>
        </ButtonGroup>
      </Form>
    </Sheet>
  )
}
