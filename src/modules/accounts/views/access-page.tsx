import { nb, RowList } from '../../../ui/content.ts'
import { Form, type FormState, TextField } from '../../../ui/fields.ts'
import { ButtonLink, Columns, Empty, ErrorSummary, PageHead, Sheet, Stack, SubmitButton } from '../../../ui/frame.ts'
import { paths } from '../../../web/paths.ts'
import { leastPassword } from '../rules.ts'
import { texts } from '../texts.ts'
import { SecondFactorSheet } from './second-factor-pages.tsx'

const words = texts.access

type Entry = { readonly id: string; readonly says: string; readonly own: boolean }
/** The form of the page that was not taken, and what was wrong with it. */
export type FailedForm = { readonly of: 'password' | 'email' | 'factor'; readonly state: FormState }

type AccessPageProps = {
  readonly email: string
  readonly sessions: readonly Entry[]
  readonly failed: FailedForm | null
  readonly sendsMail: boolean
  readonly recoveryLeft: number | null
  readonly isDemanded: boolean
}

/** One's own password, address and open sessions. */
export function AccessPage({ email, sessions, failed, sendsMail, ...factor }: AccessPageProps) {
  const formOf = (name: FailedForm['of']) => (failed?.of === name ? failed.state : null)
  const [ofPassword, ofEmail] = [formOf('password'), formOf('email')]
  return (
    <>
      <ErrorSummary outcome={words.problem} form={failed?.state ?? null} />
      <PageHead title={words.title} more={words.lead(email)} />
      <Columns kind="form">
        <Stack>
          <Sheet title={words.change}>
            <Form action={paths.accessPassword({})} plain>
              <input type="email" name="email" value={email} autocomplete="username" readonly hidden />
              <TextField form={ofPassword} name="current" label={words.current} type="password" autoComplete="current-password" />
              <TextField
                form={ofPassword}
                name="next"
                label={texts.password.label}
                hint={texts.password.hint(leastPassword)}
                type="password"
                autoComplete="new-password"
              />
              <SubmitButton>{words.save}</SubmitButton>
            </Form>
          </Sheet>
          <Sheet title={words.email}>
            {sendsMail ? (
              <Form action={paths.accessEmail({})} plain>
                <TextField form={ofEmail} name="email" label={words.newEmail} hint={words.newEmailHint} type="email" />
                <TextField form={ofEmail} name="password" label={words.current} type="password" autoComplete="current-password" />
                <SubmitButton kind="secondary">{words.sendLetter}</SubmitButton>
              </Form>
            ) : (
              <p class="govuk-body">{nb(words.noMail)}</p>
            )}
          </Sheet>
          <SecondFactorSheet {...factor} form={formOf('factor')} />
          <Sheet title={words.sessions}>
            <p class="govuk-body">{nb(words.sessionsLead)}</p>
            <RowList rows={sessions.map((entry, at) => <SessionRow {...entry} number={at + 1} />)} />
            {sessions.length > 1 && <div class="pl-gap" />}
            {sessions.length > 1 && (
              <Form action={paths.accessSessions({})} plain>
                <SubmitButton kind="secondary">{words.endOthers}</SubmitButton>
              </Form>
            )}
          </Sheet>
        </Stack>
      </Columns>
    </>
  )
}

/** Two sessions may have begun in one minute: the number tells their forms apart. */
function SessionRow({ id, says, own, number }: Entry & { readonly number: number }) {
  return (
    <>
      <p>{nb(own ? `${says} — ${words.own}` : says)}</p>
      {!own && (
        <Form action={paths.accessSessions({})} plain label={`${says} № ${number}`}>
          <SubmitButton kind="secondary" small name="session" value={id}>
            {words.end}
          </SubmitButton>
        </Form>
      )}
    </>
  )
}

/** The letter to a new address is answered here. */
export function NewEmailPage({ token, email }: { token: string; email: string }) {
  return (
    <>
      <PageHead title={words.email} more={words.confirm(email)} />
      <Form action={paths.newEmail({ token })} plain>
        <SubmitButton>{words.email}</SubmitButton>
      </Form>
    </>
  )
}

/** A link to a new address that leads nowhere any more. */
export function EmailGonePage() {
  return (
    <Empty
      picture="paper"
      title={texts.newPassword.gone}
      alone
      actions={<ButtonLink href={paths.access({})}>{words.title}</ButtonLink>}
    >
      <p class="govuk-body">{nb(words.emailGone)}</p>
    </Empty>
  )
}
