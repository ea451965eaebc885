import { localTime } from '../../../kernel/clock.ts'
import { longDate } from '../../../kernel/dates.ts'
import { fullName } from '../../../kernel/names.ts'
import { nb } from '../../../ui/content.ts'
import { Form, TextField } from '../../../ui/fields.ts'
import { ButtonLink, Columns, PageHead, Sheet, SubmitButton } from '../../../ui/frame.ts'
import { paths } from '../../../web/paths.ts'
import type { PersonRecord } from '../queries.ts'
import { atOf, RecordFrame, type RecordPageProps } from './record-pages.tsx'

type InvitationProps = RecordPageProps & { readonly record: Pick<PersonRecord, 'account' | 'invited'> }

/** Asks a person to work here. The owner of the address answers; nobody else's password is touched. */
export function InvitationPage(props: InvitationProps) {
  const { ctx, form, person, record } = props
  const { sendsMail } = ctx.services
  const more = sendsMail
    ? 'По этому адресу придёт письмо с приглашением. Ответить на него можно в течение семи дней.'
    : 'Почтовый сервер не настроен: адрес приглашения будет показан вам один раз, передайте его человеку лично. Ответить можно в течение семи дней.'
  return (
    <>
      <RecordFrame
        {...props}
        title="Пригласить"
        more={more}
        outcome="Приглашение не отправлено"
        action={paths.personInvitations(atOf(props))}
        button={sendsMail ? 'Отправить приглашение' : 'Создать приглашение'}
      >
        <TextField
          form={form}
          name="email"
          label="Почта"
          type="email"
          width={30}
          initial={record.invited?.email ?? record.account ?? person.email ?? ''}
        />
      </RecordFrame>
      {record.invited && <OpenInvitation {...props} invited={record.invited} />}
    </>
  )
}

function OpenInvitation(props: RecordPageProps & { invited: NonNullable<PersonRecord['invited']> }) {
  const { email, expiresAt } = props.invited
  const until = longDate(localTime(new Date(expiresAt), props.ctx.territory.timeZone).day)
  return (
    <div class="pl-gap">
      <Columns kind="form">
        <Sheet title="Приглашение без ответа">
          <p class="govuk-body">{nb(`На адрес ${email}, действует до ${until}. Новое приглашение заменит его.`)}</p>
          <Form action={paths.personInvitationWithdrawals(atOf(props))}>
            <SubmitButton kind="secondary">Отозвать приглашение</SubmitButton>
          </Form>
        </Sheet>
      </Columns>
    </div>
  )
}

/** The only time the link is shown. */
export function HandOverPage(props: Pick<RecordPageProps, 'ctx' | 'person'> & { address: string }) {
  const { ctx, person, address } = props
  return (
    <>
      <PageHead title="Передайте приглашение" more={fullName(person)} />
      <Columns kind="form">
        <Sheet>
          <p class="govuk-body">
            {nb('Передайте этот адрес человеку лично. Он действует семь дней и показан один раз: в системе он не хранится.')}
          </p>
          <p class="govuk-body">
            <code class="pl-pre">{address}</code>
          </p>
          <p class="govuk-body pl-quiet">
            {nb(
              'Не открывайте его сами: ответить на приглашение может только тот, кого вы приглашаете. Ответ останется в истории.',
            )}
          </p>
          <ButtonLink href={paths.person({ territory: ctx.territory.code, person: person.id })}>Вернуться к человеку</ButtonLink>
        </Sheet>
      </Columns>
    </>
  )
}
